"""The definitions that are data: text formats, field aliases, level names and message patterns, read from TOML.

Shipped files are in ``resources/``; a user's own (``formats/*.toml``, ``aliases.toml``, ``levels.toml``,
``message_patterns.toml`` in the configuration directory) add to them or replace by name. This is not detection.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from aidebug_gui.formats.aliases import Aliases, read_aliases
from aidebug_gui.formats.column_choices import ChosenColumns
from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.formats.definitions import (
    DefinitionError,
    read_level,
    read_level_scale,
    read_message_pattern,
    read_text_format,
    read_wrapper,
)
from aidebug_gui.formats.levels import PYTHON, Levels, LevelScale
from aidebug_gui.formats.model import FIRST_TEXT, MessagePattern, TextFormat, Wrapper
from aidebug_gui.resources import resource_path
from aidebug_gui.translatable import joined, translatable

Table = dict[str, Any]


class CatalogError(ValueError):
    """A definition file that cannot be used; the message names the file, the key and, where known, the line."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """All definitions. ``problems`` are the errors of user files, which are left out."""

    text_formats: tuple[TextFormat, ...]
    aliases: Aliases
    levels: Levels
    message_patterns: tuple[MessagePattern, ...]
    wrappers: tuple[Wrapper, ...] = ()
    problems: tuple[str, ...] = ()
    chosen: tuple[ChosenColumns, ...] = ()
    month_first: Mapping[str, bool] = field(default_factory=dict)  # by Layout.date_shape, as the user chose

    @staticmethod
    def load(user_dir: Path | None = None) -> Catalog:
        """Return the shipped definitions with those of a user directory on top.

        Raises CatalogError for a bad shipped file; bad user files are reported in ``problems`` instead.
        """
        return _load(user_dir)

    @staticmethod
    def forget() -> None:
        """Read the definitions again the next time: the user's have changed."""
        _load.cache_clear()


@cache
def _load(user_dir: Path | None) -> Catalog:
    draft = _Draft()
    for path in _definition_files(resource_path()):
        draft.add(path, user=False)
    for path in _definition_files(user_dir) if user_dir else ():
        try:
            draft.add(path, user=True)
        except CatalogError as error:
            draft.problems.append(str(error))
    return draft.finished()


def _definition_files(root: Path) -> Iterator[Path]:
    """Yield the files that there are, levels first: formats name their scales."""
    names = (root / name for name in ("aliases.toml", "message_patterns.toml", "dates.toml", "columns.toml"))
    files = (root / "levels.toml", *sorted((root / "formats").glob("*.toml")), *names)
    yield from (path for path in files if path.is_file())


@dataclass(slots=True)
class _Draft:
    """What was read so far. A file is added as a whole or, if it is bad, not at all."""

    formats: dict[str, Table] = field(default_factory=dict)
    wrappers: dict[str, Table] = field(default_factory=dict)
    aliases: Table = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)
    scales: dict[str, LevelScale] = field(default_factory=dict)
    patterns: list[MessagePattern] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    month_first: dict[str, bool] = field(default_factory=dict)
    chosen: list[ChosenColumns] = field(default_factory=list)

    def add(self, path: Path, *, user: bool) -> None:
        table = _read_toml(path)
        readers: dict[str, Callable[[Table, bool], None]] = {
            "aliases.toml": self._add_aliases,
            "levels.toml": self._add_levels,
            "message_patterns.toml": self._add_patterns,
            "dates.toml": self._add_dates,
            "columns.toml": self._add_columns,
        }
        try:
            readers.get(path.name, self._add_formats)(table, user)
        except DefinitionError as error:
            place = joined(str(path), _line_of(path, error.needle), separator="")
            raise CatalogError(joined(place, str(error), separator=": ")) from error
        except (TypeError, AttributeError, KeyError, ValueError) as error:  # a table where a list belongs ...
            raise CatalogError(
                translatable(
                    "{path}: the file is not laid out as expected: {reason}", path=str(path), reason=str(error)
                )
            ) from error

    def _add_formats(self, table: Table, user: bool) -> None:
        entries = {}
        for entry in table.get("format", ()):
            read_text_format(entry, FIRST_TEXT)
            self._check_scale(entry)
            entries[entry["name"]] = entry
        if user:  # a user's formats are tried first, except where they replace one in its place
            new = {name: entry for name, entry in entries.items() if name not in self.formats}
            self.formats = {**new, **self.formats}
        self.formats.update(entries)
        for entry in table.get("wrapper", ()):
            read_wrapper(entry, FIRST_TEXT)
            self._check_scale(entry)
            self.wrappers[entry["name"]] = entry

    def _check_scale(self, entry: Table) -> None:
        scale = entry.get("level_scale", PYTHON)
        if scale not in self.scales:
            raise DefinitionError(
                translatable("{name}: level_scale {scale} is unknown", name=entry["name"], scale=repr(scale)),
                str(scale),
            )

    def _add_aliases(self, table: Table, user: bool) -> None:
        merged = _merged_aliases(self.aliases, table) if user else table
        read_aliases(merged)
        self.aliases = merged

    def _add_levels(self, table: Table, _user: bool) -> None:
        levels = {name.lower(): read_level(level) for name, level in table.get("levels", {}).items()}
        self.scales.update({name: read_level_scale(name, entry) for name, entry in table.get("scale", {}).items()})
        self.levels.update(levels)

    def _add_patterns(self, table: Table, user: bool) -> None:
        patterns = [read_message_pattern(entry) for entry in table.get("pattern", ())]
        self.patterns = patterns + self.patterns if user else self.patterns + patterns

    def _add_dates(self, table: Table, _user: bool) -> None:
        self.month_first.update({name: bool(first) for name, first in table.get("month_first", {}).items()})

    def _add_columns(self, table: Table, _user: bool) -> None:
        for entry in table.get("log", ()):
            unknown = set(entry["columns"]) - set(CANONICAL)
            if unknown:
                raise DefinitionError(translatable("column {name} is unknown", name=repr(min(unknown))), min(unknown))
            self.chosen.append(ChosenColumns(tuple(map(str, entry["needs"])), dict(entry["columns"])))

    def finished(self) -> Catalog:
        formats = (read_text_format(entry, FIRST_TEXT + index) for index, entry in enumerate(self.formats.values()))
        behind = FIRST_TEXT + len(self.formats)
        wrappers = (read_wrapper(entry, behind + index) for index, entry in enumerate(self.wrappers.values()))
        return Catalog(
            tuple(formats),
            read_aliases(self.aliases),
            Levels(self.levels, self.scales),
            tuple(self.patterns),
            tuple(wrappers),
            tuple(self.problems),
            tuple(self.chosen),
            self.month_first,
        )


def _read_toml(path: Path) -> Table:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogError(f"{path}: {error}") from error


def _merged_aliases(base: Table, added: Table) -> Table:
    """Put a user's aliases in front of the shipped ones, column by column."""
    columns = {name: dict(entry) for name, entry in base.get("column", {}).items()}
    for name, entry in added.get("column", {}).items():
        mine = columns.setdefault(name, {})
        for key in ("names", "weak", "suffixes"):
            mine[key] = [*_list(entry, key, name), *mine.get(key, ())]
    containers = [*base.get("containers", ()), *added.get("containers", ())]
    return {**base, "containers": containers, "column": columns}


def _list(entry: Table, key: str, column: str) -> list[Any]:
    value = entry.get(key, [])
    if not isinstance(value, list):
        raise DefinitionError(
            translatable("column {column}: {key} must be a list", column=column, key=repr(key)), f"[column.{column}]"
        )
    return value


def _line_of(path: Path, needle: str) -> str:
    """Return ``, line 7`` for the first line that holds the offending text, nothing if it cannot be found."""
    if needle:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if needle in line:
                return translatable(", line {line}", line=str(number))
    return ""
