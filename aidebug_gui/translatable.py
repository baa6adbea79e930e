"""Texts for people that can be translated: templates with values, filled when they are shown.

Sentences about a log are made where no Qt is. Such a text is made as ``translatable("{n} {n:record|records} are empty", n=3)``: it
is an English ``str`` for everybody, and remembers template and values for the window, which says them in its language
(``ui/localized.py``). The templates are the keys of the catalogue, collected by ``packaging/translations.py``; what is read
from ``resources`` is made with :class:`Text` directly. Standard library only.

Values in a template:
    ``{n}``                 a count (int): thousands are separated;
    ``{n:record|records}``  the first word where the count is one, else the second;
    ``{text:capital}``      a text with a capital first, but for a field's name, which keeps its spelling;
    ``{text:sentence}``     the same with a full stop last;
    everything else is shown as it is. A :class:`Text` among the values is translated, a :class:`Numeral` gets the signs
    of the language, and any other ``str`` comes from a log and is never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import SupportsIndex, TypeAlias

Value: TypeAlias = "str | int"
Lookup: TypeAlias = Callable[[str], str]


class Numeral(str):
    """A number as English writes it: ``1,234.5``."""

    __slots__ = ()


class Moment(Numeral):
    """A time of day in UTC that knows which moment it is: the window shows it in the zone of the log.

    ``with_date``: the date belongs to it.
    """

    __slots__ = ("time_ns", "with_date")
    time_ns: int
    with_date: bool

    def __new__(cls, text: str, time_ns: int, *, with_date: bool) -> Moment:
        moment = super().__new__(cls, text)
        moment.time_ns, moment.with_date = time_ns, with_date
        return moment

    def __getnewargs_ex__(self) -> tuple[tuple[str, int], dict[str, bool]]:
        """Let it be copied and pickled with what it knows."""
        return (str(self), self.time_ns), {"with_date": self.with_date}


class Text(str):
    """An English text that knows its template and the values in it."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, Value]

    def __new__(cls, template: str, values: Mapping[str, Value] | None = None) -> Text:
        """Fill an English template. Raises KeyError if it names a value that is not there."""
        given = values or {}
        text = super().__new__(cls, _filled(template, given, _same, _same))
        text.template, text.values = template, given
        return text

    def __str__(self) -> Text:
        """Return itself, so that ``str(error)`` of an exception made with a text still knows how it was made."""
        return self

    def __reduce__(self) -> tuple[type[Text], tuple[str, dict[str, Value]]]:
        """Let it be copied and pickled with what it knows."""
        return Text, (self.template, dict(self.values))

    def translated(self, lookup: Lookup, numeral: Lookup) -> str:
        """Return the text in another language.

        ``lookup``: template -> template in that language, the same one where it has none; ``numeral``: an English number
        -> as that language writes it. A translation that does not fit its values is left for English.
        """
        try:
            return _filled(lookup(self.template), self.values, lookup, numeral)
        except (KeyError, ValueError, IndexError, AttributeError):
            return _filled(self.template, self.values, lookup, numeral)


def translatable(template: str, **values: Value) -> Text:
    """Return an English text that can be translated. ``template`` is written out here: it is a key of the catalogue."""
    return Text(template, values)


def joined(*parts: str, separator: str = " ") -> Text:
    """Return texts one after the other; empty ones are left out."""
    kept = [part for part in parts if part]
    template = separator.join(f"{{part{number}}}" for number in range(len(kept)))
    return Text(template, {f"part{number}": part for number, part in enumerate(kept)})


def as_sentence(text: str) -> Text:
    """Return a text with a capital and a full stop."""
    return Text("{text:sentence}", {"text": text})


def _same(text: str) -> str:
    return text


def _filled(template: str, values: Mapping[str, Value], lookup: Lookup, numeral: Lookup) -> str:
    if not values:  # nothing to fill: the text may hold any signs
        return template
    return template.format_map({name: _shown(value, lookup, numeral) for name, value in values.items()})


def _shown(value: Value, lookup: Lookup, numeral: Lookup) -> _Count | _Word:
    if isinstance(value, SupportsIndex):
        return _Count(value.__index__(), numeral)
    if isinstance(value, Text):
        return _Word(value.translated(lookup, numeral))
    return _Word(numeral(value) if isinstance(value, Numeral) else str(value))


class _Count:
    """A count in a template."""

    __slots__ = ("_numeral", "_value")

    def __init__(self, value: int, numeral: Lookup) -> None:
        self._value, self._numeral = value, numeral

    def __format__(self, spec: str) -> str:
        if not spec:
            return self._numeral(f"{self._value:,}")
        one, separator, many = spec.partition("|")
        if not separator:
            raise ValueError(f"a count cannot be shown as {spec!r}")
        return one if self._value == 1 else many


class _Word:
    """A text in a template."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __format__(self, spec: str) -> str:
        if not spec:
            return self._text
        if spec not in ("capital", "sentence"):
            raise ValueError(f"a text cannot be shown as {spec!r}")
        first = self._text.partition(" ")[0]
        is_name = "_" in first or "." in first
        text = self._text if is_name else self._text[:1].upper() + self._text[1:]
        return text if spec == "capital" or text.endswith(".") else f"{text}."
