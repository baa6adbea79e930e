from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from aidebug_gui.analysis.difference import between, differences, ks_distance
from aidebug_gui.analysis.findings import Analysis
from tests.analysis.labelled import Service, log_with

Analyse = Callable[[str], Analysis]


def test_what_changed_comes_first(analyse: Analyse) -> None:
    service = Service(5)
    changed = [record for record in service.served() if 500 < record["at"] < 700]
    for record in changed:
        record["latency_ms"] *= 5
        record["model_version"] = "v2"
    for number in range(80):
        service.add(505 + number * 2.4, "WARNING", f"cache rebuilt for shard {number}")
    analysis = analyse(service.lines())
    first = int(analysis.evidence.time[0])
    part = between(analysis.evidence, first + 500 * 10**9, first + 700 * 10**9)
    found = differences(analysis.evidence, analysis.patterns, part)
    assert {(found[0].what, found[0].value), (found[1].what, found[1].value)} == {
        ("model_version", "v1"),
        ("model_version", "v2"),
    }
    whats = [difference.what for difference in found]
    assert "latency_ms" in whats
    assert "cache rebuilt for shard <*>" in whats
    assert "score" not in whats
    pattern = next(difference for difference in found if difference.kind == "pattern" and "cache" in difference.what)
    assert "nowhere else" in pattern.sentence
    assert analysis.patterns.of[pattern.record] >= 0
    assert [difference.size for difference in found] == sorted((d.size for d in found), reverse=True)


@pytest.mark.parametrize("seed", range(5))
def test_a_part_taken_by_chance_is_not_different(analyse: Analyse, seed: int) -> None:
    analysis = analyse(log_with("", seed=1))
    part = np.sort(np.random.default_rng(seed).choice(analysis.evidence.records, 300, replace=False))
    assert differences(analysis.evidence, analysis.patterns, part) == []


def test_nothing_or_all_is_not_compared(analyse: Analyse) -> None:
    analysis = analyse(log_with("", seed=1))
    everything = np.arange(analysis.evidence.records)
    assert differences(analysis.evidence, analysis.patterns, everything[:0]) == []
    assert differences(analysis.evidence, analysis.patterns, everything) == []


def test_two_chosen_parts(analyse: Analyse) -> None:
    service = Service(5)
    for record in service.served()[:100]:
        record["latency_ms"] *= 5
    analysis = analyse(service.lines())
    records = np.arange(analysis.evidence.records)
    found = differences(analysis.evidence, analysis.patterns, records[:150], records[1000:])
    assert found[0].what == "latency_ms"
    assert found[0].inside > 3 * found[0].outside
    assert "higher here" in found[0].sentence


def test_ks_distance() -> None:
    same = np.arange(10.0)
    assert ks_distance(same, same) == 0
    assert ks_distance(same, same + 100) == 1
    assert ks_distance(np.array([1.0, 2.0]), np.array([2.0, 3.0])) == 0.5
