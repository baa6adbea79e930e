"""Times without a zone take the one that the other times of their log name."""

from __future__ import annotations

import numpy as np

from aidebug_gui.formats.model import Flag
from tests.conftest import OpenText
from tests.store.test_log import stored_and_shown_agree

NINE_HOURS_S = 9 * 3600
OLLAMA = """\
time=2026-02-10T14:28:59.500+09:00 level=INFO source=routes.go:1544 msg="server config"
[GIN] 2026/02/10 - 14:29:00 | 200 |      2.4145ms |       127.0.0.1 | GET      "/api/tags"
time=2026-02-10T14:29:01.000+09:00 level=WARN source=runner.go:15 msg="truncating input prompt" limit=4096
{"time": "2026-02-10T14:29:02", "level": "info", "msg": "from a script of ours"}
{"time": "1770701343.5", "level": "info", "msg": "from another"}
"""


def test_lines_of_one_program_stand_in_order(open_text: OpenText) -> None:
    log = open_text(OLLAMA)
    assert stored_and_shown_agree(log)
    rows = log.rows(np.arange(5), ["time"])
    times = [row.cells[0] for row in rows]
    assert np.diff(np.array(times, dtype=np.int64)).tolist() == [500_000_000, 10**9, 10**9, 1_500_000_000]
    assert not any(Flag.NAIVE_TIME in row.flags for row in rows)
    assert log.clock().offset_s == NINE_HOURS_S
    assert not log.clock().naive


def test_the_wrapper_of_a_line_has_the_same_clock(open_text: OpenText) -> None:
    lines = "".join(
        f"Nov 22 10:00:0{second} host app[12]: time=2026-11-22T10:00:0{second}+02:00 level=INFO msg=a\n"
        f"Nov 22 10:00:0{second} host app[12]: bare words\n"
        for second in range(5)
    )
    log = open_text(lines)
    assert stored_and_shown_agree(log)
    times = [row.cells[0] for row in log.rows(np.arange(10), ["time"])]
    assert None not in times
