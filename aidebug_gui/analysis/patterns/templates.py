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
    """``number[i]`` is the template of message i, ``text[n]`` how template n is shown.

    ``words[n]``: its words, ``<*>`` for those that vary; ``open_places[n]``: where any word may stand, not only values;
    ``is_text[n]``: whether the last of the words is free text.
    """

    number: NDArray[np.int32]
    text: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    open_places: tuple[tuple[int, ...], ...]
    is_text: tuple[bool, ...]

    def with_more(self, other: Templates, number: NDArray[np.int32]) -> Templates:
        """Return these templates and behind them others; ``number``: the template of each message."""
        return Templates(
            number,
            self.text + other.text,
            self.words + other.words,
            self.open_places + other.open_places,
            self.is_text + other.is_text,
        )


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
    of_template = group[examples].tolist()
    words = tuple(tuple(names[word] for word in rows[row]) for row in of_template)
    places = table.open_places()
    is_text = tuple(row in texts for row in of_template)
    shown = map(shown_template, (messages[example] for example in examples.tolist()), words, same, is_text)
    return Templates(number, tuple(shown), words, tuple(places[row] for row in of_template), is_text)


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
