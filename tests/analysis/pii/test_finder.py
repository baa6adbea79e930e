"""Where the rules are tried: words are told by their first five characters, their length, and what stands around them."""

from __future__ import annotations

import pytest

from aidebug_gui.analysis.pii.anchors import anchors_of
from aidebug_gui.analysis.pii.finder import Finder
from aidebug_gui.analysis.pii.tokens import Tokens


def _places(entry: dict[str, object], text: bytes) -> list[int]:
    return [place for _, places in Finder([anchors_of(entry)]).places(text, Tokens(text)) for place in places.tolist()]


@pytest.mark.parametrize(
    ("entry", "text", "places"),
    [
        ({"words": ["token"]}, b"token Token tokens my_token token", [0, 6, 28]),
        ({"words": ["token"], "after": [" :"]}, b'"token": token x, token: y, token', [9, 18]),
        ({"words": ["set"], "after": [" "]}, b'"set": set x, SET y, sets z', [7, 14]),
        ({"words": ["set"], "before": ["-"]}, b"set -set", [5]),
        ({"words": ["call me", "dial"], "after": [":"]}, b"call me, dial: 1, dial 2, call", [0, 9, 18]),
        ({"begins": ["hf_"]}, b"hf_abc HF_x hf xhf_a", [0, 7]),
        ({"begins": ["secret_"], "after": ["x"]}, b"secret_a secrecy Secret", [0, 9, 17]),
        ({"words": ["d.o.b"]}, b"d.o.b d.o.x", [0]),
        ({"words": ["a" * 40]}, b"a" * 40 + b" " + b"a" * 39, [0, 41]),
    ],
)
def test_heads_are_found_by_what_stands_around_them(entry: dict[str, object], text: bytes, places: list[int]) -> None:
    assert _places(entry, text) == places
