"""Series like those of AI logs with anomalies put in, seeded, so that the truth is known: what, where, and which reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.series.model import Reason

Floats = NDArray[np.float64]
Times = NDArray[np.int64]

SECOND = 10**9
DAY_POINTS = 288


@dataclass(frozen=True, slots=True)
class Injected:
    """A series with one kind of anomaly in it. ``truth``: (first, last) positions; ``reasons``: names that are right."""

    kind: str
    times: Times
    values: Floats
    truth: tuple[tuple[int, int], ...]
    reasons: frozenset[Reason]


def noise(random: np.random.Generator, count: int) -> dict[str, Floats]:
    """Return the kinds of noise in which nothing is odd."""
    steps = random.normal(size=count)
    walk = np.empty(count)
    level = 0.0
    for position, step in enumerate(steps):
        level = 0.9 * level + step
        walk[position] = level
    day = 2 * np.pi * np.arange(count) / DAY_POINTS
    return {
        "white": random.normal(size=count),
        "Beta(2,5) scores": random.beta(2, 5, count),
        "AR(1) 0.9": walk,
        "daily sine": 3 * np.sin(day) + random.normal(size=count),
        "lognormal 0.6": random.lognormal(0, 0.6, count),
        "lognormal 1": random.lognormal(0, 1, count),
        "0/1 flags 2 %": (random.random(count) < 0.02).astype(np.float64),
    }


def clock(random: np.random.Generator, count: int, seconds: float = 2.0) -> Times:
    """Times of requests that come independently of each other."""
    return np.cumsum((random.exponential(seconds, count) * SECOND).astype(np.int64))


def score(random: np.random.Generator, count: int) -> Floats:
    return random.beta(2, 5, count)


def latency(random: np.random.Generator, count: int) -> Floats:
    return random.lognormal(5, 0.4, count)


def errors(random: np.random.Generator, count: int) -> Floats:
    return (random.random(count) < 0.02).astype(np.float64)


def tokens(random: np.random.Generator, count: int) -> Floats:
    return np.round(random.lognormal(6, 0.7, count))


def _stuck(random: np.random.Generator, values: Floats, at: int) -> int:
    values[at : at + 150] = values[at]
    return at + 149


def _missing(random: np.random.Generator, values: Floats, at: int) -> int:
    values[at : at + 8] = np.nan
    return at + 7


def _step(random: np.random.Generator, values: Floats, at: int) -> int:
    values[at:] *= 1.8
    return at + 300


def _spike(random: np.random.Generator, values: Floats, at: int) -> int:
    values[at : at + 2] *= 60
    return at + 1


def _burst(random: np.random.Generator, values: Floats, at: int) -> int:
    values[at : at + 40] = (random.random(40) < 0.6).astype(np.float64)
    return at + 60


def _drift(random: np.random.Generator, values: Floats, at: int) -> int:
    size = min(600, len(values) - at)
    values[at : at + size] = random.beta(6, 3, size)
    return at + size - 1


def _noisy(random: np.random.Generator, values: Floats, at: int) -> int:
    values[at : at + 120] = np.where(random.random(120) < 0.5, 0.01, 0.99)
    return at + 119


_POINTLIKE = frozenset((Reason.SPIKE, Reason.JUMP, Reason.RECORD, Reason.NOVEL, Reason.EXTREME))
_LEVEL = frozenset((Reason.SHIFT,))
_KINDS: tuple[
    tuple[
        str,
        Callable[[np.random.Generator, int], Floats],
        Callable[[np.random.Generator, Floats, int], int],
        frozenset[Reason],
    ],
    ...,
] = (
    ("stuck score", score, _stuck, frozenset((Reason.FLAT,))),
    ("missing score", score, _missing, frozenset((Reason.NAN,))),
    ("latency step", latency, _step, _LEVEL),
    ("latency spike", latency, _spike, _POINTLIKE),
    ("token spike", tokens, _spike, _POINTLIKE),
    ("error burst", errors, _burst, frozenset((Reason.BURST,))),
    ("score drift", score, _drift, _LEVEL),
    ("extreme scores", score, _noisy, frozenset((Reason.VOLATILITY, Reason.SHIFT))),
)


def injected(seeds: int = 4, count: int = 6000) -> list[Injected]:
    """Return series of each kind with one to three anomalies, and silences in otherwise healthy series."""
    found = []
    for seed in range(seeds):
        for number, (kind, make, damage, reasons) in enumerate(_KINDS):
            random = np.random.default_rng([seed, number])
            values, times = make(random, count), clock(random, count)
            places = [2500] if damage in (_step, _drift) else [1800, 3400, 5000][: 1 + seed % 3]
            truth = tuple((at, damage(random, values, at)) for at in (p + int(random.integers(300)) for p in places))
            found.append(Injected(kind, times, values, truth, reasons))
        found.append(_silence(seed, count))
    return found


def _silence(seed: int, count: int) -> Injected:
    random = np.random.default_rng([seed, 99])
    times, at = clock(random, count), 2000 + 700 * seed
    times[at:] += 900 * SECOND
    return Injected("silence", times, score(random, count), ((at, at),), frozenset((Reason.GAP,)))
