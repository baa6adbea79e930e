"""Masked copies of a log: JSON lines, CSV, Parquet or raw text. All that is written was scanned as it is written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

import pyarrow as pa

from aidebug_gui.analysis.pii.allow import AllowList
from aidebug_gui.analysis.pii.cleaning import Cleaner, Hidden, HidingRecipe, Leftovers, Masked
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.late_names import LateNames
from aidebug_gui.analysis.pii.mask import Mask, Masker, content_dropped, masked_text
from aidebug_gui.analysis.pii.model import Tier
from aidebug_gui.analysis.pii.scan import BlockScanner
from aidebug_gui.store.export import csv_lines, json_line
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken, Rows
from aidebug_gui.store.writing import Texts, texts_of
from aidebug_gui.translatable import translatable

MaskedStyle: TypeAlias = Literal["jsonl", "csv", "parquet", "raw"]
_ROWS_PER_GROUP = 50_000
_CHUNK = 16 << 20
_ATTEMPTS = 2
_Place = tuple[int, int]  # where a record begins and ends in the copy
_ANYWHERE = (-1, -1)  # in a copy whose records have another form than those of the log


@dataclass(frozen=True, slots=True)
class MaskedExport:
    """What an export wrote, and what a scan of what it wrote still finds."""

    records: int
    masked: int
    by_entity: dict[str, int]
    certain_left: int
    likely_left: int
    left: tuple[str, ...]  # where: "E-mail address in the field “messages[].content”, line 7"
    left_lines: tuple[int, ...] = ()  # of the copy, one for each of ``left``
    by_title: tuple[tuple[str, int], ...] = ()  # ``by_entity`` in the words of the window, most values first


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

    def __init__(
        self,
        log: FileLog,
        detector: Detector,
        options: MaskOptions,
        allow: AllowList | None = None,
        processes: int = 1,
    ) -> None:
        """``processes``: how many may work on it where that pays, 0 for as many as make sense."""
        self._log = log
        self._processes = processes
        self._options = options
        self._detector = detector
        self._allow = allow or AllowList()
        self._scanner = BlockScanner(detector, self._allow, wants_paths=False)
        self._key = options.key or os.urandom(32)
        self._masker = Masker(options.mask, self._key, dict(detector.book.entities))
        self._cleaner = Cleaner(self._scanner, self._masker, options.least)
        self._start_again()
        self.progress: Callable[[int, bool], None] | None = None  # (records so far, whether the copy is scanned again)

    def _start_again(self) -> None:
        self._cleaner.by_entity.clear()
        self._records = 0
        self._lines = 0  # that were written
        self._is_json = True  # all records so far
        self._left = Leftovers()
        self._late: LateNames[_Place] = LateNames()
        # It knows the people of the log by now, but not the columns.
        self._again = BlockScanner(self._detector, self._allow, wants_paths=False)

    def write(
        self, path: Path, style: MaskedStyle, selection: Rows | None = None, cancel: CancelToken | None = None
    ) -> MaskedExport:
        """Write the copy. Raises Cancelled, OSError, SourceError, ValueError for the log itself.

        The file appears under its name only when it is complete.
        """
        if path.exists() and any(own.exists() and path.samefile(own) for own in self._log.files):
            raise ValueError(
                translatable("{path} is the opened log; it is never written to. Choose another file.", path=str(path))
            )
        handle, name = tempfile.mkstemp(prefix=".aidebug-", dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        try:
            for _ in range(_ATTEMPTS):  # the second time it is known from the start what columns and later fields say
                self._start_again()
                self._write(temporary, style, selection, cancel)
                late = set(self._late.settled(self._detector.known_people))
                if _ANYWHERE not in late:
                    self._mend(temporary, sorted(late))
                    if not self._left.tiers[Tier.CERTAIN] or self._options.least is Tier.NEVER:
                        break
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        by_entity, left = dict(self._cleaner.by_entity), self._left
        places, lines = zip(*left.places, strict=True) if left.places else ((), ())
        counts = left.tiers[Tier.CERTAIN], left.tiers[Tier.LIKELY]
        entities = self._detector.book.entities
        most_first = sorted(by_entity.items(), key=lambda kind: -kind[1])
        titles = tuple((entities[name].title, count) for name, count in most_first)
        return MaskedExport(
            self._records, sum(by_entity.values()), by_entity, *counts, tuple(places), tuple(lines), titles
        )

    def text(self, text: str) -> str:
        """Return a text with what is found in it hidden as in the copy."""
        data = text.encode("utf-8", "replace")
        findings = self._scanner.findings(data + b"\n", [0, len(data) + 1], self._options.least)
        return masked_text(data, 0, len(data), findings, self._masker).decode("utf-8", "replace")

    def _report_progress(self, records: int, *, again: bool) -> None:
        if self.progress is not None:
            self.progress(records, again)

    def _write(self, path: Path, style: MaskedStyle, selection: Rows | None, cancel: CancelToken | None) -> None:
        blocks = self._blocks(selection, cancel)
        if style == "parquet":
            self._write_parquet(path, blocks)
        elif style == "csv":
            columns = self._columns()
            with path.open("wb") as out:
                out.write(next(csv_lines(iter([]), columns)).encode("utf-8", "replace"))
                for texts in self._texts(blocks):
                    out.write(self._log.writer.csv_lines(texts, columns))
        else:
            with path.open("wb") as out:
                for block in blocks:
                    self._write_block(out, block, style)
            return
        self._scan_output(path, style, cancel)

    def _blocks(self, selection: Rows | None, cancel: CancelToken | None) -> Iterator[Masked]:
        """Yield the log's blocks with their findings hidden."""
        blocks = self._log.blocks(selection, cancel)
        from aidebug_gui.analysis.pii.workers import worked  # loads what starts processes

        options = self._options
        recipe = HidingRecipe(self._detector.book, self._allow, options.mask, self._key, options.least)
        processes = 1 if options.mask is Mask.NUMBERED else self._processes  # numbers are given in one place
        for (numbers, text, starts), hidden in worked(recipe, blocks, self._scanner, self._hidden, processes):
            self._cleaner.by_entity.update(hidden.by_entity)
            self._masker.also_made(hidden.new)
            self._records += len(numbers)
            self._report_progress(self._records, again=False)
            yield Masked(numbers, self._log.lines(numbers), text, starts.tolist(), hidden.cleaned)

    def _hidden(self, text: bytes, edges: list[int]) -> Hidden:
        """Hide what is in a block; the cleaner and the masker of this process know the rest."""
        return Hidden(self._cleaner.clean(text, edges), Counter(), frozenset())

    def _write_block(self, out: BinaryIO, block: Masked, style: MaskedStyle) -> None:
        options = self._options
        if options.drop_content or (style == "jsonl" and (options.columns or not block.is_json_lines())):
            made = self._made(block, style)
            self._lines += self._left.add_text(self._again, self._masker, made, self._lines + 1)
            self._wait_for_names(block)
        else:
            made = block.text_as_it_is()
            self._note_remaining(block, made)
            self._wait_for_names(block, out.tell())
            self._lines += made.count(b"\n")
        out.write(made)

    def _note_remaining(self, block: Masked, made: bytes) -> None:
        """Tell what stays in a block that is written as it is."""
        edges = block.edges_as_it_is() if block.done.left else ()
        for one in block.done.left:
            line = self._lines + 1 + made.count(b"\n", 0, int(edges[one.item])) if self._left.has_room else 0
            self._left.add(one.entity, one.path, one.tier, line)

    def _wait_for_names(self, block: Masked, offset: int | None = None) -> None:
        """Remember where words stand that may be a name; ``offset``: where the block begins in the copy, if as it is."""
        if not block.done.doubtful or self._options.least > Tier.LIKELY:
            return
        edges = block.edges_as_it_is().tolist()
        for item, name in block.done.doubtful:
            place = _ANYWHERE if offset is None else (offset + edges[item], offset + edges[item + 1])
            self._late.add(name, place)

    def _mend(self, path: Path, places: list[_Place]) -> None:
        """Hide names in records of the copy, ascending, of which a later record said that they are names."""
        if not places:
            return
        mended = path.with_name(f"{path.name}-mended")
        try:
            with path.open("rb") as source, mended.open("wb") as out:
                for part in _batches(places):
                    self._mend_part(source, out, part)
                shutil.copyfileobj(source, out, _CHUNK)
            mended.replace(path)
        finally:
            mended.unlink(missing_ok=True)

    def _mend_part(self, source: BinaryIO, out: BinaryIO, places: list[_Place]) -> None:
        """Copy up to the end of the last place; the reader stands where the copying goes on."""
        texts, between = [], []
        for start, end in places:
            between.append(source.read(start - source.tell()))
            texts.append(source.read(end - start))
        done = self._cleaner.clean(b"".join(texts), list(accumulate(map(len, texts), initial=0)), learn=False)
        for item, (before, text) in enumerate(zip(between, texts, strict=True)):
            out.write(before)
            out.write(done.changed.get(item, text))

    def _made(self, block: Masked, style: MaskedStyle) -> bytes:
        """Return a block in another form than it has: JSON records keep their own fields, others get those of the table."""
        options = self._options
        if style == "raw":
            return b"".join(content_dropped(record) + b"\n" for record in block.records())
        if options.columns or not block.is_json_lines():
            made = self._json_lines(block)
        else:
            made = block.text_as_it_is()
        return _without_content(made) if options.drop_content else made

    def _json_lines(self, block: Masked) -> bytes:
        writer, columns = self._log.writer, self._options.columns
        if columns:
            return writer.json_lines(block.texts(), columns)
        records = list(block.records())
        others = [item for item, record in enumerate(records) if not _is_json_line(record)]
        written = iter(writer.json_lines(block.texts(others)).splitlines(keepends=True))
        return b"".join(record.rstrip() + b"\n" if _is_json_line(record) else next(written) for record in records)

    def _texts(self, blocks: Iterable[Masked]) -> Iterator[Texts]:
        """Yield what is to be written of records in another form."""
        for block in blocks:
            self._wait_for_names(block)
            self._is_json = self._is_json and block.is_json_lines()
            texts = block.texts()
            if self._options.drop_content:
                texts = texts_of(texts.numbers, texts.lines, [content_dropped(record) for record in block.records()])
            yield texts

    def _columns(self) -> list[str]:
        return list(self._options.columns) or ["line", *(field.name for field in self._log.fields() if field.canonical)]

    def _write_parquet(self, path: Path, blocks: Iterator[Masked]) -> None:
        """Write columns of text, a part of the rows at a time."""
        import pyarrow.parquet as pq  # loads readers of file systems, 25 ms that the first marks of a window would wait

        columns = self._columns()
        schema = pa.schema([(name, pa.string()) for name in columns])
        rows = (row for block in self._texts(blocks) for row in self._log.writer.rows(block, columns))
        with pq.ParquetWriter(path, schema) as writer:
            while part := list(islice(rows, _ROWS_PER_GROUP)):
                cells = dict(zip(columns, map(list, zip(*part, strict=True)), strict=True))
                writer.write_table(pa.table(cells, schema=schema))

    def _scan_output(self, path: Path, style: MaskedStyle, cancel: CancelToken | None) -> None:
        """Scan a file whose records have another form than those of the log."""
        for text in _texts_of(path, style):
            if cancel is not None:
                cancel.check()
            self._report_progress(self._lines, again=True)
            self._lines += self._left.add_text(
                self._again, self._masker, text, self._lines + 1, rows=style == "csv" and self._is_json
            )


def _batches(places: list[_Place]) -> Iterator[list[_Place]]:
    """Yield places that lie within some MB, counting what lies between them."""
    part: list[_Place] = []
    for place in places:
        if part and place[1] - part[0][0] > _CHUNK:
            yield part
            part = []
        part.append(place)
    yield part


def _texts_of(path: Path, style: MaskedStyle) -> Iterator[bytes]:
    if style == "parquet":
        import pyarrow.parquet as pq

        for batch in pq.ParquetFile(path).iter_batches(_ROWS_PER_GROUP):
            yield b"\n".join(json_line(row).encode("utf-8", "replace") for row in batch.to_pylist()) + b"\n"
        return
    with path.open("rb") as file:
        while text := file.read(_CHUNK):
            parts = [text, file.readline()]
            open_cell = style == "csv" and (text.count(b'"') + parts[1].count(b'"')) % 2
            while open_cell and (line := file.readline()):
                parts.append(line)
                open_cell ^= line.count(b'"') % 2
            yield b"".join(parts)


def _is_json_line(record: bytes) -> bool:
    body = record.rstrip()
    return body.startswith(b"{") and b"\n" not in body


def _without_content(lines: bytes) -> bytes:
    return b"".join(content_dropped(line) + b"\n" for line in lines.splitlines())
