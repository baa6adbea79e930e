"""Lets the user say that something is not personal data, and take that back."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from aidebug_gui.analysis.pii.allow_file import AllowEntry, add, entries, remove
from aidebug_gui.analysis.pii.marks import Group, PersonalMarks
from aidebug_gui.analysis.pii.record_scanner import Found, RecordScanner
from aidebug_gui.resources import user_directory
from aidebug_gui.store.marks import MARKS_COLUMN
from aidebug_gui.ui.banner import Banner
from aidebug_gui.ui.localized import localized, localized_error
from aidebug_gui.ui.privacy.allow_dialog import AllowDialog, AllowedDialog
from aidebug_gui.ui.value_menu import MenuValue
from aidebug_gui.ui.values import visible

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

_LIST_PLACE = re.compile(r"\.\d+(?=\.|$)")
LONGEST = 5000  # characters of a value that is looked at while its menu opens


class Allowing(QObject):
    """Writes the list, and tells when it changed.

    Signals:
        changed(): other things are allowed now.
        filter_requested(str): filter by this term.
    """

    changed = Signal()
    filter_requested = Signal(str)

    def __init__(self, view: LogView, scanner: RecordScanner, marks: PersonalMarks) -> None:
        super().__init__(view)
        self._marks = marks
        self._view = view
        self._scanner = scanner
        self._asked: Found | None = None
        self._list: AllowedDialog | None = None
        self.banner = Banner(view)
        self.banner.action_requested.connect(self._undo)
        view.insert_below_filter(self.banner)
        view.value_menu.extensions.append(self.extend_menu)

    def extend_menu(self, menu: QMenu, value: MenuValue) -> None:
        """Offer to allow what was found in the value that a menu is for."""
        if value.field == MARKS_COLUMN:
            self._filter_menu(menu)
            return
        text = value.text[:LONGEST]
        if not text:
            return
        name = value.field.rpartition(".")[2] or "value"
        try:
            ((found, *_),) = self._scanner.found(
                [json.dumps({name: text}, ensure_ascii=False).encode("utf-8", "replace")]
            )
        except ValueError:  # nothing was found
            return
        path = _LIST_PLACE.sub("[]", value.field)
        is_field = any((group.entity.name, group.path) == (found.entity, path) for group in self._marks.groups())
        self._asked = replace(found, path=path if is_field else "")
        menu.addSeparator()
        action = QAction(self.tr("This is not personal data…"), menu)
        action.triggered.connect(self._on_menu)
        menu.addAction(action)

    def _filter_menu(self, menu: QMenu) -> None:
        """Offer the kinds of the current record as filters."""
        menu.clear()
        (words,) = self._marks.words(np.array([self._view.table.current_record()], dtype=np.int64))
        group = QActionGroup(menu)
        group.triggered.connect(self._on_kind)
        for kind in (words or "").split(", "):
            term = f"pii:{kind}" if kind else "is:pii"
            action = QAction(self.tr("Filter by %s") % term, menu)
            action.setData(term)
            group.addAction(action)
            menu.addAction(action)

    def _on_kind(self, action: QAction) -> None:
        self.filter_requested.emit(action.data())

    def _on_menu(self) -> None:
        if self._asked is not None:
            found = self._asked
            self._open(found.entity, localized(found.title), found.path, found.spellings[0])

    def ask_for_group(self, group: Group) -> None:
        """Ask why a kind of finding in a field is none."""
        self._open(group.entity.name, localized(group.entity.title), group.path, "")

    def _open(self, entity: str, title: str, path: str, value: str) -> None:
        dialog = AllowDialog(self._view, entity, title, path, value)
        dialog.entry_made.connect(self.allow)
        dialog.show()

    def allow(self, entry: AllowEntry) -> None:
        """Put an entry on the list."""
        try:
            add(user_directory(), entry)
        except (OSError, ValueError) as error:
            self.banner.show_message(visible(localized_error(error)))
            return
        self.banner.show_message(self.tr("Allowed: %s.") % visible(entry.what), self.tr("Undo"))
        self._update_list()

    def _undo(self) -> None:
        """Take the newest entry away again."""
        self.banner.hide()
        self.remove(len(self._entries()) - 1)

    def remove(self, at: int) -> None:
        """Take an entry away."""
        try:
            remove(user_directory(), at)
        except (OSError, ValueError, IndexError) as error:
            self.banner.show_message(visible(localized_error(error)))
            return
        self._update_list()

    def show_list(self) -> None:
        """Open the list."""
        if self._list is None:
            self._list = AllowedDialog(self._view)
            self._list.remove_requested.connect(self.remove)
            self._list.destroyed.connect(self._on_list_gone)
        self._list.set_entries(self._entries())
        self._list.show()
        self._list.raise_()

    def _on_list_gone(self) -> None:
        self._list = None

    def _entries(self) -> list[AllowEntry]:
        try:
            return entries(user_directory())
        except ValueError as error:
            self.banner.show_message(visible(localized_error(error)))
            return []

    def _update_list(self) -> None:
        if self._list is not None:
            self._list.set_entries(self._entries())
        self.changed.emit()
