"""Reading few lines in Python, as they come in a log that grows: the twin of the engine's statements.

A statement that projects lines costs 10 to 20 ms before it sees the first of them, and one that classifies lines of text
as much again; the record parser, which must agree with both, reads a line in 15 to 40 us.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.formats.boundaries import LineShape, json_codes
from aidebug_gui.formats.headers import regex
from aidebug_gui.formats.model import JSON, RAW, Flag, ParsedRecord
from aidebug_gui.formats.record import RecordParser
from aidebug_gui.formats.repeated_headers import ERROR_START, candidate_pattern
from aidebug_gui.store.reading.preparing import LineState, Prepared, Preparer
from aidebug_gui.store.sql.classification import CONTINUATION

FEW_LINES = 256
FEW_BYTES = 64 << 10

_KEPT_FLAGS = Flag.DERIVED_LEVEL | Flag.DAMAGED | Flag.TRACEBACK
_NUMBERS: Mapping[str, tuple[Callable[[], pa.DataType], str]] = {
    "BIGINT": (pa.int64, "int64"),
    "UTINYINT": (pa.uint8, "uint8"),
    "DOUBLE": (pa.float64, "float64"),
}


class FewPreparer(Preparer):
    """Prepares blocks of few lines without a statement. Not for logs whose lines are rewritten."""

    def _classify(
        self, data: NDArray[np.uint8], starts: NDArray[np.int32], shape: LineShape, state: LineState, *, supposing: bool
    ) -> tuple[NDArray[np.uint8], NDArray[np.bool_], NDArray[np.int64]]:
        codes = json_codes(shape)
        error_like = np.zeros(len(codes), dtype=np.bool_)
        traced = np.empty(0, dtype=np.int64)
        if np.all(shape.json | shape.blank):
            return codes, error_like, traced
        repeated = candidate_pattern(self._layout.text_formats)
        candidates = []
        for number in np.flatnonzero(~shape.blank).tolist():
            line = data[starts[number] : starts[number + 1]].tobytes()
            text = line.decode(errors="replace")
            if not shape.json[number]:
                code = self._parser.header_code(line)
                codes[number] = RAW if code == JSON else code
                error_like[number] = codes[number] == RAW and regex(ERROR_START).match(text) is not None
            if repeated and regex(repeated).match(text):
                candidates.append(number)
        if repeated:
            found = np.array(candidates, dtype=np.int64)
            traced = self._fold_repeats(data, starts, codes, shape, found, state.repeats)
        return codes, error_like, traced


@dataclass(frozen=True, slots=True)
class FewRecords:
    """Records that begin in a block of few lines.

    ``table``: their rows, with the columns of the records' table. ``formats``: code -> records. ``span``: first and last
    time in ns. ``parsed``: the records themselves.
    """

    table: pa.Table
    formats: Counter[int]
    span: tuple[int, int] | None
    parsed: Sequence[ParsedRecord]


def few_records(prepared: Prepared, parser: RecordParser, columns: Mapping[str, str]) -> FewRecords:
    """Return the records of a block.

    Args:
        prepared: The block, from ``FewPreparer``.
        parser: Of the log's layout.
        columns: Name -> SQL type of the records' table.

    Raises:
        OverflowError: A value does not fit its column. The engine's own statement would leave it out.
    """
    lines = zip(prepared.table["line"].to_pylist(), prepared.table["code"].to_pylist(), strict=True)
    records = [parser.parse(line.encode()) for line, code in lines if code != CONTINUATION]
    arrays = [array_of([stored_value(record, name) for record in records], kind) for name, kind in columns.items()]
    times = [time for record in records if isinstance(time := record.values.get("time"), int)]
    return FewRecords(
        table=pa.Table.from_arrays(arrays, names=list(columns)),
        formats=Counter(record.format for record in records),
        span=(min(times), max(times)) if times else None,
        parsed=records,
    )


def stored_value(record: ParsedRecord, column: str) -> object:
    """Return what the engine would store."""
    if column == "format":
        return record.format
    if column == "flags":
        flags = record.flags & _KEPT_FLAGS
        if record.format != JSON or "traceback" not in record.values:
            flags &= ~Flag.TRACEBACK  # the lines' flags tell that of text
        return int(flags)
    value = record.values.get(column)
    return 0 if value is None and column == "level" else value


def array_of(values: Sequence[object], kind: str) -> pa.Array:
    """Return a column of an SQL type, made from buffers: ``pa.array`` imports pandas."""
    is_there = np.array([value is not None for value in values], dtype=np.bool_)
    there = None if is_there.all() else pa.py_buffer(np.packbits(is_there, bitorder="little"))
    if kind in _NUMBERS:
        make, dtype = _NUMBERS[kind]
        numbers = np.array([0 if value is None else value for value in values], dtype=dtype)
        return pa.Array.from_buffers(make(), len(values), [there, pa.py_buffer(numbers)])
    texts = [b"" if value is None else str(value).encode(errors="replace") for value in values]
    offsets = np.zeros(len(texts) + 1, dtype=np.int32)
    np.cumsum([len(text) for text in texts], out=offsets[1:])
    return pa.Array.from_buffers(pa.string(), len(texts), [there, pa.py_buffer(offsets), pa.py_buffer(b"".join(texts))])
