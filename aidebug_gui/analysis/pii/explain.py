"""Why a text is a finding, and why a number is none, in words."""

from __future__ import annotations

import re

from aidebug_gui.analysis.pii import east_asian, encoded, seed_phrases
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.escapes import plain_copy
from aidebug_gui.analysis.pii.model import Span
from aidebug_gui.analysis.pii.names import name_at
from aidebug_gui.analysis.pii.tokens import Tokens
from aidebug_gui.analysis.pii.validators import card_issuer
from aidebug_gui.analysis.pii.value_shapes import SHAPES
from aidebug_gui.translatable import joined, translatable

_SHAPES = (
    (rb"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}", translatable("a UUID, drawn at random")),
    (rb"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*", translatable("a time")),
    (rb"\d{4}-\d\d-\d\d", translatable("a date, and nothing says that somebody was born on it")),
    (rb"-?\d+\.\d+(?:[eE][+-]?\d+)?", translatable("a number with decimals")),
    (rb"1\d{9}", translatable("a Unix time in seconds")),
    (rb"1\d{12}", translatable("a Unix time in milliseconds")),
    (rb"1\d{15}", translatable("a Unix time in microseconds")),
    (rb"1\d{18}", translatable("a Unix time in nanoseconds")),
    (rb"(?=.*[a-f])(?=.*\d)[0-9a-f]{7,64}", translatable("a hash or id in hexadecimal")),
    (rb"v?\d+(?:\.\d+){1,3}(?:[-+][\w.]+)?", translatable("a version number")),
)


def reasons_of(detector: Detector, text: bytes, span: Span) -> list[str]:
    """Return in words what speaks for a finding."""
    text = plain_copy(text)
    reasons: list[str] = []
    if span.rule == "name_in_text":
        book = detector.book
        name_at(text, span.start, book, detector.known_people, detector.cues, reasons)
    elif span.rule == east_asian.RULE:
        reasons.append(translatable("the words before introduce a person"))
    elif span.rule == east_asian.PASSWORD_RULE:
        reasons.append(translatable("the field's name says so"))
    elif span.rule == encoded.RULE:
        title = detector.book.entities[span.entity].title
        reasons.append(translatable("base64 that decodes to a text with this in it: {title}", title=title))
    elif span.rule == seed_phrases.RULE:
        check = seed_phrases.phrase_check(text[span.start : span.end].split())
        reasons += [check.reason] if check else []
    elif span.rule.startswith("field:"):
        shape = span.rule.partition(":")[2]
        key = detector.key_of(text, span.start, span.end).decode("utf-8", "replace")
        check = SHAPES[shape](text[span.start : span.end])
        reasons += [
            translatable("the field is called '{key}'", key=key) if key else translatable("the field's name says so"),
            *([check.reason] if check else []),
        ]
    else:
        judge = detector.judge(span.rule)
        rule = judge.rule
        for begin in range(span.start, max(-1, span.start - 96), -1):
            found = rule.pattern.match(text, begin)
            if found and found.span("value") == (span.start, span.end):
                judge.explained(text, found, reasons)
                break
        reasons = reasons or [translatable("its form says so")]
    return reasons


def why_not(detector: Detector, record: bytes, start: int, end: int) -> list[str]:
    """Return why bytes [start, end) of a record are no finding, or little: what was tried and what it looks like."""
    value = record[start:end]
    reasons = [
        translatable("it looks like {what}", what=words) for pattern, words in _SHAPES if re.fullmatch(pattern, value)
    ][:1]
    text = plain_copy(record)
    for judge, found in detector.matches(text, Tokens(text)):
        if found.end("value") <= start or found.start("value") >= end:
            continue
        tried: list[str] = []
        span = judge.explained(text, found, tried)
        title = detector.book.entities[judge.rule.entity].title
        if span is None or span.tier < 2:
            why = joined(*tried, separator=", ") or translatable("too little evidence")
            reasons.append(translatable("{title}: {why}", title=title, why=why))
    digits = value.replace(b" ", b"").replace(b"-", b"")
    if digits.isdigit() and 12 <= len(digits) <= 19 and not card_issuer(digits):
        reasons.append(translatable("no issuer has card numbers that begin so"))
    return list(dict.fromkeys(reasons)) or [translatable("no rule knows this form")]
