"""SQL that reads ``key=value`` pairs of text lines from the places among the words where they usually stand.

One pattern reads four neighbours: with eight pairs that takes half the time of cutting the line into words, and a third of
looking for each key by itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.model import MessagePattern
from aidebug_gui.store.sql.headers import MOST_GROUPS, LinePart
from aidebug_gui.store.sql.quoting import quoted

PLAIN_VALUE = r"([\w.:/@+-]+)(?:\s|$)"
"""A value that ends with its word, and needs nothing taken off (RE2)."""
FEWEST = 2
"""Pairs from which on the patterns for all of them pay."""
_NUMBER, _TEXT, _END, _SPACE = r"[-+0-9.eE]+", r"[\w.:/@+-]+", r"[,;)]?", r"(?:\s|$)"


def plain_number(text: str, unit: str = "") -> str:
    """Return SQL for the number with which a text begins, with its unit and then its end, a space or a comma; else NULL.

    Trimming what may follow costs more than all the rest.
    """
    pattern = rf"^([-+0-9.eE]+){re.escape(unit)}(?:[\s,;)]|$)" if unit else r"^([^\s,;)]+)"
    return f"try_cast(regexp_extract({text}, {quoted(pattern)}, 1) AS DOUBLE)"


def behind_key(pattern: MessagePattern, line: str) -> str:
    """Return SQL for the text behind the ``" key="`` of a pattern."""
    return f"split_part({line}, {quoted(f' {pattern.key}=')}, 2)"


def has_key(pattern: MessagePattern, line: str) -> str:
    """Return SQL that tells whether the key of a pattern stands in a line: a tenth of the cost of cutting."""
    return f"contains({line}, {quoted(f'{pattern.key}=')})"


class CutTexts:
    """Texts of pairs that are cut out of the column ``line`` in a layer of their own.

    The engine makes a CASE of ``nullif``, and within that for the key it would cut twice.
    """

    def __init__(self, patterns: Iterable[MessagePattern]) -> None:
        self._cut = list(patterns)

    def __contains__(self, pattern: MessagePattern) -> bool:
        return pattern in self._cut

    def parts(self) -> Iterator[LinePart]:
        """Yield what cuts: NULL for a line without the key, empty where the value is not a plain word."""
        for number, pattern in enumerate(self._cut):
            found = f"regexp_extract({behind_key(pattern, 'line')}, {quoted(f'^{PLAIN_VALUE}')}, 1)"
            yield LinePart(f"cut_{number}", f"CASE WHEN {has_key(pattern, 'line')} THEN {found} END")

    def value(self, pattern: MessagePattern, otherwise: str) -> str:
        """Return SQL, one layer above the parts, for the value of a pattern; ``otherwise``: of one that is no plain word."""
        column = f"cut_{self._cut.index(pattern)}"
        return f"CASE WHEN {column} = '' THEN {otherwise} ELSE {column} END"


class UsualPairs:
    """The pairs at their usual places behind the first ``=`` of the column ``line``. False where it would not pay."""

    def __init__(self, patterns: Iterable[MessagePattern]) -> None:
        placed = [pattern for pattern in patterns if pattern.key and pattern.place]
        places = Counter(pattern.place for pattern in placed)  # what may stand there is not told apart here
        placed = sorted((one for one in placed if places[one.place] == 1), key=lambda one: one.place)
        self._placed = placed if len(placed) >= FEWEST else []

    def __bool__(self) -> bool:
        return bool(self._placed)

    def __contains__(self, pattern: MessagePattern) -> bool:
        return pattern in self._placed

    @property
    def tail(self) -> str:
        """SQL for the line from the space on that the first pair should have in front, to be called ``tail``."""
        return f"substring(line, strpos(line, '=') - {len(self._placed[0].key) + 1})"

    def parts(self) -> Iterator[LinePart]:
        """Yield what reads the pairs, one layer above the tail; NULL or empty where a line differs."""
        begins = f"starts_with(tail, {quoted(f' {self._placed[0].key}=')})"
        for first in range(0, len(self._placed), MOST_GROUPS):
            place, pattern = self._placed[0].place, "^"
            some = self._placed[first : first + MOST_GROUPS]
            for one in some:
                pattern += "(?: [^ ]*)" * (one.place - place) + _pair(one)
                place = one.place + 1
            names = ", ".join(quoted(f"value_{number}") for number in range(len(some)))
            found = f"regexp_extract(tail, {quoted(pattern + _SPACE)}, [{names}])"
            yield LinePart(f"pairs_{first // MOST_GROUPS}", f"CASE WHEN {begins} THEN {found} END")

    def value(self, pattern: MessagePattern) -> str:
        """Return SQL, one layer above the parts, for the value of a pattern: a number (unscaled) or a text, else NULL."""
        part, number = divmod(self._placed.index(pattern), MOST_GROUPS)
        text = f"pairs_{part}.value_{number}"
        return f"try_cast({text} AS DOUBLE)" if _is_number(pattern) else f"nullif({text}, '')"


def _pair(pattern: MessagePattern) -> str:
    value = f"({_NUMBER}){re.escape(pattern.unit)}" if _is_number(pattern) else f"({_TEXT})"
    return f" {re.escape(pattern.key)}={value}{_END}"


def _is_number(pattern: MessagePattern) -> bool:
    return CANONICAL[pattern.column].kind is Kind.NUMBER
