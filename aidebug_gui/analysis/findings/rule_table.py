"""Which text rules match the distinct texts of a log: each text is tried once, however long the log grows."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.findings.symptom_rules import SymptomRules, symptom_rules
from aidebug_gui.analysis.texts import TextPass
from aidebug_gui.formats.model import Layout, MessagePattern

_CONTENT_KEYS = (
    "prompt|input|inputs|query|question|user|content|completion|response|answer|output|generated_text|text|user_input"
)
_CONTENT = re.compile(rf"""\b(?:{_CONTENT_KEYS})\s?[=:]\s?(?:"[^"]*"?|'[^']*'?)""")


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """What each of some texts tells of: text i, or -1 for none, of ``bits[of[i]]``. ``bits[0]`` is 0."""

    of: NDArray[np.int32]
    bits: tuple[int, ...]

    @classmethod
    def numbered(cls, bits: list[int]) -> Meanings:
        """Return the meanings of texts with these bits."""
        numbers = {0: 0}
        of = [numbers.setdefault(one, len(numbers)) for one in bits]
        return cls(np.array([*of, 0], dtype=np.int32), tuple(numbers))


class RuleTable:
    """A bit for each rule: the symptoms in their order, then the marks. Thread-safe.

    Bits are those of Python's integers: rules may be any number. ``strong``: rules that match the message; ``weak``: those
    that count from WARNING on; ``failure``: rules that match an error text or traceback.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tables: list[object] = []
        self._patterns: tuple[MessagePattern, ...] = ()
        self._strong: list[int] = []
        self._weak: list[int] = []
        self._failure: list[int] = []

    def meanings(self, texts: TextPass, layout: Layout) -> tuple[Meanings, Meanings, Meanings]:
        """Return (strong, weak, failure) for the texts of a pass; only those that came since the last call are tried."""
        with self._lock:
            self._reset_if_changed(texts, layout)
            rules = symptom_rules()
            for shape in texts.shapes[len(self._strong) :]:
                self._add_message(rules, without_content(shape, layout))
            for failure in texts.failures[len(self._failure) :]:
                hinted = [*rules.hinted(failure)]
                found = _bits(number for number, symptom in hinted if symptom.pattern.search(failure))
                found = found or _marks(rules, rules.behind, failure)
                self._failure.append(found | (_marks(rules, rules.life, failure) if hinted else 0))
            return Meanings.numbered(self._strong), Meanings.numbered(self._weak), Meanings.numbered(self._failure)

    def _reset_if_changed(self, texts: TextPass, layout: Layout) -> None:
        """Forget what is known of other texts, or of what was read in another way."""
        tables = [texts.tables["message"], texts.tables["failure"]]
        same = len(self._tables) == 2 and all(now is known for now, known in zip(tables, self._tables, strict=True))
        if not same or layout.message_patterns != self._patterns:
            self._tables, self._patterns = [*tables], layout.message_patterns
            self._strong, self._weak, self._failure = [], [], []

    def _add_message(self, rules: SymptomRules, message: str) -> None:
        hinted = [*rules.hinted(message)]
        strong = _bits(number for number, symptom in hinted if symptom.pattern.search(message))
        self._strong.append(strong | _marks(rules, rules.life, message))
        self._weak.append(_bits(number for number, symptom in hinted if symptom.weak and symptom.weak.search(message)))


def bits_of(*names: str) -> int:
    """Return the bits of symptoms or of marks of life."""
    bits = symptom_rules().bits
    return sum(bits[name] for name in names)


def _bits(numbers: Iterable[int]) -> int:
    return sum(1 << number for number in numbers)


def _marks(rules: SymptomRules, marks: Mapping[str, re.Pattern[str]], text: str) -> int:
    return sum(rules.bits[name] for name, mark in marks.items() if mark.search(text))


def without_content(message: str, layout: Layout) -> str:
    """Return a message without the inputs and outputs that it quotes: words in them are no failures."""
    for pattern in layout.message_patterns:
        if pattern.column in ("input", "output") and pattern.pattern.startswith("^"):
            found = re.search(pattern.pattern, message, re.ASCII)
            if found and found.group(1):
                return message[: found.start(1)]
    return _CONTENT.sub("", message)
