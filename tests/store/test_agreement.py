"""Odd JSON on which the engine and the parser of single records must not differ."""

from __future__ import annotations

import numpy as np
import pytest

from aidebug_gui.formats.levels import Level
from aidebug_gui.formats.model import Flag
from aidebug_gui.store.reading import ingest
from tests.conftest import OpenText
from tests.store.test_log import stored_and_shown_agree


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


_PLAIN = "2026-03-03 08:15:01,000 - app - INFO - score=0.5 usual\n"
_COLOURED = (
    "\x1b[32m2026-03-03 08:15:02,000\x1b[0m - app - \x1b[31mERROR\x1b[0m - score=\x1b[1m0.75\x1b[0m reason=bad\n"
)
_RETURNED = " 10%|#   |\r 90%|####|\r2026-03-03 08:15:03,000 - app - WARNING - score=0.25 reason=odd\n"


@pytest.mark.parametrize("odd", [_COLOURED, _RETURNED, _RETURNED.replace("2026", "\x1b[2K2026")])
@pytest.mark.parametrize(
    "usual", [_PLAIN, _PLAIN.replace("\n", "\r\n"), '{"level": "info", "score": 0.5, "reason": "a"}\n']
)
def test_terminal_codes_that_the_sample_did_not_show(
    open_text: OpenText, monkeypatch: pytest.MonkeyPatch, usual: str, odd: str
) -> None:
    monkeypatch.setattr(ingest, "FIRST_BLOCK_BYTES", 1 << 12)
    monkeypatch.setattr(ingest, "SAMPLE_PLACES", 2)
    monkeypatch.setattr(ingest, "SAMPLE_LINES", 2)
    log = open_text(usual * 300 + odd + usual * 10)
    assert stored_and_shown_agree(log)
    record = log.record(300)
    assert record.time_ns is not None
    for query in (
        f"level:{Level(record.level).name.lower()}",
        "reason:bad OR reason:odd",
    ):  # a column, a field on demand
        found = log.select(query)
        assert found is not None
        assert found.tolist() == [300]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ('{"message": "m", "error": "None"}', Level.INFO),
        ('{"message": "m", "error": "false"}', Level.INFO),
        ('{"message": "m", "error": ""}', Level.INFO),
        ('{"message": "m", "error": "none", "traceback": "Traceback (most recent call last):"}', Level.ERROR),
        ('{"message": "m", "error": "no memory"}', Level.ERROR),
    ],
)
def test_errors_that_are_none(open_text: OpenText, line: str, level: Level) -> None:
    usual = '{"message": "m", "error": "e", "traceback": "t"}\n'
    log = open_text(usual * 3 + line + "\n")
    assert log.record(3).level == level
    assert stored_and_shown_agree(log)


def test_times_since_start(open_text: OpenText) -> None:
    log = open_text(
        "0.00.035.060 I srv load_model: loading\n75.01.000.001 W slot release: truncated\n"
        "[    0.500000] Linux\n[ 1812.345678] Out of memory: Killed process 4711 (python)\n"
    )
    seconds = [log.record(number).values["since_start_s"] for number in range(4)]
    assert seconds == [0.03506, 4501.000001, 0.5, 1812.345678]
    assert [log.record(number).level for number in range(4)] == [Level.INFO, Level.WARNING, Level.INFO, Level.ERROR]
    found = log.select("since_start_s>1000")
    assert found is not None
    assert found.tolist() == [1, 3]
    assert log.time_range() is None
    assert stored_and_shown_agree(log)


def test_several_objects_on_a_line_without_columns(open_text: OpenText) -> None:
    log = open_text('{"q": "a"}\n{"q": "b"}{"q": "c"}\n')
    assert log.record(1).level == Level.INFO
    assert stored_and_shown_agree(log)


def test_a_vertical_tab_is_no_space(open_text: OpenText) -> None:
    usual = "INFO 2026-08-20 09:00:26,123 default_Model a r -- POST /predict 200 120.0ms"
    log = open_text(f"{usual}\n{usual}\x0bPOST /predict 200 19.2ms\n")
    assert log.record(0).values["latency_ms"] == 120.0
    assert stored_and_shown_agree(log)


@pytest.mark.parametrize(("value", "expected"), [("r4 ", "r4"), (" ", None)])
def test_blanks_at_the_ends_of_a_value_in_a_message(open_text: OpenText, value: str, expected: str | None) -> None:
    usual = 'info: llm call completed {"latencyMs":628.2,"model":"gpt-4o-mini","reqId":"r%s"}\n'
    log = open_text("".join(usual % number for number in range(20)) + usual.replace("r%s", value))
    assert log.record(20).values.get("request_id") == expected
    stored_and_shown_agree(log)


def test_broken_json_whose_error_ends_within_a_character(open_text: OpenText) -> None:
    """The engine quotes a broken line in its error and cuts it at a byte."""
    broken = '{"score": "x' + "é" * 200 + '"<(": 2}'
    log = open_text('{"score": 0.5, "text": "b"}\n' * 3 + broken + "\n")
    assert log.state().complete
    assert log.state().error == ""
    assert log.state().records == 4
    found = log.select("is:damaged")
    assert found is not None
    assert found.tolist() == [3]


def test_nul_bytes_before_a_line(open_text: OpenText) -> None:
    """A log that was copied and emptied while its writer kept its place in it."""
    log = open_text(_PLAIN * 3 + "\0" * 500 + _PLAIN.replace("INFO", "ERROR") + _PLAIN)
    assert log.state().records == 5
    assert log.record(3).level == Level.ERROR
    found = log.select("is:damaged level:error")
    assert found is not None
    assert found.tolist() == [3]
    assert stored_and_shown_agree(log)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "last", ["2026-03-03 08:15:01", "2026-03-03 08:15:01 INFO", "[2026-03-03 08:15:01] [INFO] a.b:", "INFO:"]
)
def test_a_line_may_be_nothing_but_a_header(open_text: OpenText, last: str, line_end: str) -> None:
    usual = "2026-03-03 08:15:00 INFO app.model: ready"
    for more in ("", line_end):
        log = open_text(line_end.join([usual, last, usual, last]) + more)
        assert stored_and_shown_agree(log)
        assert [log.record(number).level for number in (1, 3)] == [Level.INFO if "INFO" in last else Level.UNKNOWN] * 2
        assert log.state().not_understood == 0


def test_a_pair_of_the_message_is_not_looked_for_in_the_header(open_text: OpenText) -> None:
    """``time=0.5`` says how long it took, ``time=2026-...`` before it when."""
    lines = "".join(f"time=2026-03-03T08:15:0{n}Z level=INFO msg=done time=0.{n}\n" for n in range(1, 9))
    log = open_text(lines + "time=2026-03-03T08:15:10Z level=INFO msg=started\n")
    assert stored_and_shown_agree(log)
    latencies = [row.cells[0] for row in log.rows(np.arange(9), ["latency_ms"])]
    assert latencies[-1] is None
    assert latencies[0] is not None


def _app_log(said: list[str]) -> str:
    """A log of an application, a record a second, of up to ten messages."""
    return "".join(f"2026-03-03 08:15:0{second},000 - app - INFO - {one}\n" for second, one in enumerate(said))


def test_durations_of_what_was_done_and_in_cells_of_their_own(open_text: OpenText) -> None:
    said = [
        "served features entity=u7 n=12 in 6.04 ms",
        "app: Embedded 12 chunks in 1.5 s",
        "Scheduled in 5 s",
        "/ocr | pages=8 | confidence=0.86 | 0.85s",
        "/ocr | 850 ms | de",
        "done id=7 ms=87",
    ]
    log = open_text(_app_log(said))
    values = [log.record(number).values.get("latency_ms") for number in range(len(said))]
    assert values == [6.04, 1500.0, None, 850.0, 850.0, 87.0]
    assert stored_and_shown_agree(log)


def test_durations_steps_and_rates_of_text(open_text: OpenText) -> None:
    said = [
        "Prediction: spam (0.93) in 45.2 ms",
        "Prediction req-1 in 1.5 s",
        "Prediction failed, retrying in 500 ms",
        "Prediction failed. Retrying in 5 s",
        "train samples/s=44 step=3600/4000 epoch=3/10",
        "train samples/s=46 step=3601/4000 epoch=3/10",
    ]
    log = open_text(_app_log(said))
    values = [log.record(number).values for number in range(len(said))]
    assert [one.get("latency_ms") for one in values] == [45.2, 1500.0, None, None, None, None]
    assert [(one.get("step"), one.get("epoch")) for one in values[4:]] == [(3600, 3), (3601, 3)]
    for query, expected in (("samples/s>45", [5]), ("latency_ms>1000", [1]), ("step>3600", [5])):
        found = log.select(query)
        assert found is not None
        assert found.tolist() == expected
    assert stored_and_shown_agree(log)


def test_lines_that_begin_like_a_crash_are_errors(open_text: OpenText) -> None:
    log = open_text(
        "shelf server listens\nTypeError: no such shelf\n    at open (/app/shelf.js:4:2)\nthread 'main' panicked at a.rs:1:2:\n"
        "ValidationError: 0.231\nready\n"
    )
    assert [log.record(number).level for number in range(5)] == [
        Level.UNKNOWN, Level.ERROR, Level.ERROR, Level.UNKNOWN, Level.UNKNOWN,
    ]  # fmt: skip
    found = log.select("level:error AND is:derived")
    assert found is not None
    assert found.tolist() == [1, 2]
    assert stored_and_shown_agree(log)
