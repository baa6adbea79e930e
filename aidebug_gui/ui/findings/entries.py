"""The entries of the findings list, their order and their counts. No widgets here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from aidebug_gui.analysis.findings.finding import UNSPECIFIC, Finding, Severity
from aidebug_gui.ui.localized import localized_finding
from aidebug_gui.ui.values import count_text


class Group(IntEnum):
    """What the line above the list counts together, in its order."""

    SECRET = 0
    CRITICAL = 1
    ERROR = 2
    WARNING = 3
    INFO = 4
    PERSONAL = 5


_GROUPS = {
    Severity.CRITICAL: Group.CRITICAL,
    Severity.ERROR: Group.ERROR,
    Severity.WARNING: Group.WARNING,
    Severity.INFO: Group.INFO,
}
COUNT_WORDS = {
    Group.SECRET: ("secret", "secrets"),
    Group.CRITICAL: ("critical", "critical"),
    Group.ERROR: ("error", "errors"),
    Group.WARNING: ("warning", "warnings"),
    Group.INFO: ("note", "notes"),
    Group.PERSONAL: ("personal data", "personal data"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One line of the list.

    ``field``: the number that an anomaly is about, empty for all else. ``values``: how much it counts for in its group.
    ``muted``: the user called it normal.
    """

    finding: Finding
    group: Group
    field: str = ""
    values: int = 1
    muted: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What stays the same when the findings are made again."""
        return self.finding.kind, self.finding.subject

    @property
    def first_record(self) -> int:
        """The first record that proves it, -1 where there is none."""
        return int(self.finding.rows[0]) if len(self.finding.rows) else -1


def problem(finding: Finding, field: str = "") -> Entry:
    """Return the entry of a finding that is no personal data."""
    return Entry(finding, _GROUPS[finding.severity], field)


def localized_entry(entry: Entry) -> Entry:
    """Return an entry in the language of the window, its times in the zone that is shown."""
    return replace(entry, finding=localized_finding(entry.finding))


def veiled(entry: Entry, shown: Callable[[str], str]) -> Entry:
    """Return an entry with its words as they may be shown."""
    finding = entry.finding
    words = (finding.title, finding.sentence, finding.detail)
    title, sentence, detail = (shown(text) for text in words)
    if (title, sentence, detail) == words:
        return entry
    return replace(entry, finding=replace(finding, title=title, sentence=sentence, detail=detail))


def ordered(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries by group, then as the log goes; what only counts errors behind what names them."""
    return sorted(entries, key=lambda entry: (entry.group, entry.finding.kind in UNSPECIFIC, _place(entry)))


def _place(entry: Entry) -> int:
    if entry.group in (Group.SECRET, Group.PERSONAL):
        return -entry.values
    return entry.finding.first_ns if entry.finding.first_ns is not None else entry.first_record


def counts(entries: Sequence[Entry]) -> dict[Group, int]:
    """Return how much there is of each group: values of personal data and secrets, else findings."""
    found: dict[Group, int] = {}
    for entry in entries:
        if entry.muted:
            continue
        found[entry.group] = found.get(entry.group, 0) + entry.values
    return dict(sorted(found.items()))


def count_words(group: Group, count: int) -> str:
    """Return "3 errors"."""
    word = QCoreApplication.translate("Findings", COUNT_WORDS[group][count != 1])
    return f"{count_text(count)} {word}"


def group_word(group: Group) -> str:
    """Return "error"."""
    return QCoreApplication.translate("Findings", COUNT_WORDS[group][0])


def as_text(entry: Entry) -> str:
    """Return a finding as text for the clipboard."""
    finding = entry.finding
    parts = [f"{group_word(entry.group).upper()}  {finding.title}", finding.sentence]
    parts += [finding.detail] if finding.detail else []
    parts += (
        [QCoreApplication.translate("FindingDetail", "Likely cause: {0}").format(finding.cause)]
        if finding.cause
        else []
    )
    parts += [QCoreApplication.translate("FindingDetail", "What helps: {0}").format(finding.fix)] if finding.fix else []
    return "\n".join(parts) + "\n"
