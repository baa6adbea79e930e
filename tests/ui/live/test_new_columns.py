"""What a log begins to say while it is shown joins the table, and leaves rows, place and choices as they are."""

from __future__ import annotations

import json

import pytest

from aidebug_gui.store.reading import news
from aidebug_gui.ui.live import following

STARTED = "".join(f"2026-11-22 10:00:00,000 INFO [svc.start] loading shard {number}\n" for number in range(2100))
PREDICTIONS = "".join(
    json.dumps({"ts": 1_800_000_000 + number, "level": "info", "msg": "done", "confidence": number / 100}) + "\n"
    for number in range(60)
)


@pytest.fixture(autouse=True)
def quick_news(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "FIELDS_S", 0.05)
    monkeypatch.setattr(news, "ENOUGH_S", 0.2)


def test_a_new_column_joins_the_table_and_rows_stay_where_they_are(qtbot, listening):
    sender = listening()
    view = sender.view
    table, bar = view.table, view.table.verticalScrollBar()
    sender._connection.sendall(STARTED.encode())
    qtbot.waitUntil(lambda: table.log_model.rowCount() == 2100)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
    assert "score" not in table.header.column_names()
    qtbot.waitUntil(view.session.is_idle)
    table.show_record(700, nearest=True)
    bar.setValue(690)
    sender._connection.sendall(PREDICTIONS.encode())
    qtbot.waitUntil(lambda: "score" in table.header.column_names())
    names = table.header.column_names()
    assert names.index("score") > names.index("message")
    qtbot.waitUntil(lambda: table.log_model.rowCount() == 2160)
    qtbot.waitUntil(lambda: (bar.value(), table.current_record()) == (690, 700))
    qtbot.waitUntil(lambda: view.following.chip.text() == "▼ 60 new")


def test_a_column_that_comes_right_behind_the_first_rows_joins_too(qtbot, listening, monkeypatch):
    monkeypatch.setattr(following, "LOOK_MS", 1 << 30)  # the first look comes late, as on a busy machine
    sender = listening()
    view = sender.view
    sender._connection.sendall(STARTED.encode())
    qtbot.waitUntil(lambda: view.table.log_model.rowCount() == 2100)
    sender._connection.sendall(PREDICTIONS.encode())
    qtbot.waitUntil(lambda: "score" in [field.name for field in view.session.store.fields()])
    qtbot.waitUntil(lambda: view.session.state.records == 2160)
    view.following.new_columns.check()
    assert "score" in view.table.header.column_names()


def test_columns_that_somebody_chose_stay_as_they_are(qtbot, listening):
    sender = listening()
    view = sender.view
    table = view.table
    sender._connection.sendall(STARTED.encode())
    qtbot.waitUntil(lambda: table.log_model.rowCount() == 2100)
    qtbot.waitUntil(lambda: "logger" in table.header.column_names())
    table.log_model.remove_column(table.header.column_names().index("logger"))
    chosen = table.header.column_names()
    sender._connection.sendall(PREDICTIONS.encode())
    qtbot.waitUntil(lambda: "score" in [field.name for field in view.session.store.fields()])
    view.following.new_columns.check()
    assert table.header.column_names() == chosen
