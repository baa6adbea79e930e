"""Why a filter found nothing: names in it that no field of the log has, ``=>`` for ``>=``, and what was perhaps meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence

from aidebug_gui.store.filter.expression import And, Compare, Expression, Has, Not, Or, Text
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.filter.names import canonical_name
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


def hints(query: str, fields: Iterable[str]) -> list[str]:
    """Return a sentence for each name in a filter that no field of the log has, and for each ``level=>error``."""
    sentences: list[str] = []
    known = list(fields)
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
    return sentences


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
