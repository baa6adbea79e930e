"""The field of a finding is told from what stands before it, as parsing the record would tell it."""

from __future__ import annotations

import json

import pytest

from aidebug_gui.analysis.pii.location import FieldPaths, locate

RECORDS = [
    {"exception": "TimeoutError: connect to: postgres://u:MARK@db failed"},
    {"completion": "use this: MARK", "exception": "none"},
    {"thought": 'he said "url": MARK', "messages": [{"content": "x"}, {"content": "see: MARK"}]},
    {"arguments": '{"to": "MARK", "n": 4}', "list": ["a: MARK", "MARK"], "user": {"name": "MARK"}},
]


@pytest.mark.parametrize("separators", [(", ", ": "), (",", ":")])
def test_the_field_is_the_one_that_the_parsed_record_tells(separators: tuple[str, str]) -> None:
    paths = FieldPaths()  # what it learns of one record must not speak for another
    told, wanted = [], []
    for record in RECORDS:
        text = json.dumps(record, separators=separators).encode()
        position = text.find(b"MARK")
        while position >= 0:
            told.append(paths.path(text, 0, len(text), position))
            place = locate(text, position)
            wanted.append(place.path.replace("[0]", "[]").replace("[1]", "[]") if place else "")
            position = text.find(b"MARK", position + 1)
    assert told == wanted
    assert wanted == [
        "exception",
        "completion",
        "thought",
        "messages[].content",
        "arguments",
        "list[]",
        "list[]",
        "user.name",
    ]
