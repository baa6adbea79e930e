"""Checks of secrets: checksums of tokens, and whether a text looks drawn at random. See :mod:`validators`."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import zlib

from aidebug_gui.analysis.pii.checksums import digits_of
from aidebug_gui.analysis.pii.model import Check
from aidebug_gui.analysis.pii.placeholders import is_placeholder, is_random
from aidebug_gui.translatable import translatable

_HUMPS = re.compile(rb"[a-z][A-Z]")
_NO_SECRET = re.compile(
    rb"[\d.,:-]+|[A-Z][A-Z0-9_-]*[\]});:,.!?]*|[A-Za-z][a-z]*(?:[-_.:][a-z]+)*[\]});:,.!?]*|(?:~|\.{0,2})/.*|[A-Za-z]:\\.*|\w+://.*|[\w./-]+\.(?:txt|json|ya?ml|env|pem|key)"
)
_PARTS = re.compile(rb"[^A-Za-z0-9]+")
_VERSION = re.compile(rb"v?\d+(?:\.\d+)+.*|[\d.:+T-]+Z?|(?:~|\.{0,2})/.*|[\w./-]+\.[a-z]{2,5}")
_HEXADECIMAL = re.compile(rb"[0-9a-fA-F-]+")
_SIGNS = b"!$%*?#&^@"
_DISTINCT = 6  # of 16 characters of base 32; a million random ones to one have more
_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def github_fine_grained(value: bytes) -> Check | None:
    """Accept a token; eight of its characters are the SHA-256 in base 32 of those before (eight more follow)."""
    expected = base64.b32encode(hashlib.sha256(value[:-16]).digest())[:8]
    if expected.lower() == value[-16:-8].lower():
        return Check(9.0, "checksum of the token ok")
    return Check(3.0, "the form of a token, its checksum cannot be confirmed") if is_random(value[11:]) else None


def gitlab(value: bytes) -> Check | None:
    """Accept a token of GitLab; those with dots end with the CRC-32 of what stands before, in base 36."""
    if value.count(b".") == 2:
        body, number = value[:-7], int(value[-7:], 36)
        if zlib.crc32(body) == number:
            return Check(9.0, "checksum of the token ok")
        return Check(1.0, "the form of a token, but its checksum is wrong")
    return Check(2.0, "random characters") if is_random(value.partition(b"-")[2] or value[9:]) else None


def github_crc(value: bytes) -> Check | None:
    """Accept a GitHub or npm token; its last six characters are the CRC-32 of the body in base 62."""
    body = value[4:-6]
    number, text = zlib.crc32(body), ""
    for _ in range(6):
        number, digit = divmod(number, 62)
        text = _BASE62[digit] + text
    if text.encode() == value[-6:]:
        return Check(9.0, "checksum of the token ok")
    return Check(3.0, "the form of a token, but its checksum is wrong") if is_random(value[4:]) else None


def jwt(value: bytes) -> Check | None:
    header = decoded_json(value.split(b".")[0])
    if header is None or "alg" not in header:
        return None
    payload = decoded_json(value.split(b".")[1]) or {}
    expiry = payload.get("exp")
    algorithm = str(header["alg"])[:12]
    if isinstance(expiry, (int, float)):
        algorithm = translatable("{algorithm}, expires at Unix time {time}", algorithm=algorithm, time=str(expiry))
    return Check(7.0, "header decodes, algorithm {value}", algorithm)


def decoded_json(part: bytes) -> dict[str, object] | None:
    """Return the JSON object that a part of a token holds in base64, None if it holds none."""
    try:
        found = json.loads(base64.urlsafe_b64decode(part + b"=" * (-len(part) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def aws_key_id(value: bytes) -> Check | None:
    if value.endswith(b"EXAMPLE") or len(set(value[4:])) < _DISTINCT:
        return None
    return Check(2.0, "belongs to AWS account {value}", aws_account(value))


def aws_account(key_id: bytes) -> str:
    """Return the 12 digits of the account that an AWS key id was made for."""
    number = int.from_bytes(base64.b32decode(key_id[4:])[:6], "big")
    return f"{(number & 0x7FFFFFFFFF80) >> 7:012d}"


def mixed(value: bytes) -> Check | None:
    """Accept a key of which the rest behind three letters, or its longest part, is drawn: names in front tell vendor and kind."""
    drawn_part = is_random(value[3:]) or is_random(max(_PARTS.split(value), key=len))
    return Check(2.0, "random characters") if drawn_part and not is_placeholder(value) else None


def drawn(value: bytes) -> Check | None:
    """Accept a key without a form of its own: drawn characters, with digits among them."""
    if not digits_of(value) or not is_random(value) or is_placeholder(value):
        return None
    return None if _VERSION.fullmatch(value) else Check(1.0, "random characters")


def three_kinds(value: bytes) -> Check | None:
    """Accept a key of small and capital letters and digits, or a long one: no digest, identifier or word is drawn so."""
    is_mixed = value.upper() != value != value.lower() or (len(value) >= 32 and _HEXADECIMAL.fullmatch(value) is None)
    return drawn(value) if is_mixed else None


def drawn_short(value: bytes) -> Check | None:
    """Accept short codes: letters and digits in turn, no words."""
    return Check(1.0, "random characters") if digits_of(value) else None


def strong(value: bytes) -> Check | None:
    """Accept what nobody writes but as a password: letters, a digit, and a capital letter or a sign; no version, time or path."""
    if not digits_of(value) or is_placeholder(value) or _VERSION.fullmatch(value) or _NO_SECRET.fullmatch(value):
        return None
    has_sign = value.translate(None, _SIGNS) != value
    is_telling = value.lower() != value.upper() and value.lower() != value and value.upper() != value
    return Check(1.0, "letters, digits and signs as in a password") if is_telling or has_sign else None


def basic_credentials(value: bytes) -> Check | None:
    """Accept a user name and a password with a colon between in base64."""
    try:
        user, colon, password = base64.b64decode(value + b"=" * (-len(value) % 4), validate=True).partition(b":")
    except (ValueError, binascii.Error):
        return None
    if not colon or not (user + password).isascii() or not (user + password).decode().isprintable():
        return None
    return None if len(password) < 4 or is_placeholder(password) else Check(4.0, "a user name and a password in base64")


def not_placeholder(value: bytes) -> Check | None:
    return None if is_placeholder(value) else Check(1.0, "not a placeholder")


def token_like(value: bytes) -> Check | None:
    if is_placeholder(value) or not ((len(value) >= 20 and digits_of(value)) or is_random(value)):
        return None
    return Check(1.0, "a token behind the word Bearer")


def password_like(value: bytes) -> Check | None:
    """Accept what somebody calls a password: it has a digit or a sign that words do not have, or is written LiKe this."""
    if is_placeholder(value) or b"://" in value:
        return None
    stripped = value.rstrip(b".!?)")
    odd = any(not (0x61 <= character | 0x20 <= 0x7A) and character < 0x80 for character in stripped[1:])
    return Check(1.5, "not a plain word") if odd or len(_HUMPS.findall(stripped)) > 1 else None


def option_value(value: bytes) -> Check | None:
    """Accept what stands behind an option such as --api-key: no word, number, path, or NAME as in a usage."""
    if is_placeholder(value) or _NO_SECRET.fullmatch(value):
        return None
    return Check(1.0, "not a word, a number or a path")
