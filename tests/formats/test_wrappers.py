"""Inner lines and what was around them."""

from __future__ import annotations

import json

import pytest

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.detect import detect
from aidebug_gui.formats.levels import Level
from aidebug_gui.formats.model import JSON, ParsedRecord
from aidebug_gui.formats.record import RecordParser
from aidebug_gui.formats.times import parse_time

CATALOG = Catalog.load()
CODES = {entry.name: entry.code for entry in (*CATALOG.text_formats, *CATALOG.wrappers)}
WRITTEN = parse_time("2026-03-05T00:00:00Z")


def _record(*lines: str, among: tuple[str, ...] = ()) -> ParsedRecord:
    """Parse the lines as one record of a log that consists of them and ``among``."""
    assert WRITTEN is not None
    data = [line.encode() for line in (*lines, *among)]
    return RecordParser(detect(data, CATALOG, WRITTEN[0]), CATALOG).parse(b"\n".join(data[: len(lines)]))


def _time(text: str) -> int:
    parsed = parse_time(text)
    assert parsed is not None
    return parsed[0]


DOCKER = {"log": "INFO:root:Prediction: 0.25\n", "stream": "stderr", "time": "2026-03-03T08:15:30.000000500Z"}


def test_docker_json_gives_its_time_to_the_inner_line() -> None:
    record = _record(json.dumps(DOCKER))
    assert record.format == CODES["python_basic"]
    assert record.message == "Prediction: 0.25"
    assert record.values["time"] == _time(DOCKER["time"])
    assert (record.values["level"], record.values["logger"], record.values["source"]) == (Level.INFO, "root", "stderr")
    assert record.values["score"] == 0.25


def test_the_inner_time_counts_more() -> None:
    inner = {"timestamp": "2026-03-03T08:15:29Z", "message": "ok"}
    record = _record(json.dumps(DOCKER | {"log": json.dumps(inner) + "\n"}))
    assert record.format == JSON
    assert record.values["time"] == _time("2026-03-03T08:15:29Z")


@pytest.mark.parametrize(
    ("line", "name", "time", "message"),
    [
        ("2026-03-03T08:15:30.0Z stderr F loading", "kubernetes_cri", "2026-03-03T08:15:30Z", "loading"),
        ("api-1  | loading", "docker_compose", None, "loading"),
        ("Mar  3 08:15:30 host app[12]: loading", "syslog", "2026-03-03T08:15:30", "loading"),
        ("<13>Mar  3 08:15:30 app: loading", "syslog", "2026-03-03T08:15:30", "loading"),  # as it comes by a socket
        ("Mar  3 08:15:30.250000 host app[12]: loading", "syslog", "2026-03-03T08:15:30.250", "loading"),
        ("1772525730.250000 host app[12]: loading", "journal_epoch", "2026-03-03T08:15:30.250Z", "loading"),
        (
            "2026-03-03T08:15:30.25+00:00 host kernel: loading",
            "syslog_iso_kernel",
            "2026-03-03T08:15:30.25Z",
            "loading",
        ),
        (
            '<13>1 2026-03-03T08:15:30Z vm app 77 - [timeQuality tzKnown="1"][x@1 a="b\\]c"] loading',
            "syslog_5424",
            "2026-03-03T08:15:30Z",
            "loading",
        ),
        ("Mar 13 08:15:30 host app: loading", "syslog", "2025-03-13T08:15:30", "loading"),
        ("<14>1 2026-03-03T08:15:30Z host app 1 - - loading", "syslog_5424", "2026-03-03T08:15:30Z", "loading"),
        ("2026-03-03T08:15:30+00:00 app[web.1]: loading", "syslog_iso", "2026-03-03T08:15:30Z", "loading"),
        ("2026-03-03T08:15:30.1234567Z loading", "container_time", "2026-03-03T08:15:30.1234567Z", "loading"),
        ("[pod/api-7f/main] loading", "kubectl_prefix", None, "loading"),
    ],
)
def test_prefixes(line: str, name: str, time: str | None, message: str) -> None:
    record = _record(line)
    assert record.format == CODES[name]
    assert record.message == message
    assert record.values.get("time") == (None if time is None else _time(time))


def test_three_wrappers_deep() -> None:
    inner = {"level": "warn", "message": json.dumps({"score": 0.5, "model": "m"})}
    record = _record(f"api-1  | 2026-03-03T08:15:30.0Z stdout F {json.dumps(inner)}")
    assert (record.format, record.values["level"]) == (JSON, Level.WARNING)
    assert (record.values["score"], record.values["model"]) == (0.5, "m")
    assert record.values["time"] == _time("2026-03-03T08:15:30Z")


def test_parts_are_joined_and_further_lines_are_plain() -> None:
    prefix = "2026-03-03T08:15:30.0Z stdout"
    record = _record(f'{prefix} P {{"message": "a', f'{prefix} F b"}}', among=(f'{prefix} F {{"message": "c"}}',))
    assert (record.format, record.message, record.extra) == (JSON, "ab", "")
    trace = _record(
        f"{prefix} F ERROR:root:failed", f"{prefix} F Traceback (most recent call last):", f"{prefix} F   x"
    )
    assert trace.values["traceback"] == "Traceback (most recent call last):\n  x"


def test_json_text_in_a_json_field_is_read() -> None:
    azure = {"time": "2026-03-03T08:15:30Z", "properties": json.dumps({"modelName": "gpt-4o", "n": None})}
    record = _record(json.dumps(azure))
    assert record.values["model"] == "gpt-4o"
    assert record.fields["properties"] == {"modelName": "gpt-4o", "n": None}


def test_a_printed_python_dict_is_a_record() -> None:
    record = _record("{'loss': 0.5, 'grad_norm': nan, 'epoch': 2.0, 'done': True, 'x': None}")
    assert record.format == JSON
    assert record.values["epoch"] == 2.0
    assert record.fields["done"] is True


def test_what_only_looks_like_a_prefix_stays() -> None:
    lines = [b"INFO:root:a", b"loss | 0.1", b"INFO:root:b"]
    assert not detect(lines, CATALOG).wrappers


@pytest.mark.parametrize(
    ("prefix", "name"),
    [("2026-03-03T08:15:30Z ", "any_time"), ("3: ", "slurm_rank"), ("api: ", "any_name"), ("[api] ", "any_name")],
)
def test_what_could_be_anything_is_a_prefix_only_before_lines_of_their_own(prefix: str, name: str) -> None:
    plain, own = f"{prefix}loading".encode(), f'{prefix}{{"msg": "loading"}}'.encode()
    assert detect([plain] * 95 + [own] * 5, CATALOG).wrappers == ()
    assert [wrapper.name for wrapper in detect([plain] * 50 + [own] * 50, CATALOG).wrappers] == [name]


@pytest.mark.parametrize("line", ["2026-03-03T08:15:30Z INFO loading", "[warning] 2026-03-03T08:15:30Z loading"])
def test_a_header_with_a_level_is_no_prefix(line: str) -> None:
    assert not detect([line.encode()] * 50, CATALOG).wrappers


def test_what_stands_behind_something_that_is_no_prefix_does_not_count() -> None:
    lines = [b"2026-03-03T08:15:30Z {'loss': 0.5}"] + [b"2026-03-03T08:15:30Z INFO loading"] * 50
    assert not detect(lines, CATALOG).wrappers


LOGGER = """\
<13>Nov 22 10:38:54 vm myapp[4592]: INFO:     Started server process [12]
<13>1 2026-11-22T10:38:54.218652+00:00 vm myapp 4593 - [timeQuality tzKnown="1" isSynced="0"] INFO:     Started server process [12]
<13>1 2026-11-22T10:38:54.230458+00:00 vm myapp 4594 - - INFO:     Started server process [12]
2026-11-22T10:38:54.230458+00:00 vm myapp[4594]: INFO:     Started server process [12]
Nov 22 10:38:54 vm myapp[4592]: INFO:     Started server process [12]
"""
"""What logger(1) of util-linux 2.38 sends, and the two forms in which rsyslog writes it to a file."""


@pytest.mark.parametrize("line", LOGGER.splitlines())
def test_what_logger_and_rsyslog_write(line: str) -> None:
    record = _record(line)
    assert record.format == CODES["uvicorn"]
    assert (record.values["level"], record.values["source"]) == (Level.INFO, "myapp")
    assert record.message == "Started server process [12]"
    assert record.values["time"] is not None


def test_docker_compose_with_times() -> None:
    """As ``docker compose logs --timestamps`` prints: names are padded to the longest."""
    line = 'ollama-1      | 2026-03-03T08:15:30.123456789Z [GIN] 2026/03/03 - 08:15:30 | 500 |  3.25ms | 10.0.0.7 | GET  "/"'
    record = _record(line, among=("weaviate-db-1 | 2026-03-03T08:15:29.000000000Z ready",))
    assert record.format == CODES["gin"]
    assert (record.values["level"], record.values["source"]) == (Level.ERROR, "ollama-1")
    assert record.values["time"] == _time("2026-03-03T08:15:30Z")
    stopped = _record("ollama-1 exited with code 137", among=(line, line, line))
    assert (stopped.values["level"], stopped.values["source"]) == (Level.ERROR, "ollama-1")


def test_numbers_beyond_64_bits_do_not_keep_inner_json_outside() -> None:
    record = _record('{"message": "{\\"model\\": \\"m\\", \\"at\\": 63860000000000150052}", "source": "a"}')
    assert (record.values["model"], record.values["source"]) == ("m", "a")
