"""Whole JSON documents become one record a line, streaming; broken and hostile ones lose nothing and crash nothing."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.sources.converters.documents import document_lines, is_document, outline
from aidebug_gui.sources.filled_spool import Tally
from aidebug_gui.sources.limits import Limits
from aidebug_gui.store.log import FileLog
from tests.sources.conftest import text_of

OpenCorpus = Callable[[str], FileLog]
RECORDS = [{"n": number, "text": f'Größe \\ " {number}\n'} for number in range(3)]


def lines(text: str, piece: int = 7, limits: Limits | None = None) -> tuple[list[str], str]:
    data = text.encode()
    chunks: Iterator[bytes] = (data[at : at + piece] for at in range(0, len(data), piece))
    tally = Tally(0)
    content = b"".join(document_lines(chunks, tally, limits or Limits())).decode()
    assert not content or content.endswith("\n")
    return content.split("\n")[:-1], tally.notice


def records(text: str, **options: Any) -> list[Any]:
    found, notice = lines(text, **options)
    assert not notice
    return [json.loads(line) for line in found]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("piece", [1, 7, 1 << 20])
def test_an_array_of_objects(indent: int | None, piece: int) -> None:
    assert records(json.dumps(RECORDS, indent=indent, ensure_ascii=False), piece=piece) == RECORDS


def test_pretty_printed_objects_behind_one_another_with_text_between() -> None:
    text = "\n".join(json.dumps(record, indent=2) for record in RECORDS)
    assert records(text) == RECORDS
    assert records(text.replace("}\n{", "}{")) == RECORDS
    found, _ = lines(f"{json.dumps(RECORDS[0], indent=2)}\nINFO:root:ready\n{json.dumps(RECORDS[1])}\n")
    assert found[1] == "INFO:root:ready"
    assert [json.loads(line) for line in (found[0], found[2])] == RECORDS[:2]


def test_numbers_survive() -> None:
    text = '[{\n"big": 123456789012345678901234567890,\n"nan": NaN, "inf": -Infinity, "lone": "\\ud800"}]'
    ((line,), _) = lines(text)
    assert '"big":123456789012345678901234567890' in line
    assert '"nan":NaN' in line
    assert '"lone":"\\ud800"' in line


def test_what_is_around_the_records() -> None:
    trainer = {"global_step": 2, "log_history": [{"loss": 1.0, "step": 1}, {"loss": 0.5, "step": 2}], "x": 1}
    assert records(json.dumps(trainer, indent=1)) == trainer["log_history"]
    assert records(json.dumps({"took": 3, "hits": {"total": 9, "hits": RECORDS}}, indent=1)) == RECORDS
    assert records(json.dumps({"count": 3, "items": RECORDS}, indent=1)) == RECORDS
    empty = {"count": 0, "items": [], "more": {"a": 1}}
    assert records(json.dumps(empty, indent=1)) == [empty]


def test_an_inspect_log_gives_its_samples_score_and_model() -> None:
    sample = {"id": 1, "scores": {"match": {"value": "C"}}, "model_usage": {"m": {"input_tokens": 7}}}
    log = {"version": 2, "status": "success", "eval": {"task": "sums", "model": "m"}, "samples": [sample]}
    ((record),) = records(json.dumps(log, indent=1))
    assert record == {"task": "sums", "model": "m", "score": 1.0, "label": "C", "tokens_in": 7, **sample}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[{"a": 1}, {"a": 2}]', True),
        ('[\n  {\n "a": 1}]', True),
        ('{\n  "a": 1\n}\n', True),
        ('{"a": 1}\n{"a": 2}\n', False),
        ('{"items": [{"a": 1}]}', True),
        ('{"items": [{"a": 1}]}\n{"items": [{"a": 1}]}\n', False),  # records that happen to have such a key
        ('{"resourceSpans": [{}]}\n{"resourceSpans": [{}]}\n', True),
        ('{"events": [{"name": "x"}], "name": "span"}\n', True),
        ('{"a": 1}', False),
        ("[2026-01-01 10:00:00] INFO ready\n", False),
        ("[{'loss': 0.3}]\n", False),
        ("[1/5] step\n", False),
        ("{'loss': 0.3, 'epoch': 1}\n", False),
        ('{"a": 1, broken\n{"b": 2}\n', False),
        ("{\n", False),
        ("", False),
    ],
)
def test_what_is_a_document(text: str, expected: bool) -> None:
    assert is_document(text) is expected


def test_a_truncated_array_keeps_its_records_and_the_rest_as_it_is() -> None:
    text = json.dumps(RECORDS, indent=2)
    found, notice = lines(text[:-20])
    assert [json.loads(line) for line in found[:2]] == RECORDS[:2]
    assert "ends too early" in notice
    assert "".join(found[2:]).startswith("{")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '[{"a":' + "[" * 100_000,
        '[{"a":' * 50_000,
        '[{"a": 1} {"b": 2}]',
        '[{"a": ' + "9" * 6000 + "}]",
        '[{"a": "' + "x" * 10_000,
        '{"a" 1}',
        "{1: 2}",
        '[{"a": 1},]',
        "}]",
    ],
)
def test_hostile_text_ends_in_lines(text: str) -> None:
    found, _ = lines(text, piece=1 << 16, limits=Limits(value_characters=1 << 16))
    assert found


def test_a_giant_line_between_values_takes_linear_time() -> None:
    """It was joined anew with each piece: 64 MB took 5 s, a gigabyte would have taken half an hour."""
    giant = "x" * (1 << 20)
    took = []
    for factor in (8, 64):
        started = time.process_time()
        pieces = [b'{"a": 1}\n', *[giant.encode()] * factor]
        found = b"".join(document_lines(iter(pieces), Tally(0)))
        took.append(time.process_time() - started)
        assert len(found) == len(b'{"a":1}\n') + factor * len(giant) + 2
    assert took[1] < 20 * took[0] + 0.5


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"status": {"code": [2]}}, {"status_code": "[2]"}),
        ({"status": {"code": 2}}, {"status_code": "ERROR"}),
        ({"startTimeUnixNano": "--5", "endTimeUnixNano": "7"}, {"startTimeUnixNano": "--5"}),
        ({"startTimeUnixNano": 1, "endTimeUnixNano": 10**400}, {"startTimeUnixNano": 1}),
        ({"startTimeUnixNano": "1", "endTimeUnixNano": 2_000_001}, {"duration_ms": 2.0}),
    ],
)
def test_a_span_with_an_odd_value_does_not_end_the_log(change: dict[str, Any], expected: dict[str, Any]) -> None:
    text = json.dumps({"resourceSpans": [{"scopeSpans": [{"spans": [change, {"name": "next"}]}]}]})
    found = records(text)
    assert expected.items() <= found[0].items()
    assert found[1:] == [{"name": "next"}]


@given(st.text(alphabet='[]{}",:\\ \n1a', max_size=60), st.integers(1, 9))
def test_any_text_is_read_without_a_crash(text: str, piece: int) -> None:
    is_document(text)
    lines(text, piece=piece)


@given(
    st.lists(
        st.dictionaries(
            st.text(max_size=5),
            st.recursive(
                st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
                lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
                max_leaves=6,
            ),
            max_size=4,
        ),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from([None, 0, 2]),
    st.integers(1, 50),
)
def test_records_come_out_as_they_went_in(values: list[Any], indent: int | None, piece: int) -> None:
    assert records(json.dumps(values, indent=indent), piece=piece) == values


def test_outline_of_a_beginning() -> None:
    assert outline('{"a": {"b": [{"c": 1}], "d": 2}, "e": [1], "f": {"g": "cut') == {
        "a", "a.b", "a.b[]", "a.d", "e", "f", "f.g",
    }  # fmt: skip


def test_a_large_array_streams(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("w") as out:
        out.write("[")
        out.write(",\n".join(json.dumps({"time": number, "score": 0.5, "text": "x" * 80}) for number in range(50_000)))
        out.write("]")
    content, spool = text_of(path)
    assert content.count(b"\n") == 50_000
    assert spool.notice == ""


REAL = [
    ("hf_trainer_state/herandika_intent_distilbert_trainer_state.json", 117, {"step", "epoch"}),
    (
        "promptfoo/krystianbergmann_results.json",
        3,
        {"score", "latency_ms", "cost_usd", "model", "input", "output", "error"},
    ),
    ("synthetic_from_spec/devtools.har", 60, {"time", "endpoint", "method", "status", "latency_ms", "input", "output"}),
    (
        "inspect_ai/2026-11-21T19-41-50-00-00_addition_bVvorbnF4evLDvfj5LSVZF.json",
        20,
        {"time", "model", "score", "label", "target", "latency_ms", "tokens_in", "tokens_out", "input", "output"},
    ),
    (
        "inspect_ai/2026-11-21T19-41-44-00-00_addition_QJnqQLyvLcJbyZ3qQrgeW8.eval",
        20,
        {"time", "model", "score", "label", "target", "latency_ms", "tokens_in", "tokens_out", "input", "output"},
    ),
    (
        "inspect_ai/err/2026-11-21T19-40-24-00-00_addition_MY62rBbtF5jkw9zHibYpPF.eval",
        2,
        {"time", "model", "error", "traceback"},
    ),
    (
        "inspect_ai/err/2026-11-21T19-40-32-00-00_addition_cEKXX3hVkDATLYHRnHihoQ.json",
        2,
        {"time", "model", "error", "traceback"},
    ),
    ("synthetic_from_spec/cloudwatch_filter_log_events.json", 60, {"time", "message"}),
    (
        "synthetic_from_spec/gcp_downloaded-logs.json",
        60,
        {"time", "level", "message", "model", "score", "latency_ms", "status", "trace_id"},
    ),
    ("synthetic_from_spec/vercel_runtime_export.json", 60, {"time", "level", "message", "endpoint", "status"}),
    ("prometheus/query_range.json", 240, {"time", "model", "status"}),
    ("prometheus/exposition.prom", 22, {"model", "status"}),
    ("prometheus/openmetrics.txt", 22, {"model", "status"}),
    (
        "otlp_json/generated_genai_traces_otlp.jsonl",
        180,
        {"time", "model", "latency_ms", "tokens_in", "tokens_out", "trace_id", "span_id", "parent_id", "error_type"},
    ),
    (
        "otlp_json/generated_console_span_exporter_multiline.txt",
        180,
        {"time", "model", "tokens_in", "tokens_out", "trace_id", "span_id", "parent_id"},
    ),
    ("otlp_json/spec_example_trace.json", 1, {"time", "latency_ms", "trace_id", "span_id"}),
    ("otlp_json/spec_example_logs.json", 1, {"time", "level", "message", "logger", "trace_id"}),
    ("otlp_json/spec_example_events.json", 1, {"time", "level", "event"}),
    ("otlp_json/spec_example_metrics.json", 4, {"time"}),
    ("sentry/generated_envelopes.envelope", 21, {"time", "level", "message", "event", "error", "error_type"}),
    ("synthetic_from_spec/lightning_metrics.csv", 210, {"step", "epoch"}),
    ("nab/data/realKnownCause/nyc_taxi.csv", 10_320, {"time"}),
    ("mlflow/generated_mlflow.db", 365, {"time", "step", "event", "trace_id", "latency_ms", "input", "output"}),
    ("mlflow/mlruns", 342, {"time", "step", "event", "trace_id", "latency_ms", "input", "output"}),
    ("mlflow/real_mlruns_2025paml504/mlruns", 9, {"time", "step", "score"}),
]


@pytest.mark.parametrize(("name", "count", "columns"), REAL, ids=[name for name, _, _ in REAL])
def test_a_real_document_fills_its_columns(open_corpus: OpenCorpus, name: str, count: int, columns: set[str]) -> None:
    log = open_corpus(name)
    state = log.state()
    assert (state.records, state.not_understood, state.error, state.notice) == (count, 0, "", "")
    assert state.bytes_read == state.bytes_total
    filled: set[str] = set()
    for number in range(0, count, max(1, count // 400)):
        filled |= {key for key, value in log.record(number).values.items() if value not in (None, "")}
    assert columns <= filled
