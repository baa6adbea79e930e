"""One SQL statement that turns lines into typed columns, built from what detection found in the log.

Everything spliced into the SQL (patterns, JSON paths, level names) comes from definitions and detected key names and is
quoted here; no value of the log is. Broken input costs a NULL, never the block: JSON is read in ``try(...)``, numbers
and times in ``try_cast``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from aidebug_gui.formats.ansi import ANSI_PATTERN
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.levels import Level
from aidebug_gui.formats.model import JSON, RAW, Flag, JsonPath, Layout, MessagePattern, TextFormat, TimeStyle

CONTINUATION = 255
"""Code of a line that does not begin a record."""
OTHER = 254
"""Code of a line that some format outside the layout claims."""
ERROR_LINE = 253
"""Code of a line without a header that looks like the last line of a traceback."""

_ERROR_PATTERN = (
    r"^(?:[A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Exit|Warning|Timeout|Group)\b"
    r"|During handling of the above|The above exception was)"
)

_STORED = (Kind.NUMBER, Kind.CATEGORY, Kind.ID)
_QUOTES = """'"'''"""  # both quote characters, as an SQL literal
_SQL_TYPES = {Kind.NUMBER: "DOUBLE", Kind.CATEGORY: "VARCHAR", Kind.ID: "VARCHAR"}
_PINO = {10: 5, 20: 10, 30: 20, 40: 30, 50: 40, 60: 50}
_CLF_FORMAT = "%d/%b/%Y:%H:%M:%S %z"
_DAY_FIRST_FORMAT = "%d-%m-%Y:%H:%M:%S"


def quoted(text: str) -> str:
    """Return an SQL string literal."""
    return "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """Return a quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def json_path(path: JsonPath) -> str:
    """Return DuckDB's spelling of a path, as an SQL literal: ``'$."output"."confidence"'``."""
    parts = ["$"]
    for key in path:
        parts.append(f"[{key}]" if isinstance(key, int) else '."' + key.replace('"', '\\"') + '"')
    return quoted("".join(parts))


def line_end_tolerant(pattern: str) -> str:
    """Let a pattern that is anchored at the line end accept the line break that lines carry in the engine."""
    return pattern[:-1] + r"\r?\n?$" if pattern.endswith("$") and not pattern.endswith(r"\$") else pattern


def unnamed_groups(pattern: str) -> tuple[str, list[str]]:
    """Return the pattern with plain groups instead of named ones, and the names in order."""
    return re.sub(r"\(\?P<\w+>", "(", pattern), re.findall(r"\(\?P<(\w+)>", pattern)


def iso_time(text: str) -> str:
    """Return SQL for nanoseconds since the epoch (UTC) of an ISO time; a time without a zone is taken as UTC."""
    plain = f"replace({text}, ',', '.')"
    joined = f"replace(replace({plain}, ' +', '+'), ' -', '-')"
    local = f"epoch_ns(try_cast({plain} AS TIMESTAMP_NS))"
    offset = f"(epoch_us(try_cast({joined} AS TIMESTAMP)) - epoch_us(try_cast({joined} AS TIMESTAMPTZ)))"
    zoned = rf"regexp_matches({text}, ':\d\d.*[+-]\d\d')"
    return f"CASE WHEN {zoned} THEN epoch_ns(try_cast({joined} AS TIMESTAMP_NS)) - {offset} * 1000 ELSE {local} END"


def epoch_time(text: str) -> str:
    """Return SQL for nanoseconds of an epoch number: seconds, ms, us or ns by magnitude."""
    value = f"try_cast({text} AS DECIMAL(28, 9))"
    factors = ((10**11, 10**9), (10**14, 10**6), (10**17, 10**3))
    cases = " ".join(
        f"WHEN abs({value}) < {limit} THEN try_cast({value} * {factor}::DECIMAL(10, 0) AS BIGINT)"
        for limit, factor in factors
    )
    return f"CASE {cases} ELSE try_cast({value} AS BIGINT) END"


def day_first_time(text: str) -> str:
    """Return SQL for nanoseconds of ``21-11-2026:19:35:01,161``; the fraction may be missing."""
    seconds = f"epoch_ns(try_strptime({text}[:19], {quoted(_DAY_FIRST_FORMAT)}))"
    fraction = f"coalesce(try_cast('0.' || {text}[21:] AS DECIMAL(18, 9)), 0)"
    return f"{seconds} + ({fraction} * 1000000000)::BIGINT"


def any_time(text: str) -> str:
    """Return SQL for a time that may be ISO or a number."""
    return f"coalesce({iso_time(text)}, {epoch_time(text)})"


_TIME_SQL = {
    TimeStyle.ISO: iso_time,
    TimeStyle.EPOCH: epoch_time,
    TimeStyle.CLF: lambda text: f"epoch_ns(try_strptime({text}, {quoted(_CLF_FORMAT)}))",
    TimeStyle.DAY_FIRST: lambda text: day_first_time(text),
}


def level_number(text: str, names: Mapping[str, int], *, pino: bool) -> str:
    """Return SQL for the level of a name or of a number on Python's (or pino's) scale; NULL if it says nothing."""
    by_name = " ".join(f"WHEN {quoted(name)} THEN {number}" for name, number in names.items() if number)
    if pino:
        cases = " ".join(f"WHEN {given} THEN {number}" for given, number in _PINO.items())
        by_number = f"CASE try_cast({text} AS INTEGER) {cases} END"
    else:
        known = ", ".join(str(int(level)) for level in Level if level)
        by_number = f"CASE WHEN try_cast({text} AS INTEGER) IN ({known}) THEN try_cast({text} AS INTEGER) END"
    return f"coalesce(CASE lower(trim({text})) {by_name} END, {by_number})"


@dataclass(frozen=True, slots=True)
class Projection:
    """The statements for one layout. ``columns``: name -> SQL type, in table order."""

    layout: Layout
    level_names: Mapping[str, int]

    @property
    def columns(self) -> dict[str, str]:
        columns = {"time": "BIGINT", "level": "UTINYINT", "format": "UTINYINT", "flags": "UTINYINT"}
        for name in stored_columns(self.layout):
            columns[name] = _SQL_TYPES[CANONICAL[name].kind]
        return columns

    def create_table(self, table: str) -> str:
        columns = ", ".join(f"{identifier(name)} {kind}" for name, kind in self.columns.items())
        return f"CREATE OR REPLACE TABLE {identifier(table)} ({columns})"

    def classify(self, source: str, others: Sequence[TextFormat]) -> str:
        """Return SQL that gives each line of ``source`` its code: JSON, a format, OTHER for ``others``, or RAW."""
        cases = [f"WHEN code = {JSON} THEN {JSON}"]
        for text_format in self.layout.text_formats:
            cases.append(f"WHEN regexp_matches(line, {_header_only(text_format)}) THEN {text_format.code}")
        if others:
            any_other = "|".join(_header_source(text_format) for text_format in others)
            cases.append(f"WHEN regexp_matches(line, {quoted('^(?:' + any_other + ')')}) THEN {OTHER}")
        cases.append(f"WHEN regexp_matches(line, {quoted(_ERROR_PATTERN)}) THEN {ERROR_LINE}")
        return f"SELECT (CASE {' '.join(cases)} ELSE {RAW} END)::UTINYINT AS code FROM {self._plain(source)}"

    def insert(self, table: str, source: str) -> str:
        """Return the INSERT that projects the record heads of ``source`` (columns line, code), in order."""
        return f"INSERT INTO {identifier(table)} {self.select(source)}"

    def select(self, source: str) -> str:
        """Return the SELECT that projects the record heads of ``source``."""
        paths = self._json_paths()
        inner = ["code", "line", f"CASE WHEN code = {JSON} THEN {_json_values(paths)} END AS j"]
        for text_format in self.layout.text_formats:
            pattern, names = unnamed_groups(_without_message(text_format.pattern))
            if names:
                labels = ", ".join(quoted(f"{name}_{number}") for number, name in enumerate(names))
                extract = f"regexp_extract(line, {quoted(pattern)}, [{labels}])"
                inner.append(f"CASE WHEN code = {text_format.code} THEN {extract} END AS t{text_format.code}")
        outer = ", ".join(self._outer(paths))
        return f"SELECT {outer} FROM (SELECT {', '.join(inner)} FROM {self._plain(source)} WHERE code <> {CONTINUATION})"

    def _plain(self, source: str) -> str:
        """Return the source without terminal colour codes, if the log has them."""
        if not self.layout.ansi:
            return source
        return f"(SELECT regexp_replace(line, {quoted(ANSI_PATTERN)}, '', 'g') AS line, code FROM {source})"

    def _json_paths(self) -> list[JsonPath]:
        wanted = ["time", "level", *stored_columns(self.layout), "traceback"]
        if self._derives_level():
            wanted += ["status", "error"]
        paths: dict[JsonPath, None] = {}
        for column in wanted:
            paths.update(dict.fromkeys(self.layout.json_paths.get(column, ())))
        return list(paths)

    def _derives_level(self) -> bool:
        return not self.layout.json_paths.get("level") or len(self.layout.json_paths["level"]) > 1

    def _outer(self, paths: list[JsonPath]) -> Iterable[str]:
        code = f"CASE WHEN code = {JSON} AND j IS NULL THEN {RAW} ELSE code END"
        given = self._value("level", paths)
        derived = self._derived_level(paths)
        yield f"{self._value('time', paths)} AS time"
        yield f"coalesce({given}, {derived}, 0)::UTINYINT AS level"
        yield f"({code})::UTINYINT AS format"
        derived_flag = f"CASE WHEN ({given}) IS NULL AND ({derived}) IS NOT NULL THEN {int(Flag.DERIVED_LEVEL)} ELSE 0 END"
        damaged = f"CASE WHEN code = {JSON} AND j IS NULL THEN {int(Flag.DAMAGED)} ELSE 0 END"
        trace = _first_of(self.layout.json_paths.get("traceback", ()), paths)
        has_trace = f"CASE WHEN {trace} IS NOT NULL THEN {int(Flag.TRACEBACK)} ELSE 0 END"
        yield f"({derived_flag} | {damaged} | {has_trace})::UTINYINT AS flags"
        for name in stored_columns(self.layout):
            yield f"{self._value(name, paths)} AS {identifier(name)}"

    def _derived_level(self, paths: list[JsonPath]) -> str:
        status = _first_of(self.layout.json_paths.get("status", ()), paths)
        error = _first_of(self.layout.json_paths.get("error", ()), paths)
        trace = _first_of(self.layout.json_paths.get("traceback", ()), paths)
        failed = f"try_cast({status} AS INTEGER) >= 500 OR {error} IS NOT NULL OR {trace} IS NOT NULL"
        crash = "starts_with(line, 'Traceback (most recent call last)')"
        return (
            f"CASE WHEN code = {JSON} AND j IS NOT NULL THEN CASE WHEN {failed} THEN {int(Level.ERROR)} "
            f"ELSE {int(Level.INFO)} END WHEN code = {RAW} AND {crash} THEN {int(Level.ERROR)} END"
        )

    def _value(self, column: str, paths: list[JsonPath]) -> str:
        """Return SQL for a column's value, whatever the record's format."""
        cases = []
        known = [path for path in self.layout.json_paths.get(column, ()) if path in paths]
        if known:
            parts = [self._typed(column, _slot(path, paths), self._scale(path)) for path in known]
            cases.append(f"WHEN code = {JSON} THEN coalesce({', '.join([*parts, 'NULL'])})")
        for text_format in self.layout.text_formats:
            names = unnamed_groups(_without_message(text_format.pattern))[1]
            if column in names:
                text = f"nullif(t{text_format.code}.{column}_{names.index(column)}, '')"
                cases.append(f"WHEN code = {text_format.code} THEN {self._typed(column, text, 1.0, text_format)}")
            elif column == "level" and text_format.level:
                cases.append(f"WHEN code = {text_format.code} THEN {text_format.level}")
        patterns = [pattern for pattern in self.layout.message_patterns if pattern.column == column]
        if patterns:
            parts = [
                self._typed(column, message_value(pattern), pattern.scale)
                for pattern in patterns
            ]
            cases.append(f"WHEN code <> {JSON} THEN coalesce({', '.join(parts)}, NULL)")
        return f"CASE {' '.join(cases)} END" if cases else "NULL"

    def _scale(self, path: JsonPath) -> float:
        return self.layout.scales.get(".".join(map(str, path)), 1.0)

    def _typed(self, column: str, text: str, scale: float, text_format: TextFormat | None = None) -> str:
        kind = CANONICAL[column].kind
        if kind is Kind.TIME:
            return _TIME_SQL[text_format.time_style](text) if text_format else any_time(text)
        if kind is Kind.LEVEL:
            return level_number(text, self.level_names, pino=self.layout.pino_levels)
        if kind is Kind.NUMBER:
            number = f"try_cast({text} AS DOUBLE)"
            return number if scale == 1.0 else f"{number} * {scale!r}"
        return text


def stored_columns(layout: Layout) -> list[str]:
    """Return the canonical columns beside time and level that the layout fills and the store keeps, in order."""
    filled = set(layout.json_paths) | {pattern.column for pattern in layout.message_patterns}
    for text_format in layout.text_formats:
        filled.update(unnamed_groups(text_format.pattern)[1])
    return [name for name, column in CANONICAL.items() if column.kind in _STORED and name in filled]


def message_value(pattern: MessagePattern) -> str:
    """Return SQL for the text that a pattern finds in ``line``, NULL where it finds nothing."""
    return f"nullif(trim(regexp_extract(line, {quoted(pattern.pattern)}, 1), {_QUOTES}), '')"


def _slot(path: JsonPath, paths: list[JsonPath]) -> str:
    return f"j[{paths.index(path) + 1}]"


def _first_of(candidates: Sequence[JsonPath], paths: list[JsonPath]) -> str:
    slots = [_slot(path, paths) for path in candidates if path in paths]
    return f"coalesce({', '.join(slots)})" if slots else "CAST(NULL AS VARCHAR)"


def _json_values(paths: Sequence[JsonPath]) -> str:
    """Return SQL for the list of values at ``paths``; NULL where the line is not JSON.

    Several objects on one line are taken as a list, and the first gives the values.
    """
    if not paths:
        return "CASE WHEN json_valid(line) THEN ['']::VARCHAR[] END"
    plain = ", ".join(json_path(path) for path in paths)
    in_list = ", ".join(json_path((0, *path)) for path in paths)
    several = r"'[' || regexp_replace(line, '\}\s*\{', '},{', 'g') || ']'"
    return (
        f"coalesce(try(json_extract_string(line, [{plain}])), CASE WHEN regexp_matches(line, '\\}}\\s*\\{{') "
        f"THEN try(json_extract_string({several}, [{in_list}])) END)"
    )


def _without_message(pattern: str) -> str:
    """Cut a trailing message group: the text stays in the file, and the engine need not copy it."""
    return line_end_tolerant(re.sub(r"\(\?P<message>\.\*\)\$?$", "", pattern))


def _header_source(text_format: TextFormat) -> str:
    return unnamed_groups(_without_message(text_format.pattern))[0].removeprefix("^")


def _header_only(text_format: TextFormat) -> str:
    return quoted("^" + _header_source(text_format))
