"""The options of the command line for the start of the window, and for the desktop's menu."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from aidebug_gui.cli.console import FOUND, fail


def add_startup(parser: argparse.ArgumentParser) -> None:
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
    from aidebug_gui.startup.desktop_files import data_home, install, start_command, uninstall

    try:
        lines = install(data_home(), start_command()) if options.install_desktop else uninstall(data_home())
    except OSError as error:
        return fail(f"{error.filename} cannot be written: {error.strerror}")
    print("\n".join(lines))
    return FOUND
