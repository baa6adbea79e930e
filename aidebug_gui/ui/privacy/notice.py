"""Warns of a secret that was written to a log while it is watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from aidebug_gui.analysis.pii.marks import PersonalMarks
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import StoreState
from aidebug_gui.ui.banner import Banner
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.values import count_text, visible

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


class SecretNotice(QObject):
    """A line above the table. What the log held when it was opened is listed by the panel, not here.

    Signals:
        record_requested(int): the user wants to see the record.
    """

    record_requested = Signal(int)

    def __init__(self, view: LogView, log: FileLog, marks: PersonalMarks) -> None:
        super().__init__(view)
        self._log = log
        self._marks = marks
        self._first_new = -1  # records from here on were written while the log was watched
        self._warned = -1  # the newest secret record that was told
        self._record = -1
        self.banner = Banner(view)
        self.banner.action_requested.connect(self._on_action)
        view.insert_below_filter(self.banner)

    def check(self, state: StoreState) -> None:
        """Look whether a new record holds a secret."""
        if self._first_new < 0:
            if state.complete:
                self._first_new = state.records
            return
        newest, title, path = -1, "", ""
        for group in self._marks.groups():
            if not group.entity.secret:
                continue
            rows = self._marks.rows(group.entity.name, group.path)
            if len(rows) and int(rows[-1]) > max(newest, self._warned, self._first_new - 1):
                newest, title, path = int(rows[-1]), localized(group.entity.title), group.path
        if newest >= 0:
            self._warned = self._record = newest
            self._warn(title, path)

    def _warn(self, title: str, path: str) -> None:
        (line,) = self._log.lines(np.array([self._record], dtype=np.int64)).tolist()
        where = (
            self.tr("field %s, line %s") % (path, count_text(line)) if path else self.tr("line %s") % count_text(line)
        )
        text = self.tr("A secret was just written to this log: %s (%s).") % (title, where)
        self.banner.show_message(visible(text), self.tr("Show it"))

    def _on_action(self) -> None:
        self.banner.hide()
        self.record_requested.emit(self._record)
