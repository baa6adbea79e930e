"""Where the rules may begin in a text. A rule names its signs (words, groups of digits, a character); numpy looks for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.pii.sought import BETWEENS, ByteSet, Sought, members
from aidebug_gui.analysis.pii.tokens import (
    PADDING,
    Tokens,
    folded,
    is_word,
    slots_of,
    table_of,
)

Places = NDArray[np.int64]
_BITS = 18
_SPACE, _HYPHEN, _DOT = 0x20, 0x2D, 0x2E
_ALL_BYTES = [bytes([byte]) for byte in range(256)]


class Finder:
    """Finds for all rules where they may begin."""

    def __init__(self, sought: Sequence[Sought]) -> None:
        self._sought = list(enumerate(sought))
        self._finders = (_Heads(self._sought), _Singles(self._sought), _Groups(self._sought))
        self._others = [(number, one) for number, one in self._sought if one.signs or one.trigger or _is_spaced(one)]

    def places(self, text: bytes, tokens: Tokens) -> Iterator[tuple[int, list[int]]]:
        """Yield (number of a rule, places in the text where to try it)."""
        by_rule: dict[int, list[int]] = {}
        for finder in self._finders:
            finder.find(tokens, by_rule)
        for number, one in self._others:
            found = by_rule.setdefault(number, [])
            found += _by_sign(tokens, one)
            if _is_spaced(one):
                found += _spaced(tokens, one)
            if one.trigger is not None:
                found += [match.start() + PADDING for match in one.trigger.finditer(text)]
        for number, found in by_rule.items():
            shift = self._sought[number][1].shift - PADDING
            yield number, [place + shift for place in found if place + shift >= 0]


class _Heads:
    """Rules that begin at certain words."""

    def __init__(self, sought: Sequence[tuple[int, Sought]]) -> None:
        self._rules: dict[int, list[tuple[int, int, tuple[ByteSet, ...]]]] = {}
        for number, one in sought:
            for head in one.words + one.begins:
                is_whole = head in one.words
                entry = number, _word_length(head) if is_whole else 0, one.before
                for key in _keys(head, whole=is_whole):
                    entries = self._rules.setdefault(key, [])
                    if not any(known[:2] == entry[:2] for known in entries):
                        entries.append(entry)
        self._table = table_of(list(self._rules), _BITS)
        self._lengths = np.zeros(1 << _BITS, dtype=np.uint32)  # a bit for each length of a word
        for key, entries in self._rules.items():
            slot = int(slots_of(np.array([key], dtype=np.uint32), _BITS)[0])
            for _, length, _ in entries:
                self._lengths[slot] |= np.uint32(1 << min(length, 31) if length else 0xFFFFFFFF)

    def find(self, tokens: Tokens, by_rule: dict[int, list[int]]) -> None:
        heads = tokens.fours(tokens.starts)
        slots = slots_of(heads, _BITS)
        chosen = np.flatnonzero(self._table[slots])
        bits = self._lengths[slots[chosen]] >> np.minimum(tokens.lengths[chosen], 31).astype(np.uint32)
        chosen = chosen[(bits & 1).astype(np.bool_)]
        known = self._rules
        found = heads[chosen], tokens.lengths[chosen], tokens.starts[chosen]
        for key, length, place in zip(*(part.tolist() for part in found), strict=True):
            for number, wanted, before in known.get(key, ()):
                if wanted in (0, length) and (not before or _stands_behind(tokens, place, before)):
                    by_rule.setdefault(number, []).append(place)


class _Singles:
    """Rules that begin at a word of a certain length, with a certain first and last character."""

    def __init__(self, sought: Sequence[tuple[int, Sought]]) -> None:
        self._firsts = np.zeros(1 << 16, dtype=np.bool_)
        self._seconds = np.zeros(1 << 16, dtype=np.bool_)
        self._lasts = np.zeros(1 << 16, dtype=np.bool_)
        self._rules: dict[int, list[tuple[int, bytes, bytes, tuple[ByteSet, ...]]]] = {}
        for number, one in sought:
            for low, high in (spec[0] for spec in one.tokens if len(spec) == 1 and not _is_spaced(one)):
                for length in range(low, high + 1):
                    place = slice(length << 8, length + 1 << 8)
                    self._firsts[place] |= one.first
                    self._seconds[place] |= one.second
                    self._lasts[place] |= one.last
                    entry = number, members(one.first), members(one.last), one.before
                    self._rules.setdefault(length, []).append(entry)

    def find(self, tokens: Tokens, by_rule: dict[int, list[int]]) -> None:
        lengths = tokens.lengths.astype(np.uint16) << np.uint16(8)
        chosen = np.flatnonzero(self._firsts[lengths | tokens.first])
        chosen = chosen[self._seconds[lengths[chosen] | tokens.data[tokens.starts[chosen] + 1]]]
        last = tokens.data[tokens.ends[chosen] - 1]
        kept = self._lasts[lengths[chosen] | last]
        chosen, last = chosen[kept], last[kept]
        found = (tokens.lengths[chosen], tokens.first[chosen], last, tokens.starts[chosen])
        for length, first, end, place in zip(*(part.tolist() for part in found), strict=True):
            for number, firsts, lasts, before in self._rules[length]:
                if first in firsts and end in lasts and (not before or _stands_behind(tokens, place, before)):
                    by_rule.setdefault(number, []).append(place)


class _Groups:
    """Rules that begin at words of certain lengths behind each other: ``3 2 4`` with a hyphen between them.

    A word and the next make a code of 11 bits: length up to 7 and whether it begins with a digit, of both, and what
    stands between them. A table says which two codes one after the other begin a group.
    """

    def __init__(self, sought: Sequence[tuple[int, Sought]]) -> None:
        specs = [(number, one, spec) for number, one in sought for spec in one.tokens if len(spec) > 1]
        self._betweens = {byte: number for number, byte in enumerate(BETWEENS, 1)}
        self._codes = np.zeros(256, dtype=np.uint16)
        for byte, code in self._betweens.items():
            self._codes[byte] = code << 4
        self._pairs = np.zeros(1 << 11, dtype=np.bool_)
        self._rules: list[tuple[int, Sought, ByteSet, ByteSet, ByteSet]] = []
        self._triples = np.zeros((1 << 11, 1 << 11), dtype=np.bool_)
        for number, one, spec in specs:
            pairs, seconds = self._fitting(one, spec[:2]), self._fitting(one, spec[1:3], leads=False)
            thirds = self._fitting(one, spec[2:4], leads=False) if len(spec) > 2 else np.ones(1 << 11, dtype=np.bool_)
            self._pairs |= pairs
            self._triples[pairs] |= seconds
            self._rules.append((number, one, pairs, seconds, thirds))
        self._known: dict[tuple[int, int, int], tuple[tuple[int, Sought], ...]] = {}

    def _fitting(self, one: Sought, spec: Sequence[tuple[int, int]], *, leads: bool = True) -> NDArray[np.bool_]:
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

    def find(self, tokens: Tokens, by_rule: dict[int, list[int]]) -> None:
        if len(tokens.starts) < 3:
            return
        shapes = np.minimum(tokens.lengths, 7) | (tokens.is_number.view(np.uint8) << np.uint8(3))
        codes = self._codes[tokens.separators]
        codes |= shapes
        codes[:-1] |= shapes[1:].astype(np.uint16) << np.uint16(7)
        chosen = np.flatnonzero(self._pairs[codes[:-1]])
        chosen = chosen[self._triples[codes[chosen], codes[chosen + 1]]]
        before = tokens.data[tokens.starts[chosen] - 1]
        chosen = chosen[(before != _HYPHEN) & (before != _DOT)]  # no rule begins inside such a chain
        found = codes[chosen], codes[chosen + 1], codes[np.minimum(chosen + 2, len(codes) - 1)]
        where = tokens.first[chosen].tolist(), tokens.starts[chosen].tolist()
        for code, second, third, first, place in zip(*(part.tolist() for part in found), *where, strict=True):
            known = self._known.get((code, second, third))
            if known is None:
                known = self._known[code, second, third] = self._rules_of(code, second, third)
            for number, one in known:
                if one.first[first] and (not one.before or _stands_behind(tokens, place, one.before)):
                    by_rule.setdefault(number, []).append(place)

    def _rules_of(self, code: int, second: int, third: int) -> tuple[tuple[int, Sought], ...]:
        return tuple(
            (number, one)
            for number, one, pairs, seconds, thirds in self._rules
            if pairs[code] and seconds[second] and thirds[third]
        )


def _are_long(low: int, high: int) -> NDArray[np.bool_]:
    """Return for the 16 shapes of a word, of which 7 means a length of 7 or more, whether it is in a range."""
    lengths = np.arange(16) & 7
    fitting: NDArray[np.bool_] = (lengths >= min(low, 7)) & (lengths <= high)
    return fitting


def _is_spaced(one: Sought) -> bool:
    """Tell whether a word is known by its neighbours more than by itself."""
    return bool(one.tokens) and bool(one.after or one.behind)


def _spaced(tokens: Tokens, one: Sought) -> list[int]:
    """Return the places of numbers by their neighbours."""
    found: list[int] = []
    for ((low, high),) in one.tokens:
        if one.before or one.behind:
            chosen = tokens.spaced_numbers
            chosen = chosen[tokens.lengths[chosen] <= high]
        else:
            fitting = tokens.is_number & (tokens.lengths <= high)
            chosen = np.flatnonzero(fitting & one_of(tokens.behind, members(one.after[0])))
        for distance, wanted in enumerate(one.after):
            chosen = chosen[wanted[tokens.data[tokens.ends[chosen] + distance]]]
        chosen = chosen[one.first[tokens.first[chosen]] & (tokens.lengths[chosen] >= low)]
        places = _preceded(tokens, one, tokens.starts[chosen])
        if one.behind:
            places = places[np.isin(tokens.fours(places - 4), one.behind)]
        found += places.tolist()
    return found


def _by_sign(tokens: Tokens, one: Sought) -> list[int]:
    found: list[int] = []
    for sign in one.signs:
        places = tokens.marks_of(sign[0])
        for distance, byte in enumerate(sign[1:], 1):
            places = places[tokens.data[places + distance] == byte]
        if one.after and len(places):
            places = places[one.after[0][tokens.data[places + len(sign)]]]
        found += _preceded(tokens, one, places).tolist()
    return found


def _preceded(tokens: Tokens, one: Sought, places: Places) -> Places:
    for distance, wanted in enumerate(reversed(one.before), 1):
        if len(places):
            places = places[wanted[tokens.data[places - distance]]]
    return places


def _stands_behind(tokens: Tokens, place: int, before: Sequence[ByteSet]) -> bool:
    return all(wanted[tokens.data[place - distance]] for distance, wanted in enumerate(reversed(before), 1))


def _word_length(head: bytes) -> int:
    return next((length for length, byte in enumerate(head) if not is_word(byte)), len(head))


def _keys(head: bytes, *, whole: bool) -> Iterator[int]:
    """Yield the keys that words with this beginning can have."""
    if len(head) >= 4:
        yield folded(head[:4])
    else:
        ends = (byte for byte in range(256) if not (whole and is_word(byte)))
        yield from {folded(head + _ALL_BYTES[byte]) for byte in ends}


def one_of(values: NDArray[np.uint8], wanted: bytes) -> NDArray[np.bool_]:
    """Return where an array has one of a few bytes."""
    found: NDArray[np.bool_] = values == wanted[0]
    for byte in wanted[1:]:
        found |= values == byte
    return found
