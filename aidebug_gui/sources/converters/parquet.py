"""Parquet files: one JSON record a row."""

from __future__ import annotations

import base64
from pathlib import Path

import orjson

from aidebug_gui.sources.filled_spool import Tally
from aidebug_gui.sources.spool import SourceError
from aidebug_gui.sources.streams import Chunks
from aidebug_gui.translatable import translatable

_ROWS = 10_000  # a batch


def parquet_lines(path: Path, tally: Tally) -> Chunks:
    """Yield a JSON record for each row; empty cells are left out. Raises SourceError for a damaged file."""
    import pyarrow as pa  # 0.1 s, and seldom needed
    import pyarrow.parquet as pq

    read = 0
    try:
        with pq.ParquetFile(path) as file:
            total = max(1, file.metadata.num_rows)
            for batch in file.iter_batches(batch_size=_ROWS):
                names = batch.schema.names
                columns = [
                    (column.cast(pa.string()) if pa.types.is_temporal(column.type) else column).to_pylist()
                    for column in batch.columns  # times as text: nanoseconds and zones survive
                ]
                for row in zip(*columns, strict=True):
                    yield _record(names, row)
                read += batch.num_rows
                tally.done = tally.total * read // total
    except (pa.ArrowException, OSError) as error:
        if not read:
            raise SourceError(
                translatable("{path} cannot be read: {reason}", path=str(path), reason=str(error))
            ) from error
        tally.note(translatable("The file is damaged; {n} rows could be read ({reason}).", n=read, reason=str(error)))


def _record(names: list[str], row: tuple[object, ...]) -> bytes:
    record = {name: value for name, value in zip(names, row, strict=True) if value is not None}
    return orjson.dumps(record, default=_text, option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS)


def _text(value: object) -> str:
    """Return what JSON has no word for: bytes as text or base64, decimals and the rest as they are written."""
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return base64.b64encode(value).decode()
    return str(value)
