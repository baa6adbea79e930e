"""Time stamps: exact to the nanosecond, in every notation, and never made up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.formats.model import TimeStyle
from aidebug_gui.formats.times import parse_time

BASE = 1_790_000_000 * 10**9  # 2026-09-21T14:13:20Z


@pytest.mark.parametrize(
    ("text", "nanoseconds", "naive"),
    [
        ("2026-09-21T14:13:20Z", 0, False),
        ("2026-09-21 14:13:20", 0, True),
        ("2026-09-21 14:13:20,123", 123_000_000, True),
        ("2026-09-21T14:13:20.123456789Z", 123_456_789, False),
        ("2026-09-21T14:13:20.1234567891234Z", 123_456_789, False),
        ("2026-09-21T16:13:20+02:00", 0, False),
        ("2026-09-21T16:13:20+0200", 0, False),
        ("2026-09-21T16:13:20+02", 0, False),
        ("2026-09-21 08:43:20 -0530", 0, False),
        ("2026/09/21 14:13:20", 0, True),
        ("2026/09/21 - 14:13:20", 0, True),
        ("2026-09-21T14:13Z", -20 * 10**9, False),
        ("2026-9-21 14:13:20", 0, True),
        ("2026-09-20T24:00:00Z", -(14 * 3600 + 13 * 60 + 20) * 10**9, False),
        ("2026-09-21", -(14 * 3600 + 13 * 60 + 20) * 10**9, True),
        ("  2026-09-21T14:13:20Z ", 0, False),
    ],
)
def test_iso(text: str, nanoseconds: int, naive: bool) -> None:
    assert parse_time(text, TimeStyle.ISO) == (BASE + nanoseconds, naive)


@pytest.mark.parametrize(
    ("value", "nanoseconds"),
    [
        (1_790_000_000, 0),
        (1_790_000_000_123, 123_000_000),
        (1_790_000_000_123_456, 123_456_000),
        (1_790_000_000_123_456_789, 123_456_789),
        ("1790000000123456789", 123_456_789),
        ("1790000000.5", 500_000_000),
        (1_790_000_000.25, 250_000_000),
        (1790000000.1234567, 123_456_700),
    ],
)
def test_epoch_by_magnitude(value: object, nanoseconds: int) -> None:
    assert parse_time(value) == (BASE + nanoseconds, False)


def test_other_notations() -> None:
    assert parse_time("21/Sep/2026:14:13:20 +0000", TimeStyle.CLF) == (BASE, False)
    assert parse_time("21-09-2026:14:13:20,161", TimeStyle.DAY_FIRST) == (BASE + 161_000_000, True)


@pytest.mark.parametrize(
    "value",
    [
        *("", "0.177s", "12", 0.177, 42, 0, -5, True, None, [], {}, "yesterday", "x" * 100, 10**30, "9999-01-01"),
        *(
            "2026-13-01",
            "2026-02-30T10:00:00Z",
            "2026-01-01T24:00:01Z",
            "2026-01-01T10:00:60Z",
            "2026-01/01",
            "21/Foo/2026:14:13:20 +0000",
        ),
        *("99999999999999999999", float("nan"), float("inf"), "٢٠٢٦-٠١-٠١"),
    ],
)
def test_never_invents_a_time(value: object) -> None:
    assert parse_time(value) is None


@given(
    st.datetimes(datetime(1980, 1, 1), datetime(2200, 1, 1)),
    st.integers(-14 * 60, 14 * 60),
    st.sampled_from("T "),
    st.sampled_from(".,"),
)
def test_iso_round_trip(moment: datetime, offset: int, between: str, point: str) -> None:
    zoned = moment.replace(tzinfo=timezone(timedelta(minutes=offset)))
    text = zoned.isoformat(sep=between).replace(".", point)
    expected = (zoned - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1) * 1000
    assert parse_time(text) == (expected, False)
    assert parse_time(text[:-6]) == (expected + offset * 60 * 10**9, True)


@given(st.integers(10**8, 2**63 // 10**9 - 1), st.integers(0, 10**9 - 1))
def test_epoch_text_is_exact(seconds: int, nanoseconds: int) -> None:
    if seconds < 10**11:
        assert parse_time(f"{seconds}.{nanoseconds:09d}") == (seconds * 10**9 + nanoseconds, False)


@given(st.text(max_size=80))
def test_any_text_is_a_time_or_none(text: str) -> None:
    for style in (None, *TimeStyle):
        parse_time(text, style)


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("08-21 10:29:59", TimeStyle.MONTH_DAY, "2025-08-21T10:29:59"),
        ("03-03 10:29:59", TimeStyle.MONTH_DAY, "2026-03-03T10:29:59"),
        ("02-29 10:29:59", TimeStyle.MONTH_DAY, "2024-02-29T10:29:59"),
        ("0120 10:28:48.767944", TimeStyle.GLOG, "2026-01-20T10:28:48.767944"),
        ("Mar  3 08:15:30", TimeStyle.MONTH_NAME, "2026-03-03T08:15:30"),
        ("Dec 31 08:15:30", TimeStyle.MONTH_NAME, "2025-12-31T08:15:30"),
        ("Foo 31 08:15:30", TimeStyle.MONTH_NAME, None),
        ("Mar 3 08:15:30 AM", TimeStyle.MONTH_NAME, "2026-03-03T08:15:30"),
        ("Mar 3 12:15:30 AM", TimeStyle.MONTH_NAME, "2026-03-03T00:15:30"),
        ("Dec 31 08:15:30 PM", TimeStyle.MONTH_NAME, "2025-12-31T20:15:30"),
        ("Mar 3 13:15:30 PM", TimeStyle.MONTH_NAME, None),
        ("13-31 08:15:30", TimeStyle.MONTH_DAY, None),
    ],
)
def test_the_year_follows_from_the_last_writing(text: str, style: TimeStyle, expected: str | None) -> None:
    written = parse_time("2026-03-04T00:00:00Z")
    assert written is not None
    assert parse_time(text, style, written[0]) == (None if expected is None else parse_time(expected))
    assert parse_time(text, style) is None


def test_short_years_and_clocks_of_development_servers() -> None:
    expected = parse_time("2025-11-20T10:00:01")
    assert expected is not None
    assert parse_time("11/20/25 10:00:01", TimeStyle.SHORT_YEAR) == expected
    assert parse_time("20/Nov/2025 10:00:01", TimeStyle.CLF) == expected
    assert parse_time("13/20/25 10:00:01", TimeStyle.SHORT_YEAR) is None
