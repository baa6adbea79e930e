"""Connects what is known of personal data and secrets in a tab with its table, its record pane and its panel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from aidebug_gui.analysis.pii.marks import Group
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.marks import MARKS_COLUMN
from aidebug_gui.ui.fetch import Fetch
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized, localized_error
from aidebug_gui.ui.privacy.allowing import Allowing
from aidebug_gui.ui.privacy.bundle import BugBundle
from aidebug_gui.ui.privacy.definitions import Definitions
from aidebug_gui.ui.privacy.hiding import Hiding
from aidebug_gui.ui.privacy.listing import List, StatusText
from aidebug_gui.ui.privacy.masked_output import MaskedOutput
from aidebug_gui.ui.privacy.notice import SecretNotice
from aidebug_gui.ui.privacy.panel import Listed, PrivacyPanel
from aidebug_gui.ui.privacy.record_marks import RecordMarks
from aidebug_gui.ui.privacy.row_marks import RowMarks
from aidebug_gui.ui.privacy.scanning import Scanning
from aidebug_gui.ui.privacy.tooltips import Tooltips
from aidebug_gui.ui.session import Pin

if TYPE_CHECKING:
    from aidebug_gui.ui.findings.panel import FindingsPanel
    from aidebug_gui.ui.log_view import LogView


_ASKS_MARKS = re.compile(r"\bpii[:=]|\bis[:=]", re.IGNORECASE)


class PrivacyController(QObject):
    """The parts of a tab that deal with personal data, and the wires between them."""

    def __init__(self, view: LogView, log: FileLog, jobs: Jobs, rows: RowMarks) -> None:
        """``rows``: the marks of the table, which were there first."""
        super().__init__(jobs)
        self._view = view
        self._log = log
        self.rows = rows
        self.scanner = rows.scanner
        self.marks = marks = self.scanner.marks
        self.scanning = Scanning(marks, jobs)
        self.record = RecordMarks(view.record_pane, log, self.scanner, jobs)
        self.hiding = Hiding(view, log, self.scanner)
        self.tooltips = Tooltips(view, log, self.scanner, self.record, jobs)
        self.notice = SecretNotice(view, log, marks)
        self.panel = PrivacyPanel(view)
        self.output = MaskedOutput(view, log, self.scanner, jobs)
        self.bundle = BugBundle(view, log, jobs)
        self.allowing = Allowing(view, self.scanner, marks)
        self.definitions = Definitions(jobs)
        self._words = StatusText(self)
        self._listed: list[Listed] = []
        self._list = Fetch(jobs, "privacy list", self._ask_list, self._on_listed, self._on_not_listed)
        self._has_column_words = -1
        self._wire()
        self.scanning.follow(view.session.state)
        self._list.again()

    def _wire(self) -> None:
        self.scanning.moved.connect(self._on_moved)
        self.scanning.moved.connect(self._on_names)
        self.rows.looked.connect(self._on_names)
        self.scanning.renumbered.connect(self.rows.forget)
        self.scanning.failed.connect(self.panel.show_problem)
        self._view.session.state_changed.connect(self._on_state)
        self.hiding.changed.connect(self._on_hidden)
        self.panel.group_requested.connect(self._on_group)
        self.panel.record_requested.connect(self._on_record)
        self.panel.all_requested.connect(self.scanning.scan_all)
        self.notice.record_requested.connect(self._on_record)
        self.panel.export_requested.connect(self.output.show_dialog)
        self.panel.filter_requested.connect(self._on_filter_requested)
        self.panel.allow_requested.connect(self.allowing.ask_for_group)
        self.panel.allowed_requested.connect(self.allowing.show_list)
        self.allowing.filter_requested.connect(self._on_filter_requested)
        self.allowing.changed.connect(self.start_again)
        self.allowing.changed.connect(self.definitions.note)
        self.definitions.changed.connect(self.start_again)
        self.panel.stop_requested.connect(self.scanning.stop)

    def is_idle(self) -> bool:
        """Return whether everything is looked at and shown."""
        return self.scanning.is_idle() and self.rows.is_idle() and self.record.is_idle()

    def close(self) -> None:
        """Stop all work; the log is about to be closed."""
        self.scanning.stop()

    # what is found

    def _on_state(self) -> None:
        self.scanning.follow(self._view.session.state)

    def _on_moved(self) -> None:
        self._list.again()
        self.notice.check(self._view.session.state)
        model = self._view.table.log_model
        if self.marks.scanned != self._has_column_words and MARKS_COLUMN in [column.name for column in model.columns]:
            self._has_column_words = self.marks.scanned
            self._view.table.read_again()

    def _on_names(self) -> None:
        """Mark or hide again what is on the screen if the log told that words there are the name of somebody."""
        if not self.scanner.has_new_names():
            return
        self.rows.forget()
        self.record.look_again()
        if self.hiding.is_on:
            self.hiding.read_again()

    def _ask_list(self) -> List:
        return List(self._log, self.marks)

    def _on_listed(self, listed: list[Listed]) -> None:
        self._listed = listed
        self._show_list()

    def _on_not_listed(self, error: Exception) -> None:
        self.panel.show_problem(localized_error(error))

    def _show_list(self) -> None:
        words = self._words.text(self.scanning, [entry.group for entry in self._listed])
        is_rest_open = self.marks.scanned < self.scanning.state.settled
        self.panel.show_status(words, runs=self.scanning.is_running, offers_all=is_rest_open)
        self.panel.set_groups(self._listed, hide=self.hiding.is_on)

    def _on_hidden(self) -> None:
        self.rows.forget()
        self.record.look_again()
        self._show_list()

    def start_again(self) -> None:
        """Look at everything again: the user's list or rules were changed."""
        self.scanner.start_again()
        self.rows.forget()
        self.scanning.start_again()
        self.record.look_again()
        query = self._view.session.query
        if _ASKS_MARKS.search(query):
            self._view.session.apply(query)

    def add_page(self, findings: FindingsPanel) -> None:
        """Put the page beside the findings."""
        findings.add_page(self.panel, self.tr("Personal data"))
        self.hiding.watch_pages(findings, self.panel)

    # the way to the records

    def show_panel(self) -> None:
        """Open the panel."""
        findings = self._view.panels.findings
        if findings is not None:
            findings.panel.show_page(self.panel)
            self.panel.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_group(self, group: Group) -> None:
        rows = self.marks.rows(group.entity.name, group.path)
        title = localized(group.entity.title)
        title = self.tr("{0} in {1}").format(title, group.path) if group.path else title
        self._view.session.pin(Pin(title, rows, len(rows)))
        if len(rows):
            self._view.table.show_record(int(rows[0]), nearest=True)

    def _on_filter_requested(self, term: str) -> None:
        query = self._view.filter_bar.text().strip()
        self._view.filter_bar.set_filter(f"({query}) {term}" if query else term)

    def _on_record(self, record: int) -> None:
        if not self._view.table.show_record(record):
            self._view.table.show_record(record, nearest=True)
            self._view.message.emit(self.tr("The filter hides this record: this is the next one. C shows its context."))

    def toggle_column(self) -> None:
        """Show what each record holds as a column, or show it no more."""
        model = self._view.table.log_model
        names = [column.name for column in model.columns]
        if MARKS_COLUMN in names:
            model.remove_column(names.index(MARKS_COLUMN))
            self._view.table.header.fill_width()
        else:
            self._view.add_column(MARKS_COLUMN)
