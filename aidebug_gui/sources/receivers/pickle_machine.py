"""The stack machine that reads pickles of plain data, and nothing but plain data.

It knows only the instructions that build None, bool, int, float, str, bytes, list, tuple and dict. Whatever names a
class or a function, calls one or restores an object does not exist here. The instructions are those of the standard
library's ``pickletools``.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from itertools import repeat
from typing import Any, TypeAlias

MAX_OPERATIONS = 500_000  # bounds the objects of one pickle, and with them its memory
MAX_INTEGER_BYTES = 512
KEYS = frozenset({str, bytes, int, float, bool, type(None)})

_BINPUT, _BINUNICODE, _SHORT_BINUNICODE, _MEMOIZE, _STOP = ord("q"), ord("X"), 0x8C, 0x94, ord(".")
_LENGTH = struct.Struct("<I")
_DOUBLE = struct.Struct(">d")


class PickleRefused(ValueError):
    """A pickle that is no plain data, in words. ``partial``: what a dict in the making held before, if anything."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.partial: dict[str, Any] = {}


class Machine:
    """The stack machine. ``marks`` are heights of the stack; an instruction returns where the next one stands."""

    __slots__ = ("data", "marks", "memo", "stack")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.stack: list[Any] = []
        self.marks: list[int] = []
        self.memo: dict[int, Any] = {}

    def run(self) -> object:
        """Return the object. Raises PickleRefused, and what Python raises for damaged data."""
        data, stack, memo, unpack, operations = self.data, self.stack, self.memo, _LENGTH.unpack_from, _OPERATIONS
        at = 0
        for _ in repeat(None, MAX_OPERATIONS):
            code = data[at]
            # The five of which a log record mostly consists are here for speed. A text that is cut short needs no
            # check: no instruction follows it.
            if code == _BINUNICODE:
                first = at + 5
                at = first + unpack(data, at + 1)[0]
                text = data[first:at]
                stack.append(text.decode() if text.isascii() else _utf8(text))
                if data[at] == _BINPUT:  # it nearly always follows
                    memo[data[at + 1]] = stack[-1]
                    at += 2
            elif code == _BINPUT:
                memo[data[at + 1]] = stack[-1]
                at += 2
            elif code == _SHORT_BINUNICODE:
                first = at + 2
                at = first + data[at + 1]
                stack.append(_utf8(data[first:at]))
            elif code == _MEMOIZE:
                memo[len(memo)] = stack[-1]
                at += 1
            elif code == _STOP:
                return stack.pop()
            else:
                at = operations[code](self, at + 1)
        raise PickleRefused(f"it has more than {MAX_OPERATIONS:,} instructions")

    def piece(self, first: int, length: int) -> bytes:
        if length < 0 or first + length > len(self.data):
            raise IndexError
        return self.data[first : first + length]

    def line(self, at: int) -> tuple[bytes, int]:
        """Return the rest of a line and where the next one begins."""
        end = self.data.index(b"\n", at)
        return self.data[at:end], end + 1

    def since_mark(self) -> list[Any]:
        mark = self.marks.pop()
        items = self.stack[mark:]
        del self.stack[mark:]
        return items

    def partial(self) -> dict[str, Any]:
        """Return the plain text and numbers of the dict that was being built, as far as it came."""
        items = self.stack[self.marks[0] :] if self.marks else self.stack
        pairs = zip(items[::2], items[1::2], strict=False)
        return {key: value for key, value in pairs if type(key) is str and type(value) in KEYS}


_Operation: TypeAlias = Callable[[Machine, int], int]


def _constant(value: object) -> _Operation:
    def push(machine: Machine, at: int) -> int:
        machine.stack.append(value)
        return at

    return push


def _integer(size: int, *, signed: bool) -> _Operation:
    def push(machine: Machine, at: int) -> int:
        machine.stack.append(int.from_bytes(machine.piece(at, size), "little", signed=signed))
        return at + size

    return push


def _counted(size: int, make: Callable[[bytes], object], most: int = 1 << 64) -> _Operation:
    """Push what ``make`` makes of bytes whose number stands before them in ``size`` bytes."""

    def push(machine: Machine, at: int) -> int:
        length = int.from_bytes(machine.piece(at, size), "little")
        if length > most:
            raise PickleRefused(f"it has a number of {length:,} bytes")
        machine.stack.append(make(machine.piece(at + size, length)))
        return at + size + length

    return push


def _written(make: Callable[[bytes], object]) -> _Operation:
    """Push what ``make`` makes of the rest of the line (protocol 0)."""

    def push(machine: Machine, at: int) -> int:
        text, at = machine.line(at)
        machine.stack.append(make(text))
        return at

    return push


def _put(size: int) -> _Operation:
    def put(machine: Machine, at: int) -> int:
        machine.memo[int.from_bytes(machine.piece(at, size), "little")] = machine.stack[-1]
        return at + size

    return put


def _get(size: int) -> _Operation:
    def get(machine: Machine, at: int) -> int:
        machine.stack.append(machine.memo[int.from_bytes(machine.piece(at, size), "little")])
        return at + size

    return get


def _put_line(machine: Machine, at: int) -> int:
    text, at = machine.line(at)
    machine.memo[int(text)] = machine.stack[-1]
    return at


def _get_line(machine: Machine, at: int) -> int:
    text, at = machine.line(at)
    machine.stack.append(machine.memo[int(text)])
    return at


def _double(machine: Machine, at: int) -> int:
    machine.stack.append(_DOUBLE.unpack_from(machine.data, at)[0])
    return at + 8


def _skip(count: int) -> _Operation:
    def skip(machine: Machine, at: int) -> int:
        machine.piece(at, count)
        return at + count

    return skip


def _new(make: Callable[[], object]) -> _Operation:
    def push(machine: Machine, at: int) -> int:
        machine.stack.append(make())
        return at

    return push


def _mark(machine: Machine, at: int) -> int:
    machine.marks.append(len(machine.stack))
    return at


def _marked(make: Callable[[list[Any]], object]) -> _Operation:
    def push(machine: Machine, at: int) -> int:
        machine.stack.append(make(machine.since_mark()))
        return at

    return push


def _tuple_of(count: int) -> _Operation:
    def push(machine: Machine, at: int) -> int:
        if len(machine.stack) < count:
            raise IndexError
        items = tuple(machine.stack[-count:])
        machine.stack[-count:] = [items]
        return at

    return push


def _append(machine: Machine, at: int) -> int:
    value = machine.stack.pop()
    _list(machine.stack[-1]).append(value)
    return at


def _appends(machine: Machine, at: int) -> int:
    items = machine.since_mark()
    _list(machine.stack[-1]).extend(items)
    return at


def _set_item(machine: Machine, at: int) -> int:
    value, key = machine.stack.pop(), machine.stack.pop()
    _fill(machine.stack[-1], [key, value])
    return at


def _set_items(machine: Machine, at: int) -> int:
    items = machine.since_mark()
    _fill(machine.stack[-1], items)
    return at


def _list(value: object) -> list[Any]:
    if type(value) is not list:
        raise TypeError
    return value


def _fill(target: object, items: list[Any]) -> dict[Any, Any]:
    if type(target) is not dict or len(items) % 2:
        raise TypeError
    for key in items[::2]:
        # Tuples and integers without end could be made to collide, and a dict of them to take hours.
        if type(key) not in KEYS or (type(key) is int and key.bit_length() > 64):
            raise PickleRefused("it has a key that is neither text nor a number")
    target.update(zip(items[::2], items[1::2], strict=True))
    return target


def _pop(machine: Machine, at: int) -> int:
    if machine.marks and machine.marks[-1] == len(machine.stack):
        machine.marks.pop()
    else:
        machine.stack.pop()
    return at


def _pop_mark(machine: Machine, at: int) -> int:
    machine.since_mark()
    return at


def _duplicate(machine: Machine, at: int) -> int:
    machine.stack.append(machine.stack[-1])
    return at


def _written_integer(text: bytes) -> int | bool:
    if text in (b"00", b"01"):
        return text == b"01"
    if len(text) > MAX_INTEGER_BYTES:
        raise PickleRefused(f"it has a number of {len(text):,} digits")
    return int(text.removesuffix(b"L"))


def _signed(data: bytes) -> int:
    return int.from_bytes(data, "little", signed=True)


def _utf8(data: bytes) -> str:
    return str(data, "utf-8", "surrogatepass")


def _escaped(data: bytes) -> str:
    return str(data, "raw-unicode-escape")


def _refusal(what: str) -> _Operation:
    def refuse(machine: Machine, at: int) -> int:
        raise PickleRefused(what)

    return refuse


def _refuse_global(machine: Machine, at: int) -> int:
    module, at = machine.line(at)
    name, _ = machine.line(at)
    raise PickleRefused(f"it asks for {_name(module)}.{_name(name)}")


def _refuse_stack_global(machine: Machine, at: int) -> int:
    module, name = machine.stack[-2:]
    if type(module) is not str or type(name) is not str:  # never written out: lists of lists may unfold without end
        raise PickleRefused("it asks for an object without a name")
    raise PickleRefused(f"it asks for {_name(module[:80].encode())}.{_name(name[:80].encode())}")


def _name(data: bytes) -> str:
    text = data[:80].decode("utf-8", "replace")
    return text if text.isprintable() else ascii(text)


_REFUSED: Mapping[str, str] = {
    "P": "it asks for an object outside of it",
    "Q": "it asks for an object outside of it",
    "R": "it calls a function",
    "b": "it restores an object",
    "o": "it makes an object",
    "\x81": "it makes an object",
    "\x82": "it asks for a registered class",
    "\x83": "it asks for a registered class",
    "\x84": "it asks for a registered class",
    "\x8f": "it has a set",
    "\x90": "it has a set",
    "\x91": "it has a set",
    "\x92": "it makes an object",
    "\x96": "it has a byte array",
    "\x97": "it asks for data outside of it",
    "\x98": "it asks for data outside of it",
    "S": "it was written by Python 2",
    "T": "it was written by Python 2",
    "U": "it was written by Python 2",
}

_KNOWN: Mapping[str, _Operation] = {
    "N": _constant(None),
    "\x88": _constant(True),
    "\x89": _constant(False),
    "I": _written(_written_integer),
    "L": _written(_written_integer),
    "J": _integer(4, signed=True),
    "K": _integer(1, signed=False),
    "M": _integer(2, signed=False),
    "\x8a": _counted(1, _signed),
    "\x8b": _counted(4, _signed, MAX_INTEGER_BYTES),
    "F": _written(float),
    "G": _double,
    "V": _written(_escaped),
    "\x8d": _counted(8, _utf8),
    "B": _counted(4, bytes),
    "C": _counted(1, bytes),
    "\x8e": _counted(8, bytes),
    "]": _new(list),
    "}": _new(dict),
    ")": _constant(()),
    "(": _mark,
    "l": _marked(list),
    "t": _marked(tuple),
    "d": _marked(lambda items: _fill({}, items)),
    "\x85": _tuple_of(1),
    "\x86": _tuple_of(2),
    "\x87": _tuple_of(3),
    "a": _append,
    "e": _appends,
    "s": _set_item,
    "u": _set_items,
    "p": _put_line,
    "r": _put(4),
    "g": _get_line,
    "h": _get(1),
    "j": _get(4),
    "0": _pop,
    "1": _pop_mark,
    "2": _duplicate,
    "\x80": _skip(1),  # protocol
    "\x95": _skip(8),  # frame: only a hint for readers of streams
    "c": _refuse_global,
    "i": _refuse_global,
    "\x93": _refuse_stack_global,
}


def _operations() -> list[_Operation]:
    table = [_refusal("it is damaged")] * 256
    for name, sentence in _REFUSED.items():
        table[ord(name)] = _refusal(sentence)
    for name, operation in _KNOWN.items():
        table[ord(name)] = operation
    return table


_OPERATIONS = _operations()
