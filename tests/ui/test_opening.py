"""What is said and suggested of logs that are several files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton

from aidebug_gui.sources.addresses import Merged, as_path
from aidebug_gui.ui.empty_state import EmptyState
from aidebug_gui.ui.opening import path_beside

FILES = (Path("/logs/a/api.log"), Path("/logs/b/worker.log"))
SEVERAL = as_path(Merged(FILES, (("worker.log", -2_000_000_000),)))


def test_a_file_is_suggested_beside_the_first():
    assert path_beside(FILES[1], "-shown.csv") == Path("/logs/b/worker-shown.csv")
    assert path_beside(SEVERAL, "-shown.csv") == Path("/logs/a/api-shown.csv")


def test_the_start_page_names_all_of_them(qtbot):
    page = EmptyState()
    qtbot.addWidget(page)
    page.set_recent([SEVERAL])
    (link,) = [button for button in page.findChildren(QPushButton) if button.property("path")]
    assert link.text() == "api.log + worker.log"
    assert link.toolTip() == "/logs/a/api.log + worker.log"
    assert link.property("path") == str(SEVERAL)
    assert "/logs/a" in [label.text() for label in page.findChildren(QLabel)]
