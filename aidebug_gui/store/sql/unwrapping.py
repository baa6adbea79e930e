"""Takes wrappers off lines in bulk, before anything else looks at them; the SQL twin of ``formats/wrappers.py``."""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.formats.levels import Levels
from aidebug_gui.formats.model import JSON, Layout, Wrapper, WrapperKind
from aidebug_gui.formats.wrappers import PART_BYTES, PYTHON_WORDS, outer_columns
from aidebug_gui.store.database import Database, lines_table
from aidebug_gui.store.sql.quoting import identifier, json_path, plain_line, quoted, unnamed_groups
from aidebug_gui.store.sql.values import in_log_zone, level_number, time_in_style

_OUTER_TYPES = {"time": "BIGINT", "level": "UTINYINT"}
_SPACES = "' ' || chr(9) || chr(10) || chr(13)"
_PART = b"\t.\n"
"""Stands for a line whose text was added to the line before: it continues that record, whatever it said."""


@dataclass(slots=True)
class Lines:
    """The lines ``data[starts[i]:starts[i + 1]]`` of a block without their wrappers, which end with a line break.

    ``wrapped``: code of each line's innermost wrapper, 0 where it had none. ``outer``: what the wrappers said. Both
    are None for a log without wrappers; its lines end as they do in the log.
    """

    data: NDArray[np.uint8]
    starts: NDArray[np.int32]
    wrapped: NDArray[np.uint8] | None = None
    outer: pa.Table | None = None

    def table(self, codes: NDArray[np.uint8]) -> pa.Table:
        """Return the lines for the engine as one batch: ``line``, ``code`` and the wrappers' values."""
        table = lines_table(self.data, self.starts, codes, max(1, len(codes)))
        if self.outer is not None:
            for name in self.outer.column_names:
                table = table.append_column(name, self.outer[name])
        return table


def outer_column(name: str) -> str:
    """Return the (quoted) name under which a wrapper's value stands beside the line."""
    return identifier(f"outer_{name}")


def unwrapped(source: str, layout: Layout, levels: Levels | None, *, kept: str) -> str:
    """Return SQL for ``source`` with plain lines, wrappers taken off.

    Args:
        source: A table with the column ``line`` (of several lines the first counts) and those of ``kept``.
        layout: Says which wrappers there are.
        levels: Reads the levels of wrappers; None if nobody wants to know them.
        kept: The other columns to keep, separated by commas.

    Returns:
        A query with ``line``, ``kept``, ``wrapped``, ``partial`` and an ``outer_`` column for each value of wrappers.
    """
    names = outer_columns(layout.wrappers)
    types = {name: _OUTER_TYPES.get(name, "VARCHAR") for name in names}
    empty = "".join(f", CAST(NULL AS {types[name]}) AS {outer_column(name)}" for name in names)
    start = f"{plain_line(layout)} AS line, {kept}, 0::UTINYINT AS wrapped, false AS partial{empty}"
    query = f"SELECT {start} FROM {source}"
    for wrapper in layout.wrappers:
        query = _STEPS[wrapper.kind](query, wrapper, layout, levels)
    return query


def records_source(layout: Layout, *, kept: str = "code") -> str:
    """Return SQL for the table ``block`` of whole records: their first lines plain and without wrappers."""
    if not layout.wrappers:
        line = plain_line(layout)
        return "block" if line == "line" else f"(SELECT {line} AS line, {kept} FROM block)"
    heads = f"(SELECT split_part(line, chr(10), 1) AS line, line AS whole, {kept} FROM block)"
    rest = "CASE WHEN contains(whole, chr(10)) THEN whole[instr(whole, chr(10)):] ELSE '' END"
    parts = _without_prefixes(rest, layout)
    rest = rest if parts == rest else f"CASE WHEN partial AND code = {JSON} THEN {parts} ELSE {rest} END"
    return f"(SELECT line || {rest} AS line, {kept} FROM ({unwrapped(heads, layout, None, kept=f'whole, {kept}')}))"


def _without_prefixes(rest: str, layout: Layout) -> str:
    """Return SQL for a record's further lines, which are parts of one JSON text, without what is put around parts."""
    for wrapper in layout.wrappers:
        pattern = unnamed_groups(wrapper.pattern)[0] if wrapper.partial else ""
        if pattern.startswith("^") and pattern.endswith("(.*)"):
            rest = f"regexp_replace({rest}, {quoted(chr(10) + pattern[1:-4])}, '', 'g')"
    return rest


def _text_step(query: str, wrapper: Wrapper, layout: Layout, levels: Levels | None) -> str:
    pattern, groups = unnamed_groups(wrapper.pattern)
    labels = ", ".join(quoted(f"g{number}") for number, _ in enumerate(groups))
    found = f"regexp_extract(line, {quoted(pattern)}, [{labels}])"
    values = {name: f"nullif(found.g{number}, '')" for number, name in enumerate(groups)}
    inner = f"found.g{groups.index('message')}"
    partial = f"regexp_matches(line, {quoted(wrapper.partial)})" if wrapper.partial else "false"
    return _replaced(
        f"SELECT *, regexp_matches(line, {quoted(pattern)}) AS hit, {found} AS found FROM ({query})",
        wrapper,
        inner,
        partial,
        {name: _typed(name, value, wrapper, layout, levels) for name, value in values.items() if name != "message"},
    )


def _json_step(query: str, wrapper: Wrapper, layout: Layout, levels: Levels | None) -> str:
    keys = [wrapper.key, *wrapper.needs, *(key for _, key in wrapper.columns)]
    paths = ", ".join(json_path((key,)) for key in keys)
    found = f"try(json_extract_string(line, [{paths}]))"
    needed = " AND ".join(f"found[{number}] IS NOT NULL" for number in range(1, 2 + len(wrapper.needs)))
    is_text = f"try(json_type(line, {json_path((wrapper.key,))})) = 'VARCHAR'"
    first = 2 + len(wrapper.needs)
    values = {column: f"found[{first + number}]" for number, (column, _) in enumerate(wrapper.columns)}
    inner = plain_line(layout, "rtrim(found[1], chr(10) || chr(13))")
    return _replaced(
        f"SELECT *, coalesce({needed} AND {is_text}, false) AS hit FROM (SELECT *, {found} AS found FROM ({query}))",
        wrapper,
        inner,
        f"strlen(found[1]) >= {PART_BYTES} AND NOT ends_with(found[1], chr(10))",
        {column: _typed(column, value, wrapper, layout, levels) for column, value in values.items()},
    )


def _replaced(query: str, wrapper: Wrapper, inner: str, partial: str, values: dict[str, str]) -> str:
    """Return SQL that takes the inner line and the wrapper's values where ``hit`` holds."""
    changes = [
        f"CASE WHEN hit THEN {inner} ELSE line END AS line",
        f"CASE WHEN hit THEN {wrapper.code}::UTINYINT ELSE wrapped END AS wrapped",
        f"(partial OR (hit AND {partial})) AS partial",
    ]
    for name, value in values.items():
        changes.append(f"coalesce(CASE WHEN hit THEN {value} END, {outer_column(name)}) AS {outer_column(name)}")
    return f"SELECT * EXCLUDE (hit, found) REPLACE ({', '.join(changes)}) FROM ({query})"


def _typed(column: str, text: str, wrapper: Wrapper, layout: Layout, levels: Levels | None) -> str:
    """Return SQL for a wrapper's value as it stands beside the line."""
    if column == "level":
        return level_number(text, levels, wrapper.level_scale) if levels else "NULL"
    if column != "time":
        return text
    found = time_in_style(text, wrapper.time_style, layout.written_ns, month_first=layout.month_first)
    return in_log_zone(text, found, layout.naive_offset_s)


def _merge_step(query: str, wrapper: Wrapper, _layout: Layout, _levels: Levels | None) -> str:
    path = json_path((wrapper.key,))
    inner = f"trim(try(json_extract_string(line, {path})), {_SPACES})"
    # Of two equal keys the engine takes the first, so that the inner object is put in front. Functions that build JSON
    # are of no use here: the engine evaluates their casts for all rows, and one broken line would stop the reading.
    if wrapper.nested:
        front = "'{' || " + quoted(f"{json.dumps(wrapper.key)}:") + " || inside || ','"
    else:
        front = "inside[:-2] || ','"
    is_text = f"contains(line, {quoted(wrapper.key)}) AND try(json_type(line, {path})) = 'VARCHAR'"
    is_object = r"starts_with(inside, '{') AND ends_with(inside, '}') AND NOT regexp_matches(inside, '^\{\s*\}$')"
    holds = f"starts_with(line, '{{') AND {is_text} AND {is_object} AND json_valid(inside)"
    return (
        f"SELECT * EXCLUDE (inside) REPLACE (CASE WHEN {holds} THEN {front} || line[2:] ELSE line END AS line) "
        f"FROM (SELECT *, {inner} AS inside FROM ({query}))"
    )


def _python_step(query: str, _wrapper: Wrapper, _layout: Layout, _levels: Levels | None) -> str:
    text = "replace(line, '''', '\"')"
    for pattern, replacement in PYTHON_WORDS:
        text = f"regexp_replace({text}, {quoted(pattern)}, {quoted(replacement)}, 'g')"
    python = quoted("{'")
    return f"SELECT * REPLACE (CASE WHEN starts_with(line, {python}) THEN {text} ELSE line END AS line) FROM ({query})"


_STEPS = {
    WrapperKind.TEXT: _text_step,
    WrapperKind.JSON: _json_step,
    WrapperKind.MERGE: _merge_step,
    WrapperKind.PYTHON: _python_step,
}


def unwrap_block(
    database: Database,
    data: NDArray[np.uint8],
    starts: NDArray[np.int32],
    layout: Layout,
    levels: Levels,
    *,
    goes_on: bool,
) -> tuple[Lines, bool]:
    """Take the wrappers off a block's lines.

    Args:
        database: Runs the SQL.
        data: UTF-8 of the lines ``data[starts[i]:starts[i + 1]]``.
        starts: Where they begin, and the end.
        layout: Says which wrappers there are.
        levels: Reads their levels.
        goes_on: The last line before this block was only a part.

    Returns:
        The lines, parts joined, and whether the last of them goes on in the next block.
    """
    cursor = database.cursor()
    positions = pa.array(np.arange(len(starts) - 1, dtype=np.int32))
    cursor.register("block", lines_table(data, starts).append_column("position", positions))
    query = unwrapped("block", layout, levels, kept="position")
    table = cursor.sql(f"SELECT * REPLACE (rtrim(line, chr(10)) || chr(10) AS line) FROM ({query})").to_arrow_table()
    position = table["position"].to_numpy()
    if not np.all(position[1:] > position[:-1]):  # the engine's threads may hand over their parts in any order
        table = table.take(np.argsort(position))
    lines = table["line"].combine_chunks()
    partial = table["partial"].to_numpy(zero_copy_only=False)
    wrapped = np.array(table["wrapped"].to_numpy(), dtype=np.uint8)
    outer = table.drop_columns(["line", "position", "wrapped", "partial"])
    if goes_on or partial.any():
        joined, starts = _joined(lines.to_pylist(), partial.tolist(), goes_on=goes_on)
        return Lines(joined, starts, wrapped, outer), bool(len(partial) and partial[-1])
    _, offsets, text = lines.cast(pa.string()).buffers()
    starts = np.frombuffer(offsets, dtype=np.int32)[lines.offset : lines.offset + len(lines) + 1]
    return Lines(np.frombuffer(text, dtype=np.uint8), starts, wrapped, outer), False


def _joined(lines: list[str], partial: list[bool], *, goes_on: bool) -> tuple[NDArray[np.uint8], NDArray[np.int32]]:
    """Add the text of parts to the line that they continue."""
    texts = [line.encode() for line in lines]
    head = -1 if goes_on else None
    for number, more in enumerate(partial):
        if head is not None:
            if head >= 0:
                texts[head] = texts[head].rstrip(b"\n") + texts[number]
            texts[number] = _PART
        elif more:
            head = number
        if not more:
            head = None
    starts = np.zeros(len(texts) + 1, dtype=np.int32)
    np.cumsum([len(text) for text in texts], out=starts[1:])
    return np.frombuffer(b"".join(texts), dtype=np.uint8), starts
