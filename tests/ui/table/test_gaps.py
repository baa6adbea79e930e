"""The time since the row above: its words, what stands out, and that it follows the table as it is shown."""

from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.ui.table import LogModel
from aidebug_gui.ui.table.columns import ABOVE, ABOVE_COLUMN, LINE_COLUMN, default_columns
from aidebug_gui.ui.table.gaps import UsualGap, gap_between, gap_text

MS, SECOND = 1_000_000, 1_000_000_000


@pytest.mark.parametrize(
    ("gap_ns", "text"),
    [
        (None, ""),
        (0, "0"),
        (40, "+40 ns"),
        (1_500, "+1.5 µs"),
        (42_000, "+42 µs"),
        (400_000, "+0.4 ms"),
        (999_600, "+1.0 ms"),
        (9_960_000, "+10 ms"),
        (999 * MS, "+999 ms"),
        (999_600_000, "+1.0 s"),
        (1_200 * MS, "+1.2 s"),
        (59_960 * MS, "+1 min 00 s"),
        (185 * SECOND, "+3 min 05 s"),
        (7_500 * SECOND, "+2 h 05 min"),
        (86_399 * SECOND, "+1 d 00 h"),
        (3 * 86_400 * SECOND + 4 * 3_600 * SECOND, "+3 d 04 h"),
        (-1_200 * MS, "−1.2 s"),
    ],
)
def test_says_a_gap_as_a_reader_thinks_of_it(gap_ns, text):
    assert gap_text(gap_ns) == text


def test_no_gap_without_two_times():
    assert gap_between(None, 5) is None
    assert gap_between(5, None) is None
    assert gap_between(5, 3) == -2


def test_what_is_long_and_what_is_tiny_depends_on_the_rows_in_view():
    usual = UsualGap([None, 0, 100 * MS, 120 * MS, -110 * MS, 4 * SECOND])
    assert [usual.is_long(gap) for gap in (200 * MS, 4 * SECOND, -4 * SECOND)] == [False, True, True]
    assert [usual.is_tiny(gap) for gap in (0, 5 * MS, 100 * MS)] == [True, True, False]


def test_nothing_stands_out_where_there_is_nothing_usual_or_nothing_to_wait_for():
    assert not UsualGap([]).is_long(SECOND)
    assert not UsualGap([1_000, 1_000, 1_000]).is_long(50_000)


def texts(model: LogModel, positions) -> list[str]:
    at = [column.name for column in model.columns].index(ABOVE)
    return [model.data(model.index(position, at)) for position in positions]


@pytest.fixture
def model(qapp, store):
    model = LogModel()
    model.set_store(store)
    model.set_columns(default_columns(store.fields()))
    model.set_order(None, store.state().records)
    model.add_column(ABOVE_COLUMN)
    yield model
    model.set_store(None)


def test_stands_behind_the_time(model):
    assert [column.name for column in model.columns][:3] == ["line", "time", ABOVE]


def test_is_the_time_since_the_row_above_wherever_reading_begins(model):
    assert texts(model, (500, 3, 0)) == ["+1.0 s", "+1.0 s", ""]
    whole = model.cache.missing(500, 500)
    assert whole is None
    assert model.cache.missing(501, 502) == (501, 502)  # the row above is here
    assert model.cache.missing(700, 702) == (699, 702)


def test_follows_filter_and_order(model, store):
    model.set_order(np.array([0, 5, 65]), 0)
    assert texts(model, (0, 1, 2)) == ["", "+5.0 s", "+1 min 00 s"]
    model.set_order(store.sort(None, "time", descending=True), 0, is_ascending=False)
    assert texts(model, (1,)) == ["−1.0 s"]


def test_knows_times_that_no_column_shows_and_rows_that_came_later(qapp, store):
    model = LogModel()
    model.set_store(store)
    model.set_columns([LINE_COLUMN, ABOVE_COLUMN])
    model.set_order(None, 10)
    assert texts(model, (9,)) == ["+1.0 s"]
    model.set_order(None, 12)
    assert texts(model, (9, 10, 11)) == ["+1.0 s"] * 3
    model.set_store(None)


def test_cannot_be_sorted_by(table):
    table.log_model.add_column(ABOVE_COLUMN)
    asked = []
    table.sort_requested.connect(lambda *args: asked.append(args))
    table.header.cycle_sort(2)
    table.header.cycle_sort(1)
    assert asked == [("time", False)]
