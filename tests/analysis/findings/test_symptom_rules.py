from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from aidebug_gui.analysis.findings.rule_table import Meanings, bits_of
from aidebug_gui.analysis.findings.symptom_rules import SymptomError, read_rules, symptom_rules

EXAMPLES = {
    "worker_stuck": "Watchdog timeout (self.watchdog_timeout=0)",
    "no_access": "PermissionError: [Errno 13] Permission denied: '/models/cache'",
    "stored_data_broken": 'Panic occurred: Failed to load local shard "./storage/docs/0": Wal error: Can\'t init WAL',
    "cuda_oom": "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 0 MiB.",
    "kv_cache_full": "Sequence group 0 is preempted by PreemptionMode.RECOMPUTE mode",
    "disk_full": "OSError: [Errno 0] No space left on device",
    "host_oom": "Out of memory: Killed process 0 (python)",
    "worker_killed": "Worker (pid:0) was sent SIGKILL! Perhaps out of memory?",
    "interrupted": 'Traceback (most recent call last): File "/srv/fit.py", line 30, in wait KeyboardInterrupt',
    "cuda_error": "RuntimeError: CUDA error: an illegal memory access was encountered",
    "engine_dead": "EngineDeadError: EngineCore encountered an issue.",
    "model_not_loaded": "llama_model_load: error loading model: failed to load model",
    "schema_outdated": "error: Dirty database version 0. Fix and force version.",
    "engine_version": "the engine plan file is generated on an incompatible device",
    "library_missing": "Could not load library libcudnn_adv.so.0",
    "broken_data": "ignoring corrupted image or label",
    "quota": "Error code: 0 - insufficient_quota",
    "rate_limit": "openai.RateLimitError: Error code: 0",
    "nobody_serves": "router: no healthy deployments found for model house-large, try again in 30 seconds",
    "overloaded": "overloaded_error: Overloaded",
    "unavailable": "503 Service Unavailable",
    "no_open_port": "==> Port scan timeout reached, no open ports detected. Bind your service to at least one port.",
    "context_length": "This model's maximum context length is 0 tokens",
    "prompt_truncated": "truncating input prompt limit=0 prompt=0",
    "content_filter": "content_policy_violation",
    "output_cut": "openai.LengthFinishReasonError",
    "timeout": "openai.APITimeoutError: Request timed out.",
    "bad_gateway": '"POST /predict" 0 Bad Gateway',
    "already_stored": "Insert of existing embedding ID: shelf-41",
    "port_in_use": "[Errno 0] address already in use",
    "connection": "ConnectionRefusedError: [Errno 0] Connection refused",
    "auth": "Incorrect API key provided",
    "retry": "Retrying request to /chat/completions in 0.0 seconds",
    "json_parse": "json.decoder.JSONDecodeError: Expecting value: line 0 column 0",
    "tool_call": "Error calling tool fetch on server",
    "shape": "mat0 and mat0 shapes cannot be multiplied (0x0 and 0x0)",
    "bad_input": "PIL.UnidentifiedImageError: cannot identify image file",
    "missing_package": 'Form data requires "python-multipart" to be installed.',
    "fallback": "Low confidence, falling back to default answer",
    "nan": "{'loss': 0.0, 'grad_norm': nan}",
    "missing_features": "Features missing, using defaults for 0 of 0",
    "empty_prediction_text": "Prediction: ",
    "server_error": '"POST /predict" 0 Internal Server Error',
    "unhandled": "Traceback (most recent call last):",
    "kv_cache_small": "ValueError: No available memory for the cache blocks.",
    "shared_memory": "DataLoader worker (pid 0) is killed by signal: Bus error",
    "illegal_instruction": "the runner ended: signal: illegal instruction",
    "crashed": "line 0: 0 Segmentation fault (core dumped) python serve.py",
    "killed": "the scoring job ended with exit code 0",
    "collective": "[Rank 0] Watchdog caught collective operation timeout: OpType=ALLREDUCE",
    "gpu_missing": "no GPU detected, falling back to CPU",
    "architecture_unknown": "unknown model architecture: 'nextmodel'",
    "model_unknown": "Error code: 0 - model_not_found: The model `gpt-x` does not exist",
    "chat_template": "ValueError: tokenizer.chat_template is not set",
    "tokenizer": "OSError: Can't load tokenizer for 'our/model'",
    "message_history": "messages with role 'tool' must be a response to a preceding message",
    "embedding_dimension": "Collection expecting embedding with dimension of 0, got 0",
    "command_missing": "Error: spawn uvx ENOENT",
    "setting_missing": "OPENAI_API_KEY is not set",
    "cors": "blocked by CORS policy: No 'Access-Control-Allow-Origin' header",
    "name_unresolved": "getaddrinfo ENOTFOUND model-server",
    "certificate": "SSL: CERTIFICATE_VERIFY_FAILED",
    "peer_closed": "httpx.RemoteProtocolError: Server disconnected without sending a response.",
    "crash_loop": "Back-off restarting failed container scorer",
    "not_scheduled": "0/0 nodes are available: 0 Insufficient nvidia.com/gpu",
    "heartbeat_lost": "Detected zombie job: train_daily",
    "pool_exhausted": "QueuePool limit of size 0 overflow 0 reached",
    "store_missing": 'relation "documents" does not exist',
    "event_loop": "RuntimeError: Event loop is closed",
    "agent_limit": "GraphRecursionError: Recursion limit of 0 reached",
    "package_conflict": "ImportError: cannot import name 'Client' from 'hub'",
    "bad_request": "openai.BadRequestError: Error code: 0",
}
INNOCENT = (
    "timeout=0 retries=0", "Application startup complete", "prediction served", "GET /health", "cache miss for template v0",
    "model call finished", "no errors found", "request_timeout set to 0", "loaded model fraud v0", "Prediction: spam (0.0)",
    "connection pool size 0", "tool called", "memory usage 0 MB", "Finding 'running' jobs without a recent heartbeat",
    "tokenizer loaded from the cache", "GPU found: A0", "collection docs loaded, dimension 0", "health check passed",
    "Access-Control-Allow-Origin: *", "certificate renewed", "max_steps: 0", "the chat template was applied", "x0: 0.0",
    "model.generate: the argument max_length is deprecated", "Failing jobs without heartbeat after 0", "HTTP status: 0",
)  # fmt: skip


def test_every_rule_has_an_example_that_it_alone_explains() -> None:
    rules = symptom_rules()
    assert {symptom.name for symptom in rules.symptoms} == set(EXAMPLES)
    for symptom in rules.symptoms:
        assert symptom in [known for _, known in rules.hinted(EXAMPLES[symptom.name])], symptom.name
        assert symptom.pattern.search(EXAMPLES[symptom.name]), symptom.name


def test_a_status_or_finish_reason_means_one_symptom() -> None:
    rules = symptom_rules()
    for values in ([s.status for s in rules.symptoms], [s.finish_reason for s in rules.symptoms]):
        said = [value for group in values for value in group]
        assert len(said) == len(set(said))


def test_rules_are_more_than_a_machine_word_has_bits() -> None:
    rules = symptom_rules()
    last = [*rules.life][-1]
    assert bits_of(last) == 1 << len(rules.symptoms) + len(rules.life) - 1 > 1 << 64
    meanings = Meanings.numbered([0, bits_of(last), 1, bits_of(last)])
    assert meanings.of.tolist() == [0, 1, 2, 1, 0]
    assert meanings.bits == (0, bits_of(last), 1)


@pytest.mark.parametrize("text", ["Backend worker did not respond in given time", "db did not answer within 0 s"])
def test_nobody_answered(text: str) -> None:
    rules = symptom_rules()
    assert [symptom.name for _, symptom in rules.hinted(text) if symptom.pattern.search(text)] == ["timeout"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("==> No open ports detected, continuing to scan...", {"no_open_port"}),
        ("[PC01] instance refused connection. is your app listening on 0.0.0.0:8080?", {"no_open_port"}),
        (
            "Error R10 (Boot timeout) -> Web process failed to bind to $PORT within 60 seconds of launch",
            {"no_open_port"},
        ),
        ("==> Out of memory (used over 512Mi)", {"host_oom"}),
        ("Main child exited with signal (with signal 'SIGKILL', core dumped? false)", {"killed"}),
    ],
)
def test_what_platforms_say(text: str, names: set[str]) -> None:
    hinted = {symptom.name for _, symptom in symptom_rules().hinted(text) if symptom.pattern.search(text)}
    assert hinted == names


@pytest.mark.parametrize("text", INNOCENT)
def test_ordinary_lines_are_no_symptoms(text: str) -> None:
    assert [symptom.name for symptom in symptom_rules().symptoms if symptom.pattern.search(text)] == []


def test_patterns_mean_the_same_to_re2() -> None:
    engine = duckdb.connect()
    for symptom in symptom_rules().symptoms:
        for pattern in filter(None, (symptom.pattern, symptom.weak, symptom.fact, symptom.exact)):
            source = pattern.pattern
            engine.execute("SELECT regexp_matches(?, ?)", [EXAMPLES[symptom.name], source]).fetchall()
            assert not re.search(r"\(\?(?:[=!]|<[=!])|\\[1-9]", source), symptom.name
    engine.close()


def test_a_text_hints_at_a_rule_by_any_of_its_literals_in_any_case() -> None:
    rules = symptom_rules()
    hinted = {symptom.name for _, symptom in rules.hinted("CUDA OUT OF MEMORY and a Connection")}
    assert {"cuda_oom", "host_oom", "connection"} <= hinted
    assert [*rules.hinted("ready")] == []


def test_texts_are_for_people() -> None:
    for symptom in symptom_rules().symptoms:
        for text in (symptom.cause, symptom.fix):
            assert text.endswith(".")
            assert len(text) < 240
        assert not symptom.title.endswith(".")


@pytest.mark.parametrize(
    "text",
    ["nonsense = [", '[[symptom]]\nname = "x"\n', '[[symptom]]\nname="x"\ntitle="x"\nseverity="bad"\ncause="c"\nfix="f"\npattern="a"',
     '[[symptom]]\nname="x"\ntitle="x"\nseverity="info"\ncause="c"\nfix="f"\npattern="("',
     '[[symptom]]\nname="x"\ntitle="x"\nseverity="info"\ncause="c"\nfix="f"\npattern="a"\ninstead_of=["y"]'],
)  # fmt: skip
def test_bad_files_are_told_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(text)
    with pytest.raises(SymptomError, match=r"rules\.toml"):
        read_rules(path)
