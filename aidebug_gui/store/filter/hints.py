"""Why a filter found nothing: names that no field of the log has, ``=>`` for ``>=``, units that are missing or do not fit."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence

from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.filter.checks import ORDERING
from aidebug_gui.store.filter.expression import And, Compare, Expression, Has, Not, Or, Text, Value
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.filter.literals import parse_amount, parse_number, parse_quantity
from aidebug_gui.store.filter.names import canonical_name
from aidebug_gui.store.protocol import Field
from aidebug_gui.translatable import translatable

_LIKENESS = 0.6
_SHOWN = 3
_ARROW = re.compile(r"([\w.@$\[\]/\-]+)=>(\S+)")
"""What is read as a text, for the sake of code: ``x=>y``."""


def unknown_fields(query: str, fields: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Return the names in a filter that are no fields of the log, as typed, each with names that are like it.

    Args:
        query: A filter that can be read; raises FilterError otherwise.
        fields: The names of the log's fields. A rare field may exist that is not among them.
    """
    known = list(fields)
    by_case = {name.casefold(): name for name in known}
    unknown: dict[str, list[str]] = {}
    for name in _names(query):
        if canonical_name(name) in known or name in known:
            continue
        if name.casefold() in by_case and canonical_name(name) is None:
            unknown[name] = [by_case[name.casefold()]]
            continue
        like = difflib.get_close_matches(name.casefold(), by_case, _SHOWN, _LIKENESS)
        unknown[name] = [by_case[folded] for folded in like]
    return list(unknown.items())


def hints(query: str, fields: Iterable[Field]) -> list[str]:
    """Return a sentence for each name in a filter that no field of the log has, each ``level=>error`` and wrong unit."""
    sentences: list[str] = []
    by_name = {field.name: field for field in fields}
    known = list(by_name)
    for name, like in unknown_fields(query, known):
        meant = translatable(" Did you mean {name}?", name=_either(like)) if like else ""
        sentences.append(translatable("This log has no field {name}.{meant}", name=repr(name), meant=meant))
    for term in _terms(parse(query)):
        arrow = _ARROW.fullmatch(term.value) if isinstance(term, Text) else None
        if arrow and (canonical_name(arrow[1]) in known or arrow[1] in known):
            better = f"{arrow[1]}>={arrow[2]}"
            sentences.append(
                translatable("{text} is looked for as a text. Did you mean {better}?", text=arrow[0], better=better)
            )
        if isinstance(term, Compare) and term.field in by_name:
            sentences += _unit_hints(term, by_name[term.field])
    return sentences


def _unit_hints(term: Compare, field: Field) -> Iterator[str]:
    """Yield what is wrong with the unit of a value that is compared with a field of the log itself."""
    value = term.operand.text if isinstance(term.operand, Value) else ""
    if field.canonical or not value:
        return
    is_amount = parse_amount(value) is not None
    unit = "ms" if field.name.lower().endswith("_ms") else field.unit
    if field.kind is Kind.NUMBER and is_amount and parse_quantity(value, unit) is None:
        if unit:
            yield translatable("The numbers of {field} are in {unit}.", field=repr(field.name), unit=unit)
        else:
            yield translatable(
                "The numbers of {field} have no unit in this log: write a plain number.", field=repr(field.name)
            )
    elif field.kind in (Kind.CATEGORY, Kind.ID) and term.operator in ORDERING and parse_number(value) is not None:
        yield translatable(
            "The values of {field} are not plain numbers. If they have a unit, write it behind the number: 16GB, 2s, 90%.",
            field=repr(field.name),
        )


def _names(query: str) -> Iterator[str]:
    for term in _terms(parse(query)):
        if isinstance(term, Compare):
            yield term.field
        elif isinstance(term, Has):
            yield term.name


def _terms(expression: Expression | None) -> Iterator[Expression]:
    """Yield what is neither "and", "or" nor "not", in the order of the filter."""
    if isinstance(expression, And | Or):
        for child in expression.children:
            yield from _terms(child)
    elif isinstance(expression, Not):
        yield from _terms(expression.child)
    elif expression is not None:
        yield expression


def _either(names: Sequence[str]) -> str:
    """Return "a", "a or b" or "a or b or c"."""
    found = names[0]
    for name in names[1:]:
        found = translatable("{these} or {name}", these=found, name=name)
    return found
