"""Bookmarks in the plots: a short line at the lower edge of each, where the record stands on the x axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyqtgraph as pg

from aidebug_gui.ui.plots.canvas import Canvas
from aidebug_gui.ui.plots.panel import PlotPanel
from aidebug_gui.ui.theme import current_theme

HIGH = 0.14  # of the plot
WIDTH_PX = 2
MOST_SHOWN = 500


class BookmarkTicks:
    """Puts the marks into all canvases that there are, also those that came since the last call."""

    def __init__(self, panel: PlotPanel) -> None:
        self._panel = panel
        self._groups: dict[Canvas, pg.VTickGroup] = {}
        self._shown: object = None

    def show(self, records: Sequence[int], times: Mapping[int, int]) -> None:
        """Show these records; ``times`` (ns) of those that have one."""
        window = self._panel.window_x
        if window.axis == "record":
            places = [float(record) for record in records]
        else:
            places = [window.from_ns(times[record]) for record in records if record in times]
        canvases = self._panel.canvases()
        if self._shown == (key := (places, canvases, current_theme().name)):
            return  # the plots were only panned or zoomed
        self._shown = key
        self._groups = {canvas: group for canvas, group in self._groups.items() if canvas in canvases}
        for canvas in canvases:
            self._group(canvas).setXVals(places[:MOST_SHOWN])
            canvas.update()

    def places(self) -> list[float]:
        """Return where marks stand in the first plot (x of the shared axis)."""
        return list(next(iter(self._groups.values())).xvals) if self._groups else []

    def _group(self, canvas: Canvas) -> pg.VTickGroup:
        group = self._groups.get(canvas)
        if group is None:
            group = self._groups[canvas] = pg.VTickGroup(yrange=[0.0, HIGH])
            group.setZValue(25)
            canvas.add(group)
        pen = pg.mkPen(current_theme().colors["current"], width=WIDTH_PX)
        pen.setCosmetic(True)
        group.setPen(pen)
        return group
