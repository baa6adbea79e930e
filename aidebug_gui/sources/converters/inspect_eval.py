"""inspect_ai's ``.eval`` logs: a ZIP archive with a JSON file for each sample. One record a sample."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import orjson

from aidebug_gui.sources.archives import Member, ZipArchive
from aidebug_gui.sources.converters.definitions import Document, documents
from aidebug_gui.sources.converters.jsontext import dumped
from aidebug_gui.sources.filled_spool import Tally
from aidebug_gui.sources.limits import LIMITS, Limits
from aidebug_gui.sources.streams import Chunks
from aidebug_gui.translatable import translatable

_HEADERS = ("header.json", "_journal/start.json")  # the second one is there from the start, the first at the end
_SAMPLE = re.compile(r"samples/(.*)_epoch_(\d+)\.json")


def is_eval(members: Iterable[Member]) -> bool:
    """Return whether an archive with these members is an evaluation log."""
    addresses = {member.address for member in members}
    return any(header in addresses for header in _HEADERS) and any(map(_SAMPLE.fullmatch, addresses))


def eval_lines(archive: ZipArchive, tally: Tally, limits: Limits = LIMITS) -> Chunks:
    """Yield a JSON record for each sample, epoch after epoch."""
    by_address = {member.address: member for member in archive.members}
    document = next(document for document in documents() if document.name == "inspect")
    header = next((by_address[name] for name in _HEADERS if name in by_address), None)
    samples = sorted((member for member in archive.members if _SAMPLE.fullmatch(member.address)), key=_order)
    tally.total = sum(sample.packed_size for sample in samples)
    around = _around(_object(archive, header, tally, limits) if header else {}, document)
    for member in samples:
        sample = _object(archive, member, tally, limits)
        if sample:
            yield dumped(document.completed(sample, around)).encode() + b"\n"


def _order(member: Member) -> tuple[int, int, str]:
    """Sort samples by epoch, then by number where they have one."""
    found = _SAMPLE.fullmatch(member.address)
    name, epoch = (found[1], int(found[2])) if found else (member.address, 0)
    return epoch, int(name) if name.isdecimal() and len(name) < 10 else 0, name


def _object(archive: ZipArchive, member: Member, tally: Tally, limits: Limits) -> dict[str, Any]:
    """Return what a member holds, empty with a notice if it is damaged or too long."""
    pieces: list[bytes] = []
    length = 0
    for chunk in archive.chunks(member, tally):
        pieces.append(chunk)
        length += len(chunk)
        if length > limits.value_characters:
            tally.note(
                translatable(
                    "{address} is longer than {limit} MB and was left out.",
                    address=member.address,
                    limit=limits.value_characters >> 20,
                )
            )
            return {}
    try:
        value = orjson.loads(b"".join(pieces))
    except orjson.JSONDecodeError as error:
        tally.note(translatable("{address} cannot be read ({reason}).", address=member.address, reason=str(error)))
        return {}
    return value if isinstance(value, dict) else {}


def _around(header: dict[str, Any], document: Document) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path in document.copy.values():
        value: Any = header
        for key in path.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        if value is not None:
            found[path] = value
    return found
