"""Cut a filter into lexemes. It never fails, so that completion works on unfinished text; the first error is kept.

What a character means depends on where it stands: ``http://x`` and ``10:02`` are words, ``model:gpt-4o`` is a field,
an operator and a value, ``/predict`` is a path but ``/pred.*/`` a regular expression.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from aidebug_gui.store.filter.names import KEYWORDS
from aidebug_gui.store.protocol import FilterError
from aidebug_gui.translatable import translatable

LexemeKind: TypeAlias = Literal[
    "FIELD", "OPERATOR", "VALUE", "QUOTED", "REGEX", "WORD", "OPEN", "CLOSE", "AND", "OR", "NOT", "MINUS", "UNFINISHED"
]
MAXIMUM_DEPTH = 50
"""Brackets within brackets, and negations in a row."""

_SPACE = re.compile(r"\s+")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"i?(?![\w])|"(?:[^"\\]|\\.)*"', re.DOTALL)
_REGEX = (
    re.compile(r"/(?:[^/\\]|\\.)+/i?(?=[\s)]|\Z)", re.DOTALL),
    re.compile(r"/(?:[^/\\\[]|\\.|\[(?:[^\]\\]|\\.)+\])+/i?(?=[\s)]|\Z)", re.DOTALL),
)
_MINUS = re.compile(r"-[^\s\->)]")  # not --flag, ->, a lone dash
_WORD = re.compile(r'[^\s()"]+')
_NAME = re.compile(r'(?:[^\W\d]|[@$])(?:[\w.@$\[\]/\-]*[\w.@$\[\]/])?|"(?:[^"\\]|\\.)*"', re.DOTALL)
_OPERATOR = re.compile(
    r":?(?:==|=~|!=|>=|<=|~)|:=|:?[<>]|=(?!>)"  # == and =~ are accepted because people type them
    r"|:(?!//|:|\\)"  # not http://, std::vector, C:\
)
_SPACED_OPERATOR = re.compile(r"\s+(?:==|!=|>=|<=|[<>]|=(?!>))")  # score > 0.8
_OPERATOR_CHARACTERS = "<>=!~"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of the filter: ``text`` is what stands from ``start`` to ``end``."""

    kind: LexemeKind
    text: str
    start: int
    end: int


@dataclass(slots=True)
class _Scanner:
    text: str
    position: int = 0
    lexemes: list[Lexeme] = field(default_factory=list)
    error: FilterError | None = None
    brackets: list[int] = field(default_factory=list)
    list_start: int = -1  # position of the bracket of a list of values, -1 outside

    def fail(self, message: str, position: int, length: int = 1) -> None:
        if self.error is None:
            self.error = FilterError(message, position, max(1, length))

    def push(self, kind: LexemeKind, end: int) -> None:
        self.lexemes.append(Lexeme(kind, self.text[self.position : end], self.position, end))
        self.position = end

    def skip_space(self) -> bool:
        """Return whether anything is left."""
        space = _SPACE.match(self.text, self.position)
        if space:
            self.position = space.end()
        return self.position < len(self.text)

    def run(self) -> None:
        while self.skip_space():
            if self.list_start >= 0:
                self.list_item()
            else:
                self.term()
        if self.brackets:
            self.fail('This bracket is not closed: a ")" is missing.', self.brackets[-1])

    def term(self) -> None:
        character = self.text[self.position]
        if character == "(":
            self.open_bracket()
        elif character == ")":
            self.close_bracket()
        elif _MINUS.match(self.text, self.position):
            self.push("MINUS", self.position + 1)
        elif not self.comparison() and not self.quoted() and not self.regex():
            self.word()

    def open_bracket(self) -> None:
        self.brackets.append(self.position)
        if len(self.brackets) > MAXIMUM_DEPTH:
            self.fail(translatable("There are too many brackets within brackets."), self.position)
        self.push("OPEN", self.position + 1)

    def close_bracket(self) -> None:
        if self.brackets:
            self.brackets.pop()
        else:
            self.fail('There is no "(" for this bracket. Put text with brackets in quotes.', self.position)
        self.list_start = -1
        self.push("CLOSE", self.position + 1)

    def comparison(self) -> bool:
        """Take ``field operator`` and the value after it, if they stand here."""
        name = _NAME.match(self.text, self.position)
        if name is None or name.group() == '""':
            return False
        operator = _OPERATOR.match(self.text, name.end())
        if operator is None and not name.group().startswith('"') and name.group().lower() not in KEYWORDS:
            operator = _SPACED_OPERATOR.match(self.text, name.end())
        if operator is None:
            return False
        start = self.position
        self.push("FIELD", name.end())
        self.skip_space()
        self.push("OPERATOR", operator.end())
        if operator.group()[-1] in "<>=":
            self.skip_space()
        self.value(start)
        return True

    def value(self, start: int) -> None:
        """Take the value that must stand here; ``start`` is where its comparison begins."""
        if self.text.startswith("(", self.position):
            self.list_start = self.position
            self.open_bracket()
            return
        if not self.bare_value() and not self.quoted() and not self.regex():
            written = self.text[start : self.lexemes[-1].end]
            self.fail(
                translatable(
                    "Expected a value after {written} (to search for this text, put it in quotes).", written=written
                ),
                start,
                self.lexemes[-1].end - start,
            )

    def bare_value(self) -> bool:
        word = _WORD.match(self.text, self.position)
        if word is None or word.group()[0] in _OPERATOR_CHARACTERS or self.regex_end() is not None:
            return False
        self.push("VALUE", word.end())
        return True

    def list_item(self) -> None:
        character = self.text[self.position]
        word = _WORD.match(self.text, self.position)
        if character == ")":
            self.close_bracket()
        elif character == "(":
            self.fail(translatable("A list of values cannot hold another bracket."), self.position)
            self.open_bracket()
        elif word is not None and word.group().lower() in KEYWORDS:
            if word.group().lower() != "or":
                self.fail('Between the values of a list there can only be "or".', self.position, len(word.group()))
            self.push("OR", word.end())
        elif not self.bare_value() and not self.quoted() and not self.regex():
            self.fail(translatable("This is not a value. Put text with special characters in quotes."), self.position)
            self.position += 1

    def quoted(self) -> bool:
        if not self.text.startswith('"', self.position):
            return False
        match = _QUOTED.match(self.text, self.position)
        if match is not None:
            self.push("QUOTED", match.end())
        else:
            self.fail('This quote is not closed: a second " is missing.', self.position, len(self.text) - self.position)
            self.push("UNFINISHED", len(self.text))
        return True

    def regex_end(self) -> int | None:
        """Return where the regular expression that begins here ends, None if none begins here."""
        if self.text.startswith("/", self.position):
            for pattern in _REGEX:
                match = pattern.match(self.text, self.position)
                if match is not None:
                    return match.end()
        return None

    def regex(self) -> bool:
        end = self.regex_end()
        if end is not None:
            self.push("REGEX", end)
        return end is not None

    def word(self) -> None:
        match = _WORD.match(self.text, self.position)
        assert match is not None  # all that is neither space, bracket nor quote is a word
        kinds: dict[str, LexemeKind] = {"and": "AND", "or": "OR", "not": "NOT"}
        self.push(kinds.get(match.group().lower(), "WORD"), match.end())


def scan(text: str) -> tuple[list[Lexeme], FilterError | None]:
    """Return the lexemes of a filter and the first error. An unclosed quote is the last lexeme, ``UNFINISHED``."""
    scanner = _Scanner(text)
    scanner.run()
    return scanner.lexemes, scanner.error
