"""A conversation as lines of plain text: headings, what was said, and what is folded away. No widget is touched here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from aidebug_gui.analysis.conversations.conversation import Conversation, Turn
from aidebug_gui.analysis.conversations.message import Part
from aidebug_gui.analysis.formatting import milliseconds, number
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.values import count_text, local_number, second_text, visible

FOLDED_LINES = 30
FOLDED_CHARS = 3000
OPEN_CHARS = 400_000
"""So much of a text is shown when it is unfolded; the rest is in the raw text."""
_LINE_CHARS = 20_000  # a longer line takes the text widget too long to lay out

BlockKind = Literal["head", "text", "thinking", "tool", "name", "fold", "gap"]
_BLOCKS: Mapping[str, BlockKind] = {
    "text": "text",
    "thinking": "thinking",
    "call": "tool",
    "result": "tool",
    "media": "thinking",
}


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines that look alike. ``turn``: to which turn they belong; ``role``: of who says them.

    ``part``: of what is folded, which part of the turn is unfolded by a click, else -1.
    """

    kind: BlockKind
    text: str
    turn: int
    role: str
    part: int = -1


def blocks_of(conversation: Conversation, unfolded: Collection[tuple[int, int]]) -> Iterator[Block]:
    """Yield the blocks of a conversation. ``unfolded``: (turn, part) of what the user wants to see in full."""
    for at, turn in enumerate(conversation.turns):
        role = turn.message.role
        yield Block("head", heading(turn), at, role)
        for place, part in enumerate(turn.message.parts):
            if words := _name(part):
                yield Block("name", words, at, role)
            shown, left = _folded(part.text, is_open=(at, place) in unfolded)
            if shown:
                yield Block(_BLOCKS[part.kind], shown, at, role)
            if left:
                yield Block("fold", left, at, role, place)
        if not turn.message.parts:
            yield Block("thinking", QCoreApplication.translate("Conversation", "(nothing)"), at, role)
        yield Block("gap", "", at, role)


def role_title(role: str) -> str:
    """Return a role in the language of the window."""
    names = {
        "system": QCoreApplication.translate("Conversation", "System"),
        "user": QCoreApplication.translate("Conversation", "User"),
        "assistant": QCoreApplication.translate("Conversation", "Assistant"),
        "tool": QCoreApplication.translate("Conversation", "Tool"),
    }
    return names[role]


def heading(turn: Turn) -> str:
    """Return who says it, when, and what the record says of the call."""
    facts = turn.facts
    parts = [role_title(turn.message.role)]
    if turn.time_ns is not None:
        parts.append(second_text(turn.time_ns, dated=False))
    if "model" in facts:
        parts.append(visible(str(facts["model"])))
    latency, tokens_in, tokens_out, cost = (
        _amount(facts.get(name)) for name in ("latency_ms", "tokens_in", "tokens_out", "cost_usd")
    )
    if latency is not None:
        parts.append(localized(milliseconds(latency)))
    if tokens_in is not None or tokens_out is not None:
        counts = [count_text(round(count)) if count is not None else "?" for count in (tokens_in, tokens_out)]
        parts.append(QCoreApplication.translate("Conversation", "{0} → {1} tokens").format(*counts))
    if cost is not None:
        parts.append(f"$ {localized(number(cost))}" if cost >= 0.01 else f"$ {local_number(f'{cost:.6f}'.rstrip('0'))}")
    if "finish_reason" in facts:
        parts.append(visible(str(facts["finish_reason"])))
    return " · ".join(part.replace(" ", "\u00a0") for part in parts)


def plain_text(conversation: Conversation) -> str:
    """Return a conversation for the clipboard, whole."""
    lines: list[str] = []
    for turn in conversation.turns:
        lines.append(f"## {heading(turn)}")
        for part in turn.message.parts:
            lines += [words for words in (_name(part), part.text) if words]
        lines.append("")
    return "\n".join(lines)


def _name(part: Part) -> str:
    name = visible(part.name[:200])
    if part.kind == "call":
        return QCoreApplication.translate("Conversation", "calls {0}").format(name or "?")
    if part.kind == "result" and name:
        return QCoreApplication.translate("Conversation", "{0} answers").format(name)
    if part.kind == "thinking":
        return QCoreApplication.translate("Conversation", "thinks")
    return QCoreApplication.translate("Conversation", "picture or file") if part.kind == "media" else ""


def _folded(text: str, *, is_open: bool) -> tuple[str, str]:
    """Return what is shown of a text, and the words for what is not."""
    most = OPEN_CHARS if is_open else FOLDED_CHARS
    shown = text if len(text) <= most else text[:most]
    if not is_open:
        lines = shown.split("\n", FOLDED_LINES)
        if len(lines) > FOLDED_LINES:
            shown = "\n".join(lines[:FOLDED_LINES])
    left = len(text) - len(shown)
    words = ""
    if left and is_open:
        words = QCoreApplication.translate("Conversation", "… {0} more characters: see the raw text").format(
            count_text(left)
        )
    elif left:
        words = QCoreApplication.translate("Conversation", "… {0} more characters: click to show them").format(
            count_text(left)
        )
    return _shown_lines(shown), words


def _shown_lines(text: str) -> str:
    """Return text with its line breaks, control characters made visible, and lines without end broken."""
    pieces = []
    for line in text.split("\n"):
        shown = visible(line.removesuffix("\r").expandtabs(4))
        pieces += [shown[at : at + _LINE_CHARS] for at in range(0, max(1, len(shown)), _LINE_CHARS)]
    return "\n".join(pieces)


def _amount(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
