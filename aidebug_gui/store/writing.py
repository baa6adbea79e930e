"""Many records as lines of JSON or CSV or as cells: by the engine where it can, the others by the record parser.

The parser takes 30 to 100 us a record, the engine a tenth. Both write the same. What is written may have been
changed, so that it is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.formats.headers import LONGEST_HEAD
from aidebug_gui.formats.model import RAW, ParsedRecord
from aidebug_gui.formats.values import as_text
from aidebug_gui.store.database import Database, lines_table
from aidebug_gui.store.export import as_mapping, csv_lines, json_line
from aidebug_gui.store.protocol import Rows
from aidebug_gui.store.reading.ingest import TABLE
from aidebug_gui.store.reading.reader import Reading
from aidebug_gui.store.sql.classification import CONTINUATION
from aidebug_gui.store.sql.written import LINE, Written
from aidebug_gui.store.text import valid_text

_FEWEST = 256  # a statement costs as much as so many records cost the parser
_NEWLINE = 10
_Select: TypeAlias = Callable[[Written, str, frozenset[int], Sequence[str]], str]


@dataclass(frozen=True, slots=True)
class Texts:
    """Records ``numbers[i]`` with the text ``text[edges[i]:edges[i + 1]]``. ``lines``: the first line of each in the log."""

    numbers: Rows
    lines: Rows
    text: bytes
    edges: Rows

    def record(self, at: int) -> bytes:
        return self.text[self.edges[at] : self.edges[at + 1]]


def texts_of(numbers: Rows, lines: Rows, records: Sequence[bytes]) -> Texts:
    """Return records, each with a text of its own, as one."""
    edges = np.zeros(len(records) + 1, dtype=np.int64)
    np.cumsum([len(record) for record in records], out=edges[1:])
    return Texts(numbers, lines, b"".join(records), edges)


class RecordWriter:
    """Writes the records of one log.

    ``parse`` reads one record by its text and number; ``engine`` is what read the log, None where it cannot help. It only
    helps with records in the log's order.
    """

    def __init__(
        self, parse: Callable[[bytes, int], ParsedRecord], engine: tuple[Database, Reading] | None = None
    ) -> None:
        self._parse = parse
        self._engine = engine

    def json_lines(self, block: Texts, columns: Sequence[str] = ()) -> bytes:
        """Return each record as a line of JSON: all that it has, or just ``columns``."""
        written = self._in_bulk(block, columns, Written.json_lines)
        return b"".join(
            json_line(self._mapping(block, piece, columns)).encode("utf-8", "replace") + b"\n"
            if isinstance(piece, int)
            else piece
            for piece in _pieces(written, len(block.numbers))
        )

    def csv_lines(self, block: Texts, columns: Sequence[str]) -> bytes:
        """Return each record as a line of CSV, without a header."""
        written = self._in_bulk(block, columns, Written.csv_lines)
        pieces = list(_pieces(written, len(block.numbers)))
        parsed = csv_lines(
            (self._mapping(block, piece, columns) for piece in pieces if isinstance(piece, int)), columns
        )
        next(parsed)  # the header
        return b"".join(
            next(parsed).encode("utf-8", "replace") if isinstance(piece, int) else piece for piece in pieces
        )

    def rows(self, block: Texts, columns: Sequence[str]) -> Iterator[Sequence[str | None]]:
        """Yield the cells of each record, None where it has no value."""
        written = self._in_bulk(block, columns, Written.cells)
        known: list[str | None] = [None] * len(block.numbers)
        rows: Iterator[Sequence[str | None]] = iter([()] * len(known))
        if written is not None:
            known = written["written"].to_pylist()
            rows = zip(*(column.to_pylist() for column in written.columns[2:]), strict=True)
        for at, (mark, row) in enumerate(zip(known, rows, strict=True)):
            if mark is None:
                values = self._mapping(block, at, columns)
                row = [None if values[name] is None else as_text(values[name]) for name in columns]
            yield row

    def _mapping(self, block: Texts, at: int, columns: Sequence[str]) -> dict[str, object]:
        return as_mapping(self._parse(block.record(at), int(block.numbers[at])), int(block.lines[at]), columns)

    def _in_bulk(self, block: Texts, columns: Sequence[str], select: _Select) -> pa.Table | None:
        """Return a row for each record, of NULL where the parser is needed; None where it is needed for all."""
        if self._engine is None or len(block.numbers) < _FEWEST or bool(np.any(np.diff(block.numbers) <= 0)):
            return None
        database, reading = self._engine
        statements = Written(reading.projection)
        codes = _codes(database, block.numbers)
        codes[~(np.isin(codes, list(statements.codes)) & _are_short_lines(block))] = CONTINUATION
        present = frozenset(np.unique(codes).tolist()) - {CONTINUATION}
        if not present or not {LINE, *statements.names}.issuperset(columns):
            return None
        cursor = database.cursor()
        cursor.register("block", _source(block, codes))
        table = cursor.sql(select(statements, "block", present, columns)).to_arrow_table()
        places = np.full(len(codes), -1, dtype=np.int64)
        places[table["position"].to_numpy()] = np.arange(table.num_rows)
        there = pa.py_buffer(np.packbits(places >= 0, bitorder="little"))
        return table.take(pa.Array.from_buffers(pa.int64(), len(places), [there, pa.py_buffer(places)]))


def _codes(database: Database, numbers: Rows) -> NDArray[np.uint8]:
    """Return the formats of records, RAW for those that are not read yet."""
    first, stop = int(numbers[0]), int(numbers[-1]) + 1
    sql = f"SELECT rowid, format FROM {TABLE} WHERE rowid >= ? AND rowid < ?"
    found = database.execute(sql, [first, stop]).fetchnumpy()
    codes = np.full(stop - first, RAW, dtype=np.uint8)
    codes[np.ma.getdata(found["rowid"]) - first] = np.ma.getdata(np.ma.asarray(found["format"]))
    return codes[numbers - first]


def _are_short_lines(block: Texts) -> NDArray[np.bool_]:
    """Tell which records are one line, and so short that the parser looks into all of it."""
    breaks = np.flatnonzero(np.frombuffer(block.text, dtype=np.uint8) == _NEWLINE)
    within = np.searchsorted(breaks, block.edges[1:] - 1) - np.searchsorted(breaks, block.edges[:-1])
    fitting: NDArray[np.bool_] = (within == 0) & (np.diff(block.edges) < LONGEST_HEAD)
    return fitting


def _source(block: Texts, codes: NDArray[np.uint8]) -> pa.Table:
    """Return the table that ``Written`` reads."""
    text = valid_text(np.frombuffer(block.text, dtype=np.uint8), block.edges.astype(np.int32))
    table = lines_table(text.data, text.starts, codes)
    for name, numbers in (("position", np.arange(len(codes))), ("number", block.lines)):
        values = pa.py_buffer(np.ascontiguousarray(numbers, dtype=np.int64))
        table = table.append_column(name, pa.Array.from_buffers(pa.int64(), len(codes), [None, values]))
    return table


def _pieces(written: pa.Table | None, records: int) -> Iterator[bytes | int]:
    """Yield the text of records in order: that of many at once, or the position of one that the engine left out."""
    if written is None:
        yield from range(records)
        return
    texts = written["written"].combine_chunks()
    _, offsets, data = texts.buffers()
    ends = np.frombuffer(offsets, dtype=np.int32)[texts.offset :]
    begin = 0
    for left_out in np.flatnonzero(texts.is_null().to_numpy(zero_copy_only=False)).tolist():
        if begin < left_out:
            yield data[ends[begin] : ends[left_out]].to_pybytes()
        yield left_out
        begin = left_out + 1
    if begin < records:
        yield data[ends[begin] : ends[records]].to_pybytes()
