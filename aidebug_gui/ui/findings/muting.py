"""Mutes findings and unmutes them, and keeps that for logs with the same fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from aidebug_gui.analysis.findings.anomalies import FieldEvent
from aidebug_gui.ui.findings.entries import Entry, problem
from aidebug_gui.ui.findings.mute_list import KEPT_AS, MuteList
from aidebug_gui.ui.findings.panel import FindingsPanel
from aidebug_gui.ui.state import remembered

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


class Mutes(QObject):
    """Listens to the buttons of the panel.

    Signals:
        changed(): other findings are muted, or they are listed now or no more.
    """

    changed = Signal()

    def __init__(self, view: LogView, panel: FindingsPanel) -> None:
        super().__init__(panel)
        self._view = view
        self._panel = panel
        self._latest: Entry | None = None
        memory = view.memory
        known = remembered.shape(memory.shape_key) if memory.is_on and memory.shape_key else None
        self.muted = MuteList.read(str(view.path.absolute()), known.extra.get(KEPT_AS) if known is not None else None)
        panel.detail.mute_requested.connect(self._on_mute)
        panel.detail.unmute_requested.connect(self._on_unmute)
        panel.summary.muted_requested.connect(self._on_list)

    def is_muted(self, event: FieldEvent) -> bool:
        """Return whether the finding of an event is muted, or the one that tells it together with others of its field."""
        together = replace(event.finding, subject=event.number)
        return any(problem(finding, event.field) in self.muted for finding in (event.finding, together))

    def bring_back(self) -> bool:
        """Unmute what was muted last; return whether there was anything."""
        entry, self._latest = self._latest, None
        if entry is None or entry not in self.muted:
            return False
        self.muted.remove(entry)
        self._keep()
        self._view.message.emit(self.tr("No longer muted: {0}").format(entry.finding.title))
        return True

    def _on_mute(self, all_like_it: bool) -> None:
        entry = self._panel.list.current()
        if entry is not None:
            self.muted.add(self.muted.like(entry) if all_like_it else self.muted.this(entry))
            self._latest = entry
            self._keep()
            self._view.message.emit(self.tr("Muted. “Muted” in the line above the list brings it back."))

    def _on_unmute(self) -> None:
        entry = self._panel.list.current()
        if entry is not None:
            self.muted.remove(entry)
            self._keep()

    def _on_list(self, _on: bool) -> None:
        self.changed.emit()

    def _keep(self) -> None:
        memory = self._view.memory
        if memory.is_on and memory.shape_key:
            remembered.remember_for_shape(memory.shape_key, KEPT_AS, self.muted.stored())
        self.changed.emit()
