from __future__ import annotations

import numpy as np
import orjson
import pytest
from PySide6.QtWidgets import QComboBox

from tests.ui.conftest import tab_of


@pytest.fixture
def view(qtbot, qapp, tmp_path):
    """Two models whose latencies differ; one call of the fast one is as slow as those of the other."""
    noise = np.random.default_rng(2).lognormal(0, 0.05, 1500)
    path = tmp_path / "models.jsonl"
    path.write_bytes(
        b"".join(
            orjson.dumps(
                {
                    "timestamp": 1_767_225_600 + number,
                    "message": "served",
                    "model": "fast" if number % 2 else "slow",
                    "latency_ms": round((90 if number % 2 and number != 1101 else 800) * by, 1),
                }
            )
            + b"\n"
            for number, by in enumerate(noise.tolist())
        )
    )
    with tab_of(path, qapp, 1280, 800) as view:
        qtbot.waitUntil(view.is_idle)
        yield view


def choose(box: QComboBox, data: str) -> None:
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def of_fast(panel) -> list[str]:
    return [entry.finding.title for entry in panel.list.entries() if "of “fast”" in entry.finding.title]


def test_numbers_of_each_model_are_looked_at_by_themselves_and_together_again(view, qtbot):
    panel = view.panels.findings.panel
    panel.set_open(True)
    grouping = panel.sensitivity.grouping
    assert grouping.isVisible()
    assert [grouping.itemText(at) for at in range(grouping.count())] == ["of all records", "of each model"]
    others = [entry.key for entry in panel.list.entries() if not entry.field]
    assert not of_fast(panel)

    choose(grouping, "model")
    qtbot.waitUntil(view.is_idle)
    (title,) = of_fast(panel)
    assert title == "A spike in latency_ms of “fast”"
    entry = next(entry for entry in panel.list.entries() if entry.finding.title == title)
    assert entry.first_record == 1101
    assert [entry.key for entry in panel.list.entries() if not entry.field] == others
    assert "looking" not in panel.summary.headline.text()

    choose(grouping, "")
    qtbot.waitUntil(view.is_idle)
    assert not of_fast(panel)


def test_the_export_says_by_what_it_was_grouped(view, qtbot, tmp_path):
    findings = view.panels.findings
    choose(findings.panel.sensitivity.grouping, "model")
    qtbot.waitUntil(view.is_idle)
    findings.output.export_to(tmp_path / "findings.json")
    qtbot.waitUntil(view.is_idle)
    assert orjson.loads((tmp_path / "findings.json").read_bytes())["parameters"]["grouped_by"] == "model"
