"""Background work for the window, in one place: run, replace by newer work of the same kind, deliver, wait at close.

Not a scheduler: what a job does is the engine's business. Functions run on pool threads and must touch no widget.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from aidebug_gui.priority import give_way
from aidebug_gui.store.protocol import Cancelled, CancelToken

log = logging.getLogger(__name__)
T = TypeVar("T")

WAIT_AT_CLOSE_S = 2.0
MIN_THREADS = 4


class _Delivery(QObject):
    """Carries the end of a job from its pool thread to the GUI thread."""

    finished = Signal(object)


class _Job:
    """One call of a function. Keeps result or error until the GUI thread takes it."""

    def __init__(self, kind: str, function: Callable[[CancelToken], Any], delivery: _Delivery) -> None:
        self.kind = kind
        self.token = CancelToken()
        self.done = threading.Event()
        self.result: Any = None
        self.error: Exception | None = None
        self.on_result: Callable[[Any], None] | None = None
        self.on_error: Callable[[Exception], None] | None = None
        self._function = function
        self._delivery = delivery

    def run(self) -> None:
        give_way()
        started = time.perf_counter()
        try:
            self.token.check()
            self.result = self._function(self.token)
        except Cancelled:
            self.token.cancel()
        except Exception as error:  # every failure is handed to the GUI thread, none is lost
            self.error = error
        log.debug("job %s: %.0f ms", self.kind, (time.perf_counter() - started) * 1000)
        try:
            self._delivery.finished.emit(self)
        except RuntimeError:  # the window is gone: nobody waits for this
            log.debug("job %s ended after its window", self.kind)
        finally:
            self.done.set()  # last: who waited for it may take the window down


class Jobs(QObject):
    """The background jobs of one window or tab.

    ``at_once``: how many of them run side by side, None for any number; the others wait their turn. For a part of the
    window that asks for several pictures again and again while a log grows: each running job takes the interpreter's
    lock from the thread that paints.

    Signals:
        changed: a job was started, cancelled or ended; ask :meth:`is_idle` or :meth:`kinds`.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, at_once: int | None = None) -> None:
        super().__init__(parent)
        self._at_once = at_once
        self._delivery = _Delivery()
        self._delivery.finished.connect(self._on_finished)
        self._newest: dict[str, _Job] = {}
        self._waiting: deque[_Job] = deque()
        self._running: set[_Job] = set()
        self._closed = False
        pool = QThreadPool.globalInstance()
        pool.setMaxThreadCount(max(MIN_THREADS, pool.maxThreadCount()))

    def run(
        self,
        kind: str,
        function: Callable[[CancelToken], T],
        on_result: Callable[[T], None],
        on_error: Callable[[Exception], None] | None = None,
    ) -> CancelToken:
        """Call ``function`` on a pool thread, then ``on_result`` or ``on_error`` on the GUI thread.

        A job of the same ``kind`` that is still running is cancelled and what it returns is dropped. Without
        ``on_error`` a failure is raised on the GUI thread, where the exception hook shows it.
        """
        self._drop(kind)
        job = _Job(kind, function, self._delivery)
        job.on_result = on_result
        job.on_error = on_error
        if self._closed:
            job.token.cancel()
            return job.token
        self._newest[kind] = job
        self._waiting.append(job)
        self._start_waiting()
        self.changed.emit()
        return job.token

    def _start_waiting(self) -> None:
        while self._waiting and (self._at_once is None or self._under_way() < self._at_once):
            job = self._waiting.popleft()
            self._running.add(job)
            # Not a QRunnable: one that keeps itself alive (autoDelete off) is never freed, with all that it holds.
            QThreadPool.globalInstance().start(job.run)

    def _under_way(self) -> int:
        return sum(not job.token.cancelled for job in self._running)

    def cancel(self, kind: str) -> None:
        """Cancel the job of this kind, if there is one; its result will not be delivered."""
        if self._drop(kind):
            self._start_waiting()
            self.changed.emit()  # it may have been the last one that somebody waits for

    def _drop(self, kind: str) -> bool:
        job = self._newest.pop(kind, None)
        if job is None:
            return False
        job.token.cancel()
        with contextlib.suppress(ValueError):  # it may run already
            self._waiting.remove(job)
        return True

    def is_idle(self) -> bool:
        """Return whether no result is outstanding."""
        return not self._newest

    def kinds(self) -> list[str]:
        """Return the kinds of jobs whose results are outstanding."""
        return list(self._newest)

    def stop(self) -> list[threading.Event]:
        """Cancel everything and deliver no result any more; return what tells that each job has ended."""
        self._closed = True
        self._waiting.clear()
        for kind in list(self._newest):
            self.cancel(kind)
        return [job.done for job in self._running]

    def close(self, timeout_s: float = WAIT_AT_CLOSE_S) -> bool:
        """Stop, wait, and return whether all jobs ended in time."""
        self.stop()
        deadline = time.monotonic() + timeout_s
        late = [job.kind for job in self._running if not job.done.wait(max(0.0, deadline - time.monotonic()))]
        if late:
            log.warning("jobs still running at close: %s", ", ".join(late))
        for job in self._running:
            job.on_result = job.on_error = None
        return not late

    def _on_finished(self, job: _Job) -> None:
        self._running.discard(job)
        self._start_waiting()
        on_result, on_error = job.on_result, job.on_error
        job.on_result = job.on_error = None
        if self._newest.get(job.kind) is not job or self._closed:
            return
        del self._newest[job.kind]
        self.changed.emit()
        if job.error is not None:
            if on_error is None:
                raise job.error
            on_error(job.error)
        elif not job.token.cancelled and on_result is not None:
            on_result(job.result)
