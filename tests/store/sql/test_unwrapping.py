"""Logs whose lines are wrapped, repeated or overwritten, read whole: the engine and the record parser agree."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.formats.times import parse_time
from aidebug_gui.store import open_log
from aidebug_gui.store.reading import ingest
from tests.conftest import OpenText
from tests.store.test_log import balanced, column, messages, stored_and_shown_agree


def _docker(text: str, second: int) -> str:
    return json.dumps({"log": text, "stream": "stderr", "time": f"2026-03-03T08:15:{second:02}.000000500Z"}) + "\n"


def test_docker_json_with_a_traceback(open_text: OpenText) -> None:
    log = open_text(
        _docker("INFO:root:Prediction: 0.25 step=7\n", 1)
        + _docker("ERROR:root:failed\n", 2)
        + _docker("Traceback (most recent call last):\n", 2)
        + _docker('  File "a.py", line 1\n', 2)
        + _docker("\n", 2)
        + _docker("ValueError: no\n", 2)
        + _docker('{"level": "warn", "msg": "inner", "score": 0.5, "deep": {"er": 3}}\n', 3)
        + _docker("words\n", 4)
    )
    assert balanced(log)
    state = log.state()
    assert (state.records, state.continuation, state.blank, state.not_understood) == (4, 3, 1, 0)
    assert state.formats == {"Python logging (no time)": 2, "JSON": 1, "Docker json-file": 1}
    assert log.select("has:traceback").tolist() == [1]
    assert column(log, "score") == [0.25, None, 0.5, None]
    assert log.select("deep.er:3").tolist() == [2]
    assert log.frame(None, ["step"])["step"].tolist()[0] == 7.0
    assert log.record(1).traceback.splitlines()[-1] == "ValueError: no"
    assert log.record(1).raw.startswith('{"log"')
    assert log.time_range() is not None
    assert stored_and_shown_agree(log)


def test_parts_of_long_lines_are_one_record(open_text: OpenText) -> None:
    cri = "2026-03-03T08:15:30.000000123Z stdout"
    lines = [f'{cri} F {{"level": "info", "msg": "a", "score": 0.5}}']
    lines += [f'{cri} P {{"level": "warn", "msg": "b",', f'{cri} P  "score"', f"{cri} F : 0.75}}"]
    lines += [f"{cri} F plain"]
    log = open_text("\n".join(lines * 3) + "\n")
    assert balanced(log)
    assert log.state().records == 9
    assert column(log, "score") == [0.5, 0.75, None] * 3
    assert log.state().not_understood == 0
    assert stored_and_shown_agree(log)


def nanoseconds(text: str) -> int:
    parsed = parse_time(text)
    assert parsed is not None
    return parsed[0]


INNER = """\
INFO:     Started server process [12]
2026-03-03 08:15:31,123 - app.model - ERROR - no prediction for r-1
Traceback (most recent call last):
  File "main.py", line 4, in predict
ValueError: empty input
{"level": "warning", "msg": "slow", "latency_ms": 812.5}
"""


@pytest.mark.parametrize(
    ("prefix", "source", "time"),
    [
        ("0|api      | ", "api", None),
        ("0|api  | 2026-03-03T08:15:30: ", "api", "2026-03-03T08:15:30Z"),
        ("08:15:30 web.1  | ", "web.1", None),
        ("api.1.k2j3h4k5j6h7@node-1    | ", "api.1.k2j3h4k5j6h7@node-1", None),
        ("api-6f7d5c9b8c-x2k9p api ", "api-6f7d5c9b8c-x2k9p", None),
        ("[api-6f7d5c9b8c-x2k9p api] ", "api-6f7d5c9b8c-x2k9p", None),
        ("2026-03-03T08:15:30Z app[2873247b045548] fra [info]", "app[2873247b045548]", "2026-03-03T08:15:30Z"),
        ("2026-03-03T08:15:30.250 app[dc01b687] fra [info] ", "app[dc01b687]", "2026-03-03T08:15:30.25Z"),
        ("Mar 3 08:15:30 PM  ", None, "2026-03-03T20:15:30Z"),
        ("08:15:30 PM  ", None, None),
        ("2026-03-03T08:15:30.000000000Z [err]  ", None, "2026-03-03T08:15:30Z"),
        ("08:15:30.738  \t", None, None),
        ("   2026-03-03T08:15:30.12+0000 [APP/PROC/WEB/0] OUT ", "APP/PROC/WEB/0", "2026-03-03T08:15:30.12Z"),
        ("2026-03-03 08:15:30 default[20260303t] ", "default[20260303t]", "2026-03-03T08:15:30Z"),
        ("[2026-03-03, 08:15:30 UTC] {subprocess.py:93} INFO - ", "subprocess", "2026-03-03T08:15:30Z"),
        ("[2026-03-03T08:15:30.500+0000] {pod_manager.py:4} INFO - ", "pod_manager", "2026-03-03T08:15:30.5Z"),
        ("#12 3.456 ", None, None),
        ("[1,0]<stderr>:", "0", None),
        ("3: ", "3", None),
        ("[08:15:30] STDOUT: ", "STDOUT", None),
        ("2026-03-03T08:15:30Z | stdout | ", "stdout", "2026-03-03T08:15:30Z"),
        ("2026-03-03 08:15:30 [stderr] ", "stderr", "2026-03-03T08:15:30Z"),
        ("[stdout] ", "stdout", None),
        ("2026-03-03T08:15:30.123456Z ", None, "2026-03-03T08:15:30.123456Z"),
        ("2026-03-03T08:15:30.123456789Z app[web.1]: ", "app", "2026-03-03T08:15:30.123456789Z"),
        (
            f"2026/03/03/[$LATEST]{'0a' * 16} 2026-03-03T08:15:30Z ",
            f"2026/03/03/[$LATEST]{'0a' * 16}",
            "2026-03-03T08:15:30Z",
        ),
        ("[api] ", "api", None),
        ("api:dev: ", "api:dev", None),
    ],
)
def test_what_process_managers_and_clouds_put_before_lines(
    tmp_path: Path, prefix: str, source: str | None, time: str | None
) -> None:
    path = tmp_path / "server.log"
    path.write_text("".join(f"{prefix}{line}\n" for line in INNER.splitlines()))
    os.utime(path, ns=(nanoseconds("2026-03-05T00:00:00Z"),) * 2)  # Render writes no year
    log = open_log(path)
    assert log.wait(60)
    assert messages(log) == ["Started server process [12]", "no prediction for r-1", "slow"]
    assert log.level_counts() == {20: 1, 30: 1, 40: 1}
    assert log.select("has:traceback").tolist() == [1]
    assert column(log, "latency_ms") == [None, None, 812.5]
    assert column(log, "source") == [source] * 3
    outer, inner = log.record(0).values.get("time"), log.record(1).values["time"]
    assert outer == (None if time is None else nanoseconds(time))
    assert inner == nanoseconds("2026-03-03T08:15:31.123Z")
    assert stored_and_shown_agree(log)
    log.close()


def test_a_notebook_of_kaggle(open_text: OpenText) -> None:
    lines = [{"stream_name": "stderr", "time": 1.5, "data": f"{line}\n"} for line in INNER.splitlines()]
    log = open_text("[" + "\n,".join(json.dumps(line) for line in lines) + "\n]\n")
    assert messages(log) == ["Started server process [12]", "no prediction for r-1", "slow"]
    assert column(log, "source") == ["stderr"] * 3
    assert stored_and_shown_agree(log)


def test_wrapped_blocks_join(open_text: OpenText, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "FIRST_BLOCK_BYTES", 1 << 12)
    prefix = "2026-03-03T08:15:30.000000123Z stdout"
    text = "".join(
        f'{prefix} F {{"msg": "m{number}", "n": {number}}}\n{prefix} P {{"msg": "p{number}",\n{prefix} F  "n": 7}}\n'
        for number in range(300)
    )
    log = open_text(text)
    assert balanced(log)
    assert (log.state().records, log.state().continuation) == (600, 300)
    assert stored_and_shown_agree(log)


def test_repeated_headers_fold(open_text: OpenText) -> None:
    head = "(EngineCore pid=7) ERROR 03-03 08:15:17 [core.py:420]"
    log = open_text(
        "(APIServer pid=1) INFO 03-03 08:15:16 [loggers.py:1] Avg prompt throughput: 4.5 tokens/s, Running: 2 reqs\n"
        f'{head} Engine failed.\n{head} Traceback (most recent call last):\n{head}   File "a.py", line 1\n'
        f"{head} ValueError: no\n(APIServer pid=1) INFO 03-03 08:15:18 [loggers.py:1] Running: 0 reqs\n"
        "(EngineCore pid=7) \rLoading: 10% Completed | 1/9 [a]\rLoading: 20% Completed | 2/9 [a]\n"
    )
    assert balanced(log)
    assert messages(log)[:3] == [
        "Avg prompt throughput: 4.5 tokens/s, Running: 2 reqs",
        "Engine failed.",
        "Running: 0 reqs",
    ]
    assert messages(log)[3] == "Loading: 20% Completed | 2/9 [a]"
    assert log.select("has:traceback").tolist() == [1]
    assert log.record(1).traceback.splitlines()[0] == "Traceback (most recent call last):"
    assert all(row.level for row in log.rows(np.arange(4), []))
    units = {field.name: field.unit for field in log.fields() if not field.canonical}
    assert units == {"Avg prompt throughput": "tokens/s", "Running": "reqs", "Loading": "%"}
    assert log.frame(None, ["Running"])["Running"].tolist()[::2] == [2.0, 0.0]
    assert log.time_range() is not None
    assert stored_and_shown_agree(log)


def test_json_messages_durations_and_spans(open_text: OpenText) -> None:
    lines = [
        {"timestamp": {"seconds": 1787216400, "nanos": 120000000}, "severity": "INFO", "message": "Prediction: 0.5"},
        {"start_time": "2026-03-03T08:15:30Z", "end_time": "2026-03-03T08:15:31.5Z", "status": "ERROR"},
        {"time": "2026-03-03T08:15:30Z", "message": json.dumps({"level": "warn", "score": 0.75})},
    ]
    log = open_text("".join(json.dumps(line) + "\n" for line in lines[:2]))
    assert column(log, "score") == [0.5, None]
    assert column(log, "latency_ms") == [None, 1500.0]
    assert log.level_counts() == {20: 1, 40: 1}
    assert stored_and_shown_agree(log)
    inner = open_text("".join(json.dumps(line) + "\n" for line in lines[1:]))
    assert column(inner, "score") == [None, 0.75]
    assert inner.level_counts() == {30: 1, 40: 1}
    assert stored_and_shown_agree(inner)
    units = open_text('{"span": {"total_time": "735.5ms"}}\n{"span": {"total_time": "1.5s"}}\n')
    assert column(units, "latency_ms") == [735.5, 1500.0]
    assert stored_and_shown_agree(units)


def test_other_keys_of_a_wrapper_are_fields(open_text: OpenText) -> None:
    def line(text: str, pod: str, attempt: int) -> str:
        about = {"pod_name": pod, "labels": {"app": "chat"}}
        outer = {"log": text, "stream": "stdout", "time": "2026-03-03T08:15:01.5Z", "attempt": attempt}
        return json.dumps(outer | {"kubernetes": about}) + "\n"

    log = open_text(
        line("INFO:root:score=0.5 kind=plain\n", "a-1", 1)
        + line('{"level": "warn", "msg": "inner", "attempt": 9}\n', "a-2", 2)
        + line("ERROR:root:failed\n", "a-1", 3)
        + line("Traceback (most recent call last):\n", "a-1", 3)
    )
    assert log.state().records == 3
    assert log.select("kubernetes.pod_name:a-1").tolist() == [0, 2]
    assert log.select("kubernetes.labels.app:chat level>=warning").tolist() == [1, 2]
    assert [name for name, _ in log.values("kubernetes.pod_name")] == ["a-1", "a-2"]
    assert log.rows(np.arange(3), ["kubernetes.pod_name", "kind"])[0].cells == ("a-1", "plain")
    assert log.record(1).fields["attempt"] == 9  # the line's own key counts more
    assert {field.name for field in log.fields()} >= {"kubernetes.pod_name", "kubernetes.labels.app"}


def test_other_keys_of_cloudwatch_are_fields(open_text: OpenText) -> None:
    event = {
        "logStreamName": "2026/08/20/x",
        "timestamp": 1787216400000,
        "ingestionTime": 1787216400900,
        "eventId": "7",
    }
    log = open_text(json.dumps(event | {"message": "INFO:root:ready\n"}) + "\n")
    assert log.select("logStreamName:2026/08/20/x AND eventId:7").tolist() == [0]
    assert log.record(0).message == "ready"


def test_text_in_json_in_text_in_json(open_text: OpenText) -> None:
    """Docker holds a line of compose, which holds JSON, whose message is JSON again."""
    inner = json.dumps({"score": 0.75, "label": "spam", "detail": {"k": 5}})
    middle = json.dumps({"level": "warning", "logger": "svc", "message": inner})
    lines = [_docker(f"api-1  | {middle}\n", second) for second in range(5)]
    log = open_text("".join(lines))
    record = log.record(4)
    assert (record.values["score"], record.values["label"], record.level) == (0.75, "spam", 30)
    assert log.select("score:>0.7 AND detail.k:5").tolist() == [0, 1, 2, 3, 4]
    assert stored_and_shown_agree(log)


def test_lines_of_another_source_continue_nothing(open_text: OpenText) -> None:
    log = open_text(
        "api-1    | INFO:root:started\n"
        "redis-1  | Ready to accept connections\n"
        "redis-1  | More of it\n"
        "api-1    | Traceback (most recent call last):\n"
        'api-1    |   File "a.py", line 1\n'
        "api-1    | ValueError: no\n"
        "worker-1 | INFO:root:picked up\n"
        "worker-1 | which goes on\n"
    )
    assert messages(log) == [
        "started",
        "Ready to accept connections",
        "Traceback (most recent call last):",
        "picked up",
    ]
    assert column(log, "source") == ["api-1", "redis-1", "api-1", "worker-1"]
    assert log.record(3).raw.endswith("which goes on")
    assert balanced(log)
    assert stored_and_shown_agree(log)


def _journal(message: object, priority: int, second: int) -> str:
    fields = {
        "__REALTIME_TIMESTAMP": f"17953452{second:02}500000",
        "_SYSTEMD_UNIT": "api.service",
        "SYSLOG_IDENTIFIER": "uvicorn",
        "PRIORITY": str(priority),
        "MESSAGE": message,
    }
    return json.dumps(fields) + "\n"


def test_journald_json_is_read_like_the_lines_in_it(open_text: OpenText) -> None:
    log = open_text(
        _journal("Started api.service.", 6, 1)
        + _journal('INFO:     10.0.0.7:5 - "POST /predict HTTP/1.1" 200 OK', 6, 2)
        + _journal("worker died", 3, 3)
        + _journal("WARNING:app:score=0.25", 6, 4)
        + _journal("Traceback (most recent call last):", 6, 5)
        + _journal('  File "a.py", line 1', 6, 5)
        + _journal("ValueError: no", 6, 5)
        + _journal([104, 105], 4, 6)
    )
    assert balanced(log)
    assert log.state().formats == {"journald": 2, "uvicorn access": 1, "Python logging (no time)": 1, "JSON": 1}
    assert column(log, "level") == [20, 20, 40, 30, 30]
    assert log.select("is:derived").tolist() == []
    assert column(log, "score") == [None, None, None, 0.25, None]
    assert set(column(log, "source")[:4]) == {"uvicorn"}
    assert log.select("has:time").tolist() == list(range(5))
    assert log.select("has:traceback").tolist() == [3]
    assert stored_and_shown_agree(log)


def test_syslog_priorities_are_levels_where_the_line_names_none(open_text: OpenText) -> None:
    log = open_text(
        "<11>Nov 22 10:00:01 gpu0 train[71]: loss is nan\n"
        "<14>Nov 22 10:00:02 gpu0 train[71]: ERROR:root:no data\n"
        "<12>1 2026-11-22T10:00:03.003Z gpu0 train 71 ID47 - slow\n"
        "Nov 22 10:00:04 gpu0 train[71]: no priority\n"
    )
    assert column(log, "level") == [40, 40, 30, 0]
    assert stored_and_shown_agree(log)


def test_gelf_levels_are_those_of_syslog(open_text: OpenText) -> None:
    lines = [
        {"version": "1.1", "host": "api", "short_message": f"m{level}", "timestamp": 1795345200.5, "level": level}
        for level in range(8)
    ]
    log = open_text("\n".join(json.dumps({**line, "_model": "m"}) for line in lines) + "\n")
    assert column(log, "level") == [50, 50, 50, 40, 30, 20, 20, 10]
    assert set(column(log, "model")) == {"m"}
    assert len(log.select("is:derived")) == 0
    assert stored_and_shown_agree(log)
