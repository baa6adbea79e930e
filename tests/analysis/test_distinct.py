from __future__ import annotations

import duckdb
import numpy as np
import pytest

from aidebug_gui.analysis.distinct import Distinct


@pytest.mark.parametrize("values", [0, 1, 4095, 4097, 60_000])
def test_values_are_counted_once_however_they_come(values: int) -> None:
    sql = f"SELECT hash('input number ' || (range % {max(1, values)})) AS h FROM range({3 * values})"
    hashes = duckdb.sql(sql).fetchnumpy()["h"]
    at_once = Distinct().more(hashes)
    by_parts = Distinct()
    for part in np.array_split(hashes, 7):
        by_parts = by_parts.more(part)
    assert by_parts.count == at_once.count
    assert at_once.count == values if values < 4096 else abs(at_once.count / values - 1) < 0.06
