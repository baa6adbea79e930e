"""The options of the command line for the start of the window, and for the desktop's menu."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from aidebug_gui.cli.console import FOUND, fail


def add_startup(parser: argparse.ArgumentParser) -> None:
    """Add the options of a start to the command line."""
    parser.add_argument(
        "--new-window", action="store_true", help="open a new window, even if AiDebug is already running"
    )
    parser.add_argument(
        "--temp-basedir", action="store_true", help="start with default settings and keep nothing afterwards"
    )
    desktop = parser.add_mutually_exclusive_group()
    desktop.add_argument(
        "--install-desktop", action="store_true", help="add AiDebug to the menu and to the programs that open logs"
    )
    desktop.add_argument("--uninstall-desktop", action="store_true", help="undo --install-desktop")
    parser.add_argument("--debug", action="store_true", help="print AiDebug's own log messages")
    parser.add_argument("--log-file", type=Path, metavar="FILE", help="write AiDebug's own log messages to FILE")


def change_desktop(options: argparse.Namespace) -> int | None:
    """Do what --install-desktop and --uninstall-desktop ask for; return the exit code, None if neither was given."""
    if not options.install_desktop and not options.uninstall_desktop:
        return None
    if not sys.platform.startswith("linux"):
        return fail("this option is for Linux desktops; on this system the installer does it.")
    from aidebug_gui.startup.desktop_files import data_home, install, start_command, uninstall

    try:
        lines = install(data_home(), start_command()) if options.install_desktop else uninstall(data_home())
    except OSError as error:
        return fail(f"{error.filename} cannot be written: {error.strerror}")
    print("\n".join(lines))
    return FOUND
