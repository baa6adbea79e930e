"""Pieces of SQL: literals, identifiers, JSON paths and patterns as DuckDB writes them."""

from __future__ import annotations

import re

from aidebug_gui.formats.ansi import ANSI_PATTERN
from aidebug_gui.formats.model import JsonPath, Layout

_OVERWRITTEN = r"^.*\r([^\r\n])"
_FIRST_GROUP = r"\1"


def quoted(text: str) -> str:
    """Return an SQL string literal."""
    return "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """Return a quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def json_path(path: JsonPath) -> str:
    """Return DuckDB's spelling of a path, as an SQL literal: ``'$."output"."confidence"'``."""
    steps = (f"[{key}]" if isinstance(key, int) else '."' + key.replace('"', '\\"') + '"' for key in path)
    return quoted("$" + "".join(steps))


def line_end_tolerant(pattern: str) -> str:
    """Let a pattern that is anchored at the line end accept the line break that lines carry in the engine."""
    return pattern[:-1] + r"\r?\n?$" if pattern.endswith("$") and not pattern.endswith(r"\$") else pattern


def unnamed_groups(pattern: str) -> tuple[str, list[str]]:
    """Return the pattern with plain groups instead of named ones, and the names in order."""
    return re.sub(r"\(\?P<\w+>", "(", pattern), re.findall(r"\(\?P<(\w+)>", pattern)


def plain_line(layout: Layout, line: str = "line") -> str:
    """Return SQL for a line as it looks on a terminal: without colour codes and what a carriage return overwrote."""
    if layout.ansi:
        stripped = f"ltrim(regexp_replace({line}, {quoted(ANSI_PATTERN)}, '', 'g'), chr(0))"
        line = f"CASE WHEN contains({line}, chr(27)) OR starts_with({line}, chr(0)) THEN {stripped} ELSE {line} END"
    if layout.overwritten:
        seen = f"regexp_replace({line}, {quoted(_OVERWRITTEN)}, {quoted(_FIRST_GROUP)})"
        line = f"CASE WHEN contains({line}, chr(13)) THEN {seen} ELSE {line} END"
    return line
