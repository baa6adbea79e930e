"""Logs of today's tools, written after what people post of them: which columns their lines fill.

Each log is read twice, by the engine and by the parser of single records; both must say the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog
from tests.store.test_log import stored_and_shown_agree

Expected = dict[int, dict[str, object]]
"""Record number -> column -> value."""


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[str], FileLog]]:
    logs: list[FileLog] = []

    def make(text: str) -> FileLog:
        path = tmp_path / "tool.log"
        path.write_text(text, encoding="utf-8")
        logs.append(open_log(path))
        assert logs[-1].wait(60)
        return logs[-1]

    yield make
    for log in logs:
        log.close()


def _lines(*records: dict[str, object]) -> str:
    return "".join(json.dumps(record, separators=(",", ":")) + "\n" for record in records)


def _event(name: str, **attributes: object) -> dict[str, object]:
    told = {"event.name": name, "event.timestamp": "2026-03-03T08:15:00.100Z", "session.id": "s1", **attributes}
    return {"hrTime": [1772525700, 100000000], "body": f"{name} of the model", "attributes": told}


LOGS: dict[str, tuple[str, Expected]] = {
    "LM Studio": (
        ("[2026-04-17 18:32:17][DEBUG] Received request: POST to /v1/chat/completions with body {\n"
        '  "model": "qwen3-8b",\n  "stream": true\n}\n'
        "[2026-04-17 18:32:18][INFO][LM STUDIO SERVER] Running chat completion on conversation with 2 messages.\n"
        "[2026-04-17 18:32:19][INFO][qwen3-8b] Generated prediction\n"
        "2026-04-17 18:32:24  [ERROR] [LM STUDIO SERVER] Error: received prediction-error\n"),
        {
            0: {"level": 10},
            1: {"level": 20, "logger": "LM STUDIO SERVER"},
            2: {"logger": "qwen3-8b"},
            3: {"level": 40, "logger": "LM STUDIO SERVER"},
        },
    ),
    "LangChain with set_debug": (
        ("\x1b[32;1m\x1b[1;3m[llm/start]\x1b[0m \x1b[1m[1:chain:RunnableSequence > 3:llm:ChatOpenAI] Entering LLM run with input:\n"
        '\x1b[0m{\n  "prompts": [\n    "Human: What is the capital of France?"\n  ]\n}\n'
        "\x1b[36;1m\x1b[1;3m[llm/end]\x1b[0m \x1b[1m[1:chain:RunnableSequence > 3:llm:ChatOpenAI] [1.42s] Exiting LLM run with output:\n"
        '\x1b[0m{\n  "generations": []\n}\n'
        "\x1b[31;1m\x1b[1;3m[tool/error]\x1b[0m \x1b[1m[1:chain:AgentExecutor > 4:tool:search] [312ms] Tool run errored with error:\n"
        '\x1b[0m"TimeoutError()"\n'),
        {
            0: {"level": 10, "logger": "llm", "source": "1:chain:RunnableSequence > 3:llm:ChatOpenAI"},
            1: {"logger": "llm", "latency_ms": 1420.0},
            2: {"level": 40, "logger": "tool", "latency_ms": 312.0},
        },
    ),
    "vLLM with request logging": (
        ("INFO 03-03 08:15:01 [logger.py:42] Received request cmpl-1f2e-0: prompt: 'Is \"it\" mine?', params: SamplingParams(n=1)\n"
        "INFO 03-03 08:15:01 [async_llm.py:270] Added request cmpl-1f2e-0.\n"),
        {0: {"request_id": "cmpl-1f2e-0", "input": 'Is "it" mine?'}, 1: {"request_id": "cmpl-1f2e-0"}},
    ),
    "MCP in Claude Desktop": (
        ("2026-06-13T14:44:29.818Z [info] [weather] Initializing server...\n"
        '2026-06-13T14:44:30.945Z [weather] [info] Message from client: {"method":"tools/call","jsonrpc":"2.0","id":3}\n'
        "2026-06-13T14:44:31.402Z [weather] [error] Server disconnected\n"),
        {0: {"level": 20, "logger": "weather"}, 1: {"request_id": "3"}, 2: {"level": 40, "logger": "weather"}},
    ),
    "ComfyUI": (
        ("2026-05-17T20:11:08.944902 - got prompt\n"
        "2026-05-17T20:11:09.270895 - !!! Exception during processing !!! Allocation on device\n"
        "2026-05-17T20:11:09.270990 - Traceback (most recent call last):\n"
        '  File "execution.py", line 361, in execute\n'
        "torch.OutOfMemoryError: Allocation on device\n"
        "2026-05-17T20:12:05.049600 - Prompt executed in 58.46 seconds\n"),
        {0: {"level": 20}, 1: {"level": 40}, 2: {"level": 40}, 3: {"level": 20, "latency_ms": 58_460.0}},
    ),
    "Celery": (
        ("[2026-05-02 10:33:28,287: INFO/ForkPoolWorker-1] Task rag.embed[0fd6d48b] succeeded in 0.125s: None\n"
        "[2026-05-02 10:33:29,287: ERROR/ForkPoolWorker-1] Task rag.embed[99d6d48b] raised unexpected: ValueError('')\n"
        "Traceback (most recent call last):\n"
        '  File "tasks.py", line 4, in embed\n'
        "ValueError\n"),
        {0: {"level": 20, "logger": "ForkPoolWorker-1", "latency_ms": 125.0}, 1: {"level": 40}},
    ),
    "Axolotl": (
        ("[2026-05-27 11:15:36,375] [INFO] [axolotl.utils.data.load:337] [PID:15257] [RANK:0] Loading\n"
        "{'loss': 1.25, 'grad_norm': nan, 'learning_rate': 2e-05, 'epoch': 0.5}\n"),
        {0: {"level": 20, "source": "axolotl.utils.data.load:337"}, 1: {"epoch": 0.5}},
    ),
    "Gemini CLI telemetry": (
        "".join(
            json.dumps(record, indent=2) + "\n"
            for record in (
                _event("gemini_cli.api_response", model="g", duration_ms=1200, input_token_count=9, status_code=200),
                _event("gemini_cli.api_error", model="g", duration_ms=40, error="quota", status_code=429),
            )
        ),
        {
            0: {"time": 1772525700100000000, "model": "g", "latency_ms": 1200.0, "tokens_in": 9.0, "session_id": "s1"},
            1: {"level": 40, "error": "quota", "status": "429"},
        },
    ),
    "Claude Code events": (
        _lines(_event("api_request", model="c", cost_usd="0.0125", input_tokens="12", output_tokens="34")),
        {0: {"time": 1772525700100000000, "cost_usd": 0.0125, "tokens_in": 12.0, "tokens_out": 34.0, "model": "c"}},
    ),
    "Helicone": (
        _lines(
            {
                "request_id": "r1", "request_created_at": "2026-03-03T08:15:00.1Z", "response_status": 200,
                "delay_ms": 1312, "time_to_first_token_ms": 212, "prompt_tokens": 31, "completion_tokens": 90,
                "request_model": "m", "costUSD": 0.0012, "request_user_id": "u",
                "response_body": {"choices": [{"message": {"content": "hello"}, "finish_reason": "stop"}]},
            }
        ),
        {
            0: {
                "time": 1772525700100000000, "status": "200", "latency_ms": 1312.0, "ttft_ms": 212.0, "model": "m",
                "cost_usd": 0.0012, "tokens_in": 31.0, "tokens_out": 90.0, "user_id": "u", "request_id": "r1",
                "finish_reason": "stop", "output": "hello",
            }
        },
    ),
    "OpenRouter": (
        _lines(
            {
                "id": "gen-1", "created_at": "2026-03-03T08:15:00.1+00:00", "model": "m", "total_cost": 0.0012,
                "latency": 812, "tokens_prompt": 31, "tokens_completion": 90, "native_tokens_prompt": 33,
                "finish_reason": "stop",
            }
        ),
        {0: {"latency_ms": 812.0, "tokens_in": 31.0, "tokens_out": 90.0, "cost_usd": 0.0012, "request_id": "gen-1"}},
    ),
    "promptfoo": (
        _lines(
            {
                "provider": {"id": "openai:m"}, "prompt": {"raw": "q?", "label": "p"}, "latencyMs": 812, "score": 0.5,
                "response": {"output": "a", "tokenUsage": {"total": 12, "prompt": 8, "completion": 4}}, "success": False,
            }
        ),
        {0: {"input": "q?", "output": "a", "tokens_in": 8.0, "tokens_out": 4.0, "score": 0.5, "model": "openai:m"}},
    ),
    "TensorRT-LLM": (
        ("[11/21/2026-08:15:02] [TRT-LLM] [RANK 0] [W] Logger level already set from environment.\n"
        "[11/21/2026-08:15:03] [TRT-LLM] [E] Failed to load engine\n"
        "[TensorRT-LLM][INFO] Engine version 1.0 found in the config file\n"),
        {0: {"level": 30, "source": "RANK 0"}, 1: {"level": 40}, 2: {"level": 20, "logger": "TensorRT-LLM"}},
    ),
    "SGLang ranks": (
        ("[2026-03-03 08:15:02 TP0] Prefill batch, #new-seq: 1, #new-token: 512, token usage: 0.01\n"
        "[2026-03-03 08:15:04 DP0 TP1] Scheduler hit an exception: Traceback (most recent call last):\n"
        '  File "scheduler.py", line 3\n'
        "torch.OutOfMemoryError: CUDA out of memory\n"),
        {0: {"event": "Prefill batch"}, 1: {"level": 40, "source": "DP0 TP1"}},
    ),
    "Stable Diffusion WebUI": (
        ("Loading weights [6ce0161689] from v1-5.safetensors\n"
        "100%|##########| 20/20 [00:03<00:00,  6.21it/s]\n"
        "*** Error completing request\n"
        "    Traceback (most recent call last):\n"
        '      File "call_queue.py", line 74, in f\n'
        "    torch.cuda.OutOfMemoryError: CUDA out of memory.\n"),
        {1: {"level": 20}, 2: {"level": 40}},
    ),
    "Ollama, slow": (
        ('[GIN] 2026/03/03 - 08:15:02 | 200 |  1.25s |       127.0.0.1 | POST     "/api/chat"\n'
        '[GIN] 2026/03/03 - 08:15:03 | 500 |      12m3s |       127.0.0.1 | POST     "/api/generate"\n'
        '[GIN] 2026/03/03 - 08:15:03 | 500 |      1h0m3s |       127.0.0.1 | POST     "/api/generate"\n'),
        {0: {"latency_ms": 1250.0}, 1: {"latency_ms": 723_000.0, "level": 40}, 2: {"latency_ms": 3_603_000.0}},
    ),
    "LangGraph": (
        ("2026-04-02T09:11:12.123456Z [info     ] Starting background run        [api.worker] run_id=1ef9 thread_id=77aa\n"
        "2026-04-02T09:11:14.223456Z [error    ] Background run failed          [api.worker] run_id=1ef9 thread_id=77aa\n"),
        {0: {"level": 20, "session_id": "77aa", "request_id": "1ef9"}, 1: {"level": 40}},
    ),
    "name in brackets before the level": (
        ("2026-03-03 08:15:01 [llm-router] WARNING Fallback after 429 request_id=ab12\n"
        "2026-03-03 08:15:02 [llm-router] [ERROR]: no provider left model=m\n"),
        {0: {"level": 30, "logger": "llm-router", "request_id": "ab12"}, 1: {"level": 40, "model": "m"}},
    ),
    "CrewAI": (
        '2026-10-09 11:46:22: task_name="research", task="say Giraffe", agent="A dad", status="completed", output="G"\n',
        {0: {"status": "completed", "output": "G"}},
    ),
    "AutoGen": (
        ('INFO:autogen_core.events:{"type": "LLMCall", "prompt_tokens": 31, "completion_tokens": 9, "agent_id": "w/1"}\n'
        "ERROR:autogen_core:Error processing publish message for w/1\n"),
        {0: {"tokens_in": 31.0, "tokens_out": 9.0, "event": "LLMCall"}, 1: {"level": 40}},
    ),
    "Next.js with the AI SDK": (
        " POST /api/chat 200 in 3412ms\n \u2a2f [Error: AI_APICallError: You exceeded your current quota]\n",
        {0: {"endpoint": "/api/chat", "status": "200", "latency_ms": 3412.0}, 1: {"level": 40}},
    ),
    "Codex": (
        ('2026-03-03T08:15:01.123456Z  INFO codex_core::codex: turn started model="gpt-5-codex"\n'
        "2026-03-03T08:15:02.123456Z ERROR codex_core::client: stream error: 429 Too Many Requests\n"),
        {0: {"level": 20, "model": "gpt-5-codex"}, 1: {"level": 40, "logger": "codex_core::client"}},
    ),
    "LiteLLM's proxy": (
        ("10:02:33 - LiteLLM Proxy:ERROR: proxy_server.py:3201 - Exception occured - litellm.RateLimitError\n"
        'INFO:     10.0.0.9:5112 - "POST /v1/chat/completions HTTP/1.1" 429 Too Many Requests\n'),
        {0: {"level": 40, "logger": "LiteLLM Proxy"}, 1: {"status": "429", "endpoint": "/v1/chat/completions"}},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LOGS.values(), ids=LOGS)
def test_columns_of(opened: Callable[[str], FileLog], text: str, expected: Expected) -> None:
    log = opened(text)
    for number, columns in expected.items():
        values = log.record(number).values
        assert {column: values.get(column) for column in columns} == columns
    assert stored_and_shown_agree(log)
