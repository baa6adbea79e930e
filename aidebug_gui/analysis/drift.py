"""Has the distribution of a score, or the mix of labels, moved against a reference?"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from aidebug_gui.analysis.series.numbers import percent
from aidebug_gui.translatable import Numeral, translatable

Floats = NDArray[np.float64]

BINS = 10
REFERENCE, WINDOW, STEP = 2000, 500, 100  # points
NOTABLE, STRONG = 0.1, 0.25  # PSI, as is usual for scorecards
_NORMAL_QUANTILE = 3.719  # of .9999: one false alarm in 10,000 comparisons


@dataclass(frozen=True, slots=True)
class Shift:
    """A sample against a reference. ``psi`` is notable from ``limit`` on; shares are those beyond the threshold."""

    psi: float
    limit: float
    share_before: float
    share_now: float

    @property
    def notable(self) -> bool:
        return self.psi > self.limit

    @property
    def strong(self) -> bool:
        return self.psi > max(STRONG, self.limit)


@dataclass(frozen=True, slots=True)
class Drift:
    """A stretch of a series (positions ``start`` to ``end``, the last one) that drifted, by its strongest window."""

    start: int
    end: int
    shift: Shift
    text: str


class Reference:
    """The distribution that samples are compared with."""

    def __init__(self, values: ArrayLike, bins: int = BINS) -> None:
        """Take finite values as the reference; the bins hold about equally many of them."""
        given = _finite(values)
        if not len(given):
            raise ValueError("a reference needs at least one value")
        self._sorted = np.sort(given)
        self._edges = bin_edges(given, bins)
        self._counts = self._count(given)

    def shift(self, values: ArrayLike, threshold: float) -> Shift:
        """Compare a sample with the reference. Returns no shift for an empty sample."""
        sample = _finite(values)
        before = self._beyond(threshold)
        if not len(sample):
            return Shift(0.0, NOTABLE, before, before)
        found = psi(self._counts, self._count(sample))
        limit = psi_limit(len(self._counts), len(self._sorted), len(sample))
        return Shift(found, limit, before, float(np.mean(sample > threshold)))

    def _beyond(self, threshold: float) -> float:
        return 1 - int(np.searchsorted(self._sorted, threshold, side="right")) / len(self._sorted)

    def _count(self, values: Floats) -> NDArray[np.int64]:
        # A value at an edge belongs to the bin below it, so that a frequent value has a bin of its own.
        return np.bincount(np.searchsorted(self._edges, values, side="left"), minlength=len(self._edges) + 1)


def psi_limit(bins: int, reference: int, sample: int) -> float:
    """Return the PSI that chance reaches once in 10,000 comparisons of such sizes, at least ``NOTABLE``.

    Without drift PSI is about chi-square (bins - 1) times (1/reference + 1/sample); see ``psi_of_chance`` for its mean.
    """
    return max(NOTABLE, _chi_square_limit(max(1, bins - 1)) * (1 / reference + 1 / sample))


def psi_of_chance(bins: int, reference: int, sample: int) -> float:
    """Return the PSI that two samples of such sizes have on average where nothing drifted."""
    return (bins - 1) * (1 / reference + 1 / sample)


def find_drift(
    values: ArrayLike,
    *,
    name: str = "value",
    threshold: float = 0.8,
    reference: int = REFERENCE,
    window: int = WINDOW,
    step: int = STEP,
) -> list[Drift]:
    """Compare windows with the first ``reference`` values (at most half of them); neighbours that drift are one."""
    given = np.asarray(values, dtype=np.float64)
    first = min(reference, len(given) // 2)
    window = min(window, len(given) - first)
    if window < 10 * BINS // 2 or not np.isfinite(given[:first]).any():
        return []
    usual = Reference(given[:first])
    found: list[Drift] = []
    for begin in range(first, len(given) - window + 1, step):
        shift = usual.shift(given[begin : begin + window], threshold)
        if not shift.notable:
            continue
        drift = Drift(begin, begin + window - 1, shift, drift_sentence(name, shift, threshold))
        if found and begin <= found[-1].end + step:
            strongest = max(found[-1], drift, key=lambda one: one.shift.psi)
            found[-1] = Drift(found[-1].start, drift.end, strongest.shift, strongest.text)
        else:
            found.append(drift)
    return found


def drift_by_group(
    values: ArrayLike, groups: Sequence[Hashable], *, name: str = "value", threshold: float = 0.8, least: int = 50
) -> dict[Hashable, Drift]:
    """Compare each group (a model version, a tenant) with all others; only what is notable, strongest first."""
    given = np.asarray(values, dtype=np.float64)
    codes: dict[Hashable, int] = {}
    code = np.array([codes.setdefault(group, len(codes)) for group in groups], dtype=np.int64)
    found = {}
    for group, number in codes.items():
        inside = code == number
        if min(np.isfinite(given[inside]).sum(), np.isfinite(given[~inside]).sum()) < least:
            continue
        shift = Reference(given[~inside]).shift(given[inside], threshold)
        if shift.notable:
            where = np.flatnonzero(inside)
            text = drift_sentence(
                translatable("{name} of {group}", name=name, group=str(group)),
                shift,
                threshold,
                against=translatable("elsewhere"),
            )
            found[group] = Drift(int(where[0]), int(where[-1]), shift, text)
    return dict(sorted(found.items(), key=lambda item: -item[1].shift.psi))


def drift_sentence(name: str, shift: Shift, threshold: float, against: str = "") -> str:
    """Say how a sample moved; ``against``: what it is compared with, if that is not what came before."""
    if against:
        moved = translatable("differs strongly") if shift.strong else translatable("differs")
    else:
        moved = translatable("drifted strongly") if shift.strong else translatable("drifted")
    return translatable(
        "{name} {moved}: {now} of the values are above {threshold}, {against} {before} (PSI {psi})",
        name=name,
        moved=moved,
        psi=Numeral(f"{shift.psi:.2f}"),
        threshold=Numeral(f"{threshold:g}"),
        now=percent(shift.share_now),
        against=against or translatable("before"),
        before=percent(shift.share_before),
    )


@dataclass(frozen=True, slots=True)
class MixChange:
    """Shares of labels now and before; ``statistic`` is chi-square, notable from ``limit`` on."""

    statistic: float
    limit: float
    shares: dict[str, tuple[float, float]]  # label -> (before, now), the largest change first

    @property
    def notable(self) -> bool:
        return self.statistic > self.limit

    @property
    def text(self) -> str:
        label, (before, now) = next(iter(self.shares.items()))
        return translatable(
            "the mix of labels changed: {label} went from {before} to {now}",
            label=label,
            before=percent(before),
            now=percent(now),
        )


def mix_change(names: Sequence[str], counts: Floats) -> MixChange | None:
    """Compare counts of labels, shape (2, labels): before and now; None if one of them has none."""
    if not counts.sum(axis=1).all():
        return None
    seen = counts.sum(axis=0) > 0
    names, counts = [name for name, is_seen in zip(names, seen.tolist(), strict=True) if is_seen], counts[:, seen]
    shares = counts / counts.sum(axis=1, keepdims=True)
    order = np.argsort(-np.abs(shares[1] - shares[0]))
    expected = counts.sum(axis=0) * counts.sum(axis=1, keepdims=True) / counts.sum()
    rare = expected.min(axis=0) < 5  # below it the statistic is no chi-square
    if rare.any():
        counts = np.column_stack([counts[:, ~rare], counts[:, rare].sum(axis=1)])
        expected = np.column_stack([expected[:, ~rare], expected[:, rare].sum(axis=1)])
    statistic = float(((counts - expected) ** 2 / expected).sum())
    limit = _chi_square_limit(max(1, counts.shape[1] - 1))
    return MixChange(statistic, limit, {names[n]: (float(shares[0, n]), float(shares[1, n])) for n in order})


def bin_edges(values: Floats, bins: int) -> Floats:
    """Return the upper edges of all bins but the last, which hold about equally many of some finite values."""
    edges: Floats = np.unique(np.quantile(values, np.linspace(0, 1, bins + 1)[1:-1], method="inverted_cdf"))
    return edges


def psi(before: NDArray[np.int64], now: NDArray[np.int64]) -> float:
    """Return the population stability index of counts in bins."""
    # Half a record is added to each bin, so that an empty one gives no infinity.
    p, q = ((counts + 0.5) / (counts.sum() + 0.5 * len(counts)) for counts in (before, now))
    return float(((q - p) * np.log(q / p)).sum())


def _chi_square_limit(freedom: int) -> float:
    """Return the .9999 quantile of chi-square (Wilson and Hilferty)."""
    part = 2 / (9 * freedom)
    return float(freedom * (1 - part + _NORMAL_QUANTILE * np.sqrt(part)) ** 3)


def _finite(values: ArrayLike) -> Floats:
    given = np.asarray(values, dtype=np.float64)
    return np.asarray(given[np.isfinite(given)])
