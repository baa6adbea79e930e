"""How a template is shown: an example message with ``<*>`` for what differs between its messages."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from aidebug_gui.analysis.patterns.template_rows import Ints
from aidebug_gui.analysis.patterns.words import VARIABLE, pieces_of, varies

_NEIGHBOURS = re.compile(r"<\*>(?:[\s,.:;-]{0,5}<\*>)+")
_NUMBERS = re.compile(r"0(?:[.,:/+_-]?0)*")  # in a shape each number is a 0


def same_words(flat: Ints, lengths: Ints, number: Ints, examples: Ints) -> list[list[bool]]:
    """Tell for each template which words of its example are the same in all its messages, though they may look like values.

    ``flat``, ``lengths``: the numbers of all messages' words. ``number``: the template of each message. Where messages
    have different numbers of words nothing tells which words belong together; then none is the same.
    """
    starts = np.cumsum(lengths) - lengths
    example = examples[number]
    different = np.bincount(number, lengths != lengths[example], minlength=len(examples)) > 0
    owners = np.repeat(np.arange(len(lengths)), lengths)
    chosen = np.flatnonzero(~different[number[owners]])
    owner = owners[chosen]
    at_example = starts[example[owner]] + chosen - starts[owner]
    changed = np.bincount(at_example, flat[chosen] != flat[at_example], minlength=len(flat)) > 0
    return [
        [False] * length if is_different else (~changed[begin : begin + length]).tolist()
        for begin, length, is_different in zip(
            starts[examples].tolist(), lengths[examples].tolist(), different.tolist(), strict=True
        )
    ]


def shown_template(message: str, words: Sequence[str], same: Sequence[bool], is_text: bool) -> str:
    """Return an example message with its varying words replaced.

    ``words`` has one ``<*>`` for each run of varying words, so the example's words are walked beside it. ``same``:
    words that are shown as they are, but for the numbers in them. ``is_text``: the rest is free text.
    """
    out: list[str] = []
    position = count = 0
    pieces = pieces_of(message)
    for index, piece in enumerate(pieces):
        if index % 2:
            out.append(piece)
            continue
        if not piece:
            continue
        is_same = count < len(same) and same[count]
        count += 1
        if position < len(words) and words[position] == piece and not varies(piece):
            out.append(piece)
            position += 1
            continue
        out.append(_NUMBERS.sub(VARIABLE, piece) if is_same else VARIABLE)
        if is_text and position >= len(words) - 1:
            break
        following = words[position + 1] if position + 1 < len(words) else None
        if following is None or (index + 2 < len(pieces) and pieces[index + 2] == following):
            position += 1
    return " ".join(_NEIGHBOURS.sub(VARIABLE, "".join(out)).split())  # a filter takes any blanks for any others
