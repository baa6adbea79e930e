"""Message patterns of a log: which statements it is made of, how often each occurs, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.patterns.templates import Templates, mine
from aidebug_gui.analysis.patterns.words import without_values
from aidebug_gui.analysis.texts import TextPass
from aidebug_gui.store.protocol import Rows


@dataclass(frozen=True, slots=True)
class Pattern:
    """One template. ``first``/``last``: its first and last record. ``level``: half of its records or more have it or worse."""

    number: int
    text: str
    count: int
    first: int
    last: int
    level: int


@dataclass(frozen=True, slots=True)
class Patterns:
    """``of[i]`` is the pattern number of record i, -1 where the message is empty or the log is free text."""

    of: NDArray[np.int32]
    patterns: tuple[Pattern, ...]

    def rows(self, number: int) -> Rows:
        return np.flatnonzero(self.of == number).astype(np.int64)

    def only(self, chosen: Sequence[Pattern]) -> Patterns:
        """Return some of the patterns; their numbers are then their places in ``chosen``."""
        place = np.full(len(self.patterns) + 1, -1, dtype=np.int32)  # -1 takes the last element
        place[[pattern.number for pattern in chosen]] = np.arange(len(chosen), dtype=np.int32)
        return Patterns(place[self.of], tuple(chosen))

    def rows_of_each(self, chosen: Sequence[Pattern]) -> list[Rows]:
        """Return the records of each of some patterns, looking through the log once."""
        of = self.only(chosen).of
        rows = np.flatnonzero(of >= 0)
        rows = rows[np.argsort(of[rows], kind="stable")]
        return np.split(rows, np.cumsum([pattern.count for pattern in chosen])[:-1]) if chosen else []

    def over_time(self, bins: NDArray[np.int64] | NDArray[np.int32], size: int) -> NDArray[np.int64]:
        """Count records by pattern (rows) and bin (columns). ``bins``: bin of each record, -1 to leave it out."""
        kept = (self.of >= 0) & (bins >= 0)
        flat = self.of[kept].astype(np.int64) * size + bins[kept]
        return np.bincount(flat, minlength=len(self.patterns) * size).reshape(len(self.patterns), size)


def templates_of(shapes: Sequence[str], counts: Rows | None = None) -> Templates:
    """Group distinct shapes of messages by the statements that they come from. ``counts``: records of each shape."""
    return mine([without_values(shape) for shape in shapes], counts)


def find_patterns(evidence: Evidence) -> Patterns:
    """Mine the templates of all messages. Patterns are ordered by their first record."""
    texts = evidence.texts
    shapes = _by_first_record(texts)
    counts = np.bincount(texts.shape[texts.shape >= 0], minlength=len(texts.shapes))[shapes]
    templates = templates_of([texts.shapes[shape] for shape in shapes.tolist()], counts)
    number = np.full(len(texts.shapes) + 1, -1, dtype=np.int32)  # shape -1 takes the last element
    number[shapes] = templates.number
    of = number[texts.shape]
    size = len(templates.text)
    valid = np.flatnonzero(of >= 0)
    count = np.bincount(of[valid], minlength=size)
    first = np.full(size, evidence.records, dtype=np.int64)
    first[of[valid][::-1]] = valid[::-1]  # of equal indexes the last assignment stays
    last = np.zeros(size, dtype=np.int64)
    last[of[valid]] = valid
    level = _usual_levels(of[valid], evidence.level[valid], size)
    order = [number for number in np.argsort(first, kind="stable").tolist() if count[number]]
    renumbered = np.full(size + 1, -1, dtype=np.int32)
    renumbered[order] = np.arange(len(order), dtype=np.int32)
    patterns = tuple(
        Pattern(new, templates.text[old], int(count[old]), int(first[old]), int(last[old]), int(level[old]))
        for new, old in enumerate(order)
    )
    return Patterns(renumbered[of], patterns)


def _usual_levels(of: NDArray[np.int32], level: NDArray[np.uint8], size: int) -> NDArray[np.int64]:
    """Return for each pattern the highest level that half of its records or more have, or a higher one."""
    highest = int(level.max(initial=0)) + 1
    counts = np.bincount(of.astype(np.int64) * highest + level, minlength=size * highest).reshape(size, highest)
    at_least = counts[:, ::-1].cumsum(axis=1)  # from the highest level down
    usual: NDArray[np.int64] = highest - 1 - (2 * at_least >= at_least[:, -1:]).argmax(axis=1)
    return usual


def _by_first_record(texts: TextPass) -> Rows:
    """Return the shapes that occur, by their first record. While a log grows its last record may have had another."""
    first = np.full(len(texts.shapes) + 1, len(texts.shape), dtype=np.int64)
    first[texts.shape[::-1]] = np.arange(len(texts.shape), dtype=np.int64)[::-1]  # the last assignment stays
    order = np.argsort(first[1:-1], kind="stable") + 1
    return order[first[order] < len(texts.shape)]
