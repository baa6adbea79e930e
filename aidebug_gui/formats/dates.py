"""Dates such as 03/04/2026: which number is the day. Told by the log itself where it can, else by the user."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aidebug_gui.formats.times import DAY_NS, MONTH_NUMBERS_FIRST, parse_time, utc_moment

LARGEST_MONTH = 12
_DATE = re.compile(r"(\d\d?)([/\-.])(\d\d?)\2(\d{4})[,T \-]", re.ASCII)


@dataclass(frozen=True, slots=True)
class DateOrder:
    """``month_first``: how to read the dates. ``doubtful``: one of them, if nothing tells that this is right."""

    month_first: bool = MONTH_NUMBERS_FIRST
    doubtful: str = ""


def date_order(texts: Sequence[str], written_ns: int, chosen: bool | None) -> DateOrder:
    """Decide how the dates of a log are read.

    A number above 12 is a day. Else the number that changes while the other stays is the day. Else what would lie
    after the log's last writing is wrong. Else the user's choice for such logs (``chosen``) counts.
    """
    found = [match for match in map(_DATE.match, texts) if match]
    slashed = [(int(match[1]), int(match[3])) for match in found if match[2] != "."]
    if not slashed:
        return DateOrder()
    first, second = {pair[0] for pair in slashed}, {pair[1] for pair in slashed}
    if max(first) > LARGEST_MONTH or max(second) > LARGEST_MONTH:
        return DateOrder(month_first=max(second) > LARGEST_MONTH)
    if len(first) == 1 and len(second) > 1:
        return DateOrder(month_first=True)
    if len(second) == 1 and len(first) > 1:
        return DateOrder(month_first=False)
    if first == second and len(first) == 1:
        return DateOrder()  # 03/03: the same either way
    possible = [order for order in (True, False) if _is_past(texts, written_ns, month_first=order)]
    if len(possible) == 1:
        return DateOrder(month_first=possible[0])
    if chosen is not None:
        return DateOrder(month_first=chosen)
    doubtful = next(match.string for match in found if match[1] != match[3])
    return DateOrder(doubtful=doubtful[: doubtful.index(found[0][4]) + 4])


def _is_past(texts: Iterable[str], written_ns: int, *, month_first: bool) -> bool:
    """Return whether no time is after the log's last writing."""
    times = (parse_time(text, month_first=month_first) for text in texts)
    return not written_ns or all(time is None or time[0] <= written_ns + DAY_NS for time in times)


def both_readings(date: str) -> tuple[str, str]:
    """Return a date in words, read with the month first and with the day first."""
    readings = []
    for month_first in (True, False):
        found = parse_time(f"{date} 00:00:00", month_first=month_first)
        moment = utc_moment(found[0]) if found else None
        readings.append(f"{moment.day} {moment:%B %Y}" if moment else date)
    return readings[0], readings[1]
