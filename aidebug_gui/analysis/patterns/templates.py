"""Message templates: which words of a message are fixed and which vary from one occurrence to the next.

All messages are looked at together, in some rounds: first words that are values by their form, then words in places
where many stand, then words that are known as values from other messages, units, and last free text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.patterns.free_text import texts_by_beginning
from aidebug_gui.analysis.patterns.template_rows import Ints, TemplateRows
from aidebug_gui.analysis.patterns.template_texts import same_words, shown_template
from aidebug_gui.analysis.patterns.words import Vocabulary


@dataclass(frozen=True, slots=True)
class Templates:
    """``number[i]`` is the template of message i, ``text[n]`` how template n is shown."""

    number: NDArray[np.int32]
    text: tuple[str, ...]


def mine(messages: Sequence[str], counts: Ints | None = None) -> Templates:
    """Group distinct messages by template. Numbers follow the first message of each.

    ``counts``: how many records have each message. Without it free text is not told from statements.
    """
    vocabulary = Vocabulary()
    flat, lengths = _flat([vocabulary.numbers(message) for message in messages])
    table = TemplateRows(flat, lengths, vocabulary.flags())
    group = table.generalised(len(lengths))
    group = table.absorbed()[group]
    names, rows = vocabulary.names(), table.rows()
    texts: set[int] = set()
    if counts is not None:
        group, texts = _texts_merged(group, table, rows, counts, names)
    examples = _first_of_each(group)
    number = _renumbered(group, examples)
    same = same_words(flat, lengths, number.astype(np.int64), examples)
    shown = [
        shown_template(messages[example], [names[word] for word in rows[row]], same[at], row in texts)
        for at, (example, row) in enumerate(zip(examples.tolist(), group[examples].tolist(), strict=True))
    ]
    return Templates(number, tuple(shown))


def _flat(rows: Sequence[Sequence[int]]) -> tuple[Ints, Ints]:
    """Return the rows' words one after the other, and how many each has."""
    lengths = np.fromiter(map(len, rows), np.int64, len(rows))
    return np.fromiter((word for row in rows for word in row), np.int64, int(lengths.sum())), lengths


def _texts_merged(
    group: Ints, table: TemplateRows, rows: list[list[int]], counts: Ints, names: Sequence[str]
) -> tuple[Ints, set[int]]:
    """Merge the rows that are free text behind the same words. Returns also the rows that stand for free text."""
    target = np.arange(len(rows))
    texts = set()
    records = np.bincount(group, counts, minlength=len(rows)).astype(np.int64)
    for beginning, members in texts_by_beginning(table, records, names).items():
        target[members] = members[0]
        rows[members[0]] = [*beginning, 0]
        texts.add(members[0])
    return target[group], texts


def _first_of_each(group: Ints) -> Ints:
    _, first = np.unique(group, return_index=True)
    return np.sort(first)


def _renumbered(group: Ints, examples: Ints) -> NDArray[np.int32]:
    number = np.zeros(int(group.max()) + 1 if len(group) else 0, dtype=np.int32)
    number[group[examples]] = np.arange(len(examples))
    return number[group]
