from __future__ import annotations

import json

from aidebug_gui.cli import main
from aidebug_gui.cli.console import ERROR, FOUND


def test_by_model_as_text_json_and_csv(tmp_path, capfdbinary):
    path = tmp_path / "calls.jsonl"
    lines = ({"model": "ab"[n % 2], "prompt_tokens": 10, "level": "ERROR" if n == 3 else "INFO"} for n in range(10))
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert main(["usage", str(path)]) == FOUND
    assert b"model  calls  errors  tokens in" in capfdbinary.readouterr().out
    assert main(["usage", str(path), "--json", "--filter", "model:b"]) == FOUND
    found = json.loads(capfdbinary.readouterr().out)
    assert (found["by"], found["usage"][0]["calls"], found["usage"][0]["failed"]) == ("model", 5, 1)
    assert main(["usage", str(path), "--csv"]) == FOUND
    assert capfdbinary.readouterr().out.decode().splitlines()[1].startswith("a,5,0,50.0,")


def test_errors(tmp_path, capfd):
    path = tmp_path / "a.log"
    path.write_text("one\n")
    assert main(["usage", str(path)]) == ERROR
    assert "names no model" in capfd.readouterr().err
    assert main(["usage", str(path), "--by", "message"]) == ERROR
    assert "no field 'message' to count by" in capfd.readouterr().err
    assert main(["usage", str(path), "--filter", "a:("]) == ERROR


def test_several_logs_make_one_table_of_csv(tmp_path, capfdbinary):
    """Each may be counted by another field."""
    first, second = tmp_path / "models.jsonl", tmp_path / "endpoints.jsonl"
    first.write_text('{"message": "call", "model": "small", "latency_ms": 20}\n')
    second.write_text('{"message": "call", "endpoint": "/embed", "latency_ms": 10}\n')
    assert main(["usage", str(first), str(second), "--csv"]) == FOUND
    head, *rows = [line.split(",")[:4] for line in capfdbinary.readouterr().out.decode().splitlines()]
    assert head == ["file", "by", "value", "calls"]
    assert rows == [[str(first), "model", "small", "1"], [str(second), "endpoint", "/embed", "1"]]
