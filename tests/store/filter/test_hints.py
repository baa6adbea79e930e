"""What is said of names in a filter that the log does not have."""

from __future__ import annotations

import pytest

from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.store.filter.hints import hints, unknown_fields
from aidebug_gui.store.protocol import Field

NAMES = ("time", "level", "score", "user_id", "output.confidence", "retryCount")

FIELDS = [Field(name, name, Kind.NUMBER, canonical=name in CANONICAL) for name in NAMES]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", []),
        ("score>0.5 level:error timeout", []),
        ("scor>0.5", [("scor", ["score"])]),
        ("user:7", []),  # a short name of a column that the log fills
        ("latency>5", [("latency", [])]),  # a column that the log does not fill
        (
            "not (retrycount>2 or has:confidance)",
            [("retrycount", ["retryCount"]), ("confidance", ["output.confidence"])],
        ),
        ("is:raw line:5 last:5m", []),
        ("zzz=1 zzz=2", [("zzz", [])]),
    ],
)
def test_names_that_no_field_has(query: str, expected: list[tuple[str, list[str]]]) -> None:
    assert unknown_fields(query, NAMES) == expected


def test_sentences() -> None:
    assert hints("scor>0.5 zzz=1", FIELDS) == [
        "This log has no field 'scor'. Did you mean score?",
        "This log has no field 'zzz'.",
    ]


def test_an_arrow_is_perhaps_a_comparison() -> None:
    assert hints("level=>error", FIELDS) == ["level=>error is looked for as a text. Did you mean level>=error?"]
    assert hints("-level=>error or score>1", FIELDS) != []
    assert hints("x=>y", FIELDS) == []
