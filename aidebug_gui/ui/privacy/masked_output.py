"""Takes records out of a tab with personal data and secrets hidden: to the clipboard, and into files that are checked."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from aidebug_gui.analysis.pii.export import MaskedCopy, MaskedExport, MaskedStyle, MaskOptions
from aidebug_gui.analysis.pii.marks import make_scanner
from aidebug_gui.analysis.pii.mask import Mask
from aidebug_gui.analysis.pii.record_scanner import RecordScanner
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken, Rows
from aidebug_gui.translatable import translatable
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized_error
from aidebug_gui.ui.privacy.export_dialog import ExportDialog
from aidebug_gui.ui.privacy.row_marks import raw_records
from aidebug_gui.ui.values import count_text

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

MOST_COPIED = 50_000
_BATCH = 500
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What was chosen in the dialog. ``shown_only``: the records that the filter leaves, else all."""

    path: Path
    style: MaskedStyle
    options: MaskOptions
    shown_only: bool


class MaskedOutput(QObject):
    """Copies and exports.

    Signals:
        progressed(int, bool): records done, and whether the copy is being scanned again.
    """

    progressed = Signal(object, bool)

    def __init__(self, view: LogView, log: FileLog, scanner: RecordScanner, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._view = view
        self._log = log
        self._scanner = scanner
        self._jobs = jobs
        self._dialog: ExportDialog | None = None
        self._rows: Rows | None = None

    def copy(self) -> None:
        """Copy the selected rows (the current one if none is) with what was found in them hidden."""
        table = self._view.table
        records = table.selected_records(MOST_COPIED)
        if not len(records) and table.current_record() >= 0:
            records = np.array([table.current_record()], dtype=np.int64)
        if not len(records):
            return
        if table.selected_count() > MOST_COPIED:
            self._view.message.emit(
                self.tr("Copying the first %s rows. The masked copy writes all of them.") % count_text(MOST_COPIED)
            )
        self._jobs.run("copy", _Copy(self._log, self._scanner, records), self._on_text, self._on_copy_failed)

    def _on_text(self, answer: tuple[str, int]) -> None:
        text, count = answer
        QGuiApplication.clipboard().setText(text)
        words = self.tr("Copied 1 record, masked") if count == 1 else self.tr("Copied %s records, masked")
        self._view.message.emit(words % count_text(count) if count != 1 else words)

    def _on_copy_failed(self, error: Exception) -> None:
        self._view.banner.show_message(localized_error(error))

    def show_dialog(self) -> None:
        """Ask how the masked copy is to be made."""
        if self._dialog is None:
            self._dialog = dialog = ExportDialog(self._view)
            dialog.write_requested.connect(self._on_write)
            dialog.cancel_requested.connect(self._on_cancel)
            dialog.open_requested.connect(self._view.open_requested)
            dialog.record_requested.connect(self._on_record)
            dialog.destroyed.connect(self._on_dialog_gone)
            self.progressed.connect(dialog.show_progress)
        session = self._view.session
        suggested = self._view.privacy.suggested("-masked")
        records = session.state.records
        self._dialog.open_for(suggested, self._log.files, session.shown, records, is_filtered=session.is_filtered)

    def _on_dialog_gone(self) -> None:
        self._dialog = None

    def _on_write(self, path: Path, style: MaskedStyle, options: MaskOptions, shown_only: bool) -> None:
        session = self._view.session
        self._rows = None if not shown_only or session.selection is None else np.sort(session.selection)
        job = _Write(self._log, ExportRequest(path, style, options, shown_only), self._rows, self.progressed.emit)
        self._jobs.run("masked copy", job, self._on_written, self._on_not_written)

    def _on_written(self, done: MaskedExport) -> None:
        if self._dialog is not None:
            self._dialog.show_report(done)

    def _on_not_written(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.show_problem(localized_error(error))

    def _on_cancel(self) -> None:
        self._jobs.cancel("masked copy")
        if self._dialog is not None:
            self._dialog.show_problem(self.tr("Cancelled. Nothing was written."))

    def _on_record(self, at: int) -> None:
        """Go to the record that a line of the copy was made from."""
        if self._rows is not None and not 0 <= at < len(self._rows):
            return
        record = at if self._rows is None else int(self._rows[at])
        if not self._view.table.show_record(record):
            self._view.table.show_record(record, nearest=True)


class _Copy:
    """Masks records for the clipboard (pool thread), in the order given. The same value has the same number."""

    def __init__(self, log: FileLog, scanner: RecordScanner, records: Rows) -> None:
        self._log, self._scanner, self._records = log, scanner, records

    def __call__(self, cancel: CancelToken) -> tuple[str, int]:
        masker = self._scanner.masker(Mask.NUMBERED, os.urandom(_KEY_BYTES))
        pieces: list[bytes] = []
        for first in range(0, len(self._records), _BATCH):
            cancel.check()
            part = self._records[first : first + _BATCH]
            raws = raw_records(self._log, np.sort(part))
            pieces += self._scanner.hidden([raws[number] for number in part.tolist()], masker)
        return "".join(piece.decode("utf-8", "replace") + "\n" for piece in pieces), len(pieces)


class _Write:
    """Writes the masked copy and scans it (pool thread)."""

    def __init__(
        self, log: FileLog, wish: ExportRequest, rows: Rows | None, progress: Callable[[int, bool], None]
    ) -> None:
        self._log, self._wish, self._rows, self._progress = log, wish, rows, progress

    def __call__(self, cancel: CancelToken) -> MaskedExport:
        scanner = make_scanner()
        copy = MaskedCopy(self._log, scanner.detector, self._wish.options, scanner.allow, processes=0)
        copy.progress = self._progress
        try:
            return copy.write(self._wish.path, self._wish.style, self._rows, cancel)
        except OSError as error:
            raise OSError(
                translatable(
                    "{path} cannot be written: {reason}.",
                    path=str(self._wish.path),
                    reason=str(error.strerror or error),
                )
            ) from error
