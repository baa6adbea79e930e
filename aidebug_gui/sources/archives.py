"""ZIP and tar archives: which logs are in them, and the bytes of one. Nothing is ever unpacked to the disk by its name."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from aidebug_gui.sources.filled_spool import Tally
from aidebug_gui.sources.limits import LIMITS, Limits
from aidebug_gui.sources.spool import SourceError
from aidebug_gui.sources.streams import DAMAGE, Chunks, CountedFile, chunks_of, opened, unpacked
from aidebug_gui.translatable import translatable

_ENCRYPTED = 1  # bit of a ZIP member's flags
_LOCAL_HEADER_BYTES = 30
_METHODS = {0: "", 8: "deflate", 12: "bz2", 93: "zst", 95: "xz"}
_NOISE = ("__MACOSX", ".DS_Store")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive. ``address``: its name as a harmless relative path; ``position``: its place in the archive."""

    address: str
    size: int
    position: int
    packed_size: int = 0


class ZipArchive:
    """A ZIP archive, also with members packed by methods that the standard library does not know (93: zstandard)."""

    def __init__(self, path: Path, limits: Limits = LIMITS) -> None:
        """Read the list of members. Raises SourceError if that is not possible."""
        self._path = path
        self._limits = limits
        self._infos = _zip_directory(path, limits)
        self.members = _members((info.filename, info.file_size, info.compress_size) for info in self._infos)

    def chunks(self, member: Member, tally: Tally) -> Chunks:
        """Yield a member's bytes. Raises SourceError if it is encrypted or oddly packed, Stopped for a bomb."""
        info = self._infos[member.position]
        if info.flag_bits & _ENCRYPTED:
            raise SourceError(
                translatable(
                    "{member} in {path} is encrypted. Unpack it with its password first.",
                    member=info.filename,
                    path=str(self._path),
                )
            )
        if info.compress_type not in _METHODS:
            raise SourceError(
                translatable(
                    "{member} in {path} is packed in an unknown way ({kind}).",
                    member=info.filename,
                    path=str(self._path),
                    kind=str(info.compress_type),
                )
            )
        packing = _METHODS[info.compress_type]
        check = 0
        with CountedFile(self._path, tally, _data_start(self._path, info), info.compress_size) as raw:
            for chunk in unpacked(packing, raw, tally, self._limits) if packing else chunks_of(raw):
                check = zlib.crc32(chunk, check)
                yield chunk
        if check != info.CRC and not tally.notice:
            tally.note(translatable("{filename} is damaged: its checksum is wrong.", filename=info.filename))


def tar_members(file: io.RawIOBase, limits: Limits = LIMITS) -> list[Member]:
    """Return the files of a tar archive, as far as it can be read."""
    entries = _tar_entries(file, Tally(0), limits)
    return _members((info.name, info.size if content else 0, 0) for info, content in entries)


def tar_chunks(file: io.RawIOBase, address: str, tally: Tally, limits: Limits = LIMITS) -> Chunks:
    """Yield the bytes of the member at an address, of the first one if that is empty.

    An archive that ends early gives what it has, and a notice. Raises SourceError if there is no such member.
    """
    names = _Addresses()
    for info, content in _tar_entries(file, tally, limits):
        found = names.address(info.name) if content and info.size else ""
        if content and found and address in ("", found):
            yield from _tar_content(info, content, tally)
            return
    raise SourceError(translatable("There is no {what} in the archive.", what=address or translatable("log")))


def _tar_content(info: tarfile.TarInfo, content: IO[bytes], tally: Tally) -> Chunks:
    given = 0
    try:
        for chunk in chunks_of(content):
            given += len(chunk)
            yield chunk
    except (tarfile.TarError, *DAMAGE):
        pass  # what is missing is told below
    if given < info.size:
        tally.note(translatable("The archive is damaged or ends too early; what it holds is shown."))


def _zip_directory(path: Path, limits: Limits) -> list[zipfile.ZipInfo]:
    try:
        with io.BufferedReader(opened(path)) as file, zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, *DAMAGE) as error:
        raise SourceError(
            translatable(
                "The list of files at the end of {path} cannot be read: {reason}. Is the archive complete?",
                path=str(path),
                reason=str(error),
            )
        ) from error
    if len(infos) > limits.members:
        raise SourceError(
            translatable(
                "{path} holds more than {n} files. Unpack the logs that you need.", path=str(path), n=limits.members
            )
        )
    return infos


def _data_start(path: Path, info: zipfile.ZipInfo) -> int:
    """Return where a member's data begins: behind a header whose length only the header itself tells."""
    with opened(path) as file:
        file.seek(max(0, info.header_offset))
        header = file.read(_LOCAL_HEADER_BYTES)
    whole = len(header) == _LOCAL_HEADER_BYTES and header.startswith(b"PK\x03\x04")
    if not whole or info.header_offset < 0:  # a damaged list can point before the beginning
        raise SourceError(
            translatable("{member} in {path} is damaged: it has no header.", member=info.filename, path=str(path))
        )
    name, extra = int.from_bytes(header[26:28], "little"), int.from_bytes(header[28:30], "little")
    return info.header_offset + _LOCAL_HEADER_BYTES + name + extra


def _tar_entries(
    file: io.RawIOBase, tally: Tally, limits: Limits
) -> Iterator[tuple[tarfile.TarInfo, IO[bytes] | None]]:
    """Yield each entry with its content, None for what is no file. The archive is read forwards only."""
    try:
        with tarfile.open(fileobj=file, mode="r|") as archive:
            for position, info in enumerate(archive):
                if position >= limits.members:
                    tally.note(
                        translatable(
                            "The archive holds more than {members} files; the others are left out.",
                            members=limits.members,
                        )
                    )
                    return
                yield info, archive.extractfile(info) if info.isreg() else None
    except (tarfile.TarError, *DAMAGE) as error:
        tally.note(translatable("The archive is damaged or ends too early: {reason}.", reason=str(error)))


class _Addresses:
    """Gives the files of an archive addresses that lead nowhere else: no roots, no drives, no "..", none twice."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def address(self, name: str) -> str:
        """Return the address of the next file, "" for what is no log."""
        parts = [part.replace(":", "_") for part in PurePosixPath(name.replace("\\", "/")).parts]
        parts = [part for part in parts if part not in ("/", "//", "..", ".")]
        if not parts or name.endswith("/") or any(part in _NOISE for part in parts):
            return ""
        address = "/".join(parts)
        self._taken[address] = self._taken.get(address, 0) + 1
        return address if self._taken[address] == 1 else f"{address} ({self._taken[address]})"


def _members(entries: Iterable[tuple[str, int, int]]) -> list[Member]:
    names = _Addresses()
    members = []
    for position, (name, size, packed_size) in enumerate(entries):
        address = names.address(name) if size else ""
        if address:
            members.append(Member(address, size, position, packed_size))
    return members
