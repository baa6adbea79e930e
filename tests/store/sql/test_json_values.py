"""Values of JSON lines: read into a struct where that can be, into a list of texts elsewhere, with the same result."""

from __future__ import annotations

import duckdb
import pytest

from aidebug_gui.store.sql.json_values import JsonValues

LINES = [
    '{"a": "x", "n": 1.5, "o": {"p": "deep", "q": 2}}',
    '{"a": 3, "n": "0.25", "o": {"p": [1, 2]}}',
    '{"n": NaN, "o": "no object"}',
    '{"a": null, "n": true, "o": {}}',
    '{"a": "first", "a": "second", "n": "no number"}',
    "{}",
]
PATHS = [("a",), ("n",), ("o", "p"), ("o", "q")]
NUMBERS = {("n",), ("o", "q")}


def read(values: JsonValues, lines: list[str], *, careful: bool = False) -> list[tuple[object, ...]]:
    slots = ", ".join(values.number(path) if path in NUMBERS else values.slot(path) for path in PATHS)
    everything = values.expression("line", careful=careful)
    query = f"SELECT {slots} FROM (SELECT {everything} AS j FROM (SELECT unnest(?) AS line))"
    return duckdb.connect().execute(query, [lines]).fetchall()


def test_a_struct_gives_what_a_list_of_texts_gives() -> None:
    in_struct = read(JsonValues(PATHS, NUMBERS), LINES)
    in_list = read(JsonValues([*PATHS, ("in", 0)], NUMBERS), LINES)  # elements of arrays need the list
    assert repr(in_struct) == repr(in_list)
    assert in_struct[0] == ("x", 1.5, "deep", 2.0)
    assert in_struct[1] == ("3", 0.25, "[1,2]", None)
    assert in_struct[3] == (None, 1.0, None, None)
    assert in_struct[4] == ("first", None, None, None)


@pytest.mark.parametrize("paths", [PATHS, [*PATHS, ("in", 0)]])
def test_broken_json_is_an_error_or_nothing(paths: list[tuple[str | int, ...]]) -> None:
    values = JsonValues(paths, NUMBERS)
    lines = ['{"a": "x"', '{"a": "x"}']
    with pytest.raises(duckdb.InvalidInputException, match="Malformed JSON"):
        read(values, lines)
    assert read(values, lines, careful=True) == [(None,) * 4, ("x", None, None, None)]


@pytest.mark.parametrize("paths", [PATHS, [*PATHS, ("in", 0)]])
def test_of_several_objects_the_first_counts(paths: list[tuple[str | int, ...]]) -> None:
    lines = ['{"a": "x", "n": 1} {"a": "y", "n": 2}', '{"a": "z"}{"o": {"p": "1"}}']
    assert read(JsonValues(paths, NUMBERS), lines, careful=True) == [("x", 1.0, None, None), ("z", None, None, None)]


def test_what_a_struct_cannot_hold_is_read_as_texts() -> None:
    for paths in ([("a",), ("A",)], [("o",), ("o", "p")], [("o", "p"), ("o",)], [("o", "x"), ("o", "X")], [("l", 0)]):
        assert JsonValues(paths).slot(paths[0]).startswith("j[")
    assert JsonValues(PATHS).slot(("o", "p")) == 'j."o"."p"'


def test_without_paths_it_is_only_known_whether_a_line_is_json() -> None:
    query = f"SELECT {JsonValues([]).expression('line', careful=False)} IS NULL FROM (SELECT unnest(?) AS line)"
    assert duckdb.connect().execute(query, [["{}", "{"]]).fetchall() == [(False,), (True,)]
