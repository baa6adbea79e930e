"""Connects a tab with the files behind its log: offers the older parts of a rotated log, and the clocks of merged files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from aidebug_gui.sources.addresses import Merged, read_address
from aidebug_gui.sources.rotated import siblings
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.banner import Banner
from aidebug_gui.ui.files.clocks import ClockDialog
from aidebug_gui.ui.files.dates import DateQuestion
from aidebug_gui.ui.files.strip import FileStrip
from aidebug_gui.ui.values import visible

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

NAMED = 3


class LogFiles(QObject):
    """What a tab knows of its files.

    Signals:
        instead_requested(object, object): open another address (LogAddress) in the place of this tab (LogView).
    """

    instead_requested = Signal(object, object)

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self._parts: list[Path] = []
        self._banner: Banner | None = None
        self._dialog: ClockDialog | None = None
        self._dates: DateQuestion | None = None
        view.table.first_painted.connect(self._look_at_dates)
        files = view.session.store.merged_files()
        if files:
            view.table.set_strip(FileStrip(view.session.store))
        else:
            view.table.first_painted.connect(self._look_for_parts)

    # older parts of a rotated log

    def _look_for_parts(self) -> None:
        self._view.jobs.run("rotated", _Siblings(self._view.path), self._on_parts)

    def _on_parts(self, parts: list[Path]) -> None:
        if not parts:
            return
        self._parts = parts
        self._banner = Banner(self._view)
        self._view.insert_below_filter(self._banner)
        self._banner.action_requested.connect(self._on_merge_requested)
        names = ", ".join(visible(part.name) for part in parts[:NAMED])
        if len(parts) > NAMED:
            names = self.tr("{0} and {1} more").format(names, len(parts) - NAMED)
        self._banner.show_message(
            self.tr("Other parts of this log lie beside it: {0}.").format(names), self.tr("Open as one log")
        )

    def _on_merge_requested(self) -> None:
        self.instead_requested.emit(self._view, Merged((self._view.path, *self._parts)))

    # dates

    def _look_at_dates(self) -> None:
        date = self._view.session.store.doubtful_date()
        if date:
            self._dates = DateQuestion(date, self._view)
            self._view.insert_below_filter(self._dates)
            self._dates.month_first_chosen.connect(self._on_date_order)

    def _on_date_order(self, month_first: bool) -> None:
        try:
            self._view.session.store.choose_date_order(month_first=month_first)
        except OSError as error:
            self._view.session.failed.emit(error)
            return
        self.reopen()

    def reopen(self) -> None:
        """Open the log again in this tab: it is to be read in another way."""
        self.instead_requested.emit(self._view, read_address(self._view.path))

    def show_format(self) -> None:
        """Show how the log is read, and how to correct it."""
        from aidebug_gui.ui.format.dialog import FormatDialog  # the engine is here by now

        FormatDialog(self._view).show()

    # clocks

    def show_clocks(self) -> None:
        """Show the files of a merged log, and what is added to their times."""
        files = self._view.session.store.merged_files()
        if not files:
            self._view.message.emit(self.tr("This log is one file. File > Open as one log merges several."))
            return
        if self._dialog is None:
            self._dialog = ClockDialog(self._view)
            self._dialog.shifts_chosen.connect(self._on_shifts)
        self._dialog.shown = self._view.privacy.shown_name
        self._dialog.show_files(files)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _on_shifts(self, shifts_ns: dict[str, int]) -> None:
        address = read_address(self._view.path)
        chosen = tuple((name, shift) for name, shift in shifts_ns.items() if shift)
        self.instead_requested.emit(
            self._view, Merged(address.paths if isinstance(address, Merged) else (address,), chosen)
        )


class _Siblings:
    """Looks for the other parts of a log (pool thread: the folder may be on a slow disk)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, cancel: CancelToken) -> list[Path]:
        return siblings(self._path)
