from __future__ import annotations

import json

import pytest

from aidebug_gui.analysis.findings.analysis import find
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
