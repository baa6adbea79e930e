from __future__ import annotations

import pytest

from aidebug_gui.formats.dates import both_readings, date_order
from aidebug_gui.formats.times import parse_time

APRIL_2026 = 1_775_952_000_000_000_000  # the 12th


@pytest.mark.parametrize(
    ("dates", "month_first"),
    [
        (["11/21/2026 10:00:00"], True),
        (["03/04/2026 10:00:00", "21/04/2026 10:00:00"], False),
        (["03/04/2026 10:00:00", "03/05/2026 10:00:00"], True),  # the day changes, the month does not
        (["03/04/2026 10:00:00", "04/04/2026 10:00:00"], False),
        (["04/10/2026 10:00:00"], True),  # the 4th of October is to come
        (["10-04-2026 10:00:00"], False),
    ],
)
def test_the_log_tells_which_number_is_the_day(dates: list[str], month_first: bool) -> None:
    order = date_order(dates, APRIL_2026, None)
    assert order.month_first is month_first
    assert not order.doubtful


def test_what_nothing_tells_is_asked_once() -> None:
    dates = ["03/04/2026 10:00:00", "03/04/2026 10:00:01"]
    assert date_order(dates, APRIL_2026, None).doubtful == "03/04/2026"
    for chosen in (True, False):
        order = date_order(dates, APRIL_2026, chosen)
        assert (order.month_first, order.doubtful) == (chosen, "")
    assert both_readings("03/04/2026") == ("4 March 2026", "3 April 2026")


def test_no_question_where_both_readings_are_the_same() -> None:
    assert not date_order(["03/03/2026 10:00:00", "03/03/2026 11:00:00"], APRIL_2026, None).doubtful
    assert not date_order(["03.04.2026 10:00:00"], APRIL_2026, None).doubtful
    assert not date_order([], APRIL_2026, None).doubtful


@pytest.mark.parametrize(
    ("text", "month_first", "iso"),
    [
        ("03/04/2026 10:02:03", True, "2026-03-04T10:02:03"),
        ("03/04/2026 10:02:03,250", False, "2026-04-03T10:02:03.25"),
        ("3/4/2026, 9:02:03 PM", True, "2026-03-04T21:02:03"),
        ("12/31/2026 12:00 AM", True, "2026-12-31T00:00:00"),
        ("03.04.2026 10:02", True, "2026-04-03T10:02:00"),
    ],
)
def test_times_with_numbers_for_day_and_month(text: str, month_first: bool, iso: str) -> None:
    assert parse_time(text, month_first=month_first) == parse_time(iso)


@pytest.mark.parametrize(
    "text", ["13/13/2026 10:00:00", "03/04/2026 13:00:00 PM", "03/04-2026 10:00:00", "1/2/26 1:00"]
)
def test_what_is_no_time(text: str) -> None:
    assert parse_time(text) is None
