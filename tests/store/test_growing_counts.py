"""What is counted of a log that grows is what would be counted of all of it again, and little is looked at for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest

from aidebug_gui.store import growing_counts
from aidebug_gui.store.database import Database
from aidebug_gui.store.growing_counts import GrowingCounts


class CountingDatabase(Database):
    """Knows how many rows the statements looked at."""

    looked_at = 0

    def cursor(self):  # type: ignore[no-untyped-def]
        return _Cursor(super().cursor(), self)


class _Cursor:
    def __init__(self, cursor, database) -> None:  # type: ignore[no-untyped-def]
        self._cursor, self._database = cursor, database

    def execute(self, sql, *more):  # type: ignore[no-untyped-def]
        if "rowid >=" in sql:
            low, high = sql.split("rowid >= ")[1].split(" AND rowid < ")
            self._database.looked_at += int(high.split()[0]) - int(low)
        return self._cursor.execute(sql, *more)

    def register(self, *more):  # type: ignore[no-untyped-def]
        self._cursor.register(*more)


@pytest.fixture
def database() -> Iterator[CountingDatabase]:
    database = CountingDatabase()
    database.execute("CREATE TABLE records (kind VARCHAR, level INTEGER)")
    yield database
    database.close()


def add(database: Database, first: int, stop: int) -> None:
    database.execute(f"INSERT INTO records SELECT 'k' || (i % 3), i % 2 FROM range({first}, {stop}) t(i)")


def test_only_what_came_since_and_the_last_record_are_looked_at(database: CountingDatabase) -> None:
    counts = GrowingCounts(database, lambda: 1)
    add(database, 0, 1000)
    assert counts.counts("records", "kind") == {("k0",): 334, ("k1",): 333, ("k2",): 333}
    database.execute("UPDATE records SET kind = 'other' WHERE rowid = 999")
    assert counts.counts("records", "kind")[("other",)] == 1  # type: ignore[index]
    add(database, 1000, 1010)
    database.looked_at = 0
    found = counts.counts("records", "kind, level")
    assert found is not None
    assert sum(found.values()) == 1010
    found = counts.counts("records", "kind")
    assert found == Counter({("k0",): 336, ("k1",): 337, ("k2",): 336, ("other",): 1})
    assert database.looked_at == 1010 + 11


def test_a_selection_that_grows_is_gone_on_with_another_is_counted_anew(database: CountingDatabase) -> None:
    counts = GrowingCounts(database, lambda: 1)
    add(database, 0, 100)
    even = np.arange(0, 100, 2)
    assert counts.counts("records", "level", even) == {(0,): 50}
    add(database, 100, 110)
    grown = np.concatenate([even, np.arange(101, 110)])
    assert counts.counts("records", "level", grown) == {(0,): 54, (1,): 5}
    assert counts.counts("records", "level", np.array([1, 3, 4])) == {(1,): 2, (0,): 1}
    assert counts.counts("records", "level", np.empty(0, dtype=np.int64)) == {}
    assert sum((counts.counts("records", "level") or {}).values()) == 110
    without_last = np.arange(0, 109)  # the last record may leave a selection when it changes
    assert counts.counts("records", "level", np.arange(0, 110)) == {(0,): 55, (1,): 55}
    assert counts.counts("records", "level", without_last) == {(0,): 55, (1,): 54}


def test_other_numbers_make_all_void_and_too_many_values_are_not_kept(
    database: CountingDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    generation = [1]
    counts = GrowingCounts(database, lambda: generation[0])
    add(database, 0, 30)
    assert counts.counts("records", "level") == {(0,): 15, (1,): 15}
    database.execute("UPDATE records SET level = 7")
    generation[0] = 2
    assert counts.counts("records", "level") == {(7,): 30}
    monkeypatch.setattr(growing_counts, "MOST_VALUES", 2)
    assert counts.counts("records", "kind") is None
    assert counts.counts("records", "kind") is None
