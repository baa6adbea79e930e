from __future__ import annotations

import json
import random
from collections.abc import Callable

import pytest

from aidebug_gui.analysis.findings.analysis import Analysis, settled
from aidebug_gui.analysis.findings.finding import Severity
from aidebug_gui.analysis.findings.rule_table import without_content
from aidebug_gui.formats.model import Layout, MessagePattern

Analyse = Callable[[str], Analysis]


def jsonl(*records: dict[str, object]) -> str:
    stamp = "2026-05-04T08:00:{:02d}.000Z"
    lines = [
        {"timestamp": stamp.format(number % 60), "level": "INFO", **record} for number, record in enumerate(records)
    ]
    return "\n".join(map(json.dumps, lines)) + "\n"


def kinds(analysis: Analysis) -> set[str]:
    return {finding.kind for finding in analysis.findings()}


WORDS_OF_FAILURE = "CUDA out of memory, Request timed out, 502 Bad Gateway, Traceback (most recent call last):"


@pytest.mark.parametrize("field", ["input", "prompt", "output", "response"])
def test_what_users_and_models_write_is_no_failure(analyse: Analyse, field: str) -> None:
    records = [
        {"message": "chat", field: f"{WORDS_OF_FAILURE} {number}", "latency_ms": 20 + number} for number in range(9)
    ]
    assert kinds(analyse(jsonl(*records))) == set()


def test_quoted_prompts_in_text_are_no_failure(analyse: Analyse) -> None:
    lines = [
        f'2026-05-04 08:00:{number:02d},000 - app - INFO - chat prompt="why CUDA out of memory {number}?" latency_ms=3'
        for number in range(20)
    ]
    assert kinds(analyse("\n".join(lines))) == set()


def test_the_same_words_in_message_error_and_traceback_are(analyse: Analyse) -> None:
    good = [{"message": "served"}] * 5
    for bad in (
        {"message": WORDS_OF_FAILURE},
        {"message": "failed", "error": WORDS_OF_FAILURE},
        {"message": "failed", "exc_info": WORDS_OF_FAILURE},
    ):
        found = kinds(analyse(jsonl(*good, bad)))
        assert {"cuda_oom", "timeout", "bad_gateway"} <= found


def test_traceback_lines_below_a_text_record_count(analyse: Analyse) -> None:
    text = (
        "2026-05-04 08:00:00,000 - app - ERROR - scoring failed\n"
        "Traceback (most recent call last):\n"
        '  File "/srv/app.py", line 3, in f\n'
        "ValueError: X has 3 features, but RandomForestClassifier is expecting 4 features as input.\n"
        "2026-05-04 08:00:01,000 - app - INFO - next\n"
    )
    analysis = analyse(text)
    found = {finding.kind: finding for finding in analysis.findings()}
    assert found["shape"].rows.tolist() == [0]
    assert "X has 3 features" in found["shape"].sentence
    assert "unhandled" not in found  # another symptom explains this record


def test_a_bare_429_is_a_token_and_a_status_429_is_a_limit(analyse: Analyse) -> None:
    assert kinds(analyse(jsonl(*[{"message": f"token ids 429 {number}"} for number in range(9)]))) == set()
    found = kinds(
        analyse(jsonl(*[{"message": "call", "status": 429 if number % 3 == 0 else 200} for number in range(9)]))
    )
    assert found == {"rate_limit"}


def test_weak_words_count_only_from_warning_on(analyse: Analyse) -> None:
    assert kinds(analyse(jsonl({"message": "client timeout is half a minute"}, {"message": "ok"}))) == set()
    assert kinds(analyse(jsonl({"message": "gateway timeout", "level": "ERROR"}, {"message": "ok"}))) == {"timeout"}


def test_finish_reasons(analyse: Analyse) -> None:
    records = [{"message": "done", "finish_reason": "length" if number < 4 else "stop"} for number in range(20)]
    found = list(analyse(jsonl(*records)).findings())
    assert {finding.kind for finding in found} == {"output_cut"}
    assert found[-1].sentence.endswith("Their finish reason is length.")
    assert found[-1].rows.tolist() == [0, 1, 2, 3]


def test_logs_of_chat_messages_are_not_searched_for_words(analyse: Analyse) -> None:
    chance = random.Random(2)
    words = ["apple", "pear", "plum", "fig", "the", "of", "my", "code", "help", "please", "python", "error"]
    records = [
        {"message": f"{' '.join(chance.choices(words, k=9))} Request timed out {' '.join(chance.choices(words, k=5))}"}
        for _ in range(300)
    ]
    mixed = [*records, {"message": "Request timed out.", "level": "ERROR"}]
    found = [finding for finding in analyse(jsonl(*mixed)).findings() if finding.kind == "timeout"]
    assert [finding.rows.tolist() for finding in found] == [[300]]


def test_without_content() -> None:
    layout = Layout(message_patterns=(MessagePattern("input", r"^Received input:\s*(.*)"),))
    assert without_content("Received input: timed out", layout) == "Received input: "
    assert without_content('call failed prompt="timed out" code=0', layout) == "call failed  code=0"
    assert without_content("request timed out", layout) == "request timed out"


def test_shares_and_times_are_in_the_sentence(analyse: Analyse) -> None:
    records = [{"message": "Request timed out." if number % 10 == 0 else "ok"} for number in range(60)]
    finding = next(finding for finding in analyse(jsonl(*records)).findings() if finding.kind == "timeout")
    assert finding.sentence == (
        "6 records (10 % of all) between 08:00:00 and 08:00:50. The first says: “Request timed out.”."
    )


def _lines(*levels_and_messages: tuple[int, str, str], records: int = 2000) -> str:
    """A log of so many records, one a second; in place of some of them others: (number, level, message)."""
    others = {number: (level, message) for number, level, message in levels_and_messages}
    return "".join(
        f"2026-01-01T{n // 3600:02d}:{n // 60 % 60:02d}:{n % 60:02d}Z {level} {message}\n"
        for n in range(records)
        for level, message in [others.get(n, ("INFO", "request served"))]
    )


def test_a_warning_that_comes_all_the_time_is_a_note(analyse):
    noise = [(n, "WARNING", "feature store timeout, asking again") for n in range(20, 2000, 100)]
    (found,) = [one for one in settled(analyse(_lines(*noise)).findings()) if one.kind == "timeout"]
    assert found.severity is Severity.INFO
    assert "They come all through the log." in found.sentence
    (seldom,) = [one for one in settled(analyse(_lines(*noise[:2])).findings()) if one.kind == "timeout"]
    assert seldom.severity is Severity.WARNING
    errors = [(n, "ERROR", message) for n, _, message in noise]
    (serious,) = [one for one in settled(analyse(_lines(*errors)).findings()) if one.kind == "timeout"]
    assert serious.severity is Severity.ERROR


def test_most_records_in_a_short_time_are_told_and_the_others_counted(analyse):
    burst = [(n, "ERROR", "upstream request timed out") for n in (100, *range(1000, 1030), 1900)]
    (found,) = [one for one in settled(analyse(_lines(*burst)).findings()) if one.kind == "timeout"]
    assert found.rows.tolist() == list(range(1000, 1030))
    assert found.count == 30
    assert "2 more at other times." in found.sentence


def test_what_names_a_failure_stands_before_what_only_counts_them(analyse):
    lines = [(10, "ERROR", '"POST /predict" 500 Internal Server Error'), (11, "ERROR", "CUDA out of memory.")]
    kinds = [one.kind for one in settled(analyse(_lines(*lines)).findings())]
    assert kinds[:2] == ["cuda_oom", "server_error"]


def logged(*messages: str, level: str = "ERROR") -> str:
    lines = (f"2026-05-04 08:00:{n:02d},000 - app - {level} - {message}" for n, message in enumerate(messages))
    return "\n".join(["2026-05-04 07:59:58,000 - app - INFO - ready", *lines]) + "\n"


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("scoring container left with exit code 137", "killed"),
        ("trainer rank 3 failed (exitcode: -9)", "killed"),
        ("the child was terminated due to signal 9", "killed"),
        ("start.sh: line 8:    41 Killed                  python serve.py", "killed"),
        ("the job returned with exit status 139", "crashed"),
        ("trainer rank 3 failed (exitcode: -7)", "shared_memory"),
        ("runner ended, signal 4", "illegal_instruction"),
        ("the engine went away: exit status 0xc000001d", "illegal_instruction"),
        ("load_tensors: offloaded 0/41 layers to GPU", "gpu_missing"),
    ],
)
def test_a_number_decides_what_a_line_means(analyse: Analyse, message: str, kind: str) -> None:
    assert kind in kinds(analyse(logged(message)))


@pytest.mark.parametrize(
    "message",
    [
        "job 7 exited with code 0",
        "tool left with exit code 1",
        "load_tensors: offloaded 41/41 layers to GPU",
        "signal 15 received",
    ],
)
def test_another_number_means_nothing(analyse: Analyse, message: str) -> None:
    assert kinds(analyse(logged(message, level="INFO"))) == set()


def test_records_of_one_shape_are_told_apart_by_their_numbers(analyse: Analyse) -> None:
    codes = [0, 0, 137, 0, 1, 137, 0]
    analysis = analyse(logged(*(f"batch job ended with exit code {code}" for code in codes), level="INFO"))
    found = {finding.kind: finding for finding in analysis.findings()}
    assert found["killed"].rows.tolist() == [3, 6]
    assert "exit code 137" in found["killed"].sentence


@pytest.mark.parametrize(
    ("message", "kind", "broader"),
    [
        ("[Rank 2] Watchdog caught collective operation timeout: ran for 600003 milliseconds before timing out", "collective", "timeout"),
        ("cannot reach the scorer: [Errno -2] Name or service not known (Connection error)", "name_unresolved", "connection"),
        ("error loading model: unknown model architecture: 'nextmodel'", "architecture_unknown", "model_not_loaded"),
        ("ImportError: cannot import name 'Client' from 'hub'", "package_conflict", "missing_package"),
        ("ImportError: DLL load failed while importing _scorer: a module was not there", "library_missing", "missing_package"),
    ],
)  # fmt: skip
def test_what_says_more_stands_for_what_says_less(analyse: Analyse, message: str, kind: str, broader: str) -> None:
    found = kinds(analyse(logged(message)))
    assert kind in found
    assert broader not in found


def test_a_refused_request_is_told_by_what_was_wrong_with_it(analyse: Analyse) -> None:
    plain = "openai.BadRequestError: Error code: 400 - {'error': {'type': 'invalid_request_error', 'param': 'top_k'}}"
    told = (
        "openai.BadRequestError: Error code: 400 - messages with role 'tool' must be a response to a preceding message"
    )
    assert "bad_request" in kinds(analyse(logged(plain)))
    assert "bad_request" not in kinds(analyse(logged(told)))


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Dirty database version 7, mend it by hand", "schema_outdated"),
        ("Error during migration 0031_tenants: lost connection", "schema_outdated"),
        ("sqlite3.OperationalError: no such column: runs.tenant", "schema_outdated"),
        ("ranker.plan: Version tag does not match, have 226, need 228", "engine_version"),
        ("the engine was built with a different version of the runtime", "engine_version"),
        ("Could not load library libcudnn_adv.so.9", "library_missing"),
        ("Unable to load any of {libcudnn_ops.so.9.1, libcudnn_ops.so}", "library_missing"),
        ("ClientError: An error occurred (AccessDenied): bucket models", "auth"),
        ("search failed: all shards failed", "store_missing"),
        ("job 12 failed: Unknown table expression 'runs'", "store_missing"),
        ("store said 'AccessDenied': Access Denied", "auth"),
        ("Could not find base path /models/ranker for servable ranker", "model_not_loaded"),
        ("Error while downloading weights", "connection"),
        ("warm-up: the kernel was compiled with an unsupported toolchain.", "cuda_error"),
    ],
)
def test_causes_beside_the_model_are_named(analyse: Analyse, message: str, kind: str) -> None:
    assert kind in kinds(analyse(logged(message)))


def test_training_data_that_are_left_out_are_told_although_they_are_warnings(analyse: Analyse) -> None:
    assert "broken_data" in kinds(analyse(logged("ignoring corrupted image or label cats/0031.jpg", level="WARNING")))
    assert "broken_data" in kinds(analyse(logged("cats: 900 found, 0 empty, 41 corrupted", level="INFO")))
    assert "broken_data" not in kinds(analyse(logged("cats: 900 found, 0 empty, 0 corrupted", level="INFO")))


@pytest.mark.parametrize(
    "message",
    [
        "migration finished in 3 s",
        "loaded library of 300 prompts",
        "labels: 12 classes",
        "corrupt answers: 0",
        "calibration engine started with version 3",
    ],
)
def test_words_of_causes_alone_mean_nothing(analyse: Analyse, message: str) -> None:
    assert kinds(analyse(logged(message, level="INFO"))) == set()


def test_what_ended_a_process_is_quoted_from_just_before(analyse: Analyse) -> None:
    lines = [
        "2026-05-04 08:00:00,000 - app - WARNING - queue is long",
        "2026-05-04 08:00:01,000 - app - ERROR - no room for batch 7",
        "2026-05-04 08:00:02,000 - app - INFO - freeing caches",
        "2026-05-04 08:00:03,000 - app - CRITICAL - worker exited with signal 9 (SIGKILL)",
    ]

    def killed(of: list[str]) -> str:
        return next(one for one in analyse("\n".join(of) + "\n").findings() if one.kind == "killed").sentence

    sentence = killed(lines)
    assert sentence.endswith("Just before: “no room for batch 7”.")
    sentence = killed([lines[0], *lines[2:]])
    assert sentence.endswith("Just before: “queue is long”.")
    assert "Just before" not in killed(lines[2:])


@pytest.mark.parametrize(
    "message", ["the job's standard error output:", "last Error response: ", "scorer error output:"]
)
def test_a_heading_above_errors_is_no_empty_answer(analyse: Analyse, message: str) -> None:
    assert "empty_prediction_text" not in kinds(analyse(logged(message)))


@pytest.mark.parametrize(
    "message", ["Output:", "  Output:", "model_output: None", "our answer: null", "for response: null"]
)
def test_an_answer_without_text_is_empty(analyse: Analyse, message: str) -> None:
    assert "empty_prediction_text" in kinds(analyse(logged(message)))


def test_a_model_that_a_table_calls_unavailable_was_not_loaded(analyse: Analyse) -> None:
    text = (
        "I0504 08:00:00.000001 1 server.cc:633] \n"
        "| Model  | Version | Status |\n"
        "| ranker | 1       | UNAVAILABLE: Internal: no backend for it |\n"
        "| tagger | 1       | READY |\n"
        "I0504 08:00:00.000002 1 metrics.cc:8] collecting\n"
    )
    found = {finding.kind: finding for finding in analyse(text).findings()}
    assert "no backend for it" in found["model_not_loaded"].sentence
