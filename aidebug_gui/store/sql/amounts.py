"""SQL that reads numbers as people and programs write them: with a unit, with commas between the thousands."""

from __future__ import annotations

import re

from aidebug_gui.formats.amounts import GROUPED, Measure
from aidebug_gui.store.sql.quoting import quoted
from aidebug_gui.store.sql.values import milliseconds

_ZERO = r"^\s*[-+]?0+\.?0*\s*$"


def number(text: str) -> str:
    """Return SQL for a plain number, ``1,024`` too; NULL where a text is none."""
    grouped = f"regexp_full_match({text}, {quoted(GROUPED)})"
    return f"coalesce(try_cast({text} AS DOUBLE), CASE WHEN {grouped} THEN try_cast(replace({text}, ',', '') AS DOUBLE) END)"


def amount(text: str, measure: Measure) -> str:
    """Return SQL for how much of a measure a text tells, in its first unit; NULL where it tells nothing of it.

    Nothing of it (``0``) needs no unit. No part stands twice: the engine would compute it for all rows, whatever is asked
    before it.
    """
    value, unit = (f"regexp_extract({text}, {quoted(measure.pattern)}, {group})" for group in (2, 3))
    cases = " ".join(f"WHEN {quoted(name)} THEN {factor!r}::DOUBLE" for name, factor in measure.units.items())
    without = "|".join([_ZERO, *(rf"^\s*{re.escape(sign)}" for sign in measure.signs)])
    plain = f"CASE WHEN regexp_matches({text}, {quoted(without)}) THEN 1.0::DOUBLE END"
    found = f"try_cast(replace({value}, ',', '') AS DOUBLE) * CASE lower({unit}) {cases} ELSE {plain} END"
    return f"coalesce({found}, {milliseconds(text)})" if "ms" in measure.units else found
