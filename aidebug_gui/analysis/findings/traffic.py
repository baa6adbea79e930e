"""Symptoms of requests in their number: retry storms, errors after a new version."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aidebug_gui.analysis.columns import Codes, Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.formatting import SECOND, percent, quote
from aidebug_gui.analysis.selected import Selected
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import joined, translatable

_STORM, _STORM_NS = 3, 60 * SECOND
_STORM_A_MINUTE = 10
_LEAST_ERRORS = 10
_UNUSED = (0, 0)
_LEAST_RATIO = 2.0
_LEAST_Z = 5.0
_LEAST_REST = 0.25  # of the rate of errors with a version, that they have outside of the worst tenth


def retry_storm(evidence: Evidence, retries: Selected) -> Iterator[Finding]:
    """Three or more repetitions of one request within a minute, or ten or more of any within a minute."""
    if not evidence.has_times or len(retries) < _STORM:
        return
    rows = retries.rows[np.argsort(evidence.time[retries.rows], kind="stable")]
    within = _within(evidence.time[rows], _STORM_NS)
    worst = int(within.max())
    stubborn = 0
    column = next((name for name in ("request_id", "trace_id", "session_id") if evidence.has(name)), "")
    if column:
        hashes = evidence.hashes(column)[rows]
        _, counts = np.unique(hashes[hashes != 0], return_counts=True)
        stubborn = int(np.count_nonzero(counts >= _STORM))
    if worst < _STORM_A_MINUTE and not stubborn:
        return
    storm = np.sort(rows[_storms(within)]) if worst >= _STORM_A_MINUTE else retries
    yield evidence.finding(
        "retry_storm",
        joined(
            translatable(
                "{n} {n:retry|retries}{when}, up to {worst} within a minute.",
                n=len(storm),
                when=evidence.between(storm),
                worst=worst,
            ),
            translatable("{n} more at other times.", n=len(rows) - len(storm)) if len(storm) < len(rows) else "",
            translatable("{n} {n:request was|requests were} repeated {storm} times or more.", n=stubborn, storm=_STORM)
            if stubborn
            else "",
        ),
        rows=storm,
    )


def _within(time: Ints, window: int) -> Ints:
    """Return for each of the ascending times how many come within the window that begins with it."""
    return np.searchsorted(time, time + window, side="right") - np.arange(len(time))


def _storms(within: Ints) -> slice:
    """Return which retries lie between the begin of the first storm and the end of the last."""
    begins = np.flatnonzero(within >= _STORM_A_MINUTE)
    return slice(int(begins[0]), int((begins + within[begins]).max()))


def errors_after_version(evidence: Evidence) -> Iterator[Finding]:
    """More errors after the first record of a new model version than before it."""
    if not evidence.has("model_version"):
        return
    versions = evidence.codes("model_version")
    failures = evidence.selected("errors", lambda at: evidence.level[at] >= Level.ERROR)
    if len(failures) < _LEAST_ERRORS:
        return
    failed = failures.rows
    uses = _uses(evidence, versions)
    for code, (begin, last) in enumerate(uses[:50]):
        if begin < max(_LEAST_ERRORS * 5, evidence.records // 50):
            continue
        stop = last + 1
        first_failure, next_failure = np.searchsorted(failed, (begin, stop)).tolist()
        before, after = first_failure, next_failure - first_failure
        old, new = before / begin, after / (stop - begin)
        pooled = (before + after) / stop
        z = (new - old) / max(1e-12, float(np.sqrt(pooled * (1 - pooled) * (1 / begin + 1 / (stop - begin)))))
        if after < _LEAST_ERRORS or z < _LEAST_Z or new < _LEAST_RATIO * old:
            continue
        rows = failed[first_failure:next_failure]
        if _is_one_burst(rows - begin, stop - begin, old):
            continue
        place = (
            evidence.clock(int(evidence.time[begin])) if evidence.has_times else translatable("record {n}", n=begin + 1)
        )
        yield evidence.finding(
            "errors_after_version",
            translatable(
                "While version {version} was in use (from {place} on) {new} of {after} records were errors; before, {old} of "
                "{before}.",
                version=quote(versions.value(code), 30),
                place=place,
                new=percent(new),
                after=stop - begin,
                old=percent(old),
                before=begin,
            ),
            rows=rows,
            subject=versions.value(code),
        )


def _uses(evidence: Evidence, codes: Codes) -> tuple[tuple[int, int], ...]:
    """Return the first and the last record with each value, (0, 0) for one that does not occur."""

    def step(known: tuple[tuple[int, int], ...], at: slice) -> tuple[tuple[int, int], ...]:
        code = codes.code[at]
        found = [*known, *(_UNUSED for _ in range(len(codes) - len(known)))]
        for value in np.flatnonzero(np.bincount(code[code >= 0], minlength=len(codes))).tolist():
            places = np.flatnonzero(code == value)
            first = at.start + int(places[0]) if found[value] is _UNUSED else found[value][0]
            found[value] = first, at.start + int(places[-1])
        return tuple(found)

    nothing: tuple[tuple[int, int], ...] = ()
    return evidence.fold("versions in use", nothing, step, codes.numbering)


def _is_one_burst(failed: Rows, count: int, usual: float) -> bool:
    """Return whether errors are about as rare as usual outside of the worst tenth: something else happened there.

    ``failed``: which of ``count`` records are errors.
    """
    size = max(1, count // 10)
    within = np.searchsorted(failed, failed + size) - np.arange(len(failed))
    rest = (len(failed) - int(within.max())) / max(1, count - size)
    return rest < max(_LEAST_RATIO * usual, _LEAST_REST * len(failed) / count)
