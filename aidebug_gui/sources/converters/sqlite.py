"""SQLite databases, read only and never locked: MLflow's metrics, traces and spans, or the rows of any table."""

from __future__ import annotations

import base64
import math
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson

from aidebug_gui.sources.converters.jsontext import dumped
from aidebug_gui.sources.filled_spool import Tally
from aidebug_gui.sources.spool import SourceError
from aidebug_gui.sources.streams import Chunks
from aidebug_gui.translatable import translatable

Json = dict[str, Any]

_MLFLOW_TABLES = {"experiments", "runs", "metrics", "params"}
_METRICS = """
    SELECT metrics.*, runs.name AS run, experiments.name AS experiment
    FROM metrics LEFT JOIN runs USING (run_uuid) LEFT JOIN experiments USING (experiment_id)
    ORDER BY metrics.timestamp
"""
_TRACES = "SELECT * FROM trace_info ORDER BY timestamp_ms"
_SPANS = "SELECT * FROM spans ORDER BY start_time_unix_nano"


def tables_in(path: Path) -> list[str]:
    """Return the tables with rows, one name for an MLflow database, which is one log. Raises SourceError."""
    with _connected(path) as connection:
        names = _tables(connection)
        if set(names) >= _MLFLOW_TABLES:
            return ["mlflow"]
        return [name for name in names if connection.execute(f"SELECT 1 FROM {_quoted(name)} LIMIT 1").fetchone()]


def sqlite_lines(path: Path, inside: str, tally: Tally) -> Chunks:
    """Yield a JSON record for each row of a table (of the only one, if none is named). Raises SourceError."""
    if _has_log(path):
        tally.note(translatable("The database is in use; what is still in its write-ahead log (-wal) is not shown."))
    with _connected(path) as connection:
        names = _tables(connection)
        if set(names) >= _MLFLOW_TABLES and not inside:
            records = _mlflow(connection, names)
        else:
            table = inside or (tables_in(path) or [""])[0]
            if table not in names:
                raise SourceError(
                    translatable(
                        "There is no table {what} in {path}.", what=table or translatable("with rows"), path=str(path)
                    )
                )
            records = _rows(connection, f"SELECT * FROM {_quoted(table)}")
        for record in records:
            yield (dumped(record, exact=True) + "\n").encode()


def _mlflow(connection: sqlite3.Connection, names: list[str]) -> Iterator[Json]:
    """Yield metrics under their own names, then traces and spans, each kind in the order of time."""
    for row in _rows(connection, _METRICS):
        value = math.nan if row.get("is_nan") else row.get("value")
        yield {
            "timestamp": row.get("timestamp"),
            "event": "metric",
            "experiment": row.get("experiment"),
            "run": row.get("run"),
            "run_id": row.get("run_uuid"),
            "step": row.get("step"),
            str(row.get("key")): value,
        }
    if "trace_info" in names:
        for row in _rows(connection, _TRACES):
            row["trace_id"] = row.pop("request_id", None)
            yield {"timestamp": row.pop("timestamp_ms", None), "event": "trace", **row}
    if "spans" in names:
        for row in _rows(connection, _SPANS):
            start, end = row.get("start_time_unix_nano"), row.get("end_time_unix_nano")
            if isinstance(start, int) and isinstance(end, int):
                row["duration_ms"] = (end - start) / 1e6
            yield {"timestamp": start, "event": "span", **_span_content(row.pop("content", None)), **row}


def _span_content(content: object) -> Json:
    """Return what MLflow keeps of a span as JSON text: its attributes as plain keys, input and output among them."""
    try:
        span = orjson.loads(content) if isinstance(content, str) else {}
    except orjson.JSONDecodeError:
        return {"content": content}
    attributes = span.get("attributes") if isinstance(span, dict) else None
    found: Json = dict(attributes) if isinstance(attributes, dict) else {}
    for key, name in (("mlflow.spanInputs", "input"), ("mlflow.spanOutputs", "output")):
        if key in found:
            found[name] = found.pop(key)
    events = span.get("events") if isinstance(span, dict) else None
    return found | ({"events": events} if events else {})


def _rows(connection: sqlite3.Connection, sql: str) -> Iterator[Json]:
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield {
            name: base64.b64encode(value).decode() if isinstance(value, bytes) else value
            for name, value in zip(names, row, strict=True)
            if value is not None
        }


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid").fetchall()
    return [name for (name,) in found if isinstance(name, str) and not name.startswith("sqlite_")]


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the database as a file that nobody writes: no lock, no journal. Raises SourceError."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        connection.text_factory = lambda data: data.decode(errors="replace")
        connection.execute("PRAGMA trusted_schema = OFF")
        try:
            yield connection
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeDecodeError) as error:  # names of columns may be anything
        raise SourceError(
            translatable("{path} cannot be read as a database: {reason}.", path=str(path), reason=str(error))
        ) from error


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.is_file() and log.stat().st_size > 0


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
