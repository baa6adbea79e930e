from __future__ import annotations

import numpy as np
import orjson
import pytest

from aidebug_gui.analysis.drift_table import drift_lines
from aidebug_gui.store.protocol import Cancelled, CancelToken


@pytest.fixture
def log(open_text):
    """3,000 scores; from 2,000 on they are higher, the version is another and most labels too."""
    rng = np.random.default_rng(5)
    scores = rng.beta(2, 5, 3000)
    scores[2000:] = rng.beta(5, 2, 1000)
    labels = np.where(rng.uniform(size=3000) < np.where(np.arange(3000) < 2000, 0.1, 0.6), "spam", "ham")
    lines = [
        {"message": "m", "score": score, "model_version": "v1" if number < 2000 else "v2", "label": label}
        for number, (score, label) in enumerate(zip(scores.round(4).tolist(), labels.tolist(), strict=True))
    ]
    return open_text(b"".join(orjson.dumps(line) + b"\n" for line in lines).decode())


def test_over_time_by_version_and_the_mix_of_labels(log):
    lines = drift_lines(log, "score", 0.8)
    assert [line.kind for line in lines] == ["time", "group", "group", "labels", "labels", "labels"]
    time, first, second, labels, first_mix, second_mix = lines
    assert 1400 < time.rows[0] < 2100
    assert time.rows[-1] > 2900
    assert {first.group, second.group} == {("model_version", "v1"), ("model_version", "v2")}
    assert next(line for line in lines if line.group == ("model_version", "v2")).now > 0.2
    assert labels.what in ("spam", "ham")
    assert labels.group is None
    assert [line.what for line in (first_mix, second_mix)] == ["v1", "v2"]
    assert second_mix.group == ("model_version", "v2")
    assert second_mix.rows.tolist() == list(range(2000, 3000))
    assert {round(second_mix.before, 1), round(second_mix.now, 1)} in ({0.1, 0.6}, {0.9, 0.4})
    assert all(line.notable for line in lines)


def test_against_chosen_records(log):
    reference = np.arange(2000, 3000)
    lines = drift_lines(log, "score", 0.8, reference)
    assert lines[0].kind == "reference"
    assert lines[0].notable
    assert lines[0].before > lines[0].now  # the chosen ones are the higher scores
    assert len(lines[0].rows) == 2000
    same = drift_lines(log, "score", 0.8, np.arange(0, 2000, 2))
    assert [line.kind for line in same if line.kind == "labels"]


def test_a_field_that_is_not_there_and_a_job_that_is_cancelled(log):
    with pytest.raises(KeyError):
        drift_lines(log, "nothing", 0.8)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        drift_lines(log, "score", 0.8, None, token)


def test_the_mix_of_labels_of_versions_that_answer_alike_is_no_drift(open_text):
    rng = np.random.default_rng(6)
    lines = [
        {
            "message": "m",
            "score": 0.5,
            "model_version": f"v{rng.integers(3)}",
            "label": str(rng.choice(["a", "b", "c"])),
        }
        for _ in range(3000)
    ]
    log = open_text(b"".join(orjson.dumps(line) + b"\n" for line in lines).decode())
    assert [line for line in drift_lines(log, "score", 0.8) if line.kind == "labels"] == []
