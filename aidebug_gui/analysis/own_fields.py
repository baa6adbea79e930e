"""The log's own fields as arrays: what only this service writes (a language, a queue) often tells what went wrong."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from aidebug_gui.analysis.evidence import Codes, Evidence, Floats
from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.protocol import Field

MOST_RECORDS = 500_000
"""Longer logs are not asked: each field that is no column is a pass over the text."""
_MOST_FIELDS = 12  # of a kind, those that most records have
_LEAST_FILL = 0.02
_LEAST_GROWING = 0.98  # of the steps of a field that counts


def own_numbers(fields: Sequence[Field], records: int) -> list[str]:
    """Return the numeric fields of a log of so many records that are no canonical column, the fullest first."""
    return _own(fields, records, Kind.NUMBER)


def own_categories(fields: Sequence[Field], records: int) -> list[str]:
    """Return the fields of few different texts that are no canonical column, the fullest first."""
    return _own(fields, records, Kind.CATEGORY)


def _own(fields: Sequence[Field], records: int, kind: Kind) -> list[str]:
    if records > MOST_RECORDS:
        return []
    found = [field for field in fields if not field.canonical and field.kind is kind and field.fill >= _LEAST_FILL]
    return [field.name for field in sorted(found, key=lambda field: -field.fill)[:_MOST_FIELDS]]


def codes_of(evidence: Evidence, field: str) -> Codes:
    """Return a field's values as numbers; it is extracted first if need be."""
    table, column = evidence.source(field)
    sql = f"SELECT rowid AS position, {column}::VARCHAR AS value FROM {table} WHERE {column} IS NOT NULL"
    found = evidence.analytics.execute(sql).fetchnumpy()
    known = found["position"] < evidence.records
    values, code = np.unique(np.ma.getdata(found["value"])[known].astype(str), return_inverse=True)
    codes = np.full(evidence.records, -1, dtype=np.int32)
    codes[found["position"][known]] = code.reshape(-1)
    return Codes(codes, pa.array(values.tolist(), pa.string()))


def counts_up(values: Floats) -> bool:
    """Return whether a series only counts: where it stands tells when it was, not how anything is."""
    steps = np.diff(values[np.isfinite(values)])
    return len(steps) > 0 and bool(np.mean(steps >= 0) >= _LEAST_GROWING) and bool(np.any(steps > 0))
