"""Which known template a message fits, so that of a log that grows not all messages are mined again."""

from __future__ import annotations

from collections import defaultdict

from aidebug_gui.analysis.patterns.templates import Templates
from aidebug_gui.analysis.patterns.words import VARIABLE, pieces_of, varies

_MOST_MASKS = 400  # sets of places that vary, the commonest
_LEAST_FIXED = 2  # words of a template that takes other words than its own

Words = tuple[str, ...]
_Mask = tuple[int, tuple[int, ...]]  # words of a template, and the places in which any word may stand


class KnownTemplates:
    """Templates by their words, and how many (``count``). What a message costs does not grow with them."""

    def __init__(self, templates: Templates, first: int = 0) -> None:
        """Take the templates from one on."""
        self.count = len(templates.text) - first
        self._by_words: dict[Words, int] = {}
        self._beginnings: dict[Words, int] = {}
        counts: dict[_Mask, int] = defaultdict(int)
        for number in range(first, len(templates.text)):
            words, places = templates.words[number], templates.open_places[number]
            if templates.is_text[number]:
                self._beginnings[words[:-1]] = number
                continue
            self._by_words.setdefault(words, number)
            if places and words.count(VARIABLE) + max(_LEAST_FIXED, len(places)) <= len(words):
                counts[len(words), places] += 1
        common = sorted(counts, key=lambda mask: -counts[mask])[:_MOST_MASKS]
        self._masks = sorted(common, key=lambda mask: len(mask[1]))

    def number(self, message: str) -> int | None:
        """Return the template of a message without values, None if it fits none."""
        words = _words(message)
        for length in range(len(words) - 1, 0, -1) if self._beginnings else ():
            if (found := self._beginnings.get(words[:length])) is not None:
                return found
        found = self._by_words.get(words)
        return self._by_mask(words) if found is None else found

    def _by_mask(self, words: Words) -> int | None:
        for length, places in self._masks:
            is_open = places[-1] == length - 1  # more words may follow
            if len(words) == length or (is_open and len(words) > length):
                filled = list(words[:length])
                for place in places:
                    filled[place] = VARIABLE
                if (found := self._by_words.get(tuple(filled))) is not None:
                    return found
        return None


def _words(message: str) -> Words:
    """Return a message's words; those that are values by their form, and what follows such, are one that varies."""
    words: list[str] = []
    for word in pieces_of(message)[::2]:
        shown = VARIABLE if word and varies(word) else word
        if shown and not (shown == VARIABLE and words and words[-1] == VARIABLE):
            words.append(shown)
    return tuple(words)
