"""Dates such as 03/04/2026, read by the engine as by the parser of single records."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.store import open_log

STAMPS = [
    "03/04/2026 10:02:03", "3/4/2026 10:02:03", "03/04/2026 10:02:03,250", "03/04/2026, 9:02:03 PM", "03/04/2026 12:00 AM",
    "03.04.2026 10:02", "03-04-2026 10:02:03.123456", "13/13/2026 10:00:00", "03/04/2026 13:00:00 PM", "12/11/2026 9:5:1",
    "03/04/2026 10:02:61", "2026-03-04T10:02:03Z", "1772618523.5", "3.14",
]  # fmt: skip


@pytest.mark.parametrize("as_json", [True, False])
def test_engine_and_parser_agree(tmp_path: Path, as_json: bool) -> None:
    path = tmp_path / "dates.log"
    lines = [json.dumps({"time": f"{stamp}", "level": "info", "n": n}) for n, stamp in enumerate(STAMPS)]
    if not as_json:
        lines = [f"{stamp} - INFO - app - record {n}" for n, stamp in enumerate(STAMPS)]
    path.write_text("\n".join(lines) + "\n")
    log = open_log(path)
    assert log.wait(30)
    count = log.state().records
    stored = np.ma.asarray(log.analytics.execute("SELECT time FROM records").fetchnumpy()["time"])
    found = [None if np.ma.is_masked(value) else int(value) for value in stored]
    shown = [row.cells[0] for row in log.rows(np.arange(count), ["time"])]
    assert found == shown
    assert sum(time is not None for time in found) >= 8
    log.close()


def test_a_doubtful_date_is_told_and_the_choice_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIDEBUG_BASEDIR", str(tmp_path / "base"))
    path = tmp_path / "train.log"
    path.write_text("03/04/2026 10:00:00 - INFO - __main__ - step 1\n03/04/2026 10:00:01 - INFO - __main__ - step 2\n")
    os.utime(path, (1_782_864_000, 1_782_864_000))
    log = open_log(path)
    assert log.wait(30)
    assert log.doubtful_date() == "03/04/2026"
    march = log.time_range()
    log.choose_date_order(month_first=False)
    log.close()
    log = open_log(path)
    assert log.wait(30)
    assert log.doubtful_date() == ""
    april = log.time_range()
    assert march is not None
    assert april is not None
    assert april[0] - march[0] == 30 * 86_400 * 10**9
    log.close()
