"""Which field is which column, as the user chose it for logs of a kind; it counts more than what detection thinks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from aidebug_gui.formats.model import FieldSample, JsonPath

MOST_NEEDS = 12
_USUAL = 0.5


@dataclass(frozen=True, slots=True)
class ChosenColumns:
    """For logs that have all the fields ``needs``: column -> name of the field, "" for none."""

    needs: tuple[str, ...]
    columns: Mapping[str, str]


def needs_of(fields: Iterable[FieldSample]) -> tuple[str, ...]:
    """Return the fields by which logs of this kind are known again: the most usual ones."""
    usual = sorted((sample for sample in fields if sample.fill >= _USUAL), key=lambda sample: -sample.fill)
    return tuple(sorted(sample.name for sample in usual[:MOST_NEEDS]))


def columns_for(names: Collection[str], rules: Sequence[ChosenColumns]) -> dict[str, str]:
    """Return the choices that hold for a log with these fields; a rule that asks for more counts more."""
    chosen: dict[str, str] = {}
    for rule in sorted(rules, key=lambda rule: len(rule.needs)):
        if rule.needs and set(rule.needs) <= set(names):
            chosen.update(rule.columns)
    return chosen


def chosen_paths(
    found: Mapping[str, tuple[JsonPath, ...]], chosen: Mapping[str, str], paths: Mapping[str, JsonPath]
) -> dict[str, tuple[JsonPath, ...]]:
    """Return the columns' paths with the choices in force; ``paths``: field name -> path."""
    taken = {paths[name] for name in chosen.values() if name in paths}
    resolved = {
        column: kept
        for column, old in found.items()
        if column not in chosen and (kept := tuple(path for path in old if path not in taken))
    }
    return resolved | {column: (paths[name],) for column, name in chosen.items() if name in paths}


def chosen_keys(
    found: Mapping[str, tuple[str, ...]], chosen: Mapping[str, str], keys: Collection[str]
) -> dict[str, tuple[str, ...]]:
    """Return the columns' keys of ``key=value`` pairs with the choices in force."""
    taken = {name for name in chosen.values() if name in keys}
    resolved = {
        column: kept
        for column, old in found.items()
        if column not in chosen and (kept := tuple(key for key in old if key not in taken))
    }
    return resolved | {column: (name,) for column, name in chosen.items() if name in keys}
