"""Read a filter: text -> expression. The grammar is ``grammar.lark``; what its terms mean is in ``builder``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

from lark import Lark, Token, UnexpectedToken
from lark.lexer import Lexer

from aidebug_gui.store.filter.builder import Builder
from aidebug_gui.store.filter.expression import Expression
from aidebug_gui.store.filter.lexer import MAXIMUM_DEPTH, scan
from aidebug_gui.store.protocol import FilterError
from aidebug_gui.translatable import translatable


class _Lexer(Lexer):
    """Hands the lexemes of :func:`scan` to Lark and raises their first error."""

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, data: str) -> Iterator[Token]:  # type: ignore[override]  # Lark's own hook for custom lexers
        lexemes, error = scan(data)
        if error is not None:
            raise error
        negations = 0
        for lexeme in lexemes:
            negations = negations + 1 if lexeme.kind in ("NOT", "MINUS") else 0
            if negations > MAXIMUM_DEPTH:
                raise FilterError(
                    translatable("There are too many negations in a row."), lexeme.start, lexeme.end - lexeme.start
                )
            yield Token(lexeme.kind, lexeme.text, start_pos=lexeme.start, end_pos=lexeme.end)


@cache
def _parser() -> Lark:
    grammar = Path(__file__).with_name("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer=_Lexer, transformer=cast(Any, Builder()), maybe_placeholders=False)


def parse(text: str) -> Expression | None:
    """Return what a filter says, None for a blank one. Raises FilterError."""
    if not text.strip():
        return None
    try:
        return cast(Expression, _parser().parse(text))
    except UnexpectedToken as error:
        raise _in_words(text, error) from None


def _in_words(text: str, error: UnexpectedToken) -> FilterError:
    token = error.token
    if token.type == "$END":
        return FilterError(translatable("Expected something after this."), *_last_lexeme(text))
    position, length = int(token.start_pos or 0), max(1, len(token))
    if token.type in ("AND", "OR"):
        problem = translatable(
            '"{word}" needs a term on both sides. To search for the word, quote it.', word=str(token)
        )
        return FilterError(problem, position, length)
    if token.type == "CLOSE":
        return FilterError(translatable("Something is missing before this bracket."), position, length)
    if token.type in ("VALUE", "QUOTED", "REGEX"):
        return FilterError(translatable('Write "or" between the values of a list.'), position, length)
    return FilterError(
        translatable("This does not fit here. To search for the text, put it in quotes."), position, length
    )


def _last_lexeme(text: str) -> tuple[int, int]:
    last = scan(text)[0][-1]
    return last.start, last.end - last.start
