"""What durations count in whose names do not say it: told by the tokens beside them, by who wrote the log, by their size.

Programs in Python log fractions of seconds (``time.time() - start``), JavaScript milliseconds (``Date.now() - start``), Go
nanoseconds (a plain ``time.Duration``) or seconds (zap). What none of this tells is no duration: the field keeps its number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from statistics import median

from aidebug_gui.formats.aliases import Aliases, Leaf, Suits, Writer
from aidebug_gui.formats.headers import regex
from aidebug_gui.formats.keys import normalised
from aidebug_gui.formats.values import as_number

DURATIONS = frozenset({"latency_ms", "ttft_ms"})
"""Columns of durations: their texts may carry a unit, their numbers may lack one."""

MOST_LINES = 500
_LONGEST_START = 1_000

TOKENS_A_SECOND = 2.0
"""A model writes more than this in a second, and less in a millisecond."""
ENOUGH_TOKENS = 10
LONGEST_S = 30.0
"""Usual durations from here on are not seconds, as far as requests go."""
SURELY_S = 5.0
"""Usual durations below this are seconds where the program counts in fractions of them."""
LEAST_NS = 100_000.0
"""Whole numbers from here on are nanoseconds where the program counts in those."""


def writer_of(lines: Iterable[str], writers: Sequence[Writer]) -> Writer | None:
    """Return what kind of program wrote most of the lines that tell it."""
    votes: Counter[str] = Counter()
    for line, _ in zip(lines, range(MOST_LINES), strict=False):
        start = line[:_LONGEST_START]
        told = (known for known in writers if any(regex(pattern).search(start) for pattern in known.lines))
        if (writer := next(told, None)) is not None:
            votes[writer.name] += 1
    winner = votes.most_common(1)
    return next((known for known in writers if winner and known.name == winner[0][0]), None)


class DurationUnits:
    """The units of one log's durations."""

    def __init__(self, aliases: Aliases, fields: Collection[Leaf], writer: Writer | None) -> None:
        """``fields``: all that the log has, whether they are durations or not."""
        self._aliases = aliases
        self._present = frozenset(normalised(str(field.path[-1])) for field in fields)
        self._writer = writer
        names = aliases.columns["tokens_out"].names if "tokens_out" in aliases.columns else {}
        counts = (_numbers(field) for field in fields if any(key in names for key in aliases.keys(field.path)))
        self._tokens = next((median(numbers) for numbers in counts if numbers), 0.0)

    def factor(self, field: Leaf) -> float | None:
        """Return the factor to milliseconds of a field's plain numbers, None where nothing tells it."""
        keys = self._aliases.keys(field.path)
        named = (self._aliases.units.scale(key, self._present) for key in keys)
        known = next((factor for factor in named if factor is not None), None)
        numbers = _numbers(field)
        return known if known is not None or not numbers else self._by_values(numbers)

    def _by_values(self, numbers: list[float]) -> float | None:
        usual = median(numbers)
        if self._tokens >= ENOUGH_TOKENS and usual:
            return 1_000.0 if self._tokens / usual > TOKENS_A_SECOND else 1.0
        whole = all(number.is_integer() for number in numbers)
        if whole and usual >= LEAST_NS and self._writer is not None and self._writer.whole_large:
            return self._writer.whole_large
        if usual >= LONGEST_S:
            return 1.0
        if self._writer is None:
            return None
        if whole:
            return self._writer.whole or None
        return self._writer.fractions if self._writer.fractions == 1.0 or usual < SURELY_S else None


def _numbers(field: Leaf) -> list[float]:
    """Return a field's numbers that carry no unit."""
    return [number for number in map(as_number, field.values) if number is not None and number == number]


def with_units(suits: Suits, units: DurationUnits) -> Suits:
    """Return the test by which fields become columns, for which a duration must have a unit."""

    def suit(column: str, field: Leaf) -> bool:
        return suits(column, field) and not (
            column in DURATIONS and bool(_numbers(field)) and units.factor(field) is None
        )

    return suit
