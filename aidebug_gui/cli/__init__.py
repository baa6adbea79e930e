"""The command line. Reads the arguments and hands over: to the window, or to the commands without one.

Nothing heavy is imported before it is known what is asked: ``--version`` and ``--help`` answer at once, and the
commands without a window never load Qt.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from aidebug_gui.cli.commands import COMMANDS
from aidebug_gui.cli.console import FOUND, INTERRUPTED
from aidebug_gui.cli.window import open_window


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given and given[0] in COMMANDS:
            return COMMANDS[given[0]].run(given[1:])
        return open_window(given)
    except BrokenPipeError:
        # The reader (head, less) has seen enough. Python would complain once more when it closes the standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except KeyboardInterrupt:
        return INTERRUPTED
