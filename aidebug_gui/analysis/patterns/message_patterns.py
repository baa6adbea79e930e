"""Message patterns of a log: which statements it is made of, how often each occurs, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.columns import Ints
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.folds import CHUNK
from aidebug_gui.analysis.patterns.known_templates import KnownTemplates
from aidebug_gui.analysis.patterns.templates import Templates, mine
from aidebug_gui.analysis.patterns.words import without_values
from aidebug_gui.store.protocol import Rows

_ALWAYS_MINED = 1000  # shapes that are mined together at each look, in some 20 ms
_UNMINED = 1 / 16  # of the shapes have come since all were mined
_LEVEL_STEP, _LEVELS = 5, 11  # all levels are multiples of 5, from 0 to 50


@dataclass(frozen=True, slots=True)
class Pattern:
    """One template. ``first``/``last``: its first and last record. ``level``: half of its records or more have it or worse."""

    number: int
    text: str
    count: int
    first: int
    last: int
    level: int


@dataclass(frozen=True, slots=True, eq=False)
class ShapesOfChunk:
    """The records of a chunk by the shapes of their messages; those without a message are left out.

    Those of ``shapes[i]`` are ``first + order[begins[i]:begins[i + 1]]``, ascending.
    """

    first: int
    shapes: NDArray[np.int32]
    begins: NDArray[np.int64]
    order: NDArray[np.uint16]

    @classmethod
    def of(cls, first: int, shape: NDArray[np.int32], known: int) -> ShapesOfChunk:
        """Sort the records of a chunk; ``shape``: number of each one's shape, of which so many are known."""
        told = np.flatnonzero(shape > 0)
        counts = np.bincount(shape[told], minlength=known)
        shapes = np.flatnonzero(counts)
        local = np.empty(known, dtype=np.uint16)  # numbers of two bytes are sorted many times quicker
        local[shapes] = np.arange(len(shapes))
        order = told[np.argsort(local[shape[told]], kind="stable")]
        begins = np.append(0, np.cumsum(counts[shapes]))
        return cls(first, shapes.astype(np.int32), begins, order.astype(np.uint16))

    def offsets(self, shapes: NDArray[np.int32]) -> NDArray[np.uint16]:
        """Return the records, by their offsets, that have one of some ascending shapes."""
        at = np.searchsorted(self.shapes, shapes)
        at = at[np.append(self.shapes, -1)[at] == shapes].tolist()
        if len(at) == 1:
            return self.order[self.begins[at[0]] : self.begins[at[0] + 1]]
        found = [self.order[self.begins[n] : self.begins[n + 1]] for n in at]
        return np.sort(np.concatenate(found)) if found else self.order[:0]


@dataclass(frozen=True, eq=False)
class Patterns:
    """``number[shape[i]]`` is the pattern number of record i, -1 where the message is empty or the log is free text.

    ``basis``: the same object as long as messages that came keep the numbers of their patterns.
    """

    shape: NDArray[np.int32]
    number: NDArray[np.int32]  # by number of the shape; shape -1 takes the last
    patterns: tuple[Pattern, ...]
    chunks: tuple[ShapesOfChunk, ...]
    basis: object

    @cached_property
    def of(self) -> NDArray[np.int32]:
        """The pattern number of each record."""
        return self.number[self.shape]

    def within(self, at: slice) -> NDArray[np.int32]:
        """Return the pattern number of each record of a chunk."""
        return self.number[self.shape[at]]

    def of_records(self, rows: Rows) -> NDArray[np.int32]:
        """Return the pattern number of some records."""
        return self.number[self.shape[rows]]

    def shapes(self, number: int) -> NDArray[np.int32]:
        """Return the shapes of a pattern's messages, ascending."""
        return np.flatnonzero(self.number[:-1] == number).astype(np.int32)

    def rows(self, number: int, first_chunk: int = 0) -> Rows:
        """Return the records of a pattern, from a chunk on."""
        shapes = self.shapes(number)
        chunks = self.chunks[first_chunk:]
        found = [chunk.first + chunk.offsets(shapes).astype(np.int64) for chunk in chunks]
        return np.concatenate(found) if found else np.empty(0, dtype=np.int64)

    def over_time(self, bins: NDArray[np.int64] | NDArray[np.int32], size: int) -> NDArray[np.int64]:
        """Count records by pattern (rows) and bin (columns). ``bins``: bin of each record, -1 to leave it out."""
        kept = (self.of >= 0) & (bins >= 0)
        flat = self.of[kept].astype(np.int64) * size + bins[kept]
        return np.bincount(flat, minlength=len(self.patterns) * size).reshape(len(self.patterns), size)


def templates_of(shapes: Sequence[str], counts: Rows | None = None) -> Templates:
    """Group distinct shapes of messages by the statements that they come from. ``counts``: records of each shape."""
    return mine([without_values(shape) for shape in shapes], counts)


@dataclass(frozen=True, slots=True, eq=False)
class _Totals:
    """What is known of each shape by its number: how many records have it, the first, the last, and their levels."""

    count: Ints
    first: Ints
    last: Ints
    levels: Ints  # (shapes, levels)

    @classmethod
    def nothing(cls) -> _Totals:
        empty = np.zeros(0, dtype=np.int64)
        return cls(empty, empty, empty, np.zeros((0, _LEVELS), dtype=np.int64))

    def room_for(self, shapes: int) -> _Totals:
        """Return a copy with room for so many shapes."""
        more = shapes - len(self.count)
        zeros = np.zeros(more, dtype=np.int64)
        levels = np.concatenate((self.levels, np.zeros((more, _LEVELS), dtype=np.int64)))
        count, first, last = (np.append(of, zeros) for of in (self.count, self.first, self.last))
        return _Totals(count, first, last, levels)


def find_patterns(evidence: Evidence) -> Patterns:
    """Mine the templates of all messages. Patterns are ordered by their first record."""
    texts = evidence.texts
    known = len(texts.shapes)
    chunks = evidence.each("shapes", lambda at: ShapesOfChunk.of(at.start, texts.shape[at], known), texts.reading)

    def step(before: _Totals, at: slice) -> _Totals:
        totals, chunk = before.room_for(known), chunks[at.start // CHUNK]
        shapes, size = chunk.shapes, np.diff(chunk.begins)
        if not len(shapes):
            return totals
        is_new = totals.count[shapes] == 0
        totals.first[shapes[is_new]] = at.start + chunk.order[chunk.begins[:-1]][is_new].astype(np.int64)
        totals.last[shapes] = at.start + chunk.order[chunk.begins[1:] - 1].astype(np.int64)
        totals.count[shapes] += size
        level = evidence.level[at][chunk.order] // _LEVEL_STEP
        flat = np.repeat(np.arange(len(shapes)) * _LEVELS, size) + np.minimum(level, _LEVELS - 1)
        totals.levels[shapes] += np.bincount(flat, minlength=len(shapes) * _LEVELS).reshape(-1, _LEVELS)
        return totals

    totals = evidence.fold("totals of shapes", _Totals.nothing(), step, texts.reading)
    shapes = np.flatnonzero(totals.count)
    shapes = shapes[np.argsort(totals.first[shapes], kind="stable")]
    number, patterns = _patterns(evidence, totals, shapes, _mined(evidence, shapes, totals.count[shapes]))
    return Patterns(texts.shape, number, patterns, chunks, _basis(evidence, number))


def _basis(evidence: Evidence, number: NDArray[np.int32]) -> object:
    """Return the basis of what was numbered last where all of it has the same numbers now, else a new one."""
    reading = evidence.texts.reading
    known = evidence.memory.get("pattern numbers")
    goes_on = known is not None and known[0] is reading and _continues(known[1], number[:-1])
    basis = known[2] if known is not None and goes_on else object()
    evidence.memory["pattern numbers"] = reading, number[:-1], basis
    return basis


def _continues(before: NDArray[np.int32], now: NDArray[np.int32]) -> bool:
    """Return whether all shapes that had a pattern have the same now; one that no record has any more says nothing."""
    return len(before) <= len(now) and bool(((before == now[: len(before)]) | (before < 0)).all())


@dataclass(frozen=True, slots=True, eq=False)
class _Mined:
    """What was mined last. ``of_shape``: template by number of the shape, -1 for none. ``whole``: shapes mined together.

    ``known``: the templates of those. ``several``: which shapes came more than once.
    """

    reading: object
    shapes: Rows
    several: NDArray[np.bool_]
    templates: Templates
    of_shape: NDArray[np.int32]
    whole: int
    known: KnownTemplates

    @classmethod
    def of(cls, evidence: Evidence, shapes: Rows, several: NDArray[np.bool_]) -> _Mined:
        """Mine all shapes."""
        texts = evidence.texts
        templates = templates_of([texts.shapes[shape] for shape in shapes.tolist()], 1 + several)
        of_shape = np.full(len(texts.shapes), -1, dtype=np.int32)
        of_shape[shapes] = templates.number
        return cls(texts.reading, shapes, several, templates, of_shape, len(shapes), KnownTemplates(templates))

    def with_new(self, evidence: Evidence, shapes: Rows, several: NDArray[np.bool_]) -> _Mined | None:
        """Return the same with further shapes, by the templates that they fit; None if all are to be mined again."""
        texts = evidence.texts
        more = np.full(len(texts.shapes) - len(self.of_shape), -1, dtype=np.int32)
        of_shape = np.append(self.of_shape, more)
        new = shapes[of_shape[shapes] < 0]
        if len(shapes) <= _ALWAYS_MINED or len(shapes) > self.whole * (1 + _UNMINED):
            return None
        templates, size = self.templates, len(self.templates.text)
        young = KnownTemplates(templates, self.known.count)
        messages = {shape: without_values(texts.shapes[shape]) for shape in new.tolist()}
        for shape, message in messages.items():
            found = self.known.number(message)
            found = young.number(message) if found is None else found
            of_shape[shape] = -1 if found is None else found
        unknown = new[of_shape[new] < 0]
        own = mine([messages[shape] for shape in unknown.tolist()])
        of_shape[unknown] = size + own.number
        number = of_shape[shapes]
        if len(np.unique(number)) < size + len(own.text):
            return None  # what a record said that has changed since
        grown = templates.with_more(own, number)
        return _Mined(texts.reading, shapes, several, grown, of_shape, self.whole, self.known)


def _mined(evidence: Evidence, shapes: Rows, counts: Ints) -> Templates:
    """Return the templates of shapes; where those that were mined last are the same nothing is mined again.

    ``counts``: records of each shape. It matters only which shapes came once. Of many shapes those that came since are
    compared with the templates that are known, until a sixteenth is new: then all are mined again.
    """
    several = counts > 1
    known = evidence.memory.get("templates")
    if known is not None and known.reading is not evidence.texts.reading:
        known = None
    if known is None or not (np.array_equal(known.shapes, shapes) and np.array_equal(known.several, several)):
        grown = known.with_new(evidence, shapes, several) if known is not None else None
        known = evidence.memory["templates"] = grown or _Mined.of(evidence, shapes, several)
    found: Templates = known.templates
    return found


def _patterns(
    evidence: Evidence, totals: _Totals, shapes: Rows, templates: Templates
) -> tuple[NDArray[np.int32], tuple[Pattern, ...]]:
    """Return the number of each shape's pattern (-1 for none, and behind the last one), and the patterns."""
    size = len(templates.text)
    count, last = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    first = np.full(size, np.iinfo(np.int64).max)
    levels = np.zeros((size, _LEVELS), dtype=np.int64)
    np.add.at(count, templates.number, totals.count[shapes])
    np.minimum.at(first, templates.number, totals.first[shapes])
    np.maximum.at(last, templates.number, totals.last[shapes])
    np.add.at(levels, templates.number, totals.levels[shapes])
    at_least = levels[:, ::-1].cumsum(axis=1)  # from the highest level down
    level = _LEVEL_STEP * (_LEVELS - 1 - (2 * at_least >= at_least[:, -1:]).argmax(axis=1))
    order = np.argsort(first, kind="stable")
    renumbered = np.empty(size, dtype=np.int32)
    renumbered[order] = np.arange(size, dtype=np.int32)
    number = np.full(len(totals.count) + 1, -1, dtype=np.int32)
    number[shapes] = renumbered[templates.number]
    said = np.column_stack((count, first, last, level))[order]
    return number, _patterns_of(evidence, said, [templates.text[old] for old in order.tolist()])


def _patterns_of(evidence: Evidence, said: Ints, texts: list[str]) -> tuple[Pattern, ...]:
    """Return the patterns, those that are as they were without making them again. ``said``: (count, first, last, level)."""
    known_said, known_texts, known = evidence.memory.get("patterns", (said[:0], [], ()))
    same = min(len(said), len(known)) if known_texts == texts[: len(known_texts)] else 0
    changed = np.flatnonzero((said[:same] != known_said[:same]).any(axis=1))
    patterns = list(known[:same])
    for number in [*changed.tolist(), *range(same, len(said))]:
        pattern = Pattern(number, texts[number], *said[number].tolist())
        patterns[number : number + 1] = [pattern]
    found = tuple(patterns)
    evidence.memory["patterns"] = said, texts, found
    return found
