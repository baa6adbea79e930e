"""Checks one entry of a definition file and makes the value from it."""

from __future__ import annotations

import re
from typing import Any

from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.formats.keys import normalised
from aidebug_gui.formats.levels import PYTHON, Level, LevelScale
from aidebug_gui.formats.model import MessagePattern, TextFormat, TimeStyle, Wrapper, WrapperKind
from aidebug_gui.formats.pairs import NUMBER
from aidebug_gui.translatable import translatable

_CLOCK = r"\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?"
_ZONE = r"(?:Z|[+-]\d\d:?\d\d)?"
_NUMBERS = r"\d\d?[/\-.]\d\d?[/\-.]\d{4}[,T ]{1,2}\d\d?:\d\d(?::\d\d(?:[.,]\d{1,9})?)?"
_LEVELS = "TRACE|DEBUG|INFO|NOTICE|SUCCESS|WARNING|WARN|ERROR|CRITICAL|FATAL|CRIT|SEVERE"
_MORE_LEVELS = "VERBOSE|INFORMATION|ERR|PANIC"
_ANY_CASE = "|".join(f"{name}|{name.lower()}|{name.title()}" for name in f"{_LEVELS}|{_MORE_LEVELS}".split("|"))

MACROS: dict[str, str] = {
    "{TIME}": rf"(?P<time>\d{{4}}-\d\d-\d\d[T ]{_CLOCK}{_ZONE})",
    "{SPACED_TIME}": rf"(?P<time>\d{{4}}-\d\d-\d\d {_CLOCK} [+-]\d\d:?\d\d)",
    "{SLASH_TIME}": rf"(?P<time>\d{{4}}/\d\d/\d\d[T ]{_CLOCK}{_ZONE})",
    "{NUMBERS_TIME}": rf"(?P<time>{_NUMBERS}(?: ?[AaPp][Mm])?)",
    "{NUMBERS_24H_TIME}": rf"(?P<time>{_NUMBERS})",
    "{CLF_TIME}": r"(?P<time>\d\d/[A-Z][a-z][a-z]/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})",
    "{DEV_TIME}": r"(?P<time>\d\d/[A-Z][a-z][a-z]/\d{4} \d\d:\d\d:\d\d)",
    "{LEVEL}": rf"(?P<level>{_LEVELS})",
    "{ANY_LEVEL}": rf"(?P<level>{_ANY_CASE})",  # only where marks around it tell that it is no word of the message
    "{PROCESS}": r"(?:\([\w :.=\-]+ pid=\d+(?:, ip=[\d.]+)?\) )?",  # vLLM, Ray: which process writes
    "{NUMBER}": NUMBER,
}
"""Replaced in patterns when they are read."""


class DefinitionError(ValueError):
    """A bad entry. ``needle`` is text to find its line by."""

    def __init__(self, message: str, needle: str = "") -> None:
        super().__init__(message)
        self.needle = needle


def read_text_format(entry: dict[str, Any], code: int) -> TextFormat:
    """Make a text format from its TOML table. Raises DefinitionError."""
    name = _text(entry, "name", "format")
    pattern = expanded(_text(entry, "pattern", name))
    _check_header(pattern, name)
    style = _time_style(entry, name)
    level = read_level(entry["level"]) if "level" in entry else int(Level.UNKNOWN)
    from_text = bool(entry.get("level_from_text", False))
    repeats = bool(entry.get("repeats", False))
    samples = tuple(str(sample.get("line", "")) for sample in entry.get("sample", ()))
    title = str(entry.get("title", name))
    scale = str(entry.get("level_scale", PYTHON))
    return TextFormat(name, title, pattern, code, style, level, from_text, repeats, samples, scale)


def read_wrapper(entry: dict[str, Any], code: int) -> Wrapper:
    """Make a wrapper from its TOML table. Raises DefinitionError."""
    name = _text(entry, "name", "wrapper")
    kind = entry.get("kind", WrapperKind.TEXT.value)
    if kind not in {member.value for member in WrapperKind}:
        raise DefinitionError(
            translatable("wrapper {name}: kind {kind} is unknown", name=name, kind=repr(kind)), str(kind)
        )
    pattern = partial = ""
    if kind == WrapperKind.TEXT.value:
        pattern = expanded(_text(entry, "pattern", name))
        partial = expanded(entry.get("partial", ""))
        _check_header(pattern, name)
        if "message" not in compiled(pattern).groupindex:
            raise DefinitionError(
                translatable("wrapper {name}: the pattern has no group 'message'", name=name), f'"{name}"'
            )
    elif kind != WrapperKind.PYTHON.value:
        _text(entry, "key", name)
    return Wrapper(
        name,
        str(entry.get("title", name)),
        WrapperKind(kind),
        code,
        pattern,
        partial,
        entry.get("key", ""),
        tuple(entry.get("needs", ())),
        tuple(entry.get("columns", {}).items()),
        bool(entry.get("nested", False)),
        _time_style(entry, name),
        float(entry.get("share", 0.0)),
        float(entry.get("inner_share", 0.0)),
        str(entry.get("level_scale", PYTHON)),
    )


def _time_style(entry: dict[str, Any], name: str) -> TimeStyle:
    style = entry.get("time_style", TimeStyle.ISO.value)
    if style not in {member.value for member in TimeStyle}:
        raise DefinitionError(
            translatable("format {name}: time_style {style} is unknown", name=name, style=repr(style)), str(style)
        )
    return TimeStyle(style)


def read_message_pattern(entry: dict[str, Any]) -> MessagePattern:
    """Make a message pattern from its TOML table. Raises DefinitionError."""
    column = _text(entry, "column", "pattern")
    if column not in CANONICAL:
        raise DefinitionError(translatable("pattern: column {column} is unknown", column=repr(column)), f'"{column}"')
    pattern = expanded(_text(entry, "pattern", column))
    if compiled(pattern, column).groups != 1:
        raise DefinitionError(
            translatable("pattern for {column}: must have exactly one group", column=column), _needle(pattern)
        )
    literals = entry.get("literals", [])
    if not isinstance(literals, list) or not all(isinstance(literal, str) and literal for literal in literals):
        raise DefinitionError(
            translatable("pattern for {column}: 'literals' must be a list of texts", column=column), _needle(pattern)
        )
    return MessagePattern(
        column,
        pattern,
        float(entry.get("scale", 1.0)),
        literals=tuple(literals),
        duration=bool(entry.get("duration", False)),
    )


def read_level(name: object) -> int:
    """Return the number of a level of the table (``"WARNING"``). Raises DefinitionError."""
    if not isinstance(name, str) or name not in Level.__members__:
        raise DefinitionError(
            translatable(
                "level {name} is unknown (known: {names})", name=repr(name), names=", ".join(Level.__members__)
            ),
            str(name),
        )
    return int(Level[name])


def read_level_scale(name: str, entry: dict[str, Any]) -> LevelScale:
    """Make a scale of level numbers from its TOML table. Raises DefinitionError."""
    steps = sorted(((int(least), read_level(level)) for least, level in entry["steps"].items()), reverse=True)
    return LevelScale(
        name,
        tuple(steps),
        int(entry.get("modulo", 0)),
        frozenset(map(normalised, entry.get("keys", ()))),
        tuple(frozenset(map(normalised, keys)) for keys in entry.get("evidence", ())),
        frozenset(entry.get("own", ())),
    )


def expanded(pattern: str) -> str:
    """Return a pattern with its macros replaced."""
    for macro, replacement in MACROS.items():
        pattern = pattern.replace(macro, replacement)
    return pattern


def compiled(pattern: str, name: str = "") -> re.Pattern[str]:
    r"""Compile as RE2 reads it: ``\d``, ``\w`` and ``\s`` are ASCII. Raises DefinitionError."""
    try:
        return re.compile(pattern, re.ASCII)
    except re.error as error:
        raise DefinitionError(
            translatable(
                "{name}: the pattern is not a valid regular expression: {reason}", name=name, reason=str(error)
            ),
            _needle(pattern),
        ) from error


def _check_header(pattern: str, name: str) -> None:
    if not pattern.startswith("^"):
        raise DefinitionError(translatable("format {name}: the pattern must begin with ^", name=name), f'"{name}"')
    regex = compiled(pattern, translatable("format {name}", name=name))
    if regex.groups != len(regex.groupindex):
        raise DefinitionError(
            translatable("format {name}: use (?:...) for groups without a name", name=name), f'"{name}"'
        )
    for group in regex.groupindex:
        if group not in CANONICAL:
            raise DefinitionError(
                translatable("format {name}: group {group} is not a column", name=name, group=repr(group)), f'"{name}"'
            )
    if re.search(r"\(\?(?:[=!]|<[=!])|\(\?P=|\\[1-9]", pattern):
        raise DefinitionError(
            translatable("format {name}: look-around and back references are not available", name=name), f'"{name}"'
        )


def _text(entry: dict[str, Any], key: str, owner: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise DefinitionError(
            translatable("{owner}: {key} is missing or no text", owner=owner, key=repr(key)), f'"{owner}"'
        )
    return value


def _needle(pattern: str) -> str:
    return pattern[:40]
