"""A log as the window sees it: accounts, records, selections and counts, also for input that is odd or hostile."""

from __future__ import annotations

import json
import math
import os
import string
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aidebug_gui.formats.model import Flag
from aidebug_gui.sources import SourceError
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import Cancelled, CancelToken
from aidebug_gui.store.reading import ingest
from tests.conftest import OpenText

SEED = """\
INFO:root:Input Data: [0.1 0.2]
INFO:root:Prediction: 0.8347
WARNING:root:Anomaly detected at index 17
DEBUG:root:Received user input: hi
INFO:root:Generated response: Can you clarify?
INFO:root:Processing transaction with ID: 42
2025-08-20 09:00:00.123456 | /chat | {'text': 'hello'}
INFO:     127.0.0.1:37376 - "POST /predict HTTP/1.1" 502 Bad Gateway
INFO:root:confidence=0.91
INFO:root:score: 0.9
INFO:root:Prediction: spam (0.93)
"""


def messages(log: FileLog) -> list[str]:
    return [str(row.cells[0]) for row in log.rows(np.arange(log.state().records), ["message"])]


def column(log: FileLog, name: str) -> list[object]:
    return [row.cells[0] for row in log.rows(np.arange(log.state().records), [name])]


def balanced(log: FileLog) -> bool:
    state = log.state()
    return not state.error and state.records + state.continuation + state.blank == state.lines


def same(left: object, right: object) -> bool:
    if isinstance(left, float) and isinstance(right, float):
        return (math.isnan(left) and math.isnan(right)) or math.isclose(left, right, rel_tol=1e-9)
    return left == right


def stored_and_shown_agree(log: FileLog) -> bool:
    """Compare what the bulk projection stored with what the record parser shows."""
    frame = log.frame()
    for number in range(log.state().records):
        shown = log.record(number)
        for name in frame.columns:
            if name in ("flags", "format"):
                continue
            stored = frame[name].iloc[number]
            value = shown.values.get(name, 0 if name == "level" else None)
            if name == "time":
                stored = None if stored != stored else int(stored.value)
            elif value is None and (stored is None or stored != stored):
                continue
            if not same(stored.item() if isinstance(stored, np.generic) else stored, value):
                return False
    return True


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_million_blank_lines(open_text: OpenText, end: str) -> None:
    log = open_text(end * 600_000 + "INFO:root:Prediction: 0.8347" + end + end * 600_000)
    state = log.state()
    assert not state.error
    assert (state.lines, state.records, state.continuation, state.blank) == (1_200_001, 1, 0, 1_200_000)
    assert log.record(0).values["message"] == "Prediction: 0.8347"


def test_the_lines_of_the_seed_programs(open_text: OpenText) -> None:
    log = open_text(SEED)
    assert balanced(log)
    assert log.state().not_understood == 0
    assert column(log, "score") == [None, 0.8347, None, None, None, None, None, None, 0.91, 0.9, 0.93]
    assert column(log, "status")[7] == "502"
    assert column(log, "endpoint")[6:8] == ["/chat", "/predict"]
    assert column(log, "label")[10] == "spam"
    assert log.level_counts() == {0: 1, 10: 1, 20: 8, 30: 1}
    assert log.select("score>0.9").tolist() == [8, 10]
    assert stored_and_shown_agree(log)


def test_tracebacks_fold_and_are_found(open_text: OpenText) -> None:
    log = open_text(
        "INFO:root:start\n"
        "ERROR:root:failed\n"
        "Traceback (most recent call last):\n"
        '  File "a.py", line 1, in <module>\n'
        "\n"
        "ValueError: needle\n"
        "INFO:root:end\n"
    )
    state = log.state()
    assert (state.lines, state.records, state.continuation, state.blank) == (7, 3, 3, 1)
    assert log.select("has:traceback").tolist() == [1]
    assert log.select("is:multiline").tolist() == [1]
    assert log.select('"needle"').tolist() == [1]
    record = log.record(1)
    assert record.line == 2
    assert record.traceback.endswith("ValueError: needle")
    assert log.record_at_line(6) == 1
    assert log.record_at_line(7) == 2


def test_jsonl_without_level_message_or_time_is_still_a_table(open_text: OpenText) -> None:
    log = open_text('{"a": 1, "output": {"confidence": 0.5}}\n{"a": 2, "error": "boom"}\n{"b": [1, 2]}\n')
    assert balanced(log)
    assert log.level_counts() == {20: 2, 40: 1}
    assert log.select("is:derived").tolist() == [0, 1, 2]
    assert log.select("score:0.5").tolist() == [0]
    assert log.select("a>1").tolist() == [1]
    assert all(messages(log))
    assert log.time_range() is None
    assert log.histogram(10).untimed == 3


ODD = {
    "empty": b"",
    "only newlines": b"\n" * 1000,
    "broken utf-8": b'{"message": "ok"}\nINFO:root:caf\xe9\n{"message": "\xff\xfe"}\n',
    "nul": b'INFO:root:a\0b\n{"message": "a\0b"}\n',
    "crlf": b"INFO:root:a\r\n\r\nINFO:root:b\r\n",
    "no last newline": b'{"message": "a"}\n{"message": "b"}',
    "nan": b'{"message": "a", "score": NaN}\n{"message": "b", "score": -Infinity}\n{"message": "c", "score": 0.5}\n',
    "duplicate keys": b'{"score": 0.1, "score": 0.2}\n',
    "two objects": b'{"message": "a", "score": 0.25}{"b": 2}\n{"message": "c", "score": 0.5} {"d": 4}\n',
    "truncated": b'{"message": "a"}\n{"message": "b", "x\n',
    "not objects": b'[1, 2]\n"text"\n42\nnull\n{"message": "a"}\n',
    "deep": b'{"message": "a"}\n' + b'{"a":' * 5000 + b"1" + b"}" * 5000 + b"\n",
    "huge number": b'{"score": 1e999, "tokens_in": 123456789012345678901234567890}\n{"score": 0.5, "tokens_in": 5}\n',
    "bom": b'\xef\xbb\xbf{"message": "a", "level": "info"}\n',
    "odd keys": b'{"a\\"b": 1, "c\'d": 2, "e.f": 3, "": 4, "$": 5, "message": "x"}\n',
}


@pytest.mark.parametrize("name", ODD)
def test_odd_input_is_accounted_for(open_text: OpenText, name: str) -> None:
    data = ODD[name]
    log = open_text(data)
    assert balanced(log)
    assert log.state().lines == data.count(b"\n") + (not data.endswith(b"\n") and bool(data))
    assert log.state().complete
    assert len(messages(log)) == log.state().records
    for number in range(log.state().records):
        log.record(number)
    for field in log.fields():
        log.values(field.name)
    assert log.select("a or score>0 or -b") is not None


def test_damaged_lines_are_marked_and_shown(open_text: OpenText) -> None:
    log = open_text(ODD["broken utf-8"])
    assert log.state().records == 3
    assert log.select("is:damaged").tolist() == [1, 2]
    assert messages(log)[1] == "caf\N{REPLACEMENT CHARACTER}"


def test_a_record_whose_first_line_says_nothing_shows_the_next(open_text: OpenText) -> None:
    log = open_text("INFO:app:\n   \n  banner\nINFO:app:\nINFO:app:said\n")
    assert messages(log) == ["⏎ banner", "", "said"]


def test_nan_is_a_value_and_two_objects_on_a_line_are_one_row(open_text: OpenText) -> None:
    nan = open_text(ODD["nan"])
    assert column(nan, "score")[1:] == [-math.inf, 0.5]
    assert nan.select("score<1").tolist() == [1, 2]
    assert stored_and_shown_agree(nan)
    two = open_text(ODD["two objects"])
    assert two.state().records == 2
    assert two.select("score>0.3").tolist() == [1]
    assert two.state().not_understood == 0
    assert stored_and_shown_agree(two)


def test_a_giant_line_is_one_row_and_its_text_is_found(tmp_path: Path) -> None:
    path = tmp_path / "giant.log"
    with path.open("wb") as out:
        out.write(b"INFO:root:before\nINFO:root:")
        for _ in range(80):
            out.write(b"x" * (1 << 20))
        out.write(b" tail\nINFO:root:after\n")
    log = open_log(path)
    try:
        assert log.wait(60)
        assert log.state().records == 3
        assert balanced(log)
        assert log.select("after").tolist() == [2]
        row = log.rows(np.array([1]), ["message"])[0]
        assert len(str(row.cells[0])) < 600
        assert log.record(1).raw_bytes == 80 * (1 << 20) + len(b"INFO:root: tail\n")
    finally:
        log.close()


@pytest.mark.parametrize("frames", [0, 5000], ids=["few lines without a header", "many"])
def test_a_format_that_the_sample_did_not_show_is_adopted(
    open_text: OpenText, monkeypatch: pytest.MonkeyPatch, frames: int
) -> None:
    monkeypatch.setattr(ingest, "FIRST_BLOCK_BYTES", 1 << 12)
    monkeypatch.setattr(ingest, "SAMPLE_PLACES", 1)
    monkeypatch.setattr(ingest, "SAMPLE_LINES", 5)
    hello = "INFO:root:hello\n" * 20_000 + "  in a frame\n" * frames
    log = open_text(hello + "2026-01-02 03:04:05,678 - app - ERROR - late format\n")
    assert log.state().records == 20_001
    assert log.state().continuation == frames
    assert log.level_counts() == {20: 20_000, 40: 1}
    assert log.time_range() == (1767323045678000000, 1767323045678000000)
    assert log.select("level>=error").tolist() == [20_000]


def test_lines_without_a_header_are_records_where_most_have_none(open_text: OpenText) -> None:
    own = "".join(f"#{number} ;; warn ;; score={number / 100}\n" for number in range(30))
    log = open_text(
        f"2026-11-22 10:00:00,123 - app - INFO - ready\n{own}2026-11-22 10:00:09,123 - app - ERROR - failed\n"
    )
    assert (log.state().records, log.state().not_understood) == (32, 30)
    assert column(log, "score")[1:31] == [number / 100 for number in range(30)]
    assert stored_and_shown_agree(log)


def test_seconds_and_nanos_far_in_the_future_are_no_time_and_stop_nothing(open_text: OpenText) -> None:
    line = '{{"timestamp": {{"seconds": {}, "nanos": 5}}, "message": "m"}}\n'
    log = open_text("".join(line.format(seconds) for seconds in (1787216582, 9787216582)))
    assert log.state().records == 2
    assert log.select("has:time").tolist() == [0]
    assert stored_and_shown_agree(log)


def test_a_better_layout_replaces_the_first_one(open_text: OpenText, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "FIRST_BLOCK_BYTES", 1 << 12)
    head = "".join(json.dumps({"message": f"start {number}"}) + "\n" for number in range(500))
    rest = "".join(json.dumps({"message": "served", "confidence": 0.25, "level": "error"}) + "\n" for _ in range(5000))
    log = open_text(head + rest)
    assert log.state().records == 5500
    assert log.select("score:0.25") is not None
    assert len(log.select("score:0.25")) == 5000
    assert log.level_counts() == {20: 500, 40: 5000}


LETTERS = st.text(alphabet=string.ascii_letters + "äß漢 .-_=:|{}[]\"'\\\t", max_size=20)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**12), 10**12), st.decimals(-1000, 1000, places=3).map(float), LETTERS
)
KEYS = st.sampled_from(
    ["level", "message", "timestamp", "score", "latency_ms", "model", "status", "request_id", "x.y", "error"]
)
OBJECTS = st.dictionaries(
    KEYS, st.one_of(SCALARS, st.lists(SCALARS, max_size=2), st.dictionaries(KEYS, SCALARS, max_size=2))
)
TEXT_LINES = st.builds(lambda level, text: f"{level}:root:{text}", st.sampled_from(["INFO", "ERROR"]), LETTERS)
LINES = st.one_of(OBJECTS.map(json.dumps), TEXT_LINES, LETTERS)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINES, max_size=12))
def test_any_mixture_is_accounted_for_and_stored_as_shown(open_text: OpenText, lines: list[str]) -> None:
    log = open_text("\n".join(lines))
    assert balanced(log)
    assert stored_and_shown_agree(log)
    log.close()


def test_what_happens_to_the_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.log"
    path.write_text('{"message": "a"}\n' * 200_000)
    original = ingest.Ingest._read_round
    taken: list[int] = []

    def truncate_after_first(self: ingest.Ingest, position: int, seconds: float) -> int:
        end = original(self, position, seconds)
        if not taken:
            os.truncate(path, 100)
        taken.append(1)
        return end

    monkeypatch.setattr(ingest.Ingest, "_read_round", truncate_after_first)
    log = open_log(path)
    try:
        assert log.wait(60)
        assert "shorter" in log.state().notice
        last = log.state().records - 1
        assert "gone from the disk" in str(log.rows(np.array([last]), ["message"])[0].cells[0])
        assert "gone from the disk" in log.record(last).raw
    finally:
        log.close()


def test_a_missing_file_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be opened"):
        open_log(tmp_path / "none.log")


def test_reading_can_be_cancelled_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    path.write_text('{"message": "a", "score": 0.5}\n' * 1_000_000)
    log = open_log(path)
    try:
        while not log.state().records:
            time.sleep(0.001)
        log.cancel_reading()
        assert log.wait(30)
        state = log.state()
        assert state.cancelled
        assert not state.complete
        assert "cancelled" in state.notice
        assert balanced(log)
    finally:
        log.close()


def test_a_cancelled_search_raises(open_text: OpenText) -> None:
    log = open_text("INFO:root:a\n" * 10)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        log.select("a", cancel=token)


@pytest.fixture
def served(open_text: OpenText) -> FileLog:
    rows = [
        {
            "timestamp": f"2026-01-01T00:00:{number:02d}Z",
            "level": level,
            "message": f"m{number}",
            "model": model,
            "score": score,
        }
        for number, (level, model, score) in enumerate(
            [("info", "a", 0.9), ("error", "b", 0.2), ("info", "b", None), ("warning", "a", 0.5), ("info", "c", 0.7)]
        )
    ]
    return open_text("".join(json.dumps(row) + "\n" for row in rows))


def test_counts_values_and_histogram_of_selections(served: FileLog) -> None:
    chosen = np.array([1, 2, 3])
    assert served.level_counts(chosen) == {20: 1, 30: 1, 40: 1}
    assert served.values("model") == [("a", 2), ("b", 2), ("c", 1)]
    assert served.values("model", chosen, limit=1) == [("b", 2)]
    assert served.values("message", chosen) == [("m1", 1), ("m2", 1), ("m3", 1)]
    histogram = served.histogram(2)
    assert histogram.levels == (20, 30, 40)
    assert histogram.counts.tolist() == [[2, 0, 1], [1, 1, 0]]
    assert served.histogram(5, selection=chosen).counts.sum() == 3
    nanoseconds = 1767225600 * 10**9
    assert served.time_range() == (nanoseconds, nanoseconds + 4 * 10**9)
    assert served.record_at_time(nanoseconds + 1) == 1
    assert served.record_at_time(nanoseconds + 10**12) == 4


def test_sorting_keeps_ties_in_log_order_and_missing_values_last(served: FileLog) -> None:
    assert served.sort(None, "score", descending=True).tolist() == [0, 4, 3, 1, 2]
    assert served.sort(None, "score", descending=False).tolist() == [1, 3, 4, 0, 2]
    assert served.sort(np.array([1, 2, 3]), "model", descending=False).tolist() == [3, 1, 2]
    assert served.sort(None, "line", descending=True).tolist() == [4, 3, 2, 1, 0]
    assert served.sort(None, "message", descending=True).tolist() == [4, 3, 2, 1, 0]


def test_series_over_time_and_over_records(served: FileLog) -> None:
    series = served.series("score")
    assert series.size == 4
    assert series.point(2) is None
    assert series.point(3) == (1767225603 * 10**9, 0.5)
    assert served.series("score", x_axis="record", selection=np.array([3, 4])).picture(0, 9, 100).x.tolist() == [3, 4]


def test_finding_goes_on_and_back_in_any_order(served: FileLog) -> None:
    assert served.find("M3") == 3
    assert served.find("M3", match_case=True) == -1
    assert served.find("m[34]", regex=True, start=4) == 4
    assert served.find("m", start=2, backwards=True) == 2
    order = np.array([4, 0, 3])
    assert served.find("m3", order=order) == 2
    assert served.find("m4", order=order, start=1) == -1


def test_new_records_can_be_selected_alone(served: FileLog) -> None:
    assert served.select("level:info", first=2).tolist() == [2, 4]
    assert served.select("m", first=3).tolist() == [3, 4]
    assert served.select("  ") is None


def test_the_log_is_never_overwritten_by_an_export(served: FileLog, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="never written"):
        served.export(None, served.path, style="raw")
    target = tmp_path / "out.jsonl"
    assert served.export(np.array([1, 3]), target, style="jsonl", columns=["line", "score"]) == 2
    assert target.read_text() == '{"line":2,"score":0.2}\n{"line":4,"score":0.5}\n'


def test_frame_for_analysis(served: FileLog) -> None:
    frame = served.frame(np.array([0, 3]), ["time", "score", "model"])
    assert frame.index.tolist() == [0, 3]
    assert frame["score"].tolist() == [0.9, 0.5]
    assert str(frame["time"].iloc[0]) == "2026-01-01 00:00:00+00:00"


def test_arrays_for_analysis(served: FileLog) -> None:
    given = served.arrays(np.array([0, 3]), ["time", "score", "model", "level"])
    assert given["time"].dtype == "datetime64[ns]"
    assert str(given["time"][0]) == "2026-01-01T00:00:00.000000000"
    assert given["score"].tolist() == [0.9, 0.5]
    frame = served.frame(None, ["model", "level"])
    everything = served.arrays(None, ["model", "level"])
    assert everything["level"].tolist() == frame["level"].tolist()
    assert everything["model"].tolist() == [None if name != name else name for name in frame["model"].tolist()]


def test_flags_of_records_are_shown(open_text: OpenText) -> None:
    log = open_text("2026-01-01 10:00:00,5 - a - INFO - x\nmore\n")
    (row,) = log.rows(np.array([0]), ["time", "message"])
    assert row.line_count == 2
    assert row.flags & Flag.NAIVE_TIME


def test_text_is_found_as_json_escapes_it(open_text: OpenText) -> None:
    log = open_text('{"message": "caf\\u00e9 \\"quoted\\" a\\nb"}\n{"message": "café"}\nINFO:root:none\n')
    assert log.select('"café"').tolist() == [0, 1]
    assert log.select("CAFÉ").tolist() == [0, 1]
    assert log.select('"\\"quoted\\""').tolist() == [0]
    assert log.find("a\nb") == 0


def test_a_column_answers_to_the_name_it_has_in_the_log(open_text: OpenText) -> None:
    log = open_text('{"confidence": 0.9}\n{"confidence": 0.1}\n')
    assert log.select("confidence>0.5").tolist() == log.select("score>0.5").tolist() == [0]
    assert log.series("confidence").size == 0  # no times
    assert log.series("confidence", x_axis="record").size == 2


def test_records_keep_the_order_of_the_file(open_text: OpenText) -> None:
    """DuckDB works on several batches at once; every optimisation of its must leave the rows in order."""
    lines = (
        f'{{"n": {number}, "level": "{level}", "score": {number}}}' if number % 3 else f"INFO:root:plain score={number}"
        for number, level in enumerate(["info", "warn", "error", "fatal", "debug", "30", "trace", "x"] * 25_000)
    )
    log = open_text("\n".join(lines))
    scores = log.frame(columns=["score"])["score"].to_numpy()
    assert np.array_equal(scores, np.arange(200_000))
    assert np.array_equal(log.frame(columns=["n"])["n"].dropna().to_numpy(), [n for n in range(200_000) if n % 3])
    assert log.select("score>=199998").tolist() == [199_998, 199_999]
