"""Values whose names stand apart from them: rows of an INSERT, keys that PostgreSQL complains of, tables pasted into a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.pii.finder import one_of
from aidebug_gui.analysis.pii.tokens import PADDING, Tokens, folded, slots_of, table_of

_MOST_ROWS, _MOST_COLUMNS = 100, 100
_VALUES, _VALUES_LENGTH = np.uint32(folded(b"valu")), len(b"values")
_LONGEST_COLUMNS = 800
_COLUMNS = re.compile(rb"\(((?:[\w\s.`\"\\\[\]]{1,80},){0,100}[\w\s.`\"\\\[\]]{1,80})\)[\s\\]*\Z")
_NAME = re.compile(rb"\w+")
_ROW = re.compile(rb"[\s\\,]*\(")
_VALUE = re.compile(rb"[\s\\]*(?:N?'(?P<value>(?:[^'\"\\\n]|\\.|''){0,1024})'|[^,()'\n]{1,64})(?P<end>[,)])")
_EQUALS, _CLOSED, _OPENED, _SPACE = 0x3D, 0x29, 0x28, 0x20
_KEY_COLUMNS = re.compile(rb"[\w, \"\\]{1,200}\(")
_KEY_VALUES = re.compile(rb"[^()\"\n]{1,1024}(?=\))")
_DELIMITERS = b",;|\t"
_HEADS = b"email mail phone mobile name first_name firstname last_name lastname surname full_name fullname dob ssn iban address".split()
_BITS = 16
_TABLE = table_of(
    [int(_VALUES)]
    + [folded(head[:4]) for head in _HEADS if len(head) >= 4]
    + [folded(b"%b%c" % (head, sign)) for head in _HEADS if len(head) < 4 for sign in b" " + _DELIMITERS],
    _BITS,
)
_BREAK = re.compile(rb"\r?\n|\\ (?:\\ )?")
"""Between rows. In the text of JSON an escaped line break is a backslash and a space here (see ``plain_copy``)."""
_HEADER = re.compile(rb"(?:[\w ]|\\?\"){1,40}(?:(?:[,;|]|\t)(?:[\w ]|\\?\"){1,40}){1,40}")
_LINE_EDGES = (b"\n", b"\\ ", b'"')
_LINE_STARTS = re.compile(b"|".join(map(re.escape, _LINE_EDGES)))
_LONGEST_LINE = 2000
_LINE = re.compile(rb"[^\r\n]{0,%d}" % _LONGEST_LINE)
_ESCAPED_LINE = re.compile(
    rb"(?:[^\"\\\r\n]|\\[^ ]){0,%d}" % _LONGEST_LINE
)  # ends with the text that it stands in, too
_EDGES = b" \"'|\\"


class ColumnValue(NamedTuple):
    """Bytes [start, end) of a text, and the name of the column that they stand in."""

    column: bytes
    start: int
    end: int


def column_values(text: bytes, tokens: Tokens) -> Iterator[ColumnValue]:
    """Yield all such values; 100 rows of each table."""
    heads = np.flatnonzero(_TABLE.take(slots_of(tokens.heads, _BITS)))
    yield from _of_inserts(text, tokens, heads)
    yield from _of_keys(text, tokens)
    yield from _of_tables(text, tokens, heads)


def _of_inserts(text: bytes, tokens: Tokens, heads: NDArray[np.int64]) -> Iterator[ColumnValue]:
    """Yield the texts of ``INSERT INTO t (name, dob) VALUES ('Anna Kern', '1980-03-04')``."""
    fitting = heads[(tokens.heads[heads] == _VALUES) & (tokens.lengths[heads] == _VALUES_LENGTH)]
    for place in tokens.starts[fitting].tolist():
        start = place - PADDING
        names = _columns_before(text, start)
        position = start + _VALUES_LENGTH
        for _ in range(_MOST_ROWS if len(names) > 1 else 0):
            row = _ROW.match(text, position)
            if row is None:
                break
            position = row.end()
            for name in names:
                value = _VALUE.match(text, position)
                if value is None:
                    break
                position = value.end()
                if value["value"]:
                    yield ColumnValue(name, *value.span("value"))
                if value["end"] == b")":
                    break


def _columns_before(text: bytes, end: int) -> list[bytes]:
    """Return the names in the parentheses that end before a place, without quotation marks."""
    window = text[max(0, end - _LONGEST_COLUMNS) : end]
    opened = window.rfind(b"(")
    columns = _COLUMNS.match(window, opened) if opened >= 0 else None
    if columns is None:
        return []
    names = (_NAME.search(part) for part in columns[1].split(b","))
    return [name[0] for name in islice(names, _MOST_COLUMNS) if name]


def _of_keys(text: bytes, tokens: Tokens) -> Iterator[ColumnValue]:
    """Yield the values of ``Key (tenant, email)=(7, anna@web.de) already exists``."""
    data, places = tokens.data, tokens.marks_of(_EQUALS)
    for place in places[(data[places - 1] == _CLOSED) & (data[places + 1] == _OPENED)].tolist():
        middle = place - PADDING
        head = _KEY_COLUMNS.match(text[max(0, middle - 202) : middle - 1][::-1])
        values = _KEY_VALUES.match(text, middle + 2)
        if head is None or values is None:
            continue
        names = head[0][-2::-1].split(b",")
        yield from _row(text, *values.span(), b",", names)


def _of_tables(text: bytes, tokens: Tokens, heads: NDArray[np.int64]) -> Iterator[ColumnValue]:
    """Yield the values of a table with delimiters whose first line names its columns."""
    behind = tokens.data[tokens.ends[heads] + (tokens.behind[heads] == _SPACE)]
    fitting = heads[one_of(behind, _DELIMITERS)]
    covered_until = -1
    for place, length in zip(tokens.starts[fitting].tolist(), tokens.lengths[fitting].tolist(), strict=True):
        start = place - PADDING
        if start < covered_until or text[start : start + length].lower() not in _HEADS:
            continue
        header = _HEADER.match(text, _line_start(text, start))
        if header is None or header.end() < start:
            following = _LINE_STARTS.search(text, start)  # the rest of the line is no header, either
            covered_until = following.start() if following else len(text)
            continue
        covered_until = header.end()
        delimiter = text[start + length : start + length + 2].strip(b" ")[:1]
        names = [name.strip(_EDGES) for name in header[0].split(delimiter)]
        for value in _rows(text, covered_until, delimiter, names) if len(names) > 1 else ():
            covered_until = value.end
            yield value


def _line_start(text: bytes, position: int) -> int:
    """Return where the line, or the text in quotation marks, of a place begins."""
    begin = max(0, position - _LONGEST_LINE)
    ends = [at + len(sign) for sign in _LINE_EDGES if (at := text.rfind(sign, begin, position)) >= 0]
    return max(ends, default=begin)


def _rows(text: bytes, position: int, delimiter: bytes, names: Sequence[bytes]) -> Iterator[ColumnValue]:
    """Yield the values of the lines behind a header, as long as they have as many columns."""
    for _ in range(_MOST_ROWS):
        line = _BREAK.match(text, position)
        if line is None:
            return
        start = line.end()
        row = (_ESCAPED_LINE if line[0][:1] == b"\\" else _LINE).match(text, start)
        position = row.end() if row else start
        if text.count(delimiter, start, position) != len(names) - 1:
            return
        yield from _row(text, start, position, delimiter, names)


def _row(text: bytes, start: int, end: int, delimiter: bytes, names: Sequence[bytes]) -> Iterator[ColumnValue]:
    """Yield the values between delimiters, without quotation marks and spaces around them."""
    for name, part in zip(names, text[start:end].split(delimiter), strict=False):
        value = part.strip(_EDGES)
        if value:
            first = start + part.find(value)
            yield ColumnValue(name.strip(_EDGES), first, first + len(value))
        start += len(part) + 1
