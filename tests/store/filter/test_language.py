from __future__ import annotations

import pytest
from hypothesis import given

from aidebug_gui.store.filter.expression import (
    And,
    Compare,
    Expression,
    Has,
    Is,
    Lines,
    Not,
    Or,
    Range,
    Regex,
    Text,
    Value,
    Values,
    Within,
)
from aidebug_gui.store.filter.formatting import format_expression, quote
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.protocol import FilterError
from tests.store.filter.strategies import filters, garbage


def _word(text: str) -> Text:
    return Text(text, match_case=False)


MEANINGS: list[tuple[str, Expression | None]] = [
    ("", None),
    ("  \t", None),
    ("timeout", _word("timeout")),
    ('"exact text"', Text("exact text", match_case=True)),
    ('"any case"i', Text("any case", match_case=False)),
    (r'"a \"b\" \\ c"', Text(r'a "b" \ c', match_case=True)),
    ("/re.*gex/", Regex("re.*gex", ignore_case=False)),
    (r"/a\/b \d/i", Regex(r"a/b \d", ignore_case=True)),
    ("/[^/]+/", Regex("[^/]+", ignore_case=False)),
    ("/predict", _word("/predict")),
    ("/api/v1", _word("/api/v1")),
    ("http://x:80/y", _word("http://x:80/y")),
    ("10:02", _word("10:02")),
    ("std::vector", _word("std::vector")),
    (r"C:\logs", _word(r"C:\logs")),
    ("a - b", And((_word("a"), _word("-"), _word("b")))),
    ("a -> --b", And((_word("a"), _word("->"), _word("--b")))),
    ("level>=warning", Compare("level", ">=", Value("warning"))),
    ("score > 0.8", Compare("score", ">", Value("0.8"))),
    ("score:>0.8", Compare("score", ">", Value("0.8"))),
    ("model==x", Compare("model", "=", Value("x"))),
    ("model:gpt-4o", Compare("model", ":", Value("gpt-4o"))),
    ('model:"gpt 4o"', Compare("model", ":", Value("gpt 4o"))),
    ("model:*mini*", Compare("model", ":", Value("*mini*", wildcard=True))),
    ('model:"*mini*"', Compare("model", ":", Value("*mini*"))),
    ("url:http://x", Compare("url", ":", Value("http://x"))),
    ("endpoint:/predict", Compare("endpoint", ":", Value("/predict"))),
    ("endpoint:/v1/chat/x", Compare("endpoint", ":", Value("/v1/chat/x"))),
    ("status:5xx", Compare("status", ":", Value("5xx", wildcard=True))),
    ("label:5xx", Compare("label", ":", Value("5xx"))),
    ("score:0.5..0.8", Compare("score", ":", Range("0.5", "0.8"))),
    ("score:..0.8", Compare("score", ":", Range(None, "0.8"))),
    ("time:10:02..10:05", Compare("time", ":", Range("10:02", "10:05"))),
    ("level:info..error", Compare("level", ":", Range("info", "error"))),
    ("logger:a..b", Compare("logger", ":", Value("a..b"))),
    ('field:""', Compare("field", ":", Value(""))),
    ("message~time.*out", Compare("message", "~", Regex("time.*out", ignore_case=False))),
    ('message~"a b"', Compare("message", "~", Regex("a b", ignore_case=False))),
    ("message:/a b/i", Compare("message", ":", Regex("a b", ignore_case=True))),
    ('model:(a or "b c" or x*)', Compare("model", ":", Values((Value("a"), Value("b c"), Value("x*", True))))),
    ("$.output[0].conf-x/y@z:1", Compare("$.output[0].conf-x/y@z", ":", Value("1"))),
    ('"user name":5', Compare("user name", ":", Value("5"))),
    ('"line":5', Compare("line", ":", Value("5"))),
    ("model:*", Has("model")),
    ("model!=*", Not(Has("model"))),
    ("has:traceback", Has("traceback")),
    ("has:(a or b)", Or((Has("a"), Has("b")))),
    ("IS:Raw", Is("raw")),
    ("last:1h30m", Within(5400 * 10**9)),
    ("line:100..200", Lines(100, 200)),
    ("line:7", Lines(7, 7)),
    ("line>7", Lines(8, None)),
    ("line!=7", Not(Lines(7, 7))),
    ("-logger:uvicorn", Not(Compare("logger", ":", Value("uvicorn")))),
    ('-"x y"', Not(Text("x y", match_case=True))),
    ("a OR b And c", Or((_word("a"), And((_word("b"), _word("c")))))),
    ("a not b", And((_word("a"), Not(_word("b"))))),
    ("-(a or b)", Not(Or((_word("a"), _word("b"))))),
    ("((a))", _word("a")),
]


@pytest.mark.parametrize(("text", "meaning"), MEANINGS, ids=[text for text, _ in MEANINGS])
def test_meaning(text: str, meaning: Expression | None) -> None:
    assert parse(text) == meaning


@pytest.mark.parametrize(
    ("text", "marked", "words"),
    [
        ("level:wran", "wran", "Unknown level 'wran'. Levels: trace, debug, info, warning, error, critical."),
        ("a level:(error or wran)", "wran", "Unknown level"),
        ("x level>=", "level>=", "Expected a value after level>="),
        ("Error: something", "Error:", "in quotes"),
        ("score>abc", "abc", "holds numbers"),
        ("latency>5x", "5x", "unit like 2s"),
        ("message>2s", "2s", "holds texts"),
        ("score:a*", "a*", "text pattern"),
        ("score>(1 or 2)", "(1 or 2)", "one plain value"),
        ("model>a*", "a*", "one plain value"),
        ("level~x", "x", "text pattern"),
        ('a "b c', '"b c', "quote is not closed"),
        ("(a b", "(", "not closed"),
        ("a)", ")", 'no "("'),
        ("()", ")", "missing before"),
        ("or b", "or", "both sides"),
        ("a or and b", "and", "both sides"),
        ("a or", "or", "after this"),
        ("a not", "not", "after this"),
        ("model:(a b)", "b", 'Write "or"'),
        ("model:(a and b)", "and", 'only be "or"'),
        ("model:(a (b))", "(", "another bracket"),
        ("model:()", ")", "missing before"),
        ('""', '""', "nothing between"),
        ("pii:emial", "emial", "Try one of: certain, likely, secret"),
        ("is:anomaly", "anomaly", "Known are: derived, multiline, damaged, raw"),
        ("has>3", "has>3", 'Write "has:"'),
        ("last:soon", "soon", "last:15m"),
        ("line:abc", "abc", "whole number"),
        ("time>25:00", "25:00", "not a time"),
        ("time>2026-02-30", "2026-02-30", "not a time"),
        ("x /(?=a)/", "/(?=a)/", "look-ahead"),
        (r"/(a)\1/", r"/(a)\1/", "references back"),
        ("message:/[ab/", "/[ab/", "closing bracket ] is missing"),
        ("message~a**", "a**", "two repetitions"),
        ("/a{2000}/", "/a{2000}/", "at most 1000"),
    ],
)
def test_errors_mark_the_characters(text: str, marked: str, words: str) -> None:
    with pytest.raises(FilterError) as caught:
        parse(text)
    error = caught.value
    assert words in error.message
    assert text[error.position : error.position + error.length] == marked


@pytest.mark.parametrize("text", ["(" * 5000 + "a" + ")" * 5000, "not " * 5000 + "a", "-(" * 200 + "a" + ")" * 200])
def test_deep_nesting_is_refused(text: str) -> None:
    with pytest.raises(FilterError, match="too many"):
        parse(text)


def test_long_flat_filter() -> None:
    expression = parse(" or ".join(f"request_id:r{number}" for number in range(3000)))
    assert isinstance(expression, Or)
    assert len(expression.children) == 3000


def test_spans_cover_brackets_and_signs() -> None:
    text = 'a -(b or c) model:(x or y) not "z"'
    expression = parse(text)
    assert isinstance(expression, And)
    assert [text[slice(*child.span)] for child in expression.children] == [
        "a",
        "-(b or c)",
        "model:(x or y)",
        'not "z"',
    ]


@given(filters)
def test_formatted_filter_reads_the_same(text: str) -> None:
    try:
        expression = parse(text)
    except FilterError:
        return
    assert expression is not None
    assert parse(format_expression(expression)) == expression


@given(garbage)
def test_garbage_only_raises_filter_error(text: str) -> None:
    error = None
    try:
        expression = parse(text)
    except FilterError as raised:
        error = raised
    if error is not None:
        assert 0 <= error.position < len(text)
        assert 0 < error.length <= len(text) - error.position
        return
    assert (expression is None) == (not text.strip())
    assert expression is None or parse(format_expression(expression)) == expression


@pytest.mark.parametrize("text", ["last:{}m", "line:{}", "time>{}:00"])
def test_absurd_numbers_are_refused(text: str) -> None:
    with pytest.raises(FilterError):
        parse(text.format("9" * 5000))


@given(garbage)
def test_quoted_value_is_taken_literally(value: str) -> None:
    assert parse(f"label:{quote(value)}") == Compare("label", ":", Value(value))
    assert parse(f"status:({quote(value)} or x)") == Compare("status", ":", Values((Value(value), Value("x"))))
