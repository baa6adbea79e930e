"""The QApplication: what the desktop knows it by, and files that the desktop gives it without arguments."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from aidebug_gui.resources import DESKTOP_ID, resource_path


class Application(QApplication):
    """The application.

    macOS gives the files that were double-clicked in an event instead of arguments, also before there is a window:
    they wait until :meth:`take_files` says who wants them.

    Signals:
        files_requested(list): paths to open.
    """

    files_requested = Signal(list)

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._waiting: list[Path] | None = []

    def take_files(self) -> list[Path]:
        """Return the files that came so far; later ones come with the signal."""
        waiting, self._waiting = self._waiting or [], None
        return waiting

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            name = event.url().toLocalFile() or event.file()
            if not name:
                return False
            if self._waiting is None:
                self.files_requested.emit([Path(name)])
            else:
                self._waiting.append(Path(name))
            return True
        return super().event(event)


def make_application() -> QApplication:
    """Return the application, made and named here if there is none yet."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        name_for_taskbar()
        application = Application(["aidebug-gui"])  # X11 names the windows after it, however it was started
    application.setApplicationName("AiDebug")
    application.setOrganizationName("AiDebug")
    application.setApplicationDisplayName("AiDebug")
    application.setDesktopFileName(DESKTOP_ID)
    return application


def show_icon(application: QApplication) -> None:
    """Give the windows their icon. Later than the first window: reading the picture costs some milliseconds."""
    application.setWindowIcon(QIcon(str(resource_path("desktop", "icons", "apps", f"{DESKTOP_ID}.svg"))))


def name_for_taskbar(platform: str = sys.platform, libraries: Any = None) -> None:
    """Tell Windows that this is a program of its own, not "python": before the first window is made.

    Microsoft: SetCurrentProcessExplicitAppUserModelID. The installer gives the same name to its shortcuts.
    """
    if platform != "win32":
        return
    shell = (libraries or getattr(ctypes, "windll")).shell32  # noqa: B009 - there only on Windows, also for mypy
    shell.SetCurrentProcessExplicitAppUserModelID(ctypes.c_wchar_p(DESKTOP_ID))
