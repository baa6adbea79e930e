"""Words near a value that speak for or against it. What was said of a word of the text is kept: most come again."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOST_KEPT = 8192
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")
_COUNT = re.compile(r"\{\d*,?\d*\}")


class NearWords:
    """Alternatives of a regular expression, in any letter case. Raises re.error for bad ones.

    ``guard``: what each of them begins with. Searching 64 bytes for 20 alternatives takes 4 to 10 us, looking up their words
    1 us. No space can stand inside a match of a word, so this finds the same; words with spaces are searched in the text.
    """

    def __init__(self, words: Sequence[str], guard: str = "") -> None:
        # Without IGNORECASE the engine knows what an alternative begins with, and is three times as fast.
        self._single = _any_of([_lowered(word) for word in words if " " not in word], guard)
        self._phrases = _any_of([_lowered(word) for word in words if " " in word], guard)
        self._known: dict[bytes, bytes] = {}  # for each word of a text what fits in it, or nothing
        self.names_digits = any(re.search(r"(?<!\\)[0-9]", _COUNT.sub("", word)) for word in words)
        """Whether another digit at some place may make a difference."""

    def near(self, before: bytes, after: bytes, words: Sequence[bytes]) -> bytes:
        """Return what fits before or behind a value, empty if nothing does; ``words``: both, cut at spaces."""
        known = self._known
        for word in words:
            found = known.get(word)
            if found is None:
                found = self._look_up(word)
            if found:
                return found
        if self._phrases is None:
            return b""
        phrase = self._phrases.search((b"%b\n%b" % (before, after)).lower())
        return phrase[0] if phrase else b""

    def _look_up(self, word: bytes) -> bytes:
        fitting = self._single.search(word.lower()) if self._single is not None else None
        if len(self._known) >= _MOST_KEPT:
            self._known.clear()
        found = self._known[word] = word[fitting.start() : fitting.end()] if fitting else b""
        return found


def _any_of(words: Sequence[str], guard: str) -> re.Pattern[bytes] | None:
    return re.compile(f"{guard}(?:{'|'.join(words)})".encode()) if words else None


def _lowered(pattern: str) -> str:
    r"""Return a pattern with small letters, but for classes such as ``\S``."""
    return _CAPITAL.sub(lambda found: found[0].lower(), pattern)
