"""The one pass over the text of all records: message shapes, what failures say, and facts about inputs and outputs.

Texts are not kept: a message becomes the number of its shape, an input the number of its hash. Error words are only
ever looked for in messages, errors and tracebacks; a prompt that mentions "out of memory" is no failure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.growing_columns import GrowingColumns
from aidebug_gui.analysis.patterns.line_shapes import LineShapes
from aidebug_gui.analysis.patterns.shapes import ShapeTable
from aidebug_gui.formats.model import JSON, Layout
from aidebug_gui.store.analytics import Analytics
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.store.sql.quoting import quoted

MESSAGE_LENGTH = 400
FAILURE_HEAD, FAILURE_TAIL = 400, 1600
NONE, FILLED, EMPTY = 0, 1, 2
"""What a record says of its input or output: nothing, something, or that it is empty."""

_END = "|| chr(10)"
_ANYTHING = "(.*)"  # the value in a pattern that may be empty, too
# Cutting looks at each character (0.4 us a message), so it is asked first whether that is needed.
_CUT = f"CASE WHEN strlen(message) > {MESSAGE_LENGTH} THEN message[:{MESSAGE_LENGTH}] ELSE message END"
_MESSAGE = f"coalesce({_CUT}, '') {_END}"
_EMPTY_TEXTS = "('', '[]', '{}', 'null', 'None', '\"\"', '''''')"


_TYPES = {
    "message": np.int32,
    "failure": np.int32,
    "input_hash": np.uint64,
    "output_hash": np.uint64,
    "input_state": np.uint8,
    "output_state": np.uint8,
}


@dataclass(frozen=True, slots=True)
class TextPass:
    """Arrays have one element a record. ``shape``: number in ``shapes``, 0 for no message, -1 for untold ones.

    ``failure``: number in ``failures`` of the error text and traceback, 0 for none. ``input_hash``, ``output_hash``:
    uint64, 0 for none. ``input_state``, ``output_state``: NONE, FILLED or EMPTY. ``asked``: which of them the log has.
    ``reading``: another object where what was read before was read anew, in another way.
    """

    shape: NDArray[np.int32]
    shapes: list[str]
    failure: NDArray[np.int32]
    failures: list[str]
    input_hash: NDArray[np.uint64]
    output_hash: NDArray[np.uint64]
    input_state: NDArray[np.uint8]
    output_state: NDArray[np.uint8]
    tables: Mapping[str, ShapeTable]
    basis: tuple[str, frozenset[tuple[int, str]]]  # what the texts depend on, see ``Analytics.texts_basis``
    asked: frozenset[str]
    reading: object


def read_texts(
    analytics: Analytics,
    extent: tuple[int, int],
    columns: GrowingColumns,
    seen: TextPass | None = None,
    cancel: CancelToken | None = None,
) -> TextPass:
    """Read records once, but for those that are in ``columns`` since a pass that was ``seen``.

    ``extent``: how many records there are, and how many of them stay as they are. Raises Cancelled, and SourceError if
    the file cannot be read.
    """
    count, settled = extent
    expressions = _expressions(analytics.layout)
    basis = analytics.texts_basis(expressions)
    if seen is None or not (seen.basis[0] == basis[0] and seen.basis[1] <= basis[1]):
        columns.forget(_TYPES)  # the log is read in another way now
        seen = None
    first = min(count, *(columns.settled(name) for name in expressions))
    new = {name: np.zeros(count - first, dtype=_TYPES[name]) for name in expressions}
    tables = seen.tables if seen is not None else {"message": ShapeTable(), "failure": ShapeTable()}
    for begin, values in _blocks(analytics, expressions, tables, (first, count), cancel):
        for name, column in values.items():
            new[name][begin - first : begin - first + len(column)] = column
    every = {
        name: columns.put(name, first, new[name], settled)
        if name in new
        else np.broadcast_to(np.zeros((), dtype=kind), count)
        for name, kind in _TYPES.items()
    }
    return TextPass(
        every["message"],
        tables["message"].shapes,
        every["failure"],
        tables["failure"].shapes,
        every["input_hash"],
        every["output_hash"],
        every["input_state"],
        every["output_state"],
        tables,
        basis,
        frozenset(expressions),
        object() if seen is None else seen.reading,
    )


def _blocks(
    analytics: Analytics,
    expressions: Mapping[str, str],
    tables: Mapping[str, ShapeTable],
    span: tuple[int, int],
    cancel: CancelToken | None,
) -> Iterator[tuple[int, dict[str, NDArray[np.generic]]]]:
    """Yield (first record, numbers of texts and other values by name), by shapes of lines as far as that is worth it."""
    first, stop = span
    if analytics.has_plain_lines and set(expressions) <= set(tables):
        shapes = LineShapes(analytics, expressions, tables)
        for begin, lines in analytics.lines(first, stop, cancel):
            numbers = shapes.add(lines)
            if numbers is None:
                break
            yield begin, dict(numbers)
            first = begin + lines.num_rows
    for begin, block in analytics.texts(expressions, first, stop, cancel):
        yield (
            begin,
            {name: tables[name].add(block[name]) if name in tables else block[name].to_numpy() for name in expressions},
        )


def _expressions(layout: Layout) -> dict[str, str]:
    """Return what is asked of each record; nothing for texts that the log does not have."""
    has = set(layout.json_paths) | {pattern.column for pattern in layout.message_patterns}
    wanted = {"message": _MESSAGE}
    failures = [name for name in ("error", "traceback") if name in has]
    if layout.text_formats or not layout.json_paths:
        failures = ["traceback", *(name for name in failures if name != "traceback")]
    if failures:
        said = {name: f"nullif({name}, '')" for name in failures}
        if "error" in said and "error_type" in has:  # an exception as an object: what it is, and what it says
            said["error"] = "CASE WHEN error <> '' THEN concat_ws(': ', nullif(error_type, ''), error) END"
        text = f"concat_ws(chr(32), {', '.join(said.values())})"
        cut = f"CASE WHEN strlen({text}) > {FAILURE_HEAD + FAILURE_TAIL} "
        cut += f"THEN {text}[:{FAILURE_HEAD}] || ' ' || right({text}, {FAILURE_TAIL}) ELSE {text} END"
        nothing = " AND ".join(f"{name} IS NULL" for name in failures)
        wanted["failure"] = f"CASE WHEN {nothing} THEN chr(10) ELSE replace({cut}, chr(10), ' ') {_END} END"
    for name in ("input", "output"):
        if name in has:
            wanted[f"{name}_hash"] = f"CASE WHEN {name} IS NULL THEN 0 ELSE hash({name}) END::UBIGINT"
            wanted[f"{name}_state"] = _state(name, layout)
    return wanted


def _state(name: str, layout: Layout) -> str:
    """Return SQL for the state of a text. An empty one is seen by its key in ``key=value``, else by the words around it."""
    keys = [re.escape(pattern.key) for pattern in layout.message_patterns if pattern.column == name and pattern.key]
    in_pairs = rf"(?:^|[^\w.])(?:{'|'.join(keys)})=(?:'\s*'|\"\s*\"|\s*(?:[|,;]|$))"
    known = [in_pairs] if keys else []
    known += [
        one.pattern
        for one in layout.message_patterns
        if one.column == name and not one.key and _ANYTHING in one.pattern
    ]
    asked = " OR ".join(f"regexp_matches(message, {quoted(pattern)})" for pattern in known)
    left_out = f"code <> {JSON} AND ({asked})" if asked else "false"
    return (
        f"CASE WHEN {name} IS NULL THEN CASE WHEN {left_out} THEN {EMPTY} ELSE {NONE} END "
        f"WHEN trim({name}, chr(32) || chr(9) || chr(10) || chr(13)) IN {_EMPTY_TEXTS} THEN {EMPTY} "
        f"ELSE {FILLED} END::UTINYINT"
    )
