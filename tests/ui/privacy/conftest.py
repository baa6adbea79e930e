"""A log with personal data and secrets, opened in a real tab."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from tests.ui.conftest import tab_of

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


def write_log(path: Path) -> Path:
    path.write_bytes(b"".join(orjson.dumps(record(number)) + b"\n" for number in range(200)))
    return path


@pytest.fixture
def personal_log(tmp_path) -> Path:
    return write_log(tmp_path / "calls.jsonl")


@pytest.fixture(scope="module")
def shared_tab(qapp, tmp_path_factory):
    """One tab for all tests of a module: a window for each would take most of the time."""
    path = write_log(tmp_path_factory.mktemp("privacy") / "calls.jsonl")
    with tab_of(path, qapp, 1200, 800) as view:
        yield view


@pytest.fixture
def tab(qtbot, shared_tab):
    """The tab as it was opened: no filter, no order, nothing fixed, nothing hidden, no record pane."""
    qtbot.waitUntil(shared_tab.is_idle)
    yield shared_tab
    shared_tab.privacy.set_hidden(False)
    shared_tab.session.unpin()
    shared_tab.use_log_order()
    shared_tab.clear_filter()
    shared_tab.record_pane.hide()
    qtbot.waitUntil(shared_tab.is_idle)
