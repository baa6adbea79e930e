"""What only one service writes is looked at like scores and latencies."""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.findings.anomalies import field_events
from aidebug_gui.analysis.own_fields import MOST_RECORDS, counts_up, own_categories, own_numbers
from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.protocol import Field

Analyse = Callable[[str], Analysis]
START_S = 1_767_261_600


def lines(count: int) -> str:
    chance = np.random.default_rng(5)
    made = []
    for number in range(count):
        level = 20.0 if 300 <= number < 420 else 14.0
        record = {"time": START_S + number, "message": "batch", "gpu_mem_gb": level + chance.random(), "seen": number}
        made.append(json.dumps(record | ({"lang": "de" if number % 3 else "en"} if number % 2 else {})))
    return "\n".join(made)


def test_a_shift_of_a_field_of_the_logs_own_is_an_anomaly_and_a_counter_none(analyse: Analyse) -> None:
    analysis = analyse(lines(700))
    found = dict(field_events(analysis.evidence._log, analysis.evidence))
    assert "seen" not in found
    firsts = [event.first for event in found["gpu_mem_gb"][2.0]]
    assert firsts
    assert min(abs(first - 300) for first in firsts) < 60


def test_codes_of_a_field_that_some_records_lack(analyse: Analyse) -> None:
    evidence = analyse(lines(60)).evidence
    codes = evidence.field_codes("lang")
    assert codes.values() == ["de", "en"]
    assert codes.code[:6].tolist() == [-1, 0, -1, 1, -1, 0]


def test_the_fullest_fields_are_taken_and_none_of_a_long_log() -> None:
    fields = [Field(f"f{number}", "", Kind.NUMBER, fill=number / 40) for number in range(40)]
    assert own_numbers(fields, 1000) == [f"f{number}" for number in range(39, 27, -1)]
    assert own_numbers(fields, MOST_RECORDS + 1) == []
    assert own_categories(fields, 1000) == []


def test_what_counts_up() -> None:
    assert counts_up(np.arange(50.0))
    assert not counts_up(np.array([1.0, 2, 1, 2, 1]))
    assert not counts_up(np.full(50, 3.0))
    assert not counts_up(np.array([np.nan]))
