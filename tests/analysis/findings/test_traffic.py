from __future__ import annotations

import json

import pytest

from aidebug_gui.analysis.findings.analysis import find, settled
from tests.conftest import OpenText


@pytest.mark.parametrize("is_spread", [True, False])
def test_a_new_version_is_blamed_for_errors_all_the_time_not_for_one_burst(
    open_text: OpenText, is_spread: bool
) -> None:
    failing = range(600, 1200, 12) if is_spread else range(1000, 1050)
    lines = [
        json.dumps(
            {
                "timestamp": f"2026-05-04T{8 + second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}Z",
                "level": "ERROR" if second in failing else "INFO",
                "message": "ledger sealed" if second in failing else "served",
                "model_version": "v1" if second < 600 else "v2",
            }
        )
        for second in range(1200)
    ]
    kinds = {finding.kind for finding in find(open_text("\n".join(lines) + "\n"))}
    assert ("errors_after_version" in kinds) is is_spread
    assert ("error_burst" in kinds) is not is_spread


def test_results_between_the_calls_of_an_agent_do_not_hide_its_loop(analyse):
    steps = []
    for number in range(40):
        query = "the same" if number >= 30 else f"question {number}"
        shared = {"level": "INFO", "run_id": "run_7", "tool": "search"}
        steps += [
            {"timestamp": f"2026-01-01T00:00:{number:02d}.1Z", "event": "tool call", "args": query, **shared},
            {"timestamp": f"2026-01-01T00:00:{number:02d}.7Z", "event": "tool result", "chars": number, **shared},
        ]
    (found,) = [one for one in analyse("\n".join(map(json.dumps, steps))).findings() if one.kind == "agent_loop"]
    assert found.sentence == (
        "“search” was called with the same input 10 times in a row between 00:00:30 and 00:00:39."
    )
    assert found.count == 10


def _second(number: int) -> str:
    return f"2026-01-01T{number // 3600:02d}:{number // 60 % 60:02d}:{number % 60:02d}Z"


def test_a_retry_storm_is_told_where_it_was_not_from_the_first_retry_of_the_day(analyse):
    retrying = {100: 1, **dict.fromkeys(range(3000, 3010), 3), 7000: 1}
    lines = [
        f"{_second(number)} INFO {message}"
        for number in range(0, 7200, 2)
        for message in ["request served", *["Retrying request to /chat in 0.5 seconds"] * retrying.get(number, 0)]
    ]
    (found,) = [one for one in analyse("\n".join(lines)).findings() if one.kind == "retry_storm"]
    assert found.sentence == (
        "15 retries between 00:50:00 and 00:50:08, up to 15 within a minute. 2 more at other times."
    )
    assert found.count == len(found.rows) == 15


def test_a_burst_whose_errors_are_named_is_not_told_again(analyse):
    lines = [
        f"{_second(number)} {level} {message}"
        for number in range(4000)
        for level, message in [
            ("ERROR", ("model call failed: Request timed out.", "upstream: connection refused")[number % 2])
            if 2000 <= number < 2060
            else ("INFO", "request served")
        ]
    ]
    kinds = [one.kind for one in settled(analyse("\n".join(lines)).findings())]
    assert {"timeout", "connection"} <= set(kinds)
    assert "error_burst" not in kinds
