"""What is known of a log's records, asked by several at once and piece by piece."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.analysis.pii import marks as marks_module
from aidebug_gui.analysis.pii.facts import jwt_facts
from aidebug_gui.analysis.pii.marks import PersonalMarks, hint_of
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.marks import MARKS_COLUMN
from aidebug_gui.store.protocol import Cancelled, CancelToken

COUNT = 600
KEY = "sk_live_4eC39HqLyjWDarjtT1zdp7dc"


def line(number: int) -> dict[str, object]:
    if number % 100 == 7:
        return {"level": "info", "user": {"email": f"anna.kern{number}@posteo.de"}, "n": number}
    if number == 250:
        return {"level": "error", "message": f"key {KEY}. refused for anna.kern7@posteo.de"}
    return {"level": "info", "message": f"step {number} took 1.5 s", "n": number}


@pytest.fixture
def log(tmp_path: Path) -> Iterator[FileLog]:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(line(number)) + "\n" for number in range(COUNT)))
    store = open_log(path)
    store.use_marks(PersonalMarks)
    assert store.wait(60)
    yield store
    store.close()


@pytest.fixture
def marks(log: FileLog, monkeypatch: pytest.MonkeyPatch) -> PersonalMarks:
    monkeypatch.setattr(marks_module, "PIECE_BYTES", 2000)
    found = log.marks()
    assert isinstance(found, PersonalMarks)
    return found


def test_a_filter_looks_through_as_much_as_it_needs(log: FileLog, marks: PersonalMarks) -> None:
    assert marks.scanned == 0
    assert log.select("pii:email").tolist() == [7, 107, 207, 250, 307, 407, 507]
    assert marks.scanned == COUNT
    assert log.select("is:secret").tolist() == [250]
    assert log.select("is:pii -pii:stripe_key n<300").tolist() == [7, 107, 207]
    assert log.select("pii:contact pii:certain", first=300).tolist() == [307, 407, 507]


def test_what_is_found_is_counted_by_kind_and_field(log: FileLog, marks: PersonalMarks) -> None:
    assert list(marks.scan(100))[-1] == 100
    assert [(group.entity.name, group.path, group.count) for group in marks.groups()] == [("email", "user.email", 1)]
    list(marks.scan(COUNT))
    secret, *others = marks.groups()
    assert (secret.entity.name, secret.records, len(secret.values)) == ("stripe_key", 1, 1)
    assert (secret.secrets[0].hint, secret.secrets[0].first) == (hint_of(KEY.encode()), 250)
    assert "a live key" in secret.secrets[0].facts
    assert KEY not in repr(secret.secrets)
    assert [(group.path, group.count, group.records, len(group.values)) for group in others] == [
        ("user.email", 6, 6, 6),
        ("message", 1, 1, 1),
    ]
    assert marks.rows("email", "user.email").tolist() == [7, 107, 207, 307, 407, 507]
    assert marks.scanned_bytes == log.path.stat().st_size


def test_the_column_tells_the_kinds_and_orders_by_weight(log: FileLog, marks: PersonalMarks) -> None:
    assert log.rows(np.array([7]), ["level", MARKS_COLUMN])[0].cells[1] is None
    list(marks.scan(COUNT))
    cells = [row.cells[0] for row in log.rows(np.array([6, 7, 250]), [MARKS_COLUMN])]
    assert cells == ["", "email", "stripe_key, email"]
    assert log.sort(None, MARKS_COLUMN, descending=True)[:3].tolist() == [250, 7, 107]
    assert log.sort(np.array([6, 7, 250]), MARKS_COLUMN, descending=False).tolist() == [7, 250, 6]


def test_several_look_through_a_log_once(log: FileLog, marks: PersonalMarks) -> None:
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda _: list(marks.scan(COUNT)), range(4)))
    assert max(max(steps, default=0) for steps in done) == COUNT
    assert sum(group.count for group in marks.groups()) == 8


def test_looks_that_begin_at_different_places_leave_nothing_out(
    log: FileLog, marks: PersonalMarks, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide, narrow = marks.scan(COUNT), marks.scan(COUNT)
    for _ in range(5):  # pieces of two sizes: the edges do not meet
        monkeypatch.setattr(marks_module, "PIECE_BYTES", 1500)
        next(narrow)
        monkeypatch.setattr(marks_module, "PIECE_BYTES", 2000)
        next(wide)
    wide.close()
    assert list(narrow)[-1] == COUNT
    assert sum(group.count for group in marks.groups()) == 8
    assert len(log.select("is:pii")) == 7


def test_a_cancelled_look_goes_on_where_it_was(log: FileLog, marks: PersonalMarks) -> None:
    cancel = CancelToken()
    look = marks.scan(COUNT, cancel)
    next(look)
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(look)
    assert 0 < marks.scanned < COUNT
    assert len(log.select("is:pii")) == 7


def test_starting_again_ends_a_look_that_goes_on(marks: PersonalMarks) -> None:
    look = marks.scan(COUNT)
    next(look)
    marks.start_again()
    assert list(look) == []
    assert marks.scanned == 0
    assert marks.groups() == []


def test_jwt_facts() -> None:
    def token(claims: dict[str, object]) -> bytes:
        return b"e30." + base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=") + b".x"

    assert jwt_facts(token({"exp": 1_700_000_000, "iss": "auth"}), 1.8e9) == [
        "expired 2023-11-14 22:13 UTC",
        "issued by auth",
    ]
    assert jwt_facts(token({"exp": 1_700_000_000}), 1.6e9) == ["valid until 2023-11-14 22:13 UTC"]
    assert jwt_facts(token({}), 0) == ["has no expiry"]
    assert jwt_facts(b"e30.%%%.x", 0) == []
    assert hint_of(b"short") == "•••••"
