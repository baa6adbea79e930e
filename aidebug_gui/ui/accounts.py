"""The sentences about a log in the status bar: how much of it is read, what it holds, whether the accounts add up."""

from __future__ import annotations

from aidebug_gui.store.protocol import StoreState
from aidebug_gui.ui.values import count_text, percent, size_text

MOST_FORMATS = 3


def accounts_line(state: StoreState, shown: int) -> str:
    """Return the one line of the status bar."""
    parts = [_counted(state.lines, "line"), _counted(state.records, "record")]
    if shown != state.records:
        parts.append(f"{count_text(shown)} shown")
    parts.append(_formats(state))
    if state.not_understood:
        parts.append(f"{count_text(state.not_understood)} not understood")
    return " · ".join(part for part in parts if part)


def progress_text(state: StoreState) -> str:
    """Return how far the reading is, empty when it is done."""
    if state.error:
        return f"stopped: {state.error}"
    if state.cancelled:
        return f"reading stopped at {percent(state.bytes_read, state.bytes_total)}"
    if state.complete:
        return state.notice
    return f"reading {percent(state.bytes_read, state.bytes_total)}"


def accounts_tooltip(state: StoreState) -> str:
    """Return the accounts: each line of the file is in exactly one of three groups."""
    rows = [
        f"{count_text(state.records)} records (a record may span several lines)",
        f"+ {count_text(state.continuation)} continuation lines, folded into their record",
        f"+ {count_text(state.blank)} blank lines",
        f"= {count_text(state.records + state.continuation + state.blank)} of {count_text(state.lines)} lines",
        "",
        f"{size_text(state.bytes_read)} of {size_text(state.bytes_total)} read",
    ]
    rows += [f"{title}: {_counted(count, 'record')}" for title, count in _by_count(state)]
    if state.not_understood:
        rows.append(
            f"{_counted(state.not_understood, 'record')} that no format claims, shown as they are: filter is:raw"
        )
    return "\n".join(rows)


def _formats(state: StoreState) -> str:
    ordered = _by_count(state)
    texts = [f"{title} {percent(count, state.records)}" for title, count in ordered[:MOST_FORMATS]]
    if len(ordered) > MOST_FORMATS:
        texts.append(f"{len(ordered) - MOST_FORMATS} more")
    return ", ".join(texts)


def _by_count(state: StoreState) -> list[tuple[str, int]]:
    return sorted(((title, count) for title, count in state.formats.items() if count), key=lambda item: -item[1])


def _counted(count: int, noun: str) -> str:
    return f"{count_text(count)} {noun}" if count == 1 else f"{count_text(count)} {noun}s"


def empty_text(state: StoreState, query: str) -> str:
    """Return what stands in a table without rows."""
    if not state.records:
        if state.live:
            return "Nothing has come yet. What comes is shown here at once."
        if not state.complete:
            return ""
        return "This log has only blank lines." if state.lines else "This log is empty."
    if not query:
        return ""
    if state.live:
        return "No record matches this filter yet.\nNew ones are looked at as they come. Ctrl+Shift+X removes the filter."
    if state.complete or state.cancelled:
        return "No record matches this filter.\nCtrl+Shift+X removes it."
    return "No record matches this filter so far. The log is still being read."
