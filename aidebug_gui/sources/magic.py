"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

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
_TAR_MAGIC = slice(257, 262)


def container_of(head: bytes) -> str:
    """Return the kind of container that begins like this ("gz", "zip", "tar", "sqlite" ...), "" for text."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind if kind != "bz2" or head[3:4] in b"123456789" else ""
    return "tar" if head[_TAR_MAGIC] == b"ustar" else ""
