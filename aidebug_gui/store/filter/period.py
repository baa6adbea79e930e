"""Which stretch of time a filter leaves, so that the plots can show it."""

from __future__ import annotations

from aidebug_gui.store.filter.checks import items_of
from aidebug_gui.store.filter.expression import And, Compare, Expression, Item, Or, Range, Regex, Within
from aidebug_gui.store.filter.literals import FIRST_NS, LAST_NS, Moments, named_period, named_range
from aidebug_gui.store.filter.names import canonical_name

Period = tuple[int, int]
_ALWAYS: Period = (FIRST_NS, LAST_NS)


def period_of(expression: Expression, log: Moments) -> Period:
    """Return the first time (ns) that a filter may leave and the end (exclusive); no side bounded: FIRST_NS, LAST_NS.

    No record outside of it matches. What a negation leaves has no bounds. Where terms contradict each other the end
    comes before the beginning.
    """
    match expression:
        case And(children):
            parts = [period_of(child, log) for child in children]
            return max(first for first, _ in parts), min(end for _, end in parts)
        case Or(children):
            return _hull([period_of(child, log) for child in children])
        case Within(duration_ns):
            return max(log.last_ns - duration_ns, FIRST_NS), LAST_NS
        case Compare(field, operator, operand) if operator != "!=" and canonical_name(field) == "time":
            return _hull([_item_period(operator, item, log) for item in items_of(operand)])
        case _:
            return _ALWAYS


def _hull(parts: list[Period]) -> Period:
    return min(first for first, _ in parts), max(end for _, end in parts)


def _item_period(operator: str, item: Item, log: Moments) -> Period:
    assert not isinstance(item, Regex)  # the parser refuses it
    if isinstance(item, Range):
        return named_range(item.low, item.high, log)
    start, end = named_period(item.text, log)
    if operator in (">", ">="):
        return start, LAST_NS
    if operator in ("<", "<="):
        return FIRST_NS, start if operator == "<" else end
    return named_range(item.text, item.text, log)
