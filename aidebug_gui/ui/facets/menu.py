"""The context menu of the field list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from aidebug_gui.formats.columns import Kind
from aidebug_gui.ui.facets.items import FieldItem, ValueItem
from aidebug_gui.ui.menu import Menu

if TYPE_CHECKING:
    from aidebug_gui.ui.facets.panel import FacetPanel


class FacetMenu(Menu):
    """What can be done with a field, or with a value of it."""

    def __init__(self, panel: FacetPanel, item: FieldItem | ValueItem) -> None:
        super().__init__(panel)
        self._panel = panel
        self._field = item.field
        self._value = item.value if isinstance(item, ValueItem) else ""
        self._copied = item.copied if isinstance(item, ValueItem) else ""
        if isinstance(item, ValueItem):
            self.addAction(self.tr("Only these")).triggered.connect(self._include)
            self.addAction(self.tr("Not these")).triggered.connect(self._exclude)
            self.addAction(self.tr("Highlight rows with this value")).triggered.connect(self._highlight)
            self.addAction(self.tr("Copy the value")).triggered.connect(self._copy)
            self.addSeparator()
        if item.field.kind is Kind.NUMBER:
            self.addAction(self.tr("Plot it")).triggered.connect(self._plot)
        if item.field.name not in panel.shown_columns():
            self.addAction(self.tr("Add as column")).triggered.connect(self._column)

    def _include(self) -> None:
        self._panel.include_requested.emit(self._field.name, self._value)

    def _exclude(self) -> None:
        self._panel.exclude_requested.emit(self._field.name, self._value)

    def _highlight(self) -> None:
        self._panel.highlight_requested.emit(self._field.name, self._value)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)

    def _plot(self) -> None:
        self._panel.plot_requested.emit(self._field.name)

    def _column(self) -> None:
        self._panel.column_requested.emit(self._field.name)
