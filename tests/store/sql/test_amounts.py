"""The engine reads amounts as Python does."""

from __future__ import annotations

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.formats.amounts import Measure, measures, read_amount
from aidebug_gui.store.sql.amounts import amount, number

BY_NAME = {measure.name: measure for measure in measures()}


def asked(sql: str, text: str | None) -> float | None:
    found = duckdb.execute(f"SELECT {sql} FROM (SELECT ?::VARCHAR AS x)", [text]).fetchall()[0][0]
    return None if found is None else float(found)


@given(
    st.sampled_from(measures()),
    st.sampled_from(["0.5", "17", "-3.25", "1e3", "1,024", "12,345,678.5"]),
    st.sampled_from(["", " "]),
    st.data(),
)
def test_engine_and_parser_agree(measure: Measure, count: str, blank: str, data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from(sorted(measure.units)))
    text = f"{count}{blank}{data.draw(st.sampled_from([unit, unit.upper().replace('Μ', 'μ')]))}"
    read = read_amount(text)
    if read is not None:  # a capital micro is none of ours
        assert read.measure is measure
        assert asked(amount("x", measure), text) == pytest.approx(read.value)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("time", "1m12.5s", 72_500.0),
        ("time", "2h0m3s", 7_203_000.0),
        ("dollars", "$1,234.50", 1234.5),
        ("dollars", "$0", 0.0),
        ("bytes", "0", 0.0),
        ("bytes", "17", None),
        ("bytes", "17s", None),
        ("bytes", "n/a", None),
        ("bytes", "", None),
        ("bytes", None, None),
    ],
)
def test_values(name: str, text: str | None, value: float | None) -> None:
    assert asked(amount("x", BY_NAME[name]), text) == value


@pytest.mark.parametrize(("text", "value"), [("1,024", 1024.0), ("12.5", 12.5), ("1,02", None), ("1,024 MB", None)])
def test_plain_numbers(text: str, value: float | None) -> None:
    assert asked(number("x"), text) == value
