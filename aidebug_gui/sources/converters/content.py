"""Text that is no log of lines by itself: recognised by how it begins, turned into one record a line."""

from __future__ import annotations

from aidebug_gui.sources.converters.documents import HEAD_BYTES, document_lines, is_document
from aidebug_gui.sources.converters.prometheus import exposition_lines, is_exposition
from aidebug_gui.sources.converters.sentry import envelope_lines, is_envelope
from aidebug_gui.sources.converters.tables import table_lines, table_of
from aidebug_gui.sources.filled_spool import Tally
from aidebug_gui.sources.limits import LIMITS, Limits
from aidebug_gui.sources.streams import Chunks, peek

CONTENT_HEAD_BYTES = HEAD_BYTES
_TABLE_HEAD_CHARACTERS = 1 << 16


def is_lines(head: bytes, name: str) -> bool:
    """Return whether UTF-8 text that begins like ``head`` (CONTENT_HEAD_BYTES, or all of it) is a log of lines."""
    text = head.decode(errors="replace")
    if is_envelope(text) or is_document(text) or is_exposition(text):
        return False
    return table_of(text[:_TABLE_HEAD_CHARACTERS], name, whole=len(text) < _TABLE_HEAD_CHARACTERS) is None


def as_lines(chunks: Chunks, name: str, tally: Tally, limits: Limits = LIMITS) -> Chunks:
    """Yield UTF-8 text as a log of lines, one record a line."""
    head, chunks = peek(chunks, CONTENT_HEAD_BYTES)
    text = head.decode(errors="replace")
    table = table_of(text[:_TABLE_HEAD_CHARACTERS], name, whole=len(text) < _TABLE_HEAD_CHARACTERS)
    if is_envelope(text):
        tally.converted_from = "Sentry"
        yield from envelope_lines(chunks)
    elif is_document(text):
        yield from document_lines(chunks, tally, limits)
    elif is_exposition(text):
        tally.converted_from = "Prometheus"
        yield from exposition_lines(chunks)
    elif table is not None:
        tally.converted_from = table.title
        yield from table_lines(chunks, table, tally)
    else:
        yield from chunks
