"""SQL that reads times and levels as they are written in logs; NULL where a text is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aidebug_gui.formats.clocks import ZONED
from aidebug_gui.formats.levels import LARGEST_NUMBER, PYTHON, Levels
from aidebug_gui.formats.model import TimeStyle
from aidebug_gui.formats.pairs import DURATION, UNITS_MS
from aidebug_gui.formats.times import DAY_NS, LEAST_EPOCH, MONTHS, SECOND_NS, YEARLESS, candidate_years
from aidebug_gui.store.sql.quoting import quoted

_USUAL_LEVELS = ("info", "debug", "warning", "error", "warn", "critical")
_SECONDS = "____-__-_____:__:__"
_EXACT, _MICROSECONDS = f"{_SECONDS}.___", f"{_SECONDS}.______"
_USUAL = tuple(_SECONDS + end for end in ("", "Z", ".___Z", ".______", ".______Z"))
_ZONED = tuple(_SECONDS + end + "___:__" for end in ("", ".___", ".______"))
"""Usual ISO times as patterns, of which no two have one length. In the exact one nobody needs to look for a blank within
the clock: a fraction follows, without which the engine would stop reading there. Microseconds may be ``.0-0330``."""
_HALF_DAY = r"^([A-Z][a-z][a-z])  ?(\d\d?) (\d\d?)(:\d\d(?::\d\d(?:[.,]\d{1,9})?)?) ([AP])M$"
_CLF_FORMATS = ("%d/%b/%Y:%H:%M:%S %z", "%d/%b/%Y %H:%M:%S", "%d %b %Y %H:%M:%S.%g")
_PYTHON_FORMAT = "%Y-%m-%d %H:%M:%S,%n"
_SHORT_YEAR_FORMAT = "%Y/%m/%d %H:%M:%S"
_NUMBERS = r"^(\d\d?)([-/.])(\d\d?)[-/.](\d{4})[,T -]{1,2}(\d\d?:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)(?: ?([AaPp])[Mm])?$"


def iso_time(text: str) -> str:
    """Return SQL for nanoseconds since the epoch (UTC) of an ISO time; a time without a zone is taken as UTC.

    Python's decimal comma and the usual shapes are read first: a third of the general cost.
    """
    is_python = f"strlen({text}) = 23 AND contains({text}, ',')"
    as_python = f"CASE WHEN {is_python} THEN epoch_ns(try_strptime({text}, {quoted(_PYTHON_FORMAT)})) END"
    return f"coalesce({as_python}, CASE {_usual_iso(text)} {_any_iso(text)} END)"


def _usual_iso(text: str) -> str:
    """Return the branches of a CASE for ISO times of the usual shapes."""
    exact = f"strlen({text}) = {len(_EXACT)}"
    usual = f"CASE WHEN {exact} THEN {text} LIKE {quoted(_EXACT)} ELSE {_has_shape(text, _USUAL)} END"
    in_utc = f"try(epoch_us(try_cast({text} AS TIMESTAMPTZ)) * 1000)"  # far years do not fit
    return f"WHEN {usual} THEN {_as_written(text)} WHEN {_has_shape(text, _ZONED)} THEN {in_utc}"


def _has_shape(text: str, shapes: Sequence[str]) -> str:
    """Return SQL that tells whether a time has one of the shapes; ``_any_iso`` looks at odd ones more closely."""
    cases = " ".join(f"WHEN {len(shape)} THEN {text} LIKE {quoted(shape)}{_without(text, shape)}" for shape in shapes)
    return f"CASE strlen({text}) {cases} ELSE false END AND NOT contains(substring({text}, 12), ' ')"


def _without(text: str, shape: str) -> str:
    signs = "".join(f" AND {text}[{place}] NOT IN ('+', '-')" for place in (22, 24))
    return signs if shape == _MICROSECONDS else ""


def _as_written(text: str) -> str:
    """Return SQL for a time's nanoseconds, whatever offset from UTC it has."""
    return f"epoch_ns(try_cast({text} AS TIMESTAMP_NS))"


def _any_iso(text: str) -> str:
    """Return the branches of a CASE for ISO times of every shape."""
    odd = f"contains({text}, ',') OR {text}[12] = '-'"  # a decimal comma, or GIN's "2026/02/10 - 14:29:00"
    blanks = f"replace(replace({text}, ' - ', ' '), ', ', ' ')"  # Airflow's "2026-04-17, 07:41:45 UTC"
    plain = f"CASE WHEN {odd} THEN replace({blanks}, ',', '.') ELSE {text} END"
    joined = f"replace(replace({plain}, ' +', '+'), ' -', '-')"
    offset = f"(epoch_us(try_cast({joined} AS TIMESTAMP)) - epoch_us(try_cast({joined} AS TIMESTAMPTZ)))"
    zoned = rf"strlen({text}) > 13 AND regexp_matches({text}, '[+-]\d\d:?\d?\d?$')"
    # The engine reads "10:02:40.6 0123Z", too, and "10: 3:39" as ten o'clock.
    late = f"contains(substring({text}, 20), ' ') AND NOT regexp_matches({text}, '[0-9] (Z|UTC)$')"
    torn = f"({late}) OR regexp_matches({text}, ':.* [0-9:]')"
    return f"WHEN {zoned} THEN {_as_written(joined)} - {offset} * 1000 WHEN {torn} THEN NULL ELSE {_as_written(plain)}"


def epoch_time(text: str) -> str:
    """Return SQL for nanoseconds of an epoch number: seconds, ms, us or ns by magnitude; small numbers are no times."""
    value = f"try_cast({text} AS DECIMAL(28, 9))"
    factors = ((10**11, 10**9), (10**14, 10**6), (10**17, 10**3))
    cases = f"WHEN {value} < {LEAST_EPOCH} THEN NULL " + " ".join(
        f"WHEN {value} < {limit} THEN try_cast({value} * {factor}::DECIMAL(10, 0) AS BIGINT)"
        for limit, factor in factors
    )
    return f"CASE {cases} ELSE try_cast({value} AS BIGINT) END"


def day_first_time(text: str) -> str:
    """Return SQL for nanoseconds of ``21-11-2026:19:35:01,161``; the fraction may be missing."""
    joined = f"{text}[7:10] || '-' || {text}[4:5] || '-' || {text}[1:2] || ' ' || replace({text}[12:29], ',', '.')"
    return f"epoch_ns(try_cast({joined} AS TIMESTAMP_NS))"


def numbers_time(text: str, month_first: bool) -> str:
    """Return SQL for nanoseconds of ``03/04/2026 10:02:03 PM``; see ``formats.times``."""
    usual = quoted("%m/%d/%Y %H:%M:%S" if month_first else "%d/%m/%Y %H:%M:%S")
    found = f"epoch_ns(try_cast(try_strptime({text}, {usual}) AS TIMESTAMP_NS))"
    return f"coalesce(CASE WHEN strlen({text}) = 19 THEN {found} END, {_any_numbers(text, month_first)})"


def _any_numbers(text: str, month_first: bool) -> str:
    """Return SQL for ``numbers_time``, however many digits and with AM or PM.

    One pattern writes the text again as an ISO time with AM or PM behind it: cheaper than taking it to pieces. It stands
    once in the statement, as the element of a list: what stands twice is computed for all rows, whatever CASE says.
    """
    found = day_first = _numbers_as_iso(text, "3", "1")
    if month_first:
        has_points = f"{text}[2] = '.' OR {text}[3] = '.'"
        found = f"CASE WHEN {has_points} THEN {day_first} ELSE {_numbers_as_iso(text, '1', '3')} END"
    time = "epoch_ns(try_cast(replace(split_part(iso, '#', 1), ',', '.') AS TIMESTAMP_NS))"
    half = "lower(split_part(iso, '#', 2))"
    hour = "try_cast(regexp_extract(iso, ' (\\d\\d?):', 1) AS BIGINT)"
    hours = f"CASE WHEN {hour} BETWEEN 1 AND 12 THEN {hour} % 12 + CASE {half} WHEN 'p' THEN 12 ELSE 0 END - {hour} END"
    read = (
        f"CASE WHEN NOT contains(iso, '#') THEN NULL WHEN {half} = '' THEN {time} "
        f"ELSE {time} + {hours} * {3600 * SECOND_NS} END"
    )
    return f"list_transform([{found}], lambda iso: {read})[1]"


def _numbers_as_iso(text: str, month: str, day: str) -> str:
    """Return SQL that writes a time of numbers as ``2026-03-04 10:02:03#P``; another text stays as it is."""
    return f"regexp_replace({text}, {quoted(_NUMBERS)}, '\\4-\\{month}-\\{day} \\5#\\6')"


def any_time(text: str, *, month_first: bool | None = None) -> str:
    """Return SQL for a time that may be ISO or a number, told apart by the character behind the year.

    ``month_first``: how dates such as 03/04/2026 are read; None: there are none, so that nobody looks for them.

    The usual shapes are read first. One comparison with a pattern costs as much as two looks at a character, or as
    reading half of the time.
    """
    numbers = ""
    if month_first is not None:
        is_numbers = f"{text}[2] IN ('-', '/', '.') OR {text}[3] IN ('-', '/', '.')"
        numbers = f"WHEN {is_numbers} THEN coalesce({numbers_time(text, month_first)}, {epoch_time(text)}) "
    return (
        f"CASE {_usual_iso(text)} {numbers}"
        f"WHEN {text}[5] IN ('-', '/') THEN {iso_time(text)} ELSE {epoch_time(text)} END"
    )


def clf_time(text: str) -> str:
    """Return SQL for nanoseconds of ``10/Oct/2026:13:55:36 +0000``, also without zone and behind a space."""
    tries = (f"try_strptime({text}, {quoted(written)})" for written in _CLF_FORMATS)
    return f"epoch_ns(try_cast(coalesce({', '.join(tries)}) AS TIMESTAMP_NS))"  # NULL for the year 7026


def ctime_time(text: str) -> str:
    """Return SQL for nanoseconds of ``Fri Feb 28 12:12:36.633563 2025``; the fraction may be missing."""
    month, day = _month_number(f"{text}[5:]"), f"replace({text}[9:10], ' ', '0')"
    joined = f"{text}[-4:] || '-' || {month} || '-' || {day} || ' ' || {text}[12:-6]"
    return f"epoch_ns(try_cast({joined} AS TIMESTAMP_NS))"


def short_year_time(text: str) -> str:
    """Return SQL for nanoseconds of ``10/31/26 13:55:36``."""
    whole_year = f"'20' || {text}[7:8] || '/' || {text}[:5] || {text}[9:]"
    return f"epoch_ns(try_strptime({whole_year}, {quoted(_SHORT_YEAR_FORMAT)}))"


def yearless_time(text: str, style: TimeStyle, written_ns: int) -> str:
    """Return SQL for nanoseconds of a time without a year: the latest year in which it is not after ``written_ns``."""
    if not written_ns:
        return "CAST(NULL AS BIGINT)"
    day = {
        TimeStyle.MONTH_DAY: f"replace({text}, '/', '-')",
        TimeStyle.GLOG: f"CASE WHEN {text}[4] = ' ' THEN '0' || {text}[1] || '-' || {text}[2:] "
        f"ELSE {text}[1:2] || '-' || {text}[3:] END",
        TimeStyle.MONTH_NAME: f"(CASE WHEN {text}[-1:] = 'M' THEN {_half_day_time(text)} "
        f"ELSE {_month_number(text)} || '-' || replace({text}[5:6], ' ', '0') || {text}[7:] END)",
    }[style]
    this_year, last_year, leap = candidate_years(written_ns)
    year = f"CASE WHEN day[:5] = '02-29' THEN '{leap}-' ELSE '{this_year}-' END"
    found = f"epoch_ns(try_cast(({year}) || day AS TIMESTAMP_NS))"
    before = f"epoch_ns(try_cast('{last_year}-' || day AS TIMESTAMP_NS))"
    chosen = f"CASE WHEN {found} <= {written_ns + DAY_NS} THEN {found} ELSE {before} END"
    return f"list_transform([{day}], lambda day: {chosen})[1]"  # it stands once, see _any_numbers


def _half_day_time(text: str) -> str:
    """Return SQL that writes ``Mar 3 08:15:30 PM`` as ``03-03 20:15:30``; NULL for another text."""
    hour, half = "try_cast(part.hour AS BIGINT)", "CASE part.half WHEN 'P' THEN 12 ELSE 0 END"
    hours = f"CASE WHEN {hour} BETWEEN 1 AND 12 THEN lpad(CAST({hour} % 12 + {half} AS VARCHAR), 2, '0') END"
    written = f"{_month_number('part.month')} || '-' || lpad(part.day, 2, '0') || ' ' || {hours} || part.rest"
    found = f"regexp_extract({text}, {quoted(_HALF_DAY)}, ['month', 'day', 'hour', 'rest', 'half'])"
    return f"list_transform([{found}], lambda part: {written})[1]"


def _month_number(text: str) -> str:
    cases = " ".join(f"WHEN '{name}' THEN '{number:02}'" for number, name in enumerate(MONTHS, 1))
    return f"CASE {text}[:3] {cases} END"


_TIME_SQL: dict[TimeStyle, Callable[[str], str]] = {
    TimeStyle.ISO: iso_time,
    TimeStyle.EPOCH: epoch_time,
    TimeStyle.CLF: clf_time,
    TimeStyle.CTIME: ctime_time,
    TimeStyle.SHORT_YEAR: short_year_time,
    TimeStyle.DAY_FIRST: day_first_time,
}


def time_in_style(text: str, style: TimeStyle, written_ns: int, *, month_first: bool = True) -> str:
    """Return SQL for nanoseconds of a time in a known style."""
    if style is TimeStyle.NUMBERS:
        return numbers_time(text, month_first)
    return yearless_time(text, style, written_ns) if style in YEARLESS else _TIME_SQL[style](text)


def in_log_zone(text: str, time: str, offset_s: int) -> str:
    """Return SQL for a time, taken off the offset that times without a zone have in this log (``formats.clocks``)."""
    if not offset_s:
        return time
    return f"{time} - CASE WHEN regexp_matches({text}, {quoted(ZONED)}) THEN 0 ELSE {offset_s * SECOND_NS} END"


def seconds_since_start(text: str) -> str:
    """Return SQL for seconds that are written as a number, or as llama.cpp does; see ``formats.times``."""
    parts = [f"try_cast(split_part({text}, '.', {part}) AS BIGINT)" for part in (1, 2, 3, 4)]
    whole = " + ".join(
        f"{part} * {factor}" for part, factor in zip(parts, (60_000_000, 1_000_000, 1_000, 1), strict=True)
    )
    return f"CASE WHEN split_part({text}, '.', 4) <> '' THEN ({whole}) / 1000000 ELSE try_cast({text} AS DOUBLE) END"


def milliseconds(text: str) -> str:
    """Return SQL for the milliseconds of a duration with its unit (``735.2ms``, ``1m12s``); NULL without a unit."""
    hours, minutes, number, unit = (
        f"regexp_extract(trim({text}), {quoted(DURATION)}, {group})" for group in (1, 2, 3, 4)
    )
    whole = f"coalesce(try_cast({hours} AS DOUBLE), 0) * 3600000 + coalesce(try_cast({minutes} AS DOUBLE), 0) * 60000"
    cases = " ".join(f"WHEN {quoted(name)} THEN {factor!r}::DOUBLE" for name, factor in UNITS_MS.items())
    return f"({whole} + try_cast({number} AS DOUBLE) * CASE {unit} {cases} END)"


def level_number(text: str, levels: Levels, scale: str = PYTHON) -> str:
    """Return SQL for the level of a name, or of a number on a scale; else NULL.

    The usual spellings are compared first, as they stand: the full list costs ten times as much.
    """
    names, known = levels.names, levels.scales[scale]
    usual = " ".join(
        f"WHEN {quoted(spelling)} THEN {names[name]}"
        for name in _USUAL_LEVELS
        if name in names
        for spelling in (name.upper(), name)
    )
    by_name = " ".join(f"WHEN {quoted(name)} THEN {number}" for name, number in names.items() if number)
    value = f"try_cast({text} AS DOUBLE)"
    rest = f"{value} % {known.modulo}" if known.modulo else value
    cases = " ".join(f"WHEN {rest} >= {least} THEN {level or 'NULL'}" for least, level in known.steps)
    by_number = f"CASE WHEN {value} >= 0 AND {value} < {LARGEST_NUMBER} THEN CASE {cases} END END"
    return f"CASE {text} {usual} ELSE CASE lower(trim({text})) {by_name} ELSE {by_number} END END"
