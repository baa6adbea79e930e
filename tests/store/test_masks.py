"""Filters that compare fields of a record with each other, and numbers with texts, on a real log."""

from __future__ import annotations

import json

import pytest

from aidebug_gui.store.log import FileLog
from tests.conftest import OpenText

_RECORDS = [
    {"y_true": "spam", "y_pred": "ham", "role": "user", "queue": 83, "limit": 80.0, "tokens_in": 5, "tokens_out": 9},
    {"y_true": "spam", "y_pred": "spam", "role": "model", "queue": 4, "limit": 80.0, "tokens_in": 9, "tokens_out": 5},
    {"y_true": "ham", "y_pred": "spam", "role": "user", "model": "user", "queue": 13, "limit": 13.0},
    {"y_true": "ham", "role": "system", "model": "m2"},
]


@pytest.fixture
def log(open_text: OpenText) -> FileLog:
    return open_text("".join(json.dumps(record) + "\n" for record in _RECORDS))


@pytest.mark.parametrize(
    ("query", "records"),
    [
        ("y_true!=y_pred", [0, 2]),  # a record without a prediction is not wrong
        ("label!=target", [0, 2]),
        ("y_true=y_pred", [1]),
        ("-(y_true=y_pred)", [0, 2, 3]),
        ("y_true!=y_pred role:user", [0, 2]),
        ("queue>limit", [0]),
        ("queue>=limit", [0, 2]),
        ("tokens_out>tokens_in", [0]),
        ("role=model", [1]),  # a value that this field really has, though the log has a field of that name
        ("role!=model", [0, 2, 3]),
        ("y_true:y_pred", []),
        ("queue=abc", []),
        ("queue:*3", [0, 2]),
        ("queue:/^4$/", [1]),
        ("score>tokens_in", []),  # the log has no score
    ],
)
def test_fields_are_compared_with_fields_and_numbers_with_texts(log: FileLog, query: str, records: list[int]) -> None:
    selected = log.select(query)
    assert selected is not None
    assert selected.tolist() == records
