"""Numbers that go to another level at once are told; what wanders, grows, or scatters more than it moved is not."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
import pytest
from numpy.typing import NDArray

from aidebug_gui.analysis.findings.everything import find_all
from aidebug_gui.analysis.findings.finding import Finding

Floats = NDArray[np.float64]
COUNT = 1500


def _log(values: Iterable[float]) -> str:
    return "".join(
        f"2026-01-01T{n // 3600:02d}:{n // 60 % 60:02d}:{n % 60:02d}Z INFO engine tick throughput={value:.2f}\n"
        for n, value in enumerate(values)
    )


def _told(analyse, values: Iterable[float]) -> list[Finding]:
    return [finding for finding in analyse(_log(values)).findings() if finding.kind == "moved_number"]


def _noise(seed: int, scatter: float) -> Floats:
    return np.random.default_rng(seed).normal(0, scatter, COUNT)


@pytest.mark.parametrize("change", [-40.0, 60.0])
def test_a_number_that_moved_is_told_with_both_levels(analyse, change: float) -> None:
    level = np.where(np.arange(COUNT) < 900, 150.0, 150.0 + change)
    (finding,) = _told(analyse, level + _noise(1, 25))
    assert abs(finding.rows[0] - 900) <= 20
    assert finding.subject == "throughput"
    assert finding.title == "The level of throughput changed"
    before, after = map(float, re.findall(r"[\d.]+", str(finding.sentence))[:2])
    assert abs(before - 150) < 5
    assert abs(after - 150 - change) < 8


def test_the_events_of_the_same_field_are_not_told_again(open_text) -> None:
    level = np.where(np.arange(COUNT) < 900, 150.0, 300.0)
    (finding,) = find_all(open_text(_log(level + _noise(2, 10))))
    assert finding.kind == "moved_number"
    assert finding.count == COUNT - finding.rows[0]


def test_a_number_that_moved_by_less_than_it_scatters_is_not_told(analyse) -> None:
    level = np.where(np.arange(COUNT) < 900, 150.0, 160.0)
    assert not _told(analyse, level + _noise(3, 25))


def test_what_wanders_or_rises_slowly_or_goes_up_and_down_is_not_told(analyse) -> None:
    n = np.arange(COUNT)
    assert not _told(analyse, 500 + np.cumsum(_noise(4, 1)))
    assert not _told(analyse, 100 + n / 10 + _noise(5, 5))
    assert not _told(analyse, 100 + 50 * np.sin(n / 200) + _noise(6, 5))
    assert not _told(analyse, 100 + 50 * (n // 150 % 2) + _noise(7, 5))
