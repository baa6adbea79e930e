from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.formats.levels import Level
from aidebug_gui.store.filter.edit import (
    add_term,
    append_term,
    fields_of,
    remove_term,
    set_bound,
    set_levels,
    set_range,
    set_time,
    terms,
)
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.protocol import FilterError
from tests.store.filter.strategies import filters

START_NS = 1_767_261_600 * 10**9  # 2026-01-01T10:00:00Z


@pytest.mark.parametrize(
    ("query", "field", "operator", "value", "exclude", "expected"),
    [
        ("", "model", ":", "a", False, "model:a"),
        ("", "model", ":", "gpt 4o", False, 'model:"gpt 4o"'),
        ("", "model", ":", 'a"b', True, '-model:"a\\"b"'),
        ("", "user name", ":", "x", False, '"user name":x'),
        ("timeout  x", "model", ":", "a", False, "timeout x model:a"),
        ("model:a", "model", ":", "b", False, "model:(a or b)"),
        ("model:(a or b) x", "model", ":", "c", False, "x model:(a or b or c)"),
        ("model:a", "model", ":", "a", False, "model:a"),
        ("-model:a", "model", ":", "b", True, "-model:(a or b)"),
        ("-model:a x", "model", ":", "a", False, "x model:a"),
        ("model:(a or b)", "model", ":", "b", True, "model:a -model:b"),
        ("-model:b", "model", ":", "a", False, "-model:b model:a"),
        ("model:gpt*", "model", ":", "b", False, "model:gpt* model:b"),
        ("a or b", "model", ":", "c", False, "(a or b) model:c"),
        ("(a) or (b)", "model", ":", "c", False, "((a) or (b)) model:c"),
        ("(a or b)", "model", ":", "c", True, "(a or b) -model:c"),
        ("trace:a", "trace_id", ":", "b", False, "trace_id:(a or b)"),
        ("score>0.5 score<0.9", "score", ">", "0.7", False, "score<0.9 score>0.7"),
        ("score:0.5..0.8", "score", ">=", "0.7", False, "score>=0.7"),
    ],
)
def test_add_term(query: str, field: str, operator: str, value: str, exclude: bool, expected: str) -> None:
    assert add_term(query, field, operator, value, exclude=exclude) == expected  # type: ignore[arg-type]


@given(filters, st.text(max_size=12), st.booleans())
def test_added_value_is_always_readable(query: str, value: str, exclude: bool) -> None:
    try:
        parse(query)
    except FilterError:
        return
    changed = add_term(query, "label", ":", value, exclude=exclude)
    assert len(terms(changed)) >= 1
    assert add_term(changed, "label", ":", value, exclude=exclude) == changed


def test_terms_and_remove() -> None:
    query = 'level>=warning and (a or b)  -"x y"'
    parts = terms(query)
    assert [part.text for part in parts] == ["level>=warning", "(a or b)", '-"x y"']
    assert remove_term(query, parts[0].span) == '(a or b) -"x y"'
    assert remove_term(query, parts[1].span) == 'level>=warning -"x y"'
    assert terms("") == []
    assert [part.text for part in terms("a or b c")] == ["a or b c"]
    assert [part.text for part in terms("(a b)")] == ["(a b)"]
    assert [part.text for part in terms("(a) b")] == ["(a)", "b"]
    assert remove_term("a or b", (0, 6)) == ""


def test_append_term() -> None:
    assert append_term("", "score>0.8") == "score>0.8"
    assert append_term("a or b", "score>0.8 or x") == "(a or b) (score>0.8 or x)"
    assert append_term('"x or y"', "score>0.8") == '"x or y" score>0.8'
    with pytest.raises(FilterError):
        append_term("(a", "b")


def test_set_range() -> None:
    assert set_range("x", "score", 0.25, 0.75) == "x score:0.25..0.75"
    assert set_range("score>0.5 x score:0.1..0.2", "score", 0.3, None) == "x score:0.3.."
    assert set_range("score:..0.5", "score", None, None) == ""
    assert set_range("", "score", -1.5e-9, 1e20) == "score:-1.5e-09..1e+20"
    assert set_range("score:0.9", "score", 0.0, 1.0) == "score:0.9 score:0..1"


def test_set_time() -> None:
    query = set_time("last:5m x time>=10:02", START_NS, START_NS + 300 * 10**9)
    assert query == "x time>=2026-01-01T10:00 time<2026-01-01T10:05"
    query = set_time(query, START_NS + 1_234_567_891, START_NS + 11_500_000_001)
    assert query == "x time>=2026-01-01T10:00:01.234 time<2026-01-01T10:00:11.501"
    assert set_time("", START_NS + 7_123, START_NS + 7_200) == (
        "time>=2026-01-01T10:00:00.000007123 time<2026-01-01T10:00:00.000007200"
    )
    assert set_time("time:10:02 x", None, None) == "x"
    assert set_time("", None, START_NS) == "time<2026-01-01T10:00"


@pytest.mark.parametrize(
    ("query", "levels", "expected"),
    [
        ("", {Level.ERROR, Level.CRITICAL}, "level>=error"),
        ("level:info x", {Level.CRITICAL}, "x level>=critical"),
        ("x -level:debug", {Level.INFO, Level.ERROR}, "x level:(info or error)"),
        ("", {Level.INFO}, "level:info"),
        ("", {Level.UNKNOWN, Level.CRITICAL}, "level:(unknown or critical)"),
        ("level>=error x", None, "x"),
        ("level>=error", set(), ""),
        ("level>=error", set(Level), ""),
        ("a or b", {30, 40, 50}, "(a or b) level>=warning"),
    ],
)
def test_set_levels(query: str, levels: set[int] | None, expected: str) -> None:
    assert set_levels(query, levels) == expected


def test_a_bound_takes_the_place_of_all_bounds_of_its_field():
    assert set_bound("", "score>0.8") == "score>0.8"
    assert set_bound("score>0.7 model:a", "score>0.8") == "model:a score>0.8"
    assert set_bound("score:0.1..0.5 score<2", "score<0.3") == "score<0.3"
    assert set_bound("score<0.3 or model:a", "latency_ms>5") == "(score<0.3 or model:a) latency_ms>5"


def test_fields_that_a_filter_compares():
    assert fields_of("") == frozenset()
    assert fields_of("model:a -(severity:error or latency>5) last:5m text") == {"model", "level", "latency_ms", "time"}
