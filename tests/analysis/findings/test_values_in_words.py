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
