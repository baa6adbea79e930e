"""Parses single records for the screen, by the same layout from which the store projects them in bulk."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from aidebug_gui.formats.aliases import nanos_path
from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.detect import field_name
from aidebug_gui.formats.headers import (
    LONGEST_HEAD,
    clean_head,
    looks_like_json,
    match_header,
    message_of,
    search_message,
    tried_in_order,
)
from aidebug_gui.formats.jsontext import JsonObject, dig, embedded_object, parse_objects
from aidebug_gui.formats.levels import NO_ERROR, PYTHON, Level, derived_level, level_from_words
from aidebug_gui.formats.model import (
    JSON,
    RAW,
    Flag,
    JsonPath,
    Layout,
    MessagePattern,
    ParsedRecord,
    TextFormat,
    TimeStyle,
)
from aidebug_gui.formats.pairs import AROUND_VALUES, find_gauges, find_pairs, message_first, milliseconds
from aidebug_gui.formats.repeated_headers import without_repeats
from aidebug_gui.formats.times import NS_PER_MS, SECOND_NS, parse_time, seconds_since_start
from aidebug_gui.formats.tool_calls import tool_calls
from aidebug_gui.formats.tracebacks import CRASH_START, TRACEBACK_START, traceback_text, whole_traceback
from aidebug_gui.formats.units import DURATIONS
from aidebug_gui.formats.values import as_number, as_text, is_scalar
from aidebug_gui.formats.wrappers import Unwrapped, unwrap_lines

_CRASH_START = re.compile(CRASH_START, re.ASCII)
_EMPTY_IS_NOTHING = frozenset({Kind.CATEGORY, Kind.ID})
_PAIRS_ONLY = frozenset({"logfmt_time_first", "logfmt_level_first"})
_SHOWN_FIELDS = 4
_ENOUGH_PARTS = 2
_SHOWN_CHARACTERS = 80


@dataclass(slots=True)
class _Draft:
    """A record in the making."""

    values: dict[str, object] = field(default_factory=dict)
    flags: Flag = Flag.NONE
    around: Unwrapped | None = None  # the head line and what its wrappers said


class RecordParser:
    """Parses records of one log."""

    def __init__(self, layout: Layout, catalog: Catalog) -> None:
        self._layout = layout
        self._levels = catalog.levels
        self._formats = tried_in_order(layout.text_formats, catalog.text_formats)
        self._json_columns = [
            (column, CANONICAL[column].kind, [(path, *self._hints(path)) for path in paths])
            for column, paths in layout.json_paths.items()
        ]
        self._hidden = {path[0] for name in ("time", "level") for path in layout.json_paths.get(name, ())}

    def _hints(self, path: JsonPath) -> tuple[float, str]:
        """Return (factor, scale of level numbers) of a path."""
        name = field_name(path)
        return self._layout.scales.get(name, 1.0), self._layout.level_scales.get(name, PYTHON)

    def header_code(self, line: bytes) -> int:
        """Return the format code of a line by itself: JSON, a text format's, or RAW."""
        head = clean_head(line.decode("utf-8", "replace"))
        if looks_like_json(head) and parse_objects(head):
            return JSON
        found = match_header(head, self._formats)
        return found[0].code if found else RAW

    def parse(self, raw: bytes) -> ParsedRecord:
        """Parse a record. ``raw``: all its lines. Never raises on content."""
        draft = _Draft()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("utf-8", "replace")
            draft.flags |= Flag.DAMAGED
        if "\0" in text:
            draft.flags |= Flag.DAMAGED
        head, rest = self._head_and_rest(text, draft)
        extra = rest.replace("\r\n", "\n").rstrip("\r\n")
        if extra.strip():
            draft.flags |= Flag.MULTILINE
        if TRACEBACK_START in text:
            draft.flags |= Flag.TRACEBACK
        if looks_like_json(head):
            objects = parse_objects(head)
            if objects:
                return self._finished(self._json(objects, extra, draft), draft)
            draft.flags |= Flag.DAMAGED  # broken JSON is shown as it is; no value of it is trusted
            return self._finished(self._unread(head, extra, draft), draft)
        found = match_header(head, self._formats)
        parsed = self._text(head, found, extra, draft) if found else self._raw(head, extra, draft)
        return self._finished(parsed, draft)

    def _head_and_rest(self, text: str, draft: _Draft) -> tuple[str, str]:
        """Return the first line and the others, without wrappers if the log has them."""
        if not self._layout.wrappers:
            first, _, rest = text.partition("\n")
            return clean_head(first), rest
        draft.around, rest = unwrap_lines(text, self._layout.wrappers)
        return draft.around.text, rest

    def _finished(self, parsed: ParsedRecord, draft: _Draft) -> ParsedRecord:
        """Add what the wrappers say where the inner line says nothing."""
        around = draft.around
        if around is None:
            return parsed
        for column, (text, wrapper) in around.outer.items():
            if column == "time" and "time" not in draft.values:
                self._put_time(text, wrapper.time_style, draft)
            elif column == "level":
                self._put_outer_level(self._levels.number(text, wrapper.level_scale), draft)
            elif column not in draft.values:
                draft.values[column] = text
        code = around.wrapper.code if parsed.format == RAW and around.wrapper else parsed.format
        fields = {**around.beside, **parsed.fields} if around.beside else parsed.fields
        return replace(parsed, format=code, flags=draft.flags, fields=fields)

    @staticmethod
    def _put_outer_level(level: int, draft: _Draft) -> None:
        """Take a wrapper's level where the line names none and does not look worse."""
        own = draft.values.get("level")
        is_named = bool(own) and Flag.DERIVED_LEVEL not in draft.flags
        if not is_named and level > (own if isinstance(own, int) else Level.UNKNOWN):
            draft.values["level"] = level
            draft.flags &= ~Flag.DERIVED_LEVEL

    def _json(self, objects: list[JsonObject], extra: str, draft: _Draft) -> ParsedRecord:
        record = objects[0]
        for column, kind, paths in self._json_columns:
            for path, factor, scale in paths:
                value = dig(record, path)
                if value is not None and kind is Kind.TIME and nanos_path(path):
                    value = _with_nanos(value, dig(record, path[:-1]))
                if value is not None and self._put(column, kind, value, draft, factor=factor, scale=scale):
                    break
        self._measure_spans(record, draft)
        message = draft.values.get("message")
        if isinstance(message, str) and self._layout.json_patterns:
            self._search(self._layout.json_patterns, message[:LONGEST_HEAD], draft)
        traceback = draft.values.get("traceback")
        if traceback is not None:
            draft.flags |= Flag.TRACEBACK
            draft.values["traceback"] = whole_traceback(str(traceback), record)
        if not draft.values.get("level"):
            failed = traceback is not None or str(draft.values.get("error") or "").lower() not in NO_ERROR
            draft.values["level"] = derived_level(draft.values.get("status"), failed=failed)
            draft.flags |= Flag.DERIVED_LEVEL
        fields = record if len(objects) == 1 else {key: value for part in objects for key, value in part.items()}
        shown = message.rstrip("\n") if isinstance(message, str) else ""
        shown = shown or self._synthesised(draft.values, record)
        return ParsedRecord(JSON, draft.values, fields, shown, extra, draft.flags)

    def _put(
        self, column: str, kind: Kind, value: object, draft: _Draft, *, factor: float = 1.0, scale: str = PYTHON
    ) -> bool:
        """Set a column from a JSON value; False if the value cannot be that column's."""
        converted: object
        if kind is Kind.TIME:
            return self._put_time(value, None, draft)
        if kind is Kind.LEVEL:
            converted = self._levels.number(value, scale) or None
        elif kind is Kind.NUMBER:
            number = float(value) if isinstance(value, bool) else as_number(value)  # a verdict is a score of 0 or 1
            converted = None if number is None else number * factor
            if number is None and isinstance(value, str) and column in DURATIONS:
                converted = milliseconds(value)
        elif column == "traceback":
            converted = traceback_text(value)
        else:
            converted = as_text(value) or (None if kind in _EMPTY_IS_NOTHING else "")
        if converted is not None:
            draft.values[column] = converted
        return converted is not None

    def _put_time(self, value: object, style: TimeStyle | None, draft: _Draft) -> bool:
        parsed = parse_time(value, style, self._layout.written_ns, month_first=self._layout.month_first)
        if parsed is None:
            return False
        time_ns, naive = parsed
        if naive and not self._layout.naive_offset_s:
            draft.flags |= Flag.NAIVE_TIME
        draft.values["time"] = time_ns - self._layout.naive_offset_s * SECOND_NS if naive else time_ns
        return True

    def _synthesised(self, values: Mapping[str, object], record: JsonObject) -> str:
        """Return a message for a record without one.

        Its event, the name of who wrote it, its error, label and score; where these are too little, what went in or came
        out (the tools that a model called instead of an answer), or its first fields.
        """
        parts = [_short(values[name]) for name in ("event", "logger", "error") if values.get(name)]
        parts += [f"{name}={_short(values[name])}" for name in ("label", "score") if name in values]
        if len(parts) < _ENOUGH_PARTS and not (values.keys() & {"label", "score"}):
            calls = [] if _is_said(values.get("output")) else tool_calls(record)
            told = [_short(values[name]) for name in ("output", "input") if values.get(name)][:1]
            told = [_short(", ".join(calls))] if calls else told
            first = [] if calls else self._first_fields(record, parts)
            parts += (told or first) if parts else (first or told)
        return " ".join(parts[:_SHOWN_FIELDS] or [f"{key}={_short(value)}" for key, value in record.items()])

    def _first_fields(self, record: JsonObject, told: Collection[str]) -> list[str]:
        scalars = ((key, value) for key, value in record.items() if key not in self._hidden and is_scalar(value))
        named = ((key, _short(value)) for key, value in scalars if value not in (None, ""))
        return [f"{key}={value}" for key, value in named if value not in told]

    def _text(self, head: str, found: tuple[TextFormat, re.Match[str]], extra: str, draft: _Draft) -> ParsedRecord:
        text_format, match = found
        groups = match.groupdict()
        self._put_time(groups.pop("time", None), text_format.time_style, draft)
        level = groups.pop("level", None)
        for name, value in groups.items():
            if value is not None:
                self._put_found(name, value, 1.0, draft)
        if level is not None:
            draft.values["level"] = self._levels.number(level, text_format.level_scale)
        else:
            draft.values["level"] = self._derived_level(text_format, head, groups.get("status"))
            if draft.values["level"]:
                draft.flags |= Flag.DERIVED_LEVEL
        message = message_of(head, match)
        draft.values["message"] = message
        parsed = self._with_message_values(text_format.code, message, without_repeats(extra, text_format), draft)
        return replace(parsed, message=message_first(message)) if text_format.name in _PAIRS_ONLY else parsed

    @staticmethod
    def _derived_level(text_format: TextFormat, head: str, status: str | None) -> int:
        """Return the level of a line whose header names none: from its words or status, or the format's own."""
        told = level_from_words(head[:LONGEST_HEAD]) if text_format.level_from_text else Level.UNKNOWN
        if told or not text_format.level:
            return int(told)
        return derived_level(status, failed=False, otherwise=text_format.level)

    def _raw(self, head: str, extra: str, draft: _Draft) -> ParsedRecord:
        level = Level.UNKNOWN
        if _CRASH_START.match(head):
            level = Level.ERROR
            draft.flags |= Flag.DERIVED_LEVEL
        if head.startswith(TRACEBACK_START):
            extra = f"{head}\n{extra}".rstrip("\n")
        draft.values["level"] = int(level)
        draft.values["message"] = head
        return self._with_message_values(RAW, head, extra, draft)

    @staticmethod
    def _unread(head: str, extra: str, draft: _Draft) -> ParsedRecord:
        draft.values["level"] = int(Level.UNKNOWN)
        draft.values["message"] = head
        return ParsedRecord(RAW, draft.values, _pairs(head[:LONGEST_HEAD]), head, extra, draft.flags)

    def _with_message_values(self, code: int, message: str, extra: str, draft: _Draft) -> ParsedRecord:
        """Add what the layout's message patterns find; the header's own values count more."""
        start = message[:LONGEST_HEAD]
        self._search(self._layout.message_patterns, start, draft)
        if Flag.TRACEBACK in draft.flags and extra:
            draft.values["traceback"] = extra
        fields = embedded_object(message) or _pairs(start)
        return ParsedRecord(code, draft.values, fields, message, extra, draft.flags)

    def _search(self, patterns: Iterable[MessagePattern], message: str, draft: _Draft) -> None:
        for pattern in patterns:
            if pattern.column not in draft.values:
                match = search_message(pattern, message)
                if match and (value := match[1].strip(AROUND_VALUES)):
                    self._put_found(pattern.column, value, pattern.scale, draft)

    def _measure_spans(self, record: JsonObject, draft: _Draft) -> None:
        """Set durations that no field tells, from the times of their beginning and end."""
        for column, (first, last) in self._layout.spans.items():
            begin, end = (parse_time(dig(record, path), month_first=self._layout.month_first) for path in (first, last))
            if begin and end and end[0] >= begin[0]:
                draft.values[column] = (end[0] - begin[0]) / NS_PER_MS

    def _put_found(self, column: str, text: str, scale: float, draft: _Draft) -> None:
        if CANONICAL[column].kind is Kind.TIME:
            self._put_time(text, None, draft)
            return
        if CANONICAL[column].kind is not Kind.NUMBER:
            draft.values[column] = text
            return
        number = seconds_since_start(text) if column == "since_start_s" else as_number(text)
        if number is None and column in DURATIONS:
            number = milliseconds(text)
        if number is not None:
            draft.values[column] = number * scale


def _with_nanos(seconds: object, parent: object) -> object:
    """Return the nanoseconds of ``{"seconds": .., "nanos": ..}``."""
    nanos = parent.get("nanos") if isinstance(parent, dict) else None
    whole = as_number(seconds)
    if whole is None or not whole.is_integer() or not isinstance(nanos, int):
        return seconds
    return int(whole) * SECOND_NS + nanos


def _pairs(message: str) -> dict[str, object]:
    """Return the values with a key in a message."""
    gauges = {key: number for key, (number, _) in find_gauges(message).items()}
    return {**gauges, **find_pairs(message)}


def _is_said(output: object) -> bool:
    """Return whether what came out of a model is words, not the object in which they would stand."""
    return isinstance(output, str) and output[:1] not in ("", "{", "[")


def _short(value: object) -> str:
    text = f"{value:g}" if isinstance(value, float) else as_text(value)
    text = " ".join(text[: 4 * _SHOWN_CHARACTERS].split())
    return text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"
