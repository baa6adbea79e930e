"""What rules find in a log, and which colour a record has."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.highlights.found import AnyOf, Highlighted, RuleSearch

PATIENCE_S = 60.0
RECORDS = st.lists(st.integers(0, 40), max_size=30).map(lambda records: np.unique(np.array(records, dtype=np.int64)))


@given(st.lists(RECORDS, max_size=4), st.lists(st.integers(0, 45), max_size=20))
def test_the_first_rule_that_finds_a_record_gives_it_its_colour(found: list[np.ndarray], records: list[int]) -> None:
    highlighted = Highlighted([(str(number), rows) for number, rows in enumerate(found)])
    expected = [next((str(number) for number, rows in enumerate(found) if record in rows), None) for record in records]
    assert highlighted.colours(records) == expected
    assert bool(highlighted) == any(len(rows) for rows in found)


def lines(first: int, stop: int) -> str:
    levels = ("INFO", "ERROR", "INFO")
    return "".join(
        json.dumps({"time": f"2026-01-01T10:00:{n % 60:02d}Z", "level": levels[n % 3], "message": f"step {n}"}) + "\n"
        for n in range(first, stop)
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.jsonl"
    path.write_text(lines(0, 30))
    return path


@pytest.fixture
def log(path: Path) -> Iterator[FileLog]:
    log = open_log(path, follow=True)
    wait_for(log, 30)
    yield log
    log.close()


def wait_for(log: FileLog, records: int) -> None:
    end = time.monotonic() + PATIENCE_S
    while log.state().records < records or not log.state().complete:
        assert time.monotonic() < end
        time.sleep(0.01)


def test_rules_follow_a_log_that_grows(log: FileLog, path: Path) -> None:
    search = RuleSearch(log)
    assert search.find("level:error", CancelToken()).rows.tolist() == list(range(1, 30, 3))
    with path.open("a") as file:
        file.write(lines(30, 45))
    wait_for(log, 45)
    assert search.find("level:error", CancelToken()).rows.tolist() == list(range(1, 45, 3))
    both = AnyOf([search.records("level:error"), search.records('"step 3"')])
    assert both(CancelToken()).tolist() == sorted({*range(1, 45, 3), 3, *range(30, 40)})
    assert AnyOf([])(CancelToken()).tolist() == []


def test_a_rule_that_this_log_cannot_answer_says_why(log: FileLog) -> None:
    search = RuleSearch(log)
    unknown = search.find("modle:x", CancelToken())
    assert (len(unknown.rows), unknown.problem) == (0, "This log has no field 'modle'.")
    wrong = search.find("level>=wran", CancelToken())
    assert "wran" in wrong.problem
    assert not len(wrong.rows)


def test_a_field_that_the_log_does_not_name_is_found_if_it_is_wanted(
    log: FileLog, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sample of a log may miss a rare field, and a pass over the whole text takes its time."""
    with path.open("a") as file:
        file.write('{"level": "INFO", "message": "x", "rare": {"key": "yes"}}\n')
    wait_for(log, 31)
    named = [field for field in log.fields() if not field.name.startswith("rare")]
    monkeypatch.setattr(log, "fields", lambda: named)
    search = RuleSearch(log)
    assert not len(search.find("rare.key:yes", CancelToken()).rows)
    search.want("rare.key:yes")
    found = search.find("rare.key:yes", CancelToken())
    assert (found.rows.tolist(), found.problem) == ([30], "")
