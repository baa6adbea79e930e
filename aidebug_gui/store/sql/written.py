"""SQL that writes records as lines of JSON or CSV, as ``store/export.py`` writes one record."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from aidebug_gui.formats.aliases import nanos_path
from aidebug_gui.formats.clocks import ZONED
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.levels import Level
from aidebug_gui.formats.model import JSON, JsonPath, TextFormat
from aidebug_gui.store.export import FORMULA, NUMBER
from aidebug_gui.store.sql.headers import header_groups, header_source, message_text
from aidebug_gui.store.sql.projection import Projection, message_value
from aidebug_gui.store.sql.quoting import identifier, json_path, plain_line, quoted, unnamed_groups

LINE = "line"
"""The column of a copy that says where a record begins in the log."""
_TEXTS = ("message", "input", "output", "error", "traceback")
_NEEDS_QUOTES = '[",\r\n]'  # in a cell of CSV
_WHOLE = 1e15  # smaller whole floats are written as integers


@dataclass(frozen=True, slots=True)
class Written:
    """The statements that write records of one layout.

    A source has the columns ``line`` (text of a record of one line), ``code`` (its format), ``position`` and ``number``
    (of its line in the log). What is ``written`` is NULL for records that only the record parser can read.
    """

    projection: Projection

    @property
    def codes(self) -> frozenset[int]:
        """Return the formats whose records can be written so."""
        layout = self.projection.layout
        if layout.wrappers or plain_line(layout) != "line":
            return frozenset()
        texts = frozenset(known.code for known in layout.text_formats if _is_stored(known))
        return texts | {JSON} if self._can_read_json else texts

    @property
    def _can_read_json(self) -> bool:
        """Return whether the columns of JSON records come from their paths alone, and one text tells the time's zone."""
        layout = self.projection.layout
        times = layout.json_paths.get("time", ())
        one_time = len(times) <= 1 and not any(map(nanos_path, times))
        return one_time and not any(pattern.column in _TEXTS for pattern in layout.json_patterns)

    @property
    def names(self) -> list[str]:
        """Return the columns that can be written, in canonical order."""
        stored = self.projection.columns
        return [name for name in CANONICAL if name in stored or name in _TEXTS]

    def json_lines(self, source: str, codes: Set[int], columns: Sequence[str] = ()) -> str:
        """Return a SELECT of ``position`` and ``written``, a JSON object: all that a record has, or just ``columns``."""
        parts = []
        for name in dict.fromkeys(columns) or [LINE, *self.names]:
            value = f"coalesce({_as_json(name)}, 'null')" if columns else _as_json(name)
            parts.append(f"{quoted(_key(name))} || {value}")
        return self._rows(f"'{{' || substring(concat({', '.join(parts)}), 2) || '}}' || chr(10)", source, codes)

    def csv_lines(self, source: str, codes: Set[int], columns: Sequence[str]) -> str:
        """Return a SELECT of ``position`` and ``written``, a line of CSV whose cells no spreadsheet takes for formulas."""
        nothing = quoted('""' if len(columns) == 1 else "")  # an empty line would be none
        cells = (f"coalesce({_as_cell(name)}, {nothing})" for name in columns)
        line = " || ',' || ".join(cells)
        return self._rows(f"{line} || chr(13) || chr(10)", source, codes)

    def cells(self, source: str, codes: Set[int], columns: Sequence[str]) -> str:
        """Return a SELECT of ``position``, ``written`` (NULL or not) and the text of each of ``columns``."""
        chosen = [f"{_as_text(name)} AS {identifier(f'cell {at}')}" for at, name in enumerate(columns)]
        return self._rows("''", source, codes, chosen)

    def _rows(self, written: str, source: str, codes: Set[int], more: Sequence[str] = ()) -> str:
        chosen = ", ".join(["position", f"CASE WHEN is_sure THEN {written} END AS written", *more])
        return f"SELECT {chosen} FROM {self._values(source, codes)}"

    def _values(self, source: str, codes: Set[int]) -> str:
        """Return SQL for a table with the values of all columns."""
        layout = self.projection.layout
        kept = ["position", "number", "line AS raw", "code", f"{self._is_naive} AS naive", *self._json_texts(codes)]
        rows = f"(SELECT *, raw AS line FROM ({self.projection.select(source, codes, kept=kept)}))"
        message = f"rtrim({message_text(layout, codes - {JSON})}, chr(13) || chr(10))"
        message = self._of_either("message", message, codes)
        is_sure = f"CASE WHEN code = {JSON} THEN {self._is_plain_json(codes)} ELSE {self._has_header(codes)} END"
        rows = f"(SELECT * EXCLUDE (raw), {message} AS message, {is_sure} AS is_sure FROM {rows})"
        texts = (f"{self._of_either(name, self._in_message(name), codes)} AS {name}" for name in _TEXTS[1:])
        return f"(SELECT * REPLACE (is_sure AND message <> '' AS is_sure), {', '.join(texts)} FROM {rows})"

    @property
    def _text_paths(self) -> list[JsonPath]:
        """Return the paths of JSON records whose values are columns of text."""
        paths = self.projection.layout.json_paths
        return [path for name in paths if not _is_value(name) for path in paths[name]]

    def _json_texts(self, codes: Set[int]) -> list[str]:
        """Return SQL for the texts at ``_text_paths`` and their types in JSON, both NULL for other records."""
        if JSON not in codes:
            return []
        paths = f"[{', '.join(map(json_path, self._text_paths))}]::VARCHAR[]"
        read = {"texts": f"json_extract_string(line, {paths})", "types": f"json_type(line, {paths})"}
        return [f"CASE WHEN code = {JSON} THEN try({sql}) END AS {name}" for name, sql in read.items()]

    def _is_plain_json(self, codes: Set[int]) -> str:
        """Return SQL for whether all texts of a JSON record are written as they stand in it, and it has no traceback."""
        if JSON not in codes:
            return "false"
        paths = self.projection.layout.json_paths
        plain = [
            f"coalesce(types[{self._text_paths.index(path) + 1}], 'NULL') IN ({_plain_types(name)})"
            for name in paths
            if not _is_value(name)
            for path in paths[name]
        ]
        return " AND ".join(["format = code", "NOT contains(line, '\\u')", *plain])

    def _of_either(self, column: str, text: str, codes: Set[int]) -> str:
        """Return SQL for a text of a record: of JSON what is at its paths, ``text`` for other records."""
        if JSON not in codes:
            return text
        paths = self.projection.layout.json_paths.get(column, ())
        slots = [f"texts[{self._text_paths.index(path) + 1}]" for path in paths]
        in_json = f"coalesce({', '.join([*slots, 'NULL'])})" if slots else "CAST(NULL AS VARCHAR)"
        return in_json if codes == {JSON} else f"CASE WHEN code = {JSON} THEN {in_json} ELSE {text} END"

    def _in_message(self, column: str) -> str:
        patterns = [known for known in self.projection.layout.message_patterns if known.column == column]
        values = [message_value(known, "message") for known in patterns]
        return f"coalesce({', '.join([*values, 'NULL'])})" if values else "CAST(NULL AS VARCHAR)"

    def _has_header(self, codes: Set[int]) -> str:
        """Return SQL for whether a line that was changed still has its format's header: its time tells it, if it has one."""
        cases = (
            f"WHEN {known.code} THEN regexp_matches(line, {quoted(header_source(known))})"
            for known in self.projection.layout.text_formats
            if known.code in codes and "time" not in header_groups(known)
        )
        return f"CASE code {' '.join([*cases, 'WHEN -1 THEN false'])} ELSE time IS NOT NULL END"

    @property
    def _is_naive(self) -> str:
        """Return SQL for whether a time stands without its zone, which nothing else in the log tells."""
        if self.projection.layout.naive_offset_s:
            return "false"
        return f"NOT regexp_matches(time_text, {quoted(ZONED)})"


def _is_stored(known: TextFormat) -> bool:
    """Return whether all that a header holds is in columns that are stored."""
    groups = set(unnamed_groups(known.pattern)[1]) - {"message"}
    return not any(CANONICAL[name].kind is Kind.TEXT for name in groups)


def _is_value(column: str) -> bool:
    """Return whether a column's values are no text: the engine and the parser read them alike, however they stand."""
    return CANONICAL[column].kind in (Kind.TIME, Kind.LEVEL, Kind.NUMBER)


def _plain_types(column: str) -> str:
    """Return the types of JSON, quoted, whose values a column of text writes as they stand."""
    if column == "traceback":
        return "'NULL'"
    return "'VARCHAR', 'NULL'" if column in _TEXTS else "'VARCHAR', 'NULL', 'UBIGINT', 'BIGINT', 'BOOLEAN'"


def _key(name: str) -> str:
    return f',"{name}":'


def _is_number(name: str) -> bool:
    return name == LINE or CANONICAL[name].kind is Kind.NUMBER


def _as_json(name: str) -> str:
    text = _as_text(name)
    if name == "time":
        return f"chr(34) || {text} || chr(34)"
    if not _is_number(name):
        return f"to_json({text})::VARCHAR"
    return (
        text
        if name == LINE
        else f"CASE WHEN isfinite({identifier(name)}) THEN {text} ELSE to_json({text})::VARCHAR END"
    )


def _as_cell(name: str) -> str:
    """Return SQL for a cell as ``safe_cell`` and ``csv`` write it."""
    text = _as_text(name)
    if name == "time" or _is_number(name):
        return text
    is_formula = f"regexp_matches({text}, {quoted(FORMULA)}) AND NOT regexp_full_match({text}, {quoted(NUMBER)})"
    cell = f"CASE WHEN {is_formula} THEN chr(39) || {text} ELSE {text} END"
    needs_quotes = f"regexp_matches({text}, {quoted(_NEEDS_QUOTES)})"
    return f"CASE WHEN {needs_quotes} THEN chr(34) || replace({cell}, chr(34), chr(34) || chr(34)) || chr(34) ELSE {cell} END"


def _as_text(name: str) -> str:
    """Return SQL for a value as ``plain_value`` writes it, as text."""
    if name == LINE:
        return "number::VARCHAR"
    if name == "time":
        return _iso_time("time", "naive")
    if name == "level":
        cases = " ".join(f"WHEN {int(level)} THEN {quoted(level.name)}" for level in Level)
        return f"CASE level {cases} ELSE level::VARCHAR END"
    column = identifier(name)
    return _number(column) if CANONICAL[name].kind is Kind.NUMBER else column


def _number(column: str) -> str:
    is_whole = f"isfinite({column}) AND abs({column}) < {_WHOLE} AND {column} = trunc({column})"
    return f"CASE WHEN {is_whole} THEN try_cast({column} AS BIGINT)::VARCHAR ELSE {column}::VARCHAR END"


def _iso_time(time: str, naive: str) -> str:
    """Return SQL for nanoseconds as ISO text with as many digits as it needs, at least milliseconds if any."""
    text = f"replace(make_timestamp_ns({time})::VARCHAR, ' ', 'T')"
    zeros = f"CASE strlen(make_timestamp_ns({time})::VARCHAR) WHEN 21 THEN '00' WHEN 22 THEN '0' ELSE '' END"
    return f"({text} || {zeros} || CASE WHEN {naive} THEN '' ELSE 'Z' END)"
