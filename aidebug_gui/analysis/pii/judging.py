"""What speaks for a match of a rule: its check, and the words around it. What was said of the same words is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aidebug_gui.analysis.pii.model import SMALLEST, Rule, Span
from aidebug_gui.analysis.pii.national import identify
from aidebug_gui.analysis.pii.validators import VALIDATORS
from aidebug_gui.translatable import translatable

_BEFORE, _AFTER = 48, 16  # bytes of context
_DIGITS_ALIKE = bytes.maketrans(b"123456789", b"000000000")
_MOST_KEPT = 4096
_LONGEST_BACK = 64
_UNKNOWN = 1e9  # no weight is that large


class Judge:
    """One rule made ready."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self._check = VALIDATORS[rule.validator] if rule.validator else None
        self._group = rule.pattern.groupindex["value"]
        self._looks_around = rule.context is not None or rule.negative is not None
        self._digits_alike = not any(near.names_digits for near in (rule.context, rule.negative) if near is not None)
        self._least = SMALLEST - max(rule.context_weight, 0.0)
        self._kept: dict[bytes, float | None] = {}

    def begin(self, text: bytes, place: int) -> int:
        """Return where the pattern is to be tried for a place that the finder told."""
        return place if self.rule.back is None else walked_back(text, place, self.rule.back)

    def spans(self, text: bytes, places: Sequence[int], failed: list[tuple[int, int, str]]) -> list[Span]:
        """Return the findings of the rule at some places; adds (start, end, rule) to ``failed`` where the check fails."""
        rule, check, group = self.rule, self._check, self._group
        match, back, prior, by_column = rule.pattern.match, rule.back, rule.prior, rule.by_column
        spans = []
        for place in places:
            found = match(text, place if back is None else walked_back(text, place, back))
            if found is None:
                continue
            score = prior
            if check is not None:
                said = check(found[group])
                if said is None:
                    if by_column:
                        failed.append((*found.span(group), rule.name))
                    continue
                score += said.weight
            if score >= self._least:
                span = self._span(text, found.start(), *found.span(group), score)
                if span is not None:
                    spans.append(span)
        return spans

    def _span(self, text: bytes, begin: int, start: int, end: int, score: float) -> Span | None:
        rule = self.rule
        if self._looks_around:
            # Messages of one template have the same words around a value, but for numbers.
            before, after = surroundings(text, begin, start, end)
            words = b"%b\n%b" % (before, after)
            words = words.translate(_DIGITS_ALIKE) if self._digits_alike else words
            weight = self._kept.get(words, _UNKNOWN)
            if weight == _UNKNOWN:
                if len(self._kept) >= _MOST_KEPT:
                    self._kept.clear()
                weight = self._kept[words] = context_weight(rule, before, after)
            if weight is None:
                return None
            score += weight
        if score < SMALLEST:
            return None
        entity = rule.entity
        if entity == "government_id":  # the number itself may tell which one it is
            entity = (identify(text[start:end]) or (entity,))[0]
        return Span(start, end, entity, rule.name, score)

    def explained(self, text: bytes, found: re.Match[bytes], reasons: list[str]) -> Span | None:
        """Return the finding that a match is, None if a check fails or too little speaks for it; tells why."""
        rule = self.rule
        start, end = found.span("value")
        score = rule.prior
        if self._check is not None:
            check = self._check(text[start:end])
            if check is None:
                reasons.append(translatable("such values pass a check that this one fails"))
                return None
            score += check.weight
            reasons.append(check.reason)
        if self._looks_around:
            weight = context_weight(rule, *surroundings(text, found.start(), start, end), reasons)
            if weight is None:
                return None
            score += weight
        return Span(start, end, rule.entity, rule.name, score) if score >= SMALLEST else None


def walked_back(text: bytes, position: int, characters: bytes) -> int:
    """Return where the run of characters that ends before ``position`` begins, at most 64 bytes before."""
    window = text[max(0, position - _LONGEST_BACK) : position]
    return position - len(window) + len(window.rstrip(characters))


def surroundings(text: bytes, begin: int, start: int, end: int) -> tuple[bytes, bytes]:
    """Return what stands before and behind a value and has a say: not the field before, and nothing behind the value's own."""
    before = text[begin - _BEFORE if begin > _BEFORE else 0 : start].rpartition(b"\n")[2]
    if b'"' in before:
        before = before[max(before.rfind(b', "'), before.rfind(b',"')) + 1 :]
    return before, text[end : end + _AFTER].partition(b'"')[0]


def context_weight(rule: Rule, before: bytes, after: bytes, reasons: list[str] | None = None) -> float | None:
    """Return what the words around a value say, in log-odds; None if a needed word is missing."""
    weight = 0.0
    words = [*before.split(), *after.split()]
    if rule.context is not None:
        word = rule.context.near(before, after, words)
        if word:
            weight += rule.context_weight
            if reasons is not None:
                reasons.append(translatable("word '{word}' near by", word=word.decode(errors="replace").strip()))
        elif rule.needs_context:
            return None
    if rule.negative is not None:
        against = rule.negative.near(before, after, words)
        if against:
            weight += rule.negative_weight
            if reasons is not None:
                reasons.append(
                    translatable(
                        "the word '{word}' is evidence against it", word=against.decode(errors="replace").strip()
                    )
                )
    return weight
