"""Which numbers of a log are looked at first, before anybody chose any: ``resources/first_look.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from aidebug_gui.formats.columns import Kind
from aidebug_gui.resources import resource_path
from aidebug_gui.store.protocol import Field

FEWEST_DIFFERENT = 3  # a number with fewer values is a setting or a switch
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The words of names, see the head of the file. Each text is words between single spaces."""

    measures: tuple[tuple[str, ...], ...]
    ordinals: tuple[str, ...]


@cache
def _first_look() -> FirstLook:
    table = tomllib.loads(resource_path("first_look.toml").read_text(encoding="utf-8"))
    measures = tuple(tuple(f" {words} " for words in group) for group in table["measures"])
    return FirstLook(measures, tuple(f" {words} " for words in table["ordinals"]))


def measures(fields: Iterable[Field]) -> list[Field]:
    """Return the fields that measure what people look at, in the order in which they are worth to be seen."""
    groups: dict[int, list[tuple[int, Field]]] = {}
    for field in fields:
        place = _place(field) if field.kind is Kind.NUMBER and field.fill > 0 else None
        if place is not None:
            groups.setdefault(place[0], []).append((place[1], field))
    ranked: list[tuple[int, int, Field]] = []
    for group, found in groups.items():
        found.sort(key=lambda entry: (not entry[1].canonical, entry[0], -entry[1].fill))
        alone = found[:1] if found[0][1].canonical else found  # others are parts of it or were taken for it
        ranked += [(at, group, field) for at, (_, field) in enumerate(alone)]
    return [field for _, _, field in sorted(ranked, key=lambda entry: entry[:2])]


def other_numbers(fields: Iterable[Field]) -> list[Field]:
    """Return the other numbers that change and do not only count, canonical ones first, then the best filled."""
    numbers = [field for field in fields if field.kind is Kind.NUMBER and field.fill > 0 and not _is_ordinal(field)]
    changing = [field for field in numbers if field.canonical or field.distinct not in range(1, FEWEST_DIFFERENT)]
    return sorted(changing, key=lambda field: (not field.canonical, -field.fill))


def _words(field: Field) -> str:
    return f" {' '.join(_WORD.findall(field.name)).lower()} "


def _place(field: Field) -> tuple[int, int] | None:
    """Return the group of measures that a field belongs to and the place of its entry there, None without a group."""
    if not field.canonical and (field.distinct == 1 or _is_ordinal(field)):
        return None
    words = _words(field)
    for group, entries in enumerate(_first_look().measures):
        for place, entry in enumerate(entries):
            if entry in words:
                return group, place
    return None


def _is_ordinal(field: Field) -> bool:
    words = _words(field)
    return any(entry in words for entry in _first_look().ordinals)
