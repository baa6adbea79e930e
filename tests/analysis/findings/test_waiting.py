from __future__ import annotations

from aidebug_gui.analysis.findings.analysis import find
from aidebug_gui.analysis.findings.finding import Finding
from tests.analysis.findings.test_other_errors import lines
from tests.conftest import OpenText

GOOD = [("INFO", f"served shelf {number}") for number in range(60)]
WAITS = [("INFO", f"Waiting for shelf {number % 3} to be ready...") for number in range(90)]


def waiting(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.kind == "ends_waiting"]


def test_a_log_that_ends_waiting_is_told_with_how_long(open_text: OpenText) -> None:
    (finding,) = waiting(find(open_text(lines(*GOOD, *WAITS))))
    assert finding.rows.tolist() == [*range(60, 150)]
    assert finding.sentence == (
        "The last 90 records between 08:01:00 and 08:02:29 only say that something is waited for, for 89 s. The last one says: "
        "“Waiting for shelf 2 to be ready...”."
    )


def test_a_wait_that_is_over_or_short_or_as_long_as_others_is_nothing(open_text: OpenText) -> None:
    for said in ([*WAITS, *GOOD], [*GOOD, *WAITS[:30]], [*WAITS, *GOOD, *WAITS]):
        assert not waiting(find(open_text(lines(*said))))


def test_what_users_wait_for_and_counts_of_waiting_requests_are_nothing(open_text: OpenText) -> None:
    asked = [("INFO", "prompt='I am waiting for an answer'")] * 90
    counted = [("INFO", f"Running: {number} reqs, Waiting: 0 reqs") for number in range(90)]
    for said in (asked, counted):
        assert not waiting(find(open_text(lines(*GOOD, *said))))
