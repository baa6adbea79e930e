"""The values of the settings, and the signal of their changes."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from aidebug_gui.resources import user_directory
from aidebug_gui.translatable import translatable
from aidebug_gui.ui.settings.registry import SETTINGS, Value
from aidebug_gui.ui.state.json_file import JsonFile

log = logging.getLogger(__name__)

NAME = "settings.json"
VERSION = 1


class Settings(QObject):
    """Reads the settings once and writes each change. What is as by default is not written.

    Signals:
        changed(str): the name of the setting that has another value now.
        shortcuts_changed(): a key was bound to another action.
    """

    changed = Signal(str)
    shortcuts_changed = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = JsonFile(path, _migrate)
        self._specs = {spec.name: spec for spec in SETTINGS}
        self._values: dict[str, Value] = {}
        self._unknown: dict[str, Any] = {}  # of a newer or older version: kept as it is
        self._shortcuts: dict[str, str] = {}
        self.problem = self._read()
        """Why the file could not be read, in words; empty if it could."""

    def _read(self) -> str:
        data, problem = self._file.read()
        given = data.get("settings") if data is not None else None
        for name, value in (given if isinstance(given, dict) else {}).items():
            if name not in self._specs:
                self._unknown[name] = value
            elif self._specs[name].accepts(value):
                self._values[name] = value
        keys = data.get("shortcuts") if data is not None else None
        if isinstance(keys, dict):
            self._shortcuts = {name: key for name, key in keys.items() if isinstance(key, str)}
        return problem

    def value(self, name: str) -> Any:
        """Return the value of a setting. Raises KeyError for a name that is none."""
        return self._values.get(name, self._specs[name].default)

    def is_default(self, name: str) -> bool:
        """Return whether a setting is as it was at first."""
        return name not in self._values

    def set(self, name: str, value: Value) -> None:
        """Change a setting. Raises ValueError for a value that it cannot have."""
        spec = self._specs[name]
        if not spec.accepts(value):
            raise ValueError(f"{value!r} is no value of {name}")
        if value == self.value(name):
            return
        if value == spec.default:
            self._values.pop(name, None)
        else:
            self._values[name] = value
        self._write()
        self.changed.emit(name)

    def reset(self, name: str) -> None:
        """Set a setting as it was at first."""
        self.set(name, self._specs[name].default)

    def shortcuts(self) -> Mapping[str, str]:
        """Return the keys that the user chose, by name of the action; an empty text: no key."""
        return dict(self._shortcuts)

    def set_shortcut(self, action: str, key: str | None) -> None:
        """Bind a key (portable text) to an action; None: the usual one."""
        if key is None:
            self._shortcuts.pop(action, None)
        else:
            self._shortcuts[action] = key
        self._write()
        self.shortcuts_changed.emit()

    def reset_shortcuts(self) -> None:
        """Bind all keys as they were at first."""
        self._shortcuts.clear()
        self._write()
        self.shortcuts_changed.emit()

    def _write(self) -> None:
        data = {"version": VERSION, "settings": {**self._unknown, **self._values}, "shortcuts": self._shortcuts}
        try:
            self._file.write(data, durable=False)
        except OSError as error:
            log.warning("settings not kept: %s", error)


def _migrate(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data of any known version as today's. Raises ValueError for others."""
    if data.get("version") != VERSION:
        raise ValueError(translatable("it is not of version {version}", version=str(VERSION)))
    return data


_current: dict[Path, Settings] = {}


def current_settings() -> Settings:
    """Return the settings of this program."""
    path = user_directory() / NAME
    if path not in _current:
        _current.clear()
        _current[path] = Settings(path)
    return _current[path]
