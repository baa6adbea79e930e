"""Keeps the strip beside the table true: what is shown, what is found, what is searched for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from aidebug_gui.store.protocol import CancelToken, FilterError, Rows
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.minimap.growing import FoundRecords, GivenRecords, Positions
from aidebug_gui.ui.minimap.places import NOWHERE, Places
from aidebug_gui.ui.minimap.strip import Channel, MinimapStrip
from aidebug_gui.ui.navigation.controller import ERRORS
from aidebug_gui.ui.pace import Pace

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

Key = TypeVar("Key")


class Minimap(QObject):
    """Asks where the marks are, at the pace that the log's size allows."""

    def __init__(self, view: LogView, strip: MinimapStrip) -> None:
        super().__init__(view)
        self._view = view
        self.strip = strip
        self.jobs = Jobs(self)
        self._marks = {Channel.ERRORS: _Marks(FoundRecords(view.session.store, ERRORS))}
        self._highlights: list[tuple[str, FoundRecords, _Marks]] = []  # colour, what is marked; the first counts first
        self._looked_for: FoundRecords | None = None  # what the find bar finds
        self._pace = Pace(self.jobs, self._look)
        strip.position_requested.connect(self._on_position)
        view.session.order_changed.connect(self._on_order)
        view.find_bar.pattern_changed.connect(self.look_for_matches)
        bar = view.table.verticalScrollBar()
        bar.valueChanged.connect(self._show_viewport)
        bar.rangeChanged.connect(self._show_viewport)

    def is_idle(self) -> bool:
        """Return whether everything is marked."""
        return self.jobs.is_idle() and not self._pace.is_pending

    def close(self) -> None:
        """Stop; the log is about to be closed."""
        self._pace.cancel()
        self.jobs.stop()

    def set_findings(self, rows: Callable[[], Rows]) -> None:
        """Mark records (sorted) as those of findings; asked for in the background, there may be millions."""
        self._marks[Channel.FINDINGS] = _Marks(GivenRecords(rows))
        self._pace()

    def set_highlights(self, parts: Sequence[tuple[str, FoundRecords]]) -> None:
        """Mark what highlights find, each in its colour; the first one covers the others."""
        known = {records: marks for _, records, marks in self._highlights}
        self._highlights = [(colour, records, known.get(records) or _Marks(records)) for colour, records in parts]
        self._look_for_highlights()

    def _look_for_highlights(self) -> None:
        if self._highlights:
            marks = {(number, colour): marks for number, (colour, _, marks) in enumerate(self._highlights)}
            self.jobs.run("minimap highlights", _Look(self._view, marks), self._show_highlights, self._on_failed)
        else:
            self.jobs.cancel("minimap highlights")
            self.strip.set_highlights([])

    def _show_highlights(self, found: Mapping[tuple[int, str], Places]) -> None:
        self.strip.set_highlights([(colour, places) for (_, colour), places in found.items()])

    def _on_order(self) -> None:
        QTimer.singleShot(0, self, self._show_viewport)
        self._pace()

    def _look(self) -> None:
        self.jobs.run("minimap", self._look_for(Channel.ERRORS, Channel.FINDINGS), self._show, self._on_failed)
        self._look_for_highlights()
        self.look_for_matches()

    def _look_for(self, *channels: Channel) -> _Look[Channel]:
        return _Look(self._view, {channel: self._marks[channel] for channel in channels if channel in self._marks})

    def look_for_matches(self) -> None:
        """Mark what the find bar looks for, nothing where it is closed."""
        records = self._view.navigation.matches.records()
        if records is not self._looked_for:
            self._looked_for = records
            if records is not None:
                self._marks[Channel.MATCHES] = _Marks(records)
            self.jobs.cancel("minimap matches")
            self.strip.set_places(Channel.MATCHES, NOWHERE)
        if records is not None:
            self.jobs.run("minimap matches", self._look_for(Channel.MATCHES), self._show, self._on_failed)

    def _show(self, found: Mapping[Channel, Places]) -> None:
        for channel, places in found.items():
            self.strip.set_places(channel, places)
        self._show_viewport()

    def _on_failed(self, _error: Exception) -> None:
        """What cannot be read is reported in the table."""

    def _show_viewport(self) -> None:
        table = self._view.table
        self.strip.set_top(table.header.height())
        first, last = table.visible_positions()
        self.strip.set_view(first, last, table.log_model.rowCount())

    def _on_position(self, position: int) -> None:
        self._view.table.show_position(position)


class _Marks:
    """What is marked in one column: which records, and where they stand. A job is made of it at each look."""

    def __init__(self, records: FoundRecords | GivenRecords) -> None:
        self._records = records
        self._positions = Positions()

    def places(self, table: _Table, cancel: CancelToken) -> Places:
        try:
            found = self._records(cancel)
        except FilterError:  # a regular expression that cannot be read is told in the find bar
            return NOWHERE
        positions = self._positions.of(found, table.order, table.count, is_ascending=table.is_ascending)
        return Places.of(positions, table.count)


class _Table:
    """Which records stand in the table, as it was when this was made."""

    def __init__(self, view: LogView) -> None:
        session = view.session  # not the table: it may hear of another order later than the strip
        self.order = session.order
        self.count = session.state.records if self.order is None else len(self.order)
        self.is_ascending = session.is_ascending


class _Look(Generic[Key]):
    """The job: where some marks stand in the table."""

    def __init__(self, view: LogView, marks: Mapping[Key, _Marks]) -> None:
        self._table, self._marks = _Table(view), marks

    def __call__(self, cancel: CancelToken) -> dict[Key, Places]:
        return {key: marks.places(self._table, cancel) for key, marks in self._marks.items()}
