"""Cells show one line of text, whatever the log holds; fields are found by their name with dots."""

from __future__ import annotations

import pytest

from aidebug_gui.store.pages import lookup, one_line


def test_control_characters_are_made_visible() -> None:
    assert one_line("a\nb\tc\x1b[0m\0") == "a⏎b  c␛[0m␀"
    assert one_line("plain äöü 漢字") == "plain äöü 漢字"


def test_long_text_is_cut_and_says_how_much() -> None:
    assert one_line("x" * 1500) == "x" * 500 + " … (+1,000 characters)"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("a", {"b": [10, {"c": 20}]}),
        ("a.b.0", 10),
        ("a.b.1.c", 20),
        ("d.e", 30),
        ("f.g.h", 40),
        ("a.x", None),
        ("a.b.7", None),
    ],
)
def test_lookup(name: str, value: object) -> None:
    assert lookup({"a": {"b": [10, {"c": 20}]}, "d.e": 30, "f.g": {"h": 40}}, name) == value
