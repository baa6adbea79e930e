"""Reads the pickles of ``logging.handlers.SocketHandler`` without unpickling: no code from the network ever runs.

A pickle is a program for a small stack machine; ours (:mod:`pickle_machine`) builds plain data only. Everything else
is refused, with what it asked for. Work, memory and nesting are bounded.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from aidebug_gui.sources.receivers.pickle_machine import Machine, PickleRefused

MAX_DEPTH = 64
MAX_VALUES = 200_000  # counted as often as they are referred to: ten references to ten references to ...
MAX_CHARACTERS = 32 << 20


def load_plain(data: bytes) -> object:
    """Return the object of a pickle (protocols 0 to 5). Raises PickleRefused."""
    machine = Machine(data)
    try:
        value = machine.run()
        _check_size(value)
    except PickleRefused as refusal:
        refusal.partial = machine.partial()
        raise
    except (IndexError, KeyError, TypeError, ValueError, OverflowError, struct.error) as error:
        damaged = PickleRefused("it is damaged")
        damaged.partial = machine.partial()
        raise damaged from error
    return value


def _check_size(value: object) -> None:
    """Raise PickleRefused where an object is too deep, or too large when it is written out."""
    values, characters, depth = 1, 0, 0
    level: list[object] = [value]
    while level:
        if depth > MAX_DEPTH:
            raise PickleRefused(f"it is nested more than {MAX_DEPTH} deep, or in a circle")
        below: list[object] = []
        for container in level:
            for child in _children(container):
                kind = type(child)
                if kind is str or kind is bytes:
                    characters += len(child)  # type: ignore[arg-type]  # told by its type
                elif kind is dict or kind is list or kind is tuple:
                    below.append(child)
                values += 1
            if values > MAX_VALUES or characters > MAX_CHARACTERS:
                raise PickleRefused("it unfolds to more than a log record can be")
        level, depth = below, depth + 1


def _children(container: object) -> Sequence[object]:
    if isinstance(container, dict):
        return [*container, *container.values()]
    return container if isinstance(container, list | tuple) else ()
