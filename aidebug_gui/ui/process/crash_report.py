"""Errors that nobody caught: shown in a window that stays out of the way, and at the next start if this one dies of them.

Nothing is sent anywhere. What can be copied is masked first.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.startup.crash import CrashWatch, crashed_runs, discard
from aidebug_gui.startup.diagnostics import LastLines
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.banner import Banner
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.theme import cell_font, em

if TYPE_CHECKING:
    from aidebug_gui.ui.main_window import MainWindow

log = logging.getLogger(__name__)

AGAIN_S = 120  # two bad ends within this time are one too many


class ReportDialog(QDialog):
    """A report to read and to copy. What is personal in it is hidden before it is shown."""

    def __init__(self, heading: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Error report"))
        self.jobs = Jobs(self)
        label = QLabel(heading, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        hint = QLabel(
            self.tr(
                "Nothing was sent anywhere. Personal data and secrets are hidden as far as they were recognised: "
                "look through the text before you pass it on."
            ),
            self,
        )
        hint.setWordWrap(True)
        self.edit = QPlainTextEdit(self)
        self.edit.setReadOnly(True)
        self.edit.setFont(cell_font())
        self.edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.edit.setPlaceholderText(self.tr("Hiding personal data…"))
        self.edit.setAccessibleName(self.tr("Error report"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy_button = self.buttons.addButton(self.tr("&Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setEnabled(False)
        self.copy_button.clicked.connect(self.copy)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (label, hint, self.edit, self.buttons):
            layout.addWidget(widget)
        self.resize(em(52), em(30))
        self.jobs.run("mask", _Masked(text), self._on_masked, self._on_not_masked)

    def copy(self) -> None:
        """Copy the whole report."""
        QGuiApplication.clipboard().setText(self.edit.toPlainText())

    def _on_masked(self, text: str) -> None:
        self.edit.setPlainText(text)
        self.copy_button.setEnabled(True)

    def _on_not_masked(self, error: Exception) -> None:
        log.warning("the report could not be masked: %s", error)
        self.edit.setPlainText(self.tr("The report is not shown: the personal data in it could not be hidden."))

    def done(self, result: int) -> None:
        self.jobs.close()
        super().done(result)


class _Masked:
    """Masks a report (pool thread)."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self, cancel: CancelToken) -> str:
        from aidebug_gui.analysis.pii.error_report import masked_report

        return masked_report(self._text)


class ErrorReporter(QObject):
    """Takes every error that nobody caught, of any thread; the window stays.

    Signals:
        failed(str, str): an error in a line, and its traceback. From any thread.
    """

    failed = Signal(str, str)

    def __init__(self, watch: CrashWatch | None, last_lines: LastLines | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch = watch
        self._last_lines = last_lines
        self.dialog: ReportDialog | None = None
        self.failed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the errors of this process from now on."""
        sys.excepthook = self.record
        threading.excepthook = self._on_thread_error

    def _on_thread_error(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_type is not SystemExit:
            self.record(given.exc_type, given.exc_value, given.exc_traceback)

    def record(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Write an error down and tell of it."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        log.error("unexpected error", exc_info=(kind, error, trace) if error is not None else None)
        if self._watch is not None:
            self._watch.note(kind, error, trace)
            self._watch.note_log(self._last_lines.text() if self._last_lines is not None else "")
        text = _text_of(kind, error, trace)
        print(text, file=sys.stderr)
        self.failed.emit(f"{kind.__name__}: {error}"[:1000], text)

    def _show(self, line: str, text: str) -> None:
        if self.dialog is not None:  # one at a time: an error in painting would come back with each frame
            return
        heading = self.tr("Something went wrong in AiDebug. Your log is not affected.") + "\n" + line
        self.dialog = ReportDialog(heading, text)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.show()

    def _on_finished(self) -> None:
        self.dialog = None
        if self._watch is not None:
            self._watch.mark_read()


def _text_of(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
    return "".join(traceback.format_exception(kind, error, trace))


class CrashBanner(Banner):
    """Reports that the last run ended badly: opens its logs again, shows the report."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.reopen_button = QPushButton(self.tr("Open its logs again"), self)
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(1, self.reopen_button)


class LastCrash(QObject):
    """Brings back what was open when the last run ended badly, and tells of it above the logs."""

    def __init__(self, window: MainWindow, directory: Path) -> None:
        super().__init__(window)
        self._window = window
        left = crashed_runs(directory)  # some small files: quicker than a job
        self.reports = [report for report in left if report.reason]
        self.has_crashed = bool(left) and window.keeper.crashed_before
        # A log that kills the program each time must not be opened each time.
        self._is_again = sum(time.time() - report.when < AGAIN_S for report in left) > 1
        self._left = left
        self.banner: CrashBanner | None = None

    @property
    def reopens(self) -> bool:
        """Whether a start without files should open the logs that were open."""
        return self.has_crashed and not self._is_again

    def report(self, *, reopened: bool) -> None:
        """Tell of it, if there is something to tell."""
        for report in self._left:
            if not report.reason:  # ended from outside: there is nothing to read
                discard(report)
        if not self.reports and not self.has_crashed:
            return
        centre = self._window.centralWidget()
        layout = centre.layout() if centre is not None else None
        if not isinstance(layout, QVBoxLayout):
            return
        self.banner = CrashBanner(self._window)
        self.banner.action_requested.connect(self.show_report)
        self.banner.reopen_button.clicked.connect(self.reopen)
        self.banner.reopen_button.setVisible(self.has_crashed and not reopened)
        layout.insertWidget(0, self.banner)
        self.banner.show_message(self._words(reopened=reopened), self.tr("Show report…") if self.reports else "")

    def _words(self, *, reopened: bool) -> str:
        if not self.has_crashed:
            return self.tr("Something went wrong in AiDebug last time.")
        if reopened:
            return self.tr("AiDebug ended unexpectedly. The logs that were open are opened again as they were.")
        return self.tr("AiDebug ended unexpectedly last time.")

    def reopen(self) -> None:
        """Open the logs again."""
        self._window.keeper.reopen()
        if self.banner is not None:
            self.banner.reopen_button.hide()
            self.banner.setVisible(bool(self.reports))

    def show_report(self) -> None:
        """Show what is known; it is not offered again."""
        if self.banner is not None:
            self.banner.hide()
        if self.reports:
            text = "\n\n".join(report.text for report in self.reports)
            ReportDialog(self.reports[0].reason, text, self._window).show()
            for report in self.reports:
                discard(report)
            self.reports = []
