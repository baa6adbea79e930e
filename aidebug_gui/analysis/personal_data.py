"""What finds personal data and secrets for a log, imported when it is first asked: the rules cost 0.2 s."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aidebug_gui.analysis.pii.marks import PersonalMarks
    from aidebug_gui.store.log import FileLog


def personal_marks(log: FileLog) -> PersonalMarks:
    """Return the marks of a log; nothing is looked through before somebody asks."""
    from aidebug_gui.analysis.pii.marks import PersonalMarks

    return PersonalMarks(log)
