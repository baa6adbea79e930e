"""Values that come far more or less often for a while than before: one label, answers above the threshold, a cache that no longer hits.

Each window of 50 values is compared with all before it that were usual, by the likelihood ratio of their shares (Kullback
and Leibler); windows in a row that differ in the same way are one episode. An episode that does not end becomes usual, so
that a lasting change is told once, and its end, when all is as before, is not. What was told stays told while a log grows.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from aidebug_gui.analysis.columns import Codes, Floats, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.score_runs import SURPRISING, USUAL_THRESHOLD, scores_in_a_row
from aidebug_gui.analysis.formatting import number, percent, quote
from aidebug_gui.analysis.own_fields import own_categories, runs_of
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Text, translatable

_WINDOW = 50  # values
_BLOCK = 64  # windows that are looked at together
_LEAST_BEFORE = 200  # values, which say what is usual
_MOST_WINDOWS = 20  # what lasts longer has become usual
_LEAST_DIFFERENCE = 0.25  # of two shares
_ODD = 6.0  # nats, of a window
_MOST_VALUES, _MOST_OWN_VALUES = 30, 8
_MOST_TOLD = 3
_KINDS = {"score": "score_share", "label": "label_share"}
_MOST_RECORDS = 200_000  # of longer logs the log's own fields are not asked: each is a pass over the text


@dataclass(frozen=True, slots=True, eq=False)
class _Episode:
    """Windows in a row from record ``first`` to ``last`` in which a value came more or less often than before."""

    value: int
    more: bool
    first: int
    last: int
    hits: int
    size: int
    before: float
    surprise: float
    windows: Ints  # values in each bin, to be taken for usual if it does not end


@dataclass(frozen=True, slots=True, eq=False)
class _State:
    """``usual``: how often each value came. ``rows``, ``values``: what does not fill a window yet.

    ``former``: what was usual before a change that lasted, nothing where there was none.
    """

    usual: Ints
    rows: Rows
    values: Ints
    former: Ints | None = None
    open: _Episode | None = None
    found: tuple[_Episode, ...] = ()

    @property
    def strongest(self) -> list[_Episode]:
        """The most surprising episodes, of one value in one direction only the first of them."""
        every = [*self.found, *([self.open] if self.open is not None else [])]
        ranked = sorted((one for one in every if one.surprise >= SURPRISING), key=lambda one: one.surprise)
        return list({(one.value, one.more): one for one in ranked}.values())[-_MOST_TOLD:]


@dataclass(frozen=True, slots=True, eq=False)
class _Field:
    """A field of few values. ``of``: the records of a chunk with a value, and the number of each; ``name``: names it."""

    subject: str
    size: int
    of: Callable[[slice], tuple[Rows, Ints]]
    name: Callable[[int], Text]
    basis: Hashable = None


def share_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield the strongest episodes of the label, of scores beyond the threshold, and of the log's own fields."""
    nothing = np.empty(0, dtype=np.int64)
    for field in _fields(evidence):
        evidence.check()
        state = evidence.fold(
            f"share of {field.subject}",
            _State(np.zeros(field.size, dtype=np.int64), nothing, nothing),
            partial(_taken, field),
            field.basis,
        )
        told = state.strongest
        for episode in told:
            yield _finding(evidence, field, episode)
        if field.subject == "score":
            yield from scores_in_a_row(evidence, [(one.first, one.last) for one in told if one.value and one.more])


def _fields(evidence: Evidence) -> Iterator[_Field]:
    if evidence.has("score"):
        score = evidence.numbers("score")

        def beyond(at: slice) -> tuple[Rows, Ints]:
            rows = np.flatnonzero(np.isfinite(score[at]))
            return rows + at.start, (score[at][rows] > USUAL_THRESHOLD).astype(np.int64)

        sides = (
            translatable("a score of {limit} or less", limit=number(USUAL_THRESHOLD)),
            translatable("a score above {limit}", limit=number(USUAL_THRESHOLD)),
        )
        yield _Field("score", 2, beyond, lambda side: sides[side])
    for column in ("label", "finish_reason"):
        if evidence.has(column):
            yield from _category(evidence, column, evidence.codes(column), _MOST_VALUES)
    if evidence.records <= _MOST_RECORDS:
        fields = evidence.fields()
        runs = set(runs_of(fields))
        for column in own_categories([field for field in fields if field.name not in runs], evidence.records):
            yield from _category(evidence, column, evidence.field_codes(column), _MOST_OWN_VALUES)


def _category(evidence: Evidence, column: str, codes: Codes, most: int) -> Iterator[_Field]:
    if not 2 <= len(codes) <= most:
        return

    def of(at: slice) -> tuple[Rows, Ints]:
        rows = np.flatnonzero(codes.code[at] >= 0) + at.start
        return rows, codes.code[rows].astype(np.int64)

    def name(value: int) -> Text:
        return translatable("{field} {value}", field=column, value=quote(codes.value(value), 40))

    yield _Field(column, len(codes), of, name, (codes.numbering, len(codes)))


def _taken(field: _Field, state: _State, chunk: slice) -> _State:
    size = field.size
    new_rows, new_values = field.of(chunk)
    rows, values = np.append(state.rows, new_rows), np.append(state.values, new_values)
    full = len(values) // _WINDOW
    end = full * _WINDOW
    place = np.repeat(np.arange(full), _WINDOW) * size + values[:end]
    counts: Ints = np.bincount(place, minlength=full * size).reshape(full, size)
    first, last = rows[:end:_WINDOW], rows[_WINDOW - 1 : end : _WINDOW]
    at = 0
    while at < full:
        if state.open is None:
            block = counts[at : at + _BLOCK]
            calm = _calm(state.usual, block)
            state = replace(state, usual=state.usual + block[:calm].sum(axis=0))
            at += calm
            if calm == len(block):
                continue
        state = _with_window(state, counts[at], int(first[at]), int(last[at]))
        at += 1
    return replace(state, rows=rows[end:], values=values[end:])


def _calm(usual: Ints, counts: Ints) -> int:
    """Return how many of the first windows are like all before them."""
    before = usual + np.cumsum(counts, axis=0) - counts
    odd = (_divergence(before, counts) >= _ODD).any(axis=-1)
    return int(np.argmax(odd)) if odd.any() else len(counts)


def _divergence(before: Ints, counts: Ints) -> Floats:
    """Return for each value how surprising its share in a window is (nats), 0 where it differs little or little is known."""
    known = before.sum(axis=-1, keepdims=True)
    usual = (before + 0.5) / (known + 1)
    now = counts / _WINDOW
    with np.errstate(divide="ignore", invalid="ignore"):
        hits = np.where(now > 0, now * np.log(now / usual), 0.0)
        others = np.where(now < 1, (1 - now) * np.log((1 - now) / (1 - usual)), 0.0)
    counted = (np.abs(now - usual) >= _LEAST_DIFFERENCE) & (known >= _LEAST_BEFORE)
    surprise: Floats = np.where(counted, _WINDOW * (hits + others), 0.0)
    return surprise


def _with_window(state: _State, counts: Ints, first: int, last: int) -> _State:
    surprise = _divergence(state.usual, counts)
    now, usual = counts / _WINDOW, state.usual / max(1, int(state.usual.sum()))
    value = int(np.argmax(surprise + (now > usual)))  # of two that mirror each other the one that came more often
    if surprise[value] < _ODD:
        closed = _closed(state)
        return replace(closed, usual=closed.usual + counts)
    if state.former is not None and float(_divergence(state.former, counts).max()) < _ODD:
        closed = _closed(state)  # it went back to what it was: that is no news
        return replace(closed, usual=state.former + counts, former=None)
    more = bool(now[value] > usual[value])
    known = state.open
    if known is None or (known.value, known.more) != (value, more):
        state = _closed(state)
        known = _Episode(value, more, first, last, 0, 0, float(usual[value]), 0.0, np.zeros_like(counts))
    known = replace(
        known,
        last=last,
        hits=known.hits + int(counts[value]),
        size=known.size + _WINDOW,
        surprise=known.surprise + float(surprise[value]),
        windows=known.windows + counts,
    )
    if known.size < _MOST_WINDOWS * _WINDOW:
        return replace(state, open=known)
    return replace(state, usual=known.windows, former=state.usual, open=None, found=(*state.found, known))


def _closed(state: _State) -> _State:
    """End an episode; what was not surprising in all belongs to what is usual."""
    if state.open is None:
        return state
    if state.open.surprise < SURPRISING:
        return replace(state, usual=state.usual + state.open.windows, open=None)
    return replace(state, open=None, found=(*state.found, state.open))


def _finding(evidence: Evidence, field: _Field, episode: _Episode) -> Finding:
    rows, values = field.of(slice(episode.first, episode.last + 1))
    told: dict[str, str | int] = {
        "now": percent(episode.hits / episode.size),
        "n": len(rows),
        "when": evidence.between(rows),
        "what": field.name(episode.value),
        "before": percent(episode.before),
        "change": translatable("Far more often than before")
        if episode.more
        else translatable("Far more rarely than before"),
    }
    return evidence.finding(
        _KINDS.get(field.subject, "value_share"),
        translatable("{now} of {n} records{when} have {what}; before it was {before}.", **told)
        if episode.more
        else translatable("Only {now} of {n} records{when} have {what}; before it was {before}.", **told),
        rows=rows[values == episode.value] if episode.more else rows,
        subject=f"{field.subject} {episode.value}",
    )
