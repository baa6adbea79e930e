"""The example log with its incident, opened in a tab whose findings are all there."""

from __future__ import annotations

import pytest

from aidebug_gui.resources import resource_path
from aidebug_gui.store import open_log
from aidebug_gui.ui.actions import Actions
from aidebug_gui.ui.log_view import LogView

TIMEOUT_MS = 30_000


@pytest.fixture(scope="module")
def incident(qapp):
    """One tab for all tests of a module: each leaves it as it was."""
    path = resource_path("examples", "incident.jsonl")
    view = LogView(open_log(path), path, Actions(qapp))
    view.resize(1280, 800)
    view.show()
    yield view
    view.close_log()
    view.deleteLater()


@pytest.fixture
def view(qtbot, incident):
    qtbot.waitUntil(incident.is_idle, timeout=TIMEOUT_MS)
    yield incident
    incident.session.unpin()
    incident.clear_filter()
    incident.panels.findings.panel.set_open(False)
    qtbot.waitUntil(incident.is_idle, timeout=TIMEOUT_MS)
