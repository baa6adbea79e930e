"""One analysis of a log for all who ask: the search for findings, the patterns, the differences, the requests."""

from __future__ import annotations

import threading

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.joined_requests import Requests
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken


class SharedAnalysis:
    """Hands out the newest analysis, a new one where the log has grown since or was read again. Thread-safe."""

    def __init__(self, log: FileLog) -> None:
        self._log = log
        self._lock = threading.Lock()
        self._latest: Analysis | None = None
        self._generation = 0

    def analysis(self, cancel: CancelToken | None = None) -> Analysis:
        """Return the analysis of all records that are read by now, for one job."""
        with self._lock:
            state, latest = self._log.state(), self._latest
            same = latest if state.generation == self._generation else None
            if same is None or same.evidence.records != state.records:
                self._latest, self._generation = Analysis(self._log, earlier=same), state.generation
            assert self._latest is not None
            return self._latest.under(cancel)

    def known_requests(self) -> Requests | None:
        """Return the joined requests of the newest analysis, None if they are not joined yet."""
        with self._lock:
            return self._latest.known_requests if self._latest is not None else None

    def forget(self) -> None:
        """Let go of what is not needed again soon."""
        with self._lock:
            if self._latest is not None:
                self._latest.forget()
