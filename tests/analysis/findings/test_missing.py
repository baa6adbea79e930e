"""Numbers that a message nearly always has are told where they are missing; what never has them, and failures, are not."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from aidebug_gui.analysis.findings.analysis import Analysis, settled
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.missing import missing_numbers

Analyse = Callable[[str], Analysis]
RECORDS = 400


def found(analysis: Analysis) -> list[Finding]:
    return list(missing_numbers(analysis.evidence, analysis.patterns))


def scored(changed: dict[int, dict[str, object]], message: str | None = "scored") -> str:
    """Return records with a score and a latency each; ``changed``: fields of some that are otherwise."""
    lines = []
    for number in range(RECORDS):
        record = {"ts": 1_767_225_600 + number, "score": 0.1 + number / 1000, "latency_ms": 30 + number % 7}
        record |= {"message": message} if message else {}
        record |= changed.get(number, {})
        lines.append(json.dumps(record) + "\n")
    return "".join(lines)


def test_scores_that_are_null(analyse: Analyse) -> None:
    (finding,) = found(analyse(scored({300: {"score": None}, 302: {"score": None}})))
    assert finding.kind == "missing_value"
    assert finding.subject == "score scored"
    assert finding.rows.tolist() == [300, 302]
    assert finding.sentence.startswith("2 of 400 records of “scored” have no score between ")


def test_records_without_a_message_are_of_one_kind(analyse: Analyse) -> None:
    (finding,) = found(analyse(scored({7: {"latency_ms": None}}, message=None)))
    assert finding.subject == "latency_ms"
    assert finding.rows.tolist() == [7]


def test_scores_that_are_no_numbers_in_a_text(analyse: Analyse) -> None:
    lines = [
        f"2026-05-04 08:{n // 60:02d}:{n % 60:02d},000 - app - INFO - done score={'None' if n in (200, 201) else n / 1000}\n"
        for n in range(RECORDS)
    ]
    (finding,) = found(analyse("".join(lines)))
    assert finding.rows.tolist() == [200, 201]


def test_what_is_told_elsewhere_or_explained_is_not_missing(analyse: Analyse) -> None:
    failed: dict[str, object] = {"score": None, "level": "error"}
    other: dict[str, object] = {"score": None, "latency_ms": None, "message": "model loaded"}
    assert found(analyse(scored({50: failed, 60: other, 70: {"score": float("nan")}}))) == []


def test_a_number_that_is_often_missing_is_no_news(analyse: Analyse) -> None:
    assert found(analyse(scored({n: {"score": None} for n in range(0, RECORDS, 10)}))) == []


@pytest.mark.parametrize(("written", "kind"), [("None", "empty_prediction_text"), ("nan", "nan")])
def test_a_label_without_its_score_is_told_once(analyse: Analyse, written: str, kind: str) -> None:
    lines = [
        f"2026-05-04 08:{n // 60:02d}:{n % 60:02d},000 INFO app: Prediction: ham ({written if n in (200, 201) else n / 1000})\n"
        for n in range(RECORDS)
    ]
    told = {one.kind: one.rows.tolist() for one in settled(analyse("".join(lines)).findings())}
    assert told[kind] == [200, 201]
    assert "missing_value" not in told
