"""Free text behind fixed words: answers, prompts and reasons are one pattern, however many words they have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.patterns.template_rows import Ints, TemplateRows
from aidebug_gui.analysis.patterns.words import Flags

_LONGEST_BEGINNING = 6  # words
_LONG_BEGINNING = 3  # words; that many are seldom the same by chance
_LEAST_TEXTS = 30, 8  # behind a short and behind a long beginning
_LEAST_CONTINUATIONS = 20, 7  # different words behind the beginning
_LEAST_LENGTHS = 4, 3  # statements that differ in one word are of one length
_ONCE = 0.9  # share of the texts that were said once; statements are repeated
_LEVELS = frozenset(["trace", "debug", "info", "notice", "warning", "warn", "error", "critical", "fatal"])
"""What follows a level is not one text but all that the program says."""

Beginning = tuple[int, ...]


def texts_by_beginning(table: TemplateRows, records: Ints, names: Sequence[str]) -> dict[Beginning, list[int]]:
    """Return the rows that are free text, by the words that they begin with (0 for those that vary).

    ``records``: how many records each row stands for; rows with none are left out.
    """
    once = records == 1
    found: dict[Beginning, list[int]] = defaultdict(list)
    if int(once.sum()) < min(_LEAST_TEXTS):
        return found
    left = records > 0
    for length in range(_LONGEST_BEGINNING, 0, -1):  # the more words say what the text is, the better
        chosen = np.flatnonzero(left & (table.lengths > length))
        if len(chosen) < min(_LEAST_TEXTS):
            continue
        beginnings = table.beginnings(chosen, length)
        group = beginnings.generalised(len(chosen))
        is_text = _are_texts(
            group, table.word_at(chosen, length), table.lengths[chosen], once[chosen], is_long=length >= _LONG_BEGINNING
        )
        for number in np.flatnonzero(is_text).tolist():
            beginning = _without_end(beginnings.row(number))
            if beginning and names[beginning[-1]].lower() not in _LEVELS:
                members = chosen[group == number]
                found[beginning].extend(members.tolist())
                left[members] = False
    if found:
        _add_like(table.rows(), np.flatnonzero(left), found)
    return found


def _add_like(rows: list[list[int]], left: Ints, found: dict[Beginning, list[int]]) -> None:
    """Add to the texts what begins like them, were it said once or often: a filter cannot tell them apart."""
    lengths = sorted({len(beginning) for beginning in found}, reverse=True)
    for row in left.tolist():
        words = rows[row]
        for length in lengths:
            if len(words) > length and (beginning := tuple(words[:length])) in found:
                found[beginning].append(row)
                break


def _are_texts(group: Ints, following: Ints, lengths: Ints, once: Flags, *, is_long: bool) -> Flags:
    """Tell for each group of rows whether what follows their common beginning is free text."""
    rows = np.bincount(group)
    enough: Flags = rows >= _LEAST_TEXTS[is_long]
    enough &= np.bincount(group, once) >= _ONCE * rows
    enough &= _distinct(group, following, len(rows)) >= _LEAST_CONTINUATIONS[is_long]
    enough &= _distinct(group, lengths, len(rows)) >= _LEAST_LENGTHS[is_long]
    return enough


def _distinct(group: Ints, values: Ints, size: int) -> NDArray[np.int64]:
    """Count the different values in each group."""
    pairs = np.unique(np.column_stack((group, values)), axis=0)
    return np.bincount(pairs[:, 0], minlength=size)


def _without_end(row: list[int]) -> Beginning:
    while row and not row[-1]:
        row = row[:-1]
    return tuple(row)
