"""What the panel lists and says."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from aidebug_gui.analysis.pii.marks import Group, PersonalMarks
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.privacy.panel import Listed
from aidebug_gui.ui.privacy.scanning import Scanning
from aidebug_gui.ui.values import count_text, percent, size_text, time_text

MOST_LISTED = 400


class List:
    """Lists the groups with the line and time of their first records (pool thread)."""

    def __init__(self, log: FileLog, marks: PersonalMarks) -> None:
        self._log, self._marks = log, marks

    def __call__(self, cancel: CancelToken) -> list[Listed]:
        groups = self._marks.groups()[:MOST_LISTED]
        if not groups:
            return []
        firsts = np.array([group.first for group in groups], dtype=np.int64)
        lines = self._log.lines(firsts).tolist()
        rows = {row.record: row.cells[0] for row in self._log.rows(np.unique(firsts), ["time"])}
        times = [rows.get(number) for number in firsts.tolist()]
        return [
            Listed(group, line, time_text(time) if isinstance(time, int) else "", self._lines(group))
            for group, line, time in zip(groups, lines, times, strict=True)
        ]

    def _lines(self, group: Group) -> tuple[int, ...]:
        numbers = np.array([secret.first for secret in group.secrets], dtype=np.int64)
        return tuple(self._log.lines(numbers).tolist()) if len(numbers) else ()


class StatusText(QObject):
    """Says what was found and how much was looked through."""

    def text(self, scanning: Scanning, groups: list[Group]) -> str:
        """Return two or three sentences."""
        parts = [self._found(groups)]
        marks, state = scanning.marks, scanning.state
        if scanning.is_running:
            parts.append(self.tr("Scanning: %s of the log …") % percent(marks.scanned, max(1, state.records)))
        elif marks.scanned < state.settled:
            size = (size_text(marks.scanned_bytes), size_text(state.bytes_total))
            parts.append(self.tr("Only %s of %s were scanned.") % size)
        elif state.records:
            parts.append(self.tr("All %s records were scanned.") % count_text(state.records))
        if marks.allowed:
            parts.append(self.tr("You allowed %s findings.") % count_text(marks.allowed))
        return " ".join(parts)

    def _found(self, groups: list[Group]) -> str:
        secrets = sum(len(group.values) for group in groups if group.entity.secret)
        personal = sum(group.count for group in groups if not group.entity.secret)
        counts = []
        if secrets:
            counts.append(
                self.tr("1 secret") if secrets == 1 else self.tr("%s different secrets") % count_text(secrets)
            )
        if personal:
            is_one = personal == 1
            counts.append(
                self.tr("1 personal value") if is_one else self.tr("%s personal values") % count_text(personal)
            )
        if not counts:
            return self.tr("No personal data and no secrets were found.")
        return self.tr("%s found.") % self.tr(" and ").join(counts)
