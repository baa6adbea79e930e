"""Masked copies of a log: JSON lines, CSV, Parquet or raw text. A copy is scanned again before anybody gets it."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from aidebug_gui.analysis.pii.allow import AllowList
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.mask import Mask, Masker, content_dropped, masked_text
from aidebug_gui.analysis.pii.model import Tier
from aidebug_gui.analysis.pii.scan import BlockScanner, Finding
from aidebug_gui.formats.values import as_text
from aidebug_gui.store.export import as_mapping, csv_lines, json_line
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken, Rows

MaskedStyle: TypeAlias = Literal["jsonl", "csv", "parquet", "raw"]
_ROWS_PER_GROUP = 50_000
_CHUNK = 16 << 20
_ATTEMPTS = 2
_ROUNDS = 4
_PLACES = 20  # of findings that are left, told by place


@dataclass(frozen=True, slots=True)
class MaskedExport:
    """What an export wrote, and what a second scan of the written file still finds."""

    records: int
    masked: int
    by_entity: dict[str, int]
    certain_left: int
    likely_left: int
    left: tuple[str, ...]  # where: "email in messages[].content, line 7"
    left_lines: tuple[int, ...] = ()  # of the copy, one for each of ``left``


@dataclass(frozen=True, slots=True)
class MaskOptions:
    """How a copy is made. ``least``: findings of this tier and surer ones are hidden."""

    mask: Mask = Mask.PSEUDONYM
    key: bytes = b""
    least: Tier = Tier.LIKELY
    drop_content: bool = False
    columns: tuple[str, ...] = ()


class MaskedCopy:
    """One export of one log."""

    def __init__(self, log: FileLog, detector: Detector, options: MaskOptions, allow: AllowList | None = None) -> None:
        self._log = log
        self._options = options
        self._detector = detector
        self._allow = allow or AllowList()
        self._scanner = BlockScanner(detector, self._allow, wants_paths=False)
        self._masker = Masker(options.mask, options.key or os.urandom(32), dict(detector.book.entities))
        self._by_entity: dict[str, int] = {}
        self._records = 0
        self.progress: Callable[[int, bool], None] | None = None  # (records so far, whether the copy is scanned again)

    def write(
        self, path: Path, style: MaskedStyle, selection: Rows | None = None, cancel: CancelToken | None = None
    ) -> MaskedExport:
        """Write the copy and scan it again. Raises Cancelled, OSError, SourceError, ValueError for the log itself.

        The file appears under its name only when it is complete.
        """
        if path.exists() and any(own.exists() and path.samefile(own) for own in self._log.files):
            raise ValueError(f"{path} is the opened log; it is never written to. Choose another file.")
        handle, name = tempfile.mkstemp(prefix=".aidebug-", dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        try:
            for _ in range(_ATTEMPTS):  # the second time it is known from the start what whole columns say
                self._by_entity.clear()
                self._records = 0
                self._write(temporary, style, selection, cancel)
                certain, likely, left, lines = self._look_again(temporary, style, cancel)
                if not certain:
                    break
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        by_entity = dict(self._by_entity)
        return MaskedExport(self._records, sum(by_entity.values()), by_entity, certain, likely, left, lines)

    def text(self, text: str) -> str:
        """Return a text with what is found in it hidden as in the copy."""
        data = text.encode("utf-8", "replace")
        findings = self._scanner.findings(data + b"\n", [0, len(data) + 1], self._options.least)
        return masked_text(data, 0, len(data), findings, self._masker).decode("utf-8", "replace")

    def _tell(self, records: int, *, again: bool) -> None:
        if self.progress is not None:
            self.progress(records, again)

    def _write(self, path: Path, style: MaskedStyle, selection: Rows | None, cancel: CancelToken | None) -> None:
        blocks = self._blocks(selection, cancel)
        if style == "parquet":
            self._write_parquet(path, blocks)
            return
        with path.open("wb") as out:
            if style == "csv":
                for line in csv_lines(self._mappings(blocks), self._columns()):
                    out.write(line.encode("utf-8", "replace"))
            else:
                make = self._raw if style == "raw" else self._json_lines
                for block in blocks:
                    out.write(make(block))

    def _blocks(self, selection: Rows | None, cancel: CancelToken | None) -> Iterator[_Masked]:
        """Yield the log's blocks with their findings hidden."""
        for numbers, text, starts in self._log.blocks(selection, cancel):
            edges: list[int] = starts.tolist()
            changed = self._hidden(text, edges, self._scanner.findings(text, edges, self._options.least))
            self._records += len(numbers)
            self._tell(self._records, again=False)
            again = changed
            for _ in range(_ROUNDS):  # what stood beside a value may be a finding once that is hidden
                items = list(again)
                part, bounds = b"".join(again.values()), list(accumulate(map(len, again.values()), initial=0))
                found = self._scanner.findings(part, bounds, self._options.least, learn=False)
                found = [one for one in found if not self._masker.made(part[one.start : one.end])]
                again = {items[at]: new for at, new in self._hidden(part, bounds, found).items()}
                if not again:
                    break
                changed |= again
            yield _Masked(numbers, self._log.lines(numbers), text, edges, changed)

    def _hidden(self, text: bytes, edges: list[int], findings: list[Finding]) -> dict[int, bytes]:
        """Return the new text of those records that have findings."""
        for finding in findings:
            self._by_entity[finding.entity] = self._by_entity.get(finding.entity, 0) + 1
        return {
            item: masked_text(text, edges[item], edges[item + 1], list(part), self._masker)
            for item, part in groupby(findings, key=attrgetter("item"))
        }

    def _raw(self, block: _Masked) -> bytes:
        if self._options.drop_content:
            return b"".join(content_dropped(record) + b"\n" for _, _, record in block.records())
        return block.text_as_it_is()

    def _json_lines(self, block: _Masked) -> bytes:
        """Return JSON lines: JSON records keep their own fields, others get those of the table."""
        if self._options.drop_content or self._options.columns or not block.is_json_lines():
            return b"".join(self._json_line(number, line, record) for number, line, record in block.records())
        return block.text_as_it_is()

    def _json_line(self, number: int, line: int, record: bytes) -> bytes:
        body = record.rstrip()
        if self._options.columns or not body.startswith(b"{") or b"\n" in body:
            body = json_line(as_mapping(self._log.parse(record, number), line, self._options.columns)).encode(
                "utf-8", "replace"
            )
        return (content_dropped(body) if self._options.drop_content else body) + b"\n"

    def _mappings(self, blocks: Iterator[_Masked]) -> Iterator[dict[str, object]]:
        columns = self._columns()
        for block in blocks:
            for number, line, record in block.records():
                source = content_dropped(record) if self._options.drop_content else record
                yield as_mapping(self._log.parse(source, number), line, columns)

    def _columns(self) -> list[str]:
        return list(self._options.columns) or ["line", *(field.name for field in self._log.fields() if field.canonical)]

    def _write_parquet(self, path: Path, blocks: Iterator[_Masked]) -> None:
        """Write columns of text, a part of the rows at a time."""
        columns = self._columns()
        schema = pa.schema([(name, pa.string()) for name in columns])
        rows = self._mappings(blocks)
        with pq.ParquetWriter(path, schema) as writer:
            while part := list(islice(rows, _ROWS_PER_GROUP)):
                cells = {name: [_cell(row.get(name)) for row in part] for name in columns}
                writer.write_table(pa.table(cells, schema=schema))

    def _look_again(
        self, path: Path, style: MaskedStyle, cancel: CancelToken | None
    ) -> tuple[int, int, tuple[str, ...], tuple[int, ...]]:
        """Scan what was written. Returns (certain, likely findings, where the first ones are, on which lines)."""
        # It knows the people of the log by now, but not the columns.
        again = BlockScanner(self._detector, self._allow, wants_paths=False)
        counts: Counter[Tier] = Counter()
        places: list[tuple[str, int]] = []
        first_line = 1
        for text in _texts_of(path, style):
            if cancel is not None:
                cancel.check()
            self._tell(first_line - 1, again=True)
            starts = [0, *(match + 1 for match in _line_ends(text))]
            if starts[-1] != len(text):
                starts.append(len(text))
            for finding in again.findings(text, starts):
                if self._masker.made(text[finding.start : finding.end]):
                    continue
                counts[finding.tier] += 1
                if len(places) < _PLACES:
                    line = first_line + finding.item
                    where = again.path_of(text, starts, finding) or "text"
                    places.append((f"{finding.entity} in {where}, line {line}", line))
            first_line += len(starts) - 1
        told, lines = zip(*places, strict=True) if places else ((), ())
        return counts[Tier.CERTAIN], counts[Tier.LIKELY], tuple(told), tuple(lines)


@dataclass(frozen=True, slots=True)
class _Masked:
    """A block of records. ``lines``: the first line of each in the log; ``changed``: new text of those with findings."""

    numbers: Rows
    lines: Rows
    text: bytes
    edges: list[int]
    changed: dict[int, bytes]

    def records(self) -> Iterator[tuple[int, int, bytes]]:
        """Yield (record number, line, text)."""
        for item, (number, line) in enumerate(zip(self.numbers.tolist(), self.lines.tolist(), strict=True)):
            new = self.changed.get(item)
            yield number, line, self.text[self.edges[item] : self.edges[item + 1]] if new is None else new

    def text_as_it_is(self) -> bytes:
        pieces = []
        position = 0
        for item, new in self.changed.items():
            pieces += [self.text[position : self.edges[item]], new]
            position = self.edges[item + 1]
        whole = b"".join([*pieces, self.text[position:]])
        return whole if whole.endswith(b"\n") or not whole else whole + b"\n"

    def is_json_lines(self) -> bool:
        """Tell whether each record is one line that begins with a brace, so that the block can be written as it is."""
        text = self.text
        heads = np.frombuffer(text, dtype=np.uint8)[np.array(self.edges[:-1], dtype=np.int64)] if text else np.empty(0)
        return bool(np.all(heads == ord("{"))) and text.rstrip(b"\n").count(b"\n") == len(self.edges) - 2


def _texts_of(path: Path, style: MaskedStyle) -> Iterator[bytes]:
    if style == "parquet":
        for batch in pq.ParquetFile(path).iter_batches(_ROWS_PER_GROUP):
            yield b"\n".join(json_line(row).encode("utf-8", "replace") for row in batch.to_pylist()) + b"\n"
        return
    with path.open("rb") as file:
        while text := file.read(_CHUNK):
            yield text + file.readline()


def _line_ends(text: bytes) -> list[int]:
    ends: list[int] = np.flatnonzero(np.frombuffer(text, dtype=np.uint8) == ord("\n")).tolist()
    return ends


def _cell(value: object) -> str | None:
    return None if value is None else as_text(value)
