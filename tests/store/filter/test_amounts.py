"""Amounts in filters: each record's value counts in the unit that it is written in."""

from __future__ import annotations

import json

import pytest

from aidebug_gui.store.filter.hints import hints
from tests.conftest import OpenText

VALUES: list[dict[str, object]] = [
    {"mem": "17.3GB", "wait": "120ms", "price": "$0.0034", "load": "95%", "speed": "3.2 tok/s", "made": "1,024"},
    {"mem": "900 MiB", "wait": "2.3 s", "price": "$1.20", "load": "7%", "speed": "12 tokens/s", "made": "980"},
    {"mem": "n/a", "wait": "1m5s", "price": "none", "load": "100 %", "speed": "n/a", "made": "n/a"},
    {"mem": "0", "wait": "900us", "price": "$0", "load": "0%", "speed": "0 tok/s", "made": "12"},
]
FILTERS = [
    ("mem>16GB", [0]),
    ("mem>16000MB", [0]),
    ("mem<1GiB", [1, 3]),
    ("mem:900MB..20GB", [0, 1]),
    ("wait>1s", [1, 2]),
    ("wait>=120ms", [0, 1, 2]),
    ("wait<1ms", [3]),
    ("wait>1m", [2]),
    ("price>$0.003", [0, 1]),
    ("load>=95%", [0, 2]),
    ("speed>3tok/s", [0, 1]),
    ("made>100", [0, 1]),
    ("made>=1,024", [0]),
    ("-mem>16GB", [1, 2, 3]),
    ("mem:17.3GB", [0]),
]


@pytest.mark.parametrize(("query", "rows"), FILTERS, ids=[query for query, _ in FILTERS])
def test_values_of_json(query: str, rows: list[int], open_text: OpenText) -> None:
    log = open_text("".join(json.dumps({"message": f"m{at}", **values}) + "\n" for at, values in enumerate(VALUES)))
    found = log.select(query)
    assert found is not None
    assert found.tolist() == rows


def test_values_of_pairs_and_gauges(open_text: OpenText) -> None:
    log = open_text(
        "".join(
            f"2026-02-03 10:00:0{at},000 INFO app: step mem={mem} took, cache size: {size} KiB\n"
            for at, (mem, size) in enumerate([("17.3GB", 512), ("800MB", 2048), ("n/a", 64)])
        )
    )
    for query, rows in [
        ("mem>1GB", [0]),
        ("mem<1GB", [1]),
        ('"cache size">1MiB', [1]),
        ('"cache size"<=512KiB', [0, 2]),
    ]:
        found = log.select(query)
        assert found is not None
        assert found.tolist() == rows, query


def test_why_a_unit_finds_nothing(open_text: OpenText) -> None:
    log = open_text(
        "".join(json.dumps({"message": "m", "depth": 3.5 + at, "mem": f"{at}GB"}) + "\n" for at in range(5))
    )
    assert hints("depth>2s", log.fields()) == ["The numbers of 'depth' have no unit in this log: write a plain number."]
    assert hints("mem>2", log.fields()) == [
        "The values of 'mem' are not plain numbers. If they have a unit, write it behind the number: 16GB, 2s, 90%."
    ]
    assert hints("mem>2GB mem:3", log.fields()) == []
