from __future__ import annotations

import json

from aidebug_gui.analysis.findings.analysis import find
from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.store.log import FileLog
from tests.conftest import OpenText


def lines(*said: tuple[str, str]) -> str:
    return "".join(
        json.dumps(
            {"timestamp": f"2026-05-04T08:{second // 60:02d}:{second % 60:02d}Z", "level": level, "message": text}
        )
        + "\n"
        for second, (level, text) in enumerate(said)
    )


def found(log: FileLog) -> dict[str, Finding]:
    return {finding.kind: finding for finding in find(log)}


def test_what_the_log_calls_an_error_is_told_with_its_words(open_text: OpenText) -> None:
    good = [("INFO", f"served {number}") for number in range(20)]
    bad = [("ERROR", f"ledger {number} is sealed") for number in range(3)] + [("ERROR", "no such tenant")]
    finding = found(open_text(lines(*good, *bad)))["other_error"]
    assert finding.rows.tolist() == [20, 21, 22, 23]
    assert finding.severity is Severity.ERROR
    assert finding.sentence == (
        "4 records are errors between 08:00:20 and 08:00:23. 3 say “ledger 0 is sealed”. 1 says “no such tenant”."
    )


def test_errors_that_a_rule_explains_are_not_told_again_and_stand_before_the_others(open_text: OpenText) -> None:
    text = lines(("ERROR", "no such tenant"), ("INFO", "served"), ("ERROR", "CUDA out of memory"))
    told = find(open_text(text))
    assert [finding.kind for finding in told] == ["cuda_oom", "other_error"]
    assert told[1].rows.tolist() == [0]
    assert told[1].sentence.endswith("The first says: “no such tenant”.")


def test_only_the_most_frequent_are_quoted(open_text: OpenText) -> None:
    words = ("ledger sealed", "tenant unknown", "index stale", "shard lost", "queue frozen")
    finding = found(open_text(lines(*[("ERROR", word) for word in words for _ in range(2)])))["other_error"]
    assert finding.sentence.count("say") == 3
    assert finding.sentence.endswith("2 other messages are rarer.")


def test_a_message_that_seldom_is_an_error_is_no_new_error(open_text: OpenText) -> None:
    start = [("INFO", f"served {number}") for number in range(300)]
    later = [("ERROR" if number == 7 else "INFO", f"span {number} closed") for number in range(20)]
    assert {"other_error"} == {"other_error", "new_pattern"} & set(found(open_text(lines(*start, *later))))
    always = [("ERROR", f"span {number} closed") for number in range(20)]
    assert "new_pattern" in found(open_text(lines(*start, *always)))


def test_the_telling_line_is_plain_and_no_source_code(open_text: OpenText) -> None:
    coloured = "2026-05-04 08:00:00 | ERROR | app:f:3 - failed\nTraceback (most recent call last):\n\x1b[31m\x1b[1mKeyError\x1b[0m: 'x'\n"
    assert "“KeyError: 'x'”" in found(open_text(coloured))["unhandled"].sentence
    record = {
        "message": "call failed",
        "level": "ERROR",
        "error": "litellm.RateLimitError: slow down",
        "traceback": 'Traceback (most recent call last):\n  File "a.py", line 3\n    raise litellm.RateLimitError(\n',
    }
    sentence = found(open_text(json.dumps(record) + "\n"))["rate_limit"].sentence
    assert sentence.endswith("The first says: “litellm.RateLimitError: slow down”.")
    in_one_line = {
        "message": "failed Traceback (most recent call last):\\n  File a\\nZeroDivisionError: division by zero"
    }
    assert (
        "“ZeroDivisionError: division by zero”"
        in found(open_text(json.dumps(in_one_line) + "\n"))["unhandled"].sentence
    )


def test_an_exception_in_json_is_quoted_by_its_type_and_text(open_text: OpenText) -> None:
    caught = "An error has been caught in function 'main', process 'MainProcess' (1), thread 'MainThread' (1):"
    records = []
    for number in range(60):
        failed = number % 20 == 7
        record = {
            "elapsed": {"repr": "0:00:01", "seconds": 1.0},
            "exception": {"type": "LedgerSealed", "value": f"ledger {number}", "traceback": True} if failed else None,
            "level": {"icon": "", "name": "ERROR" if failed else "INFO", "no": 40 if failed else 20},
            "message": caught if failed else f"step {number}",
            "time": {"repr": f"2026-05-04 08:00:{number:02d}+00:00", "timestamp": 1_777_881_600 + number},
        }
        records.append(json.dumps({"text": "", "record": record}) + "\n")
    finding = found(open_text("".join(records)))["other_error"]
    assert finding.count == 3
    assert finding.sentence.endswith("The first says: “LedgerSealed: ledger 7”.")


def test_an_error_line_behind_a_record_that_went_well_is_an_error(open_text: OpenText) -> None:
    text = (
        "INFO:     Started server process [411]\n"
        "INFO:     Application startup complete.\n"
        "Error: the shelf plan 'north.yml' names no owner\n"
        "INFO:     Waiting for visitors.\n"
        "a second line of what it waits for\n"
    )
    finding = found(open_text(text))["other_error"]
    assert finding.rows.tolist() == [1]
    assert finding.sentence.endswith("The first says: “Error: the shelf plan 'north.yml' names no owner”.")


def test_a_message_that_only_announces_is_quoted_with_what_follows(open_text: OpenText) -> None:
    text = (
        "INFO 09-06 01:18:09.145 [serve.py:3] shelf 1 is open\n"
        "ERROR 09-06 01:18:10.145 [serve.py:5] Shelf plan is refused:\n"
        "ERROR 09-06 01:18:10.145 [serve.py:5]   - owner not in list: 'north'\n"
    )
    finding = found(open_text(text))["other_error"]
    assert finding.sentence.endswith("The first says: “Shelf plan is refused: - owner not in list: 'north'”.")


def test_a_request_is_quoted_with_what_was_printed_for_it(open_text: OpenText) -> None:
    text = "10:40:32.00  shelf.vercel.app  error  λ POST /api/plan\nError: the shelf has no owner\n    at plan (a.js:3:1)\n"
    finding = found(open_text(text))["other_error"]
    assert finding.sentence.endswith("The first says: “λ POST /api/plan Error: the shelf has no owner”.")


def test_a_panic_is_quoted_with_the_line_behind_it(open_text: OpenText) -> None:
    text = "opening shelf 3\nthread 'main' panicked at src/shelf.rs:80:32:\nno such plan: north\nnote: run with RUST_BACKTRACE=1\n"
    finding = found(open_text(text))["other_error"]
    assert finding.rows.tolist() == [1]
    assert finding.sentence.endswith("“thread 'main' panicked at src/shelf.rs:80:32: no such plan: north”.")


def test_an_error_line_behind_a_warning_that_a_rule_explains_is_told_as_well(open_text: OpenText) -> None:
    text = "2026-05-04 08:00:00 - WARNING - environment variable SHELF_KEY is not set\nError: no shelf could be made\n"
    told = found(open_text(text))
    assert told["setting_missing"].rows.tolist() == [0]
    assert told["other_error"].sentence.endswith("The first says: “Error: no shelf could be made”.")
