"""The sentences about a log in the status bar: how much of it is read, what it holds, whether the accounts add up."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from aidebug_gui.store.protocol import StoreState
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.values import count_text, percent, size_text

MOST_FORMATS = 3
translate = QCoreApplication.translate


def accounts_line(state: StoreState, shown: int) -> str:
    """Return the one line of the status bar."""
    parts = [_lines(state.lines), _records(state.records)]
    if shown != state.records:
        parts.append(translate("Accounts", "{0} shown").format(count_text(shown)))
    parts.append(_formats(state))
    if state.not_understood:
        parts.append(translate("Accounts", "{0} not understood").format(count_text(state.not_understood)))
    return " · ".join(part for part in parts if part)


def progress_text(state: StoreState) -> str:
    """Return how far the reading is, empty when it is done."""
    if state.error:
        return translate("Accounts", "stopped: {0}").format(localized(state.error))
    if state.cancelled:
        return translate("Accounts", "reading stopped at {0}").format(percent(state.bytes_read, state.bytes_total))
    if state.complete:
        return localized(state.notice)
    return translate("Accounts", "reading {0}").format(percent(state.bytes_read, state.bytes_total))


def coverage_text(state: StoreState) -> str:
    """Return which share of the records is understood, and by which formats."""
    understood = state.records - state.not_understood
    text = translate("Accounts", "{0} of {1} understood").format(
        percent(understood, state.records), _records(state.records)
    )
    formats = ", ".join(f"{title} {percent(count, state.records)}" for title, count in _by_count(state))
    return f"{text}: {formats}" if formats else text


def accounts_tooltip(state: StoreState) -> str:
    """Return the accounts: each line of the file is in exactly one of three groups."""
    rows = [
        translate("Accounts", "{0} records (a record may span several lines)").format(count_text(state.records)),
        translate("Accounts", "+ {0} continuation lines, folded into their record").format(
            count_text(state.continuation)
        ),
        translate("Accounts", "+ {0} blank lines").format(count_text(state.blank)),
        translate("Accounts", "= {0} of {1} lines").format(
            count_text(state.records + state.continuation + state.blank), count_text(state.lines)
        ),
        "",
        translate("Accounts", "{0} of {1} read").format(size_text(state.bytes_read), size_text(state.bytes_total)),
    ]
    rows += [f"{title}: {_records(count)}" for title, count in _by_count(state)]
    if state.not_understood:
        rows.append(
            translate("Accounts", "{0} that no format recognises, shown as they are: filter is:raw").format(
                _records(state.not_understood)
            )
        )
    return "\n".join(rows)


def _formats(state: StoreState) -> str:
    ordered = _by_count(state)
    texts = [f"{title} {percent(count, state.records)}" for title, count in ordered[:MOST_FORMATS]]
    if len(ordered) > MOST_FORMATS:
        texts.append(translate("Accounts", "{0} more").format(len(ordered) - MOST_FORMATS))
    return ", ".join(texts)


def _by_count(state: StoreState) -> list[tuple[str, int]]:
    return sorted(((title, count) for title, count in state.formats.items() if count), key=lambda item: -item[1])


def _lines(count: int) -> str:
    text = translate("Accounts", "{0} line") if count == 1 else translate("Accounts", "{0} lines")
    return text.format(count_text(count))


def _records(count: int) -> str:
    text = translate("Accounts", "{0} record") if count == 1 else translate("Accounts", "{0} records")
    return text.format(count_text(count))


def empty_text(state: StoreState, query: str) -> str:
    """Return what stands in a table without rows."""
    if not state.records:
        if state.live:
            return translate("Accounts", "Nothing has arrived yet. Records appear here as soon as they do.")
        if not state.complete:
            return ""
        return (
            translate("Accounts", "This log has only blank lines.")
            if state.lines
            else translate("Accounts", "This log is empty.")
        )
    if not query:
        return ""
    if state.live:
        return translate(
            "Accounts",
            "No record matches this filter yet.\nNew records are checked as they arrive. Ctrl+Shift+X removes the filter.",
        )
    if state.complete or state.cancelled:
        return translate("Accounts", "No record matches this filter.\nCtrl+Shift+X removes it.")
    return translate("Accounts", "No record matches this filter so far. The log is still being read.")
