"""The benchmark's own scorer, against values worked out by hand from the rules of NAB."""

from __future__ import annotations

import json

import numpy as np
import pytest

from tests.bench import nab

FILE = nab.NabFile("a", np.arange(1000) * 10**9, np.zeros(1000), ((400, 499), (800, 899)))
STANDARD, LOW_FP, LOW_FN = nab.PROFILES


def scores(**at: float) -> np.ndarray:
    result = np.zeros(1000)
    for name, value in at.items():
        result[int(name[1:])] = value
    return result


def best(score: np.ndarray, profile: nab.Profile) -> float:
    return nab.at_threshold(nab.nab_curve([FILE], [score], profile), 1.0)


def test_perfect_and_nothing():
    assert best(scores(p400=2.0, p800=1.0), STANDARD) == pytest.approx(100)
    assert best(scores(), STANDARD) == 0


def test_one_window_missed():
    assert best(scores(p400=2.0), STANDARD) == pytest.approx(50)
    assert best(scores(p400=2.0), LOW_FN) == pytest.approx(50)


def test_false_alarms_cost():
    assert best(scores(p400=1.0, p800=1.0, p200=1.0), STANDARD) == pytest.approx(100 * (4 - 0.11) / 4)
    assert best(scores(p400=1.0, p800=1.0, p200=1.0), LOW_FP) == pytest.approx(100 * (4 - 0.22) / 4)


def test_those_right_behind_a_window_cost_less_and_late_ones_earn_less():
    behind = best(scores(p400=1.0, p800=1.0, p510=1.0), STANDARD)
    assert 100 * (4 - 0.11) / 4 < behind < 100
    middle = best(scores(p450=1.0, p800=1.0), STANDARD)
    sigmoid = 2 / (1 + np.exp(-2.5)) - 1
    assert middle == pytest.approx(100 * (3 + sigmoid / (2 / (1 + np.exp(-5)) - 1)) / 4, abs=0.01)


def test_the_first_points_do_not_count():
    assert best(scores(p400=1.0, p800=1.0, p149=1.0), STANDARD) == pytest.approx(100)
    assert best(scores(p400=1.0, p800=1.0, p150=1.0), STANDARD) < 100


def test_only_the_earliest_detection_of_a_window_counts():
    several = scores(p400=1.0, p800=1.0, p810=3.0, p820=2.0)
    assert best(several, STANDARD) == pytest.approx(100)


def test_events_without_point_adjustment():
    found = nab.event_figures([FILE], [scores(p405=1.0, p200=1.0, p300=1.0)], 0.5)
    assert (found.recall, found.precision) == (0.5, pytest.approx(1 / 3))
    everything = nab.event_figures([FILE], [np.ones(1000)], 0.5)
    assert everything.precision < 0.4


def test_alerts_are_judged_as_the_same_scores_are():
    other = nab.NabFile("b/c", np.arange(1000) * 10**9, np.zeros(1000), ())
    at = {1.0: [np.array([400, 510]), np.array([300])], 2.0: [np.array([450]), np.zeros(0, dtype=np.int64)]}
    for profile in nab.PROFILES:
        sweep = nab.Sweep.of([FILE, other], at, profile)
        wanted = [best(scores(p400=1.0, p510=1.0), profile), best(scores(p450=1.0), profile)]
        wanted[0] -= 100 * profile.false_positive / (2 * (1 + profile.false_negative))
        assert sweep.scores() == pytest.approx(wanted)


def test_cross_validation_chooses_without_the_tested_files():
    windows = ((400, 499),)
    files = [nab.NabFile(f"{kind}/x", np.arange(1000) * 10**9, np.zeros(1000), windows) for kind in "aabb"]
    here, nowhere = np.array([400]), np.zeros(0, dtype=np.int64)
    at = {1.0: [here, here, nowhere, nowhere], 2.0: [nowhere, nowhere, here, here]}
    sweep = nab.Sweep.of(files, at, STANDARD)
    assert sweep.scores().max() == pytest.approx(50)
    assert nab.groups(files).tolist() == [0, 0, 1, 1]
    assert sweep.cross_validated(nab.groups(files)) == 0


def test_the_best_limit_for_alerts():
    at = {1.0: [np.array([400, 600, 850])], 2.0: [np.array([400, 850])], 3.0: [np.array([400])]}
    found = nab.alert_figures([FILE], at)
    assert (found.f1, found.threshold) == (1.0, 2.0)


def test_a_published_result_is_reproduced(corpus):
    files = nab.load(corpus / "nab")
    assert (len(files), sum(len(file.values) for file in files)) == (58, 365_558)
    nothing = [np.zeros(len(file.values)) for file in files]
    published = json.loads((corpus / "nab" / "results" / "final_results.json").read_text())["null"]
    for profile, name in zip(nab.PROFILES, published, strict=True):
        assert nab.at_threshold(nab.nab_curve(files, nothing, profile), 1.0) == pytest.approx(published[name])
