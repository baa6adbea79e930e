"""Columns of numbers that grow with the log."""

from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.store import numbers
from aidebug_gui.store.database import Database
from aidebug_gui.store.numbers import KEPT, Numbers


@pytest.fixture
def database(monkeypatch):
    monkeypatch.setattr(numbers, "_PIECE", 700)
    monkeypatch.setattr(numbers, "_ROOM", 1500)
    database = Database()
    database.execute("CREATE TABLE records (score DOUBLE, latency DOUBLE)")
    yield database
    database.close()


def add(database, count):
    database.execute(
        f"INSERT INTO records SELECT CASE WHEN i % 5 = 0 THEN NULL ELSE i END, -i FROM range({count}) AS part(i)"
    )


def test_reads_all_with_nan_where_there_is_none(database):
    add(database, 1000)
    found = Numbers(database).read("records", "score", 1)
    expected = np.arange(1000.0)
    expected[::5] = np.nan
    assert np.array_equal(found, expected, equal_nan=True)


def test_an_empty_table(database):
    assert len(Numbers(database).read("records", "score", 1)) == 0


def test_grows_and_earlier_answers_stay(database):
    columns = Numbers(database)
    add(database, 1000)
    first = columns.read("records", "latency", 1)
    add(database, 400)
    second = columns.read("records", "latency", 1)
    assert np.shares_memory(first, second)
    add(database, 4000)
    third = columns.read("records", "latency", 1)
    assert (len(first), len(second), len(third)) == (1000, 1400, 5400)
    assert np.array_equal(first, -np.arange(1000.0))
    assert np.array_equal(second, third[:1400])


def test_nobody_can_write_to_what_others_see(database):
    add(database, 10)
    with pytest.raises(ValueError, match="read-only"):
        Numbers(database).read("records", "score", 1)[0] = 1.0


def test_another_generation_is_read_anew(database):
    columns = Numbers(database)
    add(database, 10)
    columns.read("records", "latency", 1)
    database.execute("UPDATE records SET latency = 7")
    assert columns.read("records", "latency", 2).tolist() == [7.0] * 10


def test_few_columns_are_kept(database):
    columns = Numbers(database)
    add(database, 10)
    for number in range(KEPT + 3):
        columns.read("records", f"score + {number}", 1)
    assert len(columns._columns) == KEPT


def test_many_values_are_kept_with_seven_digits(database, monkeypatch):
    monkeypatch.setattr(numbers, "_MANY", 500)
    columns = Numbers(database)
    database.execute("INSERT INTO records VALUES (1 / 3, 1e300)")
    assert columns.read("records", "score", 1)[0] == 1 / 3
    add(database, 3000)
    score, latency = (columns.read("records", name, 1) for name in ("score", "latency"))
    assert (score.dtype, latency.dtype) == (np.float32, np.float32)
    assert score[0] == np.float32(1 / 3)
    assert np.isnan(score[1])
    assert (latency[0], latency[3000]) == (np.inf, -2999.0)
    exact = columns.read("records", "score * 1e9", 1, exact=True)
    assert (exact.dtype, exact[0]) == (np.float64, 1e9 / 3)
