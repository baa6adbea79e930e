"""Which lines begin a record, and which belong to the one before: decided for a block of lines at once.

The rule, in order:

- a blank line belongs to nobody and is counted as blank;
- a JSON line or a line with a header begins a record;
- an indented line continues the record before it;
- a line without a header continues a *text* record, but after a closed JSON record it stands for itself, and so it does
  where it comes from another container, stream or program than the line before, or has another priority, and in logs most
  of whose lines have no header (``loose``);
- the last line of a traceback (``ValueError: ...`` after indented lines) continues.

So ``records + continuation + blank == lines``, always.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.formats.model import FIRST_TEXT, JSON, RAW

Bytes = NDArray[np.uint8]
Bools = NDArray[np.bool_]

_SPACE, _TAB, _NEWLINE, _RETURN, _OPEN, _CLOSE = 32, 9, 10, 13, 123, 125


@dataclass(slots=True)
class Carry:
    """What the next block must know of the lines before it."""

    any_record: bool = False
    in_text: bool = False  # the last line that began with a header or as JSON was a text header
    after_indented: bool = False


@dataclass(frozen=True, slots=True)
class LineShape:
    """Facts about each line that its first and last bytes tell."""

    blank: Bools
    indented: Bools
    json: Bools  # begins with { and ends with }


def shape_of(data: Bytes, starts: NDArray[np.int32]) -> LineShape:
    """Look at the first and last byte of each line ``data[starts[i]:starts[i + 1]]``."""
    begin = starts[:-1]
    nothing = np.zeros(len(begin), dtype=np.bool_)
    if not len(data):
        return LineShape(nothing, nothing, nothing)
    # Nothing but JSON is the usual case, for which two looks do instead of ten ("wrap" spares checking their bounds).
    first = data.take(begin, mode="wrap")
    opened = first == _OPEN
    if opened.all() and data[-1] == _NEWLINE and np.all(data.take(starts[1:] - 2, mode="wrap") == _CLOSE):
        return LineShape(nothing, nothing, ~nothing)
    odd = np.flatnonzero(opened | (first <= _SPACE) | (starts[1:] == begin))  # all others begin with something visible
    blank, indented, json = nothing, nothing.copy(), nothing.copy()
    blank[odd], indented[odd], json[odd] = _odd_shapes(data, begin[odd], starts[1:][odd])
    return LineShape(blank, indented, json)


def _odd_shapes(data: Bytes, begin: NDArray[np.int32], end: NDArray[np.int32]) -> tuple[Bools, Bools, Bools]:
    """Tell which lines ``data[begin[i]:end[i]]`` are blank, indented and JSON. ``end`` is changed."""
    for stripped in (_NEWLINE, _RETURN):
        end -= (end > begin) & (data[np.maximum(end - 1, 0)] == stripped)
    empty = end <= begin
    first = data[np.minimum(begin, len(data) - 1)]
    last = data[np.maximum(end - 1, 0)]
    indented = ~empty & ((first == _SPACE) | (first == _TAB))
    blank = empty | _only_spaces(data, begin, end, indented)
    json = ~empty & (first == _OPEN) & ((last == _CLOSE) | _closed_before_spaces(data, begin, end, first, last))
    return blank, indented & ~blank, json


def _closed_before_spaces(
    data: Bytes, begin: NDArray[np.int32], end: NDArray[np.int32], first: Bytes, last: Bytes
) -> Bools:
    """Tell which of the lines that begin with { and end with spaces or more carriage returns have a } before them."""
    result = np.zeros(len(begin), dtype=np.bool_)
    for line in np.flatnonzero((first == _OPEN) & ((last == _SPACE) | (last == _TAB) | (last == _RETURN))).tolist():
        result[line] = data[begin[line] : end[line]].tobytes().rstrip(b"\r").rstrip(b" \t").endswith(b"}")
    return result


def _only_spaces(data: Bytes, begin: NDArray[np.int32], end: NDArray[np.int32], indented: Bools) -> Bools:
    """Tell which of the indented lines hold nothing but spaces."""
    result = np.zeros(len(begin), dtype=np.bool_)
    suspects = np.flatnonzero(indented)
    suspects = suspects[np.isin(data[end[suspects] - 1], (_SPACE, _TAB))]  # others end in something visible
    for line in suspects.tolist():
        result[line] = not data[begin[line] : end[line]].tobytes().strip()
    return result


def record_heads(
    shape: LineShape,
    codes: NDArray[np.uint8],
    error_like: Bools,
    carry: Carry,
    apart: Bools | None = None,
    *,
    loose: bool = False,
) -> Bools:
    """Tell which lines begin a record and update ``carry``.

    ``codes``: JSON, a text format's code, or RAW. ``error_like``: headerless lines that look like the last line of a
    traceback. ``apart``: lines whose wrapper names another source or level than that of the line before; None: there are none.
    ``loose``: lines without a header stand for themselves.
    """
    if len(codes) and np.all(codes != RAW) and not shape.blank.any():
        carry.any_record, carry.in_text, carry.after_indented = (
            True,
            bool(codes[-1] >= FIRST_TEXT),
            bool(shape.indented[-1]),
        )
        return np.ones(len(codes), dtype=np.bool_)
    strong: Bools = (codes != RAW) & ~shape.blank
    in_text = _carried(codes >= FIRST_TEXT, strong, carry.in_text)
    visible = ~shape.blank
    previous_indented = _previous(_carried(shape.indented, visible, carry.after_indented), carry.after_indented)
    plain = visible & ~strong & ~shape.indented
    alone = ~in_text if apart is None else ~in_text | apart
    alone |= loose
    own = plain & alone & ~(error_like & previous_indented)
    heads: Bools = strong | own
    if not carry.any_record:
        orphans = np.flatnonzero(visible)
        if len(orphans):
            heads[orphans[0]] = True  # nothing before it to continue
    carry.any_record = carry.any_record or bool(heads.any())
    if len(codes):
        carry.in_text = bool(in_text[-1])
        carry.after_indented = bool(_carried(shape.indented, visible, carry.after_indented)[-1])
    return heads


def _carried(value: Bools, where: Bools, before: bool) -> Bools:
    """Return for each line ``value`` of the last line up to it for which ``where`` holds."""
    last = np.maximum.accumulate(np.where(where, np.arange(len(value)), -1))
    carried: Bools = np.where(last >= 0, value[last], before)
    return carried


def _previous(value: Bools, before: bool) -> Bools:
    return np.concatenate(([before], value[:-1])) if len(value) else value


def json_codes(shape: LineShape) -> NDArray[np.uint8]:
    """Return JSON where a line looks like an object, RAW elsewhere."""
    return np.where(shape.json, np.uint8(JSON), np.uint8(RAW)).astype(np.uint8)
