"""Opening a log by its address: a plain file is its own spool, everything else becomes lines of UTF-8 in one.

An address is a path. Behind a file that holds several logs the path goes on: ``bundle.zip/logs/app.log``.
"""

from __future__ import annotations

import os
import tempfile
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from aidebug_gui.sources.archives import Member, ZipArchive, tar_chunks, tar_members
from aidebug_gui.sources.bundle import ROWS, is_bundle
from aidebug_gui.sources.converters.content import CONTENT_HEAD_BYTES, as_lines, is_lines
from aidebug_gui.sources.converters.inspect_eval import eval_lines, is_eval
from aidebug_gui.sources.converters.mlruns import is_mlruns, mlruns_lines
from aidebug_gui.sources.converters.parquet import parquet_lines
from aidebug_gui.sources.converters.sqlite import sqlite_lines, tables_in
from aidebug_gui.sources.encodings import Encoding, as_utf8, encoding_of
from aidebug_gui.sources.filled_spool import SpoolFile, Stopped, Tally, check_room
from aidebug_gui.sources.follow.followed_file import FollowedFile
from aidebug_gui.sources.limits import LIMITS, Limits
from aidebug_gui.sources.magic import BINARY_NOTICE, HEAD_BYTES, PACKINGS, container_of, looks_binary
from aidebug_gui.sources.spool import MultipleLogs, SourceError, Spool
from aidebug_gui.sources.streams import ChunkFile, Chunks, CountedFile, chunks_of, opened, peek, unpacked
from aidebug_gui.translatable import translatable

_SAMPLE_PLACES = 8
_NAMED_IN_MESSAGE = 5
_FOREIGN_ARCHIVES = ("7z", "rar")


def open_spool(path: Path, limits: Limits = LIMITS, *, follow: bool = False) -> Spool:
    """Open the log at an address; what is no plain file is read in the background.

    ``follow``: a plain file may grow, be rotated or emptied; what comes is read until the spool is stopped.
    Raises SourceError with the reason in words, MultipleLogs where the address leads to more than one.
    """
    file, inside = _located(path)
    if file.is_dir() and is_mlruns(file):
        return SpoolFile(file, 0, partial(mlruns_lines, file, limits=limits), limits)
    spool = Spool(file)  # its checks hold for every kind of file
    size = spool.size()
    if not inside and _is_plain(spool):
        if looks_binary(spool.read(0, HEAD_BYTES)):
            spool.notice = BINARY_NOTICE
            return spool
        if not follow:
            return spool
        spool.close()
        return FollowedFile(file, limits)
    spool.close()
    logs = [path] if inside else logs_in(path, limits)
    if not logs:
        raise SourceError(translatable("{path} holds no log: it is empty.", path=str(path)))
    if len(logs) > 1:
        names = ", ".join(str(log) for log in logs[:_NAMED_IN_MESSAGE])
        more = ", ..." if len(logs) > _NAMED_IN_MESSAGE else ""
        raise MultipleLogs(
            translatable(
                "{path} holds {n} logs. Open one of them: {names}{more}",
                path=str(path),
                n=len(logs),
                names=names,
                more=more,
            ),
            logs,
        )
    return SpoolFile(file, size, partial(_file_pieces, file, inside, limits), limits)


def logs_in(path: Path, limits: Limits = LIMITS) -> list[Path]:
    """Return the addresses of the logs behind a path: itself, or the members of an archive.

    A packed tar archive is unpacked to its end for that: ask from a background job. Raises SourceError.
    """
    file, inside = _located(path)
    if inside or not file.is_file():
        return [path]
    with Spool(file) as spool:
        head = spool.read(0, HEAD_BYTES)
    kind = container_of(head)
    if kind in _FOREIGN_ARCHIVES:
        raise SourceError(
            translatable("{path} is a {kind} archive. Unpack it, then open the logs in it.", path=str(path), kind=kind)
        )
    names = _names(file, kind, limits)
    return [path] if names is None else [path / name for name in names]


def _located(path: Path) -> tuple[Path, str]:
    """Split an address into the file on the disk and what follows it."""
    if not os.path.lexists(path):
        for parent in path.parents:
            if os.path.isfile(parent):
                return parent, path.relative_to(parent).as_posix()
    return path, ""


def _is_plain(spool: Spool) -> bool:
    """Return whether a file is lines of UTF-8 already."""
    head = spool.read(0, HEAD_BYTES)
    if container_of(head):
        return False
    if not _encoding(head, [*spool.sample_lines(_SAMPLE_PLACES, HEAD_BYTES)]).is_utf8:
        return False
    return is_lines(spool.read(0, CONTENT_HEAD_BYTES).removeprefix(BOM_UTF8), spool.path.name)


def _encoding(head: bytes, lines: list[bytes]) -> Encoding:
    """Return the encoding, of which a mark or zeros at the beginning speak, else lines from all over the file."""
    found = encoding_of(head)
    return encoding_of(b"\n".join(lines)) if found.is_utf8 and lines else found


def _names(file: Path, kind: str, limits: Limits) -> list[str] | None:
    """Return what is in a container of logs, None for a file that is one log."""
    tally = Tally(0)
    if kind == "sqlite":
        tables = tables_in(file)
        return tables if len(tables) > 1 else None
    if kind == "zip":
        members = ZipArchive(file, limits).members
        return None if is_eval(members) or is_bundle(members) else [member.address for member in members]
    if kind == "tar":
        with CountedFile(file, tally) as raw:
            return [member.address for member in tar_members(raw, limits)]
    if kind in PACKINGS:
        with CountedFile(file, tally) as raw:
            head, chunks = peek(unpacked(kind, raw, tally, limits), HEAD_BYTES)
            if container_of(head) == "tar":
                return [member.address for member in tar_members(ChunkFile(chunks), limits)]
    return None


def _file_pieces(file: Path, inside: str, limits: Limits, tally: Tally, depth: int = 0) -> Chunks:
    """Yield the text of a log on the disk."""
    with opened(file) as head:
        kind = container_of(head.read(HEAD_BYTES))
    if kind == "zip":
        archive = ZipArchive(file, limits)
        if is_eval(archive.members) and not inside:
            tally.converted_from = "Inspect"
            yield from eval_lines(archive, tally, limits)
            return
        inside = inside or (ROWS if is_bundle(archive.members) else "")
        member = _chosen(file, inside, archive.members)
        tally.total = member.packed_size
        yield from _pieces(archive.chunks(member, tally), member.address, "", tally, limits, depth + 1)
    elif kind == "sqlite":
        tally.converted_from = "SQLite"
        yield from sqlite_lines(file, inside, tally)
    elif kind == "parquet" and inside:
        raise _missing(inside, str(file))
    elif kind == "parquet":
        tally.converted_from = "Parquet"
        yield from parquet_lines(file, tally)
    else:
        with CountedFile(file, tally) as raw:
            yield from _pieces(chunks_of(raw), file.name, inside, tally, limits, depth)


def _chosen(file: Path, inside: str, members: list[Member]) -> Member:
    """Return the member at an address, the only one where none is named. Raises SourceError."""
    found = [member for member in members if member.address == inside or not inside]
    if not found:
        raise _missing(inside or translatable("log"), str(file))
    if len(found) > 1:
        raise SourceError(
            translatable("{path} holds several logs. Unpack it, then open the logs in it.", path=str(file))
        )
    return found[0]


def _missing(what: str, path: str) -> SourceError:
    return SourceError(translatable("There is no {what} in {path}.", what=what, path=path))


def _pieces(chunks: Chunks, name: str, inside: str, tally: Tally, limits: Limits, depth: int) -> Chunks:
    """Yield the text of a stream, which may be packed and packed again."""
    if depth > limits.containers:
        raise Stopped(
            translatable("Reading stopped: there are more than {n} archives in one another.", n=limits.containers)
        )
    head, chunks = peek(chunks, HEAD_BYTES)
    kind = container_of(head)
    if kind in PACKINGS:
        content = unpacked(kind, ChunkFile(chunks), tally, limits)
        yield from _pieces(content, _without_suffix(name), inside, tally, limits, depth + 1)
    elif kind == "tar":
        yield from _pieces(tar_chunks(ChunkFile(chunks), inside, tally, limits), inside, "", tally, limits, depth + 1)
    elif kind:
        with _spilled(chunks, tally, limits) as path:
            yield from _file_pieces(path, inside, limits, tally, depth + 1)
    elif inside:
        raise _missing(inside, name)
    else:
        encoding = encoding_of(head)
        if encoding.notice:
            tally.note(encoding.notice)
        yield from as_lines(as_utf8(chunks, encoding), name, tally, limits)


def _without_suffix(name: str) -> str:
    """Return ``metrics.csv`` for ``metrics.csv.gz``."""
    return Path(name).stem


@contextmanager
def _spilled(chunks: Chunks, tally: Tally, limits: Limits) -> Iterator[Path]:
    """Write a stream into a private file for readers that jump about in it.

    Raises Stopped where the text is not wanted any more, too long, or the disk nearly full.
    """
    with tempfile.TemporaryDirectory(prefix="aidebug-") as folder:
        path = Path(folder) / "content"
        with path.open("wb") as out:
            for chunk in chunks:
                check_room(out.tell(), len(chunk), limits)
                if tally.stopped.is_set():
                    raise Stopped("")
                out.write(chunk)
        yield path
