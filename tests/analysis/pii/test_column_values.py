"""Values of an INSERT are read by its columns."""

from __future__ import annotations

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


def test_each_row_is_read() -> None:
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
    ],
)
def test_what_is_read(text: bytes, expected: list[tuple[bytes, bytes]]) -> None:
    assert columns_of(text) == expected


def test_the_columns_say_what_values_are_and_why() -> None:
    spans = DETECTOR.scan(INSERT)
    assert [(span.entity, INSERT[span.start : span.end]) for span in spans if span.entity == "dob"] == [
        ("dob", b"1962-03-06"),
        ("dob", b"1991-01-05"),
    ]
    birth = next(span for span in spans if span.entity == "dob")
    logged = b"{\"sql\":\"INSERT INTO p (name,\\nborn_on)\\nVALUES ('Noor Keita', '1991-01-05')\"}"
    assert {span.entity for span in DETECTOR.scan(logged)} == {"person", "dob"}
    assert "'dob'" in reasons_of(DETECTOR, INSERT, birth)[0]


def test_many_rows_and_hostile_ones_take_linear_time() -> None:
    text = b"(" * 100_000 + b" values (" * 20_000 + b"'" * 100_000
    assert columns_of(text) == []
