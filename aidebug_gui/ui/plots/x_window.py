"""The visible part of the shared x axis: seconds after an origin, or record numbers. No drawing.

All lanes look at one :class:`XWindow`, so they pan and zoom together by construction. It shows all of the log, or the
period that the filter leaves, until somebody pans or zooms; what was chosen by hand stays. Float seconds relative to the
first time of the log keep nanoseconds apart that float seconds since 1970 cannot.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from aidebug_gui.store.protocol import XAxis

SECOND = 1_000_000_000
_MARGIN = 0.01  # of the whole range, kept free at both ends so that the outermost points are not cut
_SMALLEST = 1e-6  # seconds, or records, that stay visible at the deepest zoom


class XWindow(QObject):
    """Bounds of the data and the part of them that is shown.

    Signals:
        changed: the visible range, the bounds or the axis changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.axis: XAxis = "time"
        self.origin_ns = 0
        self._data = (0.0, 1.0)
        self._bounds = (0.0, 1.0)  # of the data, with a margin
        self._visible = (0.0, 1.0)
        self._period: tuple[int, int] | None = None  # ns
        self._follows = True  # nobody chose what is visible

    @property
    def visible(self) -> tuple[float, float]:
        return self._visible

    @property
    def zoomed(self) -> bool:
        return self._visible != self._bounds

    def set_time_bounds(self, first_ns: int, last_ns: int) -> None:
        """Show time; the origin stays where it was while the same log grows."""
        if self.axis != "time" or self._bounds == (0.0, 1.0):
            self.axis, self.origin_ns, self._follows = "time", first_ns, True
        self._set_bounds(self.from_ns(first_ns), self.from_ns(last_ns))

    def set_record_bounds(self, count: int) -> None:
        """Show record numbers 0 to ``count - 1``."""
        if self.axis != "record":
            self.axis, self.origin_ns, self._follows = "record", 0, True
        self._set_bounds(0.0, float(max(count - 1, 0)))

    def forget(self) -> None:
        """Start over for another log."""
        self.axis, self.origin_ns, self._follows = "time", 0, True
        self._bounds = self._visible = (0.0, 1.0)
        self._period = None

    def set_period(self, period: tuple[int, int] | None) -> None:
        """Show the part of the log between two times (ns), None for all of it, unless somebody chose another part."""
        self._period = period
        if self._follows:
            self._show(self._unasked())

    def _unasked(self) -> tuple[float, float]:
        """Return what is visible while nobody pans or zooms: the period, all where it holds nothing of the log."""
        if self._period is None or self.axis != "time":
            return self._bounds
        low, high = self._data
        first, last = (min(max(self.from_ns(end), low), high) for end in self._period)
        if last <= first:
            return self._bounds
        margin = max((last - first) * _MARGIN, _SMALLEST)
        return max(first - margin, self._bounds[0]), min(last + margin, self._bounds[1])

    def _show(self, visible: tuple[float, float]) -> None:
        if visible != self._visible:
            self._visible = visible
            self.changed.emit()

    def _set_bounds(self, first: float, last: float) -> None:
        margin = (last - first) * _MARGIN or 0.5
        bounds = (first - margin, last + margin)
        if bounds == self._bounds:
            return
        self._data, self._bounds = (first, last), bounds
        if self._follows:
            self._visible = self._unasked()
        self.changed.emit()

    def from_ns(self, time_ns: float) -> float:
        """Return the x of a time."""
        return (time_ns - self.origin_ns) / SECOND

    def to_ns(self, x: float) -> int:
        """Return the time (ns) of an x."""
        return self.origin_ns + round(x * SECOND)

    def pan(self, distance: float) -> None:
        """Move the visible range; it stays in touch with the data."""
        first, last = self._visible
        low, high = self._bounds
        distance = max(min(distance, high - last), low - first)
        if distance:
            self.show_range(first + distance, last + distance)

    def zoom(self, centre: float, factor: float) -> None:
        """Scale the visible range around ``centre``; a factor below 1 zooms in."""
        first, last = self._visible
        self.show_range(centre - (centre - first) * factor, centre + (last - centre) * factor)

    def show_range(self, first: float, last: float) -> None:
        """Show [first, last], cut to the bounds and not smaller than can be told apart."""
        low, high = self._bounds
        if last - first < _SMALLEST:
            middle = (first + last) / 2
            first, last = middle - _SMALLEST / 2, middle + _SMALLEST / 2
        first, last = max(first, low), min(last, high)
        if last <= first:
            return
        if (first, last) == self._bounds:
            self.reset()
        else:
            self._follows = False
            self._show((first, last))

    def reset(self) -> None:
        """Show everything, also what is still to come, whatever period the filter leaves."""
        self._follows, self._period = True, None
        self._show(self._bounds)
