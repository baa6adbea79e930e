"""Fields on demand: any JSON path or ``key=value`` becomes a column the first time somebody asks for it.

One pass over the text extracts it into a one-column table whose rows are numbered like the records; it is kept, and
extended when the log grew.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.formats.columns import CANONICAL, Column, Kind
from aidebug_gui.formats.model import JSON, FieldSample, JsonPath, Layout
from aidebug_gui.formats.pairs import gauge_pattern
from aidebug_gui.store.database import Database
from aidebug_gui.store.protocol import CancelToken, Field
from aidebug_gui.store.reading.ingest import TABLE
from aidebug_gui.store.reading.reader import Reading
from aidebug_gui.store.scan import Scanner
from aidebug_gui.store.sql.headers import message_text
from aidebug_gui.store.sql.projection import message_value, stored_columns
from aidebug_gui.store.sql.quoting import identifier, json_path, quoted, unnamed_groups
from aidebug_gui.store.sql.unwrapping import records_source

_ALWAYS = ("time", "level", "message")
_DIGITS = re.compile("([0-9]+)")
_CATEGORY_VALUES = 200  # a text field with more distinct values in the sample is an id


@dataclass(slots=True)
class _Extracted:
    table: str
    rows: int = 0
    end: int = 0  # where the text of the last of them ended
    lock: threading.Lock = field(default_factory=threading.Lock)
    is_gone: bool = False


class Fields:
    """Which fields a log has, and the tables of those that were asked for."""

    def __init__(self, database: Database, ingest: Reading, scanner: Scanner) -> None:
        self._database = database
        self._ingest = ingest
        self._scanner = scanner
        self._extracted: dict[tuple[str, int], _Extracted] = {}
        self._numbers = count()
        self._lock = threading.Lock()

    def known(self) -> list[Field]:
        """Return the canonical columns that the log fills, then its other fields by name, ``f9`` before ``f10``."""
        layout = self._ingest.layout
        origins: dict[str, list[str]] = {}
        for sample in layout.fields:
            if sample.column:
                origins.setdefault(sample.column, []).append(sample.name)
        filled = _filled_columns(layout)
        state = self._ingest.state
        shares = {title: records / max(1, state.records) for title, records in state.formats.items()}
        canonical = [
            Field(
                column.name,
                column.title,
                column.kind,
                column.unit,
                canonical=True,
                fill=_fill(layout, column.name, shares, self._ingest.time_range is not None),
                origin=", ".join(origins.get(column.name, ())),
                distinct=_distinct(layout, column.name),
                composed=column.name == "message" and not layout.text_formats and "message" not in layout.json_paths,
            )
            for column in CANONICAL.values()
            if column.name in _ALWAYS or column.name in filled
        ]
        return canonical + _others(layout, layout.fields)

    def further(self) -> list[Field]:
        """Return the fields beyond those that are listed, by name."""
        return _others(self._ingest.layout, self._ingest.layout.further_fields)

    def kind(self, name: str) -> Kind | None:
        """Return what a field holds; None if the sample did not show it."""
        if name in CANONICAL:
            return CANONICAL[name].kind
        for sample in self._ingest.layout.known_fields:
            if sample.name == name:
                return _kind_of(sample)
        return None

    def own_names(self, name: str) -> list[str]:
        """Return the names that the log has for a field, ``username`` of ``user_id``, and at the end the field's own."""
        layout = self._ingest.layout
        paths = layout.json_paths.get(name, ())  # another column may have them, too
        names = [sample.name for sample in layout.known_fields if sample.column == name or sample.path in paths]
        return list(dict.fromkeys([*names, name]))

    def unit(self, name: str) -> str:
        """Return the unit of a field's numbers, empty where the sample did not show one."""
        return next((sample.unit for sample in self._ingest.layout.known_fields if sample.name == name), "")

    @property
    def generation(self) -> int:
        """How often the records were read again; what was computed from an older generation is void."""
        return self._ingest.generation

    def is_stored(self, name: str) -> bool:
        """Return whether the field is a column of the records table."""
        return name in self._ingest.projection.columns

    def source(self, name: str, cancel: CancelToken | None = None) -> tuple[str, str]:
        """Return (table, quoted column) that hold a field; a field on demand is extracted first."""
        column = name if self.is_stored(name) else self._column_under_its_own_name(name)
        return (TABLE, identifier(column)) if column else (self.table(name, cancel), '"value"')

    def _column_under_its_own_name(self, name: str) -> str | None:
        """Return the stored column that is nothing but this field (``confidence`` became ``score``), if there is one."""
        layout = self._ingest.layout
        for sample in layout.known_fields:
            if sample.name == name and sample.path and sample.column and self.is_stored(sample.column):
                alone = layout.json_paths.get(sample.column) == (sample.path,) and not layout.text_formats
                return sample.column if alone and layout.scales.get(name, 1.0) == 1.0 else None
        return None

    def _records(self, name: str) -> str:
        """Return SQL for the records' text in which a field is looked for, see ``Scanner.extract``."""
        return "block" if self._outer_path(name) else records_source(self._ingest.layout)

    def _outer_path(self, name: str) -> JsonPath | None:
        """Return where a field lies in the JSON object around each line, None if it is none of those."""
        samples = (sample for sample in self._ingest.layout.known_fields if sample.outer and sample.name == name)
        return next((sample.path for sample in samples), None)

    def matches(
        self,
        name: str,
        condition: str,
        parameters: Sequence[object],
        first: int,
        stop: int,
        cancel: CancelToken | None = None,
    ) -> NDArray[np.bool_]:
        """Return for records [first, stop) whether a condition over ``"value"`` holds; the field's text is not kept."""
        exact = condition.replace('"value"', f"({self.expression(name)})")
        return self._scanner.matches(exact, parameters, self._records(name), first, stop, cancel)

    def expression(self, name: str) -> str:
        """Return SQL over ``line`` and ``code`` of ``_records`` for the field's text, NULL where a record does not carry it."""
        layout = self._ingest.layout
        outer = self._outer_path(name)
        if outer:
            return f"try(json_extract_string(split_part(line, chr(10), 1), {json_path(outer)}))"
        column = CANONICAL.get(name)
        paths = list(layout.json_paths.get(name, ())) if column else _paths_of(name, layout)
        cases = []
        if paths:
            values = ", ".join(json_path(path) for path in paths)
            found = f"list_extract(list_filter(try(json_extract_string(line, [{values}])), lambda v: v IS NOT NULL), 1)"
            cases.append(f"WHEN code = {JSON} THEN {found}")
        if name == "message":
            cases.append(f"ELSE {message_text(layout)}")
        else:
            patterns = [pattern for pattern in layout.message_patterns if pattern.column == name]
            text = message_text(layout)
            parts = [message_value(pattern, text) for pattern in patterns] or [self._pair_value(name)]
            cases.append(f"WHEN code <> {JSON} THEN coalesce({', '.join([*parts, 'NULL'])})")
        return f"CASE {' '.join(cases)} END" if len(cases) > 1 or name != "message" else message_text(layout)

    def _pair_value(self, name: str) -> str:
        """Return SQL for the value of ``name=value`` or ``name: value`` in a text line."""
        if self.is_numeric(name):
            return f"nullif(regexp_extract(line, {quoted(gauge_pattern(name))}, 1), '')"
        pattern = rf'(?:^|[^\w.]){re.escape(name)}\s?[=:]\s?("[^"]*"|[^\s,|;]+)'
        return f"nullif(trim(regexp_extract(line, {quoted(pattern)}, 1), '\"'), '')"

    def is_numeric(self, name: str) -> bool:
        return self.kind(name) is Kind.NUMBER

    def table(self, name: str, cancel: CancelToken | None = None) -> str:
        """Return the one-column table (``value``) of a field, extended to all records read so far."""
        while True:
            key = (name, self._ingest.generation)
            entry = self._entry(key)
            with entry.lock:
                if entry.is_gone:  # who filled it gave up while this one waited
                    continue
                stop = self._ingest.state.records
                if entry.rows < stop or self._scanner.end_of(entry.rows - 1) != entry.end:
                    try:
                        self._catch_up(name, entry, stop, cancel)
                    except BaseException:  # a half-filled table is of no use: its rows could not be numbered on
                        self._forget(key, entry)
                        raise
                return entry.table

    def _entry(self, key: tuple[str, int]) -> _Extracted:
        with self._lock:
            entry = self._extracted.get(key)
            if entry is None:
                entry = self._extracted[key] = _Extracted(f"field_{next(self._numbers)}")
                kind = "DOUBLE" if self.is_numeric(key[0]) else "VARCHAR"
                self._database.execute(f"CREATE TABLE {entry.table} (value {kind})")
            return entry

    def _forget(self, key: tuple[str, int], entry: _Extracted) -> None:
        with self._lock:
            self._extracted.pop(key, None)
        entry.is_gone = True
        self._database.execute(f"DROP TABLE {entry.table}")

    def _catch_up(self, name: str, entry: _Extracted, stop: int, cancel: CancelToken | None) -> None:
        """Bring a field's table up to ``stop`` records; the last one that it has may have got more text."""
        last = entry.rows - 1
        if last >= 0 and self._scanner.end_of(last) != entry.end:
            changed = f"{entry.table}_last"
            self._database.execute(f"CREATE OR REPLACE TABLE {changed} AS SELECT * FROM {entry.table} LIMIT 0")
            self._extend(name, changed, last, last + 1, cancel)
            sql = f"UPDATE {entry.table} SET value = (SELECT value FROM {changed}) WHERE rowid = ?"
            self._database.execute(sql, [last])
        end = self._scanner.end_of(stop - 1)
        if entry.rows < stop:
            self._extend(name, entry.table, entry.rows, stop, cancel)
        entry.rows, entry.end = stop, end

    def _extend(self, name: str, table: str, first: int, stop: int, cancel: CancelToken | None) -> None:
        """Append the values of records [first, stop) to a field's table."""
        expression = self.expression(name)
        if self.is_numeric(name):
            expression = f"try_cast({expression} AS DOUBLE)"
        self._scanner.extract(table, f"{expression} AS value", self._records(name), first, stop, cancel)


def _filled_columns(layout: Layout) -> set[str]:
    filled = set(layout.json_paths) | {pattern.column for pattern in layout.message_patterns}
    for text_format in layout.text_formats:
        filled.update(unnamed_groups(text_format.pattern)[1])
    return filled | set(stored_columns(layout))


def _is_the_column(layout: Layout, sample: FieldSample) -> bool:
    """Return whether a field is nothing but a canonical column under the log's own name."""
    return sample.column is not None and len(layout.json_paths.get(sample.column, ())) <= 1


def _fill(layout: Layout, column: str, shares: Mapping[str, float], has_times: bool) -> float:
    """Return the share of records with a value: keys and messages from the sample, headers by their formats' shares."""
    found = [sample.fill for sample in layout.fields if sample.column == column]
    patterns = (*layout.message_patterns, *layout.json_patterns)
    found += [pattern.fill for pattern in patterns if pattern.column == column and pattern.fill]
    ends = [sample.fill for sample in layout.fields if sample.path in layout.spans.get(column, ())]
    found += [min(ends)] if ends else []
    titles: set[str] = set()
    for text_format in layout.text_formats:  # of those that share a title the most frequent one speaks for all
        if text_format.title in titles:
            continue
        titles.add(text_format.title)
        has_it = column in unnamed_groups(text_format.pattern)[1] or (column == "level" and text_format.level)
        if has_it or column == "message":  # without a group the message is what follows the header
            found.append(shares.get(text_format.title, 0.0))
    if not found:  # what fills it fills another column, too
        paths = layout.json_paths.get(column, ())
        found = [sample.fill for sample in layout.fields if sample.path in paths]
    unknown = 0.0 if column == "time" and not has_times else 1.0
    return min(1.0, sum(found)) if found else unknown


def _distinct(layout: Layout, column: str) -> int:
    """Return how many different values of a column the sample holds, 0 where headers of text lines may hold more."""
    paths = layout.json_paths.get(column, ())
    found = [sample.distinct for sample in layout.fields if sample.column == column or sample.path in paths]
    return 0 if layout.text_formats else max(found, default=0)


def _others(layout: Layout, samples: Iterable[FieldSample]) -> list[Field]:
    """Return the fields that are no canonical columns, by name."""
    found = [
        Field(sample.name, sample.name, _kind_of(sample), sample.unit, fill=sample.fill, distinct=sample.distinct)
        for sample in samples
        if sample.name not in CANONICAL and not _is_the_column(layout, sample)
    ]
    return sorted(found, key=lambda field: _by_number(field.name))


def _kind_of(sample: FieldSample) -> Kind:
    if sample.numeric:
        return Kind.NUMBER
    column: Column | None = CANONICAL.get(sample.column or "")
    if column is not None and column.kind in (Kind.TEXT, Kind.CATEGORY, Kind.ID):
        return column.kind
    return Kind.CATEGORY if sample.distinct <= _CATEGORY_VALUES else Kind.ID


def _paths_of(name: str, layout: Layout) -> list[JsonPath]:
    """Return the paths that a field's name may stand for: as seen in the log, else by its dots."""
    seen = [sample.path for sample in layout.known_fields if sample.name == name and sample.path is not None]
    if seen:
        return seen
    nested = tuple(int(key) if key.isdecimal() else key for key in name.split("."))
    return [nested, (name,)] if len(nested) > 1 and "" not in nested else [(name,)]  # no path has an empty key


def _by_number(name: str) -> list[tuple[int, str]]:
    """Return what names are sorted by: digits as the number that they are, without a limit of their length."""
    parts = _DIGITS.split(name.lower())
    numbers = (part.lstrip("0") if at % 2 else part for at, part in enumerate(parts))
    return [(len(part) if at % 2 else 0, part) for at, part in enumerate(numbers)]
