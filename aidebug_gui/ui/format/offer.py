"""Offers to describe the lines of a log that have a form nobody knows: how to is else found by those who look for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from aidebug_gui.store.protocol import CancelToken, LogStore, StoreState
from aidebug_gui.ui.banner import Banner

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

FEWEST_RECORDS = 3
LOOKED_AT = 60
MOST_CHARS = 200
SHARE = 0.6
_CLOCK = re.compile(r"\d\d([:.\-])\d\d\1\d\d", re.ASCII)
_PARTS = re.compile(r"[^|;\t]+([|;\t])[^|;\t]+\1[^|;\t]")
"""Three or more parts between the same marks."""


def is_hardly_understood(state: StoreState) -> bool:
    """Return whether no format recognises most of a log's records."""
    return state.records >= FEWEST_RECORDS and state.not_understood > SHARE * state.records


class HasForm:
    """Looks whether most of the first lines have a time of day, or parts between marks (pool thread)."""

    def __init__(self, store: LogStore) -> None:
        self._store = store

    def __call__(self, cancel: CancelToken) -> bool:
        count = min(self._store.state().records, LOOKED_AT)
        lines = self._store.text(np.arange(count), "raw").splitlines()
        return any(
            sum(form.search(line[:MOST_CHARS]) is not None for line in lines) > SHARE * len(lines)
            for form in (_CLOCK, _PARTS)
        )


class FormatOffer(QObject):
    """A line with a button above the table, shown once for a log."""

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self._is_over = False
        self.banner: Banner | None = None
        view.session.state_changed.connect(self._on_state_changed)

    def _on_state_changed(self) -> None:
        state = self._view.session.state
        if self._is_over or not state.complete:
            return
        self._is_over = True
        if is_hardly_understood(state):
            self._view.jobs.run("form of lines", HasForm(self._view.session.store), self._on_looked)

    def _on_looked(self, has_form: bool) -> None:
        if not has_form:
            return
        self.banner = Banner(self._view)
        self._view.insert_below_filter(self.banner)
        self.banner.action_requested.connect(self._on_requested)
        self.banner.show_message(
            self.tr("Most lines of this log have a form that is not known. Describe it once, then it is read."),
            self.tr("Describe the lines"),
        )

    def _on_requested(self) -> None:
        self._view.files.show_format()
