"""Words near a value: looked up one by one, found as a search of the whole text would find them."""

from __future__ import annotations

import re

import pytest

from aidebug_gui.analysis.pii.near_words import NearWords

WORDS = [r"\bip\b", "_ip\\b", "addr", "lives? at", "number is", r"rows?\b"]
TEXTS = [
    b"the visitor's IP is",
    b'"client_ip": "',
    b"chips and dips",
    b"RemoteAddr:",
    b"she Lives at",
    b"she live in",
    b"my number\nis",
    b"My Number is",
    b"arrows",
    b"rowsome",
    b"",
]


@pytest.mark.parametrize("guard", ["", "(?<![A-Za-z])"])
@pytest.mark.parametrize("text", TEXTS)
def test_it_finds_what_a_search_finds(text: bytes, guard: str) -> None:
    near = NearWords(WORDS, guard)
    search = re.compile(f"{guard}(?:{'|'.join(WORDS)})".encode(), re.IGNORECASE)
    for before, after in ((text, b""), (b"", text), (b"nothing", text)):
        expected = search.search(before) or search.search(after)
        for _ in range(2):  # looked up, and remembered
            found = near.near(before, after, [*before.split(), *after.split()])
            assert bool(found) == (expected is not None)
            assert expected is None or found.lower() == expected[0].lower()
