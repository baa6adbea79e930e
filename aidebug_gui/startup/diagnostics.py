"""The program's own log: to the terminal with --debug, to a file with --log-file, and its last lines for a report."""

from __future__ import annotations

import logging
import sys
from collections import deque
from pathlib import Path

FORMAT = "%(asctime)s %(levelname)-7s %(threadName)s %(name)s: %(message)s"
KEPT = 200


class LastLines(logging.Handler):
    """Keeps the last lines of the log in memory."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.setFormatter(logging.Formatter(FORMAT))
        self._lines: deque[str] = deque(maxlen=KEPT)

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(self.format(record)[:2000])

    def text(self) -> str:
        """Return the lines, oldest first."""
        return "".join(f"{line}\n" for line in list(self._lines))


def set_up_log(*, debug: bool = False, log_file: Path | None = None) -> LastLines:
    """Set the program's log up, once a process. Raises OSError where the file cannot be written."""
    root = logging.getLogger()
    root.setLevel(logging.DEBUG if debug or log_file is not None else logging.INFO)
    last = LastLines()
    root.addHandler(last)
    if log_file is not None:
        _add(root, logging.FileHandler(log_file, encoding="utf-8", errors="backslashreplace"))
    if debug:
        _add(root, logging.StreamHandler(sys.stderr))
    return last


def _add(root: logging.Logger, handler: logging.Handler) -> None:
    handler.setFormatter(logging.Formatter(FORMAT))
    root.addHandler(handler)
