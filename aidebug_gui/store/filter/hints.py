"""Why a filter found nothing: names in it that no field of the log has, and what was perhaps meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

from aidebug_gui.store.filter.expression import And, Compare, Expression, Has, Not, Or
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.filter.names import canonical_name
from aidebug_gui.translatable import translatable

_LIKENESS = 0.6
_SHOWN = 3


def unknown_fields(query: str, fields: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Return the names in a filter that are no fields of the log, as typed, each with names that are like it.

    Args:
        query: A filter that can be read; raises FilterError otherwise.
        fields: The names of the log's fields. A rare field may exist that is not among them.
    """
    known = list(fields)
    by_case = {name.casefold(): name for name in known}
    unknown: dict[str, list[str]] = {}
    expression = parse(query)
    for name in _names(expression) if expression is not None else ():
        if canonical_name(name) in known or name in known:
            continue
        if name.casefold() in by_case and canonical_name(name) is None:
            unknown[name] = [by_case[name.casefold()]]
            continue
        like = difflib.get_close_matches(name.casefold(), by_case, _SHOWN, _LIKENESS)
        unknown[name] = [by_case[folded] for folded in like]
    return list(unknown.items())


def hints(query: str, fields: Iterable[str]) -> list[str]:
    """Return a sentence for each name in a filter that no field of the log has."""
    sentences: list[str] = []
    for name, like in unknown_fields(query, fields):
        meant = translatable(" Did you mean {name}?", name=_either(like)) if like else ""
        sentences.append(translatable("This log has no field {name}.{meant}", name=repr(name), meant=meant))
    return sentences


def _names(expression: Expression) -> Iterator[str]:
    if isinstance(expression, And | Or):
        for child in expression.children:
            yield from _names(child)
    elif isinstance(expression, Not):
        yield from _names(expression.child)
    elif isinstance(expression, Compare):
        yield expression.field
    elif isinstance(expression, Has):
        yield expression.name


def _either(names: Sequence[str]) -> str:
    """Return "a", "a or b" or "a or b or c"."""
    found = names[0]
    for name in names[1:]:
        found = translatable("{these} or {name}", these=found, name=name)
    return found
