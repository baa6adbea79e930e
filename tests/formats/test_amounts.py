"""Numbers with a unit: what is one, and what only looks like one."""

from __future__ import annotations

import pytest

from aidebug_gui.formats.amounts import in_unit, measures, read_amount


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("17.3GB", "bytes", 17.3e9),
        ("512 KiB", "bytes", 512 * 1024),
        ("16Gi", "bytes", 16 * 2**30),
        ("-120ms", "time", -120.0),
        ("2.3 s", "time", 2300.0),
        ("95%", "share", 95.0),
        ("3.2 tok/s", "tokens_a_second", 3.2),
        ("1,024 tokens", "tokens", 1024.0),
        ("$0.0034", "dollars", 0.0034),
        ("0.0034 USD", "dollars", 0.0034),
        ("€ 5", "euros", 5.0),
        ("1.2MB/s", "bytes_a_second", 1.2e6),
    ],
)
def test_amounts(text: str, measure: str, value: float) -> None:
    amount = read_amount(text)
    assert amount is not None
    assert (amount.measure.name, amount.value) == (measure, pytest.approx(value))


@pytest.mark.parametrize(
    "text", ["", "12", "1.5.2", "gpt-4o", "n/a", "nan", "GB", "$", "3 parsecs", "1,02 MB", "9" * 70 + "s"]
)
def test_what_is_no_amount(text: str) -> None:
    assert read_amount(text) is None


def test_amounts_are_told_in_units_of_their_kind_only() -> None:
    amount = read_amount("1.5 GB")
    assert amount is not None
    assert in_unit(amount, "MB") == 1500.0
    assert in_unit(amount, "s") is None
    assert in_unit(amount, "") is None


def test_a_unit_measures_one_thing() -> None:
    units = [unit for measure in measures() for unit in (*measure.units, *measure.signs)]
    assert sorted(units) == sorted(set(units))
    assert all(unit == unit.lower() for unit in units)
    assert all(1.0 in measure.units.values() for measure in measures())
