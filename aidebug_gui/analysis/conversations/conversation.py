"""The conversation of a record: its own messages, or those of all records of its request, trace, session or transcript."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.conversations.message import Message, Part, plain
from aidebug_gui.analysis.conversations.messages import Merging, messages_of
from aidebug_gui.analysis.conversations.parts import parsed_json
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken, Record, Rows
from aidebug_gui.store.sql.quoting import identifier

MOST_RECORDS = 500
MOST_BYTES = 16_000_000
"""So much of the record that is shown is read; of the others of its conversation a megabyte each."""
MOST_TURNS = 3000
"""So many turns of several records are shown: the window lays them all out."""
_GROUPS = ("session_id", "trace_id", "request_id")
_LEAST_FILL = 0.3  # of the records have an id by which conversations are joined; Codex has ids of single calls
_RESULT = "tooluseresult"  # Claude Code writes beside a result what came of the tool
_FACTS = ("model", "latency_ms", "tokens_in", "tokens_out", "cost_usd", "finish_reason")


@dataclass(frozen=True, slots=True)
class Turn:
    """A message, and the record that told it first. ``facts``: what the record says of the call, by column."""

    message: Message
    record: int
    time_ns: int | None
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was said. ``group``: (column, value) of the id that joins its records, ("", "") for one record or all of them.

    ``records``: those that it tells; ``has_more``: whether the group has others.
    """

    turns: tuple[Turn, ...]
    records: frozenset[int]
    group: tuple[str, str] = ("", "")
    has_more: bool = False


def conversation_of(
    log: FileLog, number: int, *, whole: bool | None = None, cancel: CancelToken | None = None
) -> Conversation | None:
    """Return the conversation of a record, None if it carries no messages.

    ``whole``: with all records of its session, trace or request; None: where the record holds one message only, as those
    of transcripts do. Raises IndexError if there is no such record, and Cancelled.
    """
    record = log.record(number, max_bytes=MOST_BYTES)
    messages = record_messages(record)
    if not messages:
        return None
    if whole is None:
        whole = len(messages) < 2
    if not whole:
        return Conversation(_turns(record, messages, 0), frozenset((number,)))
    group, rows = _group(log, number)
    near = _nearest(rows, number)
    turns, told = _joined(log, near, record, cancel), frozenset(near.tolist())
    if len(turns) > MOST_TURNS:
        turns = _turns_around(turns, number)
        told = frozenset((number, *(turn.record for turn in turns)))
    return Conversation(turns, told, group, len(told) < len(rows))


def record_messages(record: Record) -> tuple[Message, ...]:
    """Return the messages of one record; without any, its input and its output if it has both."""
    found = messages_of(record.fields)
    given, answer = (_text(record.values.get(name)) for name in ("input", "output"))
    if not found:
        if not (given and answer):
            return ()
        found = (Message("user", (Part("text", given),)),)
    is_result = any(plain(key) == _RESULT for key in record.fields)
    if answer and not is_result and all(message.role in ("user", "system") for message in found):
        return (*found, Message("assistant", (Part("text", answer),)))
    return found


def _text(value: object) -> str:
    """Return the words of an input or output, also those of ``{"question": "..."}``; features and scores are none."""
    if not isinstance(value, str):
        return ""
    parsed: object = parsed_json(value)
    if isinstance(parsed, dict):
        parsed = list(parsed.values())
    if isinstance(parsed, list):
        return parsed[0] if len(parsed) == 1 and isinstance(parsed[0], str) else ""
    if value[:1] == value[-1:] == '"':
        value = value[1:-1]
    return value if any(character.isalpha() for character in value[:1000]) else ""


def _turns(record: Record, messages: tuple[Message, ...], known: int) -> tuple[Turn, ...]:
    """Return the messages of a record from one on; what it says of the call belongs to the last answer among them."""
    facts = {name: record.values[name] for name in _FACTS if record.values.get(name) is not None}
    answers = [at for at, message in enumerate(messages) if message.role == "assistant" and at >= known]
    told_at = answers[-1] if answers else len(messages) - 1
    return tuple(
        Turn(message, record.record, record.time_ns, facts if at == told_at else {})
        for at, message in enumerate(messages)
        if at >= known
    )


def _group(log: FileLog, number: int) -> tuple[tuple[str, str], Rows]:
    """Return the widest id that the record shares with others, and their numbers; all records where none has an id."""
    filled = {field.name for field in log.fields() if field.fill >= _LEAST_FILL}
    for column in _GROUPS:
        if column not in log.analytics.columns or column not in filled:
            continue
        name = identifier(column)
        found = log.analytics.execute(f"SELECT {name} FROM records WHERE rowid = ?", [number]).fetchone()
        if found is not None and found[0] is not None:
            sql = f"SELECT rowid AS v FROM records WHERE {name} = ? ORDER BY rowid"
            rows = np.asarray(log.analytics.execute(sql, [found[0]]).fetchnumpy()["v"], dtype=np.int64)
            if len(rows) > 1:
                return (column, str(found[0])), rows
    return ("", ""), np.arange(log.state().records, dtype=np.int64)


def _nearest(rows: Rows, number: int) -> Rows:
    """Return at most ``MOST_RECORDS`` of the records, those around one."""
    at = int(np.searchsorted(rows, number))
    first = max(0, min(at - MOST_RECORDS // 2, len(rows) - MOST_RECORDS))
    return rows[first : first + MOST_RECORDS]


def _turns_around(turns: tuple[Turn, ...], number: int) -> tuple[Turn, ...]:
    """Return ``MOST_TURNS`` of the turns, those around the first of a record or of those after it."""
    at = next((place for place, turn in enumerate(turns) if turn.record >= number), len(turns))
    first = max(0, min(at - MOST_TURNS // 2, len(turns) - MOST_TURNS))
    return turns[first : first + MOST_TURNS]


def _joined(log: FileLog, rows: Rows, current: Record, cancel: CancelToken | None) -> tuple[Turn, ...]:
    """Return what records say together; ``current``: the one of them that is read already."""
    merging = Merging()
    turns: list[Turn] = []
    for row in rows.tolist():
        if cancel is not None:
            cancel.check()
        record = current if row == current.record else log.record(row)
        messages = record_messages(record)
        known = merging.add(messages)
        turns += _turns(record, messages, known) if known < len(messages) else ()
    return tuple(turns)
