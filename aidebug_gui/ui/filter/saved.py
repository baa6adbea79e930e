"""Filters with a name: saved, listed with the earlier ones beside the filter and in the palette, renamed, deleted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from aidebug_gui.ui.filter.saved_dialogs import SavedFiltersDialog, SaveFilterDialog
from aidebug_gui.ui.menu import Menu
from aidebug_gui.ui.state import remembered
from aidebug_gui.ui.values import visible

if TYPE_CHECKING:
    from aidebug_gui.ui.command_palette import Command
    from aidebug_gui.ui.log_view import LogView

MOST_EARLIER = 12
MOST_CHARACTERS = 60
_SAVE, _MANAGE, _APPLY = "save", "manage", "apply"


class SavedFilters(QObject):
    """Keeps the filters of all windows in the state of the program; shows them in one tab."""

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        self._dialog: SavedFiltersDialog | None = None
        bar = view.filter_bar
        self.button = QToolButton(bar)
        self.button.setArrowType(Qt.ArrowType.DownArrow)
        self.button.setToolTip(self.tr("Saved and earlier filters"))
        self.button.setAccessibleName(self.tr("Saved and earlier filters"))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.show_menu)
        bar.add_button(self.button)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_chosen)

    # actions

    def show_menu(self) -> None:
        """Open the list of saved and earlier filters."""
        menu = self._menu()
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))
        menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled()))

    def save(self) -> None:
        """Ask for a name of the filter in force."""
        query = self._view.session.query.strip()
        if not query:
            self._view.message.emit(self.tr("There is no filter to save. Ctrl+L goes to the line to type one."))
            return
        known = remembered.saved_filters()
        name = next((name for name, text in known.items() if text == query), "")
        dialog = SaveFilterDialog(query, self._shown(query), name, known, self._view)
        dialog.named.connect(self._save)
        dialog.show()

    def manage(self) -> None:
        """Open the saved filters, to apply, rename and delete them."""
        if self._dialog is None:
            self._dialog = SavedFiltersDialog(self._view.filter_bar.shown, self._view)
            self._dialog.apply_requested.connect(self.apply)
        self._dialog.refresh()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.list.setFocus()

    def apply(self, name: str) -> None:
        """Filter by a saved filter."""
        query = remembered.saved_filters().get(name)
        if query is not None:
            self._view.filter_bar.set_filter(query)
            self._view.focus_table()

    def commands(self) -> list[Command]:
        """Return the saved filters for the command palette."""
        return [
            (self.tr("Filter: {0}").format(visible(name)), self._shown(query), partial(self.apply, name))
            for name, query in remembered.saved_filters().items()
        ]

    # within

    def _save(self, name: str, query: str) -> None:
        remembered.save_filter(name, query)
        self._view.message.emit(self.tr("Saved as “{0}”.").format(visible(name)))

    def _shown(self, query: str) -> str:
        """Return a filter as it may be shown, not too long."""
        text = visible(self._view.filter_bar.shown(query))
        return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"

    def _menu(self) -> QMenu:
        menu = Menu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        for action in self._group.actions():
            self._group.removeAction(action)
        saved, query = remembered.saved_filters(), self._view.session.query.strip()
        for name, text in saved.items():
            self._add(menu, f"{_plain(name)}\t{_plain(self._shown(text))}", (_APPLY, text))
        if not saved:
            menu.addAction(self.tr("No saved filters")).setEnabled(False)
        menu.addSeparator()
        self._add(menu, self.tr("&Save this filter…"), (_SAVE, "")).setEnabled(bool(query))
        self._add(menu, self.tr("&Manage saved filters…"), (_MANAGE, "")).setEnabled(bool(saved))
        earlier = [text for text in reversed(self._view.filter_bar.edit.history()) if text != query]
        if earlier:
            menu.addSection(self.tr("Earlier"))
        for text in earlier[:MOST_EARLIER]:
            self._add(menu, _plain(self._shown(text)), (_APPLY, text))
        return menu

    def _add(self, menu: QMenu, text: str, data: Sequence[str]) -> QAction:
        action = QAction(text, menu)
        action.setData(tuple(data))
        self._group.addAction(action)
        menu.addAction(action)
        return action

    def _on_chosen(self, action: QAction) -> None:
        what, query = action.data()
        if what == _SAVE:
            self.save()
        elif what == _MANAGE:
            self.manage()
        else:
            self._view.filter_bar.set_filter(query)
            self._view.focus_table()


def _plain(text: str) -> str:
    """Return a text of the user for a menu: no key is made of its ``&``, no second column of its tabs."""
    return visible(text).replace("&", "&&").replace("\t", " ")
