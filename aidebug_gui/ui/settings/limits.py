"""What is done unasked with large logs."""

from __future__ import annotations

from aidebug_gui.ui.settings.values import current_settings

MEGABYTE = 1_000_000


def most_unasked() -> int:
    """Return the bytes up to which a log is looked through by itself: more takes tens of seconds and memory."""
    return int(current_settings().value("findings_limit_mb")) * MEGABYTE
