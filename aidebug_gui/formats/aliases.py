"""Which field of a log is which canonical column: names, containers and the look of the values decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.formats.definitions import DefinitionError
from aidebug_gui.formats.keys import normalised
from aidebug_gui.formats.model import JsonPath
from aidebug_gui.translatable import translatable

MOST_PATHS = 6
"""Paths tried for one column; more cost time on each record and are never needed in practice."""

ONE_MEANING = frozenset({"score", "label", "target", "threshold"})
"""Columns whose names mean different things: of two that stand in one record only the better one is the column."""


@dataclass(frozen=True, slots=True)
class WeakAlias:
    """An alias for want of a better one. Not used where a column of ``unless`` was found."""

    name: str
    unless: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()  # other keys of the log without which the name means something else
    share: bool = False  # another column may have the same key


@dataclass(frozen=True, slots=True)
class ColumnAliases:
    """The aliases of one column, best first."""

    names: Mapping[str, int]  # normalised key -> rank
    weak: tuple[WeakAlias, ...] = ()
    suffixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Writer:
    """A kind of program that writes logs, told by patterns of its ``lines``, and what its durations without a unit count.

    Factors to milliseconds of numbers with fractions, of whole ones, and of whole ones that are very large; 0: not known.
    """

    name: str
    lines: tuple[str, ...]
    fractions: float = 0.0
    whole: float = 0.0
    whole_large: float = 0.0


@dataclass(frozen=True, slots=True)
class Units:
    """Factors to milliseconds by key."""

    suffixes: Mapping[str, float] = field(default_factory=dict)
    names: Mapping[str, float] = field(default_factory=dict)
    schemas: tuple[tuple[str, str, float], ...] = ()  # (key that shows the schema, key, factor)
    writers: tuple[Writer, ...] = ()

    def scale(self, key: str, present: Set[str]) -> float | None:
        """Return the factor that a normalised key tells, else None. ``present``: the normalised keys of the log."""
        for where, name, factor in self.schemas:
            if name == key and where in present:
                return factor
        if key in self.names:
            return self.names[key]
        return next((factor for suffix, factor in self.suffixes.items() if key.endswith(suffix)), None)


@dataclass(frozen=True, slots=True)
class Aliases:
    """All aliases, by canonical column."""

    columns: Mapping[str, ColumnAliases]
    containers: frozenset[str]
    ignore: frozenset[str]
    units: Units
    spans: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)  # column -> (first, last) keys

    def keys(self, path: JsonPath) -> list[str]:
        """Return the normalised keys a path answers to: the whole, then without its leading containers."""
        parts = [normalised(part) if isinstance(part, str) else str(part) for part in path]
        keys = ["_".join(parts)]
        if keys[0] in self.ignore:
            return []
        while len(parts) > 1 and parts[0] in self.containers:
            parts = parts[1:]
            keys.append("_".join(parts))
        return keys


@dataclass(slots=True)
class Leaf:
    """A field seen in the sample: where it is, some of its values and which records have it."""

    path: JsonPath
    values: list[object] = field(default_factory=list)
    records: set[int] = field(default_factory=set)


Suits = Callable[[str, Leaf], bool]
"""(canonical column, field) -> whether the field's values can be that column's."""


def resolve(leaves: Sequence[Leaf], aliases: Aliases, suits: Suits) -> dict[str, tuple[JsonPath, ...]]:
    """Give fields to canonical columns: exact names first, then suffixes, then weak names. Each field is given once.

    Returns canonical column -> paths, in the order in which they are tried.
    """
    keys = {id(leaf): aliases.keys(leaf.path) for leaf in leaves}
    found: dict[str, list[Leaf]] = {}
    taken: set[int] = set()

    def give(column: str, chosen: list[Leaf]) -> None:
        if chosen:
            found[column] = chosen[:MOST_PATHS]
            taken.update(id(leaf) for leaf in found[column])

    def fitting(column: str, leaves: list[Leaf]) -> list[Leaf]:
        return [leaf for leaf in leaves if suits(column, leaf)]

    columns = {name: aliases.columns[name] for name in CANONICAL if name in aliases.columns}
    for column, entry in columns.items():
        named = fitting(column, _by_name(_free(leaves, taken), keys, entry.names))
        give(column, _never_together(named) if column in ONE_MEANING else _adding_records(named))
    for column, entry in columns.items():
        if column not in found and entry.suffixes:
            free = _free(leaves, taken)
            ending = [leaf for leaf in free if any(key.endswith(entry.suffixes) for key in keys[id(leaf)])]
            give(column, _never_together(sorted(fitting(column, ending), key=lambda leaf: -len(leaf.records))))
    for column, entry in columns.items():
        if column not in found:
            give(column, _never_together(fitting(column, _weakly(leaves, keys, entry, found, taken))))
    return {column: tuple(leaf.path for leaf in chosen) for column, chosen in found.items()}


def find_spans(
    leaves: Sequence[Leaf], found: Mapping[str, tuple[JsonPath, ...]], aliases: Aliases, suits: Suits
) -> dict[str, tuple[JsonPath, JsonPath]]:
    """Return column -> paths of two times that stand side by side, for durations that no field tells."""
    by_key = {(leaf.path[:-1], normalised(str(leaf.path[-1]))): leaf for leaf in leaves if suits("time", leaf)}
    spans = {}
    for column, pairs in aliases.spans.items():
        for first, last in pairs if column not in found else ():
            both = [
                (one.path, by_key[above, last].path)
                for (above, key), one in by_key.items()
                if key == first and (above, last) in by_key
            ]
            if both:
                spans[column] = min(both, key=lambda paths: len(paths[0]))
                break
    return spans


def nanos_path(path: JsonPath) -> JsonPath | None:
    """Return where the fraction of ``{"seconds": .., "nanos": ..}`` stands, None for any other time."""
    return (*path[:-1], "nanos") if path[-1] == "seconds" else None


def _free(leaves: Iterable[Leaf], taken: set[int]) -> list[Leaf]:
    return [leaf for leaf in leaves if id(leaf) not in taken]


def _by_name(leaves: list[Leaf], keys: Mapping[int, list[str]], names: Mapping[str, int]) -> list[Leaf]:
    """Return the leaves with one of the names: plain values before objects, shallower ones first, then earlier names."""
    ranked = []
    for leaf in leaves:
        ranks = [names[key] for key in keys[id(leaf)] if key in names]
        if ranks:
            nested = any(isinstance(value, (dict, list)) for value in leaf.values)
            ranked.append(((nested, len(leaf.path), min(ranks)), leaf))
    return [leaf for _, leaf in sorted(ranked, key=lambda entry: entry[0])]


def _weakly(
    leaves: Sequence[Leaf],
    keys: Mapping[int, list[str]],
    entry: ColumnAliases,
    found: Mapping[str, list[Leaf]],
    taken: set[int],
) -> list[Leaf]:
    chosen = []
    present = {key for known in keys.values() for key in known}
    for alias in entry.weak:
        if any(column in found for column in alias.unless) or not present.issuperset(alias.needs):
            continue
        chosen += [leaf for leaf in leaves if alias.name in keys[id(leaf)] and (alias.share or id(leaf) not in taken)]
    return chosen


def _never_together(leaves: Iterable[Leaf]) -> list[Leaf]:
    """Keep the first leaf and those that stand in other records: two scores of one record are not one column."""
    kept: list[Leaf] = []
    seen: set[int] = set()
    for leaf in leaves:
        if not leaf.records & seen:
            kept.append(leaf)
            seen |= leaf.records
    return kept


def _adding_records(leaves: Iterable[Leaf]) -> list[Leaf]:
    """Keep the leaves that fill the column in records where the better ones have no value."""
    kept: list[Leaf] = []
    seen: set[int] = set()
    for leaf in leaves:
        if not leaf.records <= seen:
            kept.append(leaf)
            seen |= leaf.records
    return kept


def read_aliases(table: Mapping[str, Any]) -> Aliases:
    """Make the aliases from ``aliases.toml``. Raises DefinitionError."""
    columns = {}
    for name, entry in table.get("column", {}).items():
        if name not in CANONICAL:
            raise DefinitionError(translatable("column {name} is unknown", name=repr(name)), f"[column.{name}]")
        try:
            columns[name] = _read_column(entry)
        except (KeyError, TypeError, AttributeError) as error:
            raise DefinitionError(
                translatable("column {name}: {reason}", name=name, reason=str(error)), f"[column.{name}]"
            ) from error
    return Aliases(
        columns,
        frozenset(normalised(name) for name in table.get("containers", ())),
        frozenset(table.get("ignore", ())),
        _read_units(table.get("units", {})),
        {name: tuple((first, last) for first, last in pairs) for name, pairs in table.get("spans", {}).items()},
    )


def _read_column(entry: Mapping[str, Any]) -> ColumnAliases:
    names: dict[str, int] = {}
    for name in entry.get("names", ()):
        names.setdefault(normalised(name), len(names))
    weak = tuple(
        WeakAlias(
            normalised(alias["name"]),
            tuple(alias.get("unless", ())),
            tuple(map(normalised, alias.get("needs", ()))),
            bool(alias.get("share", False)),
        )
        for alias in entry.get("weak", ())
    )
    return ColumnAliases(names, weak, tuple(entry.get("suffixes", ())))


def _read_units(table: Mapping[str, Any]) -> Units:
    schemas = tuple((entry["where"], entry["name"], float(entry["scale"])) for entry in table.get("schemas", ()))
    writers = tuple(
        Writer(
            entry["name"],
            tuple(entry["lines"]),
            float(entry.get("fractions", 0.0)),
            float(entry.get("whole", 0.0)),
            float(entry.get("whole_large", 0.0)),
        )
        for entry in table.get("writers", ())
    )
    return Units(dict(table.get("suffixes", {})), dict(table.get("names", {})), schemas, writers)
