"""Finds personal data and secrets in a buffer of records.

numpy finds where any rule could begin, in all of a buffer at once; only there are the exact patterns, checks and context
looked at. Runs on bytes; positions are those of the buffer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aidebug_gui.analysis.pii.encoded import encoded
from aidebug_gui.analysis.pii.escapes import plain_copy
from aidebug_gui.analysis.pii.fields import FieldNames, NamedValues, named_value
from aidebug_gui.analysis.pii.finder import Finder
from aidebug_gui.analysis.pii.keys import KeyFinder
from aidebug_gui.analysis.pii.model import FLOORS, Rule, Span, Tier
from aidebug_gui.analysis.pii.names import Cues, name_at, name_places
from aidebug_gui.analysis.pii.national import identify
from aidebug_gui.analysis.pii.phrases import seed_phrases
from aidebug_gui.analysis.pii.rules import Rulebook, load_rules
from aidebug_gui.analysis.pii.tokens import Tokens
from aidebug_gui.analysis.pii.validators import VALIDATORS

_BEFORE, _AFTER = 48, 16  # bytes of context
_SMALLEST = -1.4  # log-odds of a hint: less is no finding
_KNOWN_NAMES = 20_000


class Detector:
    """Rules made ready. One detector may be used by one thread at a time."""

    def __init__(self, book: Rulebook | None = None, *, off: frozenset[str] = frozenset()) -> None:
        self.book = (book or load_rules()).without(off)
        self.names = FieldNames(self.book)
        self._keys = KeyFinder(self.book)
        self.known_people: set[bytes] = set()  # found in fields of this log, lower case
        self.failed: list[tuple[int, int, str]] = []
        """(start, end, rule) where only the check failed, for rules by column."""
        self.doubtful: list[Span] = []
        """Words that may be a name, if a field says later that somebody is called so."""
        self._people = "person" not in off
        self.cues = Cues(self.book.cues)
        self._seeds = "seed_phrase" not in off
        self._finder = Finder([rule.sought for rule in self.book.rules])
        self._values = NamedValues(self.names, self.book)

    def scan(self, data: bytes) -> list[Span]:
        """Return the findings of a buffer in order, not overlapping. Records are separated by line breaks."""
        text = plain_copy(data)
        tokens = Tokens(text)
        spans = self._spans(text, tokens)
        spans += encoded(text, tokens, self._inside)
        spans = resolved(spans)
        return spans if tokens.is_ascii else [whole_characters(data, span) for span in spans]

    def _inside(self, text: bytes) -> list[Span]:
        """Return the findings of a text that stood in base64; such a text is not decoded once more."""
        kept = self.failed, self.doubtful
        self.failed, self.doubtful = [], []
        spans = resolved(self._spans(text, Tokens(text)))
        self.failed, self.doubtful = kept
        return spans

    def _spans(self, text: bytes, tokens: Tokens) -> list[Span]:
        spans: list[Span] = []
        self._named_values(text, tokens, spans)
        for rule, found in self.matches(text, tokens):
            span = self.judged(text, rule, found)
            if span is not None:
                spans.append(span)
        if self._seeds:
            spans += seed_phrases(text, tokens)
        if self._people:
            self._names(text, tokens, spans)
        return spans

    def _names(self, text: bytes, tokens: Tokens, spans: list[Span]) -> None:
        book, known = self.book, self.known_people
        for position in name_places(text, tokens):
            name = name_at(text, position, book.given_names, book.stop_words, known, self.cues)
            if name is None:
                continue
            if name.score < FLOORS[Tier.LIKELY]:
                self.doubtful.append(name)
            if name.score >= _SMALLEST:
                spans.append(name)

    def matches(self, text: bytes, tokens: Tokens) -> Iterator[tuple[Rule, re.Match[bytes]]]:
        """Yield all places at which a rule's pattern fits."""
        for number, places in self._finder.places(text, tokens):
            rule = self.book.rules[number]
            match, back = rule.pattern.match, rule.back
            for place in places:
                found = match(text, place if back is None else walked_back(text, place, back))
                if found is not None:
                    yield rule, found

    def _named_values(self, text: bytes, tokens: Tokens, spans: list[Span]) -> None:
        """Look at all values behind names, and learn which names say nothing."""
        told = -1  # a name inside a value such as token=password=x is part of that value
        silent: set[bytes] = set()
        known = self.known_people
        for position in self._keys.ends(tokens):
            if position < told:
                continue
            found = self._values.at(text, position)
            if found is None:
                silent.add(text[position - 7 : position + 1])
                continue
            span, told = found
            if span is not None:
                spans.append(span)
                if span.entity == "person" and len(known) < _KNOWN_NAMES:
                    known.add(text[span.start : span.end].lower())
        self._keys.forget({ending for ending in silent if not self.names.classes(ending.rpartition(b'"')[2])})

    def key_of(self, text: bytes, start: int, end: int) -> bytes:
        """Return the name in front of a value, empty if none that a rule knows is."""
        for position in self._keys.ends(Tokens(plain_copy(text))):
            _, first, last, key, _ = named_value(text, position, self.names)
            if (first, last) == (start, end):
                return key
        return b""

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
        if reasons is None and score + max(rule.context_weight, 0.0) < _SMALLEST:
            return None
        if rule.context is not None or rule.negative is not None:
            weight = context_weight(text, rule, found.start(), start, end, reasons)
            if weight is None:
                return None
            score += weight
        entity = rule.entity
        if entity == "government_id":  # the number itself may tell which one it is
            entity = (identify(text[start:end]) or (entity,))[0]
        return Span(start, end, entity, rule.name, score) if score >= _SMALLEST else None


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
    cut = max(before.rfind(b', "'), before.rfind(b',"'), before.rfind(b"\n"))  # the field before this one has no say
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
