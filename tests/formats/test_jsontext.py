"""JSON as it stands in logs."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.formats.jsontext import DEEPEST, dig, parse_objects, walk


def test_objects() -> None:
    assert parse_objects('{"a": 1}') == [{"a": 1}]
    assert parse_objects('{"a":1}{"b":2}') == [{"a": 1}, {"b": 2}]
    assert parse_objects('{"a":1} {"b":2}  ') == [{"a": 1}, {"b": 2}]
    assert parse_objects('{"a": 123456789012345678901}') == [{"a": 123456789012345678901}]
    assert parse_objects('{"a": ' + "1" * 10_000 + "}") != []
    (record,) = parse_objects('{"a": NaN, "b": -Infinity}')
    assert math.isnan(record["a"])
    assert record["b"] == -math.inf


def test_a_comma_behind_the_last_element_is_read_as_the_engine_reads_it() -> None:
    assert parse_objects('{"a": [1, 2,], "b": {"c": ",}",},}') == [{"a": [1, 2], "b": {"c": ",}"}}]
    for broken in ("{,}", '{"a": 1,,}', '{"a": [,]}', '{"a": "b,}'):
        assert parse_objects(broken) == []
    for hostile in ('{"a": "' + '\\"' * 300_000, '{"a": "' + '\\"' * 300_000 + "\\", '{"a": 1' + "," * 600_000 + "}"):
        assert parse_objects(hostile) == []


@pytest.mark.parametrize(
    "text", ["", "[]", "3", '"a"', "{", '{"a":', "{'a': 1}", '{"a":1}, {"b":2}', '{"a":1}[2]', "{}x", "null"]
)
def test_no_objects(text: str) -> None:
    assert parse_objects(text) == []


def test_hostile_nesting_is_refused() -> None:
    for depth in (DEEPEST + 1, 900, 100_000):
        assert parse_objects('{"a":' * depth + "1" + "}" * depth) == []
        assert parse_objects('{"a":' + "[" * depth + "]" * depth + "}") == []
    fine = DEEPEST - 1
    assert parse_objects('{"a":' * fine + "1" + "}" * fine) != []
    assert parse_objects('{"a":[' + "[]," * 500 + "[]]}") != []


def test_lone_surrogates_are_shown_safely() -> None:
    (record,) = parse_objects('{"a": "\\ud800", "b": "x"}')
    assert record == {"a": "?", "b": "x"}


def test_control_characters_in_texts_are_damage_as_for_the_engine() -> None:
    assert parse_objects('{"a": "x\ty"}') == []


def test_of_equal_keys_the_first_counts_as_for_the_engine() -> None:
    assert parse_objects('{"a": 1, "b": {"c": 2, "c": 3}, "a": 4}') == [{"a": 1, "b": {"c": 2}}]
    assert parse_objects('{"a": "\\"a\\": 5", "b": 1}') == [{"a": '"a": 5', "b": 1}]


def test_dig_and_walk() -> None:
    record = {"a": {"b": [{"c": 1}, {"c": 2}]}, "d": [1, 2]}
    assert dig(record, ("a", "b", 1, "c")) == 2
    for path in (("a", "x"), ("a", "b", 7), ("d", "a"), ("a", "b", "c")):
        assert dig(record, path) is None
    found = dict(walk(record, deepest=8))
    assert found["a", "b", 0, "c"] == 1
    assert ("a", "b", 1, "c") not in found
    assert set(walk_paths(record, 1)) == {("a",), ("d",)}


def walk_paths(record: object, deepest: int) -> list[tuple[str | int, ...]]:
    return [path for path, _ in walk(record, deepest=deepest)]


@given(st.text(max_size=60))
def test_never_raises(text: str) -> None:
    parse_objects(text)
    parse_objects("{" + text + "}")
