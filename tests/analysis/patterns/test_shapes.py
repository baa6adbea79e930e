from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from aidebug_gui.analysis.patterns import shapes
from aidebug_gui.analysis.patterns.shapes import ShapeTable, Zeroing, encoded_shapes, with_single_zeros


def collapsed(texts: list[str]) -> list[str]:
    lines = [text.encode() + b"\n" for text in texts]
    starts = np.zeros(len(lines) + 1, dtype=np.int32)
    np.cumsum([len(line) for line in lines], out=starts[1:])
    data = np.frombuffer(b"".join(lines), dtype=np.uint8)
    data, starts = with_single_zeros(Zeroing().zeroed(data, starts), starts)
    whole = data.tobytes()
    return [whole[a:b].decode().rstrip("\n") for a, b in pairwise(starts.tolist())]


def by_regex(text: str) -> str:
    text = re.sub(r"[0-9a-fA-F-]{8,}", lambda run: "0" if re.search("[0-9]", run[0]) else run[0], text)
    return re.sub("[0-9]+", "0", text)


def test_numbers_and_ids_become_zero() -> None:
    assert collapsed(["took 35 ms", "id=9f64263a done", "", "7", "facade deadbeef", "2026-01-02 ok"]) == [
        "took 0 ms", "id=0 done", "", "0", "facade deadbeef", "0 ok",
    ]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.text(alphabet="0123456789abcdefgxyzAF- =é", max_size=40), max_size=30))
def test_does_what_two_regular_expressions_do(texts: list[str]) -> None:
    assert collapsed(texts) == [by_regex(text) for text in texts]


def test_memory_is_used_again_for_other_texts() -> None:
    zeroing = Zeroing()
    for texts in (["one 12 and more\n", "3\n"], ["x 456\n"], ["a longer text than the first ones: 7\n"]):
        shapes_of = encoded_shapes(pa.chunked_array([pa.array(texts)]), zeroing)
        assert shapes_of.to_pylist() == [by_regex(text) for text in texts]


def test_texts_that_span_slices() -> None:
    texts = [f"{'x' * 5000} {number} {'0123456789abcdef' * 20}" for number in range(200)]
    assert set(collapsed(texts)) == {"x" * 5000 + " 0 0"}


def test_table_numbers_shapes_in_order_of_appearance() -> None:
    table = ShapeTable()
    assert table.add(pa.array(["\n", "a 1\n", "b\n", "a 22\n"])).tolist() == [0, 1, 2, 1]
    assert table.add(pa.chunked_array([pa.array(["b\n"]), pa.array(["c\n", "a 3\n"])])).tolist() == [2, 3, 1]
    assert table.shapes == ["", "a 0", "b", "c"]
    assert table.add(pa.array(["skipped", "a 1\n", "d\n"])[1:]).tolist() == [1, 4]
    assert table.add(pa.array([], type=pa.string())).tolist() == []


def test_a_full_table_does_not_grow(monkeypatch) -> None:
    monkeypatch.setattr(shapes, "LARGEST_TABLE", 3)
    table = ShapeTable()
    assert table.add(pa.array(["a\n", "b\n", "c\n", "a\n"])).tolist() == [1, 2, -1, 1]


@settings(deadline=None)
@given(st.lists(st.text(alphabet="ab-1 \n", min_size=60, max_size=200), max_size=8))
def test_long_words_without_a_digit_stay(texts: list[str]) -> None:
    assert collapsed(texts) == [by_regex(text).rstrip("\n") for text in texts]
