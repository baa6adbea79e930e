"""What is told of errors that nobody caught, and of a run that ended badly."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from aidebug_gui.resources import resource_path
from aidebug_gui.ui.main_window import MainWindow
from aidebug_gui.ui.process.crash_report import AGAIN_S, LastCrash, ReportDialog
from aidebug_gui.ui.state import TabState, remembered
from aidebug_gui.ui.theme import ThemeManager

LOG = resource_path("examples", "server.log")
HEADER = '{"version": "0.1.0"}\n'
FATAL = HEADER + "Fatal Python error: Segmentation fault\n\nCurrent thread 0x00007f (most recent call first):\n"


def left(directory: Path, name: str, text: str, age_s: float = 0.0) -> Path:
    directory.mkdir(exist_ok=True)
    path = directory / f"{name}.run"
    path.write_text(text)
    os.utime(path, (time.time() - age_s, time.time() - age_s))
    return path


@pytest.fixture
def window(qtbot, qapp):
    remembered.remember_session([TabState(path=str(LOG), filter="level:error")], 0, clean=False)
    remembered.save()
    window = MainWindow(ThemeManager())
    qtbot.addWidget(window)
    window.use_remembered(with_geometry=False)
    yield window
    window.close()


def test_the_logs_come_back_and_the_report_can_be_read(window, qtbot, tmp_path):
    path = left(tmp_path, "1", FATAL + "mail to jane.doe@posteo-mail.de\n")
    last = LastCrash(window, tmp_path)
    assert last.reopens
    window.keeper.reopen()
    last.report(reopened=True)
    window.show()
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle())
    qtbot.waitUntil(lambda: window.view.session.query == "level:error")
    assert "opened again" in last.banner.label.text()
    assert last.banner.reopen_button.isHidden()
    last.banner.button.click()
    dialog = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ReportDialog))
    qtbot.waitUntil(dialog.copy_button.isEnabled)
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert "Segmentation fault" in copied
    assert "jane.doe" not in copied
    dialog.close()
    assert last.banner.isHidden()
    assert not path.exists()


def test_two_bad_ends_in_a_row_only_offer(window, qtbot, tmp_path):
    left(tmp_path, "1", FATAL)
    left(tmp_path, "2", HEADER, age_s=AGAIN_S / 2)
    last = LastCrash(window, tmp_path)
    assert not last.reopens
    last.report(reopened=False)
    assert not last.banner.reopen_button.isHidden()
    last.banner.reopen_button.click()
    qtbot.waitUntil(lambda: window.view is not None and window.is_idle())
    assert last.banner.reopen_button.isHidden()
    assert [path.name for path in tmp_path.iterdir()] == ["1.run"]  # nothing to read in the other one


def test_bad_ends_long_apart_are_no_row(window, tmp_path):
    left(tmp_path, "1", FATAL)
    left(tmp_path, "2", FATAL, age_s=2 * AGAIN_S)
    assert LastCrash(window, tmp_path).reopens


def test_ended_from_outside_leaves_nothing_to_read(window, tmp_path):
    path = left(tmp_path, "1", HEADER)
    last = LastCrash(window, tmp_path)
    last.report(reopened=True)
    assert last.banner.button.isHidden()
    assert not path.exists()


def test_nothing_is_told_where_nothing_happened(window, tmp_path):
    last = LastCrash(window, tmp_path / "nothing")
    assert not last.reopens
    last.report(reopened=False)
    assert last.banner is None
