from __future__ import annotations

from aidebug_gui.analysis.findings.analysis import find
from aidebug_gui.analysis.findings.finding import Finding, Severity
from tests.analysis.findings.test_other_errors import lines
from tests.conftest import OpenText

GOOD = [("INFO", f"Prediction: 0.{number}") for number in range(100, 400)]


def quiet(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.kind == "quiet_failure"]


def test_failures_at_info_are_told_with_what_they_say_and_that_they_are_new(open_text: OpenText) -> None:
    bad = [("INFO", "Prediction failed: the scaler has no attribute 'mean'")] * 12
    (finding,) = quiet(find(open_text(lines(*GOOD, *bad, *GOOD))))
    assert finding.rows.tolist() == [*range(300, 312)]
    assert finding.severity is Severity.WARNING
    assert finding.sentence == (
        "12 records say so at level INFO (2.0 % of all) between 08:05:00 and 08:05:11. It was never said in the 300 records "
        "before. The first says: “Prediction failed: the scaler has no attribute 'mean'”."
    )


def test_a_few_failures_all_through_the_log_are_a_note(open_text: OpenText) -> None:
    said = [
        ("INFO", "Refresh failed, using what is there") if number % 60 == 7 else line
        for number, line in enumerate(GOOD * 2)
    ]
    (finding,) = quiet(find(open_text(lines(*said))))
    assert finding.severity is Severity.INFO
    assert "all through the log" in finding.sentence


def test_what_a_rule_names_and_what_is_a_warning_is_not_told_again(open_text: OpenText) -> None:
    named = [("INFO", "Upload failed: No space left on device")] * 12
    warned = [("WARNING", "Upload failed: shelf is sealed")] * 12
    seldom = [("INFO", "Upload failed: shelf is sealed")] * 3
    for bad in (named, warned, seldom):
        assert not quiet(find(open_text(lines(*GOOD, *bad, *GOOD))))


def test_what_users_write_about_failures_is_no_failure(open_text: OpenText) -> None:
    asked = [("INFO", "User input: my payment failed again")] * 12
    assert not quiet(find(open_text(lines(*GOOD, *asked, *GOOD))))
