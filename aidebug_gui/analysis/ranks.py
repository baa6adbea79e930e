"""Exact medians and quantiles of numbers that come chunk by chunk, without sorting all of them again.

A radix search: the numbers are counted in buckets of equal leading bits, 1.6 % wide, and only those in the bucket that
has the wanted rank are kept, equal ones once. The bucket seldom changes when some numbers are added.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
State = TypeVar("State")

_BITS = 46  # that are left out: sign, exponent and 6 bits of the mantissa make the bucket


class Fold(Protocol):
    """See ``Evidence.fold``."""

    def __call__(
        self, name: str, initial: State, step: Callable[[State, slice], State], parameter: Hashable = None
    ) -> State: ...


@dataclass(frozen=True, slots=True)
class _Counts:
    """``counts[i]`` numbers are in bucket ``first + i``."""

    first: int
    counts: Ints


class Ranks:
    """The order statistics of numbers. ``values`` returns the finite ones of a chunk."""

    def __init__(self, fold: Fold, name: str, values: Callable[[slice], Floats], parameter: Hashable = None) -> None:
        self._fold, self._name, self._values, self._parameter = fold, name, values, parameter
        nothing = _Counts(0, np.zeros(0, dtype=np.int64))
        found = fold(f"{name}: buckets", nothing, self._count, parameter)
        self._first = found.first
        self._ends = np.cumsum(found.counts)

    def __len__(self) -> int:
        return int(self._ends[-1]) if len(self._ends) else 0

    def median(self, among: int | None = None) -> float:
        """Return the median of the ``among`` smallest numbers, by default of all."""
        count = len(self) if among is None else among
        low, high = self._at((count - 1) // 2, "middle"), self._at(count // 2, "upper middle")
        return (low + high) / 2

    def middle(self) -> tuple[float, int]:
        """Return the number in the middle, and how many are equal to it."""
        return self._find(len(self) // 2, "upper middle")

    def quantile(self, share: float) -> float:
        """Return a quantile as ``numpy.quantile`` does."""
        place = share * (len(self) - 1)
        rank = int(place)
        low = self._at(rank, f"{share}")
        high = self._at(min(rank + 1, len(self) - 1), f"above {share}")
        return low + (high - low) * (place - rank)

    def below(self, share: float) -> float:
        """Return the number that this share of all others is not above: a quantile without interpolation, in half the time."""
        return self._at(int(share * (len(self) - 1)), f"{share}")

    def _at(self, rank: int, label: str) -> float:
        return self._find(rank, label)[0]

    def _find(self, rank: int, label: str) -> tuple[float, int]:
        """Return the number of this rank, and how many are equal to it. ``label``: under which its bucket is kept."""
        bucket = int(np.searchsorted(self._ends, rank, side="right"))
        before = int(self._ends[bucket - 1]) if bucket else 0
        wanted = self._first + bucket
        nothing = (np.zeros(0), np.zeros(0, dtype=np.int64))

        def step(state: tuple[Floats, Ints], at: slice) -> tuple[Floats, Ints]:
            values = self._values(at)
            own, counts = np.unique(values[_bucket(values) == wanted], return_counts=True)
            return _merged(state, (own, counts)) if len(own) else state

        values, counts = self._fold(f"{self._name}: {label}", nothing, step, (self._parameter, wanted))
        place = np.searchsorted(np.cumsum(counts), rank - before, side="right")
        return float(values[place]), int(counts[place])

    def _count(self, known: _Counts, at: slice) -> _Counts:
        buckets = _bucket(self._values(at))
        if not len(buckets):
            return known
        low, high = int(buckets.min()), int(buckets.max())
        first = min(low, known.first) if len(known.counts) else low
        counts = np.zeros(max(high + 1, known.first + len(known.counts)) - first, dtype=np.int64)
        counts[known.first - first :][: len(known.counts)] = known.counts
        counts[low - first : high + 1 - first] += np.bincount(buckets - low, minlength=high + 1 - low)
        return _Counts(first, counts)


def _bucket(values: Floats) -> Ints:
    """Return numbers that grow with the values: their leading bits, which for negative ones count down."""
    bits = (values + 0.0).view(np.int64) >> _BITS  # -0.0 becomes 0.0
    return np.where(bits < 0, (-1 << (63 - _BITS)) - bits - 1, bits)


def _merged(one: tuple[Floats, Ints], other: tuple[Floats, Ints]) -> tuple[Floats, Ints]:
    values, place = np.unique(np.concatenate((one[0], other[0])), return_inverse=True)
    counts = np.bincount(place.reshape(-1), np.concatenate((one[1], other[1]))).astype(np.int64)
    return values, counts
