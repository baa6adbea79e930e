"""The page of drift: scores and labels against the first part of the log, or against records that the user picks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from aidebug_gui.analysis.drift import STRONG
from aidebug_gui.analysis.drift_table import DriftLine, drift_lines
from aidebug_gui.analysis.formatting import percent
from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken, Rows
from aidebug_gui.ui.insights.page import Page
from aidebug_gui.ui.insights.sheet import Cell, Column
from aidebug_gui.ui.insights.threshold import ThresholdJudge
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized, localized_error
from aidebug_gui.ui.session import Pin
from aidebug_gui.ui.theme import current_theme
from aidebug_gui.ui.values import count_text, local_number, visible

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


class DriftPage(Page):
    """Lists comparisons.

    Signals:
        only_requested(object): show only the records of a :class:`DriftLine`.
        asked(): compare with other choices.
        reference_requested(): let what is shown now be the reference, or the first part again.
    """

    only_requested = Signal(object)
    asked = Signal()
    reference_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = (
            Column("", 7),
            Column("", 10),
            Column("", 5, is_right=True, descending=True),
            Column("", 6, is_right=True),
            Column("", 6, is_right=True),
            Column("", 6, is_right=True, descending=True),
            Column(""),
        )
        super().__init__("", columns, parent)
        self.sheet.set_titles(
            (
                self.tr("Compared"),
                self.tr("What"),
                self.tr("PSI"),
                self.tr("Before"),
                self.tr("Now"),
                self.tr("Records"),
                self.tr("In words"),
            )
        )
        self.sheet.setAccessibleName(self.tr("Drift"))
        self._lines: list[DriftLine] = []
        self.field = QComboBox(self)
        self.field.setAccessibleName(self.tr("Field"))
        self.field.activated.connect(self.asked)
        self.controls.addWidget(self.field)
        tip = self.tr("Compare with the records that are shown now, instead of with the first part of the log")
        self.reference = self.add_button(self.tr("Shown records as reference"), tip, self._on_reference)
        self.only = self.add_button(self.tr("Only these"), self.tr("Show only these records"), self._on_only)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.activated_row.connect(self._on_activated)
        self.show_lines([])

    def set_fields(self, names: Sequence[str], chosen: str) -> None:
        """Offer numbers to compare."""
        self.field.clear()
        for name in names:
            self.field.addItem(visible(name), name)
        self.field.setCurrentIndex(max(0, self.field.findData(chosen)))

    def show_lines(self, lines: Sequence[DriftLine]) -> None:
        """List comparisons."""
        self._lines = list(lines)
        self.sheet.set_rows([self._cells(line) for line in lines])

    def _cells(self, line: DriftLine) -> tuple[Cell, ...]:
        kinds = {
            "time": self.tr("over time"),
            "reference": self.tr("with reference"),
            "group": (line.group or ("", ""))[0],
            "labels": self.tr("mix of labels"),
        }
        colour = current_theme().colors["threshold"] if line.notable else current_theme().colors["muted"]
        psi = "" if line.kind == "labels" else local_number(f"{line.psi:.2f}")
        return (
            Cell(kinds[line.kind], line.kind),
            Cell(line.what, line.what),
            Cell(psi, line.psi, bar=min(1.0, line.psi / (4 * STRONG)) if psi else None, colour=colour),
            Cell(localized(percent(line.before)), line.before),
            Cell(localized(percent(line.now)), line.now),
            Cell(count_text(len(line.rows)), len(line.rows)),
            Cell(localized(line.text), line.text),
        )

    def _on_chosen(self, row: int) -> None:
        self.only.setEnabled(row >= 0)

    def _on_activated(self, row: int) -> None:
        self.only_requested.emit(self._lines[row])

    def _on_only(self) -> None:
        row = self.sheet.current_row()
        if row >= 0:
            self.only_requested.emit(self._lines[row])

    def _on_reference(self) -> None:
        self.reference_requested.emit()


@dataclass(frozen=True, slots=True)
class _Choice:
    """What was compared: field, threshold and records of the log; a change of any asks again."""

    field: str
    threshold: float
    records: int


class DriftList(QObject):
    """Compares while the page is looked at."""

    def __init__(self, view: LogView, log: FileLog, judge: ThresholdJudge, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._view = view
        self._log = log
        self._judge = judge
        self._jobs = jobs
        self._asked: _Choice | None = None
        self._reference: Rows | None = None
        self.page = DriftPage(view)
        self.page.asked.connect(self.refresh)
        self.page.reference_requested.connect(self._on_reference)
        self.page.only_requested.connect(self._on_only)

    def refresh(self) -> None:
        """Compare, if something is chosen that was not compared yet."""
        numbers = [field.name for field in self._log.fields() if field.kind is Kind.NUMBER]
        if not numbers:
            self.page.show_message(self.tr("This log has no numbers that could drift."))
            return
        chosen = self.page.field.currentData() or ("score" if "score" in numbers else numbers[0])
        if self.page.field.count() != len(numbers):
            self.page.set_fields(numbers, chosen)
        choice = _Choice(chosen, self._judge.threshold()[0], self._view.session.state.records)
        if choice != self._asked and choice.records:
            self._asked = choice
            self.page.show_message(self.tr("looking …"))
            job = _Compare(self._log, choice.field, choice.threshold, self._reference)
            self._jobs.run("drift", job, self._show, self._on_failed)

    def _show(self, lines: list[DriftLine]) -> None:
        self.page.show_lines(lines)
        against = self.tr("the first part of the log")
        if self._reference is not None:
            against = self.tr("{0} chosen records").format(count_text(len(self._reference)))
        if any(line.notable for line in lines):
            words = self.tr("What drifted against {0}. A PSI above 0.25 is strong.")
        else:
            words = self.tr("Nothing drifted against {0} more than chance explains.")
        self.page.show_message(words.format(against))

    def _on_failed(self, error: Exception) -> None:
        self._asked = None
        self.page.show_message(self.tr("This could not be compared: {0}").format(localized_error(error)))

    def _on_reference(self) -> None:
        shown = self._view.session.selection
        if shown is None and self._reference is None:
            self.page.show_message(self.tr("All records are shown. Filter for those that are to be the reference."))
            return
        self._reference = shown if self._reference is None else None
        text = self.tr("First part as reference") if self._reference is not None else None
        self.page.reference.setText(text or self.tr("Shown records as reference"))
        self._asked = None
        self.refresh()

    def _on_only(self, line: DriftLine) -> None:
        if line.group is not None:
            self._view.filter_bar.add_term(line.group[0], ":", line.group[1])
        else:
            self._view.session.pin(Pin(self.tr("drift of {0}").format(line.what), line.rows, len(line.rows)))


class _Compare:
    def __init__(self, log: FileLog, field: str, threshold: float, reference: Rows | None) -> None:
        self._log, self._field, self._threshold, self._reference = log, field, threshold, reference

    def __call__(self, cancel: CancelToken) -> list[DriftLine]:
        return drift_lines(self._log, self._field, self._threshold, self._reference, cancel)
