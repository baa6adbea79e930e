from __future__ import annotations

import json
import random

from aidebug_gui.analysis.findings.finding import Severity


def _log(labels: list[str], scores: list[float], **others: list[object]) -> str:
    columns = {"label": labels, "score": scores, **others}
    return "".join(
        json.dumps(
            {
                "timestamp": f"2026-01-01T{n // 3600:02d}:{n // 60 % 60:02d}:{n % 60:02d}Z",
                "level": "INFO",
                "message": "classified",
                **{name: values[n] for name, values in columns.items()},
            }
        )
        + "\n"
        for n in range(len(labels))
    )


def _usual(count: int, seed: int = 1) -> tuple[list[str], list[float]]:
    chance = random.Random(seed)
    labels = chance.choices(["ok", "spam", "toxic"], [0.8, 0.12, 0.08], k=count)
    return labels, [round(chance.betavariate(1.4, 6), 4) for _ in range(count)]


def test_a_label_that_comes_far_more_often_for_a_while(analyse):
    labels, scores = _usual(2000)
    labels[1000:1200] = random.Random(2).choices(["ok", "spam", "toxic"], [0.3, 0.08, 0.62], k=200)
    (found,) = [one for one in analyse(_log(labels, scores)).findings() if one.kind == "label_share"]
    assert found.severity is Severity.WARNING
    assert found.title == "Far more often than before: label “toxic”"
    assert "of 200 records between 00:16:40 and 00:19:59 have label “toxic”; before it was" in found.sentence
    assert 1000 <= found.rows[0] < 1010
    assert 1190 <= found.rows[-1] < 1200


def test_scores_above_the_usual_threshold_in_a_row(analyse):
    labels, scores = _usual(2000)
    scores[1510:1550] = [0.83 + n / 400 for n in range(40)]
    (found,) = [one for one in analyse(_log(labels, scores)).findings() if one.kind == "score_share"]
    assert found.title == "Far more often than before: a score above 0.8"
    assert set(range(1510, 1550)) <= set(found.rows.tolist())


def test_a_cache_that_no_longer_hits_is_told_and_what_lasts_is_told_once(analyse):
    labels, scores = _usual(4000)
    chance = random.Random(3)
    hits: list[object] = [chance.random() < (0.4 if n < 1500 else 0.02) for n in range(4000)]
    found = [one for one in analyse(_log(labels, scores, cache_hit=hits)).findings() if one.kind == "value_share"]
    assert [one.title for one in found] == ["Far more often than before: cache_hit “false”"]
    assert 1490 <= found[0].rows[0] < 1560


def test_nothing_is_told_of_shares_that_only_vary_by_chance(analyse):
    for seed in range(3):
        labels, scores = _usual(5000, seed)
        kinds = {one.kind for one in analyse(_log(labels, scores)).findings()}
        assert not kinds & {"label_share", "score_share", "value_share"}


def test_that_a_lasting_change_ends_is_not_told(analyse):
    labels, scores = _usual(6000)
    chance = random.Random(3)
    hits: list[object] = [chance.random() < (0.02 if 1500 <= n < 4000 else 0.5) for n in range(6000)]
    found = [one for one in analyse(_log(labels, scores, cache_hit=hits)).findings() if one.kind == "value_share"]
    assert [one.title for one in found] == ["Far more often than before: cache_hit “false”"]


def test_the_run_that_records_are_of_is_no_share(analyse):
    labels, scores = _usual(2000)
    runs: list[object] = [f"run-{n // 400}" for n in range(2000)]
    found = [one.title for one in analyse(_log(labels, scores, run_name=runs)).findings() if one.kind == "value_share"]
    assert found == []
    found = [one.title for one in analyse(_log(labels, scores, region=runs)).findings() if one.kind == "value_share"]
    assert found
