"""Records for the screen: read by offset from the file and parsed one by one, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import numpy as np

from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.formats.model import JSON, RAW, Flag, ParsedRecord
from aidebug_gui.formats.record import RecordParser
from aidebug_gui.formats.values import as_number, as_text
from aidebug_gui.sources.spool import Spool
from aidebug_gui.store.index import RecordIndex
from aidebug_gui.store.marks import Veil
from aidebug_gui.store.protocol import Record, Row, Rows
from aidebug_gui.store.reading.reader import Reading

ROW_BYTES = 1 << 20
"""More than this of one record is not parsed for the table."""
CELL_CHARACTERS = 500
GONE = "(the text of this row is gone from the disk)"
_GONE = GONE.encode()

Stored: TypeAlias = Mapping[str, object]
"""The columns that are stored of a record, by name."""


class Pages:
    """Reads single records of a log."""

    def __init__(self, spool: Spool, index: RecordIndex, ingest: Reading) -> None:
        self._spool = spool
        self._index = index
        self._ingest = ingest
        self.veil: Veil | None = None
        self.stored: Callable[[int], Stored] | None = None  # asked for records whose text is gone

    def rows(self, numbers: Rows, columns: Sequence[str]) -> list[Row]:
        """Return rows for the table in the order asked; numbers beyond the log are left out."""
        with self._ingest.swap:
            numbers = numbers[(numbers >= 0) & (numbers < self._index.count)]
            if not len(numbers):
                return []
            begins, ends = self._index.spans(numbers)
            lines = self._index.lines(numbers)
            parser = self._ingest.parser
        texts = self._veiled(self._texts(begins.tolist(), ends.tolist(), ROW_BYTES))
        rows = []
        for number, line, text in zip(numbers.tolist(), lines.tolist(), texts, strict=True):
            parsed = self._parsed(parser, text, number)
            titles = self._titles(number)
            cells = tuple(_cell(parsed, column, number, line, titles) for column in columns)
            level = parsed.values.get("level", 0)
            count = max(1, text.rstrip().count(b"\n") + 1)
            rows.append(Row(number, line, level if isinstance(level, int) else 0, parsed.flags, cells, count))
        return rows

    def _texts(self, begins: list[int], ends: list[int], longest: int) -> list[bytes]:
        """Read the records' bytes, neighbours in one go, of a single one at most ``longest``."""
        texts: list[bytes] = []
        position = 0
        while position < len(begins):
            stop = position + 1
            while stop < len(begins) and begins[stop] == ends[stop - 1] and ends[stop] - begins[position] <= ROW_BYTES:
                stop += 1
            base = begins[position]
            data = self._spool.read(base, min(ends[stop - 1] - base, longest))
            for item in range(position, stop):
                text = data[begins[item] - base : ends[item] - base]
                texts.append(text if text.strip(b"\n") or ends[item] == begins[item] else _GONE)
            position = stop
        return texts

    def record(self, number: int, max_bytes: int) -> Record:
        """Return one whole record. Raises IndexError if there is no such record."""
        with self._ingest.swap:
            if not 0 <= number < self._index.count:
                raise IndexError(f"There is no record {number:,}.")
            begins, ends = self._index.spans(np.array([number]))
            (line,) = self._index.lines(np.array([number])).tolist()
            parser = self._ingest.parser
        size = int(ends[0] - begins[0])
        text = self._spool.read(int(begins[0]), min(size, max_bytes))
        (text,) = self._veiled([text if text.strip(b"\n") else _GONE])
        parsed = self._parsed(parser, text, number)
        level, time = parsed.values.get("level", 0), parsed.values.get("time")
        traceback = parsed.values.get("traceback", "")
        return Record(
            record=number,
            line=line,
            line_count=max(1, text.rstrip().count(b"\n") + 1),
            format=self._titles(number).get(parsed.format, ""),
            level=level if isinstance(level, int) else 0,
            time_ns=time if isinstance(time, int) else None,
            flags=parsed.flags,
            values=parsed.values,
            fields=parsed.fields,
            message=parsed.message,
            traceback=parsed.extra or as_text(traceback),
            raw=text.decode(errors="replace").rstrip("\r\n"),
            raw_bytes=size if self.veil is None or size > max_bytes else len(text),
            is_json=parsed.format == JSON,
        )

    def raws(self, numbers: Rows) -> list[bytes]:
        """Return the records' exact bytes without trailing line breaks; under a veil what may be shown of them."""
        begins, ends = self._index.spans(numbers)
        texts = self._texts(begins.tolist(), ends.tolist(), int((ends - begins).max(initial=ROW_BYTES)))
        return [text.rstrip(b"\r\n") for text in self._veiled(texts)]

    def _veiled(self, texts: list[bytes]) -> list[bytes]:
        veil = self.veil
        return texts if veil is None else veil.records(texts)

    def parse(self, text: bytes, number: int = -1) -> ParsedRecord:
        """Parse the text of a record; ``number``: of which record it is (-1: of none in the log)."""
        return self._parsed(self._ingest.parser, text, number)

    def _titles(self, number: int) -> dict[int, str]:
        """Return format code -> title for a record: a converted file's JSON is called what the file was."""
        return self._ingest.titles

    def _parsed(self, parser: RecordParser, text: bytes, number: int) -> ParsedRecord:
        """Parse one record by the parser that was in force when its place was read."""
        if text == _GONE and number >= 0 and self.stored is not None:
            return _without_text(self.stored(number))
        return parser.parse(text)


def _without_text(stored: Stored) -> ParsedRecord:
    """Return what is known of a record whose text is gone."""
    values = {name: value for name, value in stored.items() if value is not None and name not in ("format", "flags")}
    code, flags = stored.get("format"), stored.get("flags")
    code, flags = code if isinstance(code, int) else RAW, flags if isinstance(flags, int) else 0
    return ParsedRecord(code, values, values, GONE, "", Flag(flags))


def _cell(parsed: ParsedRecord, column: str, number: int, line: int, titles: dict[int, str]) -> object:
    if column == "line":
        return line
    if column == "record":
        return number
    if column == "format":
        return titles.get(parsed.format, "")
    if column == "message":
        return one_line(parsed.message if parsed.message.strip() else _first_below(parsed))
    value = field_value(parsed, column)
    if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return value
    return one_line(as_text(value))


def _first_below(parsed: ParsedRecord) -> str:
    """Return what a record without a message says in its next lines, behind the sign of a line break."""
    first = next((line.strip() for line in parsed.extra[:ROW_BYTES].split("\n") if line.strip()), "")
    return f"\n {first}" if first else parsed.message


def field_value(parsed: ParsedRecord, name: str) -> object:
    """Return a record's value of a canonical column, or of any field by its name with dots; None if it has none."""
    if name in CANONICAL:
        value = parsed.values.get(name)
        return parsed.message if value is None and name == "message" else value
    value = lookup(parsed.fields, name)
    if isinstance(value, str) and parsed.format != JSON:
        number = as_number(value)
        return value if number is None else number
    return value


def lookup(fields: object, name: str) -> object:
    """Follow a name with dots into nested objects and lists; a key that itself holds dots is found too."""
    if isinstance(fields, dict) and name in fields:
        return fields[name]
    head, dot, rest = name.partition(".")
    while dot:
        if isinstance(fields, dict) and head in fields:
            return lookup(fields[head], rest)
        if isinstance(fields, list) and head.isdecimal() and int(head) < len(fields):
            item = fields[int(head)]
            return lookup(item, rest)
        more, dot, rest = rest.partition(".")
        head = f"{head}.{more}"
    if isinstance(fields, list) and name.isdecimal() and int(name) < len(fields):
        return fields[int(name)]
    return None


def one_line(text: str) -> str:
    """Return the text for a cell: its first part, line breaks and other control characters made visible."""
    cut = text[:CELL_CHARACTERS].rstrip()
    if len(text) > CELL_CHARACTERS:
        cut += f" … (+{len(text) - CELL_CHARACTERS:,} characters)"
    if cut.isprintable():
        return cut
    return "".join(_visible(character) for character in cut)


def _visible(character: str) -> str:
    if character == "\n":
        return "⏎"
    if character == "\t":
        return "  "
    code = ord(character)
    if code < 32:
        return chr(0x2400 + code)  # the control pictures of Unicode
    return character if character.isprintable() or character == " " else "\N{REPLACEMENT CHARACTER}"
