"""Finds personal data and secrets in a buffer of records.

One RE2 pass over the whole buffer marks where any rule could begin (about 4 ms per MB, however many rules there are); only
there are the exact patterns, checks and context looked at. Runs on bytes; positions are those of the buffer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from aidebug_gui.analysis.pii.escapes import plain_copy, positions_of
from aidebug_gui.analysis.pii.fields import FieldNames, field_span, named_value
from aidebug_gui.analysis.pii.keys import KeyFinder
from aidebug_gui.analysis.pii.model import Rule, Span, Tier
from aidebug_gui.analysis.pii.names import NAME_TRIGGER, name_at
from aidebug_gui.analysis.pii.national import identify
from aidebug_gui.analysis.pii.rules import Rulebook, load_rules
from aidebug_gui.analysis.pii.validators import VALIDATORS

MARK = 1  # the byte that the pass puts before a place; it is blanked in the text itself
_BEFORE, _AFTER = 48, 16  # bytes of context
_SMALLEST = -1.4  # log-odds of a hint: less is no finding
_NAME_FIRST = frozenset(range(0x41, 0x5B)) | {0xC3}
_KNOWN_NAMES = 20_000
_SHORT = 16_384  # bytes
_LESSON = 65_536  # bytes


class Detector:
    """Rules made ready. One detector may be used by one thread at a time."""

    def __init__(self, book: Rulebook | None = None, *, off: frozenset[str] = frozenset()) -> None:
        self.book = (book or load_rules()).without(off)
        self.names = FieldNames(self.book)
        self._keys = KeyFinder(self.book)
        self.known_people: set[bytes] = set()  # found in fields of this log, lower case
        self.failed: list[
            tuple[int, int, str]
        ] = []  # (start, end, rule) where only the check failed, for rules by column
        self._people = "person" not in off
        self._rules: list[tuple[Rule, ...]] = [
            tuple(rule for rule in self.book.rules if byte in rule.first) for byte in range(256)
        ]
        self._which = [_question(rules) for rules in self._rules]
        self._chosen: dict[tuple[int, tuple[bytes | None, ...]], tuple[Rule, ...]] = {}
        triggers = dict.fromkeys(rule.trigger for rule in self.book.rules)
        self._trigger = trigger = "|".join([*(f"(?:{text})" for text in triggers), NAME_TRIGGER])
        self._short = re.compile(trigger.encode())

    def places(self, text: bytes) -> list[int]:
        """Return the positions at which a rule may begin."""
        if len(text) < _SHORT:  # RE2 compiles the triggers for each call, which costs more than a short text is worth
            return [found.start() for found in self._short.finditer(text)]
        marked = pc.replace_substring_regex(
            pa.array([text], pa.large_binary()), pattern=self._trigger, replacement="\x01\\0"
        )
        found = positions_of(np.frombuffer(marked.buffers()[2], dtype=np.uint8), MARK)
        positions: NDArray[np.int64] = found - np.arange(len(found))
        places: list[int] = positions.tolist()
        return places

    def key_ends(self, text: bytes) -> list[int]:
        """Return the last positions of names that may say what their value is."""
        return self._keys.ends(np.frombuffer(text, dtype=np.uint8))

    def rules_at(self, first: int) -> tuple[Rule, ...]:
        """Return the rules whose trigger can begin with a byte."""
        return self._rules[first]

    def scan(self, data: bytes) -> list[Span]:
        """Return the findings of a buffer in order, not overlapping. Records are separated by line breaks."""
        text = plain_copy(data)
        spans: list[Span] = []
        self._named_values(text, spans)
        for position in self.places(text):
            self._at(text, position, spans)
        return [whole_characters(data, span) for span in resolved(spans)]

    def _named_values(self, text: bytes, spans: list[Span]) -> None:
        """Look at all values behind names: a little of the text first, to learn which names say nothing."""
        told = begin = 0  # told: a name inside a value such as token=password=x is part of that value
        for stop in (_LESSON, 8 * _LESSON, len(text)):
            silent: set[bytes] = set()
            for place in self.key_ends(text[max(0, begin - 8) : stop]):
                position = place + max(0, begin - 8)
                if position < max(told, begin - 2):
                    continue
                end = self._named(text, position, spans)
                told = max(told, end, position + 1)
                if not end:
                    silent.add(text[position - 7 : position + 1])
            self._keys.forget({ending for ending in silent if not self.names.classes(ending.rpartition(b'"')[2])})
            begin = stop
            if stop >= len(text):
                return

    def _at(self, text: bytes, position: int, spans: list[Span]) -> None:
        """Try all that can begin at a place."""
        first = text[position]
        for rule in self._candidates(text, position, first):
            begin = position if rule.back is None else walked_back(text, position, rule.back)
            found = rule.pattern.match(text, begin)
            if found is not None:
                span = self.judged(text, rule, found)
                if span is not None:
                    spans.append(span)
        if first in _NAME_FIRST and self._people:
            name = name_at(text, position, self.book.given_names, self.book.stop_words, self.known_people)
            if name is not None and name.score >= _SMALLEST:
                spans.append(name)

    def _named(self, text: bytes, position: int, spans: list[Span]) -> int:
        """Look at the value behind the name that ends at a place.

        Returns where a value without quotes ends, ``position`` for other values, 0 if the name says nothing.
        """
        classes, start, end, _, equals = named_value(text, position, self.names)
        named = field_span(text, start, end, classes, self.book) if classes else None
        if named is not None:
            spans.append(named[0])
            if named[0].entity == "person" and len(self.known_people) < _KNOWN_NAMES:
                self.known_people.add(text[start:end].lower())
        if not classes:
            return 0
        return end if equals and text[start - 1] == 0x3D else position

    def _candidates(self, text: bytes, position: int, first: int) -> tuple[Rule, ...]:
        """Return the rules whose trigger stands at a place: one match asks for all that can begin with this byte."""
        which = self._which[first]
        asked = which.match(text, position) if which is not None else None
        if asked is None:
            return ()
        answers = first, asked.groups()
        found = self._chosen.get(answers)
        if found is None:
            rules = self._rules[first]
            found = tuple(rule for rule, answer in zip(rules, answers[1], strict=True) if answer is not None)
            self._chosen[answers] = found
        return found

    def judged(self, text: bytes, rule: Rule, found: re.Match[bytes], reasons: list[str] | None = None) -> Span | None:
        """Return the finding that a match is, None if a check fails or too little speaks for it."""
        start, end = found.span("value")
        score = rule.prior
        if rule.validator:
            check = VALIDATORS[rule.validator](text[start:end])
            if check is None:
                if rule.by_column:
                    self.failed.append((start, end, rule.name))
                if reasons is not None:
                    reasons.append(f"the check '{rule.validator}' fails")
                return None
            score += check.weight
            if reasons is not None:
                reasons.append(check.reason)
        if rule.context is not None or rule.negative is not None:
            weight = context_weight(text, rule, found.start(), start, end, reasons)
            if weight is None:
                return None
            score += weight
        entity = rule.entity
        if entity == "government_id":  # the number itself may tell which one it is
            entity = (identify(text[start:end]) or (entity,))[0]
        return Span(start, end, entity, rule.name, score) if score >= _SMALLEST else None


def _question(rules: Sequence[Rule]) -> re.Pattern[bytes] | None:
    """Return a pattern with one empty group a rule, which takes part where the rule's trigger stands."""
    return re.compile(b"".join(b"(?:(?=%b)())?" % rule.trigger.encode() for rule in rules)) if rules else None


def whole_characters(data: bytes, span: Span) -> Span:
    """Return the span without the parts of UTF-8 characters at its ends cut off."""
    start, end = span.start, span.end
    while start > 0 and data[start] & 0xC0 == 0x80:
        start -= 1
    while end < len(data) and data[end] & 0xC0 == 0x80:
        end += 1
    return span if (start, end) == (span.start, span.end) else span._replace(start=start, end=end)


def walked_back(text: bytes, position: int, characters: re.Pattern[bytes]) -> int:
    """Return where the run of characters that ends before ``position`` begins, at most 64 bytes before."""
    run = characters.match(text[max(0, position - 64) : position][::-1])
    return position - run.end() if run else position


def context_weight(
    text: bytes, rule: Rule, begin: int, start: int, end: int, reasons: list[str] | None = None
) -> float | None:
    """Return what the words around a value say, in log-odds; None if a needed word is missing."""
    before = text[max(0, begin - _BEFORE) : start]
    cut = max(before.rfind(b', "'), before.rfind(b"\n"))  # the field before this one has no say
    before = before[cut + 1 :]
    after = text[end : end + _AFTER]
    stop = after.find(b'"')
    after = after if stop < 0 else after[:stop]
    weight = 0.0
    word = None
    if rule.context is not None:
        word = rule.context.search(before) or rule.context.search(after)
        if word:
            weight += rule.context_weight
            if reasons is not None:
                reasons.append(f"word '{word[0].decode(errors='replace').strip()}' near by")
        elif rule.needs_context:
            return None
    if rule.negative is not None:
        against = rule.negative.search(before) or rule.negative.search(after)
        if against:
            weight += rule.negative_weight
            if reasons is not None:
                reasons.append(f"word '{against[0].decode(errors='replace').strip()}' speaks against it")
    return weight


def resolved(spans: Sequence[Span]) -> list[Span]:
    """Return spans in order without overlaps: of two the surer one stays, of equally sure ones the longer one."""
    if len(spans) < 2:
        return list(spans)
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start < kept[-1].end:
            last = kept[-1]
            better = (min(span.score, 6.0), span.end - span.start) > (min(last.score, 6.0), last.end - last.start)
            if better:
                kept[-1] = span
        else:
            kept.append(span)
    return kept


def detector(user_dir: Path | None = None, off: frozenset[str] = frozenset()) -> Detector:
    """Return a detector with the shipped rules and a user's own."""
    return Detector(load_rules(user_dir), off=off)


__all__ = ["Detector", "Tier", "context_weight", "detector", "resolved"]
