"""The latency of one model among several that rose is told with its name; a rise of all is told once, of all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.findings.finding import Finding

Floats = NDArray[np.float64]
MODELS = ("llama-70b", "claude-haiku", "gpt-4o-mini")
COUNT = 3000


def _told(analyse, slow: Sequence[str]) -> list[Finding]:
    chance = np.random.default_rng(4)
    lines = []
    for n, taken in enumerate(chance.lognormal(np.log(400), 0.3, COUNT)):
        model = MODELS[n % 3]
        factor = 3.0 if model in slow and 1500 <= n < 2100 else 1.0
        lines.append(f'{{"ts": {1_767_225_600 + n}, "model": "{model}", "latency_ms": {factor * taken:.1f}}}\n')
    return [finding for finding in analyse("".join(lines)).findings() if finding.kind == "latency_step"]


def test_a_rise_of_one_model_is_told_with_its_name(analyse) -> None:
    (finding,) = _told(analyse, MODELS[:1])
    assert "That is where model is “llama-70b”." in finding.sentence
    assert all(row % 3 == 0 and 1450 <= row < 2150 for row in finding.rows)
    assert 180 <= finding.count <= 220


def test_a_rise_of_all_is_told_once(analyse) -> None:
    (finding,) = _told(analyse, MODELS)
    assert "model" not in finding.sentence
    assert 560 <= finding.count <= 640


def test_the_rise_of_a_version_that_was_given_up_is_the_rise_of_all(analyse) -> None:
    chance = np.random.default_rng(5)
    lines = []
    for n, taken in enumerate(chance.lognormal(np.log(400), 0.3, COUNT)):
        version, factor = ("v2", 3.0 if n >= 1500 else 1.0) if 1000 <= n < 2100 else ("v1", 1.0)
        lines.append(
            f'{{"ts": {1_767_225_600 + n}, "model_version": "{version}", "latency_ms": {factor * taken:.1f}}}\n'
        )
    (finding,) = [finding for finding in analyse("".join(lines)).findings() if finding.kind == "latency_step"]
    assert "model_version" not in finding.sentence


def test_no_rise_is_none(analyse) -> None:
    assert not _told(analyse, ())
