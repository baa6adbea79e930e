"""Reading of lines and times that are typed."""

from __future__ import annotations

import pytest

from aidebug_gui.ui.navigation.go_to import Target, read_target

NS = 1_000_000_000
START = 1_767_261_723 * NS  # 2026-01-01 10:02:03


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("1200", Target(line=1200)),
        (" 1,200 ", Target(line=1200)),
        ("10:02:03", Target(time_ns=START)),
        ("10:02:03.5", Target(time_ns=START + NS // 2)),
        ("10:30", Target(time_ns=START + 27 * 60 * NS + 57 * NS)),
        ("09:00", Target(time_ns=START - 3723 * NS + 86400 * NS)),  # before the log's start: the next day
        ("2026-01-01 10:02:03", Target(time_ns=START)),
        ("2026-01-01T11:02:03+01:00", Target(time_ns=START)),
        ("25:00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_targets(text, target):
    assert read_target(text, START) == target


def test_time_of_day_needs_a_log_with_times():
    assert read_target("10:00", None) is None
