"""Odd JSON on which the engine and the parser of single records must not differ."""

from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.formats.model import Flag
from tests.store.conftest import OpenText


@pytest.mark.parametrize(
    "line",
    [
        '{"level": "info", "score": 0.1, "score": 0.9, "message": "twice"}',
        '{"level": "info", "score": 0.1, "message": "says \\"score\\": 0.9"}',
        '{"level":"info","a":{"b":1,"b":2},"score":0.5}',
        '{"level": "info", "score": 0.1, "message": "a\ttab"}',
        '{"level": "info", "score": 0.1, "message": "a bell \x07"}',
    ],
)
def test_engine_and_parser_agree(open_text: OpenText, line: str) -> None:
    usual = '{"level": "info", "score": 0.25, "message": "usual", "a": {"b": 7}}\n'
    log = open_text(usual * 3 + line + "\n" + usual)
    stored = log.analytics.execute("SELECT level, score, format FROM records WHERE rowid = 3").fetchall()[0]
    record = log.record(3)
    assert (record.level, record.values.get("score")) == stored[:2]
    damaged = log.select("is:damaged")
    assert damaged is not None
    assert (Flag.DAMAGED in record.flags) == (3 in damaged.tolist())
    inner = log.analytics.execute(f"SELECT value FROM {log.analytics.source('a.b')[0]} WHERE rowid = 3").fetchall()[0][
        0
    ]
    shown = log.rows(np.array([3]), ["a.b"])[0].cells[0]
    assert shown == inner
