"""A small JSON file that is never half written: read whole, written beside itself and put in place."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson

from aidebug_gui.translatable import translatable

MOST_BYTES = 16_000_000

Data = dict[str, Any]


class JsonFile:
    """One file with one JSON object. A file that cannot be read is set aside, so that nothing in it is lost."""

    def __init__(self, path: Path, migrate: Callable[[Data], Data]) -> None:
        self.path = path
        self._migrate = migrate
        self._stamp: tuple[int, int, int] | None = None
        self.is_writable = True

    @property
    def aside(self) -> Path:
        """Where a file that cannot be read is moved."""
        return self.path.with_name(f"{self.path.stem}.broken{self.path.suffix}")

    def read(self) -> tuple[Data | None, str]:
        """Return what the file holds (None: nothing) and what went wrong, in words. Never raises."""
        try:
            if self.path.stat().st_size > MOST_BYTES:
                raise ValueError(translatable("it is far too large"))
            self._stamp = self._read_stamp()
            found = _loads(self.path.read_bytes())
            if not isinstance(found, dict):
                raise TypeError(translatable("it holds something else"))
            return self._migrate(found), ""
        except FileNotFoundError:
            self._stamp = None
            return None, ""
        except OSError as error:
            self.is_writable = False  # what we cannot see we do not replace
            return None, translatable(
                "{path} cannot be read: {reason}. Nothing is remembered this time.",
                path=str(self.path),
                reason=str(error.strerror or error),
            )
        except (ValueError, TypeError, RecursionError) as error:
            return None, self._set_aside(error)

    def _set_aside(self, error: Exception) -> str:
        reason = translatable("it is damaged") if isinstance(error, json.JSONDecodeError) else str(error)
        try:
            os.replace(self.path, self.aside)
        except OSError:
            self.is_writable = False
            return translatable(
                "{path} cannot be used: {reason}. Nothing is remembered this time.", path=str(self.path), reason=reason
            )
        self._stamp = None
        return translatable(
            "{name} cannot be used: {reason}. It was set aside as {aside}.",
            name=self.path.name,
            reason=reason,
            aside=str(self.aside),
        )

    def changed_outside(self) -> bool:
        """Return whether somebody else (another window) wrote the file since it was read or written here."""
        return self._read_stamp() != self._stamp

    def write(self, data: Data, *, durable: bool) -> None:
        """Replace the file; ``durable``: wait for the disk. Raises OSError; the old file is then still there."""
        if not self.is_writable:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{self.path.stem}-", suffix=".new", dir=self.path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_dumps(data))
                file.flush()
                if durable:
                    os.fsync(file.fileno())
            os.replace(name, self.path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
        self._stamp = self._read_stamp()

    def _read_stamp(self) -> tuple[int, int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns


def _dumps(data: Data) -> bytes:
    """Return data as JSON; names of files that are no UTF-8 (lone surrogates in Python) are known only to ``json``."""
    try:
        return orjson.dumps(data, option=orjson.OPT_INDENT_2)
    except TypeError:
        return json.dumps(data, indent=2).encode("ascii")


def _loads(text: bytes) -> object:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        if b"\\ud" not in text:
            raise
        return json.loads(text)
