"""Which values within messages (``key=value``, JSON) are canonical columns, and the patterns that read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random

from aidebug_gui.formats.aliases import Aliases, Leaf, Suits, resolve
from aidebug_gui.formats.column_choices import chosen_keys
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.headers import search_message
from aidebug_gui.formats.model import MessagePattern
from aidebug_gui.formats.pairs import UNITS_MS, json_value_pattern, number_pattern, number_with_unit, value_pattern
from aidebug_gui.formats.units import DURATIONS, DurationUnits
from aidebug_gui.formats.values import as_number

FROM_HEADER = frozenset({"time", "level", "logger", "message", "traceback"})
"""Columns that a text record has from its header and lines, never from a pair."""

_MOST_COUNTED = 250  # messages
_RULE = 0.9  # share of the messages with a key in which it stands at the same place


class PairSample:
    """The pairs seen in a sample and the columns they became (``columns``: key -> canonical column)."""

    def __init__(
        self,
        pairs: Mapping[str, Leaf],
        aliases: Aliases,
        suits: Suits,
        units: DurationUnits,
        chosen: Mapping[str, str] | None = None,
    ) -> None:
        """``chosen``: column -> key, as the user chose it."""
        self.pairs = pairs
        self.units = units
        typed = [Leaf(leaf.path, [_typed(value) for value in leaf.values], leaf.records) for leaf in pairs.values()]
        resolved = {
            column: tuple(str(path[0]) for path in paths)
            for column, paths in resolve(typed, aliases, suits).items()
            if column not in FROM_HEADER
        }
        self.resolved = chosen_keys(resolved, chosen or {}, pairs)
        self.columns = {key: column for column, keys in self.resolved.items() for key in keys}


def _typed(value: object) -> object:
    """Return a number for numeric text, so that it is judged like a JSON number."""
    text = str(value)
    number = as_number(text)
    if number is None:
        return text
    return int(number) if number.is_integer() and "." not in text else number


def pair_patterns(sample: PairSample) -> Iterator[MessagePattern]:
    """Yield the patterns for all pairs that are canonical columns, best key first within a column."""
    for column, keys in sample.resolved.items():
        for key in keys:
            if CANONICAL[column].kind is Kind.NUMBER:
                yield from _number_patterns(column, key, sample)
            else:
                yield MessagePattern(column, value_pattern(key), key=key)


def with_places(patterns: Sequence[MessagePattern], messages: Iterable[str]) -> Iterator[MessagePattern]:
    """Yield the patterns with the place among the words that their keys have in nearly all of the messages."""
    places: dict[str, Counter[int]] = {pattern.key: Counter() for pattern in patterns if pattern.key}
    for message in messages if places else ():
        words = message.split(" ")
        found: dict[str, int] = {}
        for place, word in enumerate(words, -len(words)):
            key, sign, _ = word.partition("=")
            if sign:
                found.setdefault(key, place)
        for key in places.keys() & found.keys():
            places[key][found[key]] += 1
    for pattern in patterns:
        usual = places[pattern.key].most_common(1) if pattern.key else []
        is_rule = bool(usual) and usual[0][1] >= _RULE * places[pattern.key].total()
        yield replace(pattern, place=usual[0][0]) if is_rule else pattern


def with_fills(patterns: Iterable[MessagePattern], messages: Sequence[str], records: int) -> Iterator[MessagePattern]:
    """Yield the patterns with the share of ``records`` that have them, told by some of their ``messages``.

    A message counts for the first pattern of a column that it has.
    """
    looked_at = Random(0).sample(messages, min(len(messages), _MOST_COUNTED))  # each n-th may always be the same
    left: dict[str, list[str]] = {}
    for pattern in patterns:
        messages_left = left.get(pattern.column, looked_at)
        left[pattern.column] = [message for message in messages_left if search_message(pattern, message) is None]
        found = len(messages_left) - len(left[pattern.column])
        share = max(1, found) / max(1, len(looked_at))  # it is in one of the messages at least
        yield replace(pattern, fill=share * len(messages) / max(1, records))


def _number_patterns(column: str, key: str, sample: PairSample) -> Iterator[MessagePattern]:
    """Yield one pattern per unit seen, and one for numbers without a unit if there are any."""
    values = [str(value) for value in sample.pairs[key].values]
    if column not in DURATIONS:
        yield MessagePattern(column, number_pattern(key), key=key)
        return
    units = {split[1] for split in map(number_with_unit, values) if split}
    plain = sum(as_number(value) is not None for value in values)
    if plain:
        factor = sample.units.factor(sample.pairs[key])
        yield MessagePattern(column, number_pattern(key), 1.0 if factor is None else factor, key)
    for unit in sorted(units):
        yield MessagePattern(column, number_pattern(key, unit), UNITS_MS[unit], key, unit)


TIME_KEYS = frozenset({"timestamp", "@timestamp", "time", "ts", "asctime", "datetime"})
"""Keys of JSON within a message whose time is the record's, where its header has none (winston's simple format)."""


def json_patterns(
    keys: Mapping[str, Leaf], aliases: Aliases, suits: Suits, units: DurationUnits
) -> Iterator[MessagePattern]:
    """Yield the patterns for the keys of JSON objects within messages that are canonical columns."""
    for column, paths in resolve(list(keys.values()), aliases, suits).items():
        if column in FROM_HEADER and column != "time":
            continue
        for key in (str(path[0]) for path in paths):
            if column == "time" and key.lower() not in TIME_KEYS:
                continue
            number = CANONICAL[column].kind is Kind.NUMBER
            factor = units.factor(keys[key]) if column in DURATIONS else None
            pattern = json_value_pattern(key, number=number)
            yield MessagePattern(column, pattern, 1.0 if factor is None else factor, literals=(f'"{key}"',))
