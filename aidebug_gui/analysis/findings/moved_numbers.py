"""Numbers of the log's own that go to another level at once and stay there: a rate of tokens, a size, a share of hits.

A change is told where it is as large as the spread of the values themselves and far sharper than what the level does
elsewhere, so that what wanders, grows or goes with the time of day is left to other rules.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aidebug_gui.analysis.columns import Floats
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.field_series import is_watched
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.levels import LevelChange, level_changes, windows_of_number
from aidebug_gui.analysis.formatting import number
from aidebug_gui.analysis.own_fields import own_numbers
from aidebug_gui.translatable import translatable

_LEAST_SCORE = 2.0  # in units of the windows' scatter
_LEAST_SHARPNESS = 6.0
_LEAST_SPREADS = 0.8  # of the values before the change, as standard deviations
_LEAST_SHARE = 0.15  # of the larger level: what changes by less matters to few
_SIGMA = 1.349  # of a normal distribution lie between its quartiles


def moved_numbers(evidence: Evidence) -> Iterator[Finding]:
    """Yield the sharpest change of each number of the log's own."""
    for field in own_numbers(evidence.fields(), evidence.records):
        evidence.check()
        if is_watched(evidence, field):
            yield from _of_field(evidence, field)


def _of_field(evidence: Evidence, field: str) -> Iterator[Finding]:
    values, windows = evidence.numbers(field), windows_of_number(evidence, field)
    if windows is None:
        return
    unit = _spread(windows.medians) or 1.0
    change = _sharpest(windows.medians / unit)
    if change is None:
        return
    begin = int(windows.begins[change.first])
    end = int(windows.begins[change.stop]) if change.stop < len(windows.medians) else evidence.records
    if abs(change.right - change.left) * unit < _LEAST_SPREADS * _spread(values[:begin]):
        return
    rows = evidence.within(evidence.selected(f"values of {field}", lambda at: np.isfinite(values[at])), begin, end)
    yield evidence.finding(
        "moved_number",
        translatable(
            "The median of {field} went from {before} to {after}{when} and stayed for {n} {n:record|records}.",
            field=field,
            before=number(change.left * unit),
            after=number(change.right * unit),
            when=evidence.at(begin),
            n=len(rows),
        ),
        rows=rows,
        subject=field,
    )


def _sharpest(medians: Floats) -> LevelChange | None:
    """Return the sharpest change of medians, None if none is sharp."""
    usual = float(np.median(medians))
    found = [
        change
        for change in level_changes(medians)
        if abs(change.score) >= _LEAST_SCORE
        and abs(change.sharpness) >= _LEAST_SHARPNESS
        and abs(change.right - change.left) >= _LEAST_SHARE * max(abs(change.left), abs(change.right))
        and not (change.was_short and abs(change.right - usual) < abs(change.left - usual))
    ]
    return max(found, key=lambda change: abs(change.sharpness), default=None)


def _spread(values: Floats) -> float:
    """Return the standard deviation of values but for their tails."""
    low, high = np.quantile(values[np.isfinite(values)], (0.25, 0.75))
    return float(high - low) / _SIGMA
