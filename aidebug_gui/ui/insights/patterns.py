"""The page of the message patterns: which statements the log is made of, how often and when each occurs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from aidebug_gui.analysis.patterns.likeness import more_special
from aidebug_gui.analysis.patterns.message_patterns import Patterns
from aidebug_gui.analysis.patterns.pattern_table import PatternLine, pattern_lines
from aidebug_gui.analysis.shared_analysis import SharedAnalysis
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.filter.edit import terms, without_patterns
from aidebug_gui.store.protocol import CancelToken, LogStore, Rows
from aidebug_gui.ui.insights.page import Page
from aidebug_gui.ui.insights.sheet import Cell, Column
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized_error
from aidebug_gui.ui.session import Pin
from aidebug_gui.ui.theme import current_theme, em
from aidebug_gui.ui.values import count_text, level_name, time_parts

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

MOST_LISTED = 5000
_MOST_SPECIAL = 20  # templates that a filter leaves out
_FIRST, _LAST = 5, 6  # columns
_WIDTH_OF_TIMES, _WIDTH_OF_DATES = 6, 9


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """The answer: the lines, and the patterns of all records that they are taken from."""

    lines: list[PatternLine]
    patterns: Patterns


class PatternsPage(Page):
    """Lists patterns.

    Signals:
        only_requested(object): show only the records of these pattern numbers (a list).
        without_requested(object): show all others.
    """

    only_requested = Signal(object)
    without_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = (
            Column("", 5, is_right=True, descending=True),
            Column("", 9),
            Column("", 5, descending=True),
            Column("", 5, descending=True),
            Column(""),
            Column("", _WIDTH_OF_TIMES),
            Column("", _WIDTH_OF_TIMES, descending=True),
        )
        super().__init__("", columns, parent)
        self.sheet.set_titles(
            (
                self.tr("Records"),
                self.tr("Over time"),
                self.tr("Level"),
                self.tr("New, rare"),
                self.tr("Message"),
                self.tr("First"),
                self.tr("Last"),
            )
        )
        self.sheet.setAccessibleName(self.tr("Message patterns"))
        self._lines: list[PatternLine] = []
        self._shown: list[PatternLine] = []
        self._is_dated = False
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a pattern"))
        self.search.setAccessibleName(self.tr("Find a pattern"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(em(12))
        self.search.textChanged.connect(self._fill)
        self.controls.addWidget(self.search)
        self.only = self.add_button(self.tr("Only these"), self.tr("Show only these messages"), self._on_only)
        self.without = self.add_button(self.tr("Without"), self.tr("Hide these messages"), self._on_without)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.activated_row.connect(self._on_activated)
        self.show_lines([])

    def show_lines(self, lines: Sequence[PatternLine]) -> None:
        """List patterns, the most frequent first."""
        self._lines = list(lines[:MOST_LISTED])
        self._show_dates(len({time_parts(time_ns)[0] for line in lines for time_ns in _times(line)}) > 1)
        self._fill()

    def _show_dates(self, is_dated: bool) -> None:
        """Show dates where the log goes over more than one day. What was sized by hand stays until that changes."""
        if is_dated != self._is_dated:
            self._is_dated = is_dated
            for column in (_FIRST, _LAST):
                self.sheet.horizontalHeader().resizeSection(
                    column, em(_WIDTH_OF_DATES if is_dated else _WIDTH_OF_TIMES)
                )

    def _fill(self) -> None:
        wanted = self.search.text().casefold()
        self._shown = [line for line in self._lines if wanted in line.pattern.text.casefold()]
        most = max((line.count for line in self._shown), default=1)
        self.sheet.set_rows([self._cells(line, most) for line in self._shown])

    def _cells(self, line: PatternLine, most: int) -> tuple[Cell, ...]:
        pattern, theme = line.pattern, current_theme()
        tags = [self.tr("new")] if line.is_new else []
        tags += [self.tr("rare")] if line.is_rare else []
        style = theme.level(pattern.level)
        return (
            Cell(count_text(line.count), line.count, bar=line.count / most),
            Cell("", spark=line.over_time, key=int(line.over_time.argmax())),
            Cell(level_name(pattern.level), pattern.level, colour=style.text),
            Cell(" ".join(tags), 2 * line.is_new + line.is_rare, colour=theme.colors["threshold"]),
            Cell(pattern.text, pattern.text, colour=style.text if pattern.level >= Level.WARNING else None),
            Cell(self._time(line.first_ns), pattern.first),
            Cell(self._time(line.last_ns), pattern.last),
        )

    def chosen(self) -> list[PatternLine]:
        """Return the lines that are selected."""
        return [self._shown[row] for row in self.sheet.selected_rows()]

    def _on_chosen(self, row: int) -> None:
        for button in (self.only, self.without):
            button.setEnabled(row >= 0)

    def _on_activated(self, row: int) -> None:
        self.only_requested.emit([self._shown[row].pattern.number])

    def _on_only(self) -> None:
        if chosen := self.chosen():
            self.only_requested.emit([line.pattern.number for line in chosen])

    def _on_without(self) -> None:
        if chosen := self.chosen():
            self.without_requested.emit([line.pattern.number for line in chosen])

    def _time(self, time_ns: int | None) -> str:
        if time_ns is None:
            return ""
        date, clock = time_parts(time_ns)
        clock = clock.partition(".")[0]
        return f"{date[5:]} {clock}" if self._is_dated else clock


def _times(line: PatternLine) -> list[int]:
    return [time_ns for time_ns in (line.first_ns, line.last_ns) if time_ns is not None]


class PatternList(QObject):
    """Asks for the patterns of what is shown while the page is looked at.

    A filter by patterns does not shorten the list, so that the next one can be chosen from it.
    """

    def __init__(self, view: LogView, shared: SharedAnalysis, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._view = view
        self._shared = shared
        self._jobs = jobs
        self._patterns: Patterns | None = None
        self._asked: tuple[int, str, Rows | None] | None = None
        self.page = PatternsPage(view)
        self.page.only_requested.connect(self._on_only)
        self.page.without_requested.connect(self._on_without)

    def refresh(self) -> None:
        """List the patterns of the records shown, if others are shown than at the last time."""
        session = self._view.session
        records, query = session.state.records, without_patterns(session.query)
        is_by_pattern = len(terms(query)) < len(terms(session.query))
        selection = None if is_by_pattern else session.selection
        known = self._asked
        is_known = known is not None and known[:2] == (records, query) and (is_by_pattern or known[2] is selection)
        if records and not is_known:
            self._asked = (records, query, selection)
            self.page.show_message(self.tr("looking …"))
            asked = _List(session.store, self._shared, query if is_by_pattern else selection)
            self._jobs.run("patterns", asked, self._show, self._on_failed)

    def _show(self, listed: Listed) -> None:
        self._patterns = listed.patterns
        self.page.show_lines(listed.lines)
        count, records = len(listed.lines), sum(line.count for line in listed.lines)
        words = self.tr("{0} patterns in {1} records. Enter shows only the records of one.")
        self.page.show_message(words.format(count_text(count), count_text(records)))

    def _on_failed(self, error: Exception) -> None:
        self._asked = None
        self.page.show_message(self.tr("The patterns could not be found: {0}").format(localized_error(error)))

    def _on_only(self, numbers: list[int]) -> None:
        self._filter(numbers, exclude=False)

    def _on_without(self, numbers: list[int]) -> None:
        self._filter(numbers, exclude=True)

    def _filter(self, numbers: list[int], *, exclude: bool) -> None:
        if self._patterns is not None:
            self._jobs.run(
                "patterns to filter by", _Choice(self._patterns, numbers, exclude), self._apply, self._on_failed
            )

    def _apply(self, chosen: Chosen) -> None:
        """Filter by patterns; by the records themselves where a filter would be long, or hold words that are hidden now."""
        templates = (*chosen.texts, *chosen.not_meant)
        shown = self._view.privacy.shown
        if len(chosen.not_meant) <= _MOST_SPECIAL and all(shown(text) == text for text in templates):
            self._view.filter_bar.set_patterns(chosen.texts, exclude=chosen.exclude, not_meant=chosen.not_meant)
            return
        is_chosen = np.isin(chosen.patterns.of, chosen.numbers)
        rows = np.flatnonzero(~is_chosen if chosen.exclude else is_chosen).astype(np.int64)
        text = shown(chosen.texts[0])
        if len(chosen.texts) > 1:
            text = self.tr("{0} patterns").format(count_text(len(chosen.texts)))
        self._view.session.pin(Pin(self.tr("not: {0}").format(text) if chosen.exclude else text, rows, len(rows)))


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """Patterns to show or to hide. ``not_meant``: the templates of others whose messages are like theirs, too."""

    patterns: Patterns
    numbers: list[int]
    exclude: bool
    texts: list[str]
    not_meant: list[str]


class _Choice:
    """The job that tells chosen patterns from those that are like them."""

    def __init__(self, patterns: Patterns, numbers: list[int], exclude: bool) -> None:
        self._patterns, self._numbers, self._exclude = patterns, numbers, exclude

    def __call__(self, cancel: CancelToken) -> Chosen:
        texts = [pattern.text for pattern in self._patterns.patterns]
        special = [texts[number] for number in more_special(texts, self._numbers)]
        return Chosen(
            self._patterns, self._numbers, self._exclude, [texts[number] for number in self._numbers], special
        )


class _List:
    """The job. ``shown``: the selected records, or a filter that selects them."""

    def __init__(self, store: LogStore, shared: SharedAnalysis, shown: Rows | str | None) -> None:
        self._store, self._shared, self._shown = store, shared, shown

    def __call__(self, cancel: CancelToken) -> Listed:
        selection = self._store.select(self._shown, cancel=cancel) if isinstance(self._shown, str) else self._shown
        analysis = self._shared.analysis(cancel)
        patterns = analysis.patterns
        return Listed(pattern_lines(analysis.evidence, patterns, selection), patterns)
