"""Definitions that the window writes for the user, as TOML in the configuration directory. Files of hand are not touched.

``dates.toml``: how dates such as 03/04/2026 are read. ``columns.toml``: which field is which column, by kind of log.
``formats/own.toml``: text formats.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aidebug_gui.formats.catalog import Catalog

DATES, COLUMNS, FORMATS = "dates.toml", "columns.toml", "formats/own.toml"
_HEAD = "# Written by AiDebug. You may change it; what cannot be read is left out and told.\n"


@dataclass(frozen=True, slots=True)
class UserFormat:
    """A text format of the user, see ``formats.model.TextFormat``."""

    name: str
    pattern: str
    time_style: str = "iso"
    samples: tuple[str, ...] = field(default=())


def keep_date_order(directory: Path, shape: str, *, month_first: bool) -> None:
    """Remember how the dates of logs of a shape are read. Raises OSError."""
    known = _read(directory / DATES).get("month_first", {})
    chosen = {**(known if isinstance(known, dict) else {}), shape: month_first}
    lines = [f"{_text(name)} = {'true' if first else 'false'}" for name, first in chosen.items()]
    _write(directory / DATES, ["[month_first]", *lines])


def keep_columns(directory: Path, needs: Sequence[str], columns: Mapping[str, str]) -> None:
    """Remember which field is which column in logs that have the fields ``needs``; "" for none. Raises OSError."""
    logs = [log for log in _tables(directory / COLUMNS, "log") if log.get("needs") != list(needs)]
    if columns:
        logs.append({"needs": list(needs), "columns": dict(columns)})
    lines: list[str] = []
    for log in logs:
        lines += ["[[log]]", f"needs = [{', '.join(map(_text, log.get('needs', ())))}]", "[log.columns]"]
        lines += [f"{_text(column)} = {_text(name)}" for column, name in log.get("columns", {}).items()]
        lines.append("")
    _write(directory / COLUMNS, lines)


def keep_format(directory: Path, own: UserFormat) -> None:
    """Add a text format, or put it in the place of the one of that name. Raises OSError."""
    formats = [entry for entry in _tables(directory / FORMATS, "format") if entry.get("name") != own.name]
    entry: dict[str, Any] = {"name": own.name, "title": own.name, "pattern": own.pattern, "time_style": own.time_style}
    entry["sample"] = [{"line": line} for line in own.samples]
    lines: list[str] = []
    for known in [entry, *formats]:
        lines.append("[[format]]")
        lines += [f"{key} = {_value(value)}" for key, value in known.items() if key != "sample"]
        for sample in known.get("sample", ()):
            lines += ["[[format.sample]]", f"line = {_text(str(sample.get('line', '')))}"]
        lines.append("")
    _write(directory / FORMATS, lines)


def _tables(path: Path, name: str) -> list[dict[str, Any]]:
    found = _read(path).get(name, [])
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _read(path: Path) -> dict[str, Any]:
    """Return what the file holds; a broken one is set aside, so that nothing of it is lost."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        path.replace(path.with_suffix(".broken"))
        return {}


def _write(path: Path, lines: Sequence[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(_HEAD + "\n".join(lines).rstrip() + "\n", encoding="utf-8")
    os.replace(new, path)
    Catalog.forget()


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else _text(str(value))


def _text(text: str) -> str:
    """Return a TOML basic string: JSON escapes the same characters, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
