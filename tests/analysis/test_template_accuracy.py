"""The figures of the benchmark of templates, against groups counted by hand, and the least that must be reached."""

from __future__ import annotations

import numpy as np
import pytest

from tests.bench.bench_templates import accuracy, group
from tests.bench.template_logs import labelled


def test_accuracy_counts_groups_that_are_exactly_right() -> None:
    found = np.array([0, 0, 1, 1, 2, 3], dtype=np.int32)
    assert accuracy(found, ["a", "a", "b", "b", "c", "c"]) == (pytest.approx(4 / 6), pytest.approx(2 * 2 / 7))
    assert accuracy(found, found.tolist()) == (1.0, 1.0)


@pytest.mark.parametrize(("system", "least"), [("serving", 0.95), ("machines", 0.9), ("training", 0.85)])
def test_statements_of_generated_logs_are_found(system: str, least: float) -> None:
    messages, statements = labelled(2000)[system]
    assert accuracy(group(messages), statements)[0] >= least
