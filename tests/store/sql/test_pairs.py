"""Pairs at their usual place give what the patterns give, and no other pair is taken for one."""

from __future__ import annotations

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidebug_gui.formats.headers import search_message
from aidebug_gui.formats.messages import with_places
from aidebug_gui.formats.model import MessagePattern
from aidebug_gui.formats.pairs import AROUND_VALUES, find_pairs, number_pattern, value_pattern
from aidebug_gui.store.sql.pairs import CutTexts, UsualPairs
from aidebug_gui.store.sql.projection import message_value
from tests.conftest import OpenText

PATTERNS = [
    MessagePattern("model", value_pattern("model"), key="model"),
    MessagePattern("score", number_pattern("score"), key="score"),
    MessagePattern("latency_ms", number_pattern("latency_ms"), key="latency_ms"),
]
USUAL = "2026-01-01 10:00:00,000 - app - INFO - done {0} model=gpt-4o score=0.{0} latency_ms=1{0}\n"


def test_places_are_those_of_nearly_all_messages() -> None:
    messages = [f"done in time model=a{n} score={n} latency_ms=1" for n in range(10)] + ["nothing", "a=1 = b"]
    assert [pattern.place for pattern in with_places(PATTERNS, messages)] == [-3, -2, -1]
    moved = [*messages, "score=1 x y", "score=1 x y z"]
    assert [pattern.place for pattern in with_places(PATTERNS, moved)] == [-3, 0, -1]
    twice = ["score=1 model=a score=2 latency_ms=3"]
    assert [pattern.place for pattern in with_places(PATTERNS, twice)] == [-3, -4, -1]


def test_few_pairs_are_looked_for_one_by_one() -> None:
    placed = list(with_places(PATTERNS, ["x model=a score=1 latency_ms=2"]))
    assert UsualPairs(placed)
    assert UsualPairs(placed[:2])
    assert not UsualPairs(placed[:1])
    assert not UsualPairs(PATTERNS)


WORD = st.sampled_from(
    [
        "model=gpt-4o",
        "model=",
        "score=0.5",
        "score=1e3",
        "score=x",
        "latency_ms=12",
        'model="a b"',
        "done",
        "=",
        "",
        "é",
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.lists(WORD, min_size=3, max_size=8))
def test_what_is_at_the_usual_place_is_the_first_pair_of_its_key(words: list[str]) -> None:
    placed = list(with_places(PATTERNS, ["x model=a score=1 latency_ms=2"]))
    known = UsualPairs(placed)
    line = " ".join(words) + "\n"
    values = ", ".join(known.value(pattern) for pattern in placed)
    parts = ", ".join(f"{part.sql} AS {part.column}" for part in known.parts())
    layer = f"SELECT {parts} FROM (SELECT {known.tail} AS tail FROM (SELECT ? AS line))"
    (found,) = duckdb.execute(f"SELECT {values} FROM ({layer})", [line]).fetchall()
    pairs = find_pairs(line)
    for pattern, value in zip(placed, found, strict=True):
        if value is not None:
            given_value = pairs[pattern.key]
            assert value == (given_value if pattern.column == "model" else float(given_value))


@pytest.mark.parametrize(
    "odd",
    [
        "done model=gpt-4o score=0.25 latency_ms=17, then more",
        "x=1 model=gpt-4o score=0.25 latency_ms=17",
        "model=gpt-4o score=0.25 latency_ms=17 model=b score=2 latency_ms=3",
        "latency_ms=17 score=0.25 model=gpt-4o",
    ],
)
def test_lines_that_differ_are_read_as_ever(open_text: OpenText, odd: str) -> None:
    log = open_text("".join(USUAL.format(n) for n in range(1, 60)) + f"2026-01-01 10:00:00,000 - app - INFO - {odd}\n")
    assert all(pattern.place for pattern in log._ingest.layout.message_patterns)
    frame = log.frame(columns=["model", "score", "latency_ms"])
    assert frame.iloc[7].tolist() == ["gpt-4o", 0.8, 18.0]
    assert frame.iloc[-1].tolist() == ["gpt-4o", 0.25, 17.0]


@settings(deadline=None, max_examples=100)
@given(st.lists(WORD, min_size=1, max_size=6), st.sampled_from([" ", ", "]))
def test_a_text_that_is_cut_out_is_what_the_pattern_finds(words: list[str], between: str) -> None:
    model = PATTERNS[0]
    cut = CutTexts([model])
    part = next(cut.parts())
    line = "app: " + between.join(words) + "\n"
    layer = f"(SELECT line, {part.sql} AS {part.column} FROM (SELECT ? AS line))"
    found = duckdb.execute(f"SELECT {cut.value(model, message_value(model, 'line'))} FROM {layer}", [line]).fetchone()
    match = search_message(model, line)
    assert found == ((match[1].strip(AROUND_VALUES) or None) if match else None,)


def test_no_place_is_looked_at_behind_a_header_of_pairs(open_text: OpenText) -> None:
    """The first pair of such a line is not the first one of its message: the pattern would never find anything."""
    line = "time=2026-01-01T10:00:0{0}Z level=info msg=done model=gpt-4o score=0.{0} latency_ms=1{0}\n"
    log = open_text("".join(line.format(n % 10) for n in range(60)))
    ingest = log._ingest
    assert len([one for one in ingest.layout.message_patterns if one.place]) >= 2
    assert "tail" not in ingest.projection.select("block", {ingest.layout.text_formats[0].code})
    assert log.frame(columns=["model", "score"]).iloc[7].tolist() == ["gpt-4o", 0.7]
