"""What the user is typing at the cursor, so that the window can offer names, operators or values for it.

Works on unfinished and on wrong input. It knows only what the language knows; the fields of the log and the values of
a field come from the store.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.filter.builder import unquote
from aidebug_gui.store.filter.lexer import Lexeme, scan
from aidebug_gui.store.filter.names import FACTS, MARKED_FACTS, SPECIAL, canonical_name, mark_names

_LEVELS = tuple(level.name.lower() for level in Level if level is not Level.UNKNOWN)
_DURATIONS = ("1m", "5m", "15m", "1h", "24h")
_OPERATORS = (":", "=", "!=", ">", ">=", "<", "<=", "~")
_CONNECTORS = ("and", "or", "not")
_VALUE_KINDS = frozenset({"VALUE", "QUOTED", "REGEX", "UNFINISHED"})


@dataclass(frozen=True, slots=True)
class Completion:
    """What stands at the cursor.

    ``kind``: what could be completed; "none" inside free text, a regular expression or after a closed quote.
    ``field``: the field whose value is typed, a canonical name where it means one; else empty.
    ``prefix``: what is already typed of it, without quotes.
    ``start``, ``end``: the characters that a chosen suggestion replaces (a value: ``formatting.quote(value)``).
    ``suggestions``: what the language itself offers and fits the prefix.
    """

    kind: Literal["field", "operator", "value", "keyword", "none"]
    field: str
    prefix: str
    start: int
    end: int
    suggestions: tuple[str, ...] = ()


def complete(text: str, cursor: int) -> Completion:
    """Say what is being typed at ``cursor`` (a position in ``text``)."""
    cursor = max(0, min(cursor, len(text)))
    before = scan(text[:cursor])[0]
    last = before[-1] if before else None
    if last is None or last.kind in ("AND", "OR", "NOT", "MINUS", "OPEN"):
        return _after_opening(text, before, cursor)
    if last.kind == "OPERATOR":
        return _value(text, _field_of(before), None, cursor)
    if last.kind in _VALUE_KINDS and _field_of(before):
        return _in_value(text, before, cursor)
    if last.end < cursor:
        return _after_term(last, cursor)
    if last.kind == "WORD":
        return _in_word(text, last, cursor)
    return Completion("none", "", "", cursor, cursor)


def _after_opening(text: str, before: list[Lexeme], cursor: int) -> Completion:
    field = _field_of(before)
    if field:  # within a list of values
        return _value(text, field, None, cursor)
    last = before[-1] if before else None
    if last is not None and last.kind in ("AND", "OR", "NOT") and last.end == cursor:
        return Completion("keyword", "", last.text, last.start, cursor, (last.text.lower(),))
    return Completion("field", "", "", cursor, _word_end(text, cursor), _names(""))


def _in_value(text: str, before: list[Lexeme], cursor: int) -> Completion:
    last = before[-1]
    in_list = _list_is_open(before)
    if last.end < cursor:
        return Completion("keyword", "", "", cursor, cursor, ("or",) if in_list else _CONNECTORS)
    if last.kind in ("QUOTED", "REGEX"):
        return Completion("none", "", "", cursor, cursor)
    return _value(text, _field_of(before), last, cursor)


def _after_term(last: Lexeme, cursor: int) -> Completion:
    name = canonical_name(last.text) if last.kind == "WORD" else None
    if name is not None:
        return Completion("operator", name, "", cursor, cursor, _OPERATORS)
    return Completion("keyword", "", "", cursor, cursor, _CONNECTORS)


def _in_word(text: str, word: Lexeme, cursor: int) -> Completion:
    end = _word_end(text, cursor)
    folded = word.text.lower()
    others = any(name != folded and name.startswith(folded) for name in CANONICAL)
    if folded in CANONICAL and not others:
        return Completion("operator", folded, "", cursor, cursor, _OPERATORS)
    keywords = tuple(word for word in _CONNECTORS if word.startswith(folded))
    return Completion("field", "", word.text, word.start, end, (*_names(folded), *keywords))


def _names(prefix: str) -> tuple[str, ...]:
    special = tuple(f"{name}:" for name in sorted(SPECIAL) if name.startswith(prefix))
    return (*(name for name in CANONICAL if name.startswith(prefix)), *special)


def _value(text: str, field: str, typed: Lexeme | None, cursor: int) -> Completion:
    if typed is None:
        start, prefix = cursor, ""
    elif typed.kind == "UNFINISHED":
        start, prefix = typed.start, unquote(typed.text + '"')[0]
    else:
        start, prefix = typed.start, typed.text
    end = _quote_end(text, cursor) if typed is not None and typed.kind == "UNFINISHED" else _word_end(text, cursor)
    offered = _offered(field)
    fitting = tuple(value for value in offered if value.startswith(prefix.lower()))
    return Completion("value", field, prefix, start, end, fitting)


def _offered(field: str) -> tuple[str, ...]:
    """Return the values of a field that the language itself knows."""
    if field == "pii":
        return mark_names()
    known = {"is": (*FACTS, *MARKED_FACTS), "has": tuple(CANONICAL), "level": _LEVELS, "last": _DURATIONS}
    return known.get(field, ())


def _field_of(before: list[Lexeme]) -> str:
    """Return the field whose value is typed at the end of the lexemes, empty if none is."""
    index = len(before) - 1
    if index >= 0 and before[index].kind in _VALUE_KINDS and index > 0 and before[index - 1].kind == "OPERATOR":
        index -= 1
    elif _list_is_open(before):
        while before[index].kind != "OPEN":
            index -= 1
        index -= 1
    if index < 1 or before[index].kind != "OPERATOR":
        return ""
    name = before[index - 1].text
    name = unquote(name)[0] if name.startswith('"') else name
    return name.lower() if name.lower() in SPECIAL else canonical_name(name) or name


def _list_is_open(before: list[Lexeme]) -> bool:
    """Return whether the last bracket is the open one of a list of values."""
    for index in range(len(before) - 1, -1, -1):
        if before[index].kind == "CLOSE":
            return False
        if before[index].kind == "OPEN":
            return index > 0 and before[index - 1].kind == "OPERATOR"
    return False


def _word_end(text: str, cursor: int) -> int:
    """Return where the word under the cursor ends: before a space, bracket, quote or operator."""
    end = cursor
    while end < len(text) and not text[end].isspace() and text[end] not in '()":=<>!~':
        end += 1
    return end


def _quote_end(text: str, cursor: int) -> int:
    closing = text.find('"', cursor)
    return len(text) if closing < 0 else closing + 1
