from __future__ import annotations

from dataclasses import replace

import numpy as np
import orjson
import pytest

from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.analysis.findings.anomalies import FieldEvent, GrownEvents, anomaly_texts, field_events, untold
from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.analysis.series.model import Reason
from aidebug_gui.analysis.series.sensitivity import NORMAL_RATE, RATES
from aidebug_gui.store import open_log
from aidebug_gui.store.protocol import Cancelled, CancelToken


@pytest.fixture
def stuck(tmp_path):
    """600 random scores, then one that stands still for 150 records."""
    scores = np.random.default_rng(4).uniform(0.1, 0.6, 750).round(4)
    scores[600:] = 0.5
    path = tmp_path / "stuck.jsonl"
    lines = [
        {
            "timestamp": f"2026-01-01T10:{number // 60:02d}:{number % 60:02d}Z",
            "level": "INFO",
            "message": "m",
            "score": score,
        }
        for number, score in enumerate(scores.tolist())
    ]
    path.write_bytes(b"".join(orjson.dumps(line) + b"\n" for line in lines))
    log = open_log(path)
    assert log.wait(60)
    yield log
    log.close()


def test_every_reason_is_explained():
    texts = anomaly_texts()
    assert set(texts) == set(Reason)
    assert all(text.title and text.cause and text.fix for text in texts.values())


def test_a_score_that_stands_still(stuck):
    found = dict(field_events(stuck, Evidence(stuck)))
    (event,) = [event for event in found["score"][NORMAL_RATE] if event.reason is Reason.FLAT]
    assert event.finding.title == "Score stood still"
    assert "stuck at 0.5" in event.finding.sentence
    assert 590 <= event.first <= 620
    assert event.last == 749
    assert event.finding.rows[0] == event.first
    assert event.finding.first_ns is not None
    episode = event.finding.episode
    assert event.first <= episode.peak <= event.last
    assert episode.value == 0.5
    assert episode.reasons[0][0] == "flat"
    assert 0.99 < sum(share for _, share in episode.reasons) < 1.01
    assert event.finding.detail.startswith("Anomaly score ")
    assert ": stuck " in event.finding.detail
    assert event.finding.as_mapping()["episode"]["peak_record"] == episode.peak


def test_what_a_finding_says_already_is_left_out(stuck):
    events = [event for found in dict(field_events(stuck, Evidence(stuck))).values() for event in found[NORMAL_RATE]]
    rows = np.arange(600, 750, dtype=np.int64)
    known = Finding("stuck_score", Severity.ERROR, "t", "s", "c", "f", rows, len(rows))
    elsewhere = Finding("stuck_score", Severity.ERROR, "t", "s", "c", "f", rows - 500, len(rows))
    assert any(event.reason is Reason.FLAT for event in untold(events, [elsewhere]))
    assert not any(event.reason is Reason.FLAT for event in untold(events, [known]))


def test_a_log_without_times(tmp_path):
    path = tmp_path / "untimed.jsonl"
    values = np.random.default_rng(4).uniform(0.1, 0.6, 400).round(4)
    values[300:] = 0.5
    path.write_bytes(b"".join(orjson.dumps({"message": "m", "score": value}) + b"\n" for value in values.tolist()))
    log = open_log(path)
    assert log.wait(60)
    events = dict(field_events(log, Evidence(log)))["score"][NORMAL_RATE]
    log.close()
    assert events
    assert all(event.finding.first_ns is None for event in events)


def test_cancelled(stuck):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        list(field_events(stuck, Evidence(stuck, token)))


def test_a_burst_of_errors_is_said_by_the_error_that_it_is():
    rows = np.arange(100, 200, dtype=np.int64)
    found = Finding("anomaly_burst", Severity.WARNING, "t", "s", "c", "f", rows, len(rows))
    event = FieldEvent("errors", Reason.BURST, 100, 199, found)
    named = Finding("bad_gateway", Severity.ERROR, "t", "s", "c", "f", rows, len(rows))
    assert untold([event], [named]) == []
    assert untold([event], [replace(named, severity=Severity.WARNING)]) == [event]
    assert untold([event], [replace(named, rows=rows + 500)]) == [event]


def test_more_false_alarms_allowed_more_events_told(tmp_path):
    values = np.random.default_rng(1).standard_t(3, 3000).round(3) + 50
    path = tmp_path / "noise.jsonl"
    path.write_bytes(b"".join(orjson.dumps({"message": "m", "latency_ms": value}) + b"\n" for value in values.tolist()))
    log = open_log(path)
    assert log.wait(60)
    by_rate = dict(field_events(log, Evidence(log)))["latency_ms"]
    log.close()
    counts = [len(by_rate[rate]) for rate in RATES]
    assert counts == sorted(counts)
    assert counts[-1] > counts[0]
    shared = {event.first: event for event in by_rate[RATES[0]]}
    assert all(
        event is shared[event.first]
        for event in by_rate[RATES[1]]
        if event.last == shared.get(event.first, event).last and event.first in shared
    )


def test_what_was_told_stays_told_when_the_log_grows_and_new_events_are_added(open_text):
    rng = np.random.default_rng(9)
    values = rng.normal(100, 5, 2400)
    values[600:650] = 100.0
    values[2000:2060] += 400

    def lines(first: int, last: int) -> bytes:
        return b"".join(
            orjson.dumps({"message": "m", "latency_ms": value}) + b"\n" for value in values[first:last].tolist()
        )

    small, large = open_text(lines(0, 1500).decode()), open_text(lines(0, 2400).decode())
    opened = dict(field_events(small, Evidence(small)))
    grown = GrownEvents(opened, 1500)
    assert dict(grown.field_events(small, Evidence(small))) == opened
    now = dict(grown.field_events(large, Evidence(large)))["latency_ms"][NORMAL_RATE]
    before = opened["latency_ms"][NORMAL_RATE]
    assert before
    assert now[: len(before)] == before
    assert all(event.first >= 1500 for event in now[len(before) :])
    assert any(1990 <= event.first <= 2010 for event in now)


@pytest.mark.parametrize("others_go_on", [True, False])
def test_a_field_is_missing_only_where_the_log_goes_on(tmp_path, others_go_on):
    noise = np.random.default_rng(5).normal(100, 5, 600)
    lines = []
    for number, value in enumerate(noise.tolist()):
        second = number if number < 400 else number + 3600
        if number == 400 and others_go_on:
            lines += [{"timestamp": 1_767_225_600 + 400 + 10 * beat, "message": "alive"} for beat in range(350)]
        lines.append({"timestamp": 1_767_225_600 + second, "message": "served", "latency_ms": round(value, 2)})
    path = tmp_path / "gap.jsonl"
    path.write_bytes(b"".join(orjson.dumps(line) + b"\n" for line in lines))
    log = open_log(path)
    assert log.wait(60)
    found = [event for by_rate in dict(field_events(log, Evidence(log))).values() for event in by_rate[NORMAL_RATE]]
    log.close()
    gaps = [event for event in found if event.reason is Reason.GAP]
    assert [event.field for event in gaps] == (["latency_ms"] if others_go_on else [])


def test_a_learning_rate_may_follow_its_schedule_but_not_stand_still_within_it(open_text):
    rates = [2e-4 * min(1.0, n / 200) * (0.5 + 0.5 * float(np.cos(np.pi * n / 3000))) for n in range(3000)]
    rates[2000:2200] = [0.0] * 200
    log = open_text(
        "".join(f"2026-01-01 00:{n // 60:02d}:{n % 60:02d} INFO step={n} lr={r:.4e}\n" for n, r in enumerate(rates))
    )
    events = dict(field_events(log, Evidence(log)))["lr"][NORMAL_RATE]
    assert {event.reason for event in events} == {Reason.FLAT}


def test_the_loss_of_a_run_that_begins_is_no_event_but_one_that_rises_within_it(open_text):
    def reasons(jump_at: int) -> set[tuple[str, int]]:
        chance = np.random.default_rng(3)
        losses = np.tile(2.5 * np.exp(-np.arange(400) / 120), 3) + chance.normal(0, 0.02, 1200)
        losses[jump_at : jump_at + 20] += 1.5
        steps = (
            {"ts": 1_767_225_600 + n, "run_name": f"run-{n // 400}", "train_loss": x}
            for n, x in enumerate(losses.tolist())
        )
        log = open_text("".join(orjson.dumps(step).decode() + "\n" for step in steps))
        every = dict(field_events(log, Evidence(log)))["train_loss"][NORMAL_RATE]
        return {("begin" if event.first % 400 < 3 else "within", event.first // 400) for event in every}

    assert reasons(2000) == set()
    assert reasons(600) == {("within", 1)}


def test_that_errors_came_at_once_is_news_where_they_come_all_the_time():
    rows = np.arange(100, 200, dtype=np.int64)
    event = FieldEvent("errors", Reason.BURST, 100, 199, Finding("anomaly_burst", Severity.WARNING, *"tscf", rows, 100))
    everywhere = np.arange(0, 1000, dtype=np.int64)
    assert untold([event], [Finding("other_error", Severity.ERROR, *"tscf", everywhere, 1000)]) == [event]
    assert untold([event], [Finding("other_error", Severity.ERROR, *"tscf", everywhere[50:240], 190)]) == []


def model_lines(count: int) -> str:
    """Two models in turn whose scores differ; one of the second is as those of the first."""
    noise = np.random.default_rng(8).normal(0, 0.02, count)
    return "".join(
        orjson.dumps(
            {
                "timestamp": 1_767_225_600 + number,
                "message": "served",
                "model": "small" if number % 2 else "large",
                "score": round((0.4 if number % 2 and number != 1201 else 0.9) + by, 4),
            }
        ).decode()
        + "\n"
        for number, by in enumerate(noise.tolist())
    )


def test_what_is_usual_for_one_model_is_odd_for_another(open_text):
    log = open_text(model_lines(2000))
    evidence = Evidence(log)
    assert dict(field_events(log, evidence))["score"][NORMAL_RATE] == []
    (event,) = dict(field_events(log, evidence, "model"))["score"][NORMAL_RATE]
    assert (event.first, event.field, event.group) == (1201, "score", "small")
    assert event.finding.title.endswith("in score of “small”")
    assert event.finding.subject == "score small 1201"


def test_groups_of_a_log_that_grows(open_text):
    small, large = open_text(model_lines(1000)), open_text(model_lines(2000))
    opened = dict(field_events(small, Evidence(small), "model"))
    assert opened["score"][NORMAL_RATE] == []
    grown = GrownEvents(opened, 1000, "model")
    assert dict(grown.field_events(small, Evidence(small))) == opened
    (event,) = dict(grown.field_events(large, Evidence(large)))["score"][NORMAL_RATE]
    assert (event.first, event.group) == (1201, "small")
