"""Judges the threshold of a lane while it is dragged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from aidebug_gui.analysis.ground_truth import AGREEMENT, Judge, Judged, is_sure, truth_fields
from aidebug_gui.analysis.threshold import DEFAULT
from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.filter.edit import add_term, append_term, fields_of, remove_term, terms
from aidebug_gui.store.filter.formatting import quote_name
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.insights.threshold_page import Decision, ThresholdPage
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized_error
from aidebug_gui.ui.plots.threshold import threshold_text

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

PREFERRED = "score"


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What is judged, the fields that may hold the truth, and the number of records then."""

    judge: Judge
    judged: Judged
    truths: list[str]
    records: int


class ThresholdJudge(QObject):
    """Loads a field once; a threshold that moves costs some binary searches."""

    def __init__(self, view: LogView, log: FileLog, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._view = view
        self._log = log
        self._jobs = jobs
        self._answer: Answer | None = None
        self._field = ""
        self._truth: str | None = None  # None: the likeliest
        self.page = ThresholdPage(view)
        self.page.shown = view.privacy.shown_value
        self.page.field_chosen.connect(self._on_field)
        self.page.truth_chosen.connect(self._on_truth)
        self.page.decision_requested.connect(self._on_decision)
        self.page.best_requested.connect(self._on_best)
        if view.panels.plots is not None:
            view.panels.plots.threshold_changed.connect(self._on_threshold)

    def refresh(self) -> None:
        """Judge the field that is chosen, if the log has other records than at the last time."""
        numbers = [field.name for field in self._log.fields() if field.kind is Kind.NUMBER]
        if not numbers:
            self.page.show_nothing(self.tr("This log has no numbers to evaluate."))
            return
        if self._field not in numbers:
            plots = self._view.panels.plots
            lanes = plots.lanes() if plots is not None else []
            self._field = next((name for name in (PREFERRED, *lanes) if name in numbers), numbers[0])
        records = self._view.session.state.records
        if self._answer is None or self._answer.judged.field != self._field:
            self._ask_anew()
        elif self._answer.records != records:
            self._ask()

    def _ask_anew(self) -> None:
        self.page.show_nothing(self.tr("looking …"))
        self._ask()

    def _ask(self) -> None:
        known = self._answer.judge if self._answer is not None else None
        self._jobs.run("threshold", _Judge(self._log, self._field, self._truth, known), self._show, self._on_failed)

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        numbers = [field.name for field in self._log.fields() if field.kind is Kind.NUMBER]
        self.page.set_fields(numbers, answer.truths)
        self.page.choose(answer.judged.field, answer.judged.truth_field)
        self.page.show_calibration(answer.judged)
        self._show_threshold()

    def _on_failed(self, error: Exception) -> None:
        self.page.show_nothing(self.tr("This field could not be evaluated: {0}").format(localized_error(error)))

    def threshold(self) -> tuple[float, bool]:
        """Return the threshold of the field's lane and whether it marks what is above; else the usual one."""
        plots = self._view.panels.plots
        if plots is not None and self._field in plots.lanes():
            canvas = plots.lane(self._field).canvas
            if canvas.threshold is not None:
                return canvas.threshold, canvas.above
        return DEFAULT, True

    def read_again(self) -> None:
        """Say again what a threshold means: what may be shown has changed."""
        self._show_threshold()

    def _show_threshold(self) -> None:
        if self._answer is not None:
            value, above = self.threshold()
            self.page.show_judged(self._answer.judged, value, above=above)

    def _on_threshold(self, field: str) -> None:
        if self._answer is not None and field == self._answer.judged.field:
            self._show_threshold()

    def _on_field(self, field: str) -> None:
        """Judge another field; it is plotted with a threshold that can be dragged."""
        self._field = field
        plots = self._view.panels.plots
        if plots is not None:
            plots.add_lane(field)
            lane = plots.lane(field)
            if lane.canvas.threshold is None:
                lane.toggle_threshold(True)
        self._ask_anew()

    def _on_truth(self, field: str) -> None:
        self._truth = field
        self._ask_anew()

    def _on_best(self) -> None:
        plots, answer = self._view.panels.plots, self._answer
        if answer is None or answer.judged.truth is None or plots is None:
            return
        plots.add_lane(self._field)
        best = answer.judged.truth.best_threshold()
        plots.lane(self._field).canvas.set_threshold(float(f"{best:.6g}"))

    def _on_decision(self, decision: Decision) -> None:
        """Show the records of a decision: what the filter says of other fields stays."""
        if self._answer is None:
            return
        judged = self._answer.judged
        value, _ = self.threshold()
        beyond, positive = decision.value
        truth = "label" if judged.truth_field == AGREEMENT else judged.truth_field
        query = _without(self._view.session.query, {judged.field, truth})
        query = append_term(query, f"{quote_name(judged.field)}{'>' if beyond else '<='}{threshold_text(value)}")
        if judged.truth_field == AGREEMENT:
            query = append_term(query, AGREEMENT if positive else "label!=target")
        else:
            query = add_term(query, judged.truth_field, ":", judged.positive if positive else judged.negative)
        self._view.filter_bar.set_filter(query)


def _without(query: str, fields: set[str]) -> str:
    """Return a filter without the terms that only compare these fields."""
    for term in reversed(terms(query)):
        named = fields_of(term.text)
        if named and named <= fields:
            query = remove_term(query, term.span)
    return query


class _Judge:
    """``known``: the judge of the last answer, who has seen most of the log if it is about the same fields."""

    def __init__(self, log: FileLog, field: str, truth: str | None, known: Judge | None) -> None:
        self._log, self._field, self._truth, self._known = log, field, truth, known

    def __call__(self, cancel: CancelToken) -> Answer:
        records = self._log.state().records
        truths = [name for name in truth_fields(self._log) if name != self._field]
        truth = self._truth if self._truth is not None else next(filter(is_sure, truths), "")
        judge = self._known
        if judge is None or (judge.field, judge.truth_field) != (self._field, truth):
            judge = Judge(self._log, self._field, truth)
        return Answer(judge, judge.judged(cancel), truths, records)
