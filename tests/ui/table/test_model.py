"""The table model: positions and records, growth, columns."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PySide6.QtTest import QAbstractItemModelTester

from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.store.protocol import Field
from aidebug_gui.ui.table import LogModel
from aidebug_gui.ui.table.columns import TableColumn, default_columns
from aidebug_gui.ui.table.model import TOOL_TIP

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def make_model(store, count=200, order=None) -> LogModel:
    model = LogModel()
    model.set_store(store)
    model.set_columns(default_columns(store.fields()))
    model.set_order(order, count)
    return model


def test_holds_qts_contract_while_it_changes(qapp, store):
    model = LogModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_store(store)
    model.set_columns(default_columns(store.fields()))
    model.set_order(None, 10)
    model.set_order(None, 25)
    model.add_column(TableColumn("model", "Model", Kind.CATEGORY))
    model.remove_column(0)
    model.set_order(np.array([3, 5, 8]), 0)
    model.set_order(np.array([3, 5, 8, 13]), 0)
    model.set_order(None, 0)
    assert tester.model() is model
    model.set_store(None)


def test_shows_what_the_log_says(qapp, store):
    model = make_model(store)
    texts = [model.data(model.index(3, column)) for column in range(model.columnCount())]
    assert texts == ["4", "2026-01-01 10:00:03.003", "WARNING", "app.api", "request 3 served", "0.03", "3"]


def test_a_log_of_requests_shows_where_they_went(qapp, open_text):
    log = open_text("2025-08-20 09:00:00 | /chat | hello\n2025-08-20 09:00:01 | /predict | {'a': 1}\n")
    assert [column.name for column in default_columns(log.fields())][:4] == ["line", "time", "level", "endpoint"]


def test_a_trace_of_an_agent_shows_the_tools(qapp, open_text):
    told = [{"ts": 1767261600 + at, "type": "tool_call", "tool": "search", "arguments": {"q": at}} for at in range(20)]
    log = open_text("".join(f"{json.dumps(record)}\n" for record in told))
    names = [column.name for column in default_columns(log.fields())]
    assert names.index("tool") + 1 == names.index("message")


def test_says_of_a_level_that_no_line_names_that_it_is_derived(qapp, open_text):
    log = open_text('10.0.0.7:50122 - "POST /predict HTTP/1.1" 502\n2026-01-01 10:00:00,000 - app - INFO - named\n')
    model = make_model(log, 2)
    level = [column.name for column in model.columns].index("level")
    derived, named = (model.data(model.index(row, level), TOOL_TIP) for row in range(2))
    assert "names no level" in derived
    assert not named
    assert not model.data(model.index(0, level + 1), TOOL_TIP)
    model.set_store(None)


def test_default_columns_are_those_that_the_log_fills(qapp, store):
    names = [column.name for column in make_model(store).columns]
    assert names == ["line", "time", "level", "logger", "message", "score", "latency_ms"]


@pytest.mark.parametrize(("messages", "shows"), [(2, True), (60, False), (0, False)])
def test_what_came_in_and_out_is_shown_where_messages_say_little(messages, shows):
    """0: nobody knows how many messages there are."""
    fields = [Field(name, name, CANONICAL[name].kind, canonical=True) for name in ("score", "input", "label")]
    fields.append(Field("message", "Message", Kind.TEXT, canonical=True, distinct=messages))
    names = [column.name for column in default_columns(fields)]
    assert names == (["line", "message", "label", "score", "input"] if shows else ["line", "message", "score"])


def test_numbers_of_a_training_run_have_columns():
    fields = [Field(name, name, Kind.NUMBER) for name in ("epoch", "loss", "lr", "seed")]
    message = Field("message", "Message", Kind.TEXT, canonical=True, composed=True)
    time = Field("time", "Time", Kind.TIME, canonical=True, fill=0.0)
    assert [column.name for column in default_columns([time, message, *fields])] == ["line", "message", "loss", "lr"]


def test_growth_inserts_and_other_order_resets(qtbot, store):
    model = make_model(store, count=10)
    with qtbot.waitSignal(model.rowsInserted), qtbot.assertNotEmitted(model.modelReset):
        model.set_order(None, 30)
    with qtbot.waitSignal(model.modelReset):
        model.set_order(np.array([1, 2]), 30)
    with qtbot.waitSignal(model.rowsInserted), qtbot.assertNotEmitted(model.modelReset):
        model.set_order(np.array([1, 2, 7]), 30)
    with qtbot.waitSignal(model.modelReset):
        model.set_order(np.array([2, 7]), 30)


def test_positions_and_records(qapp, store):
    model = make_model(store, order=np.array([4, 9, 11]))
    assert [model.record_at(position) for position in (-1, 0, 2, 3)] == [-1, 4, 11, -1]
    assert model.position_of(9) == 1
    assert model.position_of(10) == -1
    assert model.position_of(10, nearest=True) == 2
    assert model.position_of(99, nearest=True) == 2
    model.set_order(np.array([9, 4, 11]), 0, is_ascending=False)
    assert model.position_of(4) == 1
    assert model.position_of(5) == -1


def test_rows_are_capped(qapp, store):
    model = make_model(store, count=0)
    model.row_cap = 50
    model.set_order(None, 80)
    assert (model.rowCount(), model.total) == (50, 80)
    model.set_order(None, 90)
    assert (model.rowCount(), model.total) == (50, 90)


def test_screen_reader_text(qapp, store):
    model = make_model(store)
    assert model.accessible_text(5) == "line 6, error, request 5 served"


def test_a_column_is_added_once(qapp, store):
    model = make_model(store)
    column = TableColumn("extra.tokens", "extra.tokens", Kind.NUMBER)
    at = model.add_column(column)
    assert model.add_column(column) == at
    assert model.data(model.index(7, at)) == "7"
