"""Counts usage while its page is looked at: first what the columns say, then empty answers, which are in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from aidebug_gui.analysis.formatting import number
from aidebug_gui.analysis.usage import MOST_LINES, UsageLine, grouping_fields, usage, with_empty_answers
from aidebug_gui.analysis.usage_report import usage_csv
from aidebug_gui.store.filter.edit import add_term, terms, without_values
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken, Rows
from aidebug_gui.translatable import translatable
from aidebug_gui.ui.insights.usage_page import UsagePage
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized, localized_error
from aidebug_gui.ui.table.columns import field_title
from aidebug_gui.ui.values import count_text, short_count

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


@dataclass(frozen=True, slots=True, eq=False)
class _Counted:
    lines: list[UsageLine]
    selection: Rows | None


class UsageList(QObject):
    """Counts by the chosen field; a filter by its values does not shorten the list, so that another can be chosen."""

    def __init__(self, view: LogView, log: FileLog, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._view = view
        self._log = log
        self._jobs = jobs
        self._asked: tuple[str, int, str, Rows | None] | None = None
        self._lines: list[UsageLine] = []
        self.page = UsagePage(view)
        self.page.asked.connect(self.refresh)
        self.page.only_requested.connect(self._on_only)
        self.page.copy_requested.connect(self._on_copy)

    @property
    def _by(self) -> str:
        return str(self.page.field.currentData() or "")

    def refresh(self) -> None:
        """Count the records shown, if others are shown than at the last time."""
        fields = {field.name: field for field in self._log.fields()}
        names = grouping_fields(list(fields.values()))
        if not names:
            self.page.show_message(self.tr("This log names no model, endpoint or other group to count by."))
            return
        if self.page.field.count() != len(names):
            self.page.set_fields(names, [field_title(fields[name]) for name in names], self._by or names[0])
        session = self._view.session
        query = without_values(session.query, self._by)
        is_by_value = len(terms(query)) < len(terms(session.query))
        asked = (self._by, session.state.records, query, None if is_by_value else session.selection)
        known = self._asked
        is_known = known is not None and known[:3] == asked[:3] and (is_by_value or known[3] is asked[3])
        if session.state.records and not is_known:
            self._asked = asked
            self.page.show_message(self.tr("looking …"))
            self._jobs.cancel("empty answers")
            job = _Count(self._log, self._by, query if is_by_value else session.selection)
            self._jobs.run("usage", job, self._show, self._on_failed)

    def _show(self, counted: _Counted) -> None:
        self._show_lines(counted.lines)
        job = _CountEmpty(self._log, self._by, counted)
        self._jobs.run("empty answers", job, self._show_lines, self._on_failed)

    def _show_lines(self, lines: list[UsageLine]) -> None:
        self._lines = lines
        self.page.show_lines(lines)
        self.page.show_message(self._words() if lines else self.tr("No record that is shown has this field."))

    def _words(self) -> str:
        """Say what all lines used together."""
        lines = self._lines
        parts = [localized(translatable("{n} {n:call|calls}", n=sum(line.calls for line in lines)))]
        if len(lines) > 1:
            groups = self.tr("the first {0} groups") if len(lines) == MOST_LINES else self.tr("{0} groups")
            parts.append(groups.format(count_text(len(lines))))
        tokens = [line.tokens_total for line in lines if line.tokens_total is not None]
        costs = [line.cost_usd for line in lines if line.cost_usd is not None]
        if tokens:
            parts.append(self.tr("{0} tokens").format(short_count(round(sum(tokens)))))
        if costs:
            parts.append(f"$ {localized(number(sum(costs)))}")
        return " · ".join(parts) + ". " + self.tr("Enter shows only the records of one.")

    def _on_failed(self, error: Exception) -> None:
        self._asked = None
        self.page.show_message(self.tr("This could not be counted: {0}").format(localized_error(error)))

    def _on_only(self, value: str) -> None:
        others = without_values(self._view.session.query, self._by)
        self._view.filter_bar.set_filter(add_term(others, self._by, ":", value))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("".join(usage_csv(self._by, self._lines)))
        self._view.message.emit(self.tr("Copied the table"))


class _Count:
    """The job. ``shown``: the selected records, or a filter that selects them."""

    def __init__(self, log: FileLog, by: str, shown: Rows | str | None) -> None:
        self._log, self._by, self._shown = log, by, shown

    def __call__(self, cancel: CancelToken) -> _Counted:
        shown = self._shown
        selection = self._log.select(shown, cancel=cancel) if isinstance(shown, str) else shown
        return _Counted(usage(self._log, self._by, selection, cancel), selection)


class _CountEmpty:
    def __init__(self, log: FileLog, by: str, counted: _Counted) -> None:
        self._log, self._by, self._counted = log, by, counted

    def __call__(self, cancel: CancelToken) -> list[UsageLine]:
        return with_empty_answers(self._log, self._by, self._counted.lines, self._counted.selection, cancel)
