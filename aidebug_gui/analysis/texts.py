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
# Cutting looks at each character (0.4 us a message), so it is asked first whether that is needed.
_CUT = f"CASE WHEN strlen(message) > {MESSAGE_LENGTH} THEN message[:{MESSAGE_LENGTH}] ELSE message END"
_MESSAGE = f"coalesce({_CUT}, '') {_END}"
_EMPTY_TEXTS = "('', '[]', '{}', 'null', 'None', '\"\"', '''''')"


@dataclass(frozen=True, slots=True)
class TextPass:
    """Arrays have one element a record. ``shape``: number in ``shapes``, 0 for no message, -1 for untold ones.

    ``failure``: number in ``failures`` of the error text and traceback, 0 for none. ``input_hash``, ``output_hash``:
    uint64, 0 for none. ``input_state``, ``output_state``: NONE, FILLED or EMPTY.
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


@dataclass(frozen=True, slots=True)
class SeenTexts:
    """A pass over a log that has grown since; its first ``settled`` records are as they were."""

    texts: TextPass
    settled: int


def read_texts(
    analytics: Analytics, count: int, cancel: CancelToken | None = None, seen: SeenTexts | None = None
) -> TextPass:
    """Read the first ``count`` records once, but for those that were ``seen``.

    Raises Cancelled, and SourceError if the file cannot be read.
    """
    expressions = _expressions(analytics.layout)
    basis = analytics.texts_basis(expressions)
    if seen is not None and not (seen.texts.basis[0] == basis[0] and seen.texts.basis[1] <= basis[1]):
        seen = None  # the log is read in another way now
    first = min(seen.settled, count) if seen is not None else 0
    arrays: dict[str, NDArray[np.generic]] = {
        "message": np.zeros(count, np.int32),
        "failure": np.zeros(count, np.int32),
        "input_hash": np.zeros(count, np.uint64),
        "output_hash": np.zeros(count, np.uint64),
        "input_state": np.zeros(count, np.uint8),
        "output_state": np.zeros(count, np.uint8),
    }
    tables: Mapping[str, ShapeTable] = {"message": ShapeTable(), "failure": ShapeTable()}
    if seen is not None:
        tables = seen.texts.tables
        for name, known in _arrays(seen.texts).items():
            arrays[name][:first] = known[:first]
    for begin, values in _blocks(analytics, expressions, tables, (first, count), cancel):
        for name, column in values.items():
            arrays[name][begin : begin + len(column)] = column
    return TextPass(
        arrays["message"].astype(np.int32, copy=False),
        tables["message"].shapes,
        arrays["failure"].astype(np.int32, copy=False),
        tables["failure"].shapes,
        arrays["input_hash"].astype(np.uint64, copy=False),
        arrays["output_hash"].astype(np.uint64, copy=False),
        arrays["input_state"].astype(np.uint8, copy=False),
        arrays["output_state"].astype(np.uint8, copy=False),
        tables,
        basis,
    )


def _arrays(texts: TextPass) -> dict[str, NDArray[np.generic]]:
    return {
        "message": texts.shape,
        "failure": texts.failure,
        "input_hash": texts.input_hash,
        "output_hash": texts.output_hash,
        "input_state": texts.input_state,
        "output_state": texts.output_state,
    }


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
        text = f"concat_ws(chr(32), {', '.join(f'nullif({name}, {chr(39) * 2})' for name in failures)})"
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
    """Return SQL for the state of a text. In a line of ``key=value`` pairs an empty value is seen by its key."""
    keys = [re.escape(pattern.key) for pattern in layout.message_patterns if pattern.column == name and pattern.key]
    in_pairs = rf"(?:^|[^\w.])(?:{'|'.join(keys)})=(?:'\s*'|\"\s*\"|\s*(?:[|,;]|$))"
    left_out = f"code <> {JSON} AND regexp_matches(message, {quoted(in_pairs)})" if keys else "false"
    return (
        f"CASE WHEN {name} IS NULL THEN CASE WHEN {left_out} THEN {EMPTY} ELSE {NONE} END "
        f"WHEN trim({name}, chr(32) || chr(9) || chr(10) || chr(13)) IN {_EMPTY_TEXTS} THEN {EMPTY} "
        f"ELSE {FILLED} END::UTINYINT"
    )
