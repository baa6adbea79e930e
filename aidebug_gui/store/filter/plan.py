"""Turn an expression into the work that answers it: SQL over stored columns, and masks that need the text.

Whatever touches only stored columns becomes ONE SQL expression (a :class:`ColumnMask`), as large as possible. The rest
are leaves that the store evaluates by other means and combines. All masks are plain true or false, so that a negation
is the complement: a record without a logger matches ``-logger:uvicorn``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.model import RAW, Flag
from aidebug_gui.store.filter import sql
from aidebug_gui.store.filter.expression import (
    And,
    Compare,
    Expression,
    Has,
    Is,
    Like,
    Lines,
    Marked,
    Not,
    Or,
    Regex,
    Text,
    Value,
    Within,
)
from aidebug_gui.store.filter.like import template_condition
from aidebug_gui.store.filter.literals import Moments
from aidebug_gui.store.filter.names import FACTS, SHORT_NAMES, canonical_name
from aidebug_gui.store.zone import Zone


class Schema(Protocol):
    """What a plan must know of the log."""

    def kind(self, name: str) -> Kind | None:
        """Return the kind of a canonical column that the log fills, or of a field found in it; else None."""
        ...

    def unit(self, name: str) -> str:
        """Return what the numbers of a field found in the log count, empty where nothing tells it."""
        ...

    zone: Zone  # in which times without a zone are meant

    def time_range(self) -> tuple[int, int] | None:
        """Return the first and last time in ns, None if no record has one."""
        ...


@dataclass(frozen=True, slots=True)
class ColumnMask:
    """A boolean SQL expression over stored columns (names quoted, ``?`` parameters)."""

    sql: str
    parameters: tuple[object, ...]
    columns: frozenset[str]


@dataclass(frozen=True, slots=True)
class FieldMask:
    """A boolean SQL expression over a column called ``value`` that holds a field on demand.

    ``numeric``: the column is DOUBLE (NULL where the record's value is no number); otherwise VARCHAR.
    """

    field: str
    sql: str
    parameters: tuple[object, ...]
    numeric: bool


@dataclass(frozen=True, slots=True)
class PairMask:
    """Two fields of the record compared with each other: ``label!=target``. Both must have a value.

    ``operator`` is SQL's. ``numeric``: they are compared as numbers, otherwise as text. A log may really hold the name
    of its other field as a value (``role=model``): ``literal`` then answers, the comparison with the word ``right``.
    """

    left: str
    operator: str
    right: str
    numeric: bool
    word: ColumnMask | FieldMask | None = None
    literal: ColumnMask | FieldMask | None = None


@dataclass(frozen=True, slots=True)
class TextMask:
    """A substring or regular expression (RE2) over the raw text of the record."""

    pattern: str
    regex: bool
    match_case: bool


@dataclass(frozen=True, slots=True)
class FlagMask:
    """The record carries this flag."""

    flag: Flag


@dataclass(frozen=True, slots=True)
class LineMask:
    """The record holds one of these 1-based lines, both included; ``last`` may lie beyond the end of the log."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class MarkMask:
    """A look through the record's text finds this kind of personal data or secret."""

    name: str


@dataclass(frozen=True, slots=True)
class NotPlan:
    """The complement."""

    child: PlanNode


@dataclass(frozen=True, slots=True)
class AndPlan:
    """All children; the cheapest first."""

    children: tuple[PlanNode, ...]


@dataclass(frozen=True, slots=True)
class OrPlan:
    """Any child; the cheapest first."""

    children: tuple[PlanNode, ...]


Leaf: TypeAlias = ColumnMask | FieldMask | PairMask | TextMask | FlagMask | LineMask | MarkMask
PlanNode: TypeAlias = Leaf | NotPlan | AndPlan | OrPlan

_EVERYTHING = ColumnMask("true", (), frozenset())
_NOTHING = ColumnMask("false", (), frozenset())
_COST: dict[type, int] = {LineMask: 0, ColumnMask: 1, FlagMask: 2, NotPlan: 3, AndPlan: 3, OrPlan: 3, TextMask: 4}
_LAST_LINE = 1 << 62
_STORED = frozenset({Kind.TIME, Kind.LEVEL, Kind.NUMBER, Kind.CATEGORY, Kind.ID})


def plan(expression: Expression, schema: Schema) -> PlanNode:
    """Return the plan of an expression for a log. Never raises for an expression that ``parse`` returned."""
    match expression:
        case And(children):
            return _combine([plan(child, schema) for child in children], all_of=True)
        case Or(children):
            return _combine([plan(child, schema) for child in children], all_of=False)
        case Not(child):
            return _negate(plan(child, schema))
        case Text(value, match_case):
            return TextMask(value, regex=False, match_case=match_case)
        case Regex(pattern, ignore_case):
            return TextMask(pattern, regex=True, match_case=not ignore_case)
        case Compare():
            return _compare(expression, schema)
        case _:
            return _special(expression, schema)


def _special(expression: Has | Is | Marked | Like | Within | Lines, schema: Schema) -> PlanNode:
    match expression:
        case Has(name):
            return _has(name, schema)
        case Is(name):
            flag = FACTS[name]
            return _column_mask("format", sql.Sql(f'"format" = {RAW}')) if flag is None else FlagMask(flag)
        case Marked(name):
            return MarkMask(name)
        case Like(templates):
            condition, pattern = template_condition('"value"', templates)
            return FieldMask("message", condition, (pattern,), numeric=False)
        case Within(duration_ns):
            return _within(duration_ns, schema)
        case Lines(first, last):
            mask = LineMask(1 if first is None else max(1, first), _LAST_LINE if last is None else last)
            return mask if mask.first <= mask.last else _NOTHING


def _combine(children: list[PlanNode], *, all_of: bool) -> PlanNode:
    """Join the children on stored columns into one, and put the cheap ones first."""
    masks = [child for child in children if isinstance(child, ColumnMask)]
    others: list[PlanNode] = [child for child in children if not isinstance(child, ColumnMask)]
    if masks:
        parts = [sql.Sql(mask.sql, mask.parameters) for mask in masks]
        joined = sql.all_of(parts) if all_of else sql.any_of(parts)
        columns = frozenset[str]().union(*(mask.columns for mask in masks))
        others.append(ColumnMask(joined.text, joined.parameters, columns))
    if len(others) == 1:
        return others[0]
    ordered = tuple(sorted(others, key=lambda node: _COST.get(type(node), 5)))
    return AndPlan(ordered) if all_of else OrPlan(ordered)


def _negate(child: PlanNode) -> PlanNode:
    if isinstance(child, ColumnMask):
        negated = sql.negated(sql.Sql(child.sql, child.parameters))
        return ColumnMask(negated.text, negated.parameters, child.columns)
    return child.child if isinstance(child, NotPlan) else NotPlan(child)


def _column_mask(column: str, condition: sql.Sql) -> ColumnMask:
    return ColumnMask(condition.text, condition.parameters, frozenset((column,)))


def resolve_field(name: str, schema: Schema) -> str:
    """Return the field that a typed name means: a canonical column, or a field on demand as it is written.

    A short name ("user") means its column; where the log has no such column but a field of that very name, the field.
    """
    column = canonical_name(name)
    if column is None:
        return name
    is_short = name.lower() in SHORT_NAMES
    if is_short and schema.kind(column) is None and schema.kind(name) is not None:
        return name
    return column


def _has(name: str, schema: Schema) -> PlanNode:
    field = resolve_field(name, schema)
    column = CANONICAL.get(field)
    if field == "traceback":
        return FlagMask(Flag.TRACEBACK)
    if column is None or column.kind is Kind.TEXT:
        return FieldMask(field, '"value" IS NOT NULL', (), numeric=False)
    if schema.kind(field) is None:
        return _NOTHING
    if column.kind is Kind.LEVEL:
        return _column_mask(field, sql.Sql('"level" IS NOT NULL AND "level" > 0'))
    return _column_mask(field, sql.Sql(f"{sql.quote_identifier(field)} IS NOT NULL"))


def _within(duration_ns: int, schema: Schema) -> PlanNode:
    span = schema.time_range()
    if span is None:
        return _NOTHING
    return _column_mask(
        "time", sql.Sql('"time" IS NOT NULL AND "time" >= ?', (max(span[1] - duration_ns, -(1 << 63)),))
    )


def _compare(compare: Compare, schema: Schema) -> PlanNode:
    pair = _pair(compare, schema)
    return _compare_value(compare, schema) if pair is None else pair


def _pair(compare: Compare, schema: Schema) -> PairMask | None:
    """Return the comparison of two fields, None where the operand is no name of another field that the log has."""
    operand, operator = compare.operand, compare.operator
    if operator in (":", "~") or not isinstance(operand, Value) or operand.wildcard:
        return None
    left, right = resolve_field(compare.field, schema), resolve_field(operand.text, schema)
    kinds = {schema.kind(left), schema.kind(right)}
    if left == right or kinds & {None, Kind.TIME, Kind.LEVEL}:
        return None
    column = CANONICAL.get(left)
    if column is not None and column.kind is Kind.NUMBER:  # it cannot hold a name
        return PairMask(left, operator, right, numeric=True)
    word, literal = (_compare_value(one, schema) for one in (replace(compare, operator="="), compare))
    return PairMask(left, operator, right, Kind.NUMBER in kinds, word, literal)


def _compare_value(compare: Compare, schema: Schema) -> ColumnMask | FieldMask:
    field = resolve_field(compare.field, schema)
    column = CANONICAL.get(field)
    if column is None or column.kind not in _STORED:
        return _field_mask(field, compare, schema)
    if schema.kind(field) is None:
        # Stored columns hold what the log has: a column that it lacks is empty in every record.
        return _EVERYTHING if compare.operator == "!=" else _NOTHING
    name = sql.quote_identifier(field)
    if column.kind is Kind.TIME:
        first_ns, last_ns = schema.time_range() or (0, 0)
        return _column_mask(field, sql.compare_time(name, compare, Moments(first_ns, last_ns, schema.zone)))
    if column.kind is Kind.LEVEL:
        return _column_mask(field, sql.compare_level(name, compare))
    if column.kind is Kind.NUMBER:
        if not sql.readable_numbers(compare, column.unit):  # the name of a column that the log lacks
            return _NOTHING
        return _column_mask(field, sql.compare_number(name, compare, column.unit))
    return _column_mask(field, sql.compare_text(name, compare, column.kind))


def _field_mask(field: str, compare: Compare, schema: Schema) -> FieldMask:
    column = CANONICAL.get(field)
    kind = schema.kind(field) if column is None else column.kind
    unit = "ms" if field.lower().endswith("_ms") else schema.unit(field)
    numeric = kind is Kind.NUMBER and sql.readable_numbers(compare, unit)
    condition = sql.compare_number('"value"', compare, unit) if numeric else sql.compare_text('"value"', compare, kind)
    return FieldMask(field, f"({condition.text})", condition.parameters, numeric)
