"""Turn what the grammar found into expression nodes. What may be compared with what is in ``checks``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from lark import Token, Transformer, v_args

from aidebug_gui.store.filter.checks import EQUALITY, check_comparison, error_at, read_regex, special_term
from aidebug_gui.store.filter.expression import (
    And,
    Compare,
    Expression,
    Item,
    Not,
    Operator,
    Or,
    Range,
    Regex,
    Span,
    Text,
    Value,
    Values,
)
from aidebug_gui.store.filter.literals import parse_range
from aidebug_gui.store.filter.names import SPECIAL, canonical_name
from aidebug_gui.translatable import translatable

_OPERATORS: dict[str, Operator] = {"==": "=", "=~": "~"}
_STATUS_CLASS = re.compile(r"[1-9]xx", re.IGNORECASE)


def unquote(text: str) -> tuple[str, bool]:
    """Return the content of a quoted lexeme and whether it ends in ``i`` (ignore case)."""
    ignore_case = text.endswith("i")
    return re.sub(r'\\(["\\])', r"\1", text[1 : -2 if ignore_case else -1]), ignore_case


def _token_span(token: Token) -> Span:
    return int(token.start_pos or 0), int(token.end_pos or 0)


@v_args(inline=True)
class Builder(Transformer[Token, Expression]):
    """The rules of the grammar, each called with its children."""

    def any_of(self, *parts: Expression | Token) -> Expression:
        children = tuple(part for part in parts if not isinstance(part, Token))
        return Or(children, span=(children[0].span[0], children[-1].span[1]))

    def all_of(self, *parts: Expression | Token) -> Expression:
        children = tuple(part for part in parts if not isinstance(part, Token))
        return And(children, span=(children[0].span[0], children[-1].span[1]))

    def negate(self, sign: Token, child: Expression) -> Expression:
        return Not(child, span=(_token_span(sign)[0], child.span[1]))

    def group(self, opening: Token, child: Expression, closing: Token) -> Expression:
        return replace(child, span=(_token_span(opening)[0], _token_span(closing)[1]))

    def text(self, token: Token) -> Expression:
        if token.type == "WORD":
            return Text(str(token), False, span=_token_span(token))
        content, ignore_case = unquote(token)
        if not content:
            raise error_at(translatable("There is nothing between the quotes."), _token_span(token))
        return Text(content, not ignore_case, span=_token_span(token))

    def regex(self, token: Token) -> Regex:
        ignore_case = token.endswith("i")
        return read_regex(token[1 : -2 if ignore_case else -1], ignore_case, _token_span(token))

    def value(self, token: Token) -> Token:
        return token

    def value_list(self, *parts: Token | Regex) -> tuple[Token | Regex, ...]:
        return parts

    def compare(self, name: Token, sign: Token, operand: Token | Regex | tuple[Token | Regex, ...]) -> Expression:
        quoted = name.startswith('"')
        field = unquote(name)[0] if quoted else str(name)
        bare_sign = str(sign)[1:] if len(sign) > 1 and sign.startswith(":") else str(sign)
        operator = _OPERATORS.get(bare_sign, cast(Operator, bare_sign))
        read = self._values(field, operator, operand) if isinstance(operand, tuple) else _item(field, operator, operand)
        span = (_token_span(name)[0], read.span[1])
        if field.lower() in SPECIAL and not quoted:
            return special_term(field.lower(), operator, read, span)
        return check_comparison(Compare(field, operator, read, span=span))

    def _values(self, field: str, operator: Operator, parts: tuple[Token | Regex, ...]) -> Values:
        span = (_token_span(cast(Token, parts[0]))[0], _token_span(cast(Token, parts[-1]))[1])
        items = [part for part in parts if not isinstance(part, Token) or part.type in ("VALUE", "QUOTED")]
        return Values(tuple(_item(field, operator, item) for item in items), span=span)


def _item(field: str, operator: Operator, part: Token | Regex) -> Item:
    """Read one value; what ``*``, ``..`` and ``5xx`` mean ends where a value is quoted."""
    if isinstance(part, Regex):
        return part
    span = _token_span(part)
    if part.type == "QUOTED":
        content, ignore_case = unquote(part)
        return read_regex(content, ignore_case, span) if operator == "~" else Value(content, span=span)
    text = str(part)
    if operator == "~":
        return read_regex(text, False, span)
    column = canonical_name(field)
    sides = parse_range(text)
    if column == "level" and ".." in text:
        low, _, high = text.partition("..")
        sides = (low or None, high or None)
    if sides is not None and operator in EQUALITY:
        return Range(*sides, span=span)
    wildcard = "*" in text or (column == "status" and _STATUS_CLASS.fullmatch(text) is not None)
    return Value(text.removeprefix("\\") if text.startswith("\\/") else text, wildcard, span=span)
