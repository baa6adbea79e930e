"""Layouts found from samples, and real logs read by them (the corpus is beside the checkout, or these are skipped)."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.detect import MOST_FIELDS, MOST_KNOWN_FIELDS, detect, in_known_order
from aidebug_gui.formats.model import JSON, RAW, ParsedRecord
from aidebug_gui.formats.record import RecordParser

CATALOG = Catalog.load()
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
NAMES = {RAW: "RAW", JSON: "JSON", **{entry.code: entry.name for entry in CATALOG.text_formats}}

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real logs is not here")


def _records(name: str) -> list[ParsedRecord]:
    """Parse each non-blank line of a corpus file by itself."""
    lines = [line for line in (CORPUS / name).read_bytes().split(b"\n") if line.strip()]
    parser = RecordParser(detect(lines[:2000], CATALOG), CATALOG)
    return [parser.parse(line) for line in lines]


def test_nothing_gives_an_empty_layout() -> None:
    for lines in ([], [b""], [b"\n", b"  \n"], [b"\xff\xfe\n"]):
        layout = detect(lines, CATALOG)
        assert (layout.text_formats, layout.json_paths, layout.fields) == ((), {}, ())


def test_general_format_does_not_take_the_lines_of_a_special_one() -> None:
    general = [f"2026-01-01 10:00:{second:02d} something".encode() for second in range(50)]
    layout = detect([*general, b"2026-01-01 10:00:00,123 - app - INFO - hello"], CATALOG)
    assert [entry.name for entry in layout.text_formats] == ["python_dash", "time_message"]


def test_frequent_format_comes_first() -> None:
    lines = [b"INFO:root:x"] * 9 + [b'INFO:     1.2.3.4:5 - "GET / HTTP/1.1" 200 OK']
    assert [entry.name for entry in detect(lines, CATALOG).text_formats] == ["python_basic", "uvicorn_access"]


def test_another_order_of_formats_is_no_other_way_to_read() -> None:
    dashed, access = b"2026-01-01 10:00:00 - app - INFO - done", b'INFO:     10.0.0.1:5 - "GET / HTTP/1.1" 200 OK'
    first, later = (detect([dashed] * n + [access] * (5 - n), CATALOG) for n in (3, 2))
    assert not first.reads_like(later)
    assert in_known_order(later, first, [dashed, access, b"neither"]).reads_like(first)


def test_another_order_of_formats_is_another_way_to_read_where_both_claim_a_line() -> None:
    dashed, general = b"2026-01-01 10:00:00,123 - app - INFO - hello", b"2026-01-01 10:00:00 something"
    layout = detect([dashed, general], CATALOG)
    turned = replace(layout, text_formats=layout.text_formats[::-1])
    assert in_known_order(layout, turned, [general]).reads_like(turned)
    assert in_known_order(layout, turned, [dashed, general]) is layout


def test_fields_of_json_and_of_messages() -> None:
    lines = [
        b'{"n": 1, "deep": {"er": "a"}, "scores": [0.1, 0.9], "list": [{"x": 1}], "score": 0.5}',
        b'{"n": 2, "deep": {"er": "b"}, "score": 0.6}',
        b"INFO:root:done attempt=3 kind=slow",
        b"INFO:root:done attempt=4 kind=fast",
    ]
    fields = {entry.name: entry for entry in detect(lines, CATALOG).fields}
    assert set(fields) == {"n", "deep.er", "list.0.x", "score", "attempt", "kind"}
    assert (fields["n"].numeric, fields["n"].path, fields["n"].fill, fields["n"].distinct) == (True, ("n",), 0.5, 2)
    assert (fields["deep.er"].numeric, fields["deep.er"].path) == (False, ("deep", "er"))
    assert (fields["attempt"].numeric, fields["attempt"].path, fields["attempt"].fill) == (True, None, 0.5)
    assert (fields["kind"].numeric, fields["kind"].distinct) == (False, 2)
    assert fields["score"].column == "score"


def test_fields_are_capped() -> None:
    lines = [b"{" + b",".join(b'"k%d": 1' % number for number in range(start, start + 50)) + b"}"
             for start in range(0, 5000, 50)]  # fmt: skip
    layout = detect(lines, CATALOG)
    assert len(layout.fields) == MOST_FIELDS
    names = [entry.name for entry in layout.known_fields]
    assert len(names) == len(set(names)) == MOST_KNOWN_FIELDS


def test_keys_that_no_json_path_can_name_are_no_fields() -> None:
    names = ["", "*", "a\\", "x" * 1000]
    record = dict.fromkeys(names, 1) | {"deep": {name: {"er": 1} for name in names}, 'a"b': 1, "a.b": 1, "é": 1}
    fields = {entry.name for entry in detect([json.dumps(record).encode()], CATALOG).fields}
    assert fields == {'a"b', "a.b", "é"}


def test_same_name_of_two_paths_is_one_field() -> None:
    fields = detect([b'{"a.b": 1, "a": {"b": 2}}'], CATALOG).fields
    assert [(entry.name, entry.path) for entry in fields] == [("a.b", ("a.b",))]


def test_huge_lines_do_not_keep_the_first_rows_waiting() -> None:
    line = json.dumps({f"k{number}": "v" * 100 for number in range(8_000)}).encode()
    start = time.process_time()
    assert detect([line] * 2_000 + [b"{}" * 10**6], CATALOG).fields
    assert time.process_time() - start < 5


@given(st.lists(st.binary(max_size=80), max_size=10))
def test_any_bytes_have_a_layout(lines: list[bytes]) -> None:
    detect([*lines, *(b'{"a": ' + line + b"}" for line in lines), *(b"INFO:root:" + line for line in lines)], CATALOG)


def test_colours_are_noticed() -> None:
    assert detect([b"\x1b[32mINFO:root:x\x1b[0m"], CATALOG).ansi
    assert not detect([b"INFO:root:x"], CATALOG).ansi


@needs_corpus
@pytest.mark.parametrize(
    ("name", "formats", "levels", "filled"),
    [
        ("predictions_jsonl/2025paml504_predictions.jsonl", {"JSON": 61}, {20: 61},
         {"time": 61, "score": 61, "label": 61, "input": 61, "request_id": 61}),
        ("predictions_jsonl/content_moderation_predictions.jsonl", {"JSON": 27}, {20: 27},
         {"time": 27, "score": 27, "latency_ms": 27, "label": 27, "input": 27, "client": 27}),
        ("predictions_jsonl/douglas_nested_predictions.jsonl", {"JSON": 23}, {20: 23},
         {"time": 23, "score": 23, "label": 23, "input": 23}),
        ("predictions_jsonl/herandika_junkline_predictions.jsonl", {"JSON": 3, "RAW": 1}, {20: 3},
         {"time": 3, "score": 3, "label": 3, "input": 3, "output": 3}),
        ("predictions_jsonl/rda-hub_loguru_kv_predictions.log", {"loguru": 30}, {20: 30},
         {"time": 30, "score": 30, "latency_ms": 30, "label": 30, "logger": 30}),
        ("predictions_jsonl/sentra_predictions.jsonl", {"JSON": 13}, {20: 13},
         {"time": 13, "score": 13, "label": 13, "request_id": 13}),
        ("predictions_jsonl/shah_scoring_predictions.jsonl", {"JSON": 155}, {20: 155},
         {"time": 155, "score": 25, "latency_ms": 155, "label": 25, "event": 155}),
        ("python_logging/11abd_agentic_rag_app.log", {"python_pipe": 141, "python_pipe_logger": 110}, {20: 249, 30: 2},
         {"time": 251, "logger": 110}),
        ("python_json_logger/default.jsonl", {"JSON": 246}, {20: 244, 40: 2},
         {"time": 0, "message": 246, "score": 120, "latency_ms": 120, "tokens_in": 120, "traceback": 2}),
        ("python_json_logger/asctime_levelname.jsonl", {"JSON": 246}, {10: 120, 20: 120, 30: 3, 40: 2, 50: 1},
         {"time": 246, "logger": 246, "score": 120, "cost_usd": 120, "traceback": 2}),
        ("python_json_logger/renamed_timestamp.jsonl", {"JSON": 246}, {10: 120, 20: 120, 30: 3, 40: 2, 50: 1},
         {"time": 246, "logger": 246, "score": 120, "traceback": 2}),
        ("structlog/console_ansi.log", {"structlog_console": 205, "RAW": 76}, {20: 200, 30: 3, 40: 2},
         {"time": 205, "score": 100, "label": 100, "request_id": 205, "latency_ms": 100}),
        ("structlog/console_plain.log", {"structlog_console": 205, "RAW": 76}, {20: 200, 30: 3, 40: 2},
         {"time": 205, "score": 100, "label": 100, "request_id": 205, "latency_ms": 100}),
        ("structlog/jsonrenderer.jsonl", {"JSON": 205}, {20: 200, 30: 3, 40: 2},
         {"time": 205, "message": 205, "event": 205, "score": 100, "traceback": 2}),
        ("structlog/jsonrenderer_dict_tracebacks.jsonl", {"JSON": 205}, {20: 200, 30: 3, 40: 2},
         {"time": 205, "message": 205, "score": 100, "traceback": 2}),
        ("structlog/jsonrenderer_epoch.jsonl", {"JSON": 205}, {20: 200, 30: 3, 40: 2}, {"time": 205, "score": 100}),
        ("structlog/logfmt.log", {"logfmt_time_first": 205}, {20: 200, 30: 3, 40: 2},
         {"time": 205, "event": 205, "score": 100, "label": 100}),
        ("loguru/serialized.jsonl", {"JSON": 205}, {20: 200, 30: 3, 40: 2},
         {"time": 205, "logger": 205, "message": 205, "request_id": 205, "traceback": 2}),
        ("uvicorn_gunicorn/gunicorn_sync_access.log", {"access_combined": 41}, {20: 40, 40: 1},
         {"time": 41, "status": 41, "endpoint": 41}),
        ("uvicorn_gunicorn/gunicorn_uvicornworker_access.log", {"uvicorn_worker_access": 64}, {20: 59, 40: 5},
         {"time": 0, "status": 64, "client": 64}),
        ("uvicorn_gunicorn/gunicorn_sync_error.log", {"gunicorn_error": 9}, {20: 9}, {"time": 9}),
        ("node_json/pino.ndjson", {"JSON": 104}, {20: 100, 40: 4},
         {"time": 104, "score": 104, "latency_ms": 104, "traceback": 4}),
        ("node_json/bunyan.log", {"JSON": 104}, {20: 100, 40: 4}, {"time": 104, "logger": 104, "traceback": 4}),
        ("node_json/winston.log", {"JSON": 104}, {20: 100, 40: 4}, {"time": 104, "score": 104}),
        ("node_json/winston_simple.log", {"level_colon": 104}, {20: 100, 30: 4},
         {"time": 104, "score": 100, "latency_ms": 100, "request_id": 100}),
        ("fastapi_app/gesahni_uvicorn.log", {"JSON": 36, "uvicorn": 14, "uvicorn_access": 7}, {20: 56, 30: 1},
         {"time": 36, "request_id": 36, "message": 57}),
        ("handmade_pipe/usage_log.txt", {"handmade_endpoint": 200}, {0: 200},
         {"time": 200, "endpoint": 200, "input": 200}),
        ("litellm/generated_json_logs_stderr.log", {"JSON": 25}, {40: 25}, {"time": 25, "message": 25}),
        ("litellm/generated_standard_logging_payload.jsonl", {"JSON": 25}, {20: 20, 40: 5},
         {"time": 25, "latency_ms": 25, "tokens_in": 25, "cost_usd": 25, "model": 25, "trace_id": 25}),
        ("handmade_llm_jsonl/legal_graph_rag_judge_cache.jsonl", {"JSON": 219}, {20: 219},
         {"time": 0, "label": 219, "model": 219, "request_id": 219}),
    ],
)  # fmt: skip
def test_real_log(name: str, formats: dict[str, int], levels: dict[int, int], filled: dict[str, int]) -> None:
    records = _records(name)
    assert Counter(NAMES[record.format] for record in records) == formats
    assert Counter(record.values["level"] for record in records if record.format != RAW) == levels
    claimed = [record for record in records if record.format != RAW]
    assert {column: sum(column in record.values for record in claimed) for column in filled} == filled


@needs_corpus
@pytest.mark.parametrize(
    ("name", "expected_format"),
    [
        ("generated_asctime_dash.log", "python_dash"),
        ("generated_asctime_level_msg.log", "python_time_level"),
        ("generated_bracketed.log", "python_bracketed"),
        ("generated_default_basicConfig.log", "python_basic"),
        ("generated_file_lineno.log", "python_file_line"),
        ("generated_hf_transformers_style.log", "transformers"),
        ("generated_pipe.log", "loguru"),
    ],
)
def test_every_python_logging_style_tells_the_same(name: str, expected_format: str) -> None:
    records = [record for record in _records(f"python_logging/{name}") if record.format != RAW]
    assert {NAMES[record.format] for record in records} == {expected_format}
    assert Counter(record.values["level"] for record in records) == {10: 120, 20: 240, 30: 3, 40: 2, 50: 1}
    assert all(("time" in record.values) == (expected_format != "python_basic") for record in records)
    predictions = [record for record in records if record.message.startswith("Prediction:")]
    assert len(predictions) == 120
    for record in predictions:
        match = re.fullmatch(r"Prediction: (\w+) \(confidence=([\d.]+), latency=([\d.]+)ms\)", record.message)
        assert match
        shown = (record.values["label"], record.values["score"], record.values["latency_ms"])
        assert shown == (match[1], float(match[2]), float(match[3]))


@needs_corpus
def test_exact_values_of_real_records() -> None:
    name = "predictions_jsonl/content_moderation_predictions.jsonl"
    for record in _records(name):
        raw, shown = record.fields, record.values
        columns = {"score": "confidence", "label": "label", "latency_ms": "latency_ms", "client": "client_ip"}
        assert {column: shown[column] for column in columns} == {column: raw[key] for column, key in columns.items()}
        assert shown["input"] == raw["text_preview"]
        stamp = datetime.fromisoformat(str(raw["timestamp"])).replace(tzinfo=UTC)
        assert shown["time"] == int(stamp.timestamp()) * 10**9
    for record in _records("predictions_jsonl/rda-hub_loguru_kv_predictions.log"):
        raw, shown = record.fields, record.values
        assert (shown["label"], shown["score"]) == (raw["label"], float(str(raw["score"])))
        assert shown["latency_ms"] == float(str(raw["time"]).removesuffix("s")) * 1000
    for record in _records("predictions_jsonl/douglas_nested_predictions.jsonl"):
        output = record.fields["output"]
        assert isinstance(output, dict)
        assert (record.values["label"], record.values["score"]) == (output["prediction"], output["confidence"])
    mixed = _records("uvicorn_gunicorn/uvicorn_fastapi_mixed.log")
    assert sum(record.message.startswith("Prediction: ") and "score" in record.values for record in mixed) == 39


@needs_corpus
def test_every_corpus_file_is_read_without_an_error() -> None:
    for path in sorted(CORPUS.rglob("*")):
        if not path.is_file() or "nab" in path.parts or path.stat().st_size > 5_000_000:
            continue
        lines = path.read_bytes().split(b"\n")
        parser = RecordParser(detect(lines[:500], CATALOG), CATALOG)
        for line in lines[:500]:
            parser.header_code(line)
            assert "level" in parser.parse(line).values
