"""Scores and labels that are distributed otherwise than at first, strongly and for long.

Windows are compared with the first values, four times as many, by the population stability index (PSI), as on the page of
drift. A window holds 500 values where there are enough of them, and fewer in a short log: it is twice as long each time
the log has doubled. From then on the first values stay what they are, so what was told stays told while a log grows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from aidebug_gui.analysis.columns import Ints
from aidebug_gui.analysis.drift import STRONG, bin_edges, psi, psi_limit, psi_of_chance
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.predictions import count_of_scores, first_finite
from aidebug_gui.analysis.formatting import number, percent, quote
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Numeral, translatable

_WINDOWS = (500, 250, 125, 64, 32, 16, 8)  # values
_REFERENCE = 4  # windows
_LEAST_WINDOWS = 15  # of a log, those of the reference too
_LASTING = 4  # windows
_MANY = 125  # values in a window from which on as many bins tell more than they scatter
_BINS, _FEW_BINS = 10, 5
_MOST_LABELS = 30

BinsOf = Callable[[slice], tuple[Rows, Ints]]
"""Returns the records of a chunk that have a value, and the bin of each."""


@dataclass(frozen=True, slots=True, eq=False)
class _Stretch:
    """Windows in a row that differ strongly, from record ``first`` to ``last``, and the values in each bin."""

    first: int
    last: int
    windows: int
    counts: Ints


@dataclass(frozen=True, slots=True, eq=False)
class _State:
    """``reference``: values in each bin among the first ones. ``rest``: what does not fill a window yet."""

    reference: Ints
    referred: int
    rows: Rows
    bins: Ints
    open: _Stretch | None = None
    longest: _Stretch | None = None

    @property
    def strongest(self) -> _Stretch | None:
        """The stretch that lasts longest, of equally long ones the first."""
        return _longer(self.longest, self.open)


def drift_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield a drift of the score and one of the mix of labels."""
    if evidence.has("score"):
        yield from _of_scores(evidence)
    if evidence.has("label"):
        yield from _of_labels(evidence)


def _of_scores(evidence: Evidence) -> Iterator[Finding]:
    window = _window(count_of_scores(evidence))
    if window is None:
        return
    score = evidence.numbers("score")
    edges = bin_edges(first_finite(score, _REFERENCE * window), _BINS if window >= _MANY else _FEW_BINS)

    def bins(at: slice) -> tuple[Rows, Ints]:
        rows = np.flatnonzero(np.isfinite(score[at])) + at.start
        return rows, np.searchsorted(edges, score[rows], side="left")

    found = _drift(evidence, "score", bins, len(edges) + 1, window)
    if found is None or not len(edges):
        return
    before, stretch = found
    beyond = 1 - np.cumsum([before / before.sum(), stretch.counts / stretch.counts.sum()], axis=1)[:, :-1]
    edge = int(np.argmax(np.abs(beyond[1] - beyond[0])))
    scored = evidence.selected("scored", lambda at: np.isfinite(score[at]))
    rows = evidence.within(scored, stretch.first, stretch.last + 1)
    values: dict[str, str | int] = {
        "now": percent(float(beyond[1, edge])),
        "n": len(rows),
        "when": evidence.between(rows),
        "edge": number(float(edges[edge])),
        "first": _REFERENCE * window,
        "before": percent(float(beyond[0, edge])),
        "psi": Numeral(f"{psi(before, stretch.counts):.2f}"),
    }
    yield evidence.finding(
        "score_drift",
        translatable(
            "{now} of {n} scores{when} are above {edge}, of the first {first} only {before} (PSI {psi}).", **values
        )
        if beyond[1, edge] > beyond[0, edge]
        else translatable(
            "Only {now} of {n} scores{when} are above {edge}, of the first {first} {before} (PSI {psi}).", **values
        ),
        rows=rows,
    )


def _of_labels(evidence: Evidence) -> Iterator[Finding]:
    labels = evidence.codes("label")
    if not 2 <= len(labels) <= _MOST_LABELS:
        return

    def bins(at: slice) -> tuple[Rows, Ints]:
        rows = np.flatnonzero(labels.code[at] >= 0) + at.start
        return rows, labels.code[rows].astype(np.int64)

    labelled = evidence.selected("labelled", lambda at: labels.code[at] >= 0)
    window = _window(len(labelled))
    found = _drift(evidence, f"label ({labels.numbering})", bins, len(labels), window) if window else None
    if found is None or window is None:
        return
    before, stretch = found
    shares = before / before.sum(), stretch.counts / stretch.counts.sum()
    most = int(np.argmax(np.abs(shares[1] - shares[0])))
    rows = evidence.within(labelled, stretch.first, stretch.last + 1)
    yield evidence.finding(
        "label_drift",
        translatable(
            "{now} of {n} records{when} have the label {label}, of the first {first} {before} (PSI {psi}).",
            now=percent(float(shares[1][most])),
            n=len(rows),
            when=evidence.between(rows),
            label=quote(labels.value(most), 40),
            first=_REFERENCE * window,
            before=percent(float(shares[0][most])),
            psi=Numeral(f"{psi(before, stretch.counts):.2f}"),
        ),
        rows=rows,
    )


def _window(count: int) -> int | None:
    """Return how many values a window has where there are so many; None for too few of them."""
    return next((size for size in _WINDOWS if count >= _LEAST_WINDOWS * size), None)


def _drift(evidence: Evidence, name: str, bins: BinsOf, size: int, window: int) -> tuple[Ints, _Stretch] | None:
    """Return the values in each bin at first, and the longest stretch that differs from them; None if none is long."""
    nothing = np.empty(0, dtype=np.int64)
    first = _REFERENCE * window

    def step(known: _State, at: slice) -> _State:
        rows, values = (np.concatenate(both) for both in zip((known.rows, known.bins), bins(at), strict=True))
        taken = min(first - known.referred, len(rows))
        reference = _wider(known.reference, size) + np.bincount(values[:taken], minlength=size)
        state = replace(known, reference=reference, referred=known.referred + taken)
        rows, values = rows[taken:], values[taken:]
        full = len(rows) // window * window if state.referred == first else 0
        for begin in range(0, full, window):
            part = slice(begin, begin + window)
            state = _with_window(state, rows[part], np.bincount(values[part], minlength=size))
        return replace(state, rows=rows[full:], bins=values[full:])

    state = evidence.fold(f"drift of {name}", _State(nothing, 0, nothing, nothing), step, window)
    found = state.strongest
    if found is None or found.windows < _LASTING:
        return None
    counts = _wider(found.counts, size)
    limit = psi_limit(_used(state.reference, counts), first, found.windows * window)
    return (state.reference, replace(found, counts=counts)) if psi(state.reference, counts) > limit else None


def _used(*counts: Ints) -> int:
    """Return how many bins hold anything."""
    return int(np.count_nonzero(np.sum(counts, axis=0)))


def _with_window(state: _State, rows: Rows, counts: Ints) -> _State:
    chance = psi_of_chance(_used(state.reference, counts), state.referred, len(rows))
    if psi(state.reference, counts) <= STRONG + chance:
        return replace(state, open=None, longest=state.strongest)
    before = state.open
    if before is None:
        return replace(state, open=_Stretch(int(rows[0]), int(rows[-1]), 1, counts))
    both = _wider(before.counts, len(counts)) + counts
    return replace(state, open=_Stretch(before.first, int(rows[-1]), before.windows + 1, both))


def _longer(one: _Stretch | None, other: _Stretch | None) -> _Stretch | None:
    if one is None or other is None:
        return one or other
    return other if other.windows > one.windows else one


def _wider(counts: Ints, size: int) -> Ints:
    return np.append(counts, np.zeros(size - len(counts), dtype=np.int64))
