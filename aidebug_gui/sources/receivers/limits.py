"""How much may come in: what a receiver bounds, so that nobody who reaches its port can fill memory or disk."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class ReceiverLimits:
    """Bounds of one receiver. What is beyond them is reported in the log or in its notice, never lost silently."""

    message_bytes: int = 16 * MEBIBYTE  # a line, a pickled record, the body of a request after unpacking
    pending_bytes: int = 128 * MEBIBYTE  # of all connections together: messages that are not complete yet
    connections: int = 128
    silence_s: float = 30.0  # after which a connection makes room for another, where there are so many
    log_bytes: int = 16 << 30  # of one received log on the disk
    free_disk_bytes: int = 512 * MEBIBYTE  # left free on the disk


LIMITS = ReceiverLimits()
