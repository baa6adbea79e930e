from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
import pytest

from aidebug_gui.analysis.difference import as_long_before, between, differences, ks_cut
from aidebug_gui.analysis.findings.analysis import Analysis
from tests.analysis.labelled import Service, log_with

Analyse = Callable[[str], Analysis]
START_S = 1_767_261_600


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
    operator, cut = next(difference.bound for difference in found if difference.what == "latency_ms")
    slow = analysis.evidence.numbers("latency_ms") > cut
    assert operator == ">"
    assert slow[part].sum() > 0.9 * slow.sum()  # the cut separates the part from the rest
    assert "cache rebuilt for shard <*>" in whats
    assert "score" not in whats
    pattern = next(difference for difference in found if difference.kind == "pattern" and "cache" in difference.what)
    assert "nowhere else" in pattern.sentence
    assert analysis.patterns.of[pattern.record] >= 0
    sizes = [round(difference.size, 9) for difference in found]
    assert sizes == sorted(sizes, reverse=True)
    assert found[0].value == "v2"  # of the two versions the one that is frequent here


def test_what_only_this_log_writes_differs_too(analyse: Analyse) -> None:
    chance = np.random.default_rng(3)
    lines = []
    for number in range(600):
        hit = 300 <= number < 400
        record = {"time": START_S + number, "message": "classified", "sequence": number, "level": "info"}
        record["lang"] = "de" if hit or chance.random() < 0.2 else "en"
        record["channel"] = str(chance.choice(["web", "app"]))
        record["queue"] = float(chance.integers(70, 90) if hit else chance.integers(0, 9))
        lines.append(json.dumps(record))
    analysis = analyse("\n".join(lines))
    found = differences(analysis.evidence, analysis.patterns, np.arange(300, 400))
    assert {difference.what for difference in found} == {"lang", "queue"}  # what counts up always differs: no news
    queue = next(difference for difference in found if difference.what == "queue")
    assert "queue is higher here" in queue.sentence


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
    assert ks_cut(same, same)[0] == 0
    assert ks_cut(same, same + 100)[0] == 1
    assert ks_cut(np.array([1.0, 2.0]), np.array([2.0, 3.0])) == (0.5, 1.0)


def test_as_long_before_ends_where_the_part_begins(analyse: Analyse) -> None:
    analysis = analyse(log_with("", seed=1))
    evidence = analysis.evidence
    part = np.arange(400, 500)
    before = as_long_before(evidence, part)
    assert before[-1] == 399
    lasted = evidence.time[499] - evidence.time[400]
    assert evidence.time[400] - evidence.time[before[0]] <= lasted + 1
    assert evidence.time[400] - evidence.time[before[0] - 1] > lasted
    assert list(as_long_before(evidence, part[:0])) == []


def test_as_many_records_before_where_there_are_no_times(analyse: Analyse) -> None:
    evidence = analyse("".join(f"request {number} served\n" for number in range(50))).evidence
    assert as_long_before(evidence, np.arange(20, 30)).tolist() == list(range(10, 20))


def test_fields_by_which_the_part_was_chosen_are_left_out(analyse: Analyse) -> None:
    analysis = analyse(log_with("", seed=1))
    part = np.flatnonzero(analysis.evidence.numbers("latency_ms") > 60)
    assert "latency_ms" in {one.what for one in differences(analysis.evidence, analysis.patterns, part)}
    left = differences(analysis.evidence, analysis.patterns, part, left_out={"latency_ms"})
    assert "latency_ms" not in {one.what for one in left}
