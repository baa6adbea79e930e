"""Statements that are planned once see each block, in the order of its lines."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import numpy as np
import pyarrow as pa
import pytest

from aidebug_gui.sources.blocks import join_lines
from aidebug_gui.store.database import Database, lines_table
from aidebug_gui.store.planned import PlannedStatements

LINES = "SELECT line FROM block"


@pytest.fixture
def database() -> Iterator[Database]:
    database = Database()
    yield database
    database.close()


def block(*lines: str, code: int | None = None) -> pa.Table:
    data, starts = join_lines([line.encode() for line in lines])
    return lines_table(data, starts, None if code is None else np.full(len(lines), code, dtype=np.uint8))


def test_a_statement_runs_over_one_block_after_another(database: Database) -> None:
    statements = PlannedStatements(database)
    assert statements.run(LINES, block("a", "b")).fetchall() == [("a",), ("b",)]
    assert statements.run(LINES, block("c")).fetchall() == [("c",)]
    statements.close()


def test_the_order_of_many_batches_is_kept(database: Database) -> None:
    database.execute("CREATE TABLE lines (line VARCHAR)")
    statements = PlannedStatements(database)
    insert = f"INSERT INTO lines {LINES}"
    for first in (0, 100_000):
        statements.run(insert, block(*map(str, range(first, first + 100_000))))
    statements.close()
    assert database.column("SELECT line::INTEGER FROM lines ORDER BY rowid").tolist() == list(range(200_000))


def test_a_table_may_get_columns_in_between(database: Database) -> None:
    database.execute("CREATE TABLE lines (line VARCHAR)")
    statements = PlannedStatements(database)
    insert = f"INSERT INTO lines BY NAME {LINES}"
    statements.run(insert, block("a"))
    database.execute("ALTER TABLE lines ADD COLUMN score DOUBLE")
    statements.run(insert, block("b"))
    statements.close()
    assert database.execute("SELECT * FROM lines ORDER BY rowid").fetchall() == [("a", None), ("b", None)]


def test_blocks_may_have_other_columns(database: Database) -> None:
    statements = PlannedStatements(database)
    every = "SELECT * FROM block"
    assert statements.run(every, block("a")).fetchall() == [("a",)]
    assert statements.run(every, block("a", code=3)).fetchall() == [("a", 3)]
    statements.close()


def test_after_an_error_a_statement_runs_again(database: Database) -> None:
    statements = PlannedStatements(database)
    number = "SELECT line::INTEGER AS number FROM block"
    with pytest.raises(duckdb.ConversionException):
        statements.run(number, block("1", "x")).fetchall()
    assert statements.run(number, block("2")).fetchall() == [(2,)]
    statements.close()


def test_few_statements_are_kept(database: Database) -> None:
    statements = PlannedStatements(database)
    for number in range(30):
        assert statements.run(f"SELECT line || '{number}' FROM block", block("a")).fetchall() == [(f"a{number}",)]
    assert statements.run("SELECT line || '0' FROM block", block("b")).fetchall() == [("b0",)]
    statements.close()
