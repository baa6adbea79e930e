"""Numbers with a unit (``17.3GB``, ``$0.0034``, ``3.2 tok/s``): what they measure, and how much of it.

The units are data (``resources/amounts.toml``). What is no amount is a text: ``1.5.2``, ``n/a``, ``gpt-4o``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aidebug_gui.formats.pairs import NUMBER
from aidebug_gui.resources import resource_path

GROUPED = r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"
"""A number with commas between its thousands (``re`` and RE2): ``1,024.5``."""
AMOUNT_NUMBER = rf"{GROUPED}|{NUMBER}"


@dataclass(frozen=True, slots=True)
class Measure:
    """What some units have in common. ``units``: name in lower case -> factor to the first of them."""

    name: str
    units: Mapping[str, float]
    signs: tuple[str, ...] = ()  # before the number, with the factor 1

    @property
    def pattern(self) -> str:
        """Return the pattern (``re`` and RE2) of a whole amount: its sign, number and unit; sign and unit may be missing."""
        signs = "|".join(map(re.escape, self.signs))
        units = "|".join(re.escape(unit) for unit in sorted(self.units, key=len, reverse=True))
        return rf"(?i)^\s*((?:{signs})?)\s?({AMOUNT_NUMBER})\s?((?:{units})?)\s*$"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of something; ``value`` counts the measure's first unit."""

    measure: Measure
    value: float


@cache
def measures() -> tuple[Measure, ...]:
    """Return all that units measure, as shipped."""
    table = tomllib.loads(resource_path("amounts.toml").read_text(encoding="utf-8"))
    return tuple(Measure(name, entry["units"], tuple(entry.get("signs", ()))) for name, entry in table.items())


def measure_of(unit: str) -> Measure | None:
    """Return what a unit measures, None if it is not known."""
    return next((measure for measure in measures() if unit.lower() in measure.units), None)


def read_amount(text: str) -> Amount | None:
    """Read a number with its unit; None for plain numbers and for all that is no amount."""
    if not text or len(text) >= _LONGEST:
        return None
    for measure, pattern in _patterns():
        match = pattern.match(text)
        if match and (match[1] or match[3]):
            factor = measure.units[match[3].lower()] if match[3] else 1.0
            return Amount(measure, float(match[2].replace(",", "")) * factor)
    return None


def in_unit(amount: Amount, unit: str) -> float | None:
    """Return an amount in a unit, None if the unit measures something else."""
    factor = amount.measure.units.get(unit.lower())
    return None if factor is None else amount.value / factor


_LONGEST = 64


@cache
def _patterns() -> tuple[tuple[Measure, re.Pattern[str]], ...]:
    return tuple((measure, re.compile(measure.pattern, re.ASCII)) for measure in measures())
