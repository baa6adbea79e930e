"""Ways to hide a value, and records with their findings hidden."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from aidebug_gui.analysis.pii.checksums import luhn
from aidebug_gui.analysis.pii.location import locate
from aidebug_gui.analysis.pii.model import Entity
from aidebug_gui.analysis.pii.scan import Finding

_SPACES = re.compile(r"[\s.()/-]+")
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_ESCAPE = re.compile(rb"\\(?:u[0-9a-fA-F]{4}|.)")
_KEEP_LAST = 4
_SPACES_BEFORE = 16  # before a number of JSON; of more it is asked where it stands
_LETTERS_UP, _LETTERS_LOW = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"abcdefghijklmnopqrstuvwxyz"


class Mask(StrEnum):
    """How a value is hidden."""

    REMOVE = "remove"  # nothing is left
    LABEL = "label"  # [EMAIL]
    NUMBERED = "numbered"  # [EMAIL_3]: the same value has the same number in one export
    PSEUDONYM = "pseudonym"  # EMAIL_1a2b3c4d: the same value has the same name wherever the key is the same
    FORMAT = "format"  # same length and separators, other characters, check digits broken on purpose


class Masker:
    """Hides values in one way. ``key`` makes pseudonyms and formats reproducible, and not to be guessed without it."""

    def __init__(self, style: Mask, key: bytes, entities: dict[str, Entity]) -> None:
        self._style = style
        self._key = key
        self._entities = entities
        self._numbers: dict[tuple[str, str], int] = {}
        self._kept: dict[tuple[str, bytes], bytes] = {}
        self._made: set[int] = set()

    def made(self, value: bytes) -> bool:
        """Return whether this text is one that the masker wrote, so that it hides something and is nothing to hide."""
        return hash(value) in self._made

    def also_made(self, values: Iterable[bytes]) -> None:
        """Know what a masker in another process wrote."""
        self._made.update(map(hash, values))

    def value(self, entity: str, value: bytes) -> bytes:
        """Return what stands for a value."""
        kept = self._kept.get((entity, value))
        if kept is None:
            kept = self.masked(entity, value)
            self._made.add(hash(kept))
            if len(self._kept) < 100_000:
                self._kept[entity, value] = kept
        return kept

    def masked(self, entity: str, value: bytes) -> bytes:
        """Return what stands for a value that was not seen before, or is kept no more."""
        label = self._entities[entity].label
        if self._style is Mask.REMOVE:
            return b""
        if self._style is Mask.LABEL:
            return f"[{label}]".encode()
        if self._style is Mask.FORMAT and not self._entities[entity].secret:
            return self._same_format(entity, value)
        same = normalised(value)
        if self._style is Mask.NUMBERED:
            number = self._numbers.setdefault((entity, same), len(self._numbers) + 1)
            return f"[{label}_{number}]".encode()
        return f"{label}_{self._digest(entity, same)[:4].hex()}".encode()

    def _digest(self, entity: str, text: str) -> bytes:
        return hmac.digest(self._key, f"{entity}\0{text}".encode(), hashlib.sha256)

    def _same_format(self, entity: str, value: bytes) -> bytes:
        """Return other characters of the same kinds; the last four digits of cards stay, check digits never fit."""
        if entity == "email":
            return b"user_" + self._digest(entity, normalised(value))[:4].hex().encode() + b"@masked.invalid"
        if entity == "ip" and b"." in value:
            return b"10." + b".".join(str(part).encode() for part in self._digest(entity, normalised(value))[:3])
        stream = self._digest(entity, normalised(value)) * (len(value) // 32 + 1)
        value = _ESCAPE.sub(lambda found: b"x" * len(found[0]), value)  # with another letter it would be no JSON
        keep = len(value) - _KEEP_LAST if entity == "credit_card" else len(value)
        out = bytearray(value)
        for position, character in enumerate(value):
            if position < keep:
                out[position] = _other(character, stream[position])
        if entity == "credit_card":
            _break_luhn(out)
        return bytes(out)


def normalised(value: bytes) -> str:
    """Return a value so that its spellings are the same: lower case, without separators."""
    return _SPACES.sub("", value.decode("utf-8", "replace").lower())


def _other(character: int, random: int) -> int:
    if 0x30 <= character <= 0x39:
        return 0x30 + random % 10
    for letters in (_LETTERS_UP, _LETTERS_LOW):
        if character in letters:
            return letters[random % 26]
    return 0x78 if character >= 0x80 else character


def _break_luhn(card: bytearray) -> None:
    card[0] = 0x39  # no issuer begins with 9
    digits = [position for position, character in enumerate(card) if 0x30 <= character <= 0x39]
    if luhn(bytes(card[position] for position in digits)):
        card[digits[1]] = 0x30 + (card[digits[1]] - 0x30 + 1) % 10


def masked_text(text: bytes, begin: int, end: int, findings: Sequence[Finding], masker: Masker) -> bytes:
    """Return bytes [begin, end) of a block with its findings hidden; JSON stays JSON."""
    if not findings:
        return text[begin:end]
    pieces = []
    position = begin
    for finding in findings:
        pieces.append(text[position : finding.start])
        new = masker.value(finding.entity, text[finding.start : finding.end])
        pieces.append(_in_place(text, begin, end, finding, new))
        position = finding.end
    pieces.append(text[position:end])
    return b"".join(pieces)


def _in_place(text: bytes, begin: int, end: int, finding: Finding, new: bytes) -> bytes:
    """Return the replacement, in quotation marks where a number stood that is none any more."""
    if (
        text[begin : begin + 1] != b"{"
        or text[max(begin, finding.start - _SPACES_BEFORE) : finding.start].rstrip(b" ")[-1:]
        not in (b":", b",", b"[", b"")
        or text[finding.end : finding.end + 1] not in (b",", b"}", b"]", b" ", b"\n", b"\r", b"")
        or not _NUMBER.fullmatch(text, finding.start, finding.end)
    ):
        return new
    place = locate(text[begin:end], finding.start - begin)
    if place is None or place.quoted or (new.isdigit() and not new.startswith(b"0")):
        return new
    return b'"' + new + b'"'


METADATA = frozenset(
    [
        "id",
        "ids",
        "uuid",
        "trace_id",
        "span_id",
        "parent_id",
        "request_id",
        "run_id",
        "session_id",
        "thread_id",
        "conversation_id",
        "correlation_id",
        "event",
        "level",
        "severity",
        "time",
        "ts",
        "timestamp",
        "created",
        "created_at",
        "started_at",
        "ended_at",
        "duration",
        "duration_ms",
        "latency",
        "latency_ms",
        "ttft",
        "ttft_ms",
        "model",
        "provider",
        "status",
        "status_code",
        "code",
        "finish_reason",
        "stop_reason",
        "usage",
        "tokens",
        "prompt_tokens",
        "completion_tokens",
        "total_tokens",
        "input_tokens",
        "output_tokens",
        "cached_tokens",
        "max_tokens",
        "cost",
        "cost_usd",
        "total_cost",
        "temperature",
        "top_p",
        "top_k",
        "seed",
        "service",
        "env",
        "logger",
        "host",
        "port",
        "method",
        "step",
        "epoch",
        "index",
        "type",
        "role",
        "name",
        "kind",
        "version",
        "tool",
        "score",
        "scores",
        "label",
    ]
)
"""Names of fields that stay when prompts and answers are dropped, whatever they hold."""
_CONTENT = frozenset(
    [
        "messages",
        "message",
        "content",
        "prompt",
        "prompts",
        "completion",
        "completions",
        "text",
        "input",
        "inputs",
        "output",
        "outputs",
        "query",
        "question",
        "answer",
        "response",
        "responses",
        "arguments",
        "args",
        "result",
        "results",
        "body",
        "payload",
        "instructions",
        "instruction",
        "system",
        "thought",
        "observation",
        "chunk",
        "chunks",
        "docs",
        "documents",
        "document",
        "context",
        "transcript",
        "tool_input",
        "tool_output",
        "description",
        "summary",
        "memo",
        "note",
        "notes",
        "raw",
        "exception",
    ]
)
_LONGEST_KEPT = 64  # a longer text is content, whatever its field is called


def without_content(value: object, name: str = "") -> object:
    """Return a JSON value without prompts, answers and other long texts; numbers, ids and short words stay."""
    if isinstance(value, dict):
        return {key: without_content(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [without_content(item, name) for item in value]
    if not isinstance(value, str):
        return value
    last = name.rpartition(".")[2].lower()
    if last in METADATA and len(value) <= _LONGEST_KEPT:
        return value
    if last in _CONTENT or len(value) > _LONGEST_KEPT or " " in value.strip():
        return f"[{len(value)} characters]"
    return value


def content_dropped(line: bytes) -> bytes:
    """Return a JSON line without its content; a line that is no JSON (or nested too deeply) keeps only its length."""
    try:
        return json.dumps(without_content(json.loads(line)), ensure_ascii=False).encode("utf-8", "replace")
    except (ValueError, RecursionError):
        return b'{"dropped_characters": %d}' % len(line.decode("utf-8", "replace").rstrip())
