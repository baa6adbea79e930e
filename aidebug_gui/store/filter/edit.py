"""Change a filter's text for a click. What the user wrote elsewhere in it stays letter by letter.

A filter is seen as top-level terms joined by "and". Each function takes the text of a filter that can be read (else it
raises FilterError) and returns the new text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from aidebug_gui.formats.levels import Level
from aidebug_gui.store.filter.checks import ORDERING, items_of
from aidebug_gui.store.filter.expression import (
    And,
    Compare,
    Expression,
    Like,
    Not,
    Operator,
    Or,
    Range,
    Span,
    Value,
    Values,
    Within,
)
from aidebug_gui.store.filter.formatting import format_expression, quote
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.filter.names import canonical_name
from aidebug_gui.store.zone import UTC as UTC_ZONE
from aidebug_gui.store.zone import Zone

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND_NS = 10**9
_UNITS_NS = (_SECOND_NS, 10**6, 10**3, 1)

__all__ = [
    "Term",
    "add_term",
    "append_term",
    "fields_of",
    "quote",
    "remove_term",
    "set_bound",
    "set_levels",
    "set_patterns",
    "set_range",
    "set_time",
    "terms",
    "without_patterns",
    "without_values",
]


@dataclass(frozen=True, slots=True)
class Term:
    """A top-level term of a filter: ``text`` is what stands at ``span``."""

    text: str
    span: Span
    expression: Expression


def terms(query: str) -> list[Term]:
    """Return the terms that are joined by "and"; an "or" at the top is one term. Raises FilterError."""
    expression = parse(query)
    if expression is None:
        return []
    parts = expression.children if isinstance(expression, And) and not _in_brackets(expression) else (expression,)
    return [Term(query[slice(*part.span)], part.span, part) for part in parts]


def fields_of(query: str) -> frozenset[str]:
    """Return the fields that a filter compares, canonical ones by their canonical name. Raises FilterError."""
    found: set[str] = set()
    _collect_fields(parse(query), found)
    return frozenset(found)


def _collect_fields(expression: Expression | None, found: set[str]) -> None:
    match expression:
        case Compare(field=field):
            found.add(canonical_name(field) or field)
        case Not(child=child):
            _collect_fields(child, found)
        case And(children=children) | Or(children=children):
            for part in children:
                _collect_fields(part, found)
        case Within():
            found.add("time")


def _in_brackets(expression: And | Or) -> bool:
    return expression.span[0] < expression.children[0].span[0]


def remove_term(query: str, span: Span) -> str:
    """Take out the term at a span that ``terms`` gave. Raises FilterError."""
    return _join([term for term in terms(query) if term.span != span])


def _join(parts: list[Term], *added: str) -> str:
    """Put terms side by side; an "or" gets brackets where it is no longer alone."""
    alone = len(parts) + len(added) == 1
    texts = []
    for part in parts:
        needs_brackets = isinstance(part.expression, Or) and not alone and not _in_brackets(part.expression)
        texts.append(f"({part.text})" if needs_brackets else part.text)
    return " ".join((*texts, *added))


def append_term(query: str, term: str) -> str:
    """Add a term as it is written, for example ``score>0.8``. Raises FilterError if one of the texts is not readable."""
    return _join([*terms(query), *terms(term)])


def set_bound(query: str, term: str) -> str:
    """Put a term such as ``score>0.8`` in the place of all bounds of its field. Raises FilterError."""
    expression = parse(term)
    if not isinstance(expression, Compare):
        return append_term(query, term)
    field = expression.field
    return _replace(query, lambda known: _is_bound(known, field), term)


def add_term(query: str, field: str, operator: Operator, value: str, *, exclude: bool = False) -> str:
    """Add a comparison, or join it with what the filter says of the field already. Raises FilterError.

    ``:`` and ``=``: included values of a field become a list (``model:(a or b)``), excluded ones likewise; what
    contradicts the click goes. ``<`` and ``>``: replaces the bound on the same side.
    """
    parts = terms(query)
    if operator in ORDERING:
        kept = [part for part in parts if not _is_bound(part.expression, field, operator[0])]
        return _join(kept, format_expression(Compare(field, operator, Value(value))))
    kept = []
    values: list[str] = []
    for part in parts:
        excluded, found = _plain_values(part.expression, field)
        if found is None:
            kept.append(part)
        elif excluded == exclude:
            values += found
        else:
            kept += _without(part, found, value)
    values = list(dict.fromkeys((*values, value)))
    return _join(kept, _values_term(field, operator, values, exclude=exclude))


def _values_term(field: str, operator: Operator, values: list[str], *, exclude: bool) -> str:
    items = tuple(Value(value) for value in values)
    term: Expression = Compare(field, operator, items[0] if len(items) == 1 else Values(items))
    return format_expression(Not(term) if exclude else term)


def _without(part: Term, found: list[str], value: str) -> list[Term]:
    """Take a value out of a term on the other side of a click."""
    left = [text for text in found if text.lower() != value.lower()]
    if len(left) == len(found):
        return [part]
    if not left:
        return []
    negated = isinstance(part.expression, Not)
    compare = part.expression.child if isinstance(part.expression, Not) else part.expression
    assert isinstance(compare, Compare)  # _plain_values finds values only there
    text = _values_term(compare.field, compare.operator, left, exclude=negated)
    return [replace(part, text=text)]


def _plain_values(expression: Expression, field: str) -> tuple[bool, list[str] | None]:
    """Return (excluded, values) of a term that only lists plain values of a field; values None for others."""
    excluded = isinstance(expression, Not)
    compare = expression.child if isinstance(expression, Not) else expression
    if not isinstance(compare, Compare) or compare.operator not in (":", "=") or not _same_field(compare.field, field):
        return excluded, None
    values = [item.text for item in items_of(compare.operand) if isinstance(item, Value) and not item.wildcard]
    return excluded, values if len(values) == len(items_of(compare.operand)) else None


def _same_field(left: str, right: str) -> bool:
    return (canonical_name(left) or left) == (canonical_name(right) or right)


def _is_bound(expression: Expression, field: str, sides: str = "<>") -> bool:
    """Return whether a term bounds a field on one of these sides."""
    if not isinstance(expression, Compare) or not _same_field(expression.field, field):
        return False
    if expression.operator in ORDERING:
        return expression.operator[0] in sides
    return isinstance(expression.operand, Range)


def _replace(query: str, drop: Callable[[Expression], bool], *added: str) -> str:
    return _join([part for part in terms(query) if not drop(part.expression)], *added)


def set_range(query: str, field: str, low: float | None, high: float | None) -> str:
    """Bound a numeric field (both ends included) instead of what bounded it; both None remove that."""
    sides = [None if side is None else f"{side:.10g}" for side in (low, high)]
    added = [] if sides == [None, None] else [format_expression(Compare(field, ":", Range(*sides)))]
    return _replace(query, lambda expression: _is_bound(expression, field), *added)


def set_time(query: str, first_ns: int | None, last_ns: int | None, zone: Zone = UTC_ZONE) -> str:
    """Bound the time (ns since the epoch) instead of what bounded it; both None remove that. Written in ``zone``.

    The bounds are rounded outwards to readable ones, by less than 1/1000 of the span.
    """

    def drop(expression: Expression) -> bool:
        about_time = isinstance(expression, Compare) and _same_field(expression.field, "time")
        return isinstance(expression, Within) or (about_time and not isinstance(expression, Not))

    span = abs(last_ns - first_ns) if first_ns is not None and last_ns is not None else 1000 * _SECOND_NS
    unit = next((unit for unit in _UNITS_NS if unit * 1000 <= span), 1)
    added = []
    if first_ns is not None:
        added.append(f"time>={_format_time(zone.clock_ns(first_ns - first_ns % unit))}")
    if last_ns is not None:
        until_ns = last_ns + unit - last_ns % unit if last_ns % unit else last_ns
        added.append(f"time<{_format_time(zone.clock_ns(until_ns))}")
    return _replace(query, drop, *added)


def _format_time(time_ns: int) -> str:
    """Write a time as short as it is exact: ``2026-01-01T10:02`` or ``...:02.500``."""
    seconds, fraction = divmod(time_ns, _SECOND_NS)
    moment = _EPOCH + timedelta(seconds=seconds)
    text = moment.strftime("%Y-%m-%dT%H:%M")
    if moment.second or fraction:
        text += f":{moment.second:02}"
    digits = f"{fraction:09}".rstrip("0")
    return f"{text}.{digits.ljust(-(-len(digits) // 3) * 3, '0')}" if digits else text


def set_levels(query: str, levels: Collection[int] | None) -> str:
    """Show only these levels; None, none or all of them remove the terms on the level.

    What reaches up to the top without a gap is written ``level>=warning``, the rest as a list.
    """
    chosen = [level for level in Level if levels is not None and level in levels]
    if not chosen or len(chosen) == len(Level):
        return _replace(query, _is_level)
    names = [level.name.lower() for level in chosen]
    if chosen[0] is not Level.UNKNOWN and chosen == list(Level)[-len(chosen) :]:
        return _replace(query, _is_level, f"level>={names[0]}")
    return _replace(query, _is_level, _values_term("level", ":", names, exclude=False))


def _is_level(expression: Expression) -> bool:
    compare = expression.child if isinstance(expression, Not) else expression
    return isinstance(compare, Compare) and _same_field(compare.field, "level")


def set_patterns(query: str, templates: Sequence[str], *, exclude: bool = False, not_meant: Sequence[str] = ()) -> str:
    """Show only messages like some templates, in the place of all such terms; or hide them as well.

    ``not_meant``: more special templates, whose messages are like those, too, and neither shown nor hidden.
    """
    meant, others = Like(tuple(templates)), Like(tuple(not_meant))
    if not exclude:
        special = [format_expression(Not(others))] if not_meant else []
        return _replace(query, _is_pattern, format_expression(meant), *special)
    hidden = [Not(Like((template,))) for template in templates] if not not_meant else [Or((Not(meant), others))]
    wanted = set(templates)
    return _replace(
        query,
        lambda known: isinstance(known, Like) and set(known.templates) <= wanted,
        *(f"({format_expression(term)})" if not_meant else format_expression(term) for term in hidden),
    )


def without_patterns(query: str) -> str:
    """Take out all terms about message patterns. Raises FilterError."""
    return _replace(query, _is_pattern)


def without_values(query: str, field: str) -> str:
    """Take out all terms that only list values of a field. Raises FilterError."""
    return _replace(query, lambda known: _plain_values(known, field)[1] is not None)


def _is_pattern(expression: Expression) -> bool:
    if isinstance(expression, Or):
        return all(map(_is_pattern, expression.children))
    return isinstance(expression.child if isinstance(expression, Not) else expression, Like)
