"""The time zone in which times are shown and typed, and what a log says of its own clock."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from aidebug_gui.formats.model import Flag

SECOND_NS = 1_000_000_000
_OFFSET = re.compile(rb"\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)? ?([+-])(\d\d):?(\d\d)(?!\d)")
_HEAD_BYTES = 2000


@dataclass(frozen=True, slots=True)
class Zone:
    """``label``: what is written behind "Time". ``offset_s``: seconds east of UTC; None: the zone of this machine."""

    label: str
    offset_s: int | None = 0

    def offset_ns(self, time_ns: int) -> int:
        """Return what the clock of the zone is ahead of UTC at a time (ns since the epoch)."""
        if self.offset_s is not None:
            return self.offset_s * SECOND_NS
        try:
            return time.localtime(time_ns // SECOND_NS).tm_gmtoff * SECOND_NS
        except (OverflowError, OSError, ValueError):  # beyond what the system's calendar knows
            return 0

    def clock_ns(self, time_ns: int) -> int:
        """Return a time as the clock of the zone shows it, in ns since its 1970-01-01 00:00."""
        return time_ns + self.offset_ns(time_ns)

    def time_ns(self, clock_ns: int) -> int:
        """Return the time at which the clock of the zone shows this."""
        return clock_ns - self.offset_ns(clock_ns - self.offset_ns(clock_ns))


UTC = Zone("UTC")
AS_WRITTEN = Zone("")
"""For logs whose times name no zone: they are shown as they are."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What a log says of its clock. ``naive``: its times name no zone. ``offset_s``: the one zone that all name."""

    naive: bool = False
    offset_s: int = 0


def clock_of(records: Iterable[tuple[Flag, bytes]]) -> Clock:
    """Return the clock of a log from some records with times: their flags and texts."""
    naive = zoned = 0
    offsets: Counter[int] = Counter()
    for flags, text in records:
        if Flag.NAIVE_TIME in flags:
            naive += 1
            continue
        zoned += 1
        found = _OFFSET.search(text[:_HEAD_BYTES])
        seconds = (int(found[2]) * 60 + int(found[3])) * 60 if found else 0
        offsets[-seconds if found and found[1] == b"-" else seconds] += 1
    if naive > zoned:
        return Clock(naive=True)
    return Clock(offset_s=next(iter(offsets)) if len(offsets) == 1 else 0)


def zone_for(choice: str, clock: Clock) -> Zone:
    """Return the zone for a choice: ``log`` (as its lines are written), ``utc`` or ``local``."""
    if clock.naive:
        return AS_WRITTEN
    if choice == "local":
        return Zone(time.tzname[time.localtime().tm_isdst > 0], None)
    if choice == "log" and clock.offset_s:
        sign = "-" if clock.offset_s < 0 else "+"
        minutes = abs(clock.offset_s) // 60
        return Zone(f"{sign}{minutes // 60:02}:{minutes % 60:02}", clock.offset_s)
    return UTC
