"""Seed phrases of wallets: 12 to 24 words of the list of BIP-39, of which the last one holds a checksum.

The list is the English one of the standard (https://github.com/bitcoin/bips/blob/master/bip-0039, MIT licence).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from aidebug_gui.analysis.pii.model import Check, Span
from aidebug_gui.analysis.pii.tokens import PADDING, Tokens
from aidebug_gui.resources import resource_path

RULE = "seed_phrase"
_COUNTS = (24, 21, 18, 15, 12)
_SHORTEST, _LONGEST = 3, 8  # characters of a word
_SPACE = 0x20
_PHRASE = re.compile(rb"[a-z]{3,8}(?: [a-z]{3,8}){11,40}")
_CERTAIN = 9.0
_OF_PROSE = frozenset(
    b"about above again all also always another any around because before below between can during either else enough few "
    b"have into just like more much must never next now off often once only other over own same such that then there they "
    b"this toward under until upon upper use very want what when where will you".split()
)
"""Words of the list that join others in sentences: one of 36, so that 12 drawn words hold three of them in 4 of 1,000."""
_MOST_OF_PROSE = 2
_TELLING = re.compile(rb"(?i)seed|mnemonic|phrase|wallet|recover|restor|backup")
_TOLD_WITHIN = 64  # characters before a phrase
_MOST_TRIES = 64  # in one run of short words: no phrase stands in the middle of a longer one


@cache
def _numbers() -> dict[bytes, int]:
    return {word: number for number, word in enumerate((resource_path("pii") / "bip39.txt").read_bytes().split())}


def phrase_check(words: Sequence[bytes]) -> Check | None:
    """Accept 12, 15, 18, 21 or 24 words of the list; the checksum is passed by one phrase in 16 to 256 by chance."""
    numbers = _numbers()
    if len(words) not in _COUNTS or any(word not in numbers for word in words):
        return None
    bits = "".join(f"{numbers[word]:011b}" for word in words)
    entropy, check = bits[: len(bits) * 32 // 33], bits[len(bits) * 32 // 33 :]
    digest = hashlib.sha256(int(entropy, 2).to_bytes(len(entropy) // 8, "big")).digest()
    if f"{digest[0]:08b}".startswith(check):
        return Check(_CERTAIN, "{value} words of the BIP-39 list, checksum ok", str(len(words)))
    return Check(1.0, "{value} words of the BIP-39 list, but their checksum is wrong", str(len(words)))


def seed_phrases(text: bytes, tokens: Tokens) -> Iterator[Span]:
    """Yield the phrases with a good checksum in a text."""
    if len(tokens.starts) < _COUNTS[-1]:
        return
    fitting = (tokens.lengths - np.uint8(_SHORTEST)) <= _LONGEST - _SHORTEST
    fitting &= (tokens.first - np.uint8(0x61)) < 26
    joined = fitting & (tokens.separators == _SPACE)
    two = joined[:-1] & joined[1:]
    four = two[:-2] & two[2:]
    eight = four[:-4] & four[4:]
    eleven = eight[:-3] & four[7:]  # words with a space behind them, in a row
    numbers = _numbers()
    covered_until = last = -1
    tries = 0
    for place in tokens.starts[np.flatnonzero(eleven)].tolist():
        start = place - PADDING
        tries = tries + 1 if start - last <= _LONGEST + 1 else 0
        last = start
        if start < covered_until or tries > _MOST_TRIES:
            continue
        found = _PHRASE.match(text, start)
        if found is None:
            continue
        words = found[0].split(b" ")
        known = next((at for at, word in enumerate(words) if word not in numbers), len(words))
        for count in _COUNTS:
            check = phrase_check(words[:count]) if count <= known else None
            if check is not None and check.weight == _CERTAIN and not _is_prose(words[:count], text, start):
                covered_until = start + len(b" ".join(words[:count]))
                yield Span(start, covered_until, "seed_phrase", RULE, _CERTAIN)
                break


def _is_prose(words: Sequence[bytes], text: bytes, start: int) -> bool:
    """Return whether words of the list are those of a sentence, unless the text before them tells of a phrase."""
    of_prose = sum(word in _OF_PROSE for word in words)
    return of_prose > _MOST_OF_PROSE * len(words) / 12 and not _TELLING.search(
        text, max(0, start - _TOLD_WITHIN), start
    )
