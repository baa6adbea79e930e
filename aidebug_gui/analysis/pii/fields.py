"""Schema first: which field a value stands in, and what the field's name and the value's shape say together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aidebug_gui.analysis.pii.column_values import column_values
from aidebug_gui.analysis.pii.model import SMALLEST, Span
from aidebug_gui.analysis.pii.names import can_be_names, is_lookalike, stands_beside_things
from aidebug_gui.analysis.pii.rules import FieldClass, Rulebook
from aidebug_gui.analysis.pii.tokens import Tokens
from aidebug_gui.analysis.pii.value_shapes import SHAPES, TWO_WORDS

_KEY = re.compile(
    rb"([\w.\x80-\xff-]{1,64})(?:\\{0,3}[\"']?\]? {0,8}(:{1,3}=|:(?: ?(?:[Ss]tring\??|str|SecretStr|Optional\[(?:str|SecretStr)\]|(?:str|SecretStr) \| None|&(?:'static )?str) {0,2}=(?!=))?|=>|[?.]?=(?!=)) {0,8}(?:(?:[bur]|Some\(|Ok\(|SecretStr\(|string\(\d{1,5}\) )(?=\\{0,3}[\"']))?|(>))"
)
_FOLLOWS = b'":'
_Verdict = tuple[str, str, float]
_NOT_KEPT: _Verdict = ("", "", 0.0)
_UNKNOWN_FIRST = -1.0  # log-odds: a project or a report may be written like a name
_LONGEST_KEY, _LONGEST_VALUE, _MOST_KEPT = 64, 1024, 50_000
_KEY_BACK = re.compile(rb"[\w.\x80-\xff-]{1,64}")
_QUOTED = re.compile(rb'"((?:[^"\\\n]|\\.){1,4096})"')
_NEXT_ITEM = re.compile(rb'", ?"((?:[^"\\\n]|\\.){1,1024})(?=")')
_IN_LISTS = frozenset(["person", "person_two_words", "phone"])  # shapes of which names may announce several
_MOST_ITEMS = 50
_FULL_STOP = 0x2E
_CHANGED = re.compile(
    rb'" -> "((?:[^"\\\n]|\\.){1,1024})"'
)  # a plan of Terraform shows the value before and the one after
_NAMED = "field:person_two_words"
_QUOTES = (b'"', b"'", b"\\")
_NESTED = re.compile(rb"\\{1,7}[\"']([^\"\\\n]{1,4096})\\{1,7}[\"']")
_SINGLE = re.compile(rb"'([^'\n]{1,1024})'")
_ELEMENT = re.compile(rb"\n?([^<>\n]{1,1024})(?=\n?[ \t]{0,64}</)")
_MARGIN = b" \t\\"  # an escaped line break is a backslash and a space (see plain_copy)
_BARE = re.compile(rb"[^\s,;&\"'(){}\[\]\\<>]{1,1024}")
_HUMPS = re.compile(rb"[A-Z]?[a-z\x80-\xff]+|[A-Z]+(?![a-z])|\d+")
_BARE_PHONE = re.compile(rb"\+?[\d(][\d ()./-]{5,22}\d(?: ?(?:x|ext\.?) ?\d{1,6})?(?![\w@])")


class FieldNames:
    """Finds out what a field name says. Answers are kept: a log has few names."""

    def __init__(self, book: Rulebook) -> None:
        self._exact: dict[str, list[FieldClass]] = {}
        self._ends: list[tuple[str, FieldClass]] = []
        self._never = book.never
        self.known: dict[bytes, tuple[FieldClass, ...]] = {}  # what a key says that was asked before
        self._silent: dict[bytes, bool] = {}
        telling = {name for field in book.fields for name in field.names | field.ends}
        self._endings = frozenset(name[first:] for name in telling for first in range(len(name) + 1))
        self._ascii_names = frozenset(name.encode() for field in book.fields for name in field.names if name.isascii())
        for field in book.fields:
            for name in field.names:
                self._exact.setdefault(name, []).append(field)
            self._ends += [(end, field) for end in field.ends]

    def classes(self, key: bytes) -> tuple[FieldClass, ...]:
        """Return what a key says, most telling first; empty for most keys."""
        found = self.known.get(key)
        if found is None:
            found = self._look_up(key)
            if len(self.known) > 50_000:  # a hostile log may have new names in each record
                self.known.clear()
            self.known[key] = found
        return found

    def is_name(self, value: bytes) -> bool:
        """Return whether a value is itself the name of a field, as in code and in usages."""
        return value.lower() in self._ascii_names

    def is_silent(self, ending: bytes) -> bool:
        """Return whether no name with these last characters says anything: "t_number" is the end of "account_number", too."""
        found = self._silent.get(ending)
        if found is None:
            if len(self._silent) >= _MOST_KEPT:
                self._silent.clear()
            found = self._silent[ending] = self._is_silent(ending)
        return found

    def _is_silent(self, ending: bytes) -> bool:
        name = ending.rpartition(b'"')[2]
        if self.classes(name):
            return False
        if not name.isascii() and "\ufffd" in name.decode("utf-8", "replace"):
            return False  # cut in the middle of a letter
        letters = "".join(word.decode().lower() for word in _HUMPS.findall(name))
        return name != ending or letters not in self._endings

    def _look_up(self, key: bytes) -> tuple[FieldClass, ...]:
        parts = key.rstrip(b".").rsplit(b".", 2)
        last = parts[-1] or key
        if last == b"key" and len(parts) > 1:
            last = b".".join(parts[-2:])  # the name of a property: openai.api.key
        words = [word.decode("utf-8", "replace").lower() for word in _HUMPS.findall(last)]
        name = "".join(words)
        if name in self._never or not words:
            return ()
        if name in self._exact:
            return tuple(self._exact[name])
        tails = {"".join(words[-count:]) for count in range(1, min(4, len(words)) + 1)}
        if tails & self._never:
            return ()
        ends = [(end, field) for end, field in self._ends if end in tails or (len(end) >= 8 and name.endswith(end))]
        return (max(ends, key=lambda item: len(item[0]))[1],) if ends else ()


def named_value(
    buffer: bytes, position: int, names: FieldNames
) -> tuple[tuple[FieldClass, ...], int, int, bytes, bool]:
    """Read ``key: value`` whose key ends at ``position``: (classes of the key, start, end of the value, key, written with =).

    The classes are empty, and start and end equal, where the name says nothing or no value follows.
    """
    head = _KEY_BACK.match(buffer[max(0, position - 63) : position + 1][::-1])
    key = _KEY.match(buffer, position + 1 - head.end()) if head else None
    classes = names.classes(key[1]) if key else ()
    if key is None or not classes:
        return (), position, position, b"", False
    start = key.end()
    if key[3]:
        return _of_element(buffer, key, classes)
    if buffer[start : start + 2] == b'["' and classes[0].shape in _IN_LISTS:
        start += 1
    character = buffer[start : start + 1]
    equals = key[2] != b":"
    if key[2] == b"=" and key[0].endswith(b"= ") and b" =" not in key[0] and character not in _QUOTES:
        return (), start, start, b"", False  # password= and another word behind it: there is no value
    if character == b'"':
        found = _QUOTED.match(buffer, start)
    elif character == b"\\":
        found = _NESTED.match(buffer, start)
    elif character == b"'":
        found = _SINGLE.match(buffer, start)
    else:
        found = _bare(buffer, start, classes, key, equals=equals)
        if found and buffer[found.end() : found.end() + 1] == b"(":
            found = None  # code that calls something: password = getpass.getpass()
        return (
            (classes, *_sentence_part(found, classes), key[1], equals) if found else ((), start, start, key[1], equals)
        )
    return (classes, *found.span(1), key[1], equals) if found else ((), start, start, key[1], equals)


def _of_element(
    buffer: bytes, key: re.Match[bytes], classes: tuple[FieldClass, ...]
) -> tuple[tuple[FieldClass, ...], int, int, bytes, bool]:
    """Read what an element of XML holds: ``<Email>jo@web.de</Email>``, ``<ns:CardNumber>``."""
    start = key.end()
    found = _ELEMENT.match(buffer, start)
    if found is None or buffer[key.start() - 1 : key.start()] not in (b"<", b":"):
        return (), start, start, b"", False
    inner = found[1]
    first = found.start(1) + len(inner) - len(inner.lstrip(_MARGIN))
    return (classes, first, max(first, found.start(1) + len(inner.rstrip(_MARGIN))), key[1], False)


def _bare(
    buffer: bytes, start: int, classes: Sequence[FieldClass], key: re.Match[bytes], *, equals: bool
) -> re.Match[bytes] | None:
    """Read a value without quotation marks: up to the next space, but all of a name in "Patient: Anna Kern, admitted"."""
    if key[2] == b":" and not key[0].endswith(b" ") and buffer[key.start() - 1 : key.start()] == b":":
        return None  # a name with colons in it, such as arn:aws:secretsmanager:eu-west-1:1234:secret:prod
    if key[2] == b":" and buffer[start : start + 1] == b":":
        return None  # a part of what a name of C++ names: Pass::First
    if key[2] == b":" and buffer[key.start() - 2 : key.start()] == b"${":
        return None  # what a shell takes where a variable is not set: ${DB_PASSWORD:?unset}
    if classes[0].entity == "phone":
        return _BARE_PHONE.match(buffer, start) or _BARE.match(buffer, start)
    if classes[0].entity != "person" or equals:
        return _BARE.match(buffer, start)
    return TWO_WORDS.match(buffer, start) if key[0].endswith(b" ") else _BARE.match(buffer, start)


def _sentence_part(found: re.Match[bytes], classes: Sequence[FieldClass]) -> tuple[int, int]:
    """Return where a bare value begins and ends: the full stop behind it ends a sentence, unless it is a password."""
    start, end = found.span()
    ends_sentence = end - start > 1 and found.string[end - 1] == _FULL_STOP and classes[0].entity != "password"
    return start, end - ends_sentence


def _items_after(text: bytes, end: int) -> Iterator[re.Match[bytes]]:
    """Yield the texts of a list behind the first one, which ends at a place."""
    for _ in range(_MOST_ITEMS):
        item = _NEXT_ITEM.match(text, end)
        if item is None:
            return
        end = item.end()
        yield item


class NamedValues:
    """Values behind names that say what they are. What was said of a value is kept: the same ones come again in a log."""

    def __init__(self, names: FieldNames, book: Rulebook) -> None:
        self._names = names
        self._book = book
        self._kept: dict[tuple[bytes, bytes], _Verdict | None] = {}

    def spans(self, text: bytes, positions: Sequence[int]) -> tuple[list[Span], set[bytes]]:
        """Look at the values behind the names that end at some places, ascending.

        Returns the findings, and last eight characters with which no name says anything.
        """
        spans: list[Span] = []
        silent: set[bytes] = set()
        asked: set[bytes] = set()  # endings of names that say nothing; others that end so may say something
        covered_until = -1  # a name inside a value such as token=password=x is part of that value
        known, kept, find, rfind = self._names.known.get, self._kept.get, text.find, text.rfind
        for position in positions:
            if position < covered_until:
                continue
            if text[position + 1 : position + 3] == _FOLLOWS:  # names of JSON; what is not plain takes the long way
                key = text[rfind(b'"', max(0, position - _LONGEST_KEY), position) + 1 : position + 1]
                classes = known(key)
                if classes is not None:
                    if not classes:
                        asked.add(text[position - 7 : position + 1])
                        continue
                    start = position + 4 + (text[position + 3 : position + 4] == b" ")
                    opens = text[start - 1 : start]
                    if opens == b"{":
                        continue  # an object: its values have names of their own
                    end = find(b'"', start, start + _LONGEST_VALUE) if opens == b'"' else -1
                    value = text[start:end] if end > start else b""
                    verdict = kept((key, value), _NOT_KEPT)
                    if value and (verdict is not _NOT_KEPT or (b"\\" not in value and b"\n" not in value)):
                        verdict = self._judged(key, value, classes) if verdict is _NOT_KEPT else verdict
                        if verdict is not None:
                            self._keep(text, start, end, verdict, spans)
                        continue
            if text[position - 7 : position + 1] not in silent:
                covered_until = self._at(text, position, spans, silent)
        return spans, silent.union(filter(self._names.is_silent, asked))

    def _at(self, text: bytes, position: int, spans: list[Span], silent: set[bytes]) -> int:
        """Look at the value behind the name that ends at a place; return where to look on, -1 if the name says nothing."""
        classes, start, end, key, equals = named_value(text, position, self._names)
        if not classes:
            ending = text[position - 7 : position + 1]
            if self._names.is_silent(ending):
                silent.add(ending)
            return -1
        self._add(text, start, end, key, classes, spans)
        if text[start - 2 : start] == b'["':
            for item in _items_after(text, end):
                self._add(text, *item.span(1), key, classes, spans)
        changed = _CHANGED.match(text, end)
        if changed is not None:
            self._add(text, *changed.span(1), key, classes, spans)
        return max(position + 1, end if equals and text[start - 1] == 0x3D else 0)

    def column_spans(self, text: bytes, tokens: Tokens) -> Iterator[Span]:
        """Yield the findings among the values that the columns of a table name."""
        for column, start, end in column_values(text, tokens):
            verdict = self._verdict(column, text[start:end], self._names.classes(column))
            if verdict is not None:
                yield Span(start, end, *verdict)

    def _add(
        self, text: bytes, start: int, end: int, key: bytes, classes: Sequence[FieldClass], spans: list[Span]
    ) -> None:
        verdict = self._verdict(key, text[start:end], classes)
        if verdict is not None:
            self._keep(text, start, end, verdict, spans)

    def _keep(self, text: bytes, start: int, end: int, verdict: _Verdict, spans: list[Span]) -> None:
        """Add a finding, unless it is a name that the fields around it say is one of a thing."""
        if verdict[1] != _NAMED or not stands_beside_things(text, start, end, self._book):
            spans.append(Span(start, end, *verdict))

    def _verdict(self, key: bytes, value: bytes, classes: Sequence[FieldClass]) -> _Verdict | None:
        verdict = self._kept.get((key, value), _NOT_KEPT)
        return self._judged(key, value, classes) if verdict is _NOT_KEPT else verdict

    def _judged(self, key: bytes, value: bytes, classes: Sequence[FieldClass]) -> _Verdict | None:
        is_name = self._names.is_name(value)  # of another field: login(username=username)
        verdict = None if is_name else classify_value(value, classes, self._book)
        if verdict is not None and verdict[2] < SMALLEST:
            verdict = None
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        self._kept[key, value] = verdict
        return verdict


def classify_value(value: bytes, classes: Sequence[FieldClass], book: Rulebook) -> _Verdict | None:
    """Return (entity, rule, score) of a value behind a telling name; None if it does not look like what the name says."""
    for field in classes:
        check = SHAPES[field.shape](value)
        if check is None:
            continue
        weight = check.weight
        if field.shape == "person_two_words":
            words = value.lower().replace(b"+", b" ").split()
            is_given = words[0] in book.given_names
            if is_lookalike(words, book):
                continue
            others = [word for word in words[1:] if word not in book.surnames] if is_given else words
            if not can_be_names(others, book.given_names, book.stop_words) or not book.organisations.isdisjoint(words):
                continue
            weight += 0.0 if is_given else _UNKNOWN_FIRST
        return field.entity, f"field:{field.shape}", field.prior + weight
    return None
