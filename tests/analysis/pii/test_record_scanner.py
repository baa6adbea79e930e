"""Looks at single records: what to underline, why, and what to show where values are hidden."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.analysis.pii.marks import PersonalMarks
from aidebug_gui.analysis.pii.model import Tier
from aidebug_gui.analysis.pii.record_scanner import Found, MaskingVeil, RecordScanner, number_at, spans_in
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog

RECORDS: list[dict[str, object]] = [
    {"level": "info", "user": {"email": "anna.kern@posteo.de"}, "loc": {"latitude": 52.524371, "longitude": 13.41053}},
    {"level": "error", "message": 'mail "anna.kern@posteo.de" → db_password=tr0ub4dor-33 refused'},
    {"level": "info", "message": "all is fine", "ts": 1767225600123},
]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[FileLog]:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in RECORDS))
    store = open_log(path)
    assert store.wait(60)
    yield store
    store.close()


@pytest.fixture
def look(log: FileLog) -> RecordScanner:
    return RecordScanner(PersonalMarks(log))


def test_what_was_found_is_where_the_screen_shows_it(look: RecordScanner) -> None:
    first, second, third = look.found([json.dumps(record).encode() for record in RECORDS])
    assert {one.entity for one in first} == {"email", "geo"}
    assert third == []
    text = str(RECORDS[1]["message"])
    shown = [(text[begin:end], style) for begin, end, style in spans_in(text, second)]
    assert shown == [("anna.kern@posteo.de", 1), ("tr0ub4dor-33", 3)]
    assert spans_in("52.5244", first, "loc.latitude") == ((0, 7, first[1].style),)
    assert spans_in("52.5244", first, "score") == ()


def test_short_values_only_stand_alone() -> None:
    age = Found("demographic", "Age", False, Tier.LIKELY, ("42",), "age")
    assert spans_in("step 42 of 2042", [age]) == ()
    assert spans_in("42", [age]) == ((0, 2, 0),)


def test_spans_do_not_overlap() -> None:
    long = Found("url_password", "URL", True, Tier.CERTAIN, ("user:secret@host",), "")
    inner = Found("password", "Password", True, Tier.LIKELY, ("secret",), "")
    assert spans_in("at user:secret@host", [inner, long]) == ((3, 19, 3),)


def test_reasons_and_why_not(look: RecordScanner) -> None:
    record = b'{"messages":[{"content":"my card is 4539 5787 6362 1486"}]}'
    (card,) = look.explained(record)
    assert "Luhn ok, Visa range" in card.sentence
    assert "field messages[].content" in card.sentence
    order = b'{"order_id":"4929114563327781"}'
    assert look.explained(order) == []
    assert "'order' is evidence against it" in look.why_not(order, "4929114563327781")
    assert look.why_not(record, "not there") == ""
    assert "a Unix time in milliseconds" in look.why_not(b'{"ts":1767225600123}', "1767225600123")
    assert number_at("order 4929114563327781 paid", 8) == "4929114563327781"
    assert number_at("order 4929 paid", 8) == ""


def test_a_veil_hides_rows_records_text_and_values(log: FileLog, look: RecordScanner) -> None:
    numbers = np.arange(3)
    log.veil = veil = MaskingVeil(look, b"key")
    first, second, third = log.rows(numbers, ["user.email", "message"])
    assert first.cells[0] == "[EMAIL_1]"
    assert second.cells[1] == 'mail "[EMAIL_1]" → db_password=[PASSWORD_4] refused'
    assert third.cells[1] == "all is fine"
    record = log.record(0)
    assert "anna" not in record.raw
    assert record.fields["user"] == {"email": "[EMAIL_1]"}
    for style in ("raw", "jsonl", "csv"):
        assert "tr0ub4dor" not in log.text(numbers, style)  # type: ignore[arg-type]
    assert log.shown_values("user.email", ["anna.kern@posteo.de", ""]) == ["[EMAIL_1]", ""]
    assert log.shown_values("level", ["info"]) == ["info"]
    assert veil.text("to anna.kern@posteo.de: ok") == "to [EMAIL_1]: ok"
    assert veil.made("[EMAIL_1]")
    assert not veil.made("info")
    log.veil = None
    assert log.rows(numbers, ["user.email"])[0].cells == ("anna.kern@posteo.de",)


def test_a_screen_can_be_hidden_though_the_users_list_is_broken(
    log: FileLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pii").mkdir()
    (tmp_path / "pii" / "allow.toml").write_text("[[allow")
    monkeypatch.setattr("aidebug_gui.analysis.pii.marks.user_directory", lambda: tmp_path)
    marks = PersonalMarks(log)
    assert MaskingVeil(RecordScanner(marks), b"key").text("to anna.kern@posteo.de") == "to [EMAIL_1]"
    with pytest.raises(ValueError, match=r"allow\.toml"):
        list(marks.scan(3))


def test_a_name_is_marked_when_the_log_says_later_that_it_is_one(tmp_path: Path) -> None:
    path = tmp_path / "late.jsonl"
    first = {"message": "moved the desk of Tjorvil Quast to B2"}
    path.write_text(f"{json.dumps(first)}\n{json.dumps({'full_name': 'Tjorvil Quast'})}\n")
    log = open_log(path)
    assert log.wait(60)
    marks = PersonalMarks(log)
    look = RecordScanner(marks)
    raw = json.dumps(first).encode()
    assert look.found([raw]) == [[]]
    assert list(marks.scan(1)) == [1]
    assert not look.has_new_names()
    assert list(marks.scan(2)) == [2]
    assert look.has_new_names()
    assert not look.has_new_names()  # told once
    assert [one.entity for one in look.found([raw])[0]] == ["person"]
    log.close()
