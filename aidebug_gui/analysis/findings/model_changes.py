"""Where the model, or its version, became another one: what differs from there on may have its cause in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from aidebug_gui.analysis.columns import Codes
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.formatting import quote
from aidebug_gui.translatable import translatable

_LEAST_RUN = 50  # records with one model in a row; models that take turns have shorter ones
_MOST_CHANGES = 5


@dataclass(frozen=True, slots=True)
class _Run:
    """Records in a row with one value, those without any aside."""

    value: int
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class _State:
    """``last``: the run that goes on; ``long``: those before that were long."""

    last: _Run | None = None
    long: tuple[_Run, ...] = ()

    @property
    def runs(self) -> list[_Run]:
        every = [*self.long, *([self.last] if self.last is not None else [])]
        return [run for run in every if run.count >= _LEAST_RUN]


def model_changes(evidence: Evidence) -> Iterator[Finding]:
    """Yield the changes of the version, where the log names none those of the model."""
    for column in ("model_version", "model"):
        if evidence.has(column):
            found = list(_changes(evidence, column))
            yield from found
            if found:
                return


def _changes(evidence: Evidence, column: str) -> Iterator[Finding]:
    codes = evidence.codes(column)

    def step(known: _State, at: slice) -> _State:
        return _with_chunk(known, codes, at)

    runs = evidence.fold(f"runs of {column}", _State(), step, codes.numbering).runs
    changes = [(old, new) for old, new in pairwise(runs) if old.value != new.value]
    if len(changes) > _MOST_CHANGES:
        return
    for old, new in changes:
        yield evidence.finding(
            "model_change",
            translatable(
                "{field} was {old} in {n} records, and is {new} from {time} on.",
                field=column,
                old=quote(codes.value(old.value), 40),
                n=old.count,
                new=quote(codes.value(new.value), 40),
                time=evidence.clock(int(evidence.time[new.first])) if evidence.has_times else f"#{new.first + 1:,}",
            ),
            rows=np.array([new.first]),
            subject=f"{column} {codes.value(new.value)}",
        )


def _with_chunk(state: _State, codes: Codes, at: slice) -> _State:
    rows = np.flatnonzero(codes.code[at] >= 0)
    if not len(rows):
        return state
    values = codes.code[at][rows]
    begins = np.append(0, np.flatnonzero(np.diff(values)) + 1)
    counts = np.diff(np.append(begins, len(values)))
    told = counts >= _LEAST_RUN
    told[[0, -1]] = True  # they may go on before and behind
    for place in np.flatnonzero(told).tolist():
        begin = int(begins[place])
        state = _with_run(state, _Run(int(values[begin]), int(rows[begin]) + at.start, int(counts[place])), begin > 0)
    return state


def _with_run(state: _State, run: _Run, is_apart: bool) -> _State:
    last = state.last
    if last is not None and last.value == run.value and not is_apart:
        return replace(state, last=replace(last, count=last.count + run.count))
    is_long = last is not None and last.count >= _LEAST_RUN
    return _State(run, (*state.long, last) if last is not None and is_long else state.long)
