"""From a block of bytes to lines that the engine can project: text made valid, lines classified and folded into records."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field, replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.formats.boundaries import Carry, LineShape, json_codes, record_heads, shape_of
from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.model import RAW, Flag
from aidebug_gui.formats.record import RecordParser
from aidebug_gui.formats.repeated_headers import RepeatState, continuing
from aidebug_gui.sources.blocks import Block, Content
from aidebug_gui.store.database import Database, lines_table
from aidebug_gui.store.planned import PlannedStatements
from aidebug_gui.store.reading.beginnings import Beginnings
from aidebug_gui.store.sql.classification import CONTINUATION, ERROR_LINE, any_header, classify
from aidebug_gui.store.sql.projection import Projection
from aidebug_gui.store.sql.unwrapping import Lines, unwrap_block
from aidebug_gui.store.text import ValidText, valid_text

FEW_LINES = 100
"""So many are tried one by one: the pattern that all other formats make together costs 12 ms before it sees a line."""
MOST_DOUBTS = 3
"""So many rounds may be read again because a format was supposed wrongly; then each line is asked about."""
COLOURED, OVERWRITTEN = 252, 251
"""In ``Prepared.present``: lines hold colour codes or carriage returns, of which the layout does not know yet."""
_TRACEBACK = b"Traceback (most recent call last)"
_NEWLINE, _RETURN = 10, 13
_TOLD = ("outer_source", "outer_level")
"""What wrappers say of lines and is the same for all lines of one record."""


@dataclass(slots=True)
class LineState:
    """What the next lines must know of those before them, and the accounts so far."""

    carry: Carry = field(default_factory=Carry)
    repeats: RepeatState = field(default_factory=RepeatState)
    goes_on: bool = False  # the last line was only a part of one
    told: tuple[object, ...] = ()  # what wrappers said of the last line, see ``_TOLD``
    lines: int = 0
    records: int = 0
    continuation: int = 0
    blank: int = 0

    def copy(self) -> LineState:
        """Return a copy, so that lines can be taken back."""
        return replace(self, carry=replace(self.carry), repeats=replace(self.repeats))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A block's lines, ready for the projection, and what the index must know of its records.

    ``table``: columns line, code and those of wrappers. ``present``: the codes of the records that begin here,
    and COLOURED or OVERWRITTEN where the layout must learn of it.
    ``offsets``, ``numbers`` (0-based lines) and ``flags``: one element a record. ``older``: records before these that
    get flags, with the flag. ``end``: the offset behind the block.
    """

    table: pa.Table
    present: frozenset[int]
    offsets: NDArray[np.int64]
    numbers: NDArray[np.int64]
    flags: NDArray[np.uint8]
    older: tuple[tuple[NDArray[np.int64], int], ...]
    end: int


class Preparer:
    """Prepares blocks for the layout of a projection."""

    def __init__(
        self,
        database: Database,
        statements: PlannedStatements,
        catalog: Catalog,
        projection: Projection,
        parser: RecordParser,
    ) -> None:
        """``statements``: on the database, kept from one block to the next."""
        self._database = database
        self._statements = statements
        self._projection = projection
        self._parser = parser
        self._layout = layout = projection.layout
        known = {known.code for known in layout.text_formats}
        self._others = [known_format for known_format in catalog.text_formats if known_format.code not in known]
        told = ((COLOURED, layout.ansi), (OVERWRITTEN, layout.overwritten))
        self._rewriting = frozenset(code for code, is_told in told if is_told)
        self._beginnings = Beginnings()
        self._doubts = 0

    @property
    def can_suppose(self) -> bool:
        """Whether formats of lines may be guessed. Where headers are repeated each line is asked about anyway."""
        formats = self._layout.text_formats
        return bool(formats) and not any(known.repeats for known in formats) and self._doubts < MOST_DOUBTS

    def doubt(self) -> None:
        """Note that what was supposed was wrong. The lines that showed it are to be prepared again."""
        self._doubts += 1

    def prepare(self, block: Block, state: LineState, *, supposing: bool = False) -> Prepared:
        """Classify the block's lines and fold them into records; ``state`` goes on behind them.

        ``supposing``: lines may be supposed to have the format of others that begin alike; the statement that takes the
        block must tell where that is wrong.
        """
        text = valid_text(block.data, block.starts, block.content)
        if block.last_open:
            text = text.with_line_end()  # by which patterns know that nothing follows
        rewritten = terminal_codes(text.data, text.starts) if block.content is Content.ANY else frozenset()
        lines = self._lines(text, state, rewritten)
        shape = shape_of(lines.data, lines.starts)
        codes, error_like, traced = self._classify(lines.data, lines.starts, shape, state, supposing=supposing)
        heads = record_heads(shape, codes, error_like, state.carry, _apart(lines, state), loose=self._layout.loose)
        if lines.wrapped is not None:
            alone = heads & (codes == RAW)
            codes[alone] = lines.wrapped[alone]
        head_lines = np.flatnonzero(heads)
        present = frozenset(np.flatnonzero(np.bincount(codes[heads])).tolist()) | (rewritten - self._rewriting)
        flags, older = _line_flags(lines, shape, heads, (text.damaged, traced), state.records)
        codes[~heads] = CONTINUATION
        numbers = head_lines + state.lines
        blank = int(np.count_nonzero(shape.blank))
        state.lines += len(heads)
        state.records += len(head_lines)
        state.blank += blank
        state.continuation += len(heads) - blank - len(head_lines)
        return Prepared(
            table=lines.table(codes),
            present=present,
            offsets=block.starts[head_lines].astype(np.int64) + block.offset,
            numbers=numbers,
            flags=flags,
            older=older,
            end=block.offset + block.length,
        )

    def _lines(self, text: ValidText, state: LineState, rewritten: Set[int]) -> Lines:
        """Return the lines without what other programs put around them. ``rewritten``: see ``terminal_codes``."""
        layout = self._layout
        if not layout.wrappers:  # what wrappers hold may be written with escapes, all else is seen in the bytes
            layout = replace(layout, ansi=COLOURED in rewritten, overwritten=OVERWRITTEN in rewritten)
        if not layout.rewritten:
            return Lines(text.data, text.starts)
        lines, state.goes_on = unwrap_block(
            self._database, text.data, text.starts, layout, self._projection.levels, goes_on=state.goes_on
        )
        return lines

    def _classify(
        self, data: NDArray[np.uint8], starts: NDArray[np.int32], shape: LineShape, state: LineState, *, supposing: bool
    ) -> tuple[NDArray[np.uint8], NDArray[np.bool_], NDArray[np.int64]]:
        """Return each line's format code, which look like the end of a traceback, and which repeat its beginning."""
        codes = json_codes(shape)
        asked = ~(shape.json | shape.blank)
        if supposing:
            supposed = self._beginnings.supposed(data, starts[:-1])
            told = asked & (supposed != RAW)
            codes[told] = supposed[told]
            asked &= ~told
        traced = np.empty(0, dtype=np.int64)
        if not asked.any():
            return codes, np.zeros(len(codes), dtype=np.bool_), traced
        table, lines = lines_table(data, starts, codes), np.arange(len(codes))
        if supposing:
            table, lines = table.filter(_arrow_booleans(asked)), np.flatnonzero(asked)
        found = self._statements.run(classify("block", self._layout), table).fetchnumpy()
        codes[lines] = np.ma.getdata(np.ma.asarray(found["code"]))
        unclaimed = asked & ((codes == RAW) | (codes == ERROR_LINE))
        for line in lines[self._claimed_by_others(table, unclaimed[lines])].tolist() if self._others else ():
            code = self._parser.header_code(data[starts[line] : starts[line + 1]].tobytes())
            codes[line] = code if code != RAW else codes[line]
        if "repeated" in found:
            candidates = np.flatnonzero(np.ma.getdata(np.ma.asarray(found["repeated"])))
            traced = self._fold_repeats(data, starts, codes, shape, candidates, state.repeats)
        error_like = codes == ERROR_LINE
        codes[error_like] = RAW
        if self.can_suppose:
            self._beginnings.learn(data, starts[lines], codes[lines])
        return codes, error_like, traced

    def _claimed_by_others(self, table: pa.Table, unclaimed: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Return which of a table's unclaimed lines may have a format which the sample did not show; of few lines, all."""
        lines = np.flatnonzero(unclaimed)
        if len(lines) > FEW_LINES:
            chosen = table.filter(_arrow_booleans(unclaimed))
            found = self._statements.run(any_header("block", self._others), chosen).fetchnumpy()
            lines = lines[np.ma.getdata(np.ma.asarray(found["claimed"]))]
        return lines

    def _fold_repeats(
        self,
        data: NDArray[np.uint8],
        starts: NDArray[np.int32],
        codes: NDArray[np.uint8],
        shape: LineShape,
        candidates: NDArray[np.int64],
        state: RepeatState,
    ) -> NDArray[np.int64]:
        """Let lines that repeat the header of a traceback continue it; return which lines begin a traceback."""

        def line_at(number: int) -> bytes:
            return data[starts[number] : starts[number + 1]].tobytes() if number >= 0 else state.last_line

        continues, traced = continuing(candidates.tolist(), line_at, self._layout.text_formats, state)
        codes[continues] = RAW
        shape.indented[continues] = True
        state.number -= len(codes)
        state.last_line = line_at(len(codes) - 1)
        return np.array(traced, dtype=np.int64)


def _arrow_booleans(values: NDArray[np.bool_]) -> pa.Array:
    bits = pa.py_buffer(np.packbits(values, bitorder="little"))  # pa.array imports pandas
    return pa.Array.from_buffers(pa.bool_(), len(values), [None, bits])


def _apart(lines: Lines, state: LineState) -> NDArray[np.bool_] | None:
    """Tell which lines are from another source, or of another level, than the line before by what wrappers say of them.

    None where no wrapper tells either.
    """
    if lines.outer is None or not lines.outer.num_rows:
        return None
    told = [lines.outer[name].combine_chunks() for name in _TOLD if name in lines.outer.column_names]
    if not told:
        return None
    before, state.told = state.told, tuple(values[-1].as_py() for values in told)
    changed = np.zeros(len(lines.outer), dtype=np.bool_)
    for values in told:
        numbers = values.dictionary_encode(null_encoding="encode").indices.to_numpy()
        changed[1:] |= numbers[1:] != numbers[:-1]
    changed[0] = tuple(values[0].as_py() for values in told) != before
    return changed


def terminal_codes(data: NDArray[np.uint8], starts: NDArray[np.int32]) -> frozenset[int]:
    """Return whether lines hold escape sequences or NUL in front (COLOURED), and inner carriage returns (OVERWRITTEN)."""
    text = data.tobytes()  # a search in bytes takes a third of the time of comparing an array
    nul_in_front = b"\0" in text and (b"\n\0" in text or text.startswith(b"\0"))  # the search for two bytes is slow
    found = {COLOURED} if nul_in_front or b"\x1b" in text else set()
    if b"\r" in text:
        ends = starts[1:][np.diff(starts) > 1]
        at_end = int(np.count_nonzero((data[ends - 1] == _NEWLINE) & (data[ends - 2] == _RETURN)))
        if text.count(b"\r") > at_end + text.endswith(b"\r"):
            found.add(OVERWRITTEN)
    return frozenset(found)


def _line_flags(
    lines: Lines,
    shape: LineShape,
    heads: NDArray[np.bool_],
    marked_lines: tuple[NDArray[np.int64], NDArray[np.int64]],
    first_record: int,
) -> tuple[NDArray[np.uint8], tuple[tuple[NDArray[np.int64], int], ...]]:
    """Return the flags that lines give to the block's new records, and older records with the flag that they get.

    ``marked_lines``: numbers of damaged lines, and of those that repeat a header before "Traceback".
    """
    damaged, repeated = marked_lines
    flags = np.zeros(int(np.count_nonzero(heads)), dtype=np.uint8)
    continuation = np.flatnonzero(~heads & ~shape.blank)
    if not len(continuation) and not len(damaged) and not len(repeated):
        return flags, ()
    owners = np.cumsum(heads) - 1 + first_record
    starts_with_t = continuation[lines.data[lines.starts[continuation]] == _TRACEBACK[0]]
    traced = [
        line
        for line in starts_with_t.tolist()
        if lines.data[lines.starts[line] : lines.starts[line] + len(_TRACEBACK)].tobytes() == _TRACEBACK
    ]
    older = []
    for marked, flag in (
        (continuation, Flag.MULTILINE),
        (np.concatenate((np.array(traced, dtype=np.int64), repeated)), Flag.TRACEBACK),
        (damaged, Flag.DAMAGED),
    ):
        records = owners[marked]
        new = records >= first_record
        flags[records[new] - first_record] |= np.uint8(flag)
        before = records[~new]
        before = before[before >= 0]
        if len(before):
            older.append((before, int(flag)))
    return flags, tuple(older)
