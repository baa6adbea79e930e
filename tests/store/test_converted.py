"""Files whose records are JSON lines only for the reader are called what they are."""

from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from aidebug_gui.store import open_log

_TABLE = "timestamp,step,loss\n2026-01-01T10:00:02Z,1,0.5\n2026-01-01T10:00:04Z,2,0.25\n"
_TEXTS = {
    "metrics.csv": (_TABLE, "CSV"),
    "metrics.tsv": (_TABLE.replace(",", "\t"), "TSV"),
    "metrics.prom": ('# TYPE calls counter\ncalls_total{model="a"} 3\ncalls_total{model="b"} 4\n', "Prometheus"),
    "net.har": (json.dumps({"log": {"entries": [{"time": 1.5, "request": {"url": "/a"}}]}}), "HAR"),
    "list.json": (json.dumps([{"score": 0.5}, {"score": 0.25}], indent=1), "JSON"),
    "plain.jsonl": ('{"score": 0.5}\n{"score": 0.25}\n', "JSON"),
}


def _title(path: Path) -> str:
    with closing(open_log(path)) as log:
        assert log.wait(60)
        record = log.record(0)
        assert list(log.state().formats) == [record.format]
        assert record.is_json
        return record.format


@pytest.mark.parametrize("name", _TEXTS)
def test_text(tmp_path: Path, name: str) -> None:
    text, title = _TEXTS[name]
    path = tmp_path / name
    path.write_text(text)
    assert _title(path) == title


def test_packed_table(tmp_path: Path) -> None:
    path = tmp_path / "metrics.csv.gz"
    path.write_bytes(gzip.compress(_TABLE.encode()))
    assert _title(path) == "CSV"


def test_databases(tmp_path: Path) -> None:
    parquet, sqlite = tmp_path / "runs.parquet", tmp_path / "runs.db"
    pq.write_table(pa.table({"step": [1, 2], "loss": [0.5, 0.25]}), parquet)
    with closing(sqlite3.connect(sqlite)) as database, database:
        database.execute("CREATE TABLE runs AS SELECT 1 AS step, 0.5 AS loss")
    assert (_title(parquet), _title(sqlite)) == ("Parquet", "SQLite")
