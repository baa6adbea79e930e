"""The messages of every library that is known, in the shapes that its documentation or its own code writes."""

from __future__ import annotations

import json

import pytest

from aidebug_gui.analysis.conversations.message import Message, Part
from aidebug_gui.analysis.conversations.messages import MOST_MESSAGES, Merging, messages_of

QUESTION, ANSWER = "Where is my order?", "It left yesterday."
CALL = "id: 7"
USER = Message("user", (Part("text", QUESTION),))
ASSISTANT = Message("assistant", (Part("text", ANSWER),))
SYSTEM = Message("system", (Part("text", "Be brief."),))
CALLS = Message("assistant", (Part("call", CALL, "find"),))
RESULT = Message("tool", (Part("result", "shipped"),))

OPENAI_MESSAGES = [
    {"role": "developer", "content": "Be brief."},
    {"role": "user", "content": [{"type": "text", "text": QUESTION}]},
    {
        "role": "assistant",
        "content": None,
        "tool_calls": [{"id": "c", "type": "function", "function": {"name": "find", "arguments": '{"id":7}'}}],
    },
    {"role": "tool", "tool_call_id": "c", "content": "shipped"},
]

SHAPES = {
    "OpenAI chat": {
        "response": {"choices": [{"message": {"role": "assistant", "content": ANSWER}, "finish_reason": "stop"}]},
        "request": {"messages": OPENAI_MESSAGES},
    },
    "OpenAI responses": {
        "instructions": "Be brief.",
        "input": [{"role": "user", "content": [{"type": "input_text", "text": QUESTION}]}],
        "output": [
            {"type": "function_call", "name": "find", "arguments": '{"id":7}', "call_id": "c"},
            {"type": "function_call_output", "call_id": "c", "output": "shipped"},
            {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": ANSWER}]},
        ],
    },
    "Anthropic": {
        "system": [{"type": "text", "text": "Be brief."}],
        "messages": [
            {"role": "user", "content": QUESTION},
            {"role": "assistant", "content": [{"type": "tool_use", "id": "c", "name": "find", "input": {"id": 7}}]},
            {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "c", "content": "shipped"}]},
        ],
        "response": {"role": "assistant", "content": [{"type": "text", "text": ANSWER}], "stop_reason": "end_turn"},
    },
    "Gemini": {
        "systemInstruction": {"parts": [{"text": "Be brief."}]},
        "contents": [
            {"role": "user", "parts": [{"text": QUESTION}]},
            {"role": "model", "parts": [{"functionCall": {"name": "find", "args": {"id": 7}}}]},
            {"role": "function", "parts": [{"functionResponse": {"name": "", "response": "shipped"}}]},
        ],
        "candidates": [{"content": {"role": "model", "parts": [{"text": ANSWER}]}, "finishReason": "STOP"}],
    },
    "Bedrock Converse": {
        "input": {
            "inputBodyJson": {
                "system": [{"text": "Be brief."}],
                "messages": [
                    {"role": "user", "content": [{"text": QUESTION}]},
                    {"role": "assistant", "content": [{"toolUse": {"toolUseId": "c", "name": "find", "input": {"id": 7}}}]},
                    {"role": "user", "content": [{"toolResult": {"toolUseId": "c", "content": [{"text": "shipped"}]}}]},
                ],
            }
        },
        "output": {"outputBodyJson": {"output": {"message": {"role": "assistant", "content": [{"text": ANSWER}]}}}},
    },
    "OpenTelemetry": {
        "gen_ai.system_instructions": [{"type": "text", "content": "Be brief."}],
        "gen_ai.input.messages": json.dumps(
            [
                {"role": "user", "parts": [{"type": "text", "content": QUESTION}]},
                {"role": "assistant", "parts": [{"type": "tool_call", "id": "c", "name": "find", "arguments": {"id": 7}}]},
                {"role": "tool", "parts": [{"type": "tool_call_response", "id": "c", "response": "shipped"}]},
            ]
        ),
        "gen_ai.output.messages": json.dumps([{"role": "assistant", "parts": [{"type": "text", "content": ANSWER}]}]),
    },
    "OpenTelemetry, events of a span": {
        "attributes": {"gen_ai.system": "openai"},
        "events": [
            {"name": "gen_ai.system.message", "attributes": {"content": "Be brief."}},
            {"name": "gen_ai.user.message", "attributes": {"content": QUESTION}},
            {"name": "gen_ai.assistant.message", "attributes": {"tool_calls": [{"function": {"name": "find", "arguments": '{"id":7}'}}]}},
            {"name": "gen_ai.tool.message", "attributes": {"content": "shipped"}},
            {"name": "gen_ai.choice", "attributes": {"message": {"content": ANSWER}, "finish_reason": "stop"}},
        ],
    },
    "OpenInference": {
        "attributes": {
            "llm.input_messages.0.message.role": "system",
            "llm.input_messages.0.message.content": "Be brief.",
            "llm.input_messages.1.message.role": "user",
            "llm.input_messages.1.message.content": QUESTION,
            "llm.input_messages.2.message.role": "assistant",
            "llm.input_messages.2.message.tool_calls.0.tool_call.function.name": "find",
            "llm.input_messages.2.message.tool_calls.0.tool_call.function.arguments": '{"id":7}',
            "llm.input_messages.3.message.role": "tool",
            "llm.input_messages.3.message.content": "shipped",
            "llm.output_messages.0.message.role": "assistant",
            "llm.output_messages.0.message.content": ANSWER,
        }
    },
    "LangChain": {
        "inputs": {
            "messages": [
                [
                    {"lc": 1, "type": "constructor", "id": ["langchain", "schema", "messages", "SystemMessage"], "kwargs": {"content": "Be brief."}},
                    {"lc": 1, "type": "constructor", "id": ["langchain", "schema", "messages", "HumanMessage"], "kwargs": {"content": QUESTION}},
                    {
                        "lc": 1,
                        "type": "constructor",
                        "id": ["langchain", "schema", "messages", "AIMessage"],
                        "kwargs": {"content": "", "tool_calls": [{"name": "find", "args": {"id": 7}, "id": "c"}]},
                    },
                    {"lc": 1, "type": "constructor", "id": ["langchain", "schema", "messages", "ToolMessage"], "kwargs": {"content": "shipped"}},
                ]
            ]
        },
        "outputs": {"generations": [[{"text": ANSWER, "generation_info": {"finish_reason": "stop"}}]]},
    },
    "LangChain, as dictionaries": {
        "messages": [
            {"type": "system", "content": "Be brief."},
            {"type": "human", "content": QUESTION},
            {"type": "ai", "content": "", "tool_calls": [{"name": "find", "args": {"id": 7}}]},
            {"type": "tool", "content": "shipped"},
            {"type": "ai", "content": ANSWER},
        ]
    },
    "ShareGPT": {
        "conversations": [
            {"from": "system", "value": "Be brief."},
            {"from": "human", "value": QUESTION},
            {"from": "gpt", "value": "", "function_call": {"name": "find", "arguments": '{"id":7}'}},
            {"from": "tool", "value": "shipped"},
            {"from": "gpt", "value": ANSWER},
        ]
    },
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_says_the_same(shape):
    assert messages_of(SHAPES[shape]) == (SYSTEM, USER, CALLS, RESULT, ASSISTANT)


def test_lines_of_transcripts():
    claude = {"type": "user", "sessionId": "s", "message": {"role": "user", "content": QUESTION}}
    codex = {
        "type": "response_item",
        "payload": {"type": "message", "role": "user", "content": [{"type": "input_text", "text": QUESTION}]},
    }
    told_again = {"type": "event_msg", "payload": {"type": "user_message", "message": QUESTION}}
    assert messages_of(claude) == messages_of(codex) == messages_of(told_again) == (USER,)
    thought = {
        "type": "response_item",
        "payload": {
            "type": "reasoning",
            "summary": [{"type": "summary_text", "text": "Hm."}],
            "encrypted_content": "x",
        },
    }
    assert messages_of(thought) == (Message("assistant", (Part("thinking", "Hm."),)),)


def test_thoughts_and_pictures():
    content = [
        {"type": "thinking", "thinking": "Let me see.", "signature": "xyz"},
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}},
        {"type": "image", "source": {"type": "base64", "media_type": "image/jpeg", "data": "AAAA"}},
        {"type": "text", "text": ANSWER},
    ]
    (message,) = messages_of({"role": "assistant", "content": content, "reasoning_content": "So."})
    assert [part.kind for part in message.parts] == ["thinking", "thinking", "media", "media", "text"]
    assert not any("AAAA" in part.text for part in message.parts)
    assert message.parts[3].text == "image/jpeg"


def test_arguments_are_written_as_people_read_them():
    arguments = {
        "path": "a.py",
        "text": "def f():\n    pass\n",
        "options": {"force": True, "n": [1, 2]},
        "long": ["x" * 60] * 2,
    }
    content = [
        {"type": "tool_use", "name": "Write", "input": arguments},
        {"type": "tool_use", "name": "stop", "input": {}},
    ]
    (message,) = messages_of({"role": "assistant", "content": content})
    assert message.parts[0].text.split("\n") == [
        "path: a.py",
        "text:",
        "def f():",
        "    pass",
        "",
        'options: { "force": true, "n": [ 1, 2 ] }',
        "long:",
        "[",
        f'  "{"x" * 60}",',
        f'  "{"x" * 60}"',
        "]",
    ]
    assert message.parts[1] == Part("call", "", "stop")
    (answer,) = messages_of({"role": "tool", "content": '{"state": "shipped"}'})
    assert answer.parts == (Part("result", "state: shipped"),)


def test_a_tool_named_beside_the_call_and_a_call_that_failed():
    call = {"type": "tool_call", "tool": "read_file", "parameters": {"path": "/runs/1.json"}, "step": 3}
    failed = {"type": "tool_result", "tool": "read_file", "step": 3, "error": "TimeoutError: no answer within 30 s"}
    told = [message.parts for message in (*messages_of(call), *messages_of(failed))]
    assert [(part.kind, part.name, part.text) for parts in told for part in parts] == [
        ("call", "read_file", "path: /runs/1.json"),
        ("result", "read_file", "TimeoutError: no answer within 30 s"),
    ]
    nameless = {"type": "tool_call", "tool": {"kind": "function"}, "args": {"path": "x"}}
    assert messages_of(nameless)[0].parts[0].name == ""


def test_what_is_told_again_in_one_record_stands_once():
    both = [{"role": "user", "content": QUESTION}, {"role": "assistant", "content": ANSWER}]
    record = {
        "output": {"choices": [{"message": both[1]}]},
        "messages": both,
        "events": [{"state": {"messages": both}}],
    }
    assert messages_of(record) == (USER, ASSISTANT)


def test_records_that_carry_no_messages():
    assert messages_of({"message": "started", "type": "user", "level": "INFO"}) == ()
    assert messages_of({"role": "admin", "content": "page"}) == ()
    assert messages_of({"user": "ann", "system": "billing", "text": "hello"}) == ()
    assert messages_of({"role": "user", "name": "ann"}) == ()
    assert messages_of({"input": [1, 2], "output": {"label": "spam"}}) == ()


def test_hostile_records():
    deep: object = {"role": "user", "content": "x"}
    for _ in range(500):
        deep = {"a": [deep]}
    assert messages_of({"messages": deep}) == ()
    nested: object = "x"
    for _ in range(300):
        nested = [{"type": "text", "text": nested}]
    assert len(messages_of({"role": "user", "content": nested})) <= 1
    many = [{"role": "user", "content": str(number)} for number in range(3 * MOST_MESSAGES)]
    assert len(messages_of({"messages": many})) == MOST_MESSAGES
    odd = [
        None,
        3,
        "role",
        [],
        {},
        {"role": None},
        {"role": {}},
        {"role": ["user"], "content": "x"},
        {"role": "user", "content": {"a": 2**70}},
    ]
    assert [message.role for message in messages_of({"messages": odd})] == ["user"]
    for key in ("attributes", "extra"):
        nested: dict[str, object] = {"role": "user"}
        for _ in range(5000):
            nested = {key: nested}
        assert messages_of({"deep": 1, **nested, "messages": [{"role": "user", "content": QUESTION}]}) == (USER,)
    half = {"role": "user", "content": {"text": "\ud800"}}
    assert messages_of(half)[0].parts[0].text == "\ud800"
    assert messages_of(
        {"a.0": 1, "a.0.b": 2, "0": 3, "..1..": 4, "messages": [{"role": "user", "content": QUESTION}]}
    ) == (USER,)


def test_later_records_add_what_is_new():
    merging = Merging()
    assert merging.add([SYSTEM, USER]) == 0
    assert merging.add([SYSTEM, USER, ASSISTANT]) == 2  # the whole history again
    assert merging.add([ASSISTANT, USER]) == 1  # the last message again
    assert merging.add([SYSTEM, USER]) == 2  # an older state
    assert merging.said == [SYSTEM, USER, ASSISTANT, USER]
    assert merging.add([RESULT]) == 0
    assert merging.add([RESULT]) == 0  # two calls with the same result
    assert merging.said[-2:] == [RESULT, RESULT]


def test_a_history_that_was_changed_is_followed():
    merging = Merging()
    other = Message("assistant", (Part("text", "It left."),))
    merging.add([SYSTEM, USER, ASSISTANT])
    assert merging.add([SYSTEM, USER, other, USER]) == 2
    assert merging.add([SYSTEM, USER, other, USER, CALLS]) == 4
    assert merging.said == [SYSTEM, USER, ASSISTANT, other, USER, CALLS]
    assert merging.add([SYSTEM, RESULT]) == 0  # another conversation with the same system prompt
