"""Tables, metrics and databases: one JSON record a row, numbers as they stand there, empty cells left out."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.sources import MultipleLogs, SourceError, logs_in, open_spool
from aidebug_gui.sources.converters.prometheus import exposition_lines, is_exposition
from aidebug_gui.sources.converters.sentry import envelope_lines, is_envelope
from aidebug_gui.sources.converters.tables import Table, table_of
from tests.sources.conftest import text_of


def rows(path: Path, text: str | bytes) -> list[Any]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [json.loads(line) for line in text_of(path)[0].splitlines()]


def test_a_csv_file_has_a_record_a_row(tmp_path: Path) -> None:
    text = 'time,text,score,id\r\n2026-01-01,"a, ""b""\nc",0.50,007\r\n2026-01-02,,nan,8\r\n'
    assert rows(tmp_path / "a.csv", text)[0] == {"time": "2026-01-01", "text": 'a, "b"\nc', "score": 0.5, "id": "007"}
    content, _ = text_of(tmp_path / "a.csv")
    assert content.splitlines()[1] == b'{"time":"2026-01-02","score":NaN,"id":8}'
    assert b'"score":0.50,' in content


def test_odd_tables(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.tsv", "a\tb\n1\t2\n") == [{"a": 1, "b": 2}]
    assert rows(tmp_path / "b.csv", "\ufeffa;a\n1;2\n1;2;3\n1;2\n4\n1;2\n1;2\n1;2\n1;2\n1;2\n")[:4] == [
        {"a": 1, "a_2": 2},
        {"a": 1, "a_2": 2, "column_3": 3},
        {"a": 1, "a_2": 2},
        {"a": 4},
    ]
    assert rows(tmp_path / "c.csv", "0.1,spam\n0.2,ham\n0.3,spam\n")[1] == {"column_1": 0.2, "column_2": "ham"}
    assert rows(tmp_path / "d.csv", ",score\n1,0.5\n") == [{"column_1": 1, "score": 0.5}]
    assert rows(tmp_path / "e.csv", 'a,b\n1,"x\u2028y"\n') == [{"a": 1, "b": "x\u2028y"}]


def test_a_line_that_is_no_row_is_shown_as_it_is_and_the_table_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n" + b"1,2\n" * 60 + b"3,half\rdone\n4,5\n6,\rx\n7,8\n")
    content, spool = text_of(path)
    assert content[60 * 14 :] == b'3,half\rdone\n{"a":4,"b":5}\n6,\rx\n{"a":7,"b":8}\n'
    assert "the first is line 62 (new-line character seen in unquoted field)" in spool.notice


def test_a_table_needs_no_name_but_must_look_like_one() -> None:
    assert table_of("epoch,step,loss\n0,1,0.5\n0,2,0.4\n", "metrics", whole=True) == Table(",")
    assert table_of("a log, of sorts\nwith commas, here\nand, there\n", "app.log", whole=True) is None
    assert table_of("2026-01-01 10:00:00,123 INFO a\n2026-01-01 10:00:00,124 INFO b\n", "a.log", whole=True) is None
    assert table_of("INFO:root:x\n", "lies.csv", whole=True) is None
    assert table_of("", "empty.csv", whole=True) is None


@given(st.text(alphabet='a1,"\n\r\0;\t', max_size=80))
def test_any_text_called_csv_is_read(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_text(text, newline="")
    _, spool = text_of(path)
    assert spool.error == ""


def test_an_exposition() -> None:
    text = (
        '# HELP up Up\n# TYPE up gauge\nup{a="x\\"y",type="t"} 1 1700000000123\nbad line here\nup NaN\n'
        'up_total 5 # {trace_id="1"} 0.5\n# EOF\n'
    )
    assert is_exposition(text)
    content = b"".join(exposition_lines(iter([text.encode()]))).decode().splitlines()
    assert json.loads(content[0]) == {
        "timestamp": 1700000000123, "metric": "up", "value": 1, "a": 'x"y', "label_type": "t", "help": "Up", "type": "gauge",
    }  # fmt: skip
    assert content[1] == "bad line here"
    assert '"value":NaN' in content[2]
    assert json.loads(content[3])["value"] == 5
    assert not is_exposition("# a comment\nINFO ready\n")


def test_envelopes_with_odd_items() -> None:
    text = (
        b'{"event_id":"1","sent_at":"2026-01-01T00:00:00Z"}\n{"type":"event","length":18}\n{"level":\n"error"}\n'
        b'{"type":"attachment","length":4}\n\x00\n\xff\n\n{"type":"log","item_count":2}\n{"items":[{"body":"a"},{"body":"b"}]}\n'
        b'{"type":"event","length":999}\n{"level":"in'
    )
    assert is_envelope(text.decode(errors="replace"))
    records = [json.loads(line) for line in b"".join(envelope_lines(iter([text]))).splitlines()]
    assert [record["type"] for record in records] == ["event", "attachment", "log", "log", "event"]
    assert records[0] == {"type": "event", "level": "error", "event_id": "1"}
    assert not is_envelope('{"type":"x"}\n{"type":"y"}\n')


def make_database(path: Path, tables: list[str]) -> Path:
    connection = sqlite3.connect(path)
    for name in tables:
        name = name.replace('"', '""')
        connection.execute(f'CREATE TABLE "{name}" (n INTEGER, text TEXT, data BLOB)')
        connection.execute(f'INSERT INTO "{name}" VALUES (1, ?, NULL), (2, NULL, ?)', ("a", b"\xff"))
    connection.execute("CREATE TABLE hollow (n INTEGER)")
    connection.commit()
    connection.close()
    return path


def test_a_database_is_a_log_a_table(tmp_path: Path) -> None:
    path = make_database(tmp_path / "one.db", ['odd "name"'])
    assert logs_in(path) == [path]
    assert text_of(path)[0] == b'{"n":1,"text":"a"}\n{"n":2,"data":"/w=="}\n'
    path = make_database(tmp_path / "two.db", ["a", "b"])
    with pytest.raises(MultipleLogs):
        open_spool(path)
    assert text_of(path / "b")[0].count(b"\n") == 2
    assert "no table c" in text_of(path / "c")[1].error


def test_a_broken_database_and_a_broken_parquet_file_are_said_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\x99" * 3000)
    with pytest.raises(SourceError, match="cannot be read as a database"):
        open_spool(path)
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1" + b"\x99" * 3000 + b"PAR1")
    assert "cannot be read" in text_of(path)[1].error


def test_a_parquet_file(tmp_path: Path) -> None:
    import datetime as dt

    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "a.log"
    times = pa.array([1_787_216_400_000_000_001, None], pa.timestamp("ns", tz="UTC"))
    columns = {"time": times, "score": [0.5, None], "data": [b"x", b"\xff"], "day": [dt.date(2026, 1, 1)] * 2}
    pq.write_table(pa.table({**columns, "nested": [{"a": [1]}, None]}), path)
    first, second = (json.loads(line) for line in text_of(path)[0].splitlines())
    assert first == {
        "time": "2026-08-20 09:00:00.000000001Z", "score": 0.5, "data": "x", "day": "2026-01-01", "nested": {"a": [1]},
    }  # fmt: skip
    assert second == {"data": "/w==", "day": "2026-01-01"}
