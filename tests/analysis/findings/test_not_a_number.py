"""A number of the log's own that is NaN for a while is told; NaN as the word for "no value" is not."""

from __future__ import annotations

import json
from collections.abc import Collection

import pytest

from aidebug_gui.analysis.findings.finding import Finding

COUNT = 400


def _told(analyse, odd: Collection[int], word: float = float("nan")) -> list[Finding]:
    log = "".join(
        json.dumps(
            {
                "time": f"2026-01-01T00:{n // 60:02d}:{n % 60:02d}Z",
                "message": "page read",
                "legibility": word if n in odd else 0.5 + n * 37 % 100 / 250,
            }
        )
        + "\n"
        for n in range(COUNT)
    )
    return [finding for finding in analyse(log).findings() if finding.kind == "nan_value"]


@pytest.mark.parametrize("word", [float("nan"), float("inf")])
@pytest.mark.parametrize("odd", [range(200, 212), range(200, 220, 2), range(390, COUNT)])
def test_a_stretch_without_numbers_is_told(analyse, odd: range, word: float) -> None:
    (finding,) = _told(analyse, odd, word)
    assert finding.subject == "legibility"
    assert list(finding.rows) == list(odd)


@pytest.mark.parametrize(
    "odd", [(), range(200, 204), range(0, COUNT, 10), range(100, 250)], ids=["none", "few", "scattered", "usual"]
)
def test_what_is_no_stretch_is_not_told(analyse, odd: Collection[int]) -> None:
    assert not _told(analyse, odd)
