"""Values are read by names that stand apart from them: columns of an INSERT, of a key, of a table in a text."""

from __future__ import annotations

import json

import pytest

from aidebug_gui.analysis.pii.column_values import column_values
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.explain import reasons_of
from aidebug_gui.analysis.pii.tokens import Tokens

DETECTOR = Detector()
INSERT = (
    b"INSERT INTO patients (id, name, dob) VALUES (7, 'Ottfried Quast', '1962-03-06'), (8, 'Noor Keita', '1991-01-05');"
)


def columns_of(text: bytes) -> list[tuple[bytes, bytes]]:
    return [(column, text[start:end]) for column, start, end in column_values(text, Tokens(text))]


def entities_of(text: bytes) -> set[str]:
    return {span.entity for span in DETECTOR.scan(text) if span.score >= 0}


def test_each_row_of_an_insert_is_read() -> None:
    assert columns_of(INSERT) == [
        (b"name", b"Ottfried Quast"),
        (b"dob", b"1962-03-06"),
        (b"name", b"Noor Keita"),
        (b"dob", b"1991-01-05"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"insert into `t` (`a`, \"b\") values ('x', NULL)", [(b"a", b"x")]),
        (b"INSERT INTO t (a, b)\nVALUES\n(1.5, 'it''s')", [(b"b", b"it''s")]),
        (b"INSERT INTO t VALUES ('x', 'y')", []),
        (b"the values (a, b) differ", []),
        (b"f(a, b) values (now(), 'y')", []),
        (b"f(a, b) values ('y'", []),
        (b"Key (phone)=(4479160) already exists", [(b"phone", b"4479160")]),
        (b"Key (tenant, email)=(7, a@web.de) already", [(b"tenant", b"7"), (b"email", b"a@web.de")]),
        (b"if (x)=(y", []),
        (
            b"name;n;dob\nNoor Keita;3;1991-01-05\nthe end",
            [(b"name", b"Noor Keita"), (b"n", b"3"), (b"dob", b"1991-01-05")],
        ),
        (b"x\nname\tdob\nNoor Keita\t1991-01-05", [(b"name", b"Noor Keita"), (b"dob", b"1991-01-05")]),
        (b"see name, email and phone\nbelow", []),
        (b"email,phone", []),
    ],
)
def test_what_is_read(text: bytes, expected: list[tuple[bytes, bytes]]) -> None:
    assert columns_of(text) == expected


def test_the_columns_say_what_values_are_and_why() -> None:
    births = [span for span in DETECTOR.scan(INSERT) if span.entity == "dob"]
    assert [INSERT[span.start : span.end] for span in births] == [b"1962-03-06", b"1991-01-05"]
    assert "'dob'" in reasons_of(DETECTOR, INSERT, births[0])[0]


def test_a_value_behind_an_escaped_line_break_has_reasons() -> None:
    record = json.dumps(
        {"c": "name,born on\nNoor Keita,1991-01-05\nsk-proj-Q1w2E3r4T5y6U7i8O9p0A1s2D3f4G5h6J7k8L9z0X1c2V3b4"}
    ).encode()
    spans = DETECTOR.scan(record)
    assert {span.entity for span in spans} == {"person", "dob", "openai_key"}
    for span in spans:
        assert reasons_of(DETECTOR, record, span) not in ([], ["its form says so"])


@pytest.mark.parametrize(
    "text",
    [
        "INSERT INTO p (name,\nborn_on)\nVALUES ('Noor Keita', '1991-01-05')",
        "here is my list:\nname,visits,born on\nNoor Keita,3,1991-01-05\n\nplease sort it",
        "here is my list:\r\nname | born_on\r\nNoor Keita | 1991-01-05",
    ],
)
def test_line_breaks_may_be_escaped(text: str) -> None:
    assert entities_of(json.dumps({"content": text}).encode()) == {"person", "dob"}
    assert entities_of(text.encode()) == {"person", "dob"}


@pytest.mark.parametrize(
    "text",
    [
        "name,born on\nNoor Keita,1991-01-05",
        'name,born on\n"Noor Keita","1991-01-05"\n',
        "INSERT INTO p (name, password) VALUES ('Noor Keita', 'cut off here",
        "Key (password)=(cut off here",
    ],
)
def test_values_end_with_the_text_that_they_stand_in(text: str) -> None:
    record = json.dumps({"content": text, "more": "it's (b)", "n": 1}).encode()
    end = record.index(b', "more"') - 1
    assert all(span.end <= end for span in DETECTOR.scan(record))


@pytest.mark.parametrize(
    "text",
    [
        b"(" * 100_000 + b" values (" * 20_000 + b"'" * 100_000,
        b"name," * 100_000,
        b"name,email\n" * 20_000,
        b"(a)=(" * 50_000,
    ],
)
def test_hostile_text_takes_linear_time(text: bytes) -> None:
    assert len(columns_of(text)) < len(text)
