"""Starts the program with a window: application set-up, what comes from outside, screenshots."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6 import __version_info__ as pyside_version
from PySide6.QtCore import QObject, QSettings, QSize, QTimer
from PySide6.QtWidgets import QApplication

from aidebug_gui.allocation import use_one_arena
from aidebug_gui.resources import state_directory
from aidebug_gui.sources.addresses import LogAddress
from aidebug_gui.sources.receivers.options import ReceiveOptions
from aidebug_gui.startup.start import REPORTS, Start
from aidebug_gui.ui.banner import Banner
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.language import use_language
from aidebug_gui.ui.main_window import MainWindow
from aidebug_gui.ui.process.application import Application, make_application, show_icon
from aidebug_gui.ui.process.crash_report import ErrorReporter, LastCrash
from aidebug_gui.ui.process.garbage import GuiGarbageCollector
from aidebug_gui.ui.process.running import RunningProgram, bring_to_front
from aidebug_gui.ui.process.signals import EndingSignals
from aidebug_gui.ui.settings import current_settings
from aidebug_gui.ui.settings.apply import apply_to_application
from aidebug_gui.ui.theme import ThemeManager

log = logging.getLogger(__name__)

DEFAULT_SIZE = (1280, 800)
TITLE_BAR = 40  # of the window manager, which tells its height only once the window is shown
SETTLE_MS = 250
WAIT_MS = 50
GIVE_UP_MS = 120_000
BROKEN_PYSIDE = (6, 12, 0)


def run(
    paths: Sequence[LogAddress],
    *,
    screenshot: Path | None = None,
    size: tuple[int, int] | None = None,
    theme: str | None = None,
    receive: ReceiveOptions | None = None,
    start: Start | None = None,
) -> int:
    """Open the window and return the exit code.

    ``size``: of the window, in pixels. ``theme``: system, light, dark or high_contrast. With ``screenshot`` the window is drawn into
    that PNG once everything is read and painted, and the program ends. ``start``: how the program was started.
    """
    start = start or Start()
    reason = refusal(pyside_version[:3], sys.version_info[:2])
    if reason:
        print(reason, file=sys.stderr)
        return 2
    use_one_arena()
    if start.scratch is not None:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, start.scratch.name)
    application = make_application()
    reporter = ErrorReporter(start.watch, start.last_lines, application)
    reporter.install()
    # It is never stopped: in the destructors of the window a collection would wait for a lock of Qt that they hold.
    GuiGarbageCollector(application)
    themes = ThemeManager(application)
    settings = current_settings()
    if screenshot is None:
        apply_to_application(settings)
        use_language(application, settings.value("language"))
    themes.choose(theme or (settings.value("theme") if screenshot is None else "system"))
    window = MainWindow(themes)
    window.resize(*(size or DEFAULT_SIZE))
    if screenshot is None:
        if size is None:
            fit_screen(window)
        window.use_remembered(with_geometry=size is None)
        restore_session(window, asked=bool(settings.value("reopen_session")), has_paths=bool(paths))
    if receive:
        if receive.standard_input:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the program that writes; its log stays here
        window.receiving.begin(receive)
    window.open_paths(paths)  # before it is shown: the engine is imported while the window is laid out and painted
    window.show()
    outside = Outside(window, start) if screenshot is None else None
    shooter = Screenshot(window, screenshot) if screenshot is not None else None
    code = application.exec()
    if outside is not None:
        outside.close()
    for jobs in window.findChildren(Jobs):  # also where the program was ended without closing the window
        jobs.close()
    return code if shooter is None or code else shooter.exit_code


def restore_session(window: MainWindow, *, asked: bool, has_paths: bool) -> None:
    """Open the logs of the last session where that is wanted, and tell of a crash that ended it."""
    last = LastCrash(window, state_directory() / REPORTS)
    reopens = not has_paths and (asked or last.reopens)
    if reopens:
        window.keeper.reopen()
    last.report(reopened=reopens)


def refusal(pyside: tuple[int, ...], python: tuple[int, ...]) -> str:
    """Return why this pair of versions cannot be used, empty if it can.

    PySide6 6.12.0 loses a reference to None in each call that returns None; before Python 3.12 that aborts the
    interpreter after some thousand calls.
    """
    if tuple(pyside) == BROKEN_PYSIDE and tuple(python) < (3, 12):
        return (
            "PySide6 6.12.0 crashes on Python 3.11 and older. "
            'Install another version: pip install "PySide6-Essentials<6.12", or use Python 3.12.'
        )
    return ""


def fit_screen(window: MainWindow) -> None:
    """Make a window smaller that its screen has no room for: the status bar would be below the edge."""
    room = window.screen().availableSize() - QSize(0, TITLE_BAR)
    window.resize(window.size().boundedTo(room))


class Outside(QObject):
    """What reaches the window from outside while it runs: later starts, files that the desktop gives, signals."""

    def __init__(self, window: MainWindow, start: Start) -> None:
        super().__init__(window)
        self._window = window
        self._running = RunningProgram(start.instance, self)
        self._running.files_requested.connect(window.open_paths)
        self._running.activated.connect(self._on_activated)
        window.ending.connect(self._running.stop_listening)
        self._signals = EndingSignals(window.receiving.quit, self)
        application = QApplication.instance()
        if isinstance(application, Application):
            application.files_requested.connect(window.open_paths)
            window.open_paths(application.take_files())
            QTimer.singleShot(0, application, self._show_icon)

    def _on_activated(self, token: str) -> None:
        bring_to_front(self._window, token)

    def _show_icon(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            show_icon(application)

    def close(self) -> None:
        """The event loop has ended: nothing is taken any more."""
        self._signals.close()
        self._running.close()


class Screenshot(QObject):
    """Draws the window into a file once nothing is left to do, then ends the program."""

    def __init__(self, window: MainWindow, path: Path) -> None:
        super().__init__(window)
        self._window = window
        self._path = path
        self._quiet_ms = 0
        self._waited_ms = 0
        self.exit_code = 0
        self._timer = QTimer(self)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._waited_ms += WAIT_MS
        self._quiet_ms = self._quiet_ms + WAIT_MS if self._window.is_idle() else 0
        if self._quiet_ms < SETTLE_MS and self._waited_ms < GIVE_UP_MS:
            return
        self._timer.stop()
        if self._window.grab().save(str(self._path), "PNG"):
            print(self._path.absolute())
            for banner in self._window.findChildren(Banner):
                if banner.isVisible():
                    print(f"the window says: {banner.label.text()}", file=sys.stderr)
        else:
            print(f"could not write {self._path}", file=sys.stderr)
            self.exit_code = 2
        self._window.close()
        QApplication.exit(self.exit_code)
