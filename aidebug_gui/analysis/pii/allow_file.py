"""Writes the user's list of what is no personal data: adds an entry, takes one away, and leaves the rest as it stands."""

from __future__ import annotations

import json
import os
import re
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aidebug_gui.translatable import translatable

_HEAD = re.compile(r"^\s*\[\[\s*allow\s*\]\]", re.MULTILINE)
_ANY_HEAD = re.compile(r"^\s*\[", re.MULTILINE)
_DELETE = "\x7f"


@dataclass(frozen=True, slots=True)
class AllowEntry:
    """One entry as it is written. Exactly one of ``value``, ``path`` and ``pattern`` is given; no entity means any."""

    reason: str
    value: str = ""
    path: str = ""
    pattern: str = ""
    entity: str = ""

    @property
    def scope(self) -> str:
        """Return which of the three is given."""
        return "value" if self.value else "path" if self.path else "pattern"

    @property
    def what(self) -> str:
        """Return what is allowed."""
        return self.value or self.path or self.pattern


def allow_path(directory: Path) -> Path:
    """Return where the list of a user's directory lies."""
    return directory / "pii" / "allow.toml"


def read_tables(path: Path) -> list[dict[str, Any]]:
    """Return the ``[[allow]]`` tables of a list in order. Raises ValueError, with the file, if it cannot be read."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8")).get("allow", []) if path.is_file() else []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"{path}: {error}") from error
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise ValueError(translatable("{path}: write each entry below a line [[allow]]", path=str(path)))
    return found


def entries(directory: Path) -> list[AllowEntry]:
    """Return the entries in order. Raises ValueError, with the file, if it cannot be read."""
    names = AllowEntry.__dataclass_fields__
    tables = read_tables(allow_path(directory))
    return [AllowEntry(**{name: str(entry.get(name, "")) for name in names}) for entry in tables]


def add(directory: Path, entry: AllowEntry) -> None:
    """Put an entry at the end. Raises ValueError for one that says nothing or a bad pattern, OSError."""
    if sum(bool(given) for given in (entry.value, entry.path, entry.pattern)) != 1 or not entry.reason.strip():
        raise ValueError(translatable("Give a value, a field or a pattern, and a reason."))
    if entry.pattern:
        try:
            re.compile(entry.pattern.encode())
        except re.error as error:
            raise ValueError(
                translatable(
                    "The pattern {pattern} is not valid: {reason}", pattern=repr(entry.pattern), reason=str(error)
                )
            ) from error
    entries(directory)  # a file that cannot be read is not made longer
    path = allow_path(directory)
    before = path.read_text(encoding="utf-8") if path.is_file() else "# What is no personal data, and why.\n"
    given = [name for name in ("value", "path", "pattern", "entity", "reason") if getattr(entry, name)]
    lines = [f"{name} = {_quoted(getattr(entry, name))}" for name in given]
    _write(path, before.rstrip("\n") + "\n\n[[allow]]\n" + "\n".join(lines) + "\n")


def remove(directory: Path, number: int) -> None:
    """Take the entry at a position away. Raises IndexError, ValueError, OSError."""
    path = allow_path(directory)
    entries(directory)
    text = path.read_text(encoding="utf-8")
    heads = [match.start() for match in _HEAD.finditer(text)]
    if not 0 <= number < len(heads):
        raise IndexError(f"There is no entry {number}.")
    begin = heads[number]
    following = _ANY_HEAD.search(text, text.index("]]", begin) + 2)
    _write(path, text[:begin] + (text[following.start() :] if following else ""))


def _quoted(text: str) -> str:
    """Return a TOML string; JSON's escapes are TOML's too, but for DEL."""
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace(_DELETE, "\\u007f")


def _write(path: Path, text: str) -> None:
    """Replace the file at once, so that nobody ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".allow-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
        tomllib.loads(text)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
