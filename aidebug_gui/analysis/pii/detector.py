"""Finds personal data and secrets in a buffer of records.

numpy finds where any rule could begin, in all of a buffer at once; only there are the exact patterns, checks and context
looked at. Runs on bytes; positions are those of the buffer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.pii.column_values import column_values
from aidebug_gui.analysis.pii.east_asian import introduced_names, introduced_passwords
from aidebug_gui.analysis.pii.encoded import encoded
from aidebug_gui.analysis.pii.escapes import plain_copy
from aidebug_gui.analysis.pii.fields import FieldNames, NamedValues, named_value
from aidebug_gui.analysis.pii.finder import Finder, Places
from aidebug_gui.analysis.pii.judging import Judge
from aidebug_gui.analysis.pii.keys import KeyFinder
from aidebug_gui.analysis.pii.model import FLOORS, SMALLEST, Rule, Span, Tier
from aidebug_gui.analysis.pii.names import MOST, Cues, name_at, name_places, speakers
from aidebug_gui.analysis.pii.rules import Rulebook, load_rules
from aidebug_gui.analysis.pii.seed_phrases import seed_phrases
from aidebug_gui.analysis.pii.tokens import Tokens

_KNOWN_NAMES = 20_000
_BEYOND_ASCII = 0x80  # parts of characters of several bytes, in which a span may begin or end
_NOT_OF_NAMES = re.compile(rb"(?:\xe2\x80[\x90-\x98\x9a-\xa7]|\xc2[\xab\xbb])")  # U+2010 to U+2027, « and »; but for ’
_CERTAIN = FLOORS[Tier.CERTAIN]
_SURE = 6.0  # log-odds: what is surer is not better for it


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
        self._passwords = "password" not in off
        self._seeds = "seed_phrase" not in off
        self._judges = [Judge(rule) for rule in self.book.rules]
        self._finder = _finder_of(self.book.rules)
        self._values = NamedValues(self.names, self.book)

    def scan(self, data: bytes) -> list[Span]:
        """Return the findings of a buffer in order, not overlapping. Records are separated by line breaks."""
        text = plain_copy(data)
        tokens = Tokens(text)
        spans = self._spans(text, tokens)
        spans += encoded(text, tokens, self._inside)
        spans = resolved(spans)
        if tokens.is_ascii:
            return spans
        return [
            span
            if data[span[0]] < _BEYOND_ASCII > data[span[1] - 1] and span.entity != "person"
            else whole_characters(data, span)
            for span in spans
        ]

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
        certain = _CertainValues(spans)
        for number, places in self._finder.places(text, tokens):
            judge = self._judges[number]
            spans += judge.spans(text, certain.others(judge.rule.entity, places).tolist(), self.failed)
        if self._seeds:
            spans += seed_phrases(text, tokens)
        if tokens.has_east_asian and self._passwords:
            spans += introduced_passwords(text)
        if self._people:
            self._names(text, tokens, spans)
        return spans

    def _names(self, text: bytes, tokens: Tokens, spans: list[Span]) -> None:
        book, known = self.book, self.known_people
        # Running text cannot be surer of a name than the field that it is the value of.
        surer = {span.start for span in spans if span.entity == "person" and span.score > MOST}
        for position in name_places(text, tokens):
            if position in surer:
                continue
            name = name_at(text, position, book, known, self.cues)
            if name is None:
                continue
            if name.score < FLOORS[Tier.LIKELY]:
                self.doubtful.append(name)
            if name.score >= SMALLEST:
                spans.append(name)
        spans += speakers(text, book)
        if tokens.has_east_asian:
            spans += introduced_names(text)

    def judge(self, rule: str) -> Judge:
        """Return what judges the matches of a rule."""
        return next(judge for judge in self._judges if judge.rule.name == rule)

    def matches(self, text: bytes, tokens: Tokens) -> Iterator[tuple[Judge, re.Match[bytes]]]:
        """Yield all places at which a rule's pattern fits."""
        for number, places in self._finder.places(text, tokens):
            judge = self._judges[number]
            for place in places.tolist():
                found = judge.rule.pattern.match(text, judge.begin(text, place))
                if found is not None:
                    yield judge, found

    def _named_values(self, text: bytes, tokens: Tokens, spans: list[Span]) -> None:
        """Look at all values behind names, and learn which names say nothing."""
        found, silent = self._values.spans(text, self._keys.ends(tokens))
        found += self._values.column_spans(text, tokens)
        spans += found
        known = self.known_people
        if len(known) < _KNOWN_NAMES:
            known.update(text[span.start : span.end].lower() for span in found if span.entity == "person")
        self._keys.forget(silent)

    def key_of(self, text: bytes, start: int, end: int) -> bytes:
        """Return the name in front of a value, empty if none that a rule knows is."""
        tokens = Tokens(plain_copy(text))
        for position in self._keys.ends(tokens):
            _, first, last, key, _ = named_value(text, position, self.names)
            if (first, last) == (start, end):
                return key
        columns = (name for name, first, last in column_values(text, tokens) if (first, last) == (start, end))
        return next(columns, b"")


class _CertainValues:
    """Values that their names make certain. No rule for the same is tried in them: it would make them no surer."""

    def __init__(self, named: Sequence[Span]) -> None:
        certain: dict[str, list[tuple[int, int]]] = {}
        for start, end, entity, _, score in named:
            if score >= _CERTAIN:
                certain.setdefault(entity, []).append((start, end))
        self._edges = {entity: np.array(sorted(places), dtype=np.int64).T for entity, places in certain.items()}

    def others(self, entity: str, places: Places) -> Places:
        """Return those of some places that are not in such a value of an entity."""
        edges = self._edges.get(entity)
        if edges is None:
            return places
        starts, ends = edges
        at = np.searchsorted(starts, places, side="right") - 1
        outside: NDArray[np.bool_] = (at < 0) | (places >= ends[at])
        return places[outside]


@lru_cache(maxsize=2)
def _finder_of(rules: tuple[Rule, ...]) -> Finder:
    """Return what finds the rules. It has no state, and each scan and each copy has a detector of its own: it is made once."""
    return Finder([rule.anchors for rule in rules])


def whole_characters(data: bytes, span: Span) -> Span:
    """Return the span with the UTF-8 characters at its ends whole; a name ends at a dash, an ellipsis or a quotation mark."""
    start, end = span.start, span.end
    if span.entity == "person":
        mark = _NOT_OF_NAMES.search(data, start + 1, end)
        end = mark.start() if mark is not None else end
    while start > 0 and data[start] & 0xC0 == 0x80:
        start -= 1
    while end < len(data) and data[end] & 0xC0 == 0x80:
        end += 1
    return span if (start, end) == (span.start, span.end) else span._replace(start=start, end=end)


def resolved(spans: Sequence[Span]) -> list[Span]:
    """Return spans in order without overlaps: of two the surer one stays, of equally sure ones the longer one."""
    if len(spans) < 2:
        return list(spans)
    kept: list[Span] = []
    last_end = -1
    for span in sorted(spans):
        start, end, _, _, score = span
        if start < last_end:
            first, last_end, _, _, best = kept[-1]
            if (min(score, _SURE), end - start) <= (min(best, _SURE), last_end - first):
                continue
            kept[-1] = span
        else:
            kept.append(span)
        last_end = end
    return kept
