"""SQL that recognises the header of a text line and cuts its values out.

RE2 has a fast way (one-pass) for patterns that never leave it a choice and have four groups at most; any other takes
three to nine times as long. So lines are recognised by the exact pattern, without asking for groups, and the values of
those that match are cut out by a loosened one, a few groups at a time.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from functools import cache

from aidebug_gui.formats.definitions import MACROS
from aidebug_gui.formats.model import Layout, TextFormat
from aidebug_gui.store.sql.quoting import identifier, line_end_tolerant, quoted, unnamed_groups

MOST_GROUPS = 4
"""RE2's limit for its fast way."""

_GROUP = re.compile(r"\(\?P<(\w+)>")
_LEVEL = re.compile(r"\(\?P<level>[A-Z|()?:]+\)(?=[^A-Za-z])")
_LEVEL_WORD = "(?P<level>[A-Za-z]+)"
_USUAL_LEVELS = ("INFO", "DEBUG", "WARNING", "ERROR")
_ANY_PROCESS = r"(?:\([^)]*\) )?"
_BOUNDED = re.compile(r"(?<=[\])])\{1,\d+\}")
_TIMES = tuple(_BOUNDED.sub("+", pattern) for macro, pattern in MACROS.items() if macro.endswith("TIME}"))
_REST = re.compile(r"(?:\(\?: \.\*\)\?|(?<!\\)\.\*)(\)*)$")
_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?P<\w+>)?|\)|\||\.")
_BEHIND = "behind"
"""What all groups are called together that the first extraction leaves to the next one."""
_SEPARATORS = re.compile(r"\^(?:(?:\\[s\[\]|]|[ :,-])[?*+]?)*")


@dataclass(frozen=True, slots=True)
class LinePart:
    """Some texts of a line: the SQL of a struct with them, and the name of the column that holds it."""

    column: str
    sql: str


def header_source(text_format: TextFormat) -> str:
    """Return the pattern by which lines of a format are recognised."""
    return unnamed_groups(_without_message(text_format.pattern))[0]


def header_groups(text_format: TextFormat) -> list[str]:
    """Return the columns that a header fills; not a message that is simply the rest of the line."""
    return unnamed_groups(_without_message(text_format.pattern))[1]


def has_pairs(text_format: TextFormat) -> bool:
    """Return whether a header itself holds ``key=value`` pairs, as logfmt's does; those of a process in front are rare."""
    return "=" in text_format.pattern.replace(MACROS["{PROCESS}"], "")


def header_parts(
    text_format: TextFormat, wanted: Collection[str], line: str = "line", *, telling: bool = False
) -> list[LinePart]:
    """Return the extractions that give the groups ``wanted`` of ``line``: SQL for a line that matches the format, or NULL.

    Those behind the first one stand one layer above it. ``telling``: ``has_header`` will be asked whether the line does match.
    """
    parts: list[LinePart] = []
    for number, portion in enumerate(_portions(text_format, frozenset(wanted), telling=telling)):
        source = f"{_part_name(text_format, 0)}.{_BEHIND}" if portion.behind_first else line
        labels = ", ".join(map(quoted, portion.names))
        found = f"regexp_extract({source}, {quoted(portion.pattern)}, [{labels}])"
        parts.append(LinePart(_part_name(text_format, number), found))
    return parts


def _with_groups(pattern: str, names: Collection[str]) -> str:
    """Return a pattern with only these of its groups."""
    return _GROUP.sub(lambda group: group[0] if group[1] in names else "(?:", pattern)


def header_value(text_format: TextFormat, name: str, wanted: Collection[str]) -> str:
    """Return SQL for the text of a group, one layer above the parts; empty where the line lacks it."""
    for number, portion in enumerate(_portions(text_format, frozenset(wanted))):
        if name in portion.names:
            return f"{_part_name(text_format, number)}.{identifier(name)}"
    raise KeyError(name)


def has_header(text_format: TextFormat, wanted: Collection[str]) -> str:
    """Return SQL, one layer above the (telling) parts, that tells whether a line matches the exact pattern of a format.

    What the loosened one found says so, but for the name of the level and the process in front.
    """
    exact, loose = _without_message(text_format.pattern), _loosened(text_format.pattern)
    asked = f"regexp_matches(line, {quoted(header_source(text_format))})"
    portions = _portions(text_format, frozenset(wanted))
    if not portions:
        return asked
    found = " OR ".join(f"{_part_name(text_format, 0)}.{identifier(name)} <> ''" for name in portions[0].names)
    if MACROS["{PROCESS}"] in exact:
        found = f"({found}) AND NOT starts_with(line, '(')"
    fits = "true"
    level = _LEVEL.search(exact)
    if level and _LEVEL_WORD in loose:
        names, _ = unnamed_groups(level[0])
        usual = ", ".join(quoted(name) for name in _USUAL_LEVELS if re.fullmatch(names, name))
        word = header_value(text_format, "level", wanted)
        is_usual = f"{word} IN ({usual})" if usual else "false"
        fits = f"CASE WHEN {is_usual} THEN true ELSE regexp_full_match({word}, {quoted(names)}) END"
    return f"CASE WHEN {found} THEN {fits} ELSE {asked} END"


def _part_name(text_format: TextFormat, number: int) -> str:
    return f"t{text_format.code}_{number}"


@dataclass(frozen=True, slots=True)
class _Portion:
    """Some groups, and the pattern (RE2) that finds them. ``behind_first``: in what the first portion calls ``_BEHIND``."""

    names: Sequence[str]
    pattern: str
    behind_first: bool = False


@cache
def _portions(text_format: TextFormat, wanted: frozenset[str], *, telling: bool = False) -> Sequence[_Portion]:
    names = [name for name in header_groups(text_format) if name in wanted]
    loose = _loosened(text_format.pattern)
    shortened = _without_optional_rest if telling else _without_rest
    if MOST_GROUPS < len(names) < 2 * MOST_GROUPS:
        cut = _cut_at(shortened(_with_groups(loose, names)), names[MOST_GROUPS - 1])
        if cut:
            first, behind = (unnamed_groups(pattern)[0] for pattern in cut)
            begin, end = names[: MOST_GROUPS - 1], names[MOST_GROUPS - 1 :]
            return _Portion([*begin, _BEHIND], first), _Portion(end, behind, behind_first=True)
    portions = []
    for start in range(0, len(names), MOST_GROUPS):
        some = names[start : start + MOST_GROUPS]
        pattern = (_without_rest if start else shortened)(_with_groups(loose, some))
        portions.append(_Portion(some, unnamed_groups(pattern)[0]))
    return portions


def _cut_at(pattern: str, name: str) -> tuple[str, str] | None:
    """Return a pattern that finds the groups before ``name`` and all from there on as one, and a pattern for that.

    So nothing is read again from the line's beginning. None where what is behind cannot be read by itself.
    """
    start = pattern.index(f"(?P<{name}>")
    around = _parentheses_around(pattern, start)
    if around is None or any(end in pattern[start:] for end in ("$", r"\b", r"\B")):
        return None
    before, behind = pattern[:start], pattern[start:]
    for begin, end in around:  # from the inner to the outer ones
        before = before[:begin] + before[begin + len("(?:") :]
        behind = behind[: end - start] + behind[end - start + 1 :]
    return f"{before}(?P<{_BEHIND}>{_with_groups(behind, ())})", f"^{behind}"


def _parentheses_around(pattern: str, place: int) -> list[tuple[int, int]] | None:
    """Return where the parentheses around a place are; None if they may not be left out, or alternatives are around it."""
    opened: list[int] = []
    around: list[tuple[int, int]] = []
    choices: set[int] = set()  # parentheses with alternatives, -1 for the whole
    for piece in _PIECE.finditer(pattern):
        if piece[0].startswith("("):
            opened.append(piece.start())
        elif piece[0] == "|":
            choices.add(opened[-1] if opened else -1)
        elif piece[0] == ")" and (begin := opened.pop()) < place < piece.start():
            around.append((begin, piece.start()))
            if not pattern.startswith("(?:", begin) or pattern[piece.end() :][:1] in ("?", "*", "+", "{"):
                return None
    return None if -1 in choices or choices & {begin for begin, _ in around} else around


def message_text(layout: Layout, codes: Set[int] | None = None) -> str:
    """Return SQL for a text record's head line without its header."""
    formats = [known for known in layout.text_formats if codes is None or known.code in codes]
    cases = " ".join(f"WHEN code = {known.code} THEN {_message_of(known)}" for known in formats)
    return f"CASE {cases} ELSE line END" if cases else "line"


def _message_of(text_format: TextFormat) -> str:
    pattern, names = unnamed_groups(_without_message(text_format.pattern))
    if "message" in names:
        return f"regexp_extract(line, {quoted(pattern)}, {names.index('message') + 1})"
    return f"regexp_replace(line, {quoted(pattern)}, '')"


def _without_message(pattern: str) -> str:
    """Cut a trailing message group: the text stays in the file, and the engine need not copy it.

    Bounded repeats are for Python's ``re``; RE2 is linear anyway, but unrolls them and becomes seven times slower.
    """
    return line_end_tolerant(_BOUNDED.sub("+", re.sub(r"\(\?P<message>\.\*\)\$?$", "", pattern)))


def _loosened(pattern: str) -> str:
    """Return a pattern that finds the same groups in a line that is known to match the exact one.

    Level names share beginnings (WARN, WARNING), so that a plain word is looked for, where no other could stand there:
    not where the level may be missing.
    """
    loose = _without_message(pattern).replace(MACROS["{PROCESS}"], _ANY_PROCESS)
    level = _LEVEL.search(loose)
    if level is None or _open_groups(loose[: level.start()]) or _leaves_choice(loose[: level.start()]):
        return loose
    return loose[: level.start()] + _LEVEL_WORD + loose[level.end() :]


def _leaves_choice(header: str) -> bool:
    """Return whether the beginning of a header holds anything at all (``.``), or a value that may be missing."""
    starts: list[int] = []
    for piece in _PIECE.finditer(header):
        if piece[0] == ".":
            return True
        if piece[0].startswith("("):
            starts.append(piece.start())
        elif piece[0] == ")":
            start = starts.pop()
            if header[piece.end() :][:1] in ("?", "*") and _GROUP.search(header, start, piece.end()):
                return True
    return False


def _without_rest(pattern: str) -> str:
    """Leave out what stands behind the last named group where that cannot change what the groups find."""
    before, level, behind = pattern.partition(_LEVEL_WORD)
    if level and not _GROUP.search(behind) and _is_fixed(before):
        return before + level
    return _without_optional_rest(pattern)


def _without_optional_rest(pattern: str) -> str:
    """Leave out what every line has at the end of a pattern."""
    rest = _REST.search(pattern)
    if rest and not any(map(_GROUP.match, _open_groups(pattern[: rest.start()]))):
        return pattern[: rest.start()] + rest[1]
    return pattern


def _open_groups(pattern: str) -> list[str]:
    """Return how the groups begin that are still open at the end of the beginning of a pattern."""
    heads: list[str] = []
    for piece in _PIECE.findall(pattern):
        if piece == ")":
            heads.pop()
        elif piece.startswith("("):
            heads.append(piece)
    return heads


def _is_fixed(header: str) -> bool:
    """Return whether there is nothing but a time in the beginning of a header, and what separates."""
    for time in _TIMES:
        header = header.replace(time, "")
    return _SEPARATORS.fullmatch(header) is not None
