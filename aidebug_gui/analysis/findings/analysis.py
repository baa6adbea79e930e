"""All findings of a log: every rule, cheap ones first, then without repetitions and the worst first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from functools import cached_property

import numpy as np

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.accuracy import accuracy_findings
from aidebug_gui.analysis.findings.contents import content_findings
from aidebug_gui.analysis.findings.drifts import drift_findings
from aidebug_gui.analysis.findings.extremes_in_a_row import extremes_in_a_row
from aidebug_gui.analysis.findings.finding import OTHER_ERROR, UNSPECIFIC, Finding, Severity
from aidebug_gui.analysis.findings.growth import growths
from aidebug_gui.analysis.findings.latency import latency_findings, token_findings
from aidebug_gui.analysis.findings.latency_of_groups import group_steps
from aidebug_gui.analysis.findings.led_by import led_by
from aidebug_gui.analysis.findings.levels_for_a_while import levels_for_a_while
from aidebug_gui.analysis.findings.lifetime import clock_findings, life_findings
from aidebug_gui.analysis.findings.missing import missing_numbers
from aidebug_gui.analysis.findings.model_changes import model_changes
from aidebug_gui.analysis.findings.moved_numbers import moved_numbers
from aidebug_gui.analysis.findings.numbers_in_words import numbers_in_words
from aidebug_gui.analysis.findings.orders import odd_orders
from aidebug_gui.analysis.findings.other_errors import other_errors
from aidebug_gui.analysis.findings.predictions import prediction_findings
from aidebug_gui.analysis.findings.quiet_failures import mentioned_failures, quiet_failures
from aidebug_gui.analysis.findings.rates import rate_findings
from aidebug_gui.analysis.findings.repetitions import agent_loops, duplicates
from aidebug_gui.analysis.findings.request_flow import done_twice, slower, turned_round
from aidebug_gui.analysis.findings.rule_table import RuleTable
from aidebug_gui.analysis.findings.shares import share_findings
from aidebug_gui.analysis.findings.statuses import Statuses
from aidebug_gui.analysis.findings.symptom_rules import symptom_rules
from aidebug_gui.analysis.findings.symptoms import Texts, symptom_finding, text_symptoms
from aidebug_gui.analysis.findings.traffic import errors_after_version, retry_storm
from aidebug_gui.analysis.findings.truncation import silent_truncation
from aidebug_gui.analysis.findings.waiting import ends_waiting
from aidebug_gui.analysis.joined_requests import Requests
from aidebug_gui.analysis.patterns.message_patterns import Patterns, find_patterns
from aidebug_gui.analysis.requests import join_requests, request_findings
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken

_LOOK_S = 0.05  # a job that waits for another looks so often whether it is cancelled
_COVERED, _MORE = 0.7, 1.5  # the share of a short part that ``spreading`` takes for most of a symptom
_LESS_SPECIFIC = {
    "empty_prediction_text": ("empty_output",),
    "nan": ("nan_score", "nan_value"),
    "missing_value": ("nan", "nan_score", "empty_output", "empty_prediction_text"),
    "new_pattern": ("", "pattern_burst", "error_burst", "silent_truncation"),
    "rare_error": ("", OTHER_ERROR),
    OTHER_ERROR: ("new_pattern", "error_burst", "errors_after_version"),
    "score_drift": ("stuck_score", "constant_prediction", "saturated_score", "score_out_of_range"),
    "score_share": (
        "score_drift",
        "stuck_score",
        "constant_prediction",
        "saturated_score",
        "score_out_of_range",
    ),
    "label_share": ("label_drift", "constant_prediction"),
    "value_share": ("output_cut", "content_filter"),
    "label_drift": ("score_drift", "constant_prediction"),
    "saturated_score": ("stuck_score", "constant_prediction"),
    "duplicate_step": ("duplicate_request",),
    "retry": ("", "retry_storm"),
    "prompt_truncated": ("silent_truncation",),
    "prompt_at_limit": ("silent_truncation", "prompt_truncated"),
    "output_at_limit": ("output_cut",),
    "moved_number": ("keeps_growing",),
    "pattern_burst": ("",),
    "extremes_in_a_row": (
        "score_share",
        "score_drift",
        "stuck_score",
        "saturated_score",
        "constant_prediction",
        "moved_number",
        "level_for_a_while",
    ),
    "level_for_a_while": (
        "score_share",
        "score_drift",
        "stuck_score",
        "saturated_score",
        "score_out_of_range",
        "constant_prediction",
        "moved_number",
        "keeps_growing",
    ),
    "quiet_failure": ("", "retry_storm"),
    "mentioned_failure": ("", "retry_storm"),
    "pattern_silence": ("heartbeat_missing",),
    "stops_while_starting": ("ends_waiting",),
}
"""A finding of this kind is left out where one of those kinds ("": any symptom in words) has most of its records."""
_HALF_COVERED = frozenset(("level_for_a_while",))
"""For these half of their records are enough: their windows begin before what they tell of, and end behind it."""


class _Kept:
    """What is computed once for all jobs that look at the same records."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.patterns: Patterns | None = None
        self.requests: Requests | None = None

    @contextmanager
    def locked(self, check: Callable[[], None]) -> Iterator[None]:
        """Wait until no other job computes; ``check`` is called meanwhile and may raise Cancelled."""
        while not self._lock.acquire(timeout=_LOOK_S):
            check()
        try:
            yield
        finally:
            self._lock.release()


class Analysis:
    """A log with what is computed once for several rules and for the window: patterns and requests."""

    def __init__(self, log: FileLog, cancel: CancelToken | None = None, earlier: Analysis | None = None) -> None:
        """Prepare for the records that the log has now. Nothing is computed yet.

        ``earlier``: an analysis of the same log when it was shorter; what it has read is not read again.
        """
        self.evidence: Evidence = Evidence(log, cancel, earlier.evidence if earlier is not None else None)
        self._kept = _Kept()
        self._table: RuleTable = earlier._table if earlier is not None else RuleTable()  # noqa: SLF001 - its own

    def under(self, cancel: CancelToken | None) -> Analysis:
        """Return this analysis for another job. Patterns and requests are computed once for all, by who asks first."""
        other = copy(self)
        other.evidence = self.evidence.under(cancel)
        return other

    def forget_texts(self) -> None:
        """Let go of the texts; the numbers are still to be looked at."""
        self.__dict__.pop("texts", None)
        self.evidence.forget_texts()

    def forget(self) -> None:
        """Let go of what takes much memory and can be had again; patterns and requests stay."""
        self.__dict__.pop("texts", None)
        self.evidence.forget()

    @cached_property
    def texts(self) -> Texts:
        return Texts(self.evidence, self._table)

    @property
    def patterns(self) -> Patterns:
        with self._kept.locked(self.evidence.check):
            if self._kept.patterns is None:
                self._kept.patterns = find_patterns(self.evidence)
            return self._kept.patterns

    @property
    def known_requests(self) -> Requests | None:
        """The requests if somebody has joined them by now."""
        return self._kept.requests

    @property
    def requests(self) -> Requests:
        patterns = self.patterns
        with self._kept.locked(self.evidence.check):
            if self._kept.requests is None:
                found = join_requests(self.evidence, patterns, self.texts.failing)
                self._kept.requests = replace(found, evidence=self.evidence.under(None))
            return self._kept.requests

    def findings(self) -> Iterator[Finding]:
        """Yield findings as they are made, cheap rules first. Some are made again later, better: see ``settled``.

        Raises Cancelled, and SourceError if the file cannot be read.
        """
        found: list[Finding] = []
        for rule in _RULES:
            self.evidence.check()
            for finding in rule(self) if self.evidence.records else ():
                found.append(finding)
                yield finding
        if self.evidence.records:
            yield from led_by(self.evidence, self.patterns, settled(found))


def _early(analysis: Analysis) -> Iterator[Finding]:
    """Status codes are known at once; the text rules later name the same findings with what the texts add."""
    for symptom, rows in Statuses(analysis.evidence).found():
        yield symptom_finding(analysis.evidence, symptom, rows, None)


def _retries(analysis: Analysis) -> Iterator[Finding]:
    return retry_storm(analysis.evidence, analysis.texts.rows("retry"))


_RULES: tuple[Callable[[Analysis], Iterator[Finding]], ...] = (
    # The columns alone: answered within a second even for millions of records.
    _early,
    lambda analysis: prediction_findings(analysis.evidence),
    lambda analysis: clock_findings(analysis.evidence),
    lambda analysis: latency_findings(analysis.evidence),
    lambda analysis: group_steps(analysis.evidence),
    lambda analysis: token_findings(analysis.evidence),
    lambda analysis: errors_after_version(analysis.evidence),
    lambda analysis: accuracy_findings(analysis.evidence),
    lambda analysis: drift_findings(analysis.evidence),
    lambda analysis: share_findings(analysis.evidence),
    lambda analysis: model_changes(analysis.evidence),
    # One pass over the texts.
    lambda analysis: text_symptoms(analysis.evidence, analysis.texts),
    lambda analysis: silent_truncation(analysis.evidence, analysis.texts),
    lambda analysis: content_findings(analysis.evidence),
    lambda analysis: growths(analysis.evidence),
    lambda analysis: moved_numbers(analysis.evidence),
    lambda analysis: levels_for_a_while(analysis.evidence),
    lambda analysis: extremes_in_a_row(analysis.evidence),
    lambda analysis: life_findings(analysis.evidence, analysis.texts),
    _retries,
    lambda analysis: duplicates(analysis.evidence),
    lambda analysis: agent_loops(analysis.evidence),
    # The patterns.
    lambda analysis: rate_findings(analysis.evidence, analysis.patterns),
    lambda analysis: missing_numbers(analysis.evidence, analysis.patterns),
    lambda analysis: quiet_failures(analysis.evidence, analysis.patterns),
    lambda analysis: mentioned_failures(analysis.evidence, analysis.patterns),
    lambda analysis: ends_waiting(analysis.evidence, analysis.patterns),
    lambda analysis: other_errors(analysis.evidence, analysis.texts.unexplained, analysis.patterns),
    lambda analysis: request_findings(analysis.requests),
    lambda analysis: slower(analysis.requests),
    lambda analysis: done_twice(analysis.evidence, analysis.patterns),
    lambda analysis: turned_round(analysis.requests, analysis.patterns),
    lambda analysis: numbers_in_words(analysis.evidence, analysis.patterns),
    lambda analysis: odd_orders(analysis.evidence, analysis.patterns),
)
"""Every rule. One for the anomalies of numeric series belongs behind those that need the columns alone."""


def find(log: FileLog, cancel: CancelToken | None = None) -> list[Finding]:
    """Return all findings of a log that is read, the worst first. Raises Cancelled, SourceError."""
    return settled(Analysis(log, cancel).findings())


def settled(found: Iterator[Finding] | list[Finding]) -> list[Finding]:
    """Return findings without repetitions, by severity, then by time; what only counts errors behind what names them.

    Of two with the same kind and subject the later one stays: it is the better informed.
    """
    latest = {(finding.kind, finding.subject): finding for finding in found}
    kept = [finding for finding in latest.values() if not _is_covered(finding, list(latest.values()))]
    return sorted(kept, key=lambda finding: (-finding.severity, finding.kind in UNSPECIFIC, _order(finding)))


def _order(finding: Finding) -> int:
    if finding.first_ns is not None:
        return finding.first_ns
    return int(finding.rows[0]) if len(finding.rows) else 0


def _is_covered(finding: Finding, others: list[Finding]) -> bool:
    kinds = _LESS_SPECIFIC.get(finding.kind, ())
    in_words = {symptom.name for symptom in symptom_rules().symptoms}
    if finding.kind == "error_burst":
        return _are_named(finding, [other for other in others if other.kind in in_words])
    for other in others:
        if other is finding or not (other.kind in kinds or ("" in kinds and other.kind in in_words)):
            continue
        if other.severity < Severity.WARNING and finding.severity >= other.severity:
            continue
        if finding.kind == "pattern_burst" and other.count > _MORE * finding.count:
            continue  # it came at other times, too: that it came in a burst is news
        least = 0.5 if finding.kind in _HALF_COVERED else _COVERED
        if other.count >= least * finding.count and _overlap(finding, other) >= least:
            return True
    return False


def _are_named(burst: Finding, in_words: list[Finding]) -> bool:
    """Return whether most errors of a burst are told by what they are, and as at that time, not as all through the log."""
    near = [one.rows for one in in_words if one.count <= _MORE * burst.count and one.severity >= Severity.WARNING]
    return len(near) > 0 and float(np.isin(burst.rows, np.concatenate(near)).mean()) >= _COVERED


def _overlap(finding: Finding, other: Finding) -> float:
    """Return the share of a finding's records that lie among, or for capped ones between, the other's."""
    if not len(finding.rows) or not len(other.rows):
        return 0.0
    if other.count > len(other.rows):
        inside = (finding.rows >= other.rows[0]) & (finding.rows <= other.rows[-1])
    else:
        inside = np.isin(finding.rows, other.rows)
    return float(inside.mean())
