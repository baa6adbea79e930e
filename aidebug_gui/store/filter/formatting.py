"""Write expressions and values as filter text that reads back as the same."""

from __future__ import annotations

import re

from aidebug_gui.store.filter.expression import (
    And,
    Compare,
    Expression,
    Has,
    Is,
    Item,
    Like,
    Lines,
    Marked,
    Not,
    Operand,
    Or,
    Range,
    Regex,
    Text,
    Value,
    Values,
    Within,
)
from aidebug_gui.store.filter.literals import parse_range
from aidebug_gui.store.filter.names import KEYWORDS, MARKED_FACTS, SPECIAL

_PLAIN_WORD = re.compile(r"\w[\w.]*")
_PLAIN_NAME = re.compile(r"(?:[^\W\d]|[@$])(?:[\w.@$\[\]/\-]*[\w.@$\[\]/])?")
_PLAIN_VALUE = re.compile(r"[\w.+@$%#,\-][\w.+@$%#,:/\-]*")
_ESCAPE_OR_SLASH = re.compile(r"\\.|/", re.DOTALL)
_STATUS_CLASS = re.compile(r"[1-9]xx", re.IGNORECASE)
_DURATIONS = (("d", 86_400 * 10**9), ("h", 3600 * 10**9), ("m", 60 * 10**9), ("s", 10**9), ("ms", 10**6), ("ns", 1))


def quote(value: str) -> str:
    """Return a value as it must be typed after an operator: as it is where that is safe, in quotes otherwise."""
    unsafe = value.lower() in KEYWORDS or ".." in value or _STATUS_CLASS.fullmatch(value)
    return value if _PLAIN_VALUE.fullmatch(value) and not unsafe else _in_quotes(value)


def quote_name(field: str) -> str:
    """Return a field name as it must be typed before an operator."""
    if _PLAIN_NAME.fullmatch(field) and field.lower() not in SPECIAL | KEYWORDS:
        return field
    return _in_quotes(field)


def _in_quotes(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def format_duration(duration_ns: int) -> str:
    """Write nanoseconds as ``1h30m``."""
    text = ""
    for unit, size in _DURATIONS:
        count, duration_ns = divmod(duration_ns, size)
        text += f"{count}{unit}" if count else ""
    return text or "0s"


def format_expression(expression: Expression) -> str:
    """Write an expression; ``parse`` reads it back as an equal one (spans apart)."""
    match expression:
        case Regex():
            return _format_regex(expression)
        case Or(children):
            return " or ".join(
                _nested(child) if isinstance(child, Or) else format_expression(child) for child in children
            )
        case And(children):
            return " ".join(
                _nested(child) if isinstance(child, (And, Or)) else format_expression(child) for child in children
            )
        case Not(child):
            return "-" + (_nested(child) if isinstance(child, (And, Or, Not)) else format_expression(child))
        case _:
            return _format_term(expression)


def _format_term(term: Text | Has | Is | Marked | Like | Within | Lines | Compare) -> str:
    match term:
        case Text(value, match_case):
            if not match_case and _PLAIN_WORD.fullmatch(value) and value.lower() not in KEYWORDS:
                return value
            return _in_quotes(value) + ("" if match_case else "i")
        case Has(name):
            return f"has:{quote(name)}"
        case Is(name):
            return f"is:{name}"
        case Marked(name):
            return f"{'is' if name in MARKED_FACTS else 'pii'}:{name}"
        case Like(templates):
            listed = " or ".join(map(_in_quotes, templates))
            return f"pattern:({listed})" if len(templates) > 1 else f"pattern:{listed}"
        case Within(duration_ns):
            return f"last:{format_duration(duration_ns)}"
        case Lines(first, last):
            return f"line:{first}" if first == last else _format_lines(first, last)
        case Compare(field, operator, operand):
            return f"{quote_name(field)}{operator}{_format_operand(operand)}"


def _nested(expression: Expression) -> str:
    return f"({format_expression(expression)})"


def _format_lines(first: int | None, last: int | None) -> str:
    return f"line:{'' if first is None else first}..{'' if last is None else last}"


def _format_operand(operand: Operand) -> str:
    if isinstance(operand, Values):
        return "(" + " or ".join(_format_item(item) for item in operand.items) + ")"
    return _format_item(operand)


def _format_item(item: Item) -> str:
    match item:
        case Regex():
            return _format_regex(item)
        case Range(low, high):
            return f"{low or ''}..{high or ''}"
        case Value(text, wildcard):
            if wildcard:
                return "\\" + text if text.startswith("/") else text
            return quote(text) if parse_range(text) is None else _in_quotes(text)


def _format_regex(regex: Regex) -> str:
    escaped = _ESCAPE_OR_SLASH.sub(lambda part: "\\/" if part.group() == "/" else part.group(), regex.pattern)
    return f"/{escaped}/{'i' if regex.ignore_case else ''}"
