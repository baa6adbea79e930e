"""What is marked in a log that grows is what would be marked if it were looked at again."""

from __future__ import annotations

import json
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidebug_gui.store import open_log
from aidebug_gui.store.protocol import CancelToken, FilterError
from aidebug_gui.ui.minimap.growing import FoundRecords, GivenRecords, Positions, positions_in

PATIENCE_S = 30.0


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 60), max_size=6), st.integers(0, 10_000), st.booleans(), st.booleans())
def test_positions_of_what_grows(steps: list[int], seed: int, is_last_changed: bool, is_ascending: bool) -> None:
    random = np.random.default_rng(seed)
    total = sum(steps)
    in_order, is_found = random.random(total) < 0.6, random.random(total) < 0.3
    positions, seen, found = Positions(), 0, 0
    for step in steps:
        seen += step
        if is_last_changed and seen:
            in_order[seen - 1] = not in_order[seen - 1]
        found = min(total, seen + int(random.integers(0, 5)))  # who looks for records may be ahead of the table
        order, records = np.flatnonzero(in_order[:seen]), np.flatnonzero(is_found[:found])
        order = order if is_ascending else random.permutation(order)
        expected = np.flatnonzero(np.isin(order, records))
        assert positions.of(records, order, len(order), is_ascending=is_ascending).tolist() == expected.tolist()
        whole = positions.of(records, None, seen, is_ascending=True)
        assert whole.tolist() == np.flatnonzero(is_found[: min(seen, found)]).tolist()


def test_records_that_are_not_in_the_order_have_no_position() -> None:
    order, none = np.array([2, 5, 7]), np.empty(0, dtype=np.int64)
    assert positions_in(order, np.array([1, 2, 6, 7, 9])).tolist() == [0, 2]
    assert positions_in(order, none).tolist() == positions_in(none, order).tolist() == []


def test_records_are_asked_for_once_a_record(tmp_path: Path) -> None:
    path = tmp_path / "a.log"

    def write(*levels: str, end: str = "\n") -> None:
        with path.open("a") as file:
            for level in levels:
                file.write(json.dumps({"level": level, "message": "words"}) + end)

    write("INFO", "ERROR")
    log = open_log(path, follow=True)
    try:
        assert log.wait(PATIENCE_S)
        found = FoundRecords(log, "level>=error")
        token = CancelToken()
        assert found(token).tolist() == [1]
        write("ERROR", "INFO", "ERROR")
        end = time.monotonic() + PATIENCE_S
        while log.state().records < 5:
            assert time.monotonic() < end
            time.sleep(0.01)
        first = found(token)
        assert first.tolist() == [1, 2, 4]
        assert found(token).tolist() == [1, 2, 4]
        with pytest.raises(FilterError):
            FoundRecords(log, "/(/")(token)
    finally:
        log.close()


def test_records_that_are_given_are_asked_for_once() -> None:
    asked: list[int] = []

    def rows() -> np.ndarray:
        asked.append(1)
        return np.array([3, 4])

    given_records, token = GivenRecords(rows), CancelToken()
    assert given_records(token).tolist() == given_records(token).tolist() == [3, 4]
    assert asked == [1]
