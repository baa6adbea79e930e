"""What a conversation is made of, and the words by which records tell it (``resources/conversations.toml``)."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from aidebug_gui.resources import resource_path

Role: TypeAlias = Literal["system", "user", "assistant", "tool"]
PartKind: TypeAlias = Literal["text", "thinking", "call", "result", "media"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message. ``name``: of the tool that is called or that answers; its arguments are the text."""

    kind: PartKind
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """What one side said."""

    role: Role
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Words of ``conversations.toml``: keys and values as :func:`plain` writes them."""

    roles: Mapping[str, Role]
    keys: Mapping[str, tuple[str, ...]]
    blocks: Mapping[str, PartKind]
    parts: Mapping[str, tuple[str, ...]]


def plain(key: str) -> str:
    """Return a key as it is compared: ``toolCalls`` and ``tool_calls`` are one."""
    return key.lower().replace("_", "").replace("-", "").replace(".", "")


@functools.cache
def vocabulary() -> Vocabulary:
    """Read the words once."""
    table = tomllib.loads(resource_path("conversations.toml").read_text(encoding="utf-8"))
    return Vocabulary(
        {value: role for role, values in table["roles"].items() for value in values},
        {name: tuple(values) for name, values in table["keys"].items()},
        {value: kind for kind, values in table["blocks"].items() for value in values},
        {name: tuple(values) for name, values in table["parts"].items()},
    )
