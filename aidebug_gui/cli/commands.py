"""The commands ``inspect``, ``query`` and ``findings``: the engine without the window, for scripts, CI and servers.

Imports no Qt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

import numpy as np

from aidebug_gui.analysis.findings.everything import find_all
from aidebug_gui.analysis.findings.finding import Severity
from aidebug_gui.analysis.findings.report import findings_csv, findings_json, findings_text
from aidebug_gui.analysis.marks import personal_marks
from aidebug_gui.analysis.series.sensitivity import NORMAL_RATE
from aidebug_gui.cli.console import ERROR, FOUND, NOTHING, fail, write
from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.resources import user_directory
from aidebug_gui.sources import SourceError
from aidebug_gui.sources.several import LogAddress
from aidebug_gui.sources.standard_input import STANDARD_INPUT, standard_input_file
from aidebug_gui.store import open_log
from aidebug_gui.store.export import Style, as_mapping, csv_lines, json_line
from aidebug_gui.store.filter.hints import hints
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import FilterError, Rows
from aidebug_gui.store.report import report, report_text

FindingStyle = Literal["text", "json", "csv"]
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


def inspect(paths: Sequence[LogAddress], *, as_json: bool) -> int:
    """Print what is in each log; return an exit code."""
    warn_of_definitions()
    code = FOUND
    for number, path in enumerate(paths):
        try:
            with opened(path) as store:
                found = report(store, str(path))
        except SourceError as problem:
            code = fail(str(problem))
            continue
        if as_json:
            write(json_line(found).encode() + b"\n")
        else:
            write((("\n" if number else "") + report_text(found)).encode(errors="replace"))
    return code


def query(wanted: Query) -> int:
    """Print the records that match; return an exit code."""
    try:
        parse(wanted.text)  # before a large log is read
        warn_of_definitions()
        return Run(wanted).files()
    except FilterError as problem:
        return fail(filter_message(wanted.text, problem))


def findings(
    paths: Sequence[LogAddress], *, style: FindingStyle = "text", least: str = "info", rate: float = NORMAL_RATE
) -> int:
    """Print what is odd in each log, and why: findings from a severity on. Return an exit code.

    ``rate``: false alarms per 10,000 points of a number that the user can live with.
    """
    warn_of_definitions()
    found_any = failed = False
    for number, path in enumerate(paths):
        try:
            with opened(path) as store:
                every = find_all(store, rate=rate)
                found = [finding for finding in every if finding.severity >= Severity[least.upper()]]
                parameters = {"least_severity": least, "false_alarms_per_10000": rate}
                if style == "json":
                    text = findings_json(store, str(path), found, parameters)
                elif style == "csv":
                    text = "".join(list(findings_csv(store, str(path), found, parameters))[1 if number else 0 :])
                else:
                    text = ("\n" if number else "") + findings_text(store, str(path), found)
        except SourceError as problem:
            fail(str(problem))
            failed = True
            continue
        found_any = found_any or bool(found)
        write(text.encode(errors="replace"))
    if failed:
        return ERROR
    return FOUND if found_any else NOTHING


def warn_of_definitions() -> None:
    """Tell on the standard error which of the user's own definition files are left out, and why."""
    for problem in Catalog.load(user_directory()).problems:
        fail(f"warning: {problem}")


@contextmanager
def opened(path: LogAddress) -> Iterator[FileLog]:
    """Open a log (``-``: standard input) and read all of it. Raises SourceError if that is not possible."""
    store = open_log(standard_input_file() if path == STANDARD_INPUT else path)
    try:
        store.wait()
        if store.state().error or not store.state().complete:
            raise SourceError(store.state().error or f"{path} could not be read to its end.")
        store.use_marks(personal_marks)
        yield store
    finally:
        store.close()


def filter_message(text: str, problem: FilterError) -> str:
    """Return the error with the filter below it and carets under the exact characters."""
    shown = "".join(" " if character.isspace() else character for character in text)
    carets = "^" * max(1, min(problem.length, len(text) - problem.position))
    return f"{problem.message}\n  {shown}\n  {' ' * problem.position}{carets}"


class Run:
    """One query over its files, one after the other, so that only one log is in memory."""

    def __init__(self, wanted: Query) -> None:
        self._wanted = wanted
        self._several = len(wanted.paths) > 1
        self._left = wanted.limit
        self._columns = tuple(name for name in wanted.columns if name != "line")  # which is always there
        self._found = 0

    def files(self) -> int:
        failed = False
        if self._wanted.style == "csv" and not self._wanted.count:
            self._settle_columns()
            write(next(csv_lines(iter([]), self._csv_columns())).encode())
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

    def _one(self, store: FileLog, path: LogAddress) -> None:
        rows = store.select(self._wanted.text)
        if rows is None:
            rows = np.arange(store.state().records, dtype=np.int64)
        if not len(rows):
            for hint in hints(self._wanted.text, (field.name for field in store.fields())):
                fail(f"{path}: {hint}")
        rows = self._within_limit(rows)
        if self._wanted.count:
            write(f"{path}:{len(rows)}\n".encode(errors="replace") if self._several else b"%d\n" % len(rows))
            return
        self._print(store, rows, path)

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
        records = self._mappings(store, rows, path)
        if self._wanted.style == "jsonl":
            yield from (json_line(record).encode() + b"\n" for record in records)
        else:
            lines = csv_lines(records, self._csv_columns())
            next(lines)  # the head is written once for all files
            yield from (line.encode(errors="replace") for line in lines)

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
