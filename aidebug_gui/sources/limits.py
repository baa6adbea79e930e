"""How much a source may become: what stops decompression bombs, endless streams and nesting without end."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of what one log may unfold to. Beyond one of them the reading stops with a notice; what was read stays."""

    spool_bytes: int = 64 << 30
    free_disk_bytes: int = 512 * MEBIBYTE  # left free in the temporary folder
    ratio: int = 250  # unpacked to packed; honest logs reach 10 to 100
    ratio_free_bytes: int = 256 * MEBIBYTE  # a small file may unpack to this at any ratio
    containers: int = 4  # an archive in an archive in ...
    members: int = 10_000  # of one archive
    value_characters: int = 64 * MEBIBYTE  # one JSON value
    kept_bytes: int = 1 << 30  # of a followed log, as a private copy for when the file is emptied
    kept_before_bytes: int = 64 * MEBIBYTE  # of what was in it before it was followed


LIMITS = Limits()
