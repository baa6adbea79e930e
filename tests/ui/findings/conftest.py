"""The example log with its incident, opened in a tab whose findings are all there."""

from __future__ import annotations

import pytest

from aidebug_gui.resources import resource_path
from tests.ui.conftest import tab_of


@pytest.fixture(scope="module")
def incident(qapp):
    """One tab for all tests of a module: each leaves it as it was."""
    with tab_of(resource_path("examples", "incident.jsonl"), qapp, 1280, 800) as view:
        yield view


@pytest.fixture
def view(qtbot, incident):
    qtbot.waitUntil(incident.is_idle)
    yield incident
    incident.session.unpin()
    incident.clear_filter()
    incident.panels.findings.panel.set_open(False)
    qtbot.waitUntil(incident.is_idle)
