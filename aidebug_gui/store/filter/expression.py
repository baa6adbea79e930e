"""What a filter says, as a tree of frozen values. It knows neither a log nor SQL.

Every node carries ``span``, the (start, end) of its text in the filter; spans do not count when nodes are compared.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Span: TypeAlias = tuple[int, int]
Operator: TypeAlias = Literal[":", "=", "!=", ">", ">=", "<", "<=", "~"]


def _span() -> Span:
    """Declare the span of a node: given by the parser, no part of what the node means."""
    return field(default=(0, 0), compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Value:
    """A value to compare with. ``wildcard``: ``*`` stands for any text, and ``5xx`` for any status from 500 on."""

    text: str
    wildcard: bool = False
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Range:
    """Values from ``low`` to ``high``, both included; None leaves a side open."""

    low: str | None
    high: str | None
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression (RE2): over the text of the record as a term of its own, over a field as an operand."""

    pattern: str
    ignore_case: bool
    span: Span = _span()


Item: TypeAlias = Value | Range | Regex


@dataclass(frozen=True, slots=True)
class Values:
    """Any of several values."""

    items: tuple[Item, ...]
    span: Span = _span()


Operand: TypeAlias = Item | Values


@dataclass(frozen=True, slots=True)
class Compare:
    """A field compared with an operand. ``field`` is the name as it was typed."""

    field: str
    operator: Operator
    operand: Operand
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Text:
    """The text of the record contains ``value``."""

    value: str
    match_case: bool
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Has:
    """The record has a value in a field."""

    name: str
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Is:
    """A fact about the record, one of ``names.FACTS``."""

    name: str
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Within:
    """The record lies within this many nanoseconds before the last time in the log."""

    duration_ns: int
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Lines:
    """The record begins on one of these 1-based lines, both ends included; None leaves a side open."""

    first: int | None
    last: int | None
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Not:
    """All records that the child does not match."""

    child: Expression
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class And:
    """Records that all children match; at least two."""

    children: tuple[Expression, ...]
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Or:
    """Records that any of the children matches; at least two."""

    children: tuple[Expression, ...]
    span: Span = _span()


Expression: TypeAlias = And | Or | Not | Compare | Text | Regex | Has | Is | Within | Lines
