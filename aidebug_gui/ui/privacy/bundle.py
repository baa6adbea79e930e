"""Writes what is on the screen as a bug bundle, and shows a bundle that is opened as it was seen."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from aidebug_gui.analysis.bundle import Bundle, write_bundle
from aidebug_gui.analysis.pii.export import MaskedExport
from aidebug_gui.sources.bundle import BundleView
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.translatable import translatable
from aidebug_gui.ui.column_menu import find_column
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized, localized_error
from aidebug_gui.ui.values import count_text, visible

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


class BugBundle(QObject):
    """The action of the menu.

    Signals:
        progressed(int, bool): records done, and whether they are being scanned again.
    """

    progressed = Signal(object, bool)

    def __init__(self, view: LogView, log: FileLog, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._view = view
        self._log = log
        self._jobs = jobs
        self._path = Path()
        self.progressed.connect(self._on_progress)

    def ask(self) -> None:
        """Ask for a file name and write the bundle."""
        suggested = self._view.privacy.suggested("-bundle.zip")
        title = self.tr("Bug bundle: masked rows, filter, plots, versions")
        chosen, _ = QFileDialog.getSaveFileName(self._view, title, str(suggested))
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Write the records shown, and how they are shown, into a bundle."""
        session, header = self._view.session, self._view.table.header
        marks = self._view.bookmarks.marked.notes()
        view = BundleView(session.query, tuple(header.shown_order()), session.sort, marks)
        rows = None if session.selection is None else np.sort(session.selection)
        self._path = path
        job = _Write(self._log, path, Bundle(view, rows, self._picture()), self.progressed.emit)
        self._view.message.emit(self.tr("Writing the bundle …"))
        self._jobs.run("bundle", job, self._on_written, self._on_failed)

    def _picture(self) -> bytes:
        """Return the plots as a PNG, empty where none are shown."""
        from aidebug_gui.ui.plots.export import write_picture

        plots = self._view.panels.plots
        if plots is None or plots.isHidden():
            return b""
        with tempfile.TemporaryDirectory(prefix="aidebug-") as folder:
            write_picture(plots, Path(folder) / "plots.png")
            return (Path(folder) / "plots.png").read_bytes()

    def _on_progress(self, records: int, again: bool) -> None:
        if "bundle" in self._jobs.kinds():
            words = self.tr("Scanning the bundle again …") if again else self.tr("%s records written …")
            self._view.message.emit(words if again else words % count_text(records))

    def _on_written(self, done: MaskedExport) -> None:
        saved = self.tr("%s written. Records: %s, values hidden: %s. Scanned again: %s certain and %s likely left.") % (
            self._path.name,
            count_text(done.records),
            count_text(done.masked),
            count_text(done.certain_left),
            count_text(done.likely_left),
        )
        places = "; ".join(map(localized, done.left[:3]))
        advice = places or self.tr("What no rule recognises is still in it: check it before you send it.")
        self._view.banner.show_message(visible(f"{saved} {advice}"))

    def _on_failed(self, error: Exception) -> None:
        self._view.banner.show_message(visible(localized_error(error)))


class BundleRestore(QObject):
    """Brings the view of a bundle back once its rows are read."""

    def __init__(self, view: LogView, log: FileLog, saved: BundleView, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._view = view
        self._log = log
        self._saved = saved
        self._jobs = jobs
        self._is_done = False
        view.session.state_changed.connect(self._check)
        self._check()

    def _check(self) -> None:
        state = self._view.session.state
        if self._is_done or not state.complete or not state.records:
            return
        self._is_done = True
        view, saved = self._view, self._saved
        if saved.columns:
            store = view.session.store
            view.table.log_model.set_columns([find_column(store, name) for name in saved.columns])
            view.table.header.fit_columns()
        if saved.marks and view.memory.log is None:  # opened before: what was marked since then holds
            view.bookmarks.take_over(saved.marks)
        if saved.query:
            self._jobs.run("bundle filter", _Holds(self._log, saved.query), self._on_known, self._on_unknown)
        if saved.sort is not None:
            view.session.sort_by(*saved.sort)

    def _on_known(self, holds: bool) -> None:
        if holds:
            self._view.filter_bar.set_filter(self._saved.query)
        else:
            self._show_note()

    def _on_unknown(self, _error: Exception) -> None:
        self._show_note()

    def _show_note(self) -> None:
        words = self.tr("These rows were filtered by: %s. Masked rows are no longer found by it.") % self._saved.query
        self._view.banner.show_message(visible(words))


class _Write:
    def __init__(self, log: FileLog, path: Path, bundle: Bundle, progress: Callable[[int, bool], None]) -> None:
        self._log, self._path, self._bundle, self._progress = log, path, bundle, progress

    def __call__(self, cancel: CancelToken) -> MaskedExport:
        try:
            return write_bundle(self._log, self._path, self._bundle, cancel, self._progress)
        except OSError as error:
            raise OSError(
                translatable(
                    "{path} cannot be written: {reason}.", path=str(self._path), reason=str(error.strerror or error)
                )
            ) from error


class _Holds:
    """Tells whether a filter still finds all rows: terms on masked values and on lines may not."""

    def __init__(self, log: FileLog, query: str) -> None:
        self._log, self._query = log, query

    def __call__(self, cancel: CancelToken) -> bool:
        rows = self._log.select(self._query, cancel=cancel)
        return rows is None or len(rows) == self._log.state().records
