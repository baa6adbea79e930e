"""Reads what the first versions kept in Qt's settings, as data of version 1. Those settings are left as they are."""

from __future__ import annotations

from typing import Any

import orjson
from PySide6.QtCore import QByteArray, QSettings

_ROOT = "window-1"


def old_settings() -> dict[str, Any] | None:
    """Return what was kept, None if there is nothing."""
    settings = QSettings()
    found: dict[str, Any] = {}
    geometry = settings.value(f"{_ROOT}/geometry")
    if isinstance(geometry, QByteArray):
        found["geometry"] = bytes(geometry.toBase64().data()).decode("ascii")
    for name in ("panes", "filters", "columns"):
        value = _loads(settings.value(f"{_ROOT}/{name}"))
        if value is not None:
            found[name] = value
    recent = settings.value("recent/files")
    if recent:
        found["recent"] = [recent] if isinstance(recent, str) else [str(name) for name in recent]
    return {"version": 1, **found} if found else None


def _loads(stored: object) -> object:
    try:
        found: object = orjson.loads(stored) if isinstance(stored, str) else None
    except orjson.JSONDecodeError:
        return None
    return found
