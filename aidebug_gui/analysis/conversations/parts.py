"""The parts of one message: text, thoughts, calls of tools and their results, pictures; as plain text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice

import orjson

from aidebug_gui.analysis.conversations.message import Part, plain, vocabulary

MOST_CHARS = 20_000_000
MOST_DEPTH = 12
MOST_PARTS = 2000
_MOST_PARSED = 1_000_000  # characters; longer texts stay as they are
_SHORT = 100  # characters of a value that stands on one line
_TEXT_KEYS = ("text", "content", "parts", "summary", "value", "thinking", "outputtext")


def parts_of(content: object, depth: int = 0) -> Iterator[Part]:
    """Yield the parts of a message's content, in whatever way it is written."""
    if isinstance(content, str):
        if content:
            yield Part("text", content[:MOST_CHARS])
    elif isinstance(content, list):
        for block in islice(content, MOST_PARTS):
            if depth < MOST_DEPTH:
                yield from parts_of(block, depth + 1)
    elif isinstance(content, Mapping):
        yield from block_parts({plain(str(key)): value for key, value in content.items()}, depth)
    elif content is not None:
        yield Part("text", json_text(content))


def block_parts(block: Mapping[str, object], depth: int) -> Iterator[Part]:
    """Yield what one block says: of a known type, else with a text of its own, else as JSON. Its keys are plain."""
    blocks = vocabulary().blocks
    kind = blocks.get(plain(str(block.get("type", ""))))
    if kind is None:
        for key in ("tooluse", "toolresult", "functioncall", "functionresponse", "inlinedata", "filedata", "image"):
            inner = block.get(key)
            if isinstance(inner, Mapping):  # Bedrock and Gemini name the type by the key
                yield from block_parts(
                    {"type": key, **{plain(str(name)): value for name, value in inner.items()}}, depth
                )
                return
    if block.get("thought") is True:  # Gemini
        kind = "thinking"
    if kind == "call":
        yield call_part(block)
    elif kind == "result":
        yield Part("result", argument_text(flat_text(_first(block, "result"), depth)), _name(block))
    elif kind == "media":
        yield Part("media", _media_words(block))
    else:
        text = next((block[key] for key in _TEXT_KEYS if block.get(key) is not None), None)
        if text is None and kind != "thinking":
            text = json_text({key: value for key, value in block.items() if key != "type"}) if len(block) > 1 else ""
        words = flat_text(text, depth)
        if words:
            yield Part("thinking" if kind == "thinking" else "text", words)


def call_part(call: Mapping[str, object]) -> Part:
    """Return the call of a tool, with its arguments written in several lines. Its keys are plain."""
    inner = call.get("function")
    if isinstance(inner, Mapping):  # OpenAI
        call = {plain(str(key)): value for key, value in inner.items()}
    return Part("call", argument_text(_first(call, "arguments")), _name(call))


def argument_text(arguments: object) -> str:
    """Return arguments and results as people read them: a line for each, texts of several lines as they are.

    JSON that stands in a text is such an argument, too.
    """
    if isinstance(arguments, str):
        parsed = parsed_json(arguments)
        if parsed is None:
            return arguments[:MOST_CHARS]
        arguments = parsed
    if arguments is None or arguments == {}:
        return ""
    if not isinstance(arguments, Mapping):
        return json_text(arguments)
    return "\n".join(_argument(str(name), value) for name, value in arguments.items())[:MOST_CHARS]


def _argument(name: str, value: object) -> str:
    text = json_text(value)
    if not isinstance(value, str):
        line = " ".join(part.strip() for part in text.split("\n"))
        text = line if len(line) <= _SHORT else text
    return f"{name}: {text}" if "\n" not in text else f"{name}:\n{text}"


def flat_text(content: object, depth: int) -> str:
    """Return a content as one text."""
    if content is None or depth >= MOST_DEPTH:
        return ""
    if isinstance(content, Mapping) and not any(plain(str(key)) in (*_TEXT_KEYS, "type") for key in content):
        return json_text(content)
    return "\n".join(part.text for part in parts_of(content, depth + 1))


def json_text(value: object) -> str:
    """Return a value as JSON in several lines; a text as it is."""
    if isinstance(value, str):
        return value
    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2, default=str).decode()[:MOST_CHARS]
    except (TypeError, RecursionError):  # integers beyond 64 bits, half surrogate pairs, nested without end
        try:
            return json.dumps(value, default=str)[:MOST_CHARS]
        except (ValueError, RecursionError):
            return "…"


def parsed_json(text: str) -> Mapping[str, object] | list[object] | None:
    """Return the object or list that a text is, None if it is something else."""
    if len(text) > _MOST_PARSED or text[:1] not in ("{", "["):
        return None
    try:
        parsed = orjson.loads(text)
    except ValueError:
        return None
    return parsed if isinstance(parsed, dict | list) else None


def _first(block: Mapping[str, object], names: str) -> object:
    return next((block[key] for key in vocabulary().parts[names] if block.get(key) is not None), None)


def _name(block: Mapping[str, object]) -> str:
    """Return what the tool of a call or result is called, empty if nothing says it."""
    named = (block.get(key) for key in vocabulary().parts["name"])
    return next((name for name in named if isinstance(name, str) and name), "")


def _media_words(block: Mapping[str, object]) -> str:
    """Say what a picture or file is; its bytes are of no use as text."""
    kind = next((str(block[key]) for key in ("mimetype", "mediatype", "format") if block.get(key)), "")
    source = block.get("source")
    if not kind and isinstance(source, Mapping):
        kind = str(source.get("media_type") or source.get("type") or "")
    return kind or str(block.get("type", ""))
