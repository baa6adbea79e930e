"""What hardly ever comes and came next to a change is said with it; where such messages come all the time nothing is said."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import orjson
import pytest

from aidebug_gui.analysis.findings.analysis import Analysis, settled
from aidebug_gui.analysis.findings.finding import Finding

Analyse = Callable[[str], Analysis]
COUNT, CHANGE = 4000, 2500


def log_of(extra: dict[int, str], **more: Callable[[int], object]) -> str:
    """Scores that fall at ``CHANGE``; ``extra``: messages behind records, by their numbers."""
    scores = np.random.default_rng(1).beta(12, 2, COUNT)
    scores[CHANGE:] -= 0.25
    lines = []
    for number, score in enumerate(scores.tolist()):
        time = 1_767_225_600 + number
        own = {name: value(number) for name, value in more.items()}
        lines.append({"ts": time, "level": "INFO", "message": "prediction served", "score": round(score, 4), **own})
        if number in extra:
            lines.append({"ts": time, "level": "INFO", "message": extra[number]})
    return "".join(orjson.dumps(line).decode() + "\n" for line in lines)


def drift(analyse: Analyse, text: str) -> Finding:
    (found,) = (one for one in settled(analyse(text).findings()) if one.kind == "score_drift")
    return found


def test_the_message_just_before_is_quoted(analyse: Analyse) -> None:
    found = drift(analyse, log_of({10: "server is up", CHANGE - 3: "index reloaded from snapshot 2026-01-01"}))
    assert found.detail == "Just before (00:41:37): “index reloaded from snapshot 2026-01-01”."


def test_the_message_soon_after_is_quoted_where_none_is_before(analyse: Analyse) -> None:
    found = drift(analyse, log_of({CHANGE + 30: "configuration read again"}))
    assert "“configuration read again”" in found.detail


@pytest.mark.parametrize(
    "extra",
    [
        {CHANGE - 1500: "index reloaded from snapshot 7"},  # long before
        dict.fromkeys(range(100, COUNT, 300), "cache is warm"),  # again and again
        {number: f"{chr(97 + number % 26)}{chr(97 + number // 26 % 26)} said" for number in range(500, COUNT, 45)},
    ],
)
def test_what_has_nothing_to_do_with_it_is_not_quoted(analyse: Analyse, extra: dict[int, str]) -> None:
    assert drift(analyse, log_of(extra)).detail == ""


def test_another_version_of_the_model_is_named_first(analyse: Analyse) -> None:
    text = log_of({CHANGE - 1: "worker begins"}, model_version=lambda number: "v2" if number >= CHANGE else "v1")
    assert drift(analyse, text).detail.startswith("model_version was “v1” in 2,500 records, and is “v2” from")
