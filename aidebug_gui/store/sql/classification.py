"""SQL that tells of which format lines are."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

from aidebug_gui.formats.model import JSON, RAW, Layout, TextFormat
from aidebug_gui.formats.repeated_headers import ERROR_START, candidate_pattern
from aidebug_gui.store.sql.headers import has_header, header_source
from aidebug_gui.store.sql.quoting import quoted

CONTINUATION = 255
"""Code of a line that does not begin a record."""
ERROR_LINE = 253
"""Code of a line without a header that looks like the last line of a traceback."""

_WRONG = "error('a line is not of the format that it was supposed to be of')"


def classify(source: str, layout: Layout) -> str:
    """Return SQL that gives each line of ``source`` its code: JSON, a format of the layout, ERROR_LINE, or RAW.

    Where headers are repeated in tracebacks, ``repeated`` tells which lines may be pieces of one.
    """
    cases = [f"WHEN code = {JSON} THEN {JSON}"]
    cases += [f"WHEN {_claims(known)} THEN {known.code}" for known in layout.text_formats]
    cases.append(f"WHEN regexp_matches(line, {quoted('^' + ERROR_START)}) THEN {ERROR_LINE}")
    repeated = candidate_pattern(layout.text_formats)
    also = f", regexp_matches(line, {quoted(repeated)}) AS repeated" if repeated else ""
    return f"SELECT (CASE {' '.join(cases)} ELSE {RAW} END)::UTINYINT AS code{also} FROM {source}"


def any_header(source: str, formats: Sequence[TextFormat]) -> str:
    """Return SQL that tells of each line of ``source`` whether it begins with a header of one of the formats.

    So large a pattern takes 12 ms to compile.
    """
    patterns = "|".join(header_source(text_format).removeprefix("^") for text_format in formats)
    return f"SELECT regexp_matches(line, {quoted('^(?:' + patterns + ')')}) AS claimed FROM {source}"


def checked_code(layout: Layout, codes: Set[int], wanted: Collection[str], code: str) -> str:
    """Return SQL, one layer above the parts of headers, for ``code``: what ``classify`` would say, else the statement fails.

    ``codes``: that there may be. ``wanted``: the columns that are cut out of headers.
    """
    cases = []
    for number, known in enumerate(layout.text_formats):
        if known.code in codes:
            ahead = "".join(f" AND NOT {_claims(other)}" for other in layout.text_formats[:number])
            is_right = f"({has_header(known, wanted)}){ahead}"
            cases.append(f"WHEN code = {known.code} THEN CASE WHEN {is_right} THEN {known.code} ELSE {_WRONG} END")
    return f"CASE {' '.join(cases)} ELSE {code} END" if cases else code


def _claims(text_format: TextFormat) -> str:
    return f"regexp_matches(line, {quoted(header_source(text_format))})"
