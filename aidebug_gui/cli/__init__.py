"""The command line. Reads the arguments and hands over: to the window, or to the commands without one.

Nothing heavy is imported before it is known what is asked: ``--version`` and ``--help`` answer at once, and the
commands without a window never load Qt.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Sequence

from aidebug_gui.cli.commands import COMMANDS
from aidebug_gui.cli.console import FOUND, INTERRUPTED, fail
from aidebug_gui.cli.window import open_window

_ALIKE = 0.7  # of 1: "finding", "anomaly" and "inpect" are meant as commands, "app" and "training" are not


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given and given[0] in COMMANDS:
            return COMMANDS[given[0]].run(given[1:])
        if meant := _meant_command(given):
            return fail(
                f"there is no file {given[0]!r}. Did you mean the command {meant}?\n"
                f"  {shlex.join(('aidebug-gui', meant, *given[1:]))}"
            )
        return open_window(given)
    except BrokenPipeError:
        # The reader (head, less) has seen enough. Python would complain once more when it closes the standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except KeyboardInterrupt:
        return INTERRUPTED


def _meant_command(given: Sequence[str]) -> str | None:
    """Return the command that was mistyped, None where the first argument is an option, a file or nothing like one."""
    if not given or not given[0].isalpha() or os.path.lexists(given[0]):
        return None
    import difflib

    close = difflib.get_close_matches(given[0].lower(), COMMANDS, n=1, cutoff=_ALIKE)
    return close[0] if close else None
