"""What a filter says, as a tree of frozen values. It knows neither a log nor SQL.

Every node carries ``span``, the (start, end) of its text in the filter; spans do not count when nodes are compared.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Span: TypeAlias = tuple[int, int]
Operator: TypeAlias = Literal[":", "=", "!=", ">", ">=", "<", "<=", "~"]


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a filter."""

    span: Span = field(default=(0, 0), compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Value(Node):
    """A value to compare with. ``wildcard``: ``*`` stands for any text, and ``5xx`` for any status from 500 on."""

    text: str
    wildcard: bool = False


@dataclass(frozen=True, slots=True)
class Range(Node):
    """Values from ``low`` to ``high``, both included; None leaves a side open."""

    low: str | None
    high: str | None


@dataclass(frozen=True, slots=True)
class Regex(Node):
    """A regular expression (RE2): over the text of the record as a term of its own, over a field as an operand."""

    pattern: str
    ignore_case: bool


Item: TypeAlias = Value | Range | Regex


@dataclass(frozen=True, slots=True)
class Values(Node):
    """Any of several values."""

    items: tuple[Item, ...]


Operand: TypeAlias = Item | Values


@dataclass(frozen=True, slots=True)
class Compare(Node):
    """A field compared with an operand. ``field`` is the name as it was typed."""

    field: str
    operator: Operator
    operand: Operand


@dataclass(frozen=True, slots=True)
class Text(Node):
    """The text of the record contains ``value``."""

    value: str
    match_case: bool


@dataclass(frozen=True, slots=True)
class Has(Node):
    """The record has a value in a field."""

    name: str


@dataclass(frozen=True, slots=True)
class Is(Node):
    """A fact about the record, one of ``names.FACTS``."""

    name: str


@dataclass(frozen=True, slots=True)
class Marked(Node):
    """A look through the record's text finds something: ``names.MARKED_FACTS`` or one of ``names.mark_names()``."""

    name: str


@dataclass(frozen=True, slots=True)
class Like(Node):
    """The message is like one of some templates, in which ``<*>`` stands for any text."""

    templates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Within(Node):
    """The record lies within this many nanoseconds before the last time in the log."""

    duration_ns: int


@dataclass(frozen=True, slots=True)
class Lines(Node):
    """The record holds one of these 1-based lines, both ends included; None leaves a side open."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Not(Node):
    """All records that the child does not match."""

    child: Expression


@dataclass(frozen=True, slots=True)
class And(Node):
    """Records that all children match; at least two."""

    children: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or(Node):
    """Records that any of the children matches; at least two."""

    children: tuple[Expression, ...]


Expression: TypeAlias = And | Or | Not | Compare | Text | Regex | Has | Is | Marked | Like | Within | Lines
