"""Runs of equal numbers in a row: the longest two of a series that comes piece by piece."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` equal values in a row, from record ``first`` to record ``last``."""

    value: float = np.nan
    first: int = 0
    last: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Runs:
    """How many values there are, the run that goes on at the end, and the longest two of those that are over."""

    count: int = 0
    open: Run = Run()
    over: tuple[Run, ...] = ()

    @property
    def longest_two(self) -> tuple[Run, Run]:
        """The longest runs, of equally long ones the first; without any value in it where there is none."""
        longest = _longest((*self.over, self.open))
        return longest[0], longest[1] if len(longest) > 1 else Run()

    def more(self, values: NDArray[np.float64], at: NDArray[np.int64], first: int) -> Runs:
        """Return the runs with further values ``values[at]``, which are those of the records ``first + at``."""
        if not len(at):
            return self
        own = values[at]
        begins = np.flatnonzero(np.append(True, own[1:] != own[:-1]))
        ends = np.append(begins[1:], len(own))
        lengths = ends - begins
        inner = [1 + place for place in np.argsort(-lengths[1:-1], kind="stable")[:2].tolist()]
        chosen = sorted({0, *inner, len(begins) - 1})
        found = [
            Run(float(own[begins[n]]), first + int(at[begins[n]]), first + int(at[ends[n] - 1]), int(lengths[n]))
            for n in chosen
        ]
        if self.open.length and found[0].value == self.open.value:
            found[0] = Run(found[0].value, self.open.first, found[0].last, self.open.length + found[0].length)
        else:
            found.insert(0, self.open)
        return Runs(self.count + len(own), found[-1], _longest((*self.over, *found[:-1])))


def _longest(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(sorted(runs, key=lambda run: (-run.length, run.first))[:2])
