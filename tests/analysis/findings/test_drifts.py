"""A drift is told where it is strong and lasts, from where it began, however much comes after it."""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
import pytest

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.drifts import drift_findings
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.store.log import FileLog

OpenText = Callable[[str], FileLog]
RECORDS, SINCE = 9000, 5000


def served(count: int, *, scores: bool = False, labels: bool = False, until: int = RECORDS) -> str:
    """Return predictions of which scores or labels are distributed otherwise from ``SINCE`` to ``until``."""
    chance = np.random.default_rng(3)
    usual, other, dice = chance.beta(2, 5, RECORDS), chance.beta(5, 2, RECORDS), chance.random(RECORDS)
    lines = []
    for number in range(count):
        inside = SINCE <= number < until
        score = other[number] if scores and inside else usual[number]
        label = "spam" if dice[number] < (0.5 if labels and inside else 0.1) else "ham"
        record = {"ts": 1_767_225_600 + number, "message": "served", "score": round(float(score), 4), "label": label}
        lines.append(json.dumps(record) + "\n")
    return "".join(lines)


def found(log: FileLog) -> dict[str, Finding]:
    return {finding.kind: finding for finding in drift_findings(Evidence(log))}


def test_no_drift_no_finding(open_text: OpenText) -> None:
    assert found(open_text(served(RECORDS))) == {}


def test_a_drift_of_scores_is_told_from_where_it_began(open_text: OpenText) -> None:
    finding = found(open_text(served(RECORDS, scores=True)))["score_drift"]
    assert finding.rows[0] == SINCE
    assert finding.count == RECORDS - SINCE
    assert finding.sentence.startswith("88 % of 4,000 scores between 01:23:20 and 02:29:59 are above ")
    assert "of the first 2,000 only 10.0 % (PSI " in finding.sentence


def test_a_drift_of_labels(open_text: OpenText) -> None:
    told = found(open_text(served(RECORDS, labels=True)))
    assert set(told) == {"label_drift"}
    assert told["label_drift"].rows[0] == SINCE
    assert "have the label “" in told["label_drift"].sentence


def test_what_was_told_stays_where_the_log_goes_on(open_text: OpenText) -> None:
    early = found(open_text(served(7200, scores=True)))["score_drift"]
    late = found(open_text(served(RECORDS, scores=True, until=7000)))["score_drift"]
    assert early.rows[0] == late.rows[0] == SINCE
    assert late.rows[-1] < 7000


@pytest.mark.parametrize("until", [SINCE + 400, SINCE + 1400])
def test_what_is_soon_over_is_no_drift(open_text: OpenText, until: int) -> None:
    assert found(open_text(served(RECORDS, scores=True, until=until))) == {}


def test_a_drift_in_a_short_log(open_text: OpenText) -> None:
    chance = np.random.default_rng(3)
    scores = np.append(chance.normal(0.85, 0.04, 60), chance.normal(0.6, 0.04, 60)).round(4).tolist()
    lines = [
        json.dumps({"ts": 1_767_225_600 + at, "message": "m", "score": one}) + "\n" for at, one in enumerate(scores)
    ]
    finding = found(open_text("".join(lines)))["score_drift"]
    assert 56 <= finding.rows[0] <= 64
    assert finding.sentence.startswith("Only 0 % of 56 scores ")
    assert found(open_text("".join(lines[:60]))) == {}


@pytest.mark.parametrize("count", [120, 250, 700, 2500])
def test_chance_is_no_drift_in_short_logs(open_text: OpenText, count: int) -> None:
    for seed in range(5):
        scores = np.random.default_rng(seed).beta(2, 5, count).round(4).tolist()
        lines = [json.dumps({"ts": 1_767_225_600 + at, "message": "m", "score": one}) for at, one in enumerate(scores)]
        assert found(open_text("\n".join(lines) + "\n")) == {}
