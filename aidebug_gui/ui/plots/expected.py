"""The area behind a lane's line: where nearly all of the values before lay."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from aidebug_gui.analysis.series.expected import Band, History, expected_band
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.plots import ticks
from aidebug_gui.ui.plots.items import AreaItem

if TYPE_CHECKING:
    from aidebug_gui.store.protocol import Series
    from aidebug_gui.ui.plots.lane_canvas import LaneCanvas


class ExpectedBand:
    """Asks for the band of the visible range, draws it, and tells it to the label beside the mouse."""

    def __init__(self, canvas: LaneCanvas) -> None:
        self._canvas = canvas
        self._band: Band | None = None
        self._judged: tuple[Series, bool] | None = None  # whether its band holds most of a series
        self.is_shown = True
        self.item = AreaItem()
        canvas.add(self.item)

    def question(self) -> Callable[[CancelToken], Band] | None:
        """Return what computes the band (for a job), None without a series."""
        series = self._canvas.series
        if not isinstance(series, History) or not self.is_shown:
            return None
        first, last = (self._canvas.to_series(x) for x in self._canvas.window_x.visible)

        def ask(cancel: CancelToken) -> Band:
            cancel.check()
            judged = self._judged
            if judged is None or judged[0] is not series:
                judged = self._judged = (series, holds_most(expected_band(series, -np.inf, np.inf), series))
            return expected_band(series, first, last) if judged[1] else Band(_NONE, _NONE, _NONE)

        return ask

    def show_band(self, band: Band | None) -> None:
        """Draw a band, None for none."""
        self._band = band
        canvas = self._canvas
        if band is None or len(band.x) < 2:
            self.item.set_area(_NONE, _NONE, _NONE, canvas.colours.expected)
            return
        x = band.x
        if canvas.window_x.axis == "time":
            x = (x - canvas.window_x.origin_ns) / ticks.SECOND
        low, high = band.low, band.high
        if canvas.logarithmic:
            positive = high > 0
            x, low, high = x[positive], low[positive], high[positive]
            low, high = np.log10(np.where(low > 0, low, high)), np.log10(high)
        self.item.set_area(x, low, high, canvas.colours.expected)
        self.place()

    def place(self) -> None:
        """Follow the visible range of the canvas."""
        self.item.cover(*self._canvas.window_x.visible, *self._canvas.y_range)

    def set_shown(self, on: bool) -> None:
        """Show the band or take it away."""
        self.is_shown = on
        self.show_band(None)

    def at(self, x: float) -> tuple[float, float] | None:
        """Return the band at a view x, None where there is none."""
        return self._band.at(self._canvas.to_series(x)) if self._band is not None else None


def holds_most(band: Band, series: Series) -> bool:
    """Return whether most values of a series lie in the band of all of it. A trend (loss) leaves what was before behind."""
    if not len(band.x):
        return True
    picture = series.picture(float(band.x[0]), float(band.x[-1]), len(band.x))
    place = np.maximum(np.searchsorted(band.x, picture.x, side="right") - 1, 0)
    inside = (band.low[place] <= picture.mean) & (picture.mean <= band.high[place])
    return bool(np.mean(inside) >= LEAST_INSIDE)


LEAST_INSIDE = 0.5
_NONE = np.empty(0)
