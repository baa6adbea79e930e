"""What is done unasked with large logs."""

from __future__ import annotations

from aidebug_gui.ui.settings.values import current_settings

MEGABYTE = 1_000_000


def most_unasked() -> int:
    """Return the bytes up to which a log is looked through for findings by itself: 1 GB takes some 20 s and 600 MB."""
    return int(current_settings().value("findings_limit_mb")) * MEGABYTE


def most_scanned() -> int:
    """Return the bytes up to which a log is looked through for personal data by itself, at some 20 MB/s."""
    return int(current_settings().value("personal_limit_mb")) * MEGABYTE
