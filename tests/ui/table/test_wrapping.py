"""Texts in lines of a cell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.ui.table.wrapping import wrapped


def fit(text: str, room: int) -> tuple[str, int]:
    """Cut a text whose characters are all one wide."""
    if len(text) <= room:
        return text, len(text)
    return text[: max(0, room - 1)] + "…", max(1, room)


def test_lines_end_between_words() -> None:
    assert wrapped("one two three", [7, 7], fit) == [(0, "one two"), (8, "three")]
    assert wrapped("one two three four", [7, 7], fit) == [(0, "one two"), (8, "three …")]
    assert wrapped("short", [9, 9], fit) == [(0, "short")]
    assert wrapped("a " + "x" * 20, [8, 8, 8], fit) == [(0, "a " + "x" * 6), (8, "x" * 8), (16, "x" * 6)]
    assert wrapped("", [5, 5], fit) == [(0, "")]


@given(st.text("ab  …ä", max_size=60), st.lists(st.integers(0, 20), min_size=1, max_size=5))
def test_no_character_is_lost_and_no_line_is_too_long(text: str, rooms: list[int]) -> None:
    lines = wrapped(text, rooms, fit)
    assert 1 <= len(lines) <= len(rooms)
    seen = 0
    for number, (begin, line) in enumerate(lines):
        assert text[seen:begin] in ("", " ")  # the blank at the end of a line is not painted
        is_cut = number == len(rooms) - 1 and line != text[begin:]
        assert text[begin:].startswith(line.removesuffix("…") if is_cut else line)
        assert len(line) <= max(1, rooms[number])
        seen = begin + len(line)
    if len(lines) < len(rooms):
        assert text[seen:] in ("", " ")
