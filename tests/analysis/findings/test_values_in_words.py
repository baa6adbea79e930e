"""Logs whose messages are sentences: inputs in quotes, confidences without a sign, attempts at INFO."""

from __future__ import annotations

import random


def _line(second: int, text: str) -> str:
    return f"2026-01-01 {second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d} | INFO | app.predict | {text}\n"


def _service(count: int, odd: range, text: str | None = None, score: float | None = None) -> str:
    """Requests, of which those in ``odd`` have this text and this score."""
    chance = random.Random(5)
    lines = []
    for n in range(count):
        usual = f"great phone number {chance.choice('abcdefgh')} {n}", min(0.999, chance.betavariate(7, 1.6))
        said, sure = (
            usual if n not in odd else (usual[0] if text is None else text, usual[1] if score is None else score)
        )
        lines.append(_line(4 * n, f"Received payload '{said}'"))
        lines.append(
            _line(4 * n + 1, f"Returned POSITIVE with confidence {sure:.4f} in {chance.uniform(30, 50):.1f}ms")
        )
    return "".join(lines)


def test_a_quoted_input_that_is_empty(analyse):
    (found,) = [one for one in analyse(_service(600, range(300, 340), text="")).findings() if one.kind == "empty_input"]
    assert found.count == 40
    assert found.rows.tolist() == list(range(600, 680, 2))


def test_a_confidence_without_a_sign_that_stands_still(analyse):
    kinds = {one.kind: one for one in analyse(_service(900, range(500, 700), score=0.5012)).findings()}
    assert kinds["stuck_score"].count == 200
    assert "stuck_score" not in {one.kind for one in analyse(_service(900, range(0))).findings()}


def test_attempts_at_info_are_a_storm_and_a_first_attempt_is_none(analyse):
    usual = [_line(10 * n, f"[{n:06x}] step 1 done, {n * 7 % 90} chars") for n in range(400)]
    storm = [
        _line(4000 + 3 * n, f"[{n // 4:06x}] upstream busy, attempt {n % 4 + 1} of 5, sleeping {n % 4}.5s")
        for n in range(60)
    ]
    (found,) = [one for one in analyse("".join(usual + storm)).findings() if one.kind == "retry_storm"]
    assert found.count == 60
    starts = [_line(4000 + 3 * n, f"Starting attempt 1 of {n % 3 + 2}") for n in range(60)]
    assert "retry_storm" not in {one.kind for one in analyse("".join(usual + starts)).findings()}


def _loads(levels: list[int], seed: int = 4) -> str:
    chance = random.Random(seed)
    return "".join(
        _line(40 * n, f"Loaded {round(level * chance.uniform(0.9, 1.1))} rows from features")
        + _line(40 * n + 1, f"Scored shard {n} with {chance.randint(3, 9)} workers, {n % 7} waiting")
        for n, level in enumerate(levels)
    )


def test_a_number_in_a_sentence_that_becomes_zero_is_told_once_and_its_return_is_not(analyse):
    log = _loads([36_000] * 400 + [0] * 120 + [36_000] * 300)
    (found,) = [one for one in analyse(log).findings() if one.kind == "number_in_words"]
    assert "It went from 35,9" in found.sentence
    assert " to 0 at" in found.sentence
    assert "One says: “Loaded 0 rows from features”." in found.sentence
    assert abs(int(found.rows[0]) - 800) <= 20
    assert abs(int(found.rows[-1]) - 1040) <= 20


def test_numbers_that_vary_count_or_start_small_are_not_told(analyse):
    assert not [
        one
        for levels in ([36_000] * 800, [20] * 40 + [36_000] * 760, list(range(100, 900)))
        for one in analyse(_loads(levels)).findings()
        if one.kind == "number_in_words"
    ]


def test_a_number_that_is_a_field_is_left_to_the_rules_of_fields(analyse):
    steps = [_line(30 * n, f"Finished batch {n} in {9.5 + n % 5 if n < 400 else 60 + n % 5}s") for n in range(600)]
    kinds = {one.kind for one in analyse("".join(steps)).findings()}
    assert "number_in_words" not in kinds or "latency_step" not in kinds
    assert kinds & {"number_in_words", "latency_step"}


def test_an_agent_that_calls_the_same_again_and_again_in_words(analyse):
    calls = [("search", f"'order {n}'") if not 300 <= n < 312 else ("search", "'refund'") for n in range(500)]
    lines = []
    for n, (tool, given) in enumerate(calls):
        lines.append(_line(9 * n, f"[{n // 12:06x}] step {n % 12 + 1}: calling {tool}({given})"))
        lines.append(_line(9 * n + 3, f"[{n // 12:06x}] {tool} returned {n * 37 % 900 + 80} chars"))
    (found,) = [one for one in analyse("".join(lines)).findings() if one.kind == "agent_loop"]
    assert "“search” was called with the same input 12 times in a row" in found.sentence
    assert found.rows.tolist() == list(range(600, 624, 2))
