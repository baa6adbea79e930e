"""The text rules of ``resources/symptoms.toml``: read, checked, compiled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from aidebug_gui.analysis.findings.explanations import Explanation
from aidebug_gui.analysis.findings.finding import Severity
from aidebug_gui.resources import resource_path
from aidebug_gui.translatable import Text, translatable


class SymptomError(ValueError):
    """A rule that cannot be used; the message names the file and the rule."""


@dataclass(frozen=True, slots=True)
class Symptom(Explanation):
    """One text rule. See the head of ``resources/symptoms.toml`` for what its parts mean."""

    name: str
    pattern: re.Pattern[str]
    weak: re.Pattern[str] | None = None
    status: tuple[str, ...] = ()
    finish_reason: tuple[str, ...] = ()
    fact: re.Pattern[str] | None = None
    say: str = ""
    fallback: bool = False
    silent: bool = False
    consequence: bool = False
    exact: re.Pattern[str] | None = None
    instead_of: tuple[str, ...] = ()
    literals: tuple[str, ...] = ()


@dataclass(frozen=True)
class SymptomRules:
    """All rules. A symptom has the bit of its number, a mark of life or of a text behind a record the next ones."""

    symptoms: tuple[Symptom, ...]
    life: Mapping[str, re.Pattern[str]]
    behind: Mapping[str, re.Pattern[str]]

    @cached_property
    def bits(self) -> Mapping[str, int]:
        """The bit of each symptom and each mark."""
        names = [*(symptom.name for symptom in self.symptoms), *self.life, *self.behind]
        return {name: 1 << number for number, name in enumerate(names)}

    def hinted(self, text: str) -> Iterator[tuple[int, Symptom]]:
        """Yield the symptoms, with their numbers, one of whose literals stands in a text; other patterns need not be tried."""
        lowered = text.lower()
        bits = 0
        for literal, meant in self._by_literal:
            if literal in lowered:
                bits |= meant
        while bits:
            number = (bits & -bits).bit_length() - 1
            yield number, self.symptoms[number]
            bits &= bits - 1

    @cached_property
    def _by_literal(self) -> tuple[tuple[str, int], ...]:
        meant: dict[str, int] = {}
        for number, symptom in enumerate(self.symptoms):
            for literal in symptom.literals:
                meant[literal] = meant.get(literal, 0) | 1 << number
        return tuple(meant.items())

    @cached_property
    def instead_of(self) -> tuple[tuple[int, int], ...]:
        """For the symptoms that say more than others: their number, and the bits of those others."""
        numbers = {symptom.name: number for number, symptom in enumerate(self.symptoms)}
        return tuple(
            (number, sum(1 << numbers[name] for name in symptom.instead_of))
            for number, symptom in enumerate(self.symptoms)
            if symptom.instead_of
        )


@cache
def symptom_rules() -> SymptomRules:
    """Return the shipped rules. Raises SymptomError."""
    return read_rules(resource_path("symptoms.toml"))


def read_rules(path: Path) -> SymptomRules:
    """Read a file of rules. Raises SymptomError."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SymptomError(f"{path}: {error}") from error
    entries = table.get("symptom", [])
    life, behind = (
        {name: _compiled(pattern, f"{path}: {kind}.{name}") for name, pattern in table.get(kind, {}).items()}
        for kind in ("life", "behind")
    )
    symptoms = tuple(_symptom(entry, path) for entry in entries)
    names = {symptom.name for symptom in symptoms}
    for symptom in symptoms:
        for other in symptom.instead_of:
            if other not in names:
                owner = translatable("{path}: symptom {name}", path=str(path), name=symptom.name)
                raise SymptomError(translatable("{owner}: {missing} is missing or unknown", owner=owner, missing=other))
    return SymptomRules(symptoms, life, behind)


def _symptom(entry: Mapping[str, Any], path: Path) -> Symptom:
    owner = translatable("{path}: symptom {name}", path=str(path), name=str(entry.get("name", "?")))
    try:
        return Symptom(
            name=str(entry["name"]),
            title=str(entry["title"]),
            severity=Severity[str(entry["severity"]).upper()],
            cause=Text(str(entry["cause"])),
            fix=Text(str(entry["fix"])),
            pattern=_compiled(entry["pattern"], owner),
            weak=_compiled(entry["weak"], owner) if "weak" in entry else None,
            status=tuple(map(str, entry.get("status", ()))),
            finish_reason=tuple(map(str, entry.get("finish_reason", ()))),
            fact=_compiled(entry["fact"], owner) if "fact" in entry else None,
            say=str(entry.get("say", "")),
            fallback=bool(entry.get("fallback", False)),
            silent=bool(entry.get("silent", False)),
            consequence=bool(entry.get("consequence", False)),
            exact=_compiled(entry["exact"], owner) if "exact" in entry else None,
            instead_of=tuple(map(str, entry.get("instead_of", ()))),
            literals=tuple(str(literal).lower() for literal in entry.get("literals", ())),
        )
    except KeyError as missing:
        raise SymptomError(
            translatable("{owner}: {missing} is missing or unknown", owner=owner, missing=str(missing))
        ) from missing


def _compiled(pattern: object, owner: str) -> re.Pattern[str]:
    try:
        return re.compile(str(pattern), re.ASCII)
    except re.error as error:
        raise SymptomError(
            translatable("{owner}: not a regular expression: {reason}", owner=owner, reason=str(error))
        ) from error
