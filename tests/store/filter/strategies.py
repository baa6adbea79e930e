"""Filters to throw at the language: pieces of it in any order, so that most are nearly right."""

from __future__ import annotations

from hypothesis import strategies as st

_FIELDS = (
    "level",
    "model",
    "score",
    "time",
    "latency",
    "status",
    "message",
    "output.confidence",
    '"user name"',
    "user",
)
_OPERATORS = (":", "=", "!=", ">", ">=", "<", "<=", "~", ":>", " >= ", "==")
_VALUES = (
    "error", "warn", "gpt-4o", "*mini*", "0.5", "0.5..0.8", "..3", "5..", "500ms", "10:02", "10:02..10:05",
    "2026-01-01T10:00", '""', '"gpt 4o"', '"a\\"b"', "/re.*x/i", "/path/to", "\\/pre*", "5xx", "(a or b)",
    '(error or "x y" or 1..2)', "nan", "-5", "or", "*", "%_", "a..b",
)  # fmt: skip
_TERMS = (
    "timeout", '"exact text"', '"any case"i', "/rege.x/", "/a\\/b/i", "has:score", "is:raw", "is:derived", "is:pii", "pii:email", "last:15m",
    'pattern:"a <*> (b"', 'pattern:(a or "b \\"c")',
    "last:1h30m", "line:10..20", "line>=5", "line:(1 or 5..9)", "http://x/y", "10:02", "-", "--flag", "->", "a=>b",
    "std::vector", "has:(a or b)", "é", '"or"', "model:*",
)  # fmt: skip

comparisons = st.builds(
    lambda field, operator, value: field + operator + value,
    st.sampled_from(_FIELDS),
    st.sampled_from(_OPERATORS),
    st.sampled_from(_VALUES),
)
terms = st.one_of(comparisons, st.sampled_from(_TERMS))
filters = st.recursive(
    terms,
    lambda inner: st.one_of(
        st.builds("{} {}".format, inner, inner),
        st.builds("{} or {}".format, inner, inner),
        st.builds("{} AND {}".format, inner, inner),
        st.builds("({})".format, inner),
        st.builds("not {}".format, inner),
        st.builds("-({})".format, inner),
    ),
    max_leaves=8,
)
garbage = st.one_of(
    st.text(max_size=40),
    st.text(alphabet='ab or not:=<>!~"()/\\-*.0159', max_size=40),
    st.lists(
        st.sampled_from((*_FIELDS, *_OPERATORS, *_VALUES, *_TERMS, "(", ")", '"', "/", " ", "or")), max_size=12
    ).map("".join),
)
