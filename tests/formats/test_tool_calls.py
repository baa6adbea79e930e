"""What a model called, shown where it said nothing."""

from __future__ import annotations

import json

import pytest

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.detect import detect
from aidebug_gui.formats.record import RecordParser

CATALOG = Catalog.load()
CALL = {
    "id": "c1",
    "type": "function",
    "function": {"name": "get_weather", "arguments": '{"city": "Paris", "days": 2}'},
}
SILENT = {
    "choices": [
        {"finish_reason": "tool_calls", "message": {"role": "assistant", "content": None, "tool_calls": [CALL]}}
    ]
}
EARLIER = [{"role": "assistant", "content": "", "tool_calls": [CALL]}, {"role": "user", "content": "and in Rome?"}]
SAID = {"choices": [{"message": {"role": "assistant", "content": "It rains.", "tool_calls": [CALL]}}]}
USE = {"type": "tool_use", "id": "t1", "name": "search", "input": {"query": "rain", "top": [1, 2]}}
SHOWN = 'get_weather(city="Paris", days=2)'


def _message(record: object) -> str:
    line = json.dumps(record).encode()
    return RecordParser(detect([line], CATALOG), CATALOG).parse(line).message


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        ({"request_id": "r1", "response": SILENT}, SHOWN),
        ({"model": "m-1", **SILENT}, SHOWN),
        ({"model": "m-1", "response": json.dumps(SILENT)}, SHOWN),
        ({"model": "m-1", "messages": EARLIER, "response": SILENT}, SHOWN),
        (
            {"request_id": "r1", "response": {"content": [USE], "stop_reason": "tool_use"}},
            'search(query="rain", top=[1,2])',
        ),
        ({"logger": "agent", "response": SILENT}, f"agent {SHOWN}"),
        (
            {"response": {"choices": [{"message": {"tool_calls": [CALL, {"function": {"name": "stop"}}]}}]}},
            f"{SHOWN}, stop()",
        ),
        (
            {"response": {"choices": [{"message": {"function_call": {"name": "f", "arguments": "{broken"}}}]}},
            "f({broken)",
        ),
    ],
)
def test_calls_are_shown_as_code(record: object, shown: str) -> None:
    assert _message(record) == shown


@pytest.mark.parametrize(
    "record",
    [{"request_id": "r1", "response": SAID}, {"request_id": "r1", "messages": EARLIER, "response": {"id": "x"}}],
)
def test_words_and_earlier_turns_are_no_calls(record: object) -> None:
    assert "get_weather" not in _message(record)


def test_hostile_nesting_ends() -> None:
    value: object = SILENT
    for _ in range(100):
        value = {"response": [value]}
    assert _message({"model": "m", "response": value})
