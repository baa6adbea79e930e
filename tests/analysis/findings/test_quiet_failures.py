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


def mentioned(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.kind == "mentioned_failure"]


def test_warnings_and_single_messages_that_speak_of_a_failure_are_one_note(open_text: OpenText) -> None:
    said = [*GOOD, ("WARNING", "Summary failed, older one is shown"), ("INFO", "could not open the shelf index"), *GOOD]
    (finding,) = mentioned(find(open_text(lines(*said))))
    assert finding.rows.tolist() == [300, 301]
    assert finding.severity is Severity.INFO
    assert finding.sentence == (
        "2 records speak of a failure below ERROR between 08:05:00 and 08:05:01. 1 says “Summary failed, older one is shown”. "
        "1 says “could not open the shelf index”."
    )


def test_lines_without_a_level_must_begin_with_it(open_text: OpenText) -> None:
    text = "loading shelf 7\nFailed to open shelf index 3\nthe user said that opening failed again\nshelf 8 is open\n"
    (finding,) = mentioned(find(open_text(text)))
    assert finding.rows.tolist() == [1]


def test_what_a_rule_explains_is_not_mentioned_as_well(open_text: OpenText) -> None:
    said = [("WARNING", "Upload failed: No space left on device"), ("WARNING", "2 shelves passed, 0 failed")]
    assert not mentioned(find(open_text(lines(*GOOD, *said, *GOOD))))
