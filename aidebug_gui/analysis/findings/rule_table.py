"""Which text rules match the distinct texts of a log: each text is tried once, however long the log grows."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.findings.symptom_rules import SymptomRules, symptom_rules
from aidebug_gui.analysis.texts import TextPass
from aidebug_gui.formats.model import Layout, MessagePattern

Bits = NDArray[np.uint64]

_CONTENT_KEYS = (
    "prompt|input|inputs|query|question|user|content|completion|response|answer|output|generated_text|text|user_input"
)
_CONTENT = re.compile(rf"""\b(?:{_CONTENT_KEYS})\s?[=:]\s?(?:"[^"]*"?|'[^']*'?)""")


class RuleTable:
    """A bit for each rule: the symptoms in their order, then the marks of a program's life. Thread-safe.

    The arrays have one element a shape and one more, 0, which number -1 takes. ``strong``: rules that match the message;
    ``weak``: those that count from WARNING on; ``failure``: rules that match an error text or traceback.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tables: list[object] = []
        self._patterns: tuple[MessagePattern, ...] = ()
        self._strong: list[int] = []
        self._weak: list[int] = []
        self._failure: list[int] = []

    def bits(self, texts: TextPass, layout: Layout) -> tuple[Bits, Bits, Bits]:
        """Return (strong, weak, failure) for the texts of a pass; only those that came since the last call are tried."""
        with self._lock:
            self._reset_if_changed(texts, layout)
            rules = symptom_rules()
            for shape in texts.shapes[len(self._strong) :]:
                self._add_message(rules, without_content(shape, layout))
            for failure in texts.failures[len(self._failure) :]:
                hinted = [*rules.hinted(failure)]
                found = _bits(number for number, symptom in hinted if symptom.pattern.search(failure))
                self._failure.append(found | (_alive(rules, failure) if hinted else 0))
            return _array(self._strong), _array(self._weak), _array(self._failure)

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
        self._strong.append(strong | _alive(rules, message))
        self._weak.append(_bits(number for number, symptom in hinted if symptom.weak and symptom.weak.search(message)))


def bit_of(name: str) -> np.uint64:
    """Return the bit of a symptom or of a mark of life."""
    rules = symptom_rules()
    names = [*(symptom.name for symptom in rules.symptoms), *rules.life]
    return np.uint64(1 << names.index(name))


def _bits(numbers: Iterable[int]) -> int:
    return sum(1 << number for number in numbers)


def _alive(rules: SymptomRules, text: str) -> int:
    return _bits(len(rules.symptoms) + number for number, mark in enumerate(rules.life.values()) if mark.search(text))


def _array(bits: list[int]) -> Bits:
    return np.array([*bits, 0], dtype=np.uint64)


def without_content(message: str, layout: Layout) -> str:
    """Return a message without the inputs and outputs that it quotes: words in them are no failures."""
    for pattern in layout.message_patterns:
        if pattern.column in ("input", "output") and pattern.pattern.startswith("^"):
            found = re.search(pattern.pattern, message, re.ASCII)
            if found and found.group(1):
                return message[: found.start(1)]
    return _CONTENT.sub("", message)
