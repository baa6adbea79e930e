"""``aidebug-gui [FILE...]``: reads the arguments of a start and hands over to the window.

Qt is imported last: a start whose files a running program takes is over in a tenth of a second.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

from aidebug_gui import __version__
from aidebug_gui.cli.arguments import add_merge, addresses
from aidebug_gui.cli.commands import COMMANDS
from aidebug_gui.cli.console import FOUND, fail
from aidebug_gui.cli.receive import add_receive, parse_receive_options
from aidebug_gui.cli.startup_options import add_startup, change_desktop
from aidebug_gui.startup import qt_libraries, start


def open_window(arguments: list[str]) -> int:
    """Open the window, or have the running program open the files; return the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if (code := change_desktop(options)) is not None:
        return code
    if _no_display():
        if options.screenshot is None:
            return fail(
                "there is no display to open a window on.\n"
                "  A picture of the window:  aidebug-gui FILE --screenshot out.png\n"
                "  Without a window:         aidebug-gui inspect FILE, aidebug-gui query FILE 'FILTER'"
            )
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    receive = parse_receive_options(options)
    logs = addresses(parser, options)
    if reason := qt_libraries.refusal():
        return fail(reason)
    try:
        started = start.begin(options, None if receive or options.merge else options.files)
    except OSError as error:
        return fail(f"{options.log_file or 'the temporary directory'} cannot be written: {error.strerror}")
    if started.instance.postponed is not None:
        from aidebug_gui.ui.process.running import connect_or_listen_by_name

        connect_or_listen_by_name(started.instance)
    if started.is_over:
        started.end()
        return FOUND
    from aidebug_gui.app import run

    code = run(
        logs, receive=receive, screenshot=options.screenshot, size=options.size, theme=options.theme, start=started
    )
    started.end()  # not where run() raised: the next start shall tell of that
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="aidebug-gui",
        description="Open logs of AI applications: a table, plots on the same time axis, one filter language.",
        epilog=_epilog(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="logs to open, each in its own tab; a directory or 'logs/*.log' counts as one log",
    )
    add_merge(parser)
    add_receive(parser)
    parser.add_argument(
        "--screenshot",
        type=Path,
        metavar="OUT.png",
        help="save a picture of the window once everything is read, and exit",
    )
    parser.add_argument("--size", type=_size, metavar="WIDTHxHEIGHT", help="size of the window, for example 1280x800")
    parser.add_argument(
        "--theme", choices=("system", "light", "dark", "high_contrast"), help="default: follow the system"
    )
    add_startup(parser)
    parser.add_argument("--version", action="version", version=f"aidebug-gui {__version__}")
    return parser


def _epilog() -> str:
    """Return the commands without a window, one a line."""
    calls = {f"aidebug-gui {name} {command.arguments}": command.gives for name, command in COMMANDS.items()}
    width = max(map(len, calls)) + 2
    lines = (f"  {call:{width}}{gives}" for call, gives in calls.items())
    last = 'Each explains itself with --help. A log that is called "inspect" opens as ./inspect.'
    return "\n".join(("without a window:", *lines, last))


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([1-9]\d{1,4})x([1-9]\d{1,4})", text, re.ASCII)
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1280x800")
    return int(found[1]), int(found[2])


def _no_display() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    return not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
