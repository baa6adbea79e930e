from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.store.filter.completion import complete
from tests.store.filter.strategies import garbage


@pytest.mark.parametrize(
    ("typed", "kind", "field", "prefix", "replaced"),
    [
        ("|", "field", "", "", ""),
        ("mo|", "field", "", "mo", "mo"),
        ("a mo|del:x", "field", "", "mo", "model"),
        ("-lo|", "field", "", "lo", "lo"),
        ("(lo|", "field", "", "lo", "lo"),
        ("a or |", "field", "", "", ""),
        ("a or|", "keyword", "", "or", "or"),
        ("level|", "operator", "level", "", ""),
        ("latency |", "operator", "latency_ms", "", ""),
        ("timeout |", "keyword", "", "", ""),
        ("level:error |", "keyword", "", "", ""),
        ("level:|", "value", "level", "", ""),
        ("LEVEL>=|", "value", "level", "", ""),
        ("score > |", "value", "score", "", ""),
        ("level:er|ror x", "value", "level", "er", "error"),
        ("trace:ab|", "value", "trace_id", "ab", "ab"),
        ("output.x:a|", "value", "output.x", "a", "a"),
        ('"user name":a|', "value", "user name", "a", "a"),
        ('model:"gpt 4|', "value", "model", "gpt 4", '"gpt 4'),
        ('model:"gpt 4|o" x', "value", "model", "gpt 4", '"gpt 4o"'),
        ("model:(a or b|", "value", "model", "b", "b"),
        ("model:(a or |", "value", "model", "", ""),
        ("model:(a |", "keyword", "", "", ""),
        ("model:(|)", "value", "model", "", ""),
        ("is:d|", "value", "is", "d", "d"),
        ('"free te|', "none", "", "", ""),
        ('"free text"|', "none", "", "", ""),
        ("/re/|", "none", "", "", ""),
    ],
)
def test_complete(typed: str, kind: str, field: str, prefix: str, replaced: str) -> None:
    cursor = typed.index("|")
    text = typed.replace("|", "")
    found = complete(text, cursor)
    assert (found.kind, found.field, found.prefix) == (kind, field, prefix)
    assert text[found.start : found.end] == replaced


def test_suggestions() -> None:
    assert complete("level:er", 8).suggestions == ("error",)
    assert complete("pii:em", 6).suggestions == ("email",)
    assert complete("is:s", 4).suggestions == ("secret",)
    assert complete("is:d", 4).suggestions == ("derived", "damaged")
    assert "traceback" in complete("has:t", 5).suggestions
    assert complete("mo", 2).suggestions == ("model", "model_version")
    assert complete("la", 2).suggestions == ("label", "latency_ms", "last:")
    assert complete("a o", 3).suggestions[-1] == "or"
    assert complete("model:(a ", 9).suggestions == ("or",)


@given(garbage, st.integers(-1, 50))
def test_never_raises(text: str, cursor: int) -> None:
    found = complete(text, cursor)
    assert 0 <= found.start <= found.end <= len(text)
