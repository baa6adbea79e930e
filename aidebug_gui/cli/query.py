"""``aidebug-gui query FILE... 'FILTER'``: the records that match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

import numpy as np

from aidebug_gui.cli.console import fail, write
from aidebug_gui.cli.opening import each_log, filter_message, opened
from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.sources import SourceError
from aidebug_gui.sources.addresses import LogAddress
from aidebug_gui.store.export import Style, as_mapping, csv_lines, json_line
from aidebug_gui.store.filter.hints import hints
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import FilterError, Rows, all_fields

_WRITE_BYTES = 1 << 16  # output is handed on in pieces of about this size


@dataclass(frozen=True, slots=True)
class Query:
    """What ``aidebug-gui query`` was asked."""

    paths: tuple[LogAddress, ...]
    text: str
    columns: tuple[str, ...] = ()
    style: Style = "jsonl"
    limit: int | None = None
    count: bool = False
    raw: bool = False


def query(wanted: Query) -> int:
    """Print the records that match; return an exit code."""
    try:
        parse(wanted.text)  # before a large log is read
        return Run(wanted).files()
    except FilterError as problem:
        return fail(filter_message(wanted.text, problem))


class Run:
    """One query over its files, one after the other, so that only one log is in memory."""

    def __init__(self, wanted: Query) -> None:
        self._wanted = wanted
        self._several = len(wanted.paths) > 1
        self._left = wanted.limit
        self._columns = tuple(name for name in wanted.columns if name != "line")  # which is always there
        self._found = 0

    def files(self) -> int:
        if self._wanted.style == "csv" and not self._wanted.count:
            self._settle_columns()
            write(next(csv_lines(iter([]), self._csv_columns())).encode())
        return each_log(takewhile(lambda _: self._left != 0, self._wanted.paths), self._look)

    def _look(self, store: FileLog, path: LogAddress, _is_first: bool) -> bool:
        rows = store.select(self._wanted.text)
        if rows is None:
            rows = np.arange(store.state().records, dtype=np.int64)
        if not len(rows):
            for hint in hints(self._wanted.text, all_fields(store)):
                fail(f"{path}: {hint}")
        rows = self._within_limit(rows)
        if self._wanted.count:
            write(f"{path}:{len(rows)}\n".encode(errors="replace") if self._several else b"%d\n" % len(rows))
        else:
            self._print(store, rows, path)
        return bool(len(rows))

    def _within_limit(self, rows: Rows) -> Rows:
        """Return what may be printed of these records, and count it."""
        if self._left is not None:
            rows = rows[: self._left]
            self._left -= len(rows)
        self._found += len(rows)
        return rows

    def _print(self, store: FileLog, rows: Rows, path: LogAddress) -> None:
        waiting = bytearray()
        for piece in self._pieces(store, rows, str(path)):
            waiting += piece
            if len(waiting) >= _WRITE_BYTES:
                write(bytes(waiting))
                waiting.clear()
        write(bytes(waiting))

    def _pieces(self, store: FileLog, rows: Rows, path: str) -> Iterator[bytes]:
        """Yield the records as they are written, each with its line end."""
        if self._wanted.style == "raw":
            prefix = f"{path}:".encode(errors="replace") if self._several else b""
            yield from (prefix + raw + b"\n" for raw in store.raws(rows))
            return
        if not (self._several or self._wanted.raw):
            yield from store.written(rows, self._wanted.style, ("line", *self._columns) if self._columns else ())
            return
        records = self._mappings(store, rows, path)
        if self._wanted.style == "jsonl":
            yield from (json_line(record).encode() + b"\n" for record in records)
        else:
            yield from (
                line.encode(errors="replace") for line in islice(csv_lines(records, self._csv_columns()), 1, None)
            )

    def _mappings(self, store: FileLog, rows: Rows, path: str) -> Iterator[dict[str, object]]:
        names = ("line", *self._columns) if self._columns else ()
        for line, raw, parsed in store.iterate(rows):
            values: dict[str, object] = {"file": path} if self._several else {}
            values |= as_mapping(parsed, line, names)
            if self._wanted.raw:
                values["raw"] = raw.decode(errors="replace")
            yield values

    def _csv_columns(self) -> list[str]:
        return [*(["file"] if self._several else []), "line", *self._columns, *(["raw"] if self._wanted.raw else [])]

    def _settle_columns(self) -> None:
        """Without ``--columns`` a table has the canonical columns that any of the files fills."""
        if self._columns:
            return
        filled: set[str] = set()
        for path in self._wanted.paths:
            try:
                with opened(path) as store:
                    filled.update(field.name for field in store.fields() if field.canonical)
            except SourceError:
                continue  # told when it is its turn
        self._columns = tuple(name for name in CANONICAL if name in filled)
