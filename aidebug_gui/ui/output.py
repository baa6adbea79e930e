"""Takes records out of a tab: to the clipboard and into files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from aidebug_gui.store.marks import MARKS_COLUMN
from aidebug_gui.store.protocol import CancelToken, LogStore, Rows
from aidebug_gui.ui.localized import localized_error
from aidebug_gui.ui.table.columns import ABOVE
from aidebug_gui.ui.table.view import MAX_RECORDS_COPIED
from aidebug_gui.ui.values import count_text

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

Style = Literal["jsonl", "csv", "raw"]
_SUFFIXES: dict[Style, str] = {"jsonl": ".jsonl", "csv": ".csv", "raw": ".log"}


class Output(QObject):
    """Copies and exports what is selected or shown."""

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view

    def copy_raw(self) -> None:
        self.copy("raw")

    def copy_json(self) -> None:
        self.copy("jsonl")

    def copy_csv(self) -> None:
        self.copy("csv")

    def export_raw(self) -> None:
        self.export("raw")

    def export_jsonl(self) -> None:
        self.export("jsonl")

    def export_csv(self) -> None:
        self.export("csv")

    def copy(self, style: Style) -> None:
        """Copy the selected rows (the current one if none is) in the order of the table."""
        table = self._view.table
        records = table.selected_records()
        if not len(records) and table.current_record() >= 0:
            records = table.log_model.records(table.currentIndex().row(), table.currentIndex().row())
        if not len(records):
            return
        if table.selected_count() > MAX_RECORDS_COPIED:
            self._view.message.emit(
                self.tr("Copying the first %s rows. Export writes all of them.") % count_text(MAX_RECORDS_COPIED)
            )
        job = _Text(self._view.session.store, records, style, self._columns(style))
        self._view.jobs.run("copy", job, self._on_text, self._on_failed)

    def _columns(self, style: Style) -> list[str]:
        """CSV has the columns of the table that are fields of the log, from left to right; the others are whole records."""
        if style != "csv":
            return []
        return [name for name in self._view.table.header.shown_order() if name not in (MARKS_COLUMN, ABOVE)]

    def _on_text(self, answer: tuple[str, int]) -> None:
        text, count = answer
        QGuiApplication.clipboard().setText(text)
        self._view.message.emit(self.tr("Copied %s") % _records(count))

    def export(self, style: Style) -> None:
        """Ask for a file name and write the records shown."""
        suggested = self._view.privacy.suggested(f"-shown{_SUFFIXES[style]}")
        chosen, _ = QFileDialog.getSaveFileName(self._view, self.tr("Export the records shown"), str(suggested))
        if chosen:
            self.export_to(Path(chosen), style)

    def export_to(self, path: Path, style: Style) -> None:
        """Write the records shown, in the order of the table, to a file."""
        session = self._view.session
        job = _Export(session.store, session.order, path, style, self._columns(style))
        self._view.jobs.run("export", job, self._on_exported, self._on_failed)

    def _on_exported(self, answer: tuple[Path, int]) -> None:
        path, count = answer
        self._view.message.emit(self.tr("%s written to %s") % (_records(count), path))

    def _on_failed(self, error: Exception) -> None:
        self._view.banner.show_message(localized_error(error))


class _Text:
    def __init__(self, store: LogStore, records: Rows, style: Style, columns: list[str]) -> None:
        self._store, self._records, self._style, self._columns = store, records, style, columns

    def __call__(self, cancel: CancelToken) -> tuple[str, int]:
        return self._store.text(self._records, self._style, self._columns), len(self._records)


class _Export:
    def __init__(self, store: LogStore, order: Rows | None, path: Path, style: Style, columns: list[str]) -> None:
        self._store, self._order, self._path, self._style, self._columns = store, order, path, style, columns

    def __call__(self, cancel: CancelToken) -> tuple[Path, int]:
        count = self._store.export(self._order, self._path, style=self._style, columns=self._columns, cancel=cancel)
        return self._path, count


def _records(count: int) -> str:
    translate = QCoreApplication.translate
    text = translate("Output", "{0} record") if count == 1 else translate("Output", "{0} records")
    return text.format(count_text(count))
