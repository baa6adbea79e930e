"""One SQL statement that turns lines into typed columns, built from what detection found in the log.

Everything spliced into the SQL (patterns, JSON paths, level names) comes from definitions and detected key names and is
quoted here; no value of the log is. Broken input costs a NULL, never the block: JSON is read in ``try(...)``, numbers
and times in ``try_cast``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from aidebug_gui.formats.aliases import nanos_path
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.levels import FAILED_STATUS, LEVEL_WORDS, NO_ERROR, PYTHON, Level, Levels
from aidebug_gui.formats.model import JSON, RAW, Flag, JsonPath, Layout, MessagePattern, TextFormat
from aidebug_gui.formats.pairs import AROUND_VALUES, NUMBER
from aidebug_gui.formats.times import NS_PER_MS, SECOND_NS
from aidebug_gui.formats.tracebacks import CRASH_START
from aidebug_gui.formats.wrappers import outer_columns
from aidebug_gui.store.sql.classification import CONTINUATION, checked_code
from aidebug_gui.store.sql.headers import LinePart, has_pairs, header_groups, header_parts, header_value, message_text
from aidebug_gui.store.sql.json_values import JsonValues
from aidebug_gui.store.sql.pairs import PLAIN_VALUE, CutTexts, UsualPairs, behind_key, has_key, plain_number
from aidebug_gui.store.sql.quoting import identifier, line_end_tolerant, quoted, unnamed_groups
from aidebug_gui.store.sql.unwrapping import outer_column
from aidebug_gui.store.sql.values import (
    any_time,
    in_log_zone,
    level_number,
    milliseconds,
    seconds_since_start,
    time_in_style,
)

HEADER_KEYS = frozenset({"time", "timestamp", "ts", "level", "lvl", "severity"})
"""Keys that stand in logfmt's header, too: as pairs of the message they are only looked for behind it."""

_WRITTEN = {"time": "time_text", "level": "level_text"}
"""Columns whose text is compared many times -> what it is called in a layer of its own: then planning takes 5 ms, not 50."""

_STORED = (Kind.NUMBER, Kind.CATEGORY, Kind.ID)
_SQL_TYPES = {Kind.NUMBER: "DOUBLE", Kind.CATEGORY: "VARCHAR", Kind.ID: "VARCHAR"}


_TRIMMED = quoted(AROUND_VALUES)
_BARE_VALUES = (f"({NUMBER})", r"(\d+)", r"([\w\-]+)")  # groups that hold none of that; trimming costs half a search


@dataclass(frozen=True, slots=True)
class Projection:
    """The statements for one layout. ``columns``: name -> SQL type, in table order."""

    layout: Layout
    levels: Levels

    @property
    def columns(self) -> dict[str, str]:
        columns = {"time": "BIGINT", "level": "UTINYINT", "format": "UTINYINT", "flags": "UTINYINT"}
        for name in stored_columns(self.layout):
            columns[name] = _SQL_TYPES[CANONICAL[name].kind]
        return columns

    @property
    def outer_columns(self) -> list[str]:
        """Return the columns whose values stand beside the lines, see ``store/sql/unwrapping.py``."""
        return outer_columns(self.layout.wrappers)

    def create_table(self, table: str) -> str:
        columns = ", ".join(f"{identifier(name)} {kind}" for name, kind in self.columns.items())
        return f"CREATE OR REPLACE TABLE {identifier(table)} ({columns})"

    def insert(self, table: str, source: str, codes: Set[int], *, careful: bool = True, supposed: bool = False) -> str:
        """Return the INSERT that projects the record heads of ``source`` (columns line, code), in order."""
        # By name: columns that a format brought later stand at the end of the table.
        selected = self.select(source, codes, careful=careful, supposed=supposed)
        return f"INSERT INTO {identifier(table)} BY NAME {selected}"

    def select(
        self,
        source: str,
        codes: Set[int],
        *,
        careful: bool = True,
        supposed: bool = False,
        kept: Sequence[str] = (),
    ) -> str:
        """Return the SELECT that projects the record heads of ``source``.

        ``kept``: what else of the source's columns is told, as SQL.

        ``codes``: the codes that its heads have; where there is only one, nothing is decided row by row.
        ``careful``: JSON lines may be broken, or hold several objects, of which the first gives the values; without it
        such a line is an error of the statement.
        ``supposed``: a text line may not have the header of its code, which is an error of the statement.
        """
        values = self._json_values()
        inner = ["*"] if kept else ["code", "line", *(outer_column(name) for name in self.outer_columns)]
        if JSON in codes:
            inner.append(f"{values.expression(_line_of(JSON, codes), careful=careful)} AS j")
        behind: list[str] = []
        for text_format in self._formats(codes):
            line = _line_of(text_format.code, codes)
            parts = [
                f"{part.sql} AS {part.column}"
                for part in header_parts(text_format, self._wanted, line, telling=supposed)
            ]
            inner += parts[:1]
            behind += parts[1:]
        pairs: list[LinePart] = [*self._cut.parts()] if codes != {JSON} else []
        if codes != {JSON} and self._pairs:
            tail = self._pairs.tail if JSON not in codes else f"CASE WHEN code <> {JSON} THEN {self._pairs.tail} END"
            inner.append(f"{tail} AS tail")
            pairs += self._pairs.parts()
        cut = "".join(f", {part.sql} AS {part.column}" for part in pairs)
        if self._needs_message(codes):
            inner.append(f"{message_text(self.layout, codes)} AS message")
        texts = [f"{self._written_text(column, values, codes)} AS {text}" for column, text in _WRITTEN.items()]
        # Each in a layer of its own: what stands twice in one SELECT is computed first, for rows that do not need it too.
        derived = f"CASE WHEN given IS NULL THEN {self._derived_level(values, codes)} END"
        return (
            f"SELECT {', '.join([*self._outer(values, codes, careful=careful, supposed=supposed), *kept])} FROM "
            f"(SELECT *, {derived} AS derived FROM "
            f"(SELECT *, {self._value('level', values, codes)} AS given{cut} FROM "
            f"(SELECT *, {', '.join(texts)} FROM "
            f"(SELECT {', '.join(['*', *behind])} FROM "
            f"(SELECT {', '.join(inner)} FROM {source} WHERE code <> {CONTINUATION})))))"
        )

    def _written_text(self, column: str, values: JsonValues, codes: Set[int]) -> str:
        """Return SQL for a column's text as the record has it: of several places in JSON, the first."""
        by_code = {
            known.code: header_value(known, column, self._wanted)
            for known in self._formats(codes)
            if column in header_groups(known)
        }
        path = next((path for path in self.layout.json_paths.get(column, ()) if path in values), None)
        if path is not None and JSON in codes:
            by_code[JSON] = values.slot(path)
        return _by_code(by_code, codes, "CAST(NULL AS VARCHAR)")

    @property
    def _pairs(self) -> UsualPairs:
        in_header = any(map(has_pairs, self.layout.text_formats))  # then these are the first ones of a line
        return UsualPairs(() if in_header else self.layout.message_patterns)

    @property
    def _cut(self) -> CutTexts:
        stored, pairs = stored_columns(self.layout), self._pairs
        plain = [known for known in self.layout.message_patterns if known.key and known.key not in HEADER_KEYS]
        texts = [known for known in plain if known.column in stored and CANONICAL[known.column].kind is not Kind.NUMBER]
        return CutTexts(known for known in texts if known not in pairs)

    def _needs_message(self, codes: Set[int]) -> bool:
        """Return whether a pattern must not look at the header, which then must be cut off."""
        stored = stored_columns(self.layout)
        looked_into = (
            known.column in stored and (known.pattern.startswith("^") or known.key in HEADER_KEYS)
            for known in self.layout.message_patterns
        )
        return codes != {JSON} and any(looked_into)

    def _formats(self, codes: Set[int]) -> list[TextFormat]:
        return [known for known in self.layout.text_formats if known.code in codes]

    @property
    def _wanted(self) -> Set[str]:
        """Return the columns whose values are cut out of headers."""
        return {"time", "level", *stored_columns(self.layout)}

    def _json_values(self) -> JsonValues:
        """Return how the values of JSON lines are read."""
        layout = self.layout
        stored = stored_columns(layout)
        wanted = ["time", "level", *stored, "error", "traceback", *(["message"] if layout.json_patterns else [])]
        uses: dict[JsonPath, set[bool]] = {}  # whether as a number
        for column in wanted:
            is_number = column in stored and CANONICAL[column].kind is Kind.NUMBER
            for path in layout.json_paths.get(column, ()):
                uses.setdefault(path, set()).add(is_number and ".".join(map(str, path)) not in layout.glued_units)
        nanos = (nanos_path(path) for path in layout.json_paths.get("time", ()))
        ends = (path for both in layout.spans.values() for path in both)
        for other in (*nanos, *ends):
            if other is not None:
                uses.setdefault(other, set()).add(False)
        return JsonValues(list(uses), {path for path, use in uses.items() if use == {True}})

    def _outer(self, values: JsonValues, codes: Set[int], *, careful: bool, supposed: bool) -> Iterator[str]:
        may_break = JSON in codes and (careful or not values)
        broken = f"code = {JSON} AND j IS NULL" if may_break else "false"
        code = str(next(iter(codes))) if len(codes) == 1 else "code"
        code = checked_code(self.layout, codes, self._wanted, code) if supposed else code
        trace = f"nullif({self._json_value_of(('traceback',), values, codes)}, '')"
        flags = (
            (Flag.DERIVED_LEVEL, self._is_derived),
            (Flag.DAMAGED, broken),
            (Flag.TRACEBACK, f"{trace} IS NOT NULL"),
        )
        bits = " | ".join(f"CASE WHEN {condition} THEN {int(flag)} ELSE 0 END" for flag, condition in flags)
        usual = f"given IS NOT NULL AND {trace} IS NULL"  # then the record was understood and nothing is derived
        yield f"{self._value('time', values, codes)} AS time"
        yield f"{self._level()}::UTINYINT AS level"
        yield f"(CASE WHEN given IS NULL AND {broken} THEN {RAW} ELSE {code} END)::UTINYINT AS format"
        yield f"(CASE WHEN {usual} THEN 0 ELSE {bits} END)::UTINYINT AS flags"
        for name in stored_columns(self.layout):
            yield f"{self._value(name, values, codes)} AS {identifier(name)}"

    def _level(self) -> str:
        """Return SQL for the level: the one that the line names, else the worse of what it looks like and its wrapper's."""
        if "level" not in self.outer_columns:
            return "coalesce(given, derived, 0)"
        return f"coalesce(given, greatest(derived, {outer_column('level')}), 0)"

    @property
    def _is_derived(self) -> str:
        if "level" not in self.outer_columns:
            return "derived IS NOT NULL"
        return f"coalesce(derived >= coalesce({outer_column('level')}, 0), false)"

    def _derived_level(self, values: JsonValues, codes: Set[int]) -> str:
        """Return SQL for the level of records that name none: failed requests are errors, a bare traceback too."""
        cases = []
        if JSON in codes:
            status = self._json_value_of(("status",), values, codes)
            nothing = ", ".join(map(quoted, NO_ERROR))
            failures = (self._json_value_of((name,), values, codes) for name in ("error", "traceback"))
            failed = " OR ".join([_server_error(status), *(f"lower({text}) NOT IN ({nothing})" for text in failures)])
            level = f"CASE WHEN {failed} THEN {int(Level.ERROR)} ELSE {int(Level.INFO)} END"
            cases.append(f"WHEN code = {JSON} AND j IS NOT NULL THEN {level}")
        cases += [
            f"WHEN code = {known.code} THEN {self._level_of_format(known)}"
            for known in self._formats(codes)
            if known.level or known.level_from_text
        ]
        for code in sorted({RAW, *(wrapper.code for wrapper in self.layout.wrappers)} & codes):
            crash = f"regexp_matches(line, {quoted(CRASH_START)})"
            cases.append(f"WHEN code = {code} AND {crash} THEN {int(Level.ERROR)}")
        return f"CASE {' '.join(cases)} END" if cases else "CAST(NULL AS INTEGER)"

    def _json_value_of(self, columns: Sequence[str], values: JsonValues, codes: Set[int]) -> str:
        """Return SQL for the first value of these columns in a JSON record, NULL in others."""
        found = [path for column in columns for path in self.layout.json_paths.get(column, ()) if path in values]
        slots = [values.slot(path) for path in found] if JSON in codes else []
        return f"coalesce({', '.join(slots)})" if slots else "CAST(NULL AS VARCHAR)"

    def _value(self, column: str, values: JsonValues, codes: Set[int]) -> str:
        """Return SQL for a column's value, whatever the record's format: the line's own, else its wrapper's.

        A level is the line's own only: what the line looks like may be worse than what its wrapper says.
        """
        value = self._own_value(column, values, codes)
        return (
            f"coalesce({value}, {outer_column(column)})"
            if column in self.outer_columns and column != "level"
            else value
        )

    def _own_value(self, column: str, values: JsonValues, codes: Set[int]) -> str:
        by_code: dict[int, str] = {}
        if JSON in codes and (in_json := self._from_json(column, values)):
            by_code[JSON] = _first(in_json)
        for text_format in self._formats(codes):
            if column in header_groups(text_format):
                text = _WRITTEN.get(column) or header_value(text_format, column, self._wanted)
                by_code[text_format.code] = self._typed(column, text, 1.0, text_format)
        in_message = [
            self._from_message(known, "message" if known.key in HEADER_KEYS else "line")
            for known in self.layout.message_patterns
            if known.column == column
        ]
        if in_message:
            by_code |= dict.fromkeys(codes - {JSON} - by_code.keys(), _first(in_message))
        return _by_code(by_code, codes)

    def _from_json(self, column: str, values: JsonValues) -> list[str]:
        """Return SQL for each place of a column in JSON records: its paths, else the time between two, its message."""
        known = [path for path in self.layout.json_paths.get(column, ()) if path in values]
        if known:
            empty_is_none = CANONICAL[column].kind in (Kind.CATEGORY, Kind.ID)
            slots = [f"nullif({values.slot(path)}, '')" if empty_is_none else values.slot(path) for path in known]
            slots[0] = _WRITTEN.get(column, slots[0])
            return [self._typed_json(column, slot, path, values) for slot, path in zip(slots, known, strict=True)]
        span = [self._span(column, values)] if column in self.layout.spans else []
        return [*span, *self._from_json_message(column, values)]

    def _level_of_format(self, text_format: TextFormat) -> str:
        """Return SQL for the level of a line whose header names none: by its words or status, or the format's own."""
        if text_format.level_from_text:
            words = " ".join(
                f"WHEN regexp_matches(line, {quoted(pattern)}) THEN {int(level)}" for pattern, level in LEVEL_WORDS
            )
            return f"CASE {words} ELSE {text_format.level or 'NULL'} END"
        if "status" not in header_groups(text_format):
            return str(text_format.level)
        status = header_value(text_format, "status", self._wanted)
        return f"CASE WHEN {_server_error(status)} THEN {int(Level.ERROR)} ELSE {text_format.level} END"

    def _from_message(self, pattern: MessagePattern, line: str = "line", message: str = "message") -> str:
        """Return SQL for the typed value of a message pattern; ``message`` is ``line`` without its header.

        The usual ``" key=value "`` is read at its usual place among the words, else cut out by plain splitting (half the
        cost of the pattern, which is only tried where the cut gives nothing). Most lines of a mixed log do not have the
        key: looking for it costs a tenth of cutting.
        """
        is_number = CANONICAL[pattern.column].kind is Kind.NUMBER
        text = _found_text(pattern, message, line) if is_number else message_value(pattern, message, line)
        if pattern.duration:
            return milliseconds(text)
        exact = self._typed(pattern.column, text, pattern.scale)
        if not pattern.key:
            return exact
        if line == "line" and pattern in self._cut:
            return self._cut.value(pattern, exact)
        behind = behind_key(pattern, line)
        if is_number:
            cut = _scaled(plain_number(behind, pattern.unit), pattern.scale)
        else:
            cut = f"nullif(regexp_extract({behind}, {quoted(f'^{PLAIN_VALUE}')}, 1), '')"
        rest = f"CASE WHEN {has_key(pattern, line)} THEN coalesce({cut}, {exact}) END"
        if line != "line" or pattern not in self._pairs:
            return rest
        usual = self._pairs.value(pattern)
        usual = _scaled(usual, pattern.scale) if is_number else usual
        return f"CASE WHEN {usual} IS NOT NULL THEN {usual} ELSE {rest} END"  # coalesce would compute the rest for all

    def _scale(self, path: JsonPath) -> float:
        return self.layout.scales.get(".".join(map(str, path)), 1.0)

    def _from_json_message(self, column: str, values: JsonValues) -> Iterator[str]:
        """Yield SQL for what patterns find in the messages of JSON records."""
        message = self._json_value_of(("message",), values, {JSON})
        for pattern in self.layout.json_patterns:
            if pattern.column == column:
                yield self._from_message(pattern, message, message)

    def _span(self, column: str, values: JsonValues) -> str:
        """Return SQL for the milliseconds between two times of a JSON record."""
        begin, end = (self._any_time(values.slot(path)) for path in self.layout.spans[column])
        return f"CASE WHEN {end} >= {begin} THEN ({end} - {begin}) / {NS_PER_MS} END"

    def _typed_json(self, column: str, text: str, path: JsonPath, values: JsonValues) -> str:
        if CANONICAL[column].kind is Kind.NUMBER:
            number = _scaled(values.number(path), self._scale(path))
            is_glued = ".".join(map(str, path)) in self.layout.glued_units
            return f"coalesce({number}, {milliseconds(text)})" if is_glued else number
        nanos = nanos_path(path) if CANONICAL[column].kind is Kind.TIME else None
        if nanos is not None and nanos in values:
            whole, fraction = f"try_cast({text} AS BIGINT)", f"try_cast({values.slot(nanos)} AS BIGINT)"
            exact = f"try_cast({whole}::HUGEINT * {SECOND_NS} + {fraction} AS BIGINT)"  # NULL beyond the year 2262
            return f"coalesce({exact}, {self._any_time(text)})"
        if CANONICAL[column].kind is Kind.LEVEL:
            return level_number(text, self.levels, self.layout.level_scales.get(".".join(map(str, path)), PYTHON))
        return self._typed(column, text)

    def _any_time(self, text: str) -> str:
        return any_time(text, month_first=self.layout.month_first if self.layout.date_shape else None)

    def _typed(self, column: str, text: str, scale: float = 1.0, text_format: TextFormat | None = None) -> str:
        kind = CANONICAL[column].kind
        if kind is Kind.TIME:
            if text_format is None:
                found = self._any_time(text)
            else:
                style, month_first = text_format.time_style, self.layout.month_first
                found = time_in_style(text, style, self.layout.written_ns, month_first=month_first)
            return in_log_zone(text, found, self.layout.naive_offset_s)
        if kind is Kind.LEVEL:
            return level_number(text, self.levels, text_format.level_scale if text_format else PYTHON)
        if column == "since_start_s":
            return seconds_since_start(text)
        if kind is Kind.NUMBER:
            return _scaled(f"try_cast({text} AS DOUBLE)", scale)
        return f"nullif({text}, '')" if text_format else text


def stored_columns(layout: Layout) -> list[str]:
    """Return the canonical columns beside time and level that the layout fills and the store keeps, in order."""
    filled = {*layout.json_paths, *outer_columns(layout.wrappers)} | {
        pattern.column for pattern in layout.message_patterns
    }
    filled |= {pattern.column for pattern in layout.json_patterns} | set(layout.spans)
    for text_format in layout.text_formats:
        filled.update(unnamed_groups(text_format.pattern)[1])
    return [name for name, column in CANONICAL.items() if column.kind in _STORED and name in filled]


def message_value(pattern: MessagePattern, message: str = "message", line: str = "line") -> str:
    """Return SQL for the text that a pattern finds in ``line``, NULL where it finds none.

    ``message``: SQL for the line without its header, where an anchored pattern is looked for.
    """
    return f"nullif({_found_text(pattern, message, line)}, '')"


def _found_text(pattern: MessagePattern, message: str, line: str) -> str:
    """Return SQL for the text that a pattern finds, NULL or empty where it finds none.

    A cast takes that as it is: the engine makes a CASE of ``nullif``, and within another one it would search twice.
    """
    source = message if pattern.pattern.startswith("^") else line
    found = f"regexp_extract({source}, {quoted(line_end_tolerant(pattern.pattern))}, 1)"
    if not any(map(pattern.pattern.__contains__, _BARE_VALUES)):
        found = f"trim({found}, {_TRIMMED})"
    if not pattern.literals:
        return found
    may_match = " OR ".join(f"contains({line}, {quoted(literal)})" for literal in pattern.literals)
    return f"CASE WHEN {may_match} THEN {found} END"


def _scaled(number: str, scale: float) -> str:
    return number if scale == 1.0 else f"{number} * {scale!r}"


def _server_error(status: str) -> str:
    words = ", ".join(map(quoted, FAILED_STATUS))
    return f"coalesce((strlen({status}) = 3 AND {status}[1] = '5') OR lower({status}) IN ({words}), false)"


def _by_code(by_code: Mapping[int, str], codes: Set[int], otherwise: str = "NULL") -> str:
    """Return SQL for the value of a record of one of ``codes``; what serves several of them stands, and is planned, once."""
    shared: dict[str, list[str]] = {}
    for code, sql in by_code.items():
        shared.setdefault(sql, []).append(f"code = {code}")
    if len(shared) == 1 and by_code.keys() == codes:
        return next(iter(shared))
    cases = " ".join(f"WHEN {' OR '.join(conditions)} THEN {sql}" for sql, conditions in shared.items())
    return f"CASE {cases} END" if cases else otherwise


def _first(values: Sequence[str]) -> str:
    return values[0] if len(values) == 1 else f"coalesce({', '.join(values)})"


def _line_of(code: int, codes: Set[int]) -> str:
    """Return SQL for the lines of one code, NULL for others: choosing what is read costs less than copying what was."""
    return "line" if codes == {code} else f"CASE WHEN code = {code} THEN line END"
