"""Values in the form of their columns."""

from __future__ import annotations

import math

from aidebug_gui.formats.values import as_number, as_text


def test_as_number() -> None:
    assert [as_number(value) for value in (1, 2.5, "0.5", " 3 ", "-1e3", "1_000", ".5")] == [
        1.0,
        2.5,
        0.5,
        3.0,
        -1000.0,
        1000.0,
        0.5,
    ]
    nothing: list[object] = [True, None, "", "0x10", "ten", [], {}, "٣", 10**400, "1" * 100]
    assert [as_number(value) for value in nothing] == [None] * len(nothing)
    for text in (float("nan"), "NaN", "nan"):
        number = as_number(text)
        assert number is not None
        assert math.isnan(number)
    assert as_number("-Infinity") == -math.inf


def test_as_text() -> None:
    assert [as_text(value) for value in ("a", 1, 1.5, True, None)] == ["a", "1", "1.5", "true", "null"]
    assert as_text({"a": [1, "x"]}) == '{"a":[1,"x"]}'
    assert as_text(10**30) == "1" + "0" * 30
