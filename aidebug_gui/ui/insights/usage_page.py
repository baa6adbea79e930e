"""The page of usage: what each model, endpoint or value of another field cost, how fast it was and how often it failed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QWidget

from aidebug_gui.analysis.formatting import milliseconds, number
from aidebug_gui.analysis.usage import MEASURES, Measure, UsageLine
from aidebug_gui.ui.insights.page import Page
from aidebug_gui.ui.insights.sheet import Cell, Column
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.theme import current_theme, em
from aidebug_gui.ui.values import count_text, percent, second_text, time_parts, visible

_REASONS_SHOWN = 3
_NOTABLE = 0.05  # from this share on failures, cut and empty answers have a warning's colour
_TIMES = (14, 15)  # columns
_WIDTH_OF_TIMES, _WIDTH_OF_DATES = 5, 7.5
_OPTIONAL: dict[int, Callable[[UsageLine], object]] = {
    4: lambda line: line.tokens_in,
    5: lambda line: line.tokens_out,
    6: lambda line: line.cost_usd,
    7: lambda line: line.latency_ms,
    8: lambda line: line.latency_ms,
    9: lambda line: line.latency_ms,
    10: lambda line: line.tokens_per_s,
    11: lambda line: line.finish or None,
    12: lambda line: line.cut,
    13: lambda line: line.empty,
    14: lambda line: line.first_ns,
    15: lambda line: line.last_ns,
}
"""The columns that are there only where the log says something of them."""


class UsagePage(Page):
    """Lists usage.

    Signals:
        asked(): count by another field.
        only_requested(str): show only the records with this value.
        copy_requested(): copy the table.
    """

    asked = Signal()
    only_requested = Signal(str)
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        widths = (11, 4.5, 7, 4, 5, 5.2, 6.5, 5, 5, 5, 4.5, 10, 3.5, 3.5, _WIDTH_OF_TIMES, _WIDTH_OF_TIMES)
        texts = (0, 2, 11, 14, 15)
        columns = [
            Column("", width, is_right=at not in texts, descending=at not in texts) for at, width in enumerate(widths)
        ]
        super().__init__("", columns, parent)
        self.sheet.setAccessibleName(self.tr("Usage"))
        self.lines: list[UsageLine] = []
        self._is_dated = False
        self.field = _box(self, self.tr("Count by"))
        self.field.activated.connect(self.asked)
        self.measure = _box(self, self.tr("Over time"))
        self.measure.activated.connect(self._fill)
        names = (self.tr("Calls"), self.tr("Errors"), self.tr("Tokens"), self.tr("Cost"))
        for measure, name in zip(MEASURES, names, strict=True):
            self.measure.addItem(self.tr("{0} over time").format(name), measure)
        for box in (self.field, self.measure):
            self.controls.addWidget(box)
        self.only = self.add_button(self.tr("Only these"), self.tr("Show only these records"), self._on_only)
        self.copy = self.add_button(self.tr("Copy"), self.tr("Copy the table as CSV"), self._on_copy)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.activated_row.connect(self._on_activated)
        self.show_lines([])

    def set_fields(self, names: Sequence[str], titles: Sequence[str], chosen: str) -> None:
        """Offer fields to count by."""
        self.field.clear()
        for name, title in zip(names, titles, strict=True):
            self.field.addItem(self.tr("by {0}").format(visible(title)), name)
        self.field.setCurrentIndex(max(0, self.field.findData(chosen)))

    def show_lines(self, lines: Sequence[UsageLine]) -> None:
        """List usage; the line that was chosen stays so."""
        before = self.chosen_line()
        self.lines = list(lines)
        times = [time for line in lines for time in (line.first_ns, line.last_ns) if time is not None]
        is_dated = len({time_parts(time)[0] for time in times}) > 1
        if is_dated != self._is_dated:  # what was sized by hand stays until that changes
            self._is_dated = is_dated
            for column in _TIMES:
                self.sheet.horizontalHeader().resizeSection(
                    column, em(_WIDTH_OF_DATES if is_dated else _WIDTH_OF_TIMES)
                )
        self._fill()
        again = next((at for at, line in enumerate(self.lines) if before and line.value == before.value), -1)
        if again >= 0:
            self.sheet.choose(again)

    def _fill(self) -> None:
        for column, value in _OPTIONAL.items():
            self.sheet.setColumnHidden(column, all(value(line) is None for line in self.lines))
        self.sheet.set_titles(
            (
                self.field.currentText().removeprefix(self.tr("by {0}").format("")) or self.tr("Value"),
                self.tr("Calls"),
                self.measure.currentText(),
                self.tr("Errors"),
                self.tr("Tokens in"),
                self.tr("Tokens out"),
                self.tr("Cost"),
                self.tr("p50"),
                self.tr("p95"),
                self.tr("p99"),
                self.tr("Tokens/s"),
                self.tr("Ended with"),
                self.tr("Cut"),
                self.tr("Empty"),
                self.tr("First"),
                self.tr("Last"),
            )
        )
        measure: Measure = self.measure.currentData()
        most = max((line.calls for line in self.lines), default=1)
        self.sheet.set_rows([self._cells(line, measure, most) for line in self.lines])

    def _cells(self, line: UsageLine, measure: Measure, most: int) -> tuple[Cell, ...]:
        warning = current_theme().colors["threshold"]
        spark = line.over_time.get(measure)
        p50, p95, p99 = line.latency_ms or (None, None, None)
        return (
            Cell(line.value, line.value),
            Cell(count_text(line.calls), line.calls, bar=line.calls / most),
            Cell("", spark=spark, key=float(spark.sum()) if spark is not None else 0.0),
            _share(line.failed, line.calls, warning),
            _number(line.tokens_in),
            _number(line.tokens_out),
            _cost(line.cost_usd),
            _latency(p50),
            _latency(p95),
            _latency(p99),
            _number(line.tokens_per_s),
            _finish(line),
            _share(line.cut, line.calls, warning),
            _share(line.empty, line.calls, warning),
            self._time(line.first_ns),
            self._time(line.last_ns),
        )

    def _time(self, time_ns: int | None) -> Cell:
        if time_ns is None:
            return Cell("", -1.0)
        text = second_text(time_ns, dated=self._is_dated)
        return Cell(text[5:] if self._is_dated else text, float(time_ns))

    def chosen_line(self) -> UsageLine | None:
        """Return the line that is chosen."""
        row = self.sheet.current_row()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def _on_chosen(self, row: int) -> None:
        self.only.setEnabled(row >= 0)

    def _on_activated(self, row: int) -> None:
        self.only_requested.emit(self.lines[row].value)

    def _on_only(self) -> None:
        if (line := self.chosen_line()) is not None:
            self.only_requested.emit(line.value)

    def _on_copy(self) -> None:
        self.copy_requested.emit()


def _box(page: UsagePage, name: str) -> QComboBox:
    box = QComboBox(page)
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def _number(value: float | None) -> Cell:
    return Cell("", -1.0) if value is None else Cell(localized(number(value)), value)


def _cost(value: float | None) -> Cell:
    return Cell("", -1.0) if value is None else Cell(f"$ {localized(number(value))}", value)


def _latency(value: float | None) -> Cell:
    return Cell("", -1.0) if value is None else Cell(localized(milliseconds(value)), value)


def _share(part: int | None, whole: int, warning: QColor) -> Cell:
    if part is None:
        return Cell("", -1.0)
    share = part / max(1, whole)
    return Cell(percent(part, whole), share, colour=warning if share >= _NOTABLE else None)


def _finish(line: UsageLine) -> Cell:
    """How calls ended, the most frequent reason first."""
    total = sum(count for _, count in line.finish)
    words = [f"{reason} {percent(count, total)}" for reason, count in line.finish[:_REASONS_SHOWN]]
    if len(line.finish) > _REASONS_SHOWN:
        words.append("…")
    return Cell(", ".join(words), line.finish[0][0] if line.finish else "")
