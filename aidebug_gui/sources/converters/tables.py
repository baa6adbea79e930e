"""CSV and TSV: each row becomes a JSON record under the names of the header; empty cells are left out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import orjson

from aidebug_gui.sources.filled_spool import Tally
from aidebug_gui.sources.streams import LONGEST_LINE_BYTES, Chunks, lines_of
from aidebug_gui.translatable import translatable

_SUFFIXES = (".csv", ".tsv")
_DELIMITERS = ",\t;|"
_NAME = re.compile(r"[A-Za-z_@#%$][^\x00-\x1f=:{}\[\]<>\"]{0,79}")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_SPECIAL = {"nan": "NaN", "inf": "Infinity", "+inf": "Infinity", "-inf": "-Infinity"}
_LONGEST_SPECIAL = 4
_ROWS_LOOKED_AT = 50
_FEWEST_COLUMNS = 2
_FEWEST_ROWS = 2  # of a table that its name does not announce

csv.field_size_limit(LONGEST_LINE_BYTES)


@dataclass(frozen=True, slots=True)
class Table:
    """How a table is written. Without a ``header`` the columns are numbered."""

    delimiter: str
    header: bool = True

    @property
    def title(self) -> str:
        return "TSV" if self.delimiter == "\t" else "CSV"


def table_of(head: str, name: str, *, whole: bool) -> Table | None:
    """Return how text is written as a table, None if it is none. ``whole``: the text does not go on.

    A file that is not called .csv or .tsv must look very much like one: a line of names, then rows that have as many
    cells, with numbers among them.
    """
    announced = Path(name).suffix.lower() in _SUFFIXES
    lines = [f"{line}\n" for line in head.lstrip("\ufeff").split("\n", _ROWS_LOOKED_AT + 1)]
    if not whole or len(lines) > _ROWS_LOOKED_AT + 1:
        del lines[-1]  # it may be cut
    for delimiter in sorted(_DELIMITERS, key=lambda mark: -lines[0].count(mark) if lines else 0):
        rows = _rows(lines, delimiter)
        if not rows or len(rows[0]) < _FEWEST_COLUMNS or not _regular(rows, announced):
            continue
        header = _is_header(rows[0], announced)
        numbers = any(_NUMBER.fullmatch(cell.strip()) for row in rows[1:] for cell in row)
        if header and (announced or (len(rows) > _FEWEST_ROWS and numbers)):
            return Table(delimiter)
        if announced and not header and len(rows) > _FEWEST_ROWS:
            return Table(delimiter, header=False)
    return None


def _regular(rows: list[list[str]], announced: bool) -> bool:
    """Return whether the rows have as many cells as the first one; a few odd ones are forgiven where a table is announced."""
    odd = sum(len(row) != len(rows[0]) for row in rows)
    return odd == 0 or (announced and odd <= max(1, len(rows) // 5))


def _is_header(row: list[str], announced: bool) -> bool:
    """Return whether a row is names. Where a table is announced one may be missing (an index) or be there twice."""
    named = [cell.strip() for cell in row if cell.strip()]
    every = all(_NAME.fullmatch(name) for name in named)
    return every and bool(named) and (announced or len(set(named)) == len(row))


def table_lines(chunks: Chunks, table: Table, tally: Tally) -> Chunks:
    """Yield a JSON record for each row; what is no row (a lone carriage return in it) as it is, with a notice."""
    taken: list[bytes] = []  # the lines that belong to the next row
    reader = csv.reader(_texts(chunks, taken), delimiter=table.delimiter)
    keys: list[str] = []
    odd = 0
    while True:
        try:
            for row in reader:
                taken.clear()
                if not keys:
                    keys = _keys(row) if table.header else [_key(f"column_{index + 1}") for index in range(len(row))]
                    if table.header:
                        continue
                if row:
                    yield _record(keys, row)
        except csv.Error as error:
            odd += 1
            if odd == 1:
                tally.note(_odd_notice(reader.line_num, error))
            yield from taken
            taken.clear()
        else:
            return


def _odd_notice(line: int, error: csv.Error) -> str:
    return translatable(
        "Lines that are not rows of the table are shown as they are; the first is line {line} ({reason}).",
        line=line,
        reason=str(error).partition(" - ")[0],  # what follows is advice to programmers
    )


def _rows(lines: list[str], delimiter: str) -> list[list[str]]:
    try:
        return [row for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:
        return []


def _texts(chunks: Chunks, taken: list[bytes]) -> Iterator[str]:
    """Yield the lines as text, and put each into ``taken``."""
    for line in lines_of(chunks):
        taken.append(line)
        yield line.decode(errors="replace").replace("\0", "\N{REPLACEMENT CHARACTER}")


def _keys(header: list[str]) -> list[str]:
    """Return the columns' names as JSON keys; nameless and repeated ones get a number."""
    names: list[str] = []
    for index, cell in enumerate(header):
        name = cell.strip().lstrip("\ufeff") or f"column_{index + 1}"
        names.append(name if name not in names else f"{name}_{index + 1}")
    return [_key(name) for name in names]


def _key(name: str) -> str:
    """Return a name as it stands before a value in JSON."""
    return orjson.dumps(name).decode() + ":"


def _record(keys: list[str], row: list[str]) -> bytes:
    """Write a row as JSON, numbers exactly as they stand there."""
    if len(row) > len(keys):
        keys = [*keys, *(_key(f"column_{index + 1}") for index in range(len(keys), len(row)))]
    is_number = _NUMBER.fullmatch
    cells = [
        key + (cell if is_number(cell) else _word(cell)) for key, cell in zip(keys, row, strict=False) if cell
    ]  # a list comprehension without a call for a number: this is the time that a table takes
    return ("{" + ",".join(cells) + "}\n").encode()


def _word(cell: str) -> str:
    if len(cell) <= _LONGEST_SPECIAL or cell[0] == " " or cell[-1] == " ":
        text = cell.strip()
        if text.lower() in _SPECIAL or _NUMBER.fullmatch(text):
            return _SPECIAL.get(text.lower(), text)
    return orjson.dumps(cell).decode()
