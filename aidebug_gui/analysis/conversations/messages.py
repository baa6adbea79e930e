"""Finds the messages in a record by their shape: whatever has a role and a content is one, wherever it stands.

That one rule reads OpenAI (chat, completions, responses), Anthropic, Gemini, Bedrock, OpenTelemetry, OpenInference, LangChain,
LangSmith, Langfuse, LiteLLM, Inspect, Claude Code and Codex, and what people write themselves. A log is hostile input:
depth and number of what is looked at are bounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from aidebug_gui.analysis.conversations.message import Message, Part, Role, plain, vocabulary
from aidebug_gui.analysis.conversations.parts import (
    MOST_DEPTH,
    argument_text,
    block_parts,
    call_part,
    flat_text,
    parsed_json,
    parts_of,
)

MOST_MESSAGES = 2000
_MOST_NODES = 20_000
_LEAST_IN_COMMON = 2  # messages with which two records of one conversation begin; the system's alone says nothing
_TYPES_ALONE = (
    "usermessage",
    "agentmessage",
    "agentreasoning",
)  # Codex; other types of messages stand beside "content"
_Plain = dict[str, object]


def messages_of(fields: Mapping[str, object]) -> tuple[Message, ...]:
    """Return the messages of a record in the order in which they were said; none where it carries none."""
    for late in (False, True):
        found: list[Message] = []
        for messages in _Walk(with_late=late).lists(unflattened(fields), "", 0):
            _append(found, messages)
            if len(found) >= MOST_MESSAGES:
                break
        if found:
            return tuple(found[:MOST_MESSAGES])
    return ()


def _append(known: list[Message], new: Sequence[Message]) -> None:
    """Add messages of another place of the record; one place often tells again what others do."""
    new = list(new)
    if new[: len(known)] == known:
        known[:] = new
    elif not any(known[at : at + len(new)] == new for at in range(len(known) - len(new) + 1)):
        known += new


class Merging:
    """Joins the messages of records that follow each other: a request repeats what was said before it."""

    def __init__(self) -> None:
        self.said: list[Message] = []
        self._last: list[Message] = []  # of the record before

    def add(self, messages: Sequence[Message]) -> int:
        """Add the messages of the next record and return how many of its first ones were known.

        One message alone that is said twice was said twice, but for a text that a transcript tells in two ways (Codex).
        """
        new = list(messages)
        known = max(_in_common(self.said, new), _in_common(self._last, new))
        if known < _LEAST_IN_COMMON:
            known = self._overlap(new)
        self.said += new[known:]
        self._last = new
        return known

    def _overlap(self, new: list[Message]) -> int:
        """Return with how many messages what was said ends that the new ones begin with."""
        said = self.said
        for first in range(max(0, len(said) - len(new)), len(said)):
            count = len(said) - first
            if said[first] == new[0] and said[first:] == new[:count] and (count > 1 or _is_words(new[0])):
                return count
        return 0


def _in_common(known: Sequence[Message], new: Sequence[Message]) -> int:
    """Return with how many equal messages both begin."""
    return next(
        (at for at, (one, other) in enumerate(zip(known, new, strict=False)) if one != other), min(len(known), len(new))
    )


def _is_words(message: Message) -> bool:
    return all(part.kind in ("text", "thinking") for part in message.parts)


class _Walk:
    """One walk through a record."""

    def __init__(self, *, with_late: bool) -> None:
        self._left = _MOST_NODES
        self._with_late = with_late

    def lists(self, node: object, key: str, depth: int) -> Iterator[list[Message]]:
        """Yield the messages below a node, those of one list together. ``key``: the plain key under which it stands."""
        self._left -= 1
        if depth > MOST_DEPTH or self._left < 0:
            return
        if isinstance(node, str):
            node = parsed_json(node) if depth else None  # OpenTelemetry writes messages as JSON in a text
        if isinstance(node, list):
            yield from self._of_list(node, key, depth)
        elif isinstance(node, Mapping):
            own: _Plain = {plain(str(name)): value for name, value in node.items()}
            message = _message(own, key)
            if message is not None:
                yield [message]
            else:
                yield from self._of_object(own, depth)

    def _of_list(self, node: list[object], key: str, depth: int) -> Iterator[list[Message]]:
        together: list[Message] = []
        for item in islice(node, MOST_MESSAGES):
            for messages in self.lists(item, key, depth + 1):
                together += messages
        if together:
            yield together

    def _of_object(self, own: _Plain, depth: int) -> Iterator[list[Message]]:
        keys = vocabulary().keys
        for name in keys["system"]:
            text = flat_text(own.get(name), depth) if own.get(name) is not None else ""
            if text and _has_messages_beside(own):
                yield [Message("system", (Part("text", text),))]
        skipped = {*keys["skipped"], *keys["system"]} | (set() if self._with_late else set(keys["late"]) - {"data"})
        last = [name for name in own if name in keys["output"]]
        for name in [*(name for name in own if name not in last), *last]:
            if name not in skipped:
                yield from self.lists(own[name], name, depth + 1)


def _has_messages_beside(own: _Plain) -> bool:
    return any(
        isinstance(own.get(name), list | str) for name in ("messages", "contents", "input", "genaiinputmessages")
    )


def _message(own: _Plain, key: str) -> Message | None:
    """Return what an object with plain keys is as a message, None if it is none. ``key``: under which it stands."""
    words = vocabulary()
    inner = own.get("message")
    if isinstance(inner, Mapping):  # {"type": "user", "message": {...}}: the inner one tells more
        return None
    if isinstance(own.get("kwargs"), Mapping) and isinstance(own.get("id"), list):  # LangChain's own way to write it
        return _langchain(own)
    role = _role(own)
    kind = words.blocks.get(plain(str(own.get("type", ""))))
    if role is None and kind is not None and kind != "media":  # an item of the Responses API
        parts = tuple(block_parts(own, 0))
        return Message("tool" if kind == "result" else "assistant", parts) if parts else None
    if role is None:
        return _answer(own) if key in words.keys["output"] else None
    attributes = own.get("attributes")
    if isinstance(attributes, Mapping):  # an event of a span
        own = {plain(str(name)): value for name, value in attributes.items()}
    parts = tuple(_said(own, role))
    if parts and all(part.kind == "result" for part in parts):
        role = "tool"  # Anthropic sends results in the name of the user
    return Message(role, parts) if parts or "content" in own else None


def _said(own: _Plain, role: Role) -> Iterator[Part]:
    keys = vocabulary().keys
    for name in keys["thinking"]:
        if isinstance(own.get(name), str) and own[name]:
            yield Part("thinking", str(own[name]))
    content = next((own[name] for name in keys["content"] if own.get(name) is not None), None)
    if role == "tool":
        text = flat_text(content, 0)
        if text:
            yield Part("result", argument_text(text), str(own.get("name") or ""))
    else:
        parsed = parsed_json(content) if isinstance(content, str) else None
        is_blocks = (
            isinstance(parsed, list) and bool(parsed) and all(isinstance(one, dict) and "type" in one for one in parsed)
        )
        yield from parts_of(parsed if is_blocks else content)
    for name in keys["calls"]:
        calls = own.get(name)
        for call in calls if isinstance(calls, list) else [calls]:
            if isinstance(call, Mapping):
                inner = call.get("tool_call")  # OpenInference
                call = inner if isinstance(inner, Mapping) else call
                yield call_part({plain(str(key)): value for key, value in call.items()})


def _role(own: _Plain) -> Role | None:
    words = vocabulary()
    for key in words.keys["role"]:
        value = own.get(key)
        if isinstance(value, Mapping):
            value = value.get("role")
        if isinstance(value, str) and plain(value) in words.roles:
            if key == "type" and "content" not in own and plain(value) not in _TYPES_ALONE:
                return None
            has_content = any(own.get(name) is not None for name in (*words.keys["content"], *words.keys["calls"]))
            return words.roles[plain(value)] if has_content or "content" in own else None
    name = own.get("name")
    if isinstance(name, str) and name.startswith("gen_ai.") and isinstance(own.get("attributes"), Mapping):
        return words.roles.get(plain(name))
    return None


def _answer(own: _Plain) -> Message | None:
    """Return a completion that has a text and no role."""
    text = own.get("text")
    return (
        Message("assistant", (Part("text", text),)) if isinstance(text, str) and text and "message" not in own else None
    )


def _langchain(own: _Plain) -> Message | None:
    identity, kwargs = own["id"], own["kwargs"]
    assert isinstance(identity, list)
    assert isinstance(kwargs, Mapping)
    role = vocabulary().roles.get(plain(str(identity[-1]))) if identity else None
    if role is None:
        return None
    parts = tuple(_said({plain(str(name)): value for name, value in kwargs.items()}, role))
    return Message(role, parts) if parts else None


def unflattened(fields: Mapping[str, object], depth: int = 0) -> dict[str, object]:
    """Return fields with ``llm.input_messages.0.message.role`` as the lists and objects that such keys stand for.

    Only keys with a position in a list are taken apart; all others stay as they are.
    """
    result: dict[str, object] = {}
    for key, value in fields.items():
        steps = key.split(".")
        if isinstance(value, Mapping):
            is_inner = key in ("attributes", "extra") and depth < MOST_DEPTH
            result[key] = unflattened(value, depth + 1) if is_inner else value
        elif not any(step.isdecimal() for step in steps) or len(steps) > MOST_DEPTH:
            result[key] = value
        else:
            _put(result, steps, value)
    return _listed(result, 0)


def _put(result: dict[str, object], steps: Sequence[str], value: object) -> None:
    place = result
    at = next(number for number, step in enumerate(steps) if step.isdecimal())
    path = [".".join(steps[:at]), *steps[at:]] if at else list(steps)
    for step in path[:-1]:
        inner = place.setdefault(step, {})
        if not isinstance(inner, dict):
            return
        place = inner
    place.setdefault(path[-1], value)


def _listed(node: dict[str, object], depth: int) -> dict[str, object]:
    """Turn objects whose keys are all positions into lists."""
    for key, value in node.items():
        if isinstance(value, dict) and depth < MOST_DEPTH:
            inner = _listed(value, depth + 1)
            if inner and all(name.isdecimal() for name in inner):
                node[key] = [inner[name] for name in sorted(inner, key=int)]
    return node
