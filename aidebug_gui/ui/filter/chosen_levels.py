"""What the level buttons show of a filter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import eq, ge, gt, le, lt, ne

from aidebug_gui.store.filter.expression import And, Compare, Expression, Not, Range, Value, Values
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.filter.names import canonical_name, level_names
from aidebug_gui.store.protocol import FilterError

_COMPARISONS: dict[str, Callable[[int, int], bool]] = {
    ":": eq,
    "=": eq,
    "!=": ne,
    ">": gt,
    ">=": ge,
    "<": lt,
    "<=": le,
}


def chosen_levels(query: str, levels: Iterable[int]) -> set[int] | None:
    """Return which of the levels the filter's own level terms leave; None: it has none, or cannot be read."""
    try:
        expression = parse(query)
    except FilterError:
        return None
    terms = expression.children if isinstance(expression, And) else (expression,)
    tests = [term for term in terms if term is not None and _is_level_term(term)]
    if not tests:
        return None
    return {level for level in levels if all(_keeps(term, level) for term in tests)}


def _is_level_term(term: Expression) -> bool:
    if isinstance(term, Not):
        return _is_level_term(term.child)
    return isinstance(term, Compare) and canonical_name(term.field) == "level" and term.operator in _COMPARISONS


def _keeps(term: Expression, level: int) -> bool:
    if isinstance(term, Not):
        return not _keeps(term.child, level)
    assert isinstance(term, Compare)
    operand = term.operand
    items = operand.items if isinstance(operand, Values) else (operand,)
    compare = _COMPARISONS[term.operator]
    return any(_matches(item, level, compare) for item in items)


def _matches(item: object, level: int, compare: Callable[[int, int], bool]) -> bool:
    if isinstance(item, Range):
        low = _number(item.low) if item.low is not None else 0
        high = _number(item.high) if item.high is not None else max(level_names().values())
        return low <= level <= high
    return isinstance(item, Value) and compare(level, _number(item.text))


def _number(text: str) -> int:
    return level_names().get(text.lower(), -1)
