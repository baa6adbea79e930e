from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.cli import main
from aidebug_gui.cli.console import ERROR, FOUND, NOTHING

EXAMPLE = Path(__file__).parents[2] / "resources" / "examples" / "incident.jsonl"


def test_the_example_as_json(capfdbinary):
    assert main(["anomalies", str(EXAMPLE), "--json"]) == FOUND
    found = json.loads(capfdbinary.readouterr().out)
    fields = {field["field"]: field for field in found["fields"]}
    events = fields["score"]["events"]
    assert any("flat" in event["reasons"] for event in events)
    assert all(event["first_record"] <= event["peak_record"] <= event["last_record"] for event in events)
    assert found["threshold"]["records"] == 93
    assert found["drift"][0]["text"].startswith("score drifted strongly")
    by_group = [(line["kind"], line["field"], line["value"]) for line in found["drift_by_group"]]
    assert by_group == [(kind, "model_version", value) for kind in ("group", "labels") for value in ("v3", "v4")]


@pytest.mark.parametrize(
    "arguments", [[], ["--mode", "causal"], ["--group", "model_version"], ["--field", "latency_ms"]]
)
def test_the_example_as_text(arguments, capfdbinary):
    assert main(["anomalies", str(EXAMPLE), "--false-alarms", "6", *arguments]) == FOUND
    lines = capfdbinary.readouterr().out.decode().splitlines()
    by_group = [line for line in lines if line.startswith(("score of v", "the mix of labels of v"))]
    assert len(by_group) == 4
    assert all(line.startswith("2026-03-14T") for line in lines[:-1] if line not in by_group)
    assert lines[-1].startswith("score > 0.8: 93 of 2477 records")


def test_a_log_that_carries_the_truth(tmp_path, capfdbinary):
    random = np.random.default_rng(0)
    path = tmp_path / "a.jsonl"
    pairs = zip(random.random(600).tolist(), random.random(600).tolist(), strict=True)
    path.write_text("".join(json.dumps({"score": s, "target": int(r < s), "message": "x"}) + "\n" for s, r in pairs))
    main(["anomalies", str(path), "--json", "--threshold", "0.5"])
    threshold = json.loads(capfdbinary.readouterr().out)["threshold"]
    counts = [threshold[f"{kind}_{sign}"] for kind in ("true", "false") for sign in ("positives", "negatives")]
    assert sum(counts) == 600
    assert 0.7 < threshold["precision"] < 0.8
    assert threshold["calibration_error"] < 0.1
    main(["anomalies", str(path)])
    assert b"against target" in capfdbinary.readouterr().out


def test_nothing_odd_and_errors(tmp_path, capfd):
    path = tmp_path / "a.jsonl"
    path.write_text('{"message":"a"}\n{"message":"b"}\n')
    assert main(["anomalies", str(path)]) == NOTHING
    assert capfd.readouterr().out == "Nothing odd in numeric fields.\n"
    assert main(["anomalies", str(path), "--field", "score"]) == ERROR
    assert "no numeric field 'score'" in capfd.readouterr().err
    assert main(["anomalies", str(tmp_path / "missing.jsonl")]) == ERROR


def test_drift_by_group_alone_is_something_odd(tmp_path, capfdbinary):
    random = np.random.default_rng(1)
    path = tmp_path / "a.jsonl"
    scores = [(version, random.beta(*((2, 5) if version == "v1" else (3, 4)))) for version in ("v1", "v2") * 400]
    path.write_text(
        "".join(json.dumps({"score": round(score, 3), "model_version": version}) + "\n" for version, score in scores)
    )
    assert main(["anomalies", str(path), "--false-alarms", "0.5"]) == FOUND
    text = capfdbinary.readouterr().out.decode()
    assert "score of v1 differs" in text
    assert "Nothing odd" not in text


def test_a_log_without_times_is_not_of_1970(tmp_path, capfdbinary):
    path = tmp_path / "log.jsonl"
    scores = np.random.default_rng(4).normal(0.5, 0.02, 2000)
    scores[1500] = 9.0
    path.write_text("".join(json.dumps({"message": "done", "score": score}) + "\n" for score in scores.tolist()))
    assert main(["anomalies", str(path)]) == FOUND
    assert b"1970" not in capfdbinary.readouterr().out
    assert main(["anomalies", str(path), "--json"]) == FOUND
    fields = {field["field"]: field for field in json.loads(capfdbinary.readouterr().out)["fields"]}
    assert [(event["peak_record"], event["peak_record_time"]) for event in fields["score"]["events"]] == [(1500, None)]


@pytest.mark.skipif(sys.platform != "linux", reason="names are text there")
def test_a_name_that_is_no_utf8_is_written_all_the_same(tmp_path, capfdbinary):
    path = tmp_path / os.fsdecode(b"\xff.jsonl")
    path.write_bytes(b'{"message": "done", "score": 0.5}\n')
    assert main(["anomalies", str(path), "--json"]) == NOTHING
    assert json.loads(capfdbinary.readouterr().out)["file"] == str(path)
