from __future__ import annotations

import orjson

from aidebug_gui.store import open_log
from aidebug_gui.ui.actions import Actions
from aidebug_gui.ui.insights.threshold_page import Decision
from aidebug_gui.ui.log_view import LogView
from aidebug_gui.ui.minimap.strip import Channel


def lines(first: int, last: int, message: str = "prediction served", level: str = "INFO") -> bytes:
    records = (
        {
            "timestamp": f"2026-01-01T10:{number // 60 % 60:02d}:{number % 60:02d}Z",
            "level": level,
            "message": message,
            "score": round(number * 7 % 100 / 100, 2),
            "target": number % 2,
        }
        for number in range(first, last)
    )
    return b"".join(orjson.dumps(record) + b"\n" for record in records)


def test_findings_pages_and_map_follow_a_log_that_grows(qtbot, qapp, tmp_path):
    path = tmp_path / "live.jsonl"
    path.write_bytes(lines(0, 400))
    view = LogView(open_log(path, follow=True), path, Actions(qapp))
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    qtbot.waitUntil(view.is_idle)
    panel = view.panels.findings.panel
    assert not [entry for entry in panel.list.entries() if entry.finding.kind == "cuda_oom"]
    view.panels.insights.threshold()
    qtbot.waitUntil(view.is_idle)
    page = view.panels.findings.insights.threshold.page
    assert "of 400 records" in page.counts.text()
    with path.open("ab") as file:
        file.write(lines(400, 440, "torch.cuda.OutOfMemoryError: CUDA out of memory.", "ERROR"))

    def is_told() -> bool:
        return any(entry.finding.kind == "cuda_oom" for entry in panel.list.entries())

    qtbot.waitUntil(is_told)
    qtbot.waitUntil(lambda: "of 440 records" in page.counts.text())
    assert page.cells[Decision.TRUE_POSITIVE].isVisible()
    qtbot.waitUntil(lambda: bool(view.map_strip.places(Channel.ERRORS).positions.size))
    assert "looking" not in panel.summary.headline.text()
    view.close_log()
