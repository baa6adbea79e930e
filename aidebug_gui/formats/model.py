"""The values that pass between detection, the bulk projection (SQL) and the record parser (Python).

Detection looks at a sample and says what is in a file: a :class:`Layout`. From the same layout the store builds one
SQL projection for all records and the record parser reads single records for the screen; both must agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, IntFlag
from itertools import chain

from aidebug_gui.formats.levels import PYTHON

JsonPath = tuple[str | int, ...]
"""Keys (and list indexes) from the root of a JSON record to a value, for example ``("output", "confidence")``."""

RAW = 0
"""Format code of a record that no format claims."""
JSON = 1
"""Format code of a line that is a JSON object. Text formats count from ``FIRST_TEXT`` in catalog order."""
FIRST_TEXT = 2


class TimeStyle(Enum):
    """How a time value is written."""

    ISO = "iso"  # 2026-01-01[T |, ]10:00:00[.,123456789][Z|+hh:mm|+hhmm|+hh], also with slashes in the date
    EPOCH = "epoch"  # number or numeric string; s, ms, us or ns by magnitude
    CLF = "clf"  # 10/Oct/2026:13:55:36 +0000, also 10/Oct/2026 13:55:36, 10 Oct 2026 13:55:36.123
    SHORT_YEAR = "short_year"  # 10/31/26 13:55:36, month first
    DAY_FIRST = "day_first"  # 21-11-2026:19:35:01,161
    NUMBERS = "numbers"  # 03/04/2026 10:02:03 [AM|PM]; the layout says whether the month is first
    MONTH_DAY = "month_day"  # 08-21 10:29:59 (no year)
    GLOG = "glog"  # 0120 10:28:48.767944 (no year)
    MONTH_NAME = "month_name"  # Mar  3 08:15:30, Mar 3 08:15:30 AM (no year)
    CTIME = "ctime"  # Fri Feb 28 12:12:36.633563 2025, the year at the end


class Flag(IntFlag):
    """Facts about a record that are kept beside its columns (one byte a record)."""

    NONE = 0
    NAIVE_TIME = 1  # the time had no zone
    DERIVED_LEVEL = 2  # the log did not name the level
    TRACEBACK = 4  # the record carries a traceback
    MULTILINE = 8  # the record has continuation lines
    DAMAGED = 16  # broken UTF-8, NUL bytes or broken JSON


@dataclass(frozen=True, slots=True)
class TextFormat:
    """One way to write a header at the start of a text line.

    ``pattern`` is anchored at the line start, in the common subset of Python's ``re`` and RE2, with named groups that
    are canonical column names (plus ``message``). Without a ``message`` group the message is what follows the match.
    """

    name: str
    title: str
    pattern: str
    code: int
    time_style: TimeStyle = TimeStyle.ISO
    level: int = 0  # level where the header names none
    level_from_text: bool = False  # where the header names no level, words of the message tell it
    repeats: bool = False  # the header stands before every line of a traceback
    samples: tuple[str, ...] = ()
    level_scale: str = PYTHON  # of levels that are numbers


class WrapperKind(Enum):
    """How a wrapper holds the inner line."""

    TEXT = "text"  # behind a prefix
    JSON = "json"  # as a text in a JSON object that tells nothing else
    MERGE = "merge"  # as a JSON object written as text in another, whose other keys count too
    PYTHON = "python"  # as a printed Python dict instead of JSON


@dataclass(frozen=True, slots=True)
class Wrapper:
    """Something that another program puts around a line: a container's prefix, a log driver's JSON object.

    ``pattern`` (TEXT): like a text format's, with a group ``message`` that is the inner line.
    ``key`` (JSON, MERGE): the inner text; ``needs``: keys that must be there too; ``columns``: (column, key) pairs.
    ``nested`` (MERGE): the inner object stays under its key. ``partial``: pattern of lines that go on in the next one.
    ``level_scale``: of levels that are numbers. For wrappers that are easily mistaken: ``share`` of the sampled lines that
    must have it, ``inner_share`` of those behind which a line of its own must begin (a date, an object, uvicorn's level).
    """

    name: str
    title: str
    kind: WrapperKind
    code: int
    pattern: str = ""
    partial: str = ""
    key: str = ""
    needs: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    nested: bool = False
    time_style: TimeStyle = TimeStyle.ISO
    share: float = 0.0
    inner_share: float = 0.0
    level_scale: str = PYTHON


@dataclass(frozen=True, slots=True)
class MessagePattern:
    """A value inside the message of a text record: ``column`` is group 1 of ``pattern`` (``re`` and RE2 subset).

    Quotes around the value are no part of it: trim ``"`` and ``'`` from both ends. Numbers are multiplied by ``scale``.
    Patterns of one column are tried in order; the first that matches gives the value. ``key`` is set where the pattern
    reads ``key=value``, so that the engine can look for the key before it tries the pattern, ``unit`` where it wants one
    behind the number. ``literals`` serve the same
    end for other patterns: a message with a match contains one of them (empty: not known). ``place``: which word of the
    line, counted from its end (-1 is the last one), is the pair as a rule; 0 where there is no rule. ``duration``: the value
    is a duration with its units (``1m12s``), no plain number. ``fill``: share of the sampled records that have it, 0 where a
    ``FieldSample`` tells that of its key.
    """

    column: str
    pattern: str
    scale: float = 1.0
    key: str = ""
    unit: str = ""
    literals: tuple[str, ...] = ()
    duration: bool = False
    place: int = field(default=0, compare=False)  # a hint: layouts that differ in it read the same
    fill: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class FieldSample:
    """A field seen in the sample. ``name`` is the path with dots; ``path`` is None for a ``key=value`` of a message."""

    name: str
    path: JsonPath | None
    numeric: bool
    fill: float  # share of sampled records that carry it, 0..1
    distinct: int  # distinct values in the sample
    column: str | None = None  # the canonical column that it became
    unit: str = ""  # what stands behind its numbers in messages: "tokens/s", "%"
    outer: bool = False  # the path leads into the JSON object around the line: a log driver's, see formats/wrappers.py


@dataclass(frozen=True, slots=True)
class Layout:
    """What a file holds, found from a sample.

    ``json_paths``: canonical column -> paths in the order in which they are tried (records differ in shape).
    ``message_patterns``: for messages of text records; ``json_patterns``: for those of JSON records.
    ``spans``: column -> paths of two times whose distance in ms it is.
    ``latency_scale``: JSON path name or message key -> factor to milliseconds.
    ``text_formats``: formats seen, most frequent first; the others are tried on lines that these do not claim.
    ``wrappers``: what is taken off the lines before anything looks at them, outer ones first.
    """

    text_formats: tuple[TextFormat, ...] = ()
    wrappers: tuple[Wrapper, ...] = ()
    json_paths: Mapping[str, tuple[JsonPath, ...]] = field(default_factory=dict)
    message_patterns: tuple[MessagePattern, ...] = ()
    json_patterns: tuple[MessagePattern, ...] = ()
    spans: Mapping[str, tuple[JsonPath, JsonPath]] = field(default_factory=dict)
    fields: tuple[FieldSample, ...] = ()
    further_fields: tuple[FieldSample, ...] = ()  # too many to look at all of them, but they are known by name
    scales: Mapping[str, float] = field(default_factory=dict)  # field name -> factor (latency to ms)
    glued_units: frozenset[str] = frozenset()  # names of JSON fields with durations like "735.2ms"
    level_scales: Mapping[str, str] = field(default_factory=dict)  # JSON field -> scale of its numbers, if not Python's
    ansi: bool = (
        False  # lines carry colour codes, or NUL in front: strip them (``formats.ansi``) before matching patterns
    )
    overwritten: bool = False  # lines hold carriage returns (progress bars): what follows the last one counts
    loose: bool = False  # most lines have no header, so that these stand for themselves
    month_first: bool = True  # in dates such as 03/04/2026
    doubtful_date: str = ""  # one of them, if nothing tells which number is the day
    date_shape: str = ""  # what logs that write dates in the same way have in common; empty: there are no such dates
    naive_offset_s: int = 0  # of times that name no zone: the one offset from UTC that all others of the log name
    written_ns: int = 0  # when the log was last written (epoch): gives the year of times without one; 0: not known

    @property
    def rewritten(self) -> bool:
        """Whether the lines that count are not the bytes of the file: wrapped, coloured or overwritten."""
        return bool(self.wrappers) or self.ansi or self.overwritten

    def reads_like(self, other: Layout) -> bool:
        """Return whether both give the same columns of a log; what the samples held of each field may differ."""
        samples: tuple[FieldSample, ...] = ()
        one, two = (replace(it, fields=samples, further_fields=samples, written_ns=0) for it in (self, other))
        return one == two

    @property
    def known_fields(self) -> Iterator[FieldSample]:
        """All fields that the sample showed."""
        return chain(self.fields, self.further_fields)


@dataclass(frozen=True, slots=True)
class ParsedRecord:
    """One record as it is shown.

    ``values``: canonical column -> value (time in ns, level as number, numbers as float, the rest str).
    ``fields``: the whole JSON object, or the ``key=value`` pairs of a text message; nested as in the log.
    ``extra``: the continuation lines of a text record (traceback or other), without the head line.
    """

    format: int
    values: Mapping[str, object]
    fields: Mapping[str, object]
    message: str
    extra: str
    flags: Flag
