"""The context menus of the plots: what can be done to a lane, and to all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from aidebug_gui.ui.menu import Menu
from aidebug_gui.ui.values import visible

if TYPE_CHECKING:
    from aidebug_gui.ui.plots.lane import Lane
    from aidebug_gui.ui.plots.panel import PlotPanel


class PlotMenu(Menu):
    """A menu that goes away with its last use. ``lane`` is None for the strip at the top."""

    def __init__(self, panel: PlotPanel, lane: Lane | None = None) -> None:
        super().__init__(panel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._panel = panel
        self._lane = lane
        if lane is not None:
            self._add_lane_actions(lane)
            self.addSeparator()
        self.addMenu(AddLaneMenu(panel, self))
        record_axis = self._add(self.tr("Record number as x axis"), self._toggle_axis)
        record_axis.setCheckable(True)
        record_axis.setChecked(panel.window_x.axis == "record")
        record_axis.setEnabled(panel.has_times)
        self._add(self.tr("Show the whole range"), panel.window_x.reset).setEnabled(panel.window_x.zoomed)
        self.addSeparator()
        self._add(self.tr("Save picture as PNG…"), self._save_png)
        self._add(self.tr("Save picture as SVG…"), self._save_svg)

    def _add(self, text: str, slot: Callable[[], None]) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(slot)
        return action

    def _add_lane_actions(self, lane: Lane) -> None:
        canvas = lane.canvas
        checks: tuple[tuple[str, Callable[[], None], bool], ...] = (
            (self.tr("Logarithmic scale"), self._toggle_logarithmic, canvas.logarithmic),
            (self.tr("Connect the points"), self._toggle_line, canvas.line),
            (self.tr("Band of the usual values"), self._toggle_expected, canvas.expected.is_shown),
            (self.tr("Threshold"), self._toggle_threshold, canvas.threshold is not None),
        )
        for text, slot, on in checks:
            action = self._add(text, slot)
            action.setCheckable(True)
            action.setChecked(on)
        if canvas.threshold is not None:
            side = self.tr("Mark values below it") if canvas.above else self.tr("Mark values above it")
            self._add(side, canvas.swap_side)
            self._add(self.tr("Enter the threshold…"), canvas.tag.start_editing)
        self._add(self.tr("Sensitivity of its anomalies…"), self._ask_sensitivity)
        self.addSeparator()
        self._add(self.tr("Remove this lane"), self._remove)

    def _toggle_logarithmic(self) -> None:
        if self._lane is not None:
            self._lane.canvas.set_logarithmic(not self._lane.canvas.logarithmic)

    def _toggle_line(self) -> None:
        if self._lane is not None:
            self._lane.canvas.set_line(not self._lane.canvas.line)

    def _toggle_expected(self) -> None:
        if self._lane is not None:
            self._lane.canvas.expected.set_shown(not self._lane.canvas.expected.is_shown)
            self._lane.settle()

    def _toggle_threshold(self) -> None:
        if self._lane is not None:
            self._lane.toggle_threshold(self._lane.canvas.threshold is None)

    def _ask_sensitivity(self) -> None:
        if self._lane is not None:
            self._panel.sensitivity_requested.emit(self._lane.field.name)

    def _remove(self) -> None:
        if self._lane is not None:
            self._panel.remove_lane(self._lane.field.name)

    def _toggle_axis(self) -> None:
        self._panel.use_record_axis(self._panel.window_x.axis == "time")

    def _save_png(self) -> None:
        self._save("png", self.tr("PNG picture (*.png)"))

    def _save_svg(self) -> None:
        self._save("svg", self.tr("SVG picture (*.svg)"))

    def _save(self, suffix: str, kinds: str) -> None:
        panel = self._panel
        name, _ = QFileDialog.getSaveFileName(panel, self.tr("Save the plots"), f"plots.{suffix}", kinds)
        if not name:
            return
        path = Path(name)
        try:
            panel.export_picture(path if path.suffix else path.with_suffix(f".{suffix}"))
        except OSError as error:
            QMessageBox.warning(panel, self.tr("The picture was not saved"), str(error))


class AddLaneMenu(Menu):
    """All numbers of the log; those that are plotted are ticked, and choosing one again removes it."""

    def __init__(self, panel: PlotPanel, parent: QMenu | None = None) -> None:
        super().__init__(QCoreApplication.translate("AddLaneMenu", "Lanes"), parent or panel)
        self._panel = panel
        shown = panel.lanes()
        for field in panel.number_fields():
            title = visible(field.title if field.canonical else field.name).replace("&", "&&")
            action = self.addAction(title)
            action.setCheckable(True)
            action.setChecked(field.name in shown)
            action.setData(field.name)
        if self.isEmpty():
            self.addAction(self.tr("This log has no numbers")).setEnabled(False)
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        name = action.data()
        if name in self._panel.lanes():
            self._panel.remove_lane(name)
        elif name:
            self._panel.add_lane(name)


def show_menu(menu: QMenu, place: QPoint) -> None:
    """Show a menu without waiting for it."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
