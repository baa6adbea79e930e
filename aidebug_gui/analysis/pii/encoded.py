"""Secrets and personal data that stand in base64: texts that begin like one are decoded, one level deep."""

from __future__ import annotations

import base64
import binascii
import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from aidebug_gui.analysis.pii.model import Span, Tier
from aidebug_gui.analysis.pii.tokens import PADDING, Tokens, folded, slots_of, table_of

RULE = "base64"
_BEGINNINGS = (
    b'{"', b"sk-", b"AKIA", b"ASIA", b"ghp", b"gho", b"git", b"glpat", b"xox", b"hf_", b"---", b"postgres", b"mysql", b"redis",
    b"mongodb", b"amqp", b"http", b"pass", b"PASS", b"pwd", b"token", b"TOKEN", b"api", b"API", b"key", b"secret", b"SECRET",
    b"AWS", b"aws", b"OPENAI", b"ANTHROPIC", b"export", b"user", b"DB_", b"client", b"Authorization", b"email",
)  # fmt: skip
_TEXT = re.compile(rb"(?<![\w+/.=-])[A-Za-z0-9+/_-]{24,8000}={0,2}(?![\w+/-]|\.[\w-])")
_PLAIN = re.compile(rb"[\x20-\x7e\s]{12,}")
_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def _heads(beginning: bytes) -> Iterator[bytes]:
    """Yield what a text with this beginning looks like in base64: three bytes make four characters."""
    if len(beginning) >= 3:
        yield base64.b64encode(beginning[:3])
    else:
        yield from {base64.b64encode(beginning + bytes([last])) for last in range(0x20, 0x7F)}


_HEADS = frozenset(head for beginning in _BEGINNINGS for head in _heads(beginning))
_BITS = 16
_TABLE = table_of(sorted({folded(head) for head in _HEADS}), _BITS)
_FEWEST = 24
_NOTHING = Span(0, 0, "", "", -math.inf)


def encoded(text: bytes, tokens: Tokens, scan: Callable[[bytes], Sequence[Span]]) -> Iterator[Span]:
    """Yield texts in base64 in which something certain is found by ``scan``."""
    long = tokens.starts[tokens.lengths >= _FEWEST // 2]  # + and / cut it into several words
    fitting = _TABLE.take(slots_of(tokens.fours(long), _BITS))
    places: list[tuple[int, int]] = []
    texts: list[bytes] = []
    for place in (long[fitting] - PADDING).tolist():
        found = _TEXT.match(text, place) if text[place : place + 4] in _HEADS else None
        plain = decoded(found[0]) if found else None
        if found is not None and plain is not None:
            places.append(found.span())
            texts.append(plain.replace(b"\n", b" "))
    if texts:
        yield from _outside(places, texts, scan(b"\n".join(texts)))


def _outside(places: Sequence[tuple[int, int]], texts: Sequence[bytes], inner: Sequence[Span]) -> Iterator[Span]:
    """Yield for each text with something certain in it where it stands in base64."""
    begins = list(accumulate((len(text) + 1 for text in texts), initial=0))
    best: dict[int, Span] = {}
    for span in inner:
        at = bisect_right(begins, span.start) - 1
        if span.tier is Tier.CERTAIN and span.end < begins[at + 1] and span.score > best.get(at, _NOTHING).score:
            best[at] = span
    for at, span in best.items():
        yield Span(*places[at], span.entity, RULE, span.score)


def decoded(value: bytes) -> bytes | None:
    """Return the text that stands in base64, None if it is none."""
    body = value.rstrip(b"=").translate(_URL_SAFE)
    try:
        plain = base64.b64decode(body + b"=" * (-len(body) % 4), validate=True)
    except (ValueError, binascii.Error):
        return None
    return plain if _PLAIN.fullmatch(plain) else None
