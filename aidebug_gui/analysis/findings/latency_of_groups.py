"""The latency of one model, endpoint or tool that rose while that of all others did not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.columns import Bools, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.latency import RiseInLog, rises_among, rises_of_all
from aidebug_gui.analysis.formatting import quote
from aidebug_gui.translatable import translatable

_COLUMNS = ("model", "model_version", "endpoint", "tool")
_MOST_GROUPS = 20
_TOLD = 0.5  # of a rise lie within one of all latencies


@dataclass(frozen=True, slots=True)
class _OfGroup:
    """A rise of the latencies of those records that have a value of a column."""

    column: str
    value: str
    found: RiseInLog

    @property
    def ratio(self) -> float:
        return self.found.rise.high / self.found.rise.low

    def finding(self, evidence: Evidence) -> Finding:
        remark = translatable("That is where {field} is {value}.", field=self.column, value=quote(self.value, 60))
        return self.found.rise.finding(evidence, self.found.begin, self.found.rows, remark)


def group_steps(evidence: Evidence) -> Iterator[Finding]:
    """Yield the largest rise of one group that is not one of all latencies."""
    if not evidence.has("latency_ms"):
        return
    whole = rises_of_all(evidence)
    found = [one for column in _COLUMNS if evidence.has(column) for one in _of_groups(evidence, column)]
    own = [one for one in found if not any(_share_within(one.found, other) >= _TOLD for other in whole)]
    if own:
        yield max(own, key=lambda one: one.ratio).finding(evidence)


def _of_groups(evidence: Evidence, column: str) -> Iterator[_OfGroup]:
    codes, latency = evidence.codes(column), evidence.numbers("latency_ms")
    if not 2 <= len(codes) <= _MOST_GROUPS:
        return

    def count(known: Ints, at: slice) -> Ints:
        code = codes.code[at][latency[at] > 0]
        counts = np.bincount(code[code >= 0], minlength=len(codes))
        counts[: len(known)] += known
        return counts

    counts = evidence.fold(f"latencies by {column}", np.zeros(0, dtype=np.int64), count, codes.numbering)
    counts = np.append(counts, np.zeros(len(codes) - len(counts), dtype=np.int64))
    for code, value in enumerate(codes.values()):
        evidence.check()

        def chosen(at: slice, code: int = code) -> Bools:
            inside: Bools = (codes.code[at] == code) & (latency[at] > 0)
            return inside

        name = f"latencies of {column} {value} ({codes.numbering})"
        for found in rises_among(evidence, name, int(counts[code]), chosen):
            yield _OfGroup(column, value, found)


def _share_within(one: RiseInLog, other: RiseInLog) -> float:
    """Return how much of a rise lies within another one."""
    return (min(one.end, other.end) - max(one.begin, other.begin)) / (one.end - one.begin)
