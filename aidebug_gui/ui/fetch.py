"""Ask the engine for something that is needed again and again, with at most one question on its way.

A log that grows asks for a new picture ten times a second. Were each question to replace the one before, none would
ever be answered; so a question that comes while another is out waits and is asked once afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.ui.jobs import Jobs

Question = Callable[[CancelToken], Any]


class Fetch(QObject):
    """One kind of question. ``ask`` makes the function that is run in a job, when it is run; None means nothing to ask."""

    def __init__(
        self,
        jobs: Jobs,
        kind: str,
        ask: Callable[[], Question | None],
        on_result: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self._kind = kind
        self._ask = ask
        self._on_result = on_result
        self._on_error = on_error
        self._under_way = False
        self._again = False

    def again(self) -> None:
        """Ask once more: now, or when the answer that is awaited has come."""
        if self._under_way:
            self._again = True
        else:
            self.instead()

    def instead(self) -> None:
        """Ask now; an answer that is awaited has become worthless."""
        self.stop()
        question = self._ask()
        if question is not None:
            self._under_way = True
            self._jobs.run(self._kind, question, self._answered, self._failed)

    def stop(self) -> None:
        """Forget the question that is out."""
        self._jobs.cancel(self._kind)
        self._under_way = self._again = False

    def _answered(self, result: Any) -> None:
        self._finish()
        self._on_result(result)

    def _failed(self, error: Exception) -> None:
        self._finish()
        self._on_error(error)

    def _finish(self) -> None:
        self._under_way = False
        if self._again:
            self.instead()
