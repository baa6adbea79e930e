"""Fields of a merged log: extracted file by file, then put in the order of the merged records."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.store.database import Database
from aidebug_gui.store.fields import Fields
from aidebug_gui.store.merging.merger import Merger
from aidebug_gui.store.merging.parts import SOURCE
from aidebug_gui.store.merging.table import copy_rows
from aidebug_gui.store.protocol import CancelToken, Field
from aidebug_gui.store.scan import Scanner


class MergedFields(Fields):
    """Like a file's fields. A name may stand for different places in different files."""

    def __init__(self, database: Database, merger: Merger, scanner: Scanner) -> None:
        super().__init__(database, merger, scanner)
        self._merger = merger

    def known(self) -> list[Field]:
        """Return the fields of all files, with the column that names the file behind the time and the level."""
        source = CANONICAL[SOURCE]
        named = Field(source.name, source.title, source.kind, canonical=True, leading=True)
        others = [field for field in super().known() if field.name != SOURCE]
        at = next((at for at, field in enumerate(others) if field.name not in ("time", "level")), len(others))
        return [*others[:at], named, *others[at:]]

    def matches(
        self,
        name: str,
        condition: str,
        parameters: Sequence[object],
        first: int,
        stop: int,
        cancel: CancelToken | None = None,
    ) -> NDArray[np.bool_]:
        """Ask each file for its records in [first, stop): they are near each other there."""
        order = self._merger.order
        result = np.zeros(max(0, stop - first), dtype=np.bool_)
        for at, part in enumerate(self._merger.parts):
            wanted = np.flatnonzero(order.part[first:stop] == at)
            if not len(wanted):
                continue
            rows = order.row[first:stop][wanted]
            low, high = int(rows.min()), int(rows.max()) + 1
            result[wanted] = part.fields.matches(name, condition, parameters, low, high, cancel)[rows - low]
        return result

    def _extend(self, name: str, table: str, first: int, stop: int, cancel: CancelToken | None) -> None:
        order = self._merger.order
        kind = "DOUBLE" if self.is_numeric(name) else "VARCHAR"
        files, rows = order.part[first:stop], order.row[first:stop]
        selects = {}
        for at in np.unique(files).tolist():
            part = self._merger.parts[at]
            found, column = part.fields.source(name, cancel)
            selects[at] = f"SELECT try_cast({column} AS {kind}) AS value FROM {part.schema}.{found}"
        copy_rows(self._database, f"INSERT INTO {table} SELECT value", selects, files, rows)
