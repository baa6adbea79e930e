"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from aidebug_gui.translatable import translatable

HEAD_BYTES = 1 << 16

PACKINGS = ("gz", "bz2", "xz", "zst")

_MAGIC = (
    (b"\x1f\x8b\x08", "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zst"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # an empty one
    (b"SQLite format 3\x00", "sqlite"),
    (b"PAR1", "parquet"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
)
_BINARY_SHARE = 0.05  # of random bytes a tenth are control characters
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\b\x07"))
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_TAR_MAGIC = slice(257, 262)


def container_of(head: bytes) -> str:
    """Return the kind of container that begins like this ("gz", "zip", "tar", "sqlite" ...), "" for text."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind if kind != "bz2" or head[3:4] in b"123456789" else ""
    return "tar" if head[_TAR_MAGIC] == b"ustar" else ""


BINARY_NOTICE = translatable("This does not look like a log: most of it is not text. It is shown as far as possible.")


def looks_binary(head: bytes) -> bool:
    """Return whether a file that begins like this is neither text nor a known container: a model, a picture, a program.

    Text may hold some control characters; UTF-16 has a zero in each second byte and few others.
    """
    if not head or container_of(head) or head.startswith(_WIDE_MARKS):
        return False
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) < 0.01 * len(head) and max(even, odd) > 0.3 * len(head):
        return False
    return len(head) - len(head.translate(None, _CONTROLS)) > _BINARY_SHARE * len(head)
