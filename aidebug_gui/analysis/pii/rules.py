"""Reads the rules, entities, field names and names of people from ``resources/pii`` and a user's own directory."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from aidebug_gui.analysis.pii.anchors import anchors_of, byte_set, members
from aidebug_gui.analysis.pii.model import Entity, Rule, logit
from aidebug_gui.analysis.pii.near_words import NearWords
from aidebug_gui.analysis.pii.validators import VALIDATORS
from aidebug_gui.resources import resource_path
from aidebug_gui.translatable import Text, joined, translatable

Stamp = tuple[tuple[str, int, int], ...]
RULE_FILES = ("secrets", "personal", "national")
_SPECIAL = frozenset({"entities.toml", "fields.toml", "names.toml", "allow.toml"})


class RuleError(ValueError):
    """A rule that cannot be used; the message names the file and the rule."""


@dataclass(frozen=True, slots=True)
class FieldClass:
    """What a field's name says of its values."""

    entity: str
    names: frozenset[str]
    ends: frozenset[str]
    shape: str
    prior: float  # log-odds


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All definitions. ``problems`` are the errors of a user's files, which are left out."""

    entities: Mapping[str, Entity]
    rules: tuple[Rule, ...]
    fields: tuple[FieldClass, ...]
    never: frozenset[str]
    given_names: frozenset[bytes]
    stop_words: frozenset[bytes]
    surnames: frozenset[bytes]  # stop words that are last names, too
    organisations: frozenset[bytes]  # nouns with which the names of organisations end
    lookalikes: frozenset[bytes]  # firms, brands and places that are written like names of people
    beside_things: frozenset[bytes]  # fields beside the name of a thing
    things: frozenset[bytes]  # fields called so hold no names of people
    cues: tuple[bytes, ...]  # words that introduce a person
    problems: tuple[str, ...] = ()
    off: frozenset[str] = frozenset()  # rules and entities that the user's files switch off

    def without(self, off: frozenset[str]) -> Rulebook:
        """Return the book without rules that are switched off, by rule or entity name."""
        rules = tuple(rule for rule in self.rules if rule.name not in off and rule.entity not in off)
        fields = tuple(field for field in self.fields if field.entity not in off)
        return replace(self, rules=rules, fields=fields)


def load_rules(user_dir: Path | None = None) -> Rulebook:
    """Return the shipped rules with those of ``user_dir/pii/*.toml`` on top; same names replace.

    They are read again where a user's file is new, gone or changed.

    A user's file may hold ``[[rule]]``, ``[[field]]``, ``[group.NAME]`` with entities, and ``off = [...]``. Raises RuleError
    for a bad shipped file; what is wrong in a user's file is left out and told in ``problems``.
    """
    return _load_rules(user_dir, rules_stamp(user_dir))


def rules_stamp(user_dir: Path | None) -> Stamp:
    """Return what tells whether a user's rules are the same as before: name, time and size of each file."""
    return stamp_of(_user_files(user_dir))


def stamp_of(paths: Iterable[Path]) -> Stamp:
    """Return name, time and size of files that are there."""
    found = []
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue  # there is none, or it went away just now
        found.append((path.name, status.st_mtime_ns, status.st_size))
    return tuple(found)


@lru_cache(maxsize=2)
def _load_rules(user_dir: Path | None, _: Stamp) -> Rulebook:
    root = resource_path("pii")
    entities = _entities(_read(root / "entities.toml"))
    rules: dict[str, Rule] = {}
    problems: list[str] = []
    for name in RULE_FILES:
        rules |= _rules(root / f"{name}.toml", entities, problems)
    shipped = _read(root / "fields.toml")
    fields = [_field(entry) for entry in shipped["field"]]
    if problems:
        raise RuleError(problems[0])
    off: set[str] = set()
    for path in _user_files(user_dir):
        try:
            entities |= _entities(_read(path))
            rules |= _rules(path, entities, problems)
            fields += _own_fields(path, entities, problems)
            off |= _switched_off(path, entities, rules, problems)
        except (RuleError, KeyError, TypeError, AttributeError) as error:
            problems.append(str(error) if isinstance(error, RuleError) else f"{path}: {error!r}")
    names = _read(root / "names.toml")
    book = Rulebook(
        entities=entities,
        rules=tuple(rules.values()),
        fields=tuple(fields),
        never=frozenset(shipped["never"]),
        given_names=frozenset([*names["given"].encode().split(), *(root / "given_names.txt").read_bytes().split()]),
        stop_words=frozenset(names["stop"].encode().split()),
        surnames=frozenset(names["surnames"].encode().split()),
        organisations=frozenset(names["organisations"].encode().split()),
        lookalikes=frozenset(names["lookalikes"].encode().strip().replace(b"\n", b"|").split(b"|")),
        beside_things=frozenset(names["beside_things"].encode().split()),
        things=frozenset(names["things"].encode().split()),
        cues=tuple(cue.strip().encode() for cue in names["cues"].replace("\n", "|").split("|") if cue.strip()),
        problems=tuple(problems),
        off=frozenset(off),
    )
    return book.without(book.off)


def _own_fields(path: Path, entities: Mapping[str, Entity], problems: list[str]) -> list[FieldClass]:
    found = []
    for number, entry in enumerate(_read(path).get("field", ())):
        try:
            field = _field(entry)
            if field.entity not in entities:
                raise ValueError(translatable("there is no entity {entity}", entity=repr(field.entity)))
            found.append(field)
        except (KeyError, TypeError, ValueError) as error:
            problems.append(joined(line_of(path, "field", number), "field", str(error), separator=": "))
    return found


def _switched_off(
    path: Path, entities: Mapping[str, Entity], rules: Mapping[str, Rule], problems: list[str]
) -> set[str]:
    """Return what ``off = ["phone_us", "ip"]`` of a user's file names: rules or entities."""
    off = set(_read(path).get("off", ()))
    problems += [
        translatable("{path}: off: there is no rule or entity {name}", path=str(path), name=repr(name))
        for name in off
        if name not in entities and name not in rules
    ]
    return off


def line_of(path: Path, table: str, number: int) -> str:
    """Return the file and the line at which the n-th ``[[table]]`` begins, as editors write it."""
    heads = re.finditer(rf"^[ \t]*\[\[[ \t]*{table}[ \t]*\]\]", path.read_text(encoding="utf-8"), re.MULTILINE)
    for at, head in enumerate(heads):
        if at == number:
            return f"{path}:{head.string.count(chr(10), 0, head.start()) + 1}"
    return str(path)


def _user_files(user_dir: Path | None) -> Iterator[Path]:
    if user_dir is not None:
        yield from (path for path in sorted((user_dir / "pii").glob("*.toml")) if path.name not in _SPECIAL)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"{path}: {error}") from error


def _entities(table: Mapping[str, Any]) -> dict[str, Entity]:
    return {
        name: Entity(
            name,
            Text(entry["title"]),
            group,
            entry.get("severity", 2),
            entry.get("label", name.upper()),
        )
        for group, entries in table.get("group", {}).items()
        for name, entry in entries.items()
    }


def _rules(path: Path, entities: Mapping[str, Entity], problems: list[str]) -> dict[str, Rule]:
    """Return the rules of a file; what is wrong with the others is added to ``problems``, with the line."""
    found = {}
    for number, entry in enumerate(_read(path).get("rule", ())):
        try:
            rule = _rule(entry)
            if rule.entity not in entities:
                raise ValueError(translatable("there is no entity {entity}", entity=repr(rule.entity)))
            found[rule.name] = rule
        except KeyError as error:
            problems.append(_of_rule(path, number, entry, translatable("{key} is missing", key=str(error))))
        except (TypeError, ValueError, re.error) as error:
            problems.append(_of_rule(path, number, entry, str(error)))
    return found


def _of_rule(path: Path, number: int, entry: Mapping[str, Any], problem: str) -> Text:
    """Return what is wrong with the n-th rule of a file, with its place and name."""
    name = repr(entry.get("name", "?"))
    return translatable(
        "{place}: rule {name}: {problem}", place=line_of(path, "rule", number), name=name, problem=problem
    )


def _rule(entry: Mapping[str, Any]) -> Rule:
    pattern = re.compile(entry["pattern"].encode())
    if "value" not in pattern.groupindex:
        raise ValueError(translatable("the pattern has no group named 'value'"))
    validator = entry.get("validator", "")
    if validator and validator not in VALIDATORS:
        raise ValueError(translatable("there is no validator {validator}", validator=repr(validator)))
    return Rule(
        name=entry["name"],
        entity=entry["entity"],
        anchors=anchors_of(entry),
        pattern=pattern,
        prior=logit(entry["prior"]),
        back=members(byte_set(str(entry["back"]))) if "back" in entry else None,
        validator=validator,
        context=_words(entry.get("context")),
        context_weight=float(entry.get("context_weight", 0.0)),
        needs_context=bool(entry.get("needs_context", False)),
        negative=_words(entry.get("negative"), "(?<![A-Za-z])"),
        negative_weight=float(entry.get("negative_weight", 0.0)),
        by_column=bool(entry.get("by_column", False)),
        examples=tuple(entry.get("examples", ())),
        counter_examples=tuple(entry.get("counter_examples", ())),
    )


def _words(words: list[str] | None, guard: str = "") -> NearWords | None:
    return NearWords(words, guard) if words else None


def _field(entry: Mapping[str, Any]) -> FieldClass:
    return FieldClass(
        entity=entry["entity"],
        names=frozenset(entry["names"]),
        ends=frozenset(entry.get("ends", ())),
        shape=entry["shape"],
        prior=logit(entry["prior"]),
    )
