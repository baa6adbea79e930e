"""What happens between the command line and the window: other homes, the program's log, the program that runs already.

Nothing here imports Qt: a start that only gives its files to the running program is over in a tenth of a second.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aidebug_gui.resources import BASE_VARIABLE, state_directory
from aidebug_gui.startup.crash import CrashWatch
from aidebug_gui.startup.diagnostics import LastLines, set_up_log
from aidebug_gui.startup.single_instance import Instance, connect_or_listen

REPORTS = "reports"  # the directory of what went wrong, in the state directory


@dataclass(slots=True)
class Start:
    """A start on its way to a window. ``scratch``: everything the program keeps lies there, and goes with it."""

    instance: Instance = field(default_factory=Instance)
    watch: CrashWatch | None = None
    last_lines: LastLines | None = None
    scratch: tempfile.TemporaryDirectory[str] | None = None

    @property
    def is_over(self) -> bool:
        """Whether the running program took the files."""
        return self.instance.handed_over

    def end(self) -> None:
        """The program ends as it should."""
        self.instance.close()
        if self.watch is not None:
            self.watch.end()
        if self.scratch is not None:
            self.scratch.cleanup()


def begin(options: argparse.Namespace, files: Sequence[Path] | None) -> Start:
    """Begin a start. ``files``: what the running program could open, None if it cannot take this start over.

    Raises OSError if the log file cannot be written.
    """
    start = Start()
    if options.temp_basedir:
        start.scratch = tempfile.TemporaryDirectory(prefix="aidebug-", ignore_cleanup_errors=True)
        os.environ[BASE_VARIABLE] = start.scratch.name
    start.last_lines = set_up_log(debug=options.debug, log_file=options.log_file)
    if options.screenshot is not None:
        return start
    if files is not None:
        start.instance = connect_or_listen(files, asks=not options.new_window)
        if start.is_over:
            return start
    start.watch = CrashWatch(state_directory() / REPORTS)
    start.watch.start()
    return start
