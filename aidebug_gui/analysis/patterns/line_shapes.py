"""Messages and failures of plain text lines, asked of the engine once for each shape of whole lines.

A text log of millions of lines is made of some hundred statements. Taking the header off each line by a regular
expression costs more than all else; lines that are equal but for their numbers have the same message but for its numbers.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.analysis.patterns.shapes import ShapeTable, Zeroing, encoded_shapes
from aidebug_gui.store.analytics import Analytics

Numbers = NDArray[np.int32]

_MOST_SHAPES = 30_000
_MOST_NEW = 0.2  # share of a block's lines
_CODES = 256


class LineShapes:
    """Numbers of texts in their tables, found by the shapes of lines. ``tables``: one for each of ``expressions``."""

    def __init__(self, analytics: Analytics, expressions: Mapping[str, str], tables: Mapping[str, ShapeTable]) -> None:
        self._analytics = analytics
        self._expressions = expressions
        self._tables = tables
        self._zeroing = Zeroing()
        self._known: dict[tuple[str, int], int] = {}
        self._numbers = {name: np.zeros(0, dtype=np.int32) for name in expressions}

    def add(self, block: pa.Table) -> dict[str, Numbers] | None:
        """Return the numbers of each line's texts; None where lines have too little in common."""
        encoded = encoded_shapes(block["line"], self._zeroing)
        code = block["code"].to_numpy().astype(np.int64)
        kind = encoded.indices.to_numpy().astype(np.int64) * _CODES + code
        first = np.full(len(encoded.dictionary) * _CODES, -1)
        first[kind[::-1]] = np.arange(len(kind))[::-1]  # of equal indexes the last assignment stays
        kinds = np.flatnonzero(first >= 0)
        shapes = encoded.dictionary.to_pylist()
        keys = [(shapes[value // _CODES], value % _CODES) for value in kinds.tolist()]
        new = [at for at, key in enumerate(keys) if key not in self._known]
        if len(new) > _MOST_NEW * len(code) or len(self._known) + len(new) > _MOST_SHAPES:
            return None
        if new:
            self._learn([keys[at] for at in new], block.take(pa.array(first[kinds[new]])))
        number = np.empty(len(first), dtype=np.int64)
        number[kinds] = [self._known[key] for key in keys]
        number = number[kind]
        return {name: numbers[number] for name, numbers in self._numbers.items()}

    def _learn(self, keys: list[tuple[str, int]], lines: pa.Table) -> None:
        """Ask for the texts of one line for each new shape."""
        position = pa.array(np.arange(lines.num_rows))
        texts = self._analytics.texts_of(
            lines.set_column(lines.schema.get_field_index("position"), "position", position), self._expressions
        )
        for key in keys:
            self._known[key] = len(self._known)
        for name, numbers in self._numbers.items():
            self._numbers[name] = np.append(numbers, self._tables[name].add(texts[name]))
