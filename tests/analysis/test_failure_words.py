from __future__ import annotations

import pytest

from aidebug_gui.analysis.failure_words import tells_of_failure


@pytest.mark.parametrize(
    "message",
    [
        "Prediction failed: 'NoneType' object has no attribute 'predict_proba'",
        "Could not parse LLM output",
        "Error while calling tool search",
        "ffmpeg returned non-zero exit status 1",
        "unable to reach the vector store",
        "Exception: list index out of range",
    ],
)
def test_messages_of_failures(message: str) -> None:
    assert tells_of_failure(message)


@pytest.mark.parametrize(
    "message",
    [
        "Prediction: 0.83",
        "12 passed, 3 failed",
        "Finished without errors",
        "failed=0 done=12",
        "0 failed requests",
        "Task failover check done",
        "error_rate 0.2",
        "User input: my payment failed again",
        "Loading model resnet-error-correction",
    ],
)
def test_messages_that_count_or_name_failures(message: str) -> None:
    assert not tells_of_failure(message)
