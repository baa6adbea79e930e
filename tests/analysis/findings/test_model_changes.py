from __future__ import annotations

import json


def _log(models: list[str | None]) -> str:
    return "".join(
        json.dumps(
            {
                "timestamp": f"2026-01-01T00:{n // 60:02d}:{n % 60:02d}Z",
                "level": "INFO",
                "message": "answer sent",
                **({"model": model} if model else {}),
            }
        )
        + "\n"
        for n, model in enumerate(models)
    )


def test_another_model_answers_from_a_moment_on(analyse):
    models = ["gpt-4o-mini", None] * 100 + ["gpt-4.1-nano"] * 100
    (found,) = [one for one in analyse(_log(models)).findings() if one.kind == "model_change"]
    assert found.title == "Another model answers: “gpt-4.1-nano”"
    assert found.sentence == "model was “gpt-4o-mini” in 100 records, and is “gpt-4.1-nano” from 00:03:20 on."
    assert found.rows.tolist() == [200]


def test_models_that_take_turns_are_no_change(analyse):
    assert not [one for one in analyse(_log(["a", "b", "b"] * 100)).findings() if one.kind == "model_change"]
