"""Plans are judged by what they select: every one runs on a real table in DuckDB."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings

from aidebug_gui.formats.columns import Kind
from aidebug_gui.formats.model import Flag
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.filter.plan import (
    AndPlan,
    ColumnMask,
    FieldMask,
    FlagMask,
    LineMask,
    MarkMask,
    NotPlan,
    OrPlan,
    PlanNode,
    TextMask,
    plan,
)
from aidebug_gui.store.protocol import FilterError
from aidebug_gui.store.zone import UTC
from tests.store.filter.strategies import filters

HOUR_NS = 3600 * 10**9
START_NS = 1_767_261_600 * 10**9  # 2026-01-01T10:00:00Z

KINDS = {
    "time": Kind.TIME,
    "level": Kind.LEVEL,
    "logger": Kind.CATEGORY,
    "model": Kind.CATEGORY,
    "status": Kind.CATEGORY,
    "score": Kind.NUMBER,
    "latency_ms": Kind.NUMBER,
    "trace_id": Kind.ID,
    "message": Kind.TEXT,
    "output.confidence": Kind.NUMBER,
    "user": Kind.CATEGORY,  # a field of the log; its column user_id is not filled
}


class LogSchema:
    zone = UTC

    def kind(self, name: str) -> Kind | None:
        return KINDS.get(name)

    def unit(self, name: str) -> str:
        return ""

    def time_range(self) -> tuple[int, int]:
        return START_NS, START_NS + HOUR_NS


class EmptySchema:
    zone = UTC

    def kind(self, name: str) -> Kind | None:
        return None

    def unit(self, name: str) -> str:
        return ""

    def time_range(self) -> None:
        return None


ROWS = """
    (0, {s}, 20, 'app.api',     'gpt-4o',      '200',  0.9,   100.0, 'AB-1', 2, 0, 'all fine', 0.5, 'ann', NULL),
    (1, {s} + 60*{n},   30, 'app.model',   'gpt-4o-mini', '503',  0.2,   2500., 'ab-1', 2, 4, 'Time OUT 100%', 0.95, 'Bob', 'x'),
    (2, {s} + 120*{n},  40, 'uvicorn',     'GPT-4o',      '404',  'nan'::DOUBLE, NULL,  NULL,   3, 8, 'timeout now', NULL, NULL, '7.0'),
    (3, {s} + 125*{n},  50, NULL,          NULL,          NULL,   NULL,  500.0, 'c',    0, 2, 'it''s "q"', NULL, NULL, ''),
    (4, NULL,            0, 'app_api',     'fraud*v3',    'n/a',  0.5,   0.0,   NULL,   0, 16, '', NULL, NULL, '7'),
    (5, {s} + 3600*{n}, 20, 'app.api.sub', 'm',           '200',  0.80,  60000., 'd',   1, 0, NULL, 2, 'ann', '1e1')
"""  # fmt: skip
ALL = {0, 1, 2, 3, 4, 5}


@pytest.fixture(scope="module")
def table() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        connection.execute(
            "CREATE TABLE log (id INTEGER, time BIGINT, level UTINYINT, logger VARCHAR, model VARCHAR, status VARCHAR,"
            " score DOUBLE, latency_ms DOUBLE, trace_id VARCHAR, format UTINYINT, flags UTINYINT, message VARCHAR,"
            ' "output.confidence" DOUBLE, "user" VARCHAR, other VARCHAR)'
        )
        connection.execute(f"INSERT INTO log VALUES {ROWS.format(s=START_NS, n='1000000000::BIGINT')}")
        yield connection


def _condition(node: PlanNode) -> tuple[str, str, tuple[object, ...]]:
    """Return (value column, condition, parameters) of a leaf; the raw text of a record is its message here."""
    match node:
        case ColumnMask(sql, parameters, _):
            return "NULL", sql, parameters
        case FieldMask(field, sql, parameters, numeric):
            name = field if field in KINDS else "other"
            return f'try_cast("{name}" AS {"DOUBLE" if numeric else "VARCHAR"})', sql, parameters
        case FlagMask(flag):
            return "NULL", f"(flags & {int(flag)}) <> 0", ()
        case MarkMask(name):  # what a look through the text would find, by the record's flags
            return "NULL", "flags > ?", ({"pii": 1, "email": 4}.get(name, 8),)
        case LineMask(first, last):
            return "NULL", "id + 1 BETWEEN ? AND ?", (first, last)
        case TextMask(pattern, True, match_case):
            return (
                "message",
                "coalesce(regexp_matches(value, ?), false)",
                (pattern if match_case else f"(?i:{pattern})",),
            )
        case TextMask(pattern, _, True):
            return "message", "coalesce(contains(value, ?), false)", (pattern,)
        case TextMask(pattern, _, _):
            return "message", "coalesce(contains(lower(value), lower(?)), false)", (pattern,)
    raise AssertionError(node)


def _rows(table: duckdb.DuckDBPyConnection, node: PlanNode) -> set[int]:
    match node:
        case AndPlan(children):
            return set.intersection(*(_rows(table, child) for child in children))
        case OrPlan(children):
            return set.union(*(_rows(table, child) for child in children))
        case NotPlan(child):
            return ALL - _rows(table, child)
    value, condition, parameters = _condition(node)
    found = table.execute(f"SELECT id, ({condition}) FROM (SELECT *, {value} AS value FROM log)", parameters).fetchall()
    assert all(matches is not None for _, matches in found), f"NULL from {condition}"
    return {number for number, matches in found if matches}


def _plan(text: str) -> PlanNode:
    expression = parse(text)
    assert expression is not None
    return plan(expression, LogSchema())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("level>=warning", {1, 2, 3}),
        ("level:warn", {1}),
        ("level:fatal", {3}),
        ("level<warning", {0, 5}),
        ("level!=info", {1, 2, 3, 4}),
        ("level:(info or error)", {0, 2, 5}),
        ("level:warning..error", {1, 2}),
        ("level:unknown", {4}),
        ("level:*r*i*", {3, 1}),
        ("has:level", {0, 1, 2, 3, 5}),
        ("model:GPT-4O", {0, 2}),
        ("model=gpt-4o", {0}),
        ("model!=gpt-4o", {1, 2, 3, 4, 5}),
        ("-model:gpt-4o", {1, 3, 4, 5}),
        ("model:gpt*", {0, 1, 2}),
        ("model=gpt*", {0, 1}),
        ("model:*4*mini", {1}),
        ('model:"fraud*v3"', {4}),
        ("logger:app_*", {4}),
        ("logger:app.*", {0, 1, 5}),
        ("logger~^app.api$", {0, 4}),
        ("logger:/^APP/i", {0, 1, 4, 5}),
        ("logger!=/^app/", {2, 3}),
        ("-logger:uvicorn", {0, 1, 3, 4, 5}),
        ("status>=500", {1}),
        ("status:4xx", {2}),
        ("status:400..503", {1, 2}),
        ("status:(200 or 404)", {0, 2, 5}),
        ("score>0.2", {0, 4, 5}),
        ("score>=0.5 score<=0.8", {4, 5}),
        ("score:0.5..0.8", {4, 5}),
        ("score:..0.5", {1, 4}),
        ("score:0.8..", {0, 5}),
        ("score:(0.9 or 0.1..0.3)", {0, 1}),
        ("score:0.50", {4}),
        ("score:nan", {2}),
        ("-score>0.2", {1, 2, 3}),
        ("has:score", {0, 1, 2, 4, 5}),
        ("latency>=500ms", {1, 3, 5}),
        ("latency>2s", {1, 5}),
        ("latency_ms:1m", {5}),
        ("trace:ab-1", {0, 1}),
        ("trace=ab-1", {1}),
        ("time>=10:01", {1, 2, 3, 5}),
        ("time<10:02", {0, 1}),
        ("time<=10:02", {0, 1, 2, 3}),
        ("time:10:02", {2, 3}),
        ("time:10:02:05", {3}),
        ("time:10:01..10:02", {1, 2, 3}),
        ("time:2026-01-01", {0, 1, 2, 3, 5}),
        ("time>=2026-01-01T12:00+01:00", {5}),
        ("time>9999-01-01", set()),
        ("last:0s", {5}),
        ("last:58m", {2, 3, 5}),
        ("last:1h", {0, 1, 2, 3, 5}),
        ("last:999999999999999w", {0, 1, 2, 3, 5}),
        ("time<0001-01-01", set()),
        (f"score<{'9' * 400}", {0, 1, 4, 5}),
        ("message:time", {1, 2}),
        ("message:time*t", {1, 2}),
        ("message=timeout", set()),
        ('message:"100%"', {1}),
        ('message:""', {4}),
        ("timeout", {2}),
        ('"time out"i', {1}),
        ('"Time"', {1}),
        ('"\\"q\\""', {3}),
        ("/time\\s?out/i", {1, 2}),
        ("-/time\\s?out/i", {0, 3, 4, 5}),
        ("output.confidence>0.5", {1, 5}),
        ("output.confidence:2.0", {5}),
        ("has:output.confidence", {0, 1, 5}),
        ("user:ANN", {0, 5}),
        ("other:7", {2, 4}),
        ("other=7", {4}),
        ("other>7", {5}),
        ("other>=a", {1}),
        ("other:7..10", {2, 4, 5}),
        ('other:""', {3}),
        ("-has:other", {0}),
        ("is:raw", {3, 4}),
        ("is:derived", {3}),
        ("is:multiline", {2}),
        ("is:damaged", {4}),
        ("is:pii", {1, 2, 3, 4}),
        ("pii:email or pii:(card or iban)", {2, 4}),
        ("pii:*", {1, 2, 3, 4}),
        ("has:traceback", {1}),
        ("line:2..3", {1, 2}),
        ("line<=2 or line>5", {0, 1, 5}),
        ("line<1", set()),
        ("cost>1", set()),
        ("cost!=1", ALL),
        ("has:cost", set()),
        ("level>=error timeout or model:m", {2, 5}),
        ("(level:info or timeout) -logger:uvicorn", {0, 5}),
        ("not not level:info", {0, 5}),
    ],
)
def test_selected_rows(table: duckdb.DuckDBPyConnection, text: str, expected: set[int]) -> None:
    assert _rows(table, _plan(text)) == expected
    assert _rows(table, _plan(f"-({text})")) == ALL - expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(filters)
def test_negation_is_the_complement(table: duckdb.DuckDBPyConnection, text: str) -> None:
    try:
        node = _plan(text)
    except FilterError:
        return
    assert _rows(table, _plan(f"not ({text})")) == ALL - _rows(table, node)


def test_columns_become_one_condition() -> None:
    node = _plan('(level>=error or model:"o\'x") -(score>0.5 last:5m) is:raw')
    assert isinstance(node, ColumnMask)
    assert node.columns == {"level", "model", "score", "time", "format"}
    assert "o'x" in node.parameters
    assert "o'x" not in node.sql


def test_cheap_masks_come_first() -> None:
    node = _plan("is:pii timeout level:error input:x score>1 line>=5 is:damaged")
    assert isinstance(node, AndPlan)
    kinds = [type(child) for child in node.children]
    assert kinds == [LineMask, ColumnMask, FlagMask, TextMask, MarkMask, FieldMask]


def test_leaves() -> None:
    assert _plan("has:traceback") == FlagMask(Flag.TRACEBACK)
    assert _plan("/a/i") == TextMask("a", regex=True, match_case=False)
    assert _plan("output.confidence:high") == FieldMask(
        "output.confidence",
        '("value" IS NOT NULL AND lower("value") = lower(?))',
        ("high",),
        numeric=False,
    )


def test_log_without_columns() -> None:
    for text in ("time>10:00", "last:5m", "level:error", "score>1", "has:model", "trace:a"):
        expression = parse(text)
        assert expression is not None
        assert plan(expression, EmptySchema()) == ColumnMask("false", (), frozenset())


class NightSchema(LogSchema):
    """From 23:50 to 00:20."""

    def time_range(self) -> tuple[int, int]:
        first_ns = START_NS + 13 * HOUR_NS + 50 * 60 * 10**9
        return first_ns, first_ns + HOUR_NS // 2


def test_time_of_day_after_midnight() -> None:
    midnight_ns = START_NS + 14 * HOUR_NS
    for text in ("time>=00:10", "time:23:55..00:10"):
        expression = parse(text)
        assert expression is not None
        node = plan(expression, NightSchema())
        assert isinstance(node, ColumnMask)
        assert midnight_ns < max(p for p in node.parameters if isinstance(p, int)) < midnight_ns + HOUR_NS
