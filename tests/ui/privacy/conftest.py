"""A log with personal data and secrets, opened in a real tab."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from aidebug_gui.store import open_log
from aidebug_gui.ui.log_view import LogView

TIMEOUT_MS = 30_000
SECRET = "sk_live_4eC39HqLyjWDarjtT1zdp7dc"
EMAIL = "anna.kern@posteo.de"


def record(number: int) -> dict[str, object]:
    told: dict[str, object] = {
        "timestamp": f"2026-01-01T10:{number // 60:02d}:{number % 60:02d}Z",
        "level": "INFO",
        "message": f"step {number} of order 4929114563327781",
        "score": number / 200,
        "user_email": EMAIL if number % 10 == 3 else "",
        "customer": {"name": "Anna Kern"} if number == 5 else None,
    }
    if number == 7:
        told |= {"level": "ERROR", "message": f"key {SECRET} refused for {EMAIL}"}
    return told


@pytest.fixture
def personal_log(tmp_path) -> Path:
    path = tmp_path / "calls.jsonl"
    path.write_bytes(b"".join(orjson.dumps(record(number)) + b"\n" for number in range(200)))
    return path


@pytest.fixture
def tab(qtbot, personal_log, actions):
    view = LogView(open_log(personal_log), personal_log, actions)
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    qtbot.waitUntil(view.is_idle, timeout=TIMEOUT_MS)
    yield view
    view.close_log()
