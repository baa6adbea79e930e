"""What happens between the command line and the window: other homes, the program's log, the program that runs already.

Nothing here imports Qt: a start that only gives its files to the running program is over in a tenth of a second.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aidebug_gui.console import FOUND, fail
from aidebug_gui.crash import CrashWatch
from aidebug_gui.diagnostics import LastLines, begin_log
from aidebug_gui.handover import Meeting, meet
from aidebug_gui.resources import BASE_VARIABLE, state_directory

REPORTS = "reports"  # the directory of what went wrong, in the state directory


@dataclass(slots=True)
class Start:
    """A start on its way to a window. ``scratch``: everything the program keeps lies there, and goes with it."""

    meeting: Meeting = field(default_factory=Meeting)
    watch: CrashWatch | None = None
    last_lines: LastLines | None = None
    scratch: tempfile.TemporaryDirectory[str] | None = None

    @property
    def is_over(self) -> bool:
        """Whether the running program took the files."""
        return self.meeting.handed_over

    def end(self) -> None:
        """The program ends as it should."""
        self.meeting.close()
        if self.watch is not None:
            self.watch.end()
        if self.scratch is not None:
            self.scratch.cleanup()


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of a start to the command line."""
    parser.add_argument("--new-window", action="store_true", help="open a window of its own, even if AiDebug runs")
    parser.add_argument(
        "--temp-basedir", action="store_true", help="use no settings and remember nothing: all that is kept is deleted"
    )
    desktop = parser.add_mutually_exclusive_group()
    desktop.add_argument(
        "--install-desktop", action="store_true", help="add AiDebug to the menu and to the programs that open logs"
    )
    desktop.add_argument("--uninstall-desktop", action="store_true", help="take that back")
    parser.add_argument("--debug", action="store_true", help="print what the program does")
    parser.add_argument("--log-file", type=Path, metavar="FILE", help="write what the program does into a file")


def change_desktop(options: argparse.Namespace) -> int | None:
    """Do what --install-desktop and --uninstall-desktop ask for; return the exit code, None if neither was given."""
    if not options.install_desktop and not options.uninstall_desktop:
        return None
    if not sys.platform.startswith("linux"):
        return fail("the installer does that on this system.")
    from aidebug_gui.desktop_files import data_home, install, start_command, uninstall

    try:
        told = install(data_home(), start_command()) if options.install_desktop else uninstall(data_home())
    except OSError as error:
        return fail(f"{error.filename} cannot be written: {error.strerror}")
    print("\n".join(told))
    return FOUND


def begin(options: argparse.Namespace, files: Sequence[Path] | None) -> Start:
    """Begin a start. ``files``: what the running program could open, None if it cannot take this start over.

    Raises OSError if the log file cannot be written.
    """
    start = Start()
    if options.temp_basedir:
        start.scratch = tempfile.TemporaryDirectory(prefix="aidebug-", ignore_cleanup_errors=True)
        os.environ[BASE_VARIABLE] = start.scratch.name
    start.last_lines = begin_log(debug=options.debug, log_file=options.log_file)
    if options.screenshot is not None:
        return start
    if files is not None:
        start.meeting = meet(files, asks=not options.new_window)
        if start.is_over:
            return start
    start.watch = CrashWatch(state_directory() / REPORTS)
    start.watch.start()
    return start
