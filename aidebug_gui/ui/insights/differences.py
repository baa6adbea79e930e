"""The page "What is different here?": a part of the log against the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from aidebug_gui.analysis.difference import Difference, as_long_before, between, differences
from aidebug_gui.analysis.formatting import number, percent
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.analysis.shared_analysis import SharedAnalysis
from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.store.filter.edit import fields_of
from aidebug_gui.store.filter.formatting import quote_name
from aidebug_gui.store.protocol import CancelToken, Rows
from aidebug_gui.ui.insights.page import Page
from aidebug_gui.ui.insights.sheet import Cell, Column
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized, localized_error
from aidebug_gui.ui.plots.threshold import threshold_text
from aidebug_gui.ui.session import Pin
from aidebug_gui.ui.values import count_text

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

_BAR_WIDTH, _WHAT_WIDTH, _SHARE_WIDTH = 5, 9, 7


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What is compared: records, or a stretch of time (ns). ``left_out``: fields by which it was chosen."""

    rows: Rows | None = None
    span: tuple[int, int] | None = None
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The differences with the sizes of the two parts, and the patterns that they speak of."""

    found: list[Difference]
    here: int
    elsewhere: int
    patterns: Patterns


class DifferencesPage(Page):
    """Lists differences.

    Signals:
        only_requested(object): show only the records of a :class:`Difference`.
        without_requested(object): show all others.
        against_changed(bool): compare with the stretch before (True) or with all the rest.
    """

    only_requested = Signal(object)
    without_requested = Signal(object)
    against_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = (
            Column("", _BAR_WIDTH, descending=True),
            Column("", _WHAT_WIDTH),
            Column(""),
            Column("", _SHARE_WIDTH, is_right=True, descending=True),
            Column("", _SHARE_WIDTH, is_right=True, descending=True),
        )
        super().__init__("", columns, parent)
        titles = (
            self.tr("Difference"),
            self.tr("Field"),
            self.tr("What differs"),
            self.tr("Here"),
            self.tr("Elsewhere"),
        )
        self.sheet.set_titles(titles)
        self.sheet.setAccessibleName(self.tr("What is different here"))
        self._found: list[Difference] = []
        self.against = QComboBox(self)
        self.against.addItems([self.tr("against all the rest"), self.tr("against the same span before")])
        self.against.setAccessibleName(self.tr("Compare with"))
        self.against.currentIndexChanged.connect(self._on_against)
        self.controls.addWidget(self.against)
        self.only = self.add_button(self.tr("Only these"), self.tr("Show only the records with this"), self._on_only)
        self.without = self.add_button(self.tr("Without"), self.tr("Hide the records with this"), self._on_without)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.activated_row.connect(self._on_activated)
        self.show_found([])
        self.show_message(self.tr("Drag over a stretch of a plot, filter, or select rows; then press D."))

    def show_found(self, found: Sequence[Difference]) -> None:
        """List differences, the largest first."""
        self._found = list(found)
        largest = max((difference.size for difference in found), default=1.0)
        self.sheet.set_rows([self._cells(difference, difference.size / largest) for difference in found])
        if found:
            self.sheet.choose(0)

    def _cells(self, difference: Difference, share: float) -> tuple[Cell, ...]:
        pattern = difference.kind == "pattern"
        field = CANONICAL[difference.what].title if difference.what in CANONICAL else difference.what
        write = number if difference.kind == "number" else percent
        return (
            Cell("", difference.size, bar=share),
            Cell(self.tr("message") if pattern else field, field),
            Cell(difference.what if pattern else difference.value or localized(difference.sentence), difference.value),
            Cell(localized(write(difference.inside)), difference.inside),
            Cell(localized(write(difference.outside)), difference.outside),
        )

    def current(self) -> Difference | None:
        """Return the difference that is chosen, None if none is."""
        row = self.sheet.current_row()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _on_chosen(self, row: int) -> None:
        for button in (self.only, self.without):
            button.setEnabled(row >= 0)

    def _on_activated(self, row: int) -> None:
        self.only_requested.emit(self._found[row])

    def _on_only(self) -> None:
        if (difference := self.current()) is not None:
            self.only_requested.emit(difference)

    def _on_without(self) -> None:
        if (difference := self.current()) is not None:
            self.without_requested.emit(difference)

    def _on_against(self, index: int) -> None:
        self.against_changed.emit(index == 1)


class Differences(QObject):
    """Asks what differs, and turns a difference into a filter."""

    def __init__(self, view: LogView, shared: SharedAnalysis, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._view = view
        self._shared = shared
        self._jobs = jobs
        self._part: Part | None = None
        self._before = False
        self._patterns: Patterns | None = None
        self.page = DifferencesPage(view)
        self.page.only_requested.connect(self._on_only)
        self.page.without_requested.connect(self._on_without)
        self.page.against_changed.connect(self._on_against)

    def ask(self) -> bool:
        """Compare what is selected, filtered or zoomed to; False if that is everything."""
        part = self._chosen()
        if part is None:
            self._view.message.emit(
                self.tr("Nothing to compare yet: drag over a stretch of a plot, filter, or select rows.")
            )
            return False
        self._part = part
        self._start()
        return True

    def _chosen(self) -> Part | None:
        """Return the rows that are selected, else what the filter leaves, else what is seen of the plots."""
        view = self._view
        if view.table.selected_count() > 1:
            rows = np.sort(view.table.selected_records(view.session.state.records))
            return Part(rows) if len(rows) < view.session.state.records else None
        if view.session.selection is not None:
            return Part(view.session.selection, left_out=fields_of(view.session.query))
        plots = view.panels.plots
        if plots is not None and plots.window_x.zoomed and plots.window_x.axis == "time":
            first, last = plots.window_x.visible
            return Part(span=(plots.window_x.to_ns(first), plots.window_x.to_ns(last)))
        return None

    def _start(self) -> None:
        if self._part is not None:
            self.page.show_message(self.tr("looking …"))
            question = _Compare(self._shared, self._part, before=self._before)
            self._jobs.run("differences", question, self._show, self._on_failed)

    def _show(self, answer: Answer) -> None:
        self._patterns = answer.patterns
        self.page.show_found(answer.found)
        here, elsewhere = count_text(answer.here), count_text(answer.elsewhere)
        if not answer.here or not answer.elsewhere:
            words = self.tr("There is nothing to compare with: {0} records here, {1} elsewhere.")
        elif answer.found:
            words = self.tr("How these {0} records differ from {1} others, the largest difference first.")
        else:
            words = self.tr("These {0} records differ from {1} others no more than chance explains.")
        self.page.show_message(words.format(here, elsewhere))

    def _on_failed(self, error: Exception) -> None:
        self.page.show_message(self.tr("This could not be answered: {0}").format(localized_error(error)))

    def _on_against(self, before: bool) -> None:
        self._before = before
        self._start()

    def _on_only(self, difference: Difference) -> None:
        self._filter(difference, exclude=False)

    def _on_without(self, difference: Difference) -> None:
        self._filter(difference, exclude=True)

    def _filter(self, difference: Difference, *, exclude: bool) -> None:
        bar = self._view.filter_bar
        if difference.kind == "pattern" and self._patterns is not None:
            rows = self._patterns.rows(int(self._patterns.of[difference.record]))
            if exclude:
                rows = np.setdiff1d(np.arange(self._view.session.state.records), rows, assume_unique=True)
            text = self._view.privacy.shown(difference.what)
            name = self.tr("not: {0}").format(text) if exclude else text
            self._view.session.pin(Pin(name, rows, len(rows)))
        elif difference.bound is not None:
            operator, value = difference.bound
            if exclude:
                operator = "<=" if operator == ">" else ">"
            bar.set_bound(f"{quote_name(difference.what)}{operator}{threshold_text(value)}")
        else:
            bar.add_term(difference.what, ":", difference.value, exclude=exclude)


class _Compare:
    """The job."""

    def __init__(self, shared: SharedAnalysis, part: Part, *, before: bool) -> None:
        self._shared, self._part, self._before = shared, part, before

    def __call__(self, cancel: CancelToken) -> Answer:
        analysis = self._shared.analysis(cancel)
        evidence, patterns = analysis.evidence, analysis.patterns
        part = self._part
        rows = between(evidence, *part.span) if part.span is not None else part.rows
        assert rows is not None
        rows = rows[rows < evidence.records]
        rest = as_long_before(evidence, rows) if self._before else None
        found = differences(evidence, patterns, rows, rest, left_out=part.left_out)
        elsewhere = evidence.records - len(rows) if rest is None else len(rest)
        self._shared.forget()
        return Answer(found, len(rows), elsewhere, patterns)
