"""Check terms as far as that is possible without a log: level names, numbers, times, regular expressions.

A wrong value is told while the user types, under the exact characters, and not after a search over the file.
"""

from __future__ import annotations

import re

from aidebug_gui.formats.columns import CANONICAL, Column, Kind
from aidebug_gui.formats.levels import Level
from aidebug_gui.store.filter import literals
from aidebug_gui.store.filter.expression import (
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
    Operator,
    Or,
    Range,
    Regex,
    Span,
    Value,
    Values,
    Within,
)
from aidebug_gui.store.filter.like import VARIABLE
from aidebug_gui.store.filter.names import FACTS, MARK_SHORT_NAMES, MARKED_FACTS, canonical_name, mark_names
from aidebug_gui.store.filter.regex import regex_problem
from aidebug_gui.store.protocol import FilterError
from aidebug_gui.translatable import translatable

EQUALITY = frozenset({":", "=", "!="})
ORDERING = frozenset({">", ">=", "<", "<="})


def error_at(message: str, span: Span) -> FilterError:
    """Make the error for a span of the filter."""
    return FilterError(message, span[0], max(1, span[1] - span[0]))


def read_regex(pattern: str, ignore_case: bool, span: Span) -> Regex:
    """Return a regular expression that RE2 accepts; an escaped slash means a slash. Raises FilterError."""
    pattern = re.sub(r"\\(.)", lambda pair: "/" if pair.group(1) == "/" else pair.group(), pattern, flags=re.DOTALL)
    problem = regex_problem(pattern)
    if problem is not None:
        raise error_at(translatable("This regular expression is not valid: {problem}.", problem=problem), span)
    return Regex(pattern, ignore_case, span=span)


def items_of(operand: Operand) -> tuple[Item, ...]:
    """Return the values of a list, or the single one."""
    return operand.items if isinstance(operand, Values) else (operand,)


def special_term(name: str, operator: Operator, operand: Operand, span: Span) -> Expression:
    """Build the terms that are no comparison with a field: has, is, last, line, pattern, pii. Raises FilterError."""
    if name != "line" and operator not in (":", "="):
        raise error_at(translatable('Write "{name}:" and a value.', name=name), span)
    if name == "pattern":
        return Like(tuple(map(_template, items_of(operand))), span=span)
    terms = tuple(_special_item(name, operator, item, span) for item in items_of(operand))
    term = terms[0] if len(terms) == 1 else Or(terms, span=span)
    return Not(term, span=span) if operator == "!=" else term


def _special_item(name: str, operator: Operator, item: Item, span: Span) -> Expression:
    if name == "line":
        return _lines(operator, item, span)
    if not isinstance(item, Value) or item.text == "":
        raise error_at(translatable('Write "{name}:" and a single value.', name=name), item.span)
    if name == "has":
        return Has(item.text, span=span)
    if name == "is":
        return _fact(item, span)
    if name == "pii":
        return _marked(item, span)
    duration = literals.parse_duration(item.text)
    if duration is None:
        problem = translatable(
            '"{text}" is not a duration. Write for example last:15m, last:2h or last:30s.', text=item.text
        )
        raise error_at(problem, item.span)
    return Within(duration, span=span)


def _template(item: Item) -> str:
    if not isinstance(item, Value) or not item.text.replace(VARIABLE, "").strip():
        problem = translatable(
            'Write "pattern:" and a message in quotes; {variable} in it stands for any text.', variable=VARIABLE
        )
        raise error_at(problem, item.span)
    return item.text


def _fact(item: Value, span: Span) -> Expression:
    fact = item.text.lower()
    if fact in MARKED_FACTS:
        return Marked(fact, span=span)
    if fact not in FACTS:
        known = ", ".join((*FACTS, *MARKED_FACTS))
        raise error_at(
            translatable('"is:{text}" is not known. Known are: {known}.', text=item.text, known=known), item.span
        )
    return Is(fact, span=span)


def _marked(item: Value, span: Span) -> Expression:
    kind = item.text.lower()
    if kind == "*":
        return Marked("pii", span=span)
    if kind not in mark_names():
        known = "certain, likely, secret, contact, email, phone, person, card, iban, ip"
        raise error_at(
            translatable('"pii:{text}" is not known. Try one of: {known}.', text=item.text, known=known), item.span
        )
    return Marked(MARK_SHORT_NAMES.get(kind, kind), span=span)


def _lines(operator: Operator, item: Item, span: Span) -> Expression:
    low, high = (item.low, item.high) if isinstance(item, Range) else (getattr(item, "text", ""),) * 2
    numbers = [None if side is None else _line_number(side) for side in (low, high)]
    if isinstance(item, Regex) or -1 in numbers:
        raise error_at(translatable("A line is a whole number: line:100, line:100..200 or line>=100."), item.span)
    first, last = numbers
    if operator in (":", "=", "!="):
        return Lines(first, last, span=span)
    if first is None or first != last:
        raise error_at(translatable("{operator} needs one value.", operator=operator), item.span)
    if operator in (">", ">="):
        return Lines(first + (operator == ">"), None, span=span)
    return Lines(None, max(0, first - (operator == "<")), span=span)


def _line_number(text: str) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else -1


def check_comparison(compare: Compare) -> Expression:
    """Return the comparison if its values fit the field; ``field:*`` becomes ``has:field``. Raises FilterError."""
    operand, operator = compare.operand, compare.operator
    if isinstance(operand, Value) and operand.wildcard and operand.text == "*" and operator in EQUALITY:
        has = Has(compare.field, span=compare.span)
        return Not(has, span=compare.span) if operator == "!=" else has
    if operator in ORDERING and (not isinstance(operand, Value) or operand.wildcard):
        raise error_at(translatable("{operator} needs one plain value.", operator=operator), operand.span)
    column = CANONICAL.get(canonical_name(compare.field) or "")
    if column is not None:  # what other fields hold, only the log tells
        for item in items_of(operand):
            _check_item(compare, column, item)
    return compare


def _check_item(compare: Compare, column: Column, item: Item) -> None:
    kind = column.kind
    if kind in (Kind.CATEGORY, Kind.ID, Kind.TEXT):
        if isinstance(item, Range) or compare.operator in ORDERING:
            _check_no_unit(compare.field, item)
        return
    if isinstance(item, Regex) or (item_wildcard(item) and kind is not Kind.LEVEL):
        words = {Kind.TIME: translatable("times"), Kind.NUMBER: translatable("numbers")}.get(
            column.kind, translatable("levels")
        )
        problem = translatable(
            '"{field}" holds {words}; a text pattern does not fit.', field=compare.field, words=words
        )
        raise error_at(problem, item.span)
    if kind is Kind.LEVEL and isinstance(item, Value):
        if literals.parse_levels(item.text, wildcard=item.wildcard) is None:
            raise _unknown_level(item.text, item.span)
        return
    for side in sides_of(item):
        if kind is Kind.LEVEL and literals.parse_levels(side) is None:
            raise _unknown_level(side, item.span)
        if kind is Kind.TIME and literals.parse_time_literal(side) is None:
            problem = translatable('"{text}" is not a time. Write 10:02, 10:02:30 or 2026-01-31T10:02.', text=side)
            raise error_at(problem, item.span)
        if kind is Kind.NUMBER:
            _check_number(compare, column, side, item.span)


def _check_number(compare: Compare, column: Column, text: str, span: Span) -> None:
    if literals.parse_quantity(text, column.unit) is not None or _names_a_number(compare, text):
        return
    unit = translatable(" (a unit like 2s or 500ms may follow)") if column.unit == "ms" else ""
    problem = translatable(
        '"{field}" holds numbers, "{text}" is not one{unit}.', field=compare.field, text=text, unit=unit
    )
    raise error_at(problem, span)


def _names_a_number(compare: Compare, text: str) -> bool:
    """Return whether a single value is the name of another column of numbers: ``tokens_out>tokens_in``."""
    column = CANONICAL.get(canonical_name(text) or "")
    return (
        isinstance(compare.operand, Value)
        and compare.operator != ":"
        and column is not None
        and column.kind is Kind.NUMBER
    )


def item_wildcard(item: Item) -> bool:
    """Return whether an item is a pattern with ``*``."""
    return isinstance(item, Value) and item.wildcard


def sides_of(item: Value | Range) -> list[str]:
    """Return the texts that must be readable as a value."""
    return [item.text] if isinstance(item, Value) else [side for side in (item.low, item.high) if side is not None]


def _check_no_unit(field: str, item: Item) -> None:
    if isinstance(item, Regex):
        return
    for side in sides_of(item):
        if literals.parse_duration(side) is not None:
            problem = translatable('"{field}" holds texts, "{text}" is a duration.', field=field, text=side)
            raise error_at(problem, item.span)


def _unknown_level(text: str, span: Span) -> FilterError:
    names = ", ".join(level.name.lower() for level in Level if level is not Level.UNKNOWN)
    return error_at(translatable("Unknown level '{text}'. Levels: {names}.", text=text, names=names), span)
