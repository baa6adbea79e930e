"""The offset of times that name no zone."""

from __future__ import annotations

import pytest

from aidebug_gui.formats.clocks import naive_offset

NINE_HOURS_S = 9 * 3600


@pytest.mark.parametrize(
    ("times", "offset_s"),
    [
        (["2026-02-10T14:28:48.630+09:00", "2026/02/10 - 14:29:00"], NINE_HOURS_S),
        (["2026-02-10 14:28 -0330", "2026-02-10"], -12_600),
        (["2026-02-10T14:28:48+09", "1770700000.5", "1.7e9", "2026-02-10 14:29:00,5"], NINE_HOURS_S),
        (["2026-02-10T14:28:48+09:00"], 0),  # none without a zone
        (["2026-02-10T05:28:48Z", "2026-02-10 14:29:00"], 0),  # UTC tells nothing
        (["2026-02-10T14:28:48+09:00", "2026-02-10T05:28:48Z", "2026-02-10 14:29:00"], 0),
        (["2026-03-29T01:28:48+01:00", "2026-03-29T03:28:48+02:00", "2026-03-29 03:29:00"], 0),
        (["2026-02-10", "10:00:00"], 0),
        ([], 0),
    ],
)
def test_the_one_offset_of_all_others(times: list[str], offset_s: int) -> None:
    assert naive_offset(times) == offset_s
