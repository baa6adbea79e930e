from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.analysis.findings.analysis import Analysis, find, settled
from aidebug_gui.analysis.findings.finding import MOST_ROWS, Finding, Severity, capped
from aidebug_gui.resources import resource_path
from aidebug_gui.store import open_log
from aidebug_gui.store.protocol import Cancelled, CancelToken
from tests.analysis.labelled import CONSEQUENCES, FAULTS, as_text, log_with
from tests.conftest import OpenText


@pytest.mark.parametrize("style", [str, as_text])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_and_nothing_else(open_text: OpenText, fault: str, style: Callable[[str], str]) -> None:
    log = open_text(style(log_with(fault, seed=11)))
    found = {finding.kind: finding for finding in find(log)}
    assert fault in found
    assert set(found) - {fault} <= CONSEQUENCES.get(fault, set())
    finding = found[fault]
    assert len(finding.rows) > 0
    assert finding.rows.max() < log.state().records
    assert finding.count >= 1
    assert finding.first_ns is not None
    assert finding.sentence.endswith(".")
    assert finding.cause
    assert finding.fix


@pytest.mark.parametrize("seed", range(5))
def test_a_clean_log_has_no_findings(open_text: OpenText, seed: int) -> None:
    assert [finding.sentence for finding in find(open_text(log_with("", seed)))] == []


def test_the_records_of_a_finding_prove_it(open_text: OpenText) -> None:
    log = open_text(log_with("stuck_score", seed=4))
    finding = next(finding for finding in find(log) if finding.kind == "stuck_score")
    assert finding.count == 60
    assert {row.cells[0] for row in log.rows(finding.rows, ["score"])} == {0.5}
    log = open_text(log_with("lost_request", seed=4))
    finding = next(finding for finding in find(log) if finding.kind == "lost_request")
    assert finding.count == 15
    assert {row.cells[0] for row in log.rows(finding.rows, ["message"])} == {"request received"}


@pytest.mark.parametrize("name", ["incident.jsonl", "server.log"])
def test_the_example_incident(name: str) -> None:
    log = open_log(resource_path("examples", name))
    try:
        assert log.wait(60)
        found = {finding.kind: finding for finding in find(log)}
    finally:
        log.close()
    put_in = {
        "killed": 1, "cuda_oom": 1, "timeout": 263, "bad_gateway": 38, "lost_request": 19, "stuck_score": 181,
        "retry_storm": 225, "missing_features": 53, "errors_after_version": None, "latency_step": None,
    }  # fmt: skip
    for kind, count in put_in.items():
        assert kind in found, kind
        assert count is None or found[kind].count == count, kind
    assert "512.00 MiB" in found["cuda_oom"].sentence
    assert found["cuda_oom"].sentence.endswith("It tried to allocate 512.00 MiB; 210.75 MiB were free.")


def test_empty_and_strange_logs(open_text: OpenText) -> None:
    for text in (
        "",
        "\n",
        "{}\n",
        "x" * 5000,
        '{"message": null}\n' * 30,
        "\x00\x01\n" * 50,
        '{"score": "NaN"}\n' * 30,
    ):
        assert all(isinstance(finding, Finding) for finding in find(open_text(text)))


def test_first_findings_need_no_text(open_text: OpenText) -> None:
    analysis = Analysis(open_text(log_with("bad_gateway", seed=1)))
    first = next(analysis.findings())
    assert first.kind == "bad_gateway"
    assert "texts" not in vars(analysis.evidence)


def test_cancel_ends_the_search(open_text: OpenText) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        find(open_text(log_with("", seed=1)), token)


def test_findings_as_json(open_text: OpenText) -> None:
    for finding in find(open_text(log_with("cuda_oom", seed=1))):
        again = json.loads(json.dumps(finding.as_mapping()))
        assert again["severity"] in {"info", "warning", "error", "critical"}
        assert again["records"]


def test_rows_are_capped_but_counted() -> None:
    rows = np.arange(50_000, dtype=np.int64)
    kept = capped(rows)
    assert len(kept) == MOST_ROWS
    assert kept[0] == 0
    assert kept[-1] == 49_999


def finding(kind: str, severity: Severity, rows: list[int], subject: str = "") -> Finding:
    return Finding(kind, severity, kind, ".", "", "", np.array(rows), len(rows), None, None, subject)


def test_settled_keeps_the_later_and_drops_what_is_covered() -> None:
    early, late = finding("timeout", Severity.ERROR, [1]), finding("timeout", Severity.ERROR, [1, 2, 3, 4])
    covered = finding("new_pattern", Severity.WARNING, [2, 3], "x")
    other = finding("new_pattern", Severity.WARNING, [7, 8], "y")
    assert settled([early, covered, other, late]) == [late, other]
    worst = finding("engine_dead", Severity.CRITICAL, [9])
    assert settled([late, worst])[0] is worst


# -- real logs -------------------------------------------------------------------------------------------------------

EXPECTED = {
    "ollama/manthya_ollama.log": {"silent_truncation", "server_error", "retry_storm"},
    "vllm/vllm-run1-oom.log": {"stops_while_starting", "mentioned_failure"},
    "vllm/vllm.log": {"engine_dead", "gap", "mentioned_failure"},
    "llama_cpp/b3rgundy_llama-server.log": {"model_not_loaded"},
    "predictions_jsonl/rda-hub_loguru_kv_predictions.log": {"confident_on_empty_input"},
    "predictions_jsonl/2025paml504_predictions.jsonl": set(),
    "predictions_jsonl/shah_scoring_predictions.jsonl": set(),
    "predictions_jsonl/douglas_nested_predictions.jsonl": set(),
    "predictions_jsonl/content_moderation_predictions.jsonl": set(),
    "claude_code/edge_cases.jsonl": {"tool_call"},
    "sglang/sglang-int4.log": {"gap", "mentioned_failure"},
    "fastapi_app/manthya_server.log": {"connection", "timeout", "other_error"},
    "fastapi_app/gesahni_uvicorn.log": set(),
    "uvicorn_gunicorn/gunicorn_worker_boot_crash.log": {"engine_dead", "missing_package"},
    "uvicorn_gunicorn/uvicorn_startup_crash_multipart.log": {"missing_package"},
    "synthetic_from_spec/hf_trainer_stdout.log": {"nan_value"},
    "prometheus/exposition.prom": set(),
    "prometheus/query_range.json": set(),
    "synthetic_from_spec/aws_lambda_text.log": {"timeout"},
    "synthetic_from_spec/ray_serve_replica.log": set(),
    "torchserve/access_log.log": set(),
    "nab/data/realKnownCause/nyc_taxi.csv": set(),
}
"""What is found in real logs, each looked at by a person."""


@pytest.mark.parametrize("name", EXPECTED)
def test_real_logs(corpus: Path, name: str) -> None:
    path = corpus / name
    if not path.is_file():
        pytest.skip("not in this corpus")
    log = open_log(path)
    try:
        assert log.wait(60)
        assert {finding.kind for finding in find(log)} == EXPECTED[name]
    finally:
        log.close()
