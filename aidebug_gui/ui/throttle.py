"""Call something at most every so often: the first call at once, the last one never lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Throttle(QObject):
    """Limit calls of ``function`` to one in ``interval_ms``."""

    def __init__(self, function: Callable[[], None], interval_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._function = function
        self._pending = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self._on_timeout)

    def __call__(self) -> None:
        """Call now, or once when the interval is over."""
        if self._timer.isActive():
            self._pending = True
            return
        self._timer.start()
        self._function()

    @property
    def is_pending(self) -> bool:
        """Whether a call is still to come."""
        return self._pending

    def cancel(self) -> None:
        """Forget the call that is still to come."""
        self._pending = False
        self._timer.stop()

    def _on_timeout(self) -> None:
        if self._pending:
            self._pending = False
            self._timer.start()
            self._function()
