"""The scale on which differences of a field mean the same everywhere: as it is, logarithmic, or a 0/1 flag."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_SKEW = 2.0  # upper tail to lower tail, 5 % to 95 %; 1 for symmetric data, 2.7 for log-normal with sigma 0.6
_LARGEST = 1e100  # squares of differences stay finite


class ScaleKind(Enum):
    """Kinds of scales."""

    LINEAR = "linear"
    LOG = "log"  # latency, tokens, cost: positive and skewed to the right
    FLAG = "flag"  # only 0 and 1: rates are compared


@dataclass(frozen=True, slots=True)
class Scale:
    """A field's scale. The logarithmic one is log(value + offset): about linear below the usual, logarithmic above."""

    kind: ScaleKind
    offset: float = 0.0

    @classmethod
    def of(cls, values: Floats, wanted: ScaleKind | None = None) -> Scale:
        """Choose by the finite values of a sample, unless a scale is wanted."""
        if not len(values):
            return cls(ScaleKind.LINEAR)
        values = np.clip(values, -_LARGEST, _LARGEST)
        if wanted is None and is_flag(values).all():
            wanted = ScaleKind.FLAG
        low, middle, high = np.quantile(values, [0.05, 0.5, 0.95])
        skewed = float(values.min()) >= 0 and middle > 0 and high - middle > _SKEW * (middle - low)
        if wanted is ScaleKind.LOG or (wanted is None and skewed):
            return cls(ScaleKind.LOG, max(float(middle), 1e-12))
        return cls(wanted or ScaleKind.LINEAR)

    def apply(self, values: Floats) -> Floats:
        """Return finite values on this scale."""
        if self.kind is ScaleKind.LOG:
            return np.asarray(np.log(np.clip(values, 0, _LARGEST) + self.offset))
        if self.kind is ScaleKind.FLAG:
            return (values > 0).astype(np.float64)
        return np.clip(values, -_LARGEST, _LARGEST)


def is_flag(values: Floats) -> NDArray[np.bool_]:
    """Which values are 0 or 1."""
    return np.asarray((values == 0) | (values == 1))


def filled(values: Floats, before: float) -> Floats:
    """Return the values with NaN and infinities replaced by the last finite value before them."""
    finite = np.isfinite(values)
    if finite.all():
        return values
    position = np.maximum.accumulate(np.where(finite, np.arange(len(values)), -1))
    return np.asarray(np.where(position >= 0, values[np.maximum(position, 0)], before))
