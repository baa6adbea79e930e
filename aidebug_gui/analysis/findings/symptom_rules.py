"""The text rules of ``resources/symptoms.toml``: read, checked, compiled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
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


@dataclass(frozen=True)
class SymptomRules:
    """All rules. ``gate`` finds one of their literals: only texts with one are looked at."""

    symptoms: tuple[Symptom, ...]
    gate: re.Pattern[str]
    life: Mapping[str, re.Pattern[str]]

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(symptom.pattern for symptom in self.symptoms)


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
    literals = sorted({str(literal).lower() for entry in entries for literal in entry.get("literals", ())})
    gate = re.compile("|".join(map(re.escape, literals)) or r"[^\s\S]", re.IGNORECASE)
    life = {name: _compiled(pattern, f"{path}: life.{name}") for name, pattern in table.get("life", {}).items()}
    return SymptomRules(tuple(_symptom(entry, path) for entry in entries), gate, life)


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
