"""A score that is judged against what was true."""

from __future__ import annotations

import json
import random
import time

import pytest

from aidebug_gui.analysis.ground_truth import AGREEMENT, RIGHT, WRONG, Judge, is_sure, judge, truth_fields
from aidebug_gui.store import open_log
from tests.analysis.test_growing_analysis import until_read


def lines(rows):
    return "".join(json.dumps({"score": score, "outcome": label, "n": 1}) + "\n" for score, label in rows)


def test_the_value_with_the_higher_scores_is_the_positive_one(open_text):
    log = open_text(lines([(0.9, "north"), (0.2, "south"), (0.8, "north"), (0.4, "south")]))
    assert truth_fields(log) == ["outcome"]
    found = judge(log, "score", "outcome")
    assert (found.positive, found.negative, found.count) == ("north", "south", 4)
    counts = found.truth.confusion(0.5)
    assert (counts.true_positives, counts.false_positives) == (2, 0)


@pytest.mark.parametrize("missing", ["NaN", "Infinity"])
def test_a_value_without_scores_judges_nothing(open_text, missing):
    log = open_text(lines([(0.9, "north"), (0.2, "south"), (0.8, "north")]).replace("0.2", missing))
    assert judge(log, "score", "outcome").truth is None


def test_more_than_two_classes_are_right_or_wrong(open_text):
    made = [("a", "a", 0.9), ("b", "b", 0.8), ("c", "a", 0.7), ("a", "c", 0.2), ("c", None, 0.1)]
    rows = [{"y_pred": label, "y_true": target, "score": score} for label, target, score in made]
    log = open_text("".join(json.dumps({k: v for k, v in row.items() if v is not None}) + "\n" for row in rows))
    assert truth_fields(log) == [AGREEMENT]
    assert is_sure(AGREEMENT)
    found = judge(log, "score", AGREEMENT)
    assert (found.positive, found.negative, found.count) == (RIGHT, WRONG, 5)
    counts = found.truth.confusion(0.5)
    assert (counts.true_positives, counts.false_positives, counts.false_negatives) == (2, 1, 0)
    assert counts.true_negatives == 1  # without a truth a record is neither


@pytest.mark.parametrize("truth", ["outcome", "target", ""])
def test_what_came_is_judged_as_all_of_it(tmp_path, truth):
    chance = random.Random(2)
    names = {"outcome": ("north", "south"), "target": ("cat", "dog"), "": ("", "")}[truth]
    rows = []
    for number in range(900):
        name = chance.choice(names)
        row = {
            "score": round(chance.betavariate(5, 2) if name == names[0] else chance.betavariate(2, 5), 2),
            truth: name,
        }
        row |= {"label": chance.choice(names)} if truth == "target" else {}
        rows.append(json.dumps({"n": number} if number % 9 == 0 else row) + "\n")
    path = tmp_path / "growing.jsonl"
    path.write_text("".join(rows[:300]))
    log = open_log(path, follow=True)
    try:
        asked = AGREEMENT if truth == "target" else truth
        known = Judge(log, "score", asked)
        for first, stop in ((0, 300), (300, 301), (301, 640), (640, 900)):
            if first:
                with path.open("a") as file:
                    file.write("".join(rows[first:stop]))
            until_read(log, path.stat().st_size)
            found, whole = known.judged(), judge(log, "score", asked)
            assert (found.count, found.positive, found.negative) == (whole.count, whole.positive, whole.negative)
            assert (found.calibration, found.truth is None) == (whole.calibration, not truth)
            for at in (0.2, 0.5, 0.8):
                assert found.above.episodes(at) == whole.above.episodes(at) > 0
                assert found.below.records(at) == whole.below.records(at)
                assert found.truth is None or found.truth.confusion(at) == whole.truth.confusion(at)
    finally:
        log.close()


def test_a_third_value_that_comes_later_ends_the_judgement(tmp_path):
    path = tmp_path / "growing.jsonl"
    path.write_text(lines([(0.9, "north"), (0.2, "south"), (0.8, "north"), (0.4, "south")]))
    log = open_log(path, follow=True)
    try:
        until_read(log, path.stat().st_size)
        known = Judge(log, "score", "outcome")
        assert known.judged().truth is not None
        with path.open("a") as file:
            file.write(lines([(0.5, "west")] * 3))
        until_read(log, path.stat().st_size)
        found = known.judged()
        assert (found.count, found.truth) == (7, None)
    finally:
        log.close()


def test_records_that_get_other_numbers_are_judged_anew(tmp_path):
    def write(name, *rows):
        with (tmp_path / name).open("a") as file:
            file.writelines(
                json.dumps({"time": 1_700_000_000 + second, "score": score, "outcome": label}) + "\n"
                for second, score, label in rows
            )

    write("a.log", (0, 0.9, "north"), (5, 0.8, "north"), (6, 0.7, "north"), (9, 0.3, "south"))
    write("b.log", (1, 0.2, "south"))
    log = open_log(tmp_path, follow=True)
    try:
        assert log.wait(60)
        known = Judge(log, "score", "outcome")
        assert known.judged().count == 5
        before = log.state().generation
        write("b.log", (2, 0.1, "south"))  # late: it belongs before records that were judged
        end = time.monotonic() + 60
        while log.state().generation == before or log.state().records < 6:
            assert time.monotonic() < end
            time.sleep(0.02)
        counts = known.judged().truth.confusion(0.15)
        assert (counts.true_positives, counts.false_positives, counts.true_negatives) == (3, 2, 1)
    finally:
        log.close()
