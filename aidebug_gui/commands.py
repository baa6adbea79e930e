"""``inspect`` and ``query``: the engine without the window, for scripts, CI and people on a server. Imports no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from aidebug_gui.console import ERROR, FOUND, NOTHING, fail, write
from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.sources import SourceError
from aidebug_gui.store import open_log
from aidebug_gui.store.filter import parse
from aidebug_gui.store.protocol import FilterError, LogStore, Record, Rows
from aidebug_gui.store.report import report, report_text
from aidebug_gui.store.serialize import csv_lines, jsonl_line, plain_values

_BATCH = 256  # records that are read, written and forgotten together
_WHOLE_RECORD_BYTES = 1 << 31


@dataclass(frozen=True, slots=True)
class Query:
    """What ``aidebug-gui query`` was asked."""

    paths: tuple[Path, ...]
    text: str
    columns: tuple[str, ...] = ()
    style: Literal["jsonl", "csv", "raw"] = "jsonl"
    limit: int | None = None
    count: bool = False
    raw: bool = False


def inspect(paths: Sequence[Path], *, as_json: bool) -> int:
    """Print what is in each log; return an exit code."""
    code = FOUND
    for number, path in enumerate(paths):
        try:
            with opened(path) as store:
                found = report(store, str(path))
        except SourceError as problem:
            code = fail(str(problem))
            continue
        if as_json:
            write(jsonl_line(found))
        else:
            write((("\n" if number else "") + report_text(found)).encode(errors="replace"))
    return code


def query(wanted: Query) -> int:
    """Print the records that match; return an exit code."""
    try:
        parse(wanted.text)  # before a large log is read
        return _Run(wanted).files()
    except FilterError as problem:
        return fail(filter_message(wanted.text, problem))


@contextmanager
def opened(path: Path) -> Iterator[LogStore]:
    """Open a log and read all of it. Raises SourceError if that is not possible."""
    store = open_log(path)
    try:
        store.wait()
        if store.state().error:
            raise SourceError(store.state().error)
        yield store
    finally:
        store.close()


def filter_message(text: str, problem: FilterError) -> str:
    """Return the error with the filter below it and carets under the exact characters."""
    shown = "".join(" " if character.isspace() else character for character in text)
    carets = "^" * max(1, min(problem.length, len(text) - problem.position))
    return f"{problem.message}\n  {shown}\n  {' ' * problem.position}{carets}"


class _Run:
    """One query over its files, one after the other, so that only one log is in memory."""

    def __init__(self, wanted: Query) -> None:
        self._wanted = wanted
        self._several = len(wanted.paths) > 1
        self._left = wanted.limit
        self._columns = tuple(name for name in wanted.columns if name != "line")  # always there
        self._found = 0

    def files(self) -> int:
        failed = False
        if self._wanted.style == "csv" and not self._wanted.count:
            self._write_csv_head()
        for path in self._wanted.paths:
            try:
                with opened(path) as store:
                    self._one(store, path)
            except SourceError as problem:
                fail(str(problem))
                failed = True
            if self._left == 0:
                break
        if failed:
            return ERROR
        return FOUND if self._found else NOTHING

    def _one(self, store: LogStore, path: Path) -> None:
        rows = store.select(self._wanted.text)
        if rows is None:
            rows = np.arange(store.state().records, dtype=np.int64)
        if self._left is not None:
            rows = rows[: self._left]
            self._left -= len(rows)
        self._found += len(rows)
        if self._wanted.count:
            write(f"{path}:{len(rows)}\n".encode(errors="replace") if self._several else b"%d\n" % len(rows))
            return
        for batch in _batches(rows):
            records = (store.record(int(number), max_bytes=_WHOLE_RECORD_BYTES) for number in batch)
            write(b"".join(self._text(record, path) for record in records))

    def _text(self, record: Record, path: Path) -> bytes:
        if self._wanted.style == "raw":
            prefix = f"{path}:" if self._several else ""
            return f"{prefix}{record.raw.rstrip(chr(10))}\n".encode(errors="replace")
        values: dict[str, object] = {"file": str(path)} if self._several else {}
        values |= {"line": record.line, **plain_values(record, self._columns)}
        if self._wanted.raw:
            values["raw"] = record.raw
        if self._wanted.style == "csv":
            return csv_lines([list(values.values())]).encode(errors="replace")
        return jsonl_line(values)

    def _write_csv_head(self) -> None:
        """Settle the columns, which are the same for all files, and write their names."""
        if not self._columns:
            filled: set[str] = set()
            for path in self._wanted.paths:
                try:
                    with opened(path) as store:
                        filled.update(field.name for field in store.fields() if field.canonical)
                except SourceError:
                    continue  # told when it is its turn
            self._columns = tuple(name for name in CANONICAL if name in filled)
        head = (["file"] if self._several else []) + ["line", *self._columns] + (["raw"] if self._wanted.raw else [])
        write(csv_lines([head]).encode())


def _batches(rows: Rows) -> Iterator[Rows]:
    for first in range(0, len(rows), _BATCH):
        yield rows[first : first + _BATCH]
