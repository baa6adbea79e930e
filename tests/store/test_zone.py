from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from aidebug_gui.formats.model import Flag
from aidebug_gui.store import open_log
from aidebug_gui.store.filter.edit import set_time
from aidebug_gui.store.zone import AS_WRITTEN, UTC, Clock, Zone, clock_of, zone_for

SECOND = 1_000_000_000
HOUR = 3600 * SECOND
SUMMER, WINTER = 1_782_864_000 * SECOND, 1_767_225_600 * SECOND  # 2026-07-01 and 2026-01-01, 00:00 UTC


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[Zone]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield Zone("CET", None)
    monkeypatch.undo()
    time.tzset()


def test_local_time_follows_the_date(berlin: Zone) -> None:
    assert berlin.offset_ns(SUMMER) == 2 * HOUR
    assert berlin.offset_ns(WINTER) == HOUR
    for moment in (SUMMER, WINTER, SUMMER + 12345):
        assert berlin.time_ns(berlin.clock_ns(moment)) == moment
    assert berlin.offset_ns(1 << 62) in (0, HOUR, 2 * HOUR)


@pytest.mark.parametrize(
    ("texts", "clock"),
    [
        ([b'{"t": "2026-03-03T14:28:48.630+09:00"}'], Clock(offset_s=9 * 3600)),
        ([b"2026-03-03 14:28:48 -0330 x", b"2026-03-03 14:28:49 -0330 y"], Clock(offset_s=-12600)),
        ([b"2026-03-03T14:28:48+01:00", b"2026-03-03T14:28:48+02:00"], Clock()),
        ([b'{"ts": 1790000000}', b"2026-03-03T14:28:48Z"], Clock()),
        ([], Clock()),
    ],
)
def test_the_clock_of_a_log(texts: list[bytes], clock: Clock) -> None:
    assert clock_of((Flag.NONE, text) for text in texts) == clock


def test_times_without_a_zone_are_never_moved() -> None:
    assert clock_of([(Flag.NAIVE_TIME, b"2026-03-03 14:28:48")]) == Clock(naive=True)
    for choice in ("log", "utc", "local"):
        assert zone_for(choice, Clock(naive=True)) == AS_WRITTEN
    assert zone_for("log", Clock(offset_s=-12600)) == Zone("-03:30", -12600)
    assert zone_for("utc", Clock(offset_s=-12600)) == UTC
    assert zone_for("local", Clock()).offset_s is None


def test_a_filter_means_the_zone_that_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "zoned.log"
    path.write_text("".join(f"2026-03-03T{hour:02}:30:00+09:00 INFO a {hour}\n" for hour in range(8, 12)))
    log = open_log(path)
    assert log.wait(30)
    assert log.clock() == Clock(offset_s=9 * 3600)
    found: dict[tuple[str, str], list[list[int]]] = {}
    for zone in (UTC, Zone("+09:00", 9 * 3600)):
        log.zone = zone
        for query in ("time>=10:00", 'time>="2026-03-03T10:00:00+09:00"'):
            rows = log.select(query)
            assert rows is not None
            found[zone.label, query[:8]] = [*found.get((zone.label, query[:8]), []), rows.tolist()]
    assert found["+09:00", "time>=10"] == [[2, 3]]
    assert found["UTC", "time>=10"] == [[0, 1, 2, 3]]  # 10:00 of the day before, on which the log begins there
    assert found["UTC", 'time>="2'] == found["+09:00", 'time>="2'] == [[2, 3]]
    log.close()


def test_a_brushed_time_is_written_in_the_zone_that_is_shown() -> None:
    zone = Zone("+09:00", 9 * 3600)
    assert set_time("", WINTER, WINTER + HOUR, zone) == "time>=2026-01-01T09:00 time<2026-01-01T10:00"
    assert set_time("", WINTER, WINTER + HOUR) == "time>=2026-01-01T00:00 time<2026-01-01T01:00"
