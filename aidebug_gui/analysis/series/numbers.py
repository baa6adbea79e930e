"""Numbers as a person reads them in a sentence."""

from __future__ import annotations

import math

from aidebug_gui.translatable import Numeral, Text, translatable

_DAY = 86_400.0
_DURATIONS = ((3600.0, "h"), (60.0, "min"), (1.0, "s"), (1e-3, "ms"))


def number(value: float, unit: str = "") -> str:
    """Return a number with three or four significant digits and its unit: ``4,210 ms``, ``0.031``."""
    if unit == "ms" and abs(value) >= 1000:
        value, unit = value / 1000, "s"
    if not math.isfinite(value):
        return translatable("not a number")
    if value == int(value) and abs(value) < 1e6:
        text = f"{int(value):,}"
    elif abs(value) >= 1000:
        text = f"{value:,.0f}" if abs(value) < 1e9 else f"{value:.3g}"
    else:
        text = f"{value:.3g}"
    return Numeral(f"{text} {unit}" if unit else text)


def duration(nanoseconds: float) -> str:
    """Return a length of time: ``15 min``, ``1.5 s``."""
    seconds = nanoseconds / 1e9
    if abs(seconds) >= _DAY:
        return translatable("{n} days", n=Numeral(f"{seconds / _DAY:.3g}"))
    for size, unit in _DURATIONS:
        if abs(seconds) >= size:
            return Numeral(f"{seconds / size:.3g} {unit}")
    return Numeral(f"{seconds * 1e6:.3g} µs")


def percent(share: float) -> str:
    return Numeral(f"{100 * share:.2g} %" if share < 0.1 else f"{100 * share:.0f} %")


def once_per(surprise: float) -> Text:
    """Return how rare something with a tail probability of 10^-surprise is: ``once per 8,000 points``."""
    points = 10**surprise
    digits = 10 ** max(0, int(math.log10(points)))
    return translatable("once per {n} points", n=round(points / digits) * digits)
