"""Personal data and secrets of a log as findings: one for each kind and field, with its records. Never the values."""

from __future__ import annotations

from typing import NamedTuple

from aidebug_gui.analysis.findings.finding import MOST_ROWS, Finding, Severity
from aidebug_gui.analysis.pii.marks import MOST_VALUES, Group, PersonalMarks
from aidebug_gui.store.protocol import Rows
from aidebug_gui.translatable import Text, translatable

_SECRET_CAUSE = translatable(
    "A key, a token or a password was written to the log, with a request, an error or a setting."
)
_SECRET_FIX = translatable(
    "Assume that others know it: revoke it and create a new one. Then keep the field out of the log."
)
_PERSONAL_CAUSE = translatable("The field holds what people typed or who they are, and it is logged as it came in.")
_PERSONAL_FIX = translatable(
    "Do not log the field, or mask it. Before you send the log to somebody: aidebug-gui export --mask label."
)


class PersonalFinding(NamedTuple):
    """``values``: how many there are; several may stand in one record."""

    finding: Finding
    values: int
    is_secret: bool


def personal_findings(marks: PersonalMarks) -> list[PersonalFinding]:
    """Return what is known so far of a log, a finding for each kind and field."""
    return [
        PersonalFinding(_finding(group, marks.rows(group.entity.name, group.path)), group.count, group.entity.secret)
        for group in marks.groups()
    ]


def _sentence(group: Group, records: int) -> Text:
    sure = group.certain
    if group.count == 1:
        return translatable("One value, certain.") if sure else translatable("One value, likely.")
    certainty = translatable("{sure} certain, {likely} likely", sure=sure, likely=group.count - sure)
    different = translatable("{n} different ones", n=len(group.values))
    return translatable(
        "{n} values in {records} {records:record|records}, {different}: {certainty}.",
        n=group.count,
        records=records,
        different=translatable("at least {different}", different=different)
        if len(group.values) >= MOST_VALUES
        else different,
        certainty=translatable("all certain") if sure == group.count else certainty,
    )


def _finding(group: Group, rows: Rows) -> Finding:
    entity = group.entity
    where = translatable("the field “{field}”", field=group.path) if group.path else translatable("the text")
    return Finding(
        kind=f"personal_{entity.name}",
        severity=Severity.ERROR if entity.secret else Severity.INFO,
        title=translatable("{entity} in {where}", entity=entity.title, where=where),
        sentence=_sentence(group, len(rows)),
        cause=_SECRET_CAUSE if entity.secret else _PERSONAL_CAUSE,
        fix=_SECRET_FIX if entity.secret else _PERSONAL_FIX,
        rows=rows[:MOST_ROWS],
        count=len(rows),
        subject=group.path,
    )
