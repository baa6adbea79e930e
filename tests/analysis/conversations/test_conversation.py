from __future__ import annotations

import orjson
import pytest

from aidebug_gui.analysis.conversations.conversation import MOST_RECORDS, MOST_TURNS, conversation_of
from aidebug_gui.store import open_log
from aidebug_gui.store.protocol import Cancelled, CancelToken


def lines_of(records: list[dict[str, object]]) -> str:
    return b"".join(orjson.dumps(record) + b"\n" for record in records).decode()


def texts(conversation) -> list[tuple[str, str]]:
    return [(turn.message.role, "".join(part.text for part in turn.message.parts)) for turn in conversation.turns]


def test_one_call_with_what_the_log_says_of_it(open_text):
    record = {
        "timestamp": "2026-03-14T10:00:00Z",
        "model": "gpt-4o",
        "latency_ms": 900.0,
        "usage": {"prompt_tokens": 12, "completion_tokens": 5},
        "messages": [{"role": "user", "content": "Hi"}],
        "response": {"choices": [{"finish_reason": "stop", "message": {"role": "assistant", "content": "Hello"}}]},
    }
    conversation = conversation_of(open_text(lines_of([record] * 3)), 1)
    assert texts(conversation) == [("user", "Hi"), ("assistant", "Hello")]
    assert conversation.group == ("", "")
    question, answer = conversation.turns
    assert not question.facts
    assert answer.facts["model"] == "gpt-4o"
    assert (answer.facts["tokens_in"], answer.facts["tokens_out"], answer.facts["latency_ms"]) == (12, 5, 900)
    assert {turn.record for turn in conversation.turns} == {1}


def test_a_session_whose_requests_repeat_the_history(open_text):
    said = [{"role": ("user", "assistant")[n % 2], "content": f"m{n}"} for n in range(6)]
    records = [
        {"session_id": session, "message": "call", "messages": said[:end]}
        for session, end in (("a", 2), ("b", 2), ("a", 4), ("a", 6))
    ]
    log = open_text(lines_of(records))
    conversation = conversation_of(log, 2, whole=True)
    assert conversation.group == ("session_id", "a")
    assert conversation.records == {0, 2, 3}
    assert [text for _, text in texts(conversation)] == [f"m{n}" for n in range(6)]
    assert [turn.record for turn in conversation.turns] == [0, 0, 2, 2, 3, 3]
    assert len(conversation_of(log, 2).turns) == 4  # the record alone, as it holds more than one message


def test_a_transcript_is_one_conversation(open_text):
    records = [
        {"message": {"role": ("user", "assistant")[n % 2], "content": f"m{n}"}} for n in range(MOST_RECORDS + 100)
    ]
    log = open_text(lines_of(records))
    conversation = conversation_of(log, 300)
    assert conversation.records == set(range(50, 50 + MOST_RECORDS))
    assert conversation.has_more
    assert conversation.turns[0].record == 50
    assert len(conversation_of(log, 300, whole=False).turns) == 1


def test_of_very_many_messages_those_around_the_record_are_told(open_text):
    records = [
        {"session_id": "s", "messages": [{"role": "user", "content": f"{number} {at}"} for at in range(1000)]}
        for number in range(6)
    ]
    conversation = conversation_of(open_text(lines_of(records)), 4, whole=True)
    assert len(conversation.turns) == MOST_TURNS
    assert "4 0" in {text for _, text in texts(conversation)}
    assert conversation.records == {2, 3, 4, 5}
    assert conversation.has_more


def test_plain_prompts_and_answers(open_text):
    log = open_text(
        lines_of(
            [
                {"prompt": "Say hi", "response": "hi"},
                {"prompt": '{"question": "Who?"}', "response": '["me"]'},
                {"prompt": "Say hi", "response": ""},
                {"prompt": '{"age": 3, "size": 2}', "response": "0.7"},
            ]
        )
    )
    assert texts(conversation_of(log, 0)) == [("user", "Say hi"), ("assistant", "hi")]
    assert texts(conversation_of(log, 1)) == [("user", "Who?"), ("assistant", "me")]
    assert conversation_of(log, 2) is None
    assert conversation_of(log, 3) is None


def test_the_result_of_a_tool_is_no_answer(open_text):
    said = {"message": {"role": "user", "content": "Go on"}, "session_id": "s"}
    log = open_text(lines_of([said, {**said, "toolUseResult": "File created"}]))
    assert texts(conversation_of(log, 1, whole=False)) == [("user", "Go on")]


def test_lines_of_text_and_cancelling(open_text):
    assert conversation_of(open_text("2026-01-01 10:00:00 INFO started\n" * 3), 1) is None
    log = open_text(lines_of([{"message": {"role": "user", "content": f"m{n}"}} for n in range(5)]))
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        conversation_of(log, 0, cancel=token)


def test_a_message_of_ten_megabytes(open_text):
    long = "word " * 2_000_000
    records = [{"messages": [{"role": "user", "content": long}, {"role": "assistant", "content": "ok"}]}]
    conversation = conversation_of(open_text(lines_of([{"message": "start"}, *records])), 1)
    assert [len(text) for _, text in texts(conversation)] == [len(long), 2]


@pytest.mark.parametrize(
    ("path", "record", "turns", "roles"),
    [
        ("claude_code/representative_messages.jsonl", 0, 11, {"user", "assistant", "tool"}),
        ("codex/rollout_excerpt.jsonl", 5, 5, {"user", "assistant", "tool"}),
        ("litellm/generated_standard_logging_payload.jsonl", 0, 2, {"user", "assistant"}),
        ("synthetic_from_spec/bedrock_model_invocation.jsonl", 0, 2, {"user", "assistant"}),
        ("synthetic_from_spec/langfuse_observations.jsonl", 0, 2, {"user", "assistant"}),
        ("synthetic_from_spec/langsmith_runs.jsonl", 0, 2, {"user", "assistant"}),
        ("synthetic_from_spec/openai_evals_record.jsonl", 1, 2, {"user", "assistant"}),
        ("mlflow/generated_traces.jsonl", 0, 2, {"user", "assistant"}),
        ("promptfoo/krystianbergmann_results.json", 1, 2, {"user", "assistant"}),
        ("handmade_llm_jsonl/gesahni_history.jsonl", 0, 2, {"user", "assistant"}),
        ("inspect_ai/2026-11-21T19-41-50-00-00_addition_bVvorbnF4evLDvfj5LSVZF.json", 0, 2, {"user", "assistant"}),
    ],
)
def test_real_logs(corpus, path, record, turns, roles):
    log = open_log(corpus / path)
    try:
        log.wait()
        conversation = conversation_of(log, record)
    finally:
        log.close()
    assert conversation is not None
    assert len(conversation.turns) == turns
    assert {turn.message.role for turn in conversation.turns} == roles
