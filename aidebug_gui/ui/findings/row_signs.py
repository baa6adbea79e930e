"""Which records belong to findings: asked for each row that is painted, so it is looked up, never searched."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import numpy as np
from PySide6.QtGui import QColor

from aidebug_gui.store.protocol import Rows
from aidebug_gui.ui.findings.entries import Entry, Group
from aidebug_gui.ui.findings.marks import mark_colour
from aidebug_gui.ui.theme import Theme

_SHOWN = (Group.CRITICAL, Group.ERROR, Group.WARNING)
"""Groups whose records get a sign, the worst first; notes and personal data do not."""


class RowSigns:
    """The records of findings. Implements :class:`aidebug_gui.ui.table.painter.RowSign`."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._groups: dict[int, Group] = {}
        spans: list[tuple[int, int, Group]] = []
        for entry in entries:
            if entry.group not in _SHOWN:
                continue
            rows = entry.finding.rows
            for record in rows.tolist():
                self._groups[record] = min(self._groups.get(record, entry.group), entry.group)
            if entry.field and entry.finding.count > len(rows):  # an episode that is longer than what it names
                spans.append((int(rows[0]), int(rows[-1]), entry.group))
        self._spans = sorted(spans)
        self._firsts = [first for first, _, _ in self._spans]

    def group(self, record: int) -> Group | None:
        """Return the worst group that a record belongs to, None if it belongs to no finding."""
        found = self._groups.get(record)
        if found is None:
            for first, last, group in self._spans[: bisect_right(self._firsts, record)]:
                if first <= record <= last:
                    found = group if found is None else min(found, group)
        return found

    def colour(self, record: int, theme: Theme) -> QColor | None:
        """Return the colour of a record's sign, None for none."""
        group = self.group(record)
        return mark_colour(group, theme) if group is not None else None

    def rows(self) -> Rows:
        """Return all records with a sign, ascending."""
        single = np.fromiter(self._groups, dtype=np.int64, count=len(self._groups))
        ranges = [np.arange(first, last + 1, dtype=np.int64) for first, last, _ in self._spans]
        return np.unique(np.concatenate([single, *ranges]))
