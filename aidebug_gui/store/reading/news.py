"""What a log that grows begins to say: names of values, and messages, that none of its lines had before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from aidebug_gui.formats.headers import search_message
from aidebug_gui.formats.model import JSON, RAW, Flag, MessagePattern, ParsedRecord

FIELDS_S, SHORT_FIELDS_S = 2.0, 0.2
"""How long new names of values wait at most until they are fields."""
ENOUGH_LINES, ENOUGH_S = 20, 5.0
"""When they may be columns: one value does not tell what a number measures."""
LONGEST_PAUSE_S = 30.0
"""What has no name is looked for so often, at first after new names more often. 2,000 lines take 160 ms."""
LEAST_LINES, MOST_LINES = 200, 2000
LOOKED_AT_LINES = 20
_MOST_NAMES = 5000
_NO_FORMAT, _NOT_JSON = "=", "={"
"""Noted of lines that no format claims, those that look like JSON apart: something may be wrapped around records."""


@dataclass(slots=True)
class News:
    """Names of values that came, and when it is time to look at the lines in which they stand."""

    _known: set[str] = field(default_factory=set)
    _new: set[str] = field(default_factory=set)
    _is_unseen: bool = False  # whether names came since the last look
    _begun: tuple[float, int] = (0.0, 0)  # when and in which line something was new for the last time
    _looked: tuple[float, int] = (0.0, 0)  # when and up to which line the newest lines were looked at
    _pause_s: float = FIELDS_S

    def note(self, names: Iterable[str], now: float, line: int) -> None:
        """Note what stands in the lines that end at number ``line``."""
        fresh = frozenset(names) - self._known - self._new
        if not fresh or len(self._known) >= _MOST_NAMES:
            return
        if not self._new:
            self._begun = now, line
        self._new |= fresh
        self._is_unseen = True

    @property
    def is_waiting(self) -> bool:
        """Whether there are new names."""
        return bool(self._new)

    def is_due(self, now: float, line: int, *, may_grow: bool) -> bool:
        """Tell whether it is time to look at the newest lines. ``may_grow``: there may be columns by now."""
        looked_s, looked_line = self._looked
        if self._is_unseen or (self._new and may_grow):
            return now - looked_s >= FIELDS_S
        return line > looked_line and now - looked_s >= self._pause_s

    def is_enough(self, now: float, line: int) -> bool:
        """Tell whether there is enough of what is new to know what it is."""
        return line - self._begun[1] >= ENOUGH_LINES or now - self._begun[0] >= ENOUGH_S

    def lines_to_look_at(self, line: int) -> int:
        """Return how many of the newest lines are to be looked at."""
        return min(max(LEAST_LINES, line - self._looked[1]), MOST_LINES)

    def looked(self, now: float, line: int, *, is_over: bool) -> None:
        """Note that the newest lines were looked at. ``is_over``: they tell what is new."""
        self._looked = now, line
        self._is_unseen = False
        self._pause_s = FIELDS_S if self._new else min(2 * self._pause_s, LONGEST_PAUSE_S)
        if is_over:
            self._known |= self._new
            self._new.clear()


def names_in(records: Sequence[ParsedRecord], patterns: Iterable[MessagePattern]) -> Iterator[str]:
    """Yield the names of the values in records, of values in messages with a sign in front.

    ``patterns``: those of messages that the layout does not know; tried on some of the records.
    """
    for record in records:
        if record.format == RAW:
            yield _NOT_JSON if Flag.DAMAGED in record.flags else _NO_FORMAT
        sign = "" if record.format == JSON else "="
        yield from (sign + name for name in _names(record.fields))
    for pattern in patterns:
        if any(
            record.format != JSON and search_message(pattern, record.message) for record in records[-LOOKED_AT_LINES:]
        ):
            yield f"{pattern.column}: {pattern.pattern}"


def _names(fields: Mapping[str, object], prefix: str = "", depth: int = 3) -> Iterator[str]:
    for key, value in fields.items():
        if isinstance(value, dict) and value and depth > 1:
            yield from _names(value, f"{prefix}{key}.", depth - 1)
        else:
            yield f"{prefix}{key}"
