"""The table: keys, selection, painting, what it must never do."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from aidebug_gui.formats.columns import Kind
from aidebug_gui.formats.model import Flag
from aidebug_gui.store.protocol import Row, StoreState
from aidebug_gui.ui.table import LogTable
from aidebug_gui.ui.table.columns import LINE_COLUMN, TableColumn

COLUMNS = [LINE_COLUMN, *(TableColumn(f"c{at}", f"c{at}", Kind.CATEGORY) for at in range(7))]
MANY = 10_000_000


class ManyRows:
    """Ten million rows that cost nothing, to measure the view alone."""

    def state(self):
        return StoreState(lines=MANY)

    def rows(self, numbers, columns):
        return [Row(int(n), int(n) + 1, 10 * (int(n) % 6), Flag.NONE, ("some text here",) * 7) for n in numbers]


@pytest.fixture
def many(qtbot, jobs) -> LogTable:
    table = LogTable(jobs)
    qtbot.addWidget(table)
    table.log_model.set_store(ManyRows())
    table.log_model.set_columns(COLUMNS)
    table.log_model.set_order(None, MANY)
    table.resize(1200, 900)
    table.show()
    return table


def press(qtbot, table, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(table, key, modifier)
    return table.currentIndex().row()


def test_there_is_always_a_current_row(table):
    assert table.currentIndex().row() == 0
    table.log_model.set_order(np.array([5, 6]), 0)
    assert table.current_record() == 5


def test_keys(qtbot, table):
    assert press(qtbot, table, Qt.Key.Key_Down) == 1
    assert press(qtbot, table, Qt.Key.Key_End) == 1199
    assert press(qtbot, table, Qt.Key.Key_Up) == 1198
    assert press(qtbot, table, Qt.Key.Key_Home) == 0
    below = press(qtbot, table, Qt.Key.Key_PageDown)
    assert below > 10
    assert press(qtbot, table, Qt.Key.Key_PageUp) < below


def test_current_record_is_told(qtbot, table):
    with qtbot.waitSignal(table.record_changed) as told:
        table.show_record(700)
    assert told.args == [700]
    first, last = table.visible_positions()
    assert first < 700 < last


def test_selection_is_ranges(qtbot, table):
    table.show_position(3)
    press(qtbot, table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_ranges() == [(3, 5)]
    assert table.selected_records().tolist() == [3, 4, 5]
    table.selectAll()
    assert table.selected_count() == 1200
    assert len(table.selected_records(limit=10)) == 10


def test_select_all_of_ten_million_rows_is_quick(many):
    started = time.perf_counter()
    many.selectAll()
    many.viewport().repaint()
    assert time.perf_counter() - started < 1.0  # 15-35 s per million rows without the headers' own selection models
    assert many.selected_count() == MANY


def test_end_of_ten_million_rows(qtbot, many):
    assert press(qtbot, many, Qt.Key.Key_End) == MANY - 1
    many.viewport().repaint()
    assert many.visible_positions()[1] == MANY - 1


def test_no_memory_per_row(many):
    assert many.verticalHeader().isHidden()
    assert many.log_model.row_cap * many.style_of_rows.row_height < 2**31


def test_rows_are_read_only_when_seen(many):
    asked: list[int] = []
    rows = many.log_model.store.rows

    def counted(numbers, columns):
        asked.append(len(numbers))
        return rows(numbers, columns)

    many.log_model.store.rows = counted
    many.verticalScrollBar().setValue(5_000_000)
    many.viewport().repaint()
    assert 0 < sum(asked) < 150
    asked.clear()
    many.verticalScrollBar().setValue(5_000_003)
    many.viewport().repaint()
    assert sum(asked) == 3


def test_slow_reading_moves_to_the_background(qtbot, many):
    rows = many.log_model.store.rows

    def slow(numbers, columns):
        time.sleep(0.04)
        return rows(numbers, columns)

    many.log_model.store.rows = slow
    for step in range(1, 5):
        many.verticalScrollBar().setValue(step * 1000)
        many.viewport().repaint()
    many.verticalScrollBar().setValue(9000)
    started = time.perf_counter()
    many.viewport().repaint()
    assert time.perf_counter() - started < 0.04
    qtbot.waitUntil(lambda: many.log_model.cache.get(9001) is not None)


def test_level_changes_what_is_painted(qtbot, table):
    image = table.viewport().grab().toImage()
    height = table.style_of_rows.row_height
    bars = {image.pixelColor(0, position * height + height // 2).name() for position in range(6)}
    assert len(bars) >= 4  # debug, info, warning, error


def test_matches_are_painted(table):
    before = table.viewport().grab().toImage()
    table.set_matcher(lambda text: [(0, 3)] if "request" in text else [])
    assert table.viewport().grab().toImage() != before


def test_header_click_sorts_down_then_back(qtbot, table):
    asked = []
    table.sort_requested.connect(lambda name, descending: asked.append((name, descending)))
    header = table.header
    place = QPoint(header.sectionViewportPosition(5) + 5, 5)
    for _ in range(3):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        header.show_sort(None if asked[-1][1] is None else asked[-1])
    assert asked == [("score", False), ("score", True), ("score", None)]


def test_columns_fit_their_content(table):
    table.header.fit_columns()
    names = [column.name for column in table.log_model.columns]
    char = table.style_of_rows.char_width
    assert table.columnWidth(names.index("time")) >= 23 * char
    assert table.columnWidth(names.index("level")) >= 8 * char
    assert table.header.length() >= table.viewport().width() - 2


def test_a_message_takes_no_more_than_it_needs_where_not_all_columns_fit(table):
    table.resize(400, 500)
    table.header.fit_columns()
    index = [column.name for column in table.log_model.columns].index("message")
    char = table.style_of_rows.char_width
    assert table.header.length() > table.viewport().width()
    assert len("request 3 served") * char <= table.columnWidth(index) < 24 * char


def test_columns_of_text_get_the_room_that_the_message_does_not_need(qtbot, changing):
    """Two columns of long texts (input, output) beside messages of no more than a word."""
    header, model, char = changing.header, changing.log_model, changing.style_of_rows.char_width
    model.set_columns([TableColumn(name, name, Kind.TEXT) for name in ("message", "input", "output")])
    model.set_order(np.arange(100), 100)
    changing.show_position(0)
    changing.viewport().repaint()
    header.fit_columns()
    assert changing.columnWidth(1) < 29 * char, "short texts need no more"
    model.set_order(np.arange(200, 300), 100)
    changing.viewport().repaint()
    header.fit_columns()
    before = [changing.columnWidth(column) for column in range(3)]
    assert before[0] >= 60 * char, "the message is long, too"
    assert abs(before[1] - before[2]) <= 1
    assert sum(before) == changing.viewport().width()
    header.fill_width()
    assert [changing.columnWidth(column) for column in range(3)] == before
    changing.resize(changing.width() + 40 * char, 500)
    assert [changing.columnWidth(column) - width for column, width in enumerate(before)] == [0, 20 * char, 20 * char]


class LongLoggerLater:
    """A hundred rows of a short logger, then rows of a longer one, then of one that is too long for any column."""

    def state(self):
        return StoreState(lines=1000)

    def rows(self, numbers, columns):
        names = ["app", "uvicorn.access", "x" * 500]
        return [
            Row(int(n), int(n) + 1, 0, Flag.NONE, tuple(names[min(2, int(n) // 100)] for _ in columns)) for n in numbers
        ]


@pytest.fixture
def changing(qtbot, jobs) -> LogTable:
    table = LogTable(jobs)
    qtbot.addWidget(table)
    table.log_model.set_store(LongLoggerLater())
    table.log_model.set_columns(
        [TableColumn(name, name, Kind.CATEGORY) for name in ("logger", "sized", "other")]
        + [TableColumn("message", "Message", Kind.TEXT)]
    )
    table.log_model.set_order(None, 50)
    table.resize(1400, 500)
    table.show()
    table.viewport().repaint()
    table.header.use_widths({"sized": 60})
    return table


def test_rows_that_come_into_view_widen_columns_but_never_narrow_them(qtbot, changing):
    char, padding = changing.style_of_rows.char_width, changing.style_of_rows.padding
    before = changing.columnWidth(0)
    assert before < len("uvicorn.access") * char
    changing.log_model.set_order(None, 200)
    changing.show_position(199)
    qtbot.waitUntil(lambda: changing.columnWidth(0) > before)
    wide = changing.columnWidth(0)
    assert wide >= len("uvicorn.access") * char + 2 * padding
    assert changing.columnWidth(1) == 60  # as the user wants it
    assert changing.header.length() == changing.viewport().width()  # the message gave the room
    changing.show_position(0)
    changing.header.widen_columns()
    assert changing.columnWidth(0) == wide


def test_widening_leaves_the_message_its_room(qtbot, changing):
    char = changing.style_of_rows.char_width

    def width_of(column: int) -> int:
        changing.header.widen_columns()
        return changing.columnWidth(column)

    changing.resize(80 * char, 500)
    changing.log_model.set_order(None, 1000)
    changing.show_position(999)
    qtbot.waitUntil(lambda: width_of(3) == 30 * char)
    assert changing.header.length() == changing.viewport().width()
    changing.resize(400 * char, 500)
    qtbot.waitUntil(lambda: width_of(0) > 28 * char)
    assert changing.columnWidth(0) < 32 * char  # of 500


def test_background_rows_for_another_order_are_dropped(table):
    rows = table.log_model.store.rows(np.array([5, 6]), table.log_model.cache.asked())
    table.log_model.set_order(np.array([100, 200, 300]), 0)
    table.reader.take(0, np.array([5, 6]), rows, 0.0)
    assert table.log_model.data(table.log_model.index(0, 0)) == "101"


def test_context_menu_names_the_cell(qtbot, table):
    column = [column.name for column in table.log_model.columns].index("logger")
    place = QPoint(table.columnViewportPosition(column) + 5, 2 * table.style_of_rows.row_height + 3)
    with qtbot.waitSignal(table.value_menu_requested) as asked:
        table.customContextMenuRequested.emit(place)
    assert asked.args[:2] == [2, "logger"]
