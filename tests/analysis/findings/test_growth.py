"""Memory and queues that only grow are told, with how much and what came then; counters, loads and starts are not."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest


def _log(field: str, values: Iterable[object]) -> str:
    return "".join(
        f"2026-01-01T00:{n // 60:02d}:{n % 60:02d}Z INFO worker tick {field}={value}\n"
        for n, value in enumerate(values)
    )


def _grown(analyse, field: str, values: Iterable[object]) -> list[str]:
    found = [one for one in analyse(_log(field, values)).findings() if one.kind == "keeps_growing"]
    assert all(one.subject == field for one in found)
    return [str(one.sentence) for one in found]


def _noisy(levels: Iterable[float], noise: float) -> list[float]:
    chance = random.Random(3)
    return [round(level + chance.gauss(0, noise), 2) for level in levels]


LEAK = [*[17.3] * 200, *(17.3 + n / 80 for n in range(400)), *[22.3] * 200]


def test_memory_that_leaks_is_told_with_its_unit(analyse):
    values = [f"{value}GB" for value in _noisy(LEAK, 0.02)]
    (sentence,) = _grown(analyse, "gpu_mem", values)
    assert "grew from 17." in sentence
    assert " GB to 22" in sentence
    assert sentence.endswith("did not go back.")


def test_a_queue_that_grows_to_the_end_of_the_log_is_told(analyse):
    values = [round(value) for value in _noisy([*[20.0] * 300, *(20 + n for n in range(300))], 3)]
    (sentence,) = _grown(analyse, "queue_depth", values)
    assert sentence.endswith(", and still does at the end of the log.")


def test_what_ended_a_growth_is_told(analyse):
    values = [round(value) for value in _noisy([*[20.0] * 200, *(20 + n for n in range(300)), *[20.0] * 200], 3)]
    (sentence,) = _grown(analyse, "pending", values)
    assert ", then fell to " in sentence


HUMP = [20.0] * 100 + [20.0 + n for n in range(250)] + [270.0 - n for n in range(250)] + [20.0] * 100


@pytest.mark.parametrize(
    ("field", "levels"),
    [
        ("score_of_row", LEAK),  # names nothing limited
        ("queue_time_ms", [*[20.0] * 300, *(20 + n for n in range(300))]),  # a time
        ("queue_depth", HUMP),  # a load that comes and goes
        ("rss", [*(2 + n / 50 for n in range(200)), *[6.0] * 600]),  # a program that fills its memory as it starts
        ("rss", [2.0] * 300 + [6.0] * 300),  # one step
        ("rss", [2 + n % 100 / 20 for n in range(800)]),  # the teeth of a garbage collector
    ],
)
def test_what_is_no_growth_is_not_told(analyse, field, levels):
    assert not _grown(analyse, field, _noisy(levels, 0.05))
