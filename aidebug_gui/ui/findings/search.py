"""Looks for everything that is odd in a log, in one background job, and tells what it has as it goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.findings.anomalies import EventsByRate, GrownEvents, field_events
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.pii.marks import PersonalMarks
from aidebug_gui.analysis.pii.overview import personal_findings
from aidebug_gui.analysis.shared_analysis import SharedAnalysis
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.findings.entries import Entry, Group
from aidebug_gui.ui.findings.search_result import SearchResult
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized_error, localized_finding
from aidebug_gui.ui.settings.limits import most_scanned

REPORT_S = 0.4
"""What is found is reported at most so often."""


class FindingsSearch(QObject):
    """One search at a time; a newer one replaces it.

    Signals:
        found(object): a :class:`SearchResult`, several times while the search goes on.
        finished(str): the search ended; the text says why if it failed.
    """

    found = Signal(object)
    finished = Signal(str)
    _progressed = Signal(object, object)

    def __init__(self, log: FileLog, shared: SharedAnalysis, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._log = log
        self._shared = shared
        self._jobs = jobs
        self._token: CancelToken | None = None
        self._grown: GrownEvents | None = None
        self._latest: SearchResult | None = None
        self.grouped_by = ""
        self._progressed.connect(self._on_progress)

    @property
    def is_running(self) -> bool:
        """Whether a search goes on."""
        return self._token is not None

    def start(self) -> None:
        """Search; one that goes on is given up."""
        search = _Search(self._log, self._shared, self._report, self._grown, self._latest)
        search.grouped_by = self.grouped_by
        self._token = self._jobs.run("findings", search, self._on_done, self._on_failed)

    def group_by(self, field: str) -> None:
        """Search again, the numbers of the records with each value of a field by themselves; empty: of all records."""
        if field != self.grouped_by:
            self.grouped_by = field
            self._grown = None
            self.start()

    def forget(self) -> None:
        """Records have other numbers: what was found before stands for nothing."""
        self._grown = self._latest = None

    def stop(self) -> None:
        """Give up the search; what was found stays."""
        if self._token is not None:
            self._jobs.cancel("findings")
            self._token = None
            self.finished.emit("")

    def _report(self, found: SearchResult, token: CancelToken) -> None:
        """Hand over what is known (pool thread)."""
        self._progressed.emit(found, token)

    def _on_progress(self, found: SearchResult, token: CancelToken) -> None:
        if token is self._token:
            self.found.emit(found)

    def _on_done(self, found: SearchResult) -> None:
        self._token = None
        self._grown, self._latest = found.grown, found
        self.found.emit(found)
        self.finished.emit("")

    def _on_failed(self, error: Exception) -> None:
        self._token = None
        self.finished.emit(localized_error(error))


class _Search:
    """The job: symptoms and patterns, then the numbers, then personal data and secrets."""

    def __init__(
        self,
        log: FileLog,
        shared: SharedAnalysis,
        report: Callable[[SearchResult, CancelToken], None],
        grown: GrownEvents | None,
        earlier: SearchResult | None,
    ) -> None:
        """``grown``: what an earlier search knows of the numbers; then nothing is reported before all is known.

        ``earlier``: what was found before; of the same records it is not looked for again.
        """
        self._grown = grown
        self._earlier = earlier
        self._most_scanned = most_scanned()
        self.grouped_by = ""
        self._log = log
        self._shared = shared
        self._report = report
        self._findings: list[Finding] = []
        self._events: dict[str, EventsByRate] = {}
        self._personal: list[Entry] = []
        self._reported_at = 0.0

    def __call__(self, cancel: CancelToken) -> SearchResult:
        analysis = self._shared.analysis(cancel)
        self._find(analysis, cancel)
        for field, events in self._events_of(analysis):
            self._events[field] = events
            self._report_at_intervals(cancel)
        self._shared.forget()
        if self._log.state().bytes_read <= self._most_scanned:
            self._reported_at = 0.0
            self._report_at_intervals(cancel)
            self._scan_personal_data(cancel)
        found = self._known()
        found.grown = self._grown or GrownEvents(self._events, analysis.evidence.records, self.grouped_by)
        found.records = analysis.evidence.records
        return found

    def _find(self, analysis: Analysis, cancel: CancelToken) -> None:
        if self._earlier is not None and self._earlier.records == analysis.evidence.records:
            self._findings, self._personal = self._earlier.findings, self._earlier.personal
            return
        for finding in analysis.findings():
            self._findings.append(finding)
            self._report_at_intervals(cancel)
        analysis.forget_texts()

    def _events_of(self, analysis: Analysis) -> Iterator[tuple[str, EventsByRate]]:
        if self._grown is None:
            return field_events(self._log, analysis.evidence, self.grouped_by)
        return self._grown.field_events(self._log, analysis.evidence)

    def _scan_personal_data(self, cancel: CancelToken) -> None:
        """Look through the log together with all others who want to know; a piece is looked through once."""
        marks = self._log.marks()
        assert isinstance(marks, PersonalMarks)
        for _ in marks.scan(self._log.state().settled, cancel):
            self._report_personal(marks, cancel)
        self._personal = _entries(marks)

    def _report_personal(self, marks: PersonalMarks, cancel: CancelToken) -> None:
        if time.monotonic() - self._reported_at >= REPORT_S:
            self._personal = _entries(marks)
            self._report_at_intervals(cancel)

    def _known(self) -> SearchResult:
        return SearchResult(self._findings, self._events, self._personal)

    def _report_at_intervals(self, cancel: CancelToken) -> None:
        if self._grown is not None:  # a list that is half of what it was would look as if things had gone
            cancel.check()
            return
        now = time.monotonic()
        if now - self._reported_at >= REPORT_S:
            self._reported_at = now
            cancel.check()
            self._report(self._known(), cancel)


def _entries(marks: PersonalMarks) -> list[Entry]:
    return [
        Entry(
            localized_finding(found.finding), Group.SECRET if found.is_secret else Group.PERSONAL, values=found.values
        )
        for found in personal_findings(marks)
    ]
