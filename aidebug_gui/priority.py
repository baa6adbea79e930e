"""Lets threads in the background give way to the window's. Does nothing but on Linux: elsewhere nice concerns a process.

The window's thread works for some milliseconds at a time and takes the interpreter's lock with each event. While reading
and jobs had the same priority it stood in line behind them on two cores, half of the time of its longest frames.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading

_STEPS_BEHIND = 5  # of nice: a third of the weight. Not more: who holds the interpreter's lock must run, too


def give_way() -> None:
    """Let the calling thread, and those that it starts from now on, run after the first thread of the process."""
    if sys.platform != "linux" or threading.get_native_id() == os.getpid():
        return
    with contextlib.suppress(OSError):  # what somebody else has set may not be taken back
        before = os.getpriority(os.PRIO_PROCESS, os.getpid())
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), before + _STEPS_BEHIND)
