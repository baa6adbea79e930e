"""Where the rules may begin in a text. A rule names its signs (words, groups of digits, a character); numpy looks for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.pii.anchors import ANY, BETWEENS, Anchors, ByteSet
from aidebug_gui.analysis.pii.tokens import (
    PADDING,
    Tokens,
    folded,
    is_word,
    slots_of,
    table_of,
    without_doubles,
)

Places = NDArray[np.int64]
Bits = NDArray[np.uint64]
_BITS = 18
_MOST_BITS = 64
_FARTHEST_BEFORE, _FARTHEST = (
    2,
    7,
)  # characters around a number that tell it; what rules say of others, their patterns tell
_SMALL = 0x20  # makes a letter small
_SPACE, _HYPHEN, _DOT = 0x20, 0x2D, 0x2E
_NO_WORD = np.array([not is_word(byte) for byte in range(256)])
_LENGTHS = 32  # lengths of words that are told apart; the last one is that of all longer ones
_Spec = tuple[tuple[int, int], ...]
_Item = tuple[int, Anchors, _Spec]
_ByRule = dict[int, list[Places]]


class _Head(NamedTuple):
    """What a match of a rule begins with."""

    rule: int
    text: bytes
    is_whole: bool


class Finder:
    """Finds for all rules where they may begin."""

    def __init__(self, anchors: Sequence[Anchors]) -> None:
        self._anchors = list(anchors)
        numbered = list(enumerate(anchors))
        specs = [(number, one, spec) for number, one in numbered for spec in one.tokens]
        spaced = [item for item in specs if _is_spaced(item[1])]
        singles = [item for item in specs if len(item[2]) == 1 and not _is_spaced(item[1])]
        groups = [item for item in specs if len(item[2]) > 1 and not _is_spaced(item[1])]
        self._finders: list[_Heads | _Numbers | _Singles | _Groups] = [_Heads(numbered)]
        self._finders += [_Numbers(part) for part in _parts(spaced)]
        self._finders += [_Singles(part) for part in _parts(singles)]
        self._finders += [_Groups(part) for part in _parts(groups)]
        self._others = [(number, one) for number, one in numbered if one.signs or one.trigger]

    def places(self, text: bytes, tokens: Tokens) -> Iterator[tuple[int, Places]]:
        """Yield (number of a rule, places in the text where to try it, ascending)."""
        by_rule: _ByRule = {}
        for finder in self._finders:
            finder.find(tokens, by_rule)
        for number, one in self._others:
            found = by_rule.setdefault(number, [])
            found += _by_sign(tokens, one)
            if one.trigger is not None:
                found.append(np.array([match.start() + PADDING for match in one.trigger.finditer(text)], np.int64))
        for number, parts in by_rule.items():
            one = self._anchors[number]
            parts = [kept for part in parts if len(kept := _preceded(tokens, one, part))]
            if parts:
                places = parts[0] if len(parts) == 1 else without_doubles(parts)
                places = places + (one.shift - PADDING)
                yield number, places if places[0] >= 0 else places[places >= 0]


def _parts(specs: list[_Item]) -> Iterator[list[_Item]]:
    """Yield as many at a time as a number has bits."""
    for first in range(0, len(specs), _MOST_BITS):
        yield specs[first : first + _MOST_BITS]


class _Heads:
    """Rules that begin at certain words.

    The first four characters of a word choose a row of tables. They say for each length of the word, its fifth character,
    and the characters before and behind it, which rules can have it there, as bits.
    """

    def __init__(self, anchors: Sequence[tuple[int, Anchors]]) -> None:
        items = [(number, one) for number, one in anchors if one.words or one.begins]
        heads = [
            _Head(rule, head, head in one.words)
            for rule, (_, one) in enumerate(items)
            for head in one.words + one.begins
        ]
        by_key: dict[int, list[int]] = {}
        for number, head in enumerate(heads):
            for key in _keys(head, items[head.rule][1]):
                by_key.setdefault(key, []).append(number)
        keys = sorted(by_key)
        rows: dict[tuple[int, ...], int] = {}
        self._rows = np.array([rows.setdefault(tuple(by_key[key]), len(rows)) for key in keys], dtype=np.intp)
        self._keys = np.array(keys, dtype=np.uint32)
        self._table = table_of(keys, _BITS)
        by_row = [[heads[number] for number in numbers] for numbers in rows]
        self._parts = [_HeadTables(items, part, by_row) for part in range(0, len(items), _MOST_BITS)]

    def find(self, tokens: Tokens, by_rule: _ByRule) -> None:
        heads = tokens.heads
        chosen = np.flatnonzero(self._table.take(slots_of(heads, _BITS)))
        heads = heads[chosen]
        at = np.searchsorted(self._keys, heads)
        known = self._keys.take(at, mode="clip") == heads
        chosen, rows = chosen[known], self._rows[at[known]]
        for part in self._parts:
            part.find(tokens, chosen, rows, by_rule)


class _HeadTables:
    """The tables of up to 64 of the rules that begin at words."""

    def __init__(self, items: Sequence[tuple[int, Anchors]], first: int, by_row: Sequence[Sequence[_Head]]) -> None:
        part = items[first : first + _MOST_BITS]
        self._numbers = [number for number, _ in part]
        self._lengths = np.zeros((len(by_row), _LENGTHS), dtype=np.uint64)
        self._fifths = np.zeros((len(by_row), 256), dtype=np.uint64)
        self._before, self._behind = np.zeros(256, np.uint64), np.zeros(256, np.uint64)
        for bit, (_, one) in enumerate(part):
            self._before[one.before[-1] if one.before else ANY] |= np.uint64(1 << bit)
            self._behind[_behind_heads(one)] |= np.uint64(1 << bit)
        for lengths, fifths, heads in zip(self._lengths, self._fifths, by_row, strict=True):
            for rule, head, is_whole in heads:
                if 0 <= rule - first < len(part):
                    flag = np.uint64(1 << (rule - first))
                    lengths[min(_word_length(head), _LENGTHS - 1) if is_whole else slice(None)] |= flag
                    for fifth in _either_case(head[4]) if len(head) > 4 else (slice(None),):
                        fifths[fifth] |= flag

    def find(self, tokens: Tokens, chosen: Places, rows: Places, by_rule: _ByRule) -> None:
        bits = self._lengths[rows, np.minimum(tokens.lengths[chosen], _LENGTHS - 1)]
        bits &= self._behind.take(tokens.behind[chosen])
        some = np.flatnonzero(bits)
        places, bits = tokens.starts[chosen[some]], bits[some]
        bits &= self._fifths[rows[some], tokens.data[places + 4]]
        bits &= self._before.take(tokens.data[places - 1])
        _sort_by_bit(bits, places, self._numbers, by_rule)


class _Numbers:
    """Rules that begin at a number of a certain length, known by its neighbours.

    Tables say for the characters before and behind which specs can have them there, as bits.
    """

    def __init__(self, specs: Sequence[_Item]) -> None:
        self._numbers = [number for number, _, _ in specs]
        self._firsts = np.zeros(1 << 16, dtype=np.uint64)
        self._before, self._after = np.zeros((_FARTHEST_BEFORE, 256), np.uint64), np.zeros((_FARTHEST, 256), np.uint64)
        self._behind: dict[int, tuple[int, ...]] = {}
        for bit, (_, one, ((low, high), *_)) in enumerate(specs):
            self._firsts.reshape(256, 256)[low : high + 1, one.first] |= np.uint64(1 << bit)
            for tables, wanted in ((self._before, one.before[::-1]), (self._after, one.after)):
                for distance, table in enumerate(tables):
                    table[wanted[distance] if distance < len(wanted) else ANY] |= np.uint64(1 << bit)
            if one.behind:
                self._behind[bit] = one.behind
                self._allow_before(bit, 1, {_SPACE})
                self._allow_before(bit, 2, {ending >> 16 & 0xFF for ending in one.behind})

    def _allow_before(self, bit: int, distance: int, wanted: set[int]) -> None:
        """Take a bit away from the characters before a number that are none of these, in any letter case."""
        others = ~np.isin(np.arange(256) | (0 if _SPACE in wanted else _SMALL), list(wanted))
        self._before[distance - 1, others] &= ~np.uint64(1 << bit)

    def find(self, tokens: Tokens, by_rule: _ByRule) -> None:
        chosen = np.flatnonzero(tokens.is_number)
        bits = self._after[0].take(tokens.behind[chosen])
        bits &= self._after[1].take(tokens.data[tokens.ends[chosen] + 1])
        bits &= self._before[0].take(tokens.data[tokens.starts[chosen] - 1])
        chosen, bits = _having_bits(chosen, bits)
        bits &= self._before[1].take(tokens.data[tokens.starts[chosen] - 2])
        bits &= self._firsts.take(tokens.lengths[chosen].astype(np.uint16) << np.uint16(8) | tokens.first[chosen])
        chosen, bits = _having_bits(chosen, bits)
        for bit, endings in self._behind.items():
            before = tokens.fours(tokens.starts[chosen] - 4)
            bits[~np.logical_or.reduce([before == ending for ending in endings])] &= ~np.uint64(1 << bit)
        for distance, table in enumerate(self._after[2:], 2):
            bits &= table.take(tokens.data[tokens.ends[chosen] + distance])
            chosen, bits = _having_bits(chosen, bits)
        _sort_by_bit(bits, tokens.starts[chosen], self._numbers, by_rule)


class _Singles:
    """Rules that begin at a word of a certain length, with certain first and last characters.

    Tables say for each length and character which specs can have it, as bits.
    """

    def __init__(self, specs: Sequence[_Item]) -> None:
        self._numbers = [number for number, _, _ in specs]
        self._tables = [np.zeros(1 << 16, dtype=np.uint64) for _ in range(5)]
        for bit, (_, one, ((low, high),)) in enumerate(specs):
            sets = one.first, one.second, one.third, one.fourth, one.last
            for table, wanted in zip(self._tables, sets, strict=True):
                table.reshape(256, 256)[low : high + 1, wanted] |= np.uint64(1 << bit)
        self._firsts = self._tables[0] != 0

    def find(self, tokens: Tokens, by_rule: _ByRule) -> None:
        lengths = tokens.lengths.astype(np.uint16) << np.uint16(8)
        chosen = np.flatnonzero(self._firsts.take(lengths | tokens.first))
        lengths = lengths[chosen]
        places = tokens.starts[chosen]
        bits = self._tables[0].take(lengths | tokens.first[chosen])
        for distance, table in enumerate(self._tables[1:4], 1):
            bits &= table.take(lengths | tokens.data[places + distance])
        bits &= self._tables[4].take(lengths | tokens.data[tokens.ends[chosen] - 1])
        _sort_by_bit(bits, places, self._numbers, by_rule)


class _Groups:
    """Rules that begin at words of certain lengths behind each other: ``3 2 4`` with a hyphen between them.

    A word and the next make a code of 11 bits: length up to 7 and whether it begins with a digit, of both, and what
    stands between them. Tables say for each code which specs can have it first, second or third, as bits.
    """

    def __init__(self, specs: Sequence[_Item]) -> None:
        self._betweens = {byte: number for number, byte in enumerate(BETWEENS, 1)}
        self._codes = np.zeros(256, dtype=np.uint16)
        for byte, code in self._betweens.items():
            self._codes[byte] = code << 4
        self._numbers = [number for number, _, _ in specs]
        self._tables = [np.zeros(1 << 11, dtype=np.uint64) for _ in range(3)]
        self._first = np.zeros(256, dtype=np.uint64)
        for number, (_, one, spec) in enumerate(specs):
            bit = np.uint64(1 << number)
            self._first[one.first] |= bit
            for at, table in enumerate(self._tables):
                if at and len(spec) <= at:
                    table |= bit
                else:
                    table[self._fitting(one, spec[at : at + 2], leads=not at)] |= bit
        self._pairs = self._tables[0] != 0

    def _fitting(self, one: Anchors, spec: _Spec, *, leads: bool) -> NDArray[np.bool_]:
        """Return for each code whether two words of these lengths can have it; the first alone if ``spec`` ends there."""
        digits = np.arange(16) >= 8
        led = np.where(digits, one.first[0x30:0x3A].any(), one.first[0x41:].any()) if leads else True
        first = _are_long(*spec[0]) & led
        if len(spec) < 2:
            return np.tile(first, 1 << 7)
        between = np.zeros(8, dtype=np.bool_)
        between[[self._betweens[byte] for byte in one.between]] = True
        codes = _are_long(*spec[1])[:, None, None] & between[None, :, None] & first[None, None, :]
        return codes.reshape(-1)

    def find(self, tokens: Tokens, by_rule: _ByRule) -> None:
        if len(tokens.starts) < 3:
            return
        shapes = np.minimum(tokens.lengths, 7) | (tokens.is_number.view(np.uint8) << np.uint8(3))
        codes = self._codes.take(tokens.separators)
        codes |= shapes
        codes[:-1] |= shapes[1:].astype(np.uint16) << np.uint16(7)
        chosen = np.flatnonzero(self._pairs.take(codes[:-1]))
        first, second, third = self._tables
        bits = first.take(codes[chosen]) & second.take(codes[chosen + 1])
        chosen, bits = _having_bits(chosen, bits)
        bits &= third.take(codes[np.minimum(chosen + 2, len(codes) - 1)])
        bits &= self._first.take(tokens.first[chosen])
        chosen, bits = _having_bits(chosen, bits)
        places = tokens.starts[chosen]
        before = tokens.data[places - 1]
        bits[(before == _HYPHEN) | (before == _DOT)] = 0  # no rule begins inside such a chain
        _sort_by_bit(bits, places, self._numbers, by_rule)


def _sort_by_bit(bits: Bits, places: Places, numbers: Sequence[int], by_rule: _ByRule) -> None:
    """Add the places that have a spec's bit to those of its rule."""
    places, bits = _having_bits(places, bits)
    union = int(np.bitwise_or.reduce(bits)) if len(bits) else 0
    for bit, number in enumerate(numbers):
        if union >> bit & 1:
            by_rule.setdefault(number, []).append(places[(bits & np.uint64(1 << bit)) != 0])


def _having_bits(places: Places, bits: Bits) -> tuple[Places, Bits]:
    """Return the places that have a bit, and their bits."""
    some = np.flatnonzero(bits)
    return places[some], bits[some]


def _are_long(low: int, high: int) -> NDArray[np.bool_]:
    """Return for the 16 shapes of a word, of which 7 means a length of 7 or more, whether it is in a range."""
    lengths = np.arange(16) & 7
    fitting: NDArray[np.bool_] = (lengths >= min(low, 7)) & (lengths <= high)
    return fitting


def _is_spaced(one: Anchors) -> bool:
    """Return whether a word is known by its neighbours more than by itself."""
    return bool(one.tokens) and bool(one.after or one.behind)


def _by_sign(tokens: Tokens, one: Anchors) -> Iterator[Places]:
    for sign in one.signs:
        places = tokens.marks_of(sign[0])
        if not len(places):
            continue
        for distance, byte in enumerate(sign[1:], 1):
            places = places[tokens.data[places + distance] == byte]
        if one.after and len(places):
            places = places[one.after[0][tokens.data[places + len(sign)]]]
        yield places


def _preceded(tokens: Tokens, one: Anchors, places: Places) -> Places:
    for distance, wanted in enumerate(reversed(one.before), 1):
        if len(places):
            places = places[wanted[tokens.data[places - distance]]]
    return places


def _word_length(head: bytes) -> int:
    return next((length for length, byte in enumerate(head) if not is_word(byte)), len(head))


def _keys(head: _Head, one: Anchors) -> Iterable[int]:
    """Return the first four characters, folded, of words with this beginning of three bytes or more."""
    low = folded(head.text[:4])
    if len(head.text) >= 4:
        return (low,)
    fourths = np.flatnonzero(_behind_heads(one) & _NO_WORD if head.is_whole else ANY) | _SMALL
    return {low | fourth << 24 for fourth in fourths.tolist()}


def _behind_heads(one: Anchors) -> ByteSet:
    """Return what can stand behind the first word of a rule's heads."""
    following = [word[_word_length(word)] for word in one.words if _has_more(word)]
    if one.begins or (not one.after and len(following) < len(one.words)):
        return ANY
    return np.isin(np.arange(256), following) | (one.after[0] if one.after else False)


def _has_more(word: bytes) -> bool:
    return _word_length(word) < len(word)


def _either_case(letter: int) -> set[int]:
    """Return a letter, small and capital."""
    return {*bytes([letter]).lower(), *bytes([letter]).upper()}


def one_of(values: NDArray[np.uint8], wanted: bytes) -> NDArray[np.bool_]:
    """Return where an array has one of a few bytes."""
    found: NDArray[np.bool_] = values == wanted[0]
    for byte in wanted[1:]:
        found |= values == byte
    return found
