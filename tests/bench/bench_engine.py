"""Reading: all typed columns of a log, against DuckDB's ``read_json`` into the same columns and against lnav."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import orjson

from aidebug_gui.store import open_log
from aidebug_gui.store.database import MEMORY_LIMIT
from tests.bench.common import Data, Figure, alternately, main, peer, run, seconds, warm

# The generator's keys that become typed columns; the message stays in the file.
COLUMNS = {
    "timestamp": "TIMESTAMP_NS",
    "level": "VARCHAR",
    "logger": "VARCHAR",
    "model": "VARCHAR",
    "score": "DOUBLE",
    "latency_ms": "DOUBLE",
    "tokens_in": "DOUBLE",
    "tokens_out": "DOUBLE",
    "endpoint": "VARCHAR",
    "status": "VARCHAR",
    "request_id": "VARCHAR",
}
LNAV_FORMAT = {
    "aidebug_bench_log": {
        "title": "Benchmark",
        "json": True,
        "hide-extra": True,
        "file-pattern": ".*\\.jsonl",
        "timestamp-field": "timestamp",
        "level-field": "level",
        "body-field": "message",
        "line-format": [{"field": "__timestamp__"}, " ", {"field": "level"}, " ", {"field": "message"}],
        "value": {key: {"kind": "string"} for key in ("logger", "model", "endpoint", "request_id")}
        | {key: {"kind": "float"} for key in ("score", "latency_ms", "tokens_in", "tokens_out", "status")},
    }
}


def measure(data: Data) -> Iterator[Figure]:
    """Yield the times for the JSONL log and for the same records as text."""
    path = data.jsonl()
    warm(path)
    ours, theirs, ratio = alternately(lambda: read(path), lambda: read_with_duckdb(path))
    yield Figure("all typed columns, JSONL", ours, "s", note=f"{path.stat().st_size / ours / 1e6:,.0f} MB/s")
    yield Figure("  the same by DuckDB read_json", theirs, "s")
    yield Figure("  ratio to DuckDB, median of pairs", ratio, "x", "<= 1.3 x", ratio <= 1.3)
    if peer("lnav"):
        lnav = seconds(lambda: read_with_lnav(path), repeat=1)
        yield Figure("  open in lnav", lnav, "s")
        yield Figure("  times faster than lnav", lnav / ours, "x", ">= 3 x", lnav >= 3 * ours)
    path = data.text()
    warm(path)
    ours = seconds(lambda: read(path))
    yield Figure(
        "all typed columns, Python logging text", ours, "s", note=f"{path.stat().st_size / ours / 1e6:,.0f} MB/s"
    )
    if peer("lnav"):
        lnav = seconds(lambda: read_with_lnav(path), repeat=1)
        yield Figure("  open in lnav (text)", lnav, "s", note=f"{lnav / ours:.1f} x our time")


def read(path: Path) -> None:
    store = open_log(path)
    store.wait()
    state = store.state()
    store.close()
    if not state.complete or state.lines != state.records or state.not_understood:
        raise RuntimeError(f"{path} was not read as expected: {state}")


def read_with_duckdb(path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        connection = duckdb.connect(config={"memory_limit": MEMORY_LIMIT, "temp_directory": folder})
        columns = ", ".join(f"{name}: '{kind}'" for name, kind in COLUMNS.items())
        connection.execute(
            f"CREATE TABLE t AS SELECT * FROM read_json(?, format='newline_delimited', columns={{{columns}}})",
            [str(path)],
        )
        connection.close()


def read_with_lnav(path: Path) -> None:
    """Open a log in lnav without its window, with a format of our keys so that it does the same work."""
    with tempfile.TemporaryDirectory() as home:
        formats = Path(home) / ".lnav" / "formats" / "bench"
        formats.mkdir(parents=True)
        (formats / "format.json").write_bytes(orjson.dumps(LNAV_FORMAT))
        run(["lnav", "-n", "-c", ";SELECT count(*) FROM all_logs", str(path)], HOME=home, XDG_CONFIG_HOME="")


if __name__ == "__main__":
    main(measure, __doc__)
