"""The options of the command line for logs that come in: ``-``, ``--listen``, ``--listen-otlp``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aidebug_gui.sources.receivers.address import Address
    from aidebug_gui.sources.receivers.options import ReceiveOptions

STANDARD_INPUT = Path("-")  # as in sources.standard_input; nothing heavy is imported here


def add_receive(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    group = parser.add_argument_group("logs that come in (from this machine only, unless a HOST is named)")
    group.add_argument(
        "--listen",
        action="append",
        default=[],
        type=_address,
        metavar="[HOST:]PORT",
        help="lines, JSON and Python's SocketHandler, TCP and UDP; may be repeated. FILE - reads standard input",
    )
    group.add_argument(
        "--listen-otlp",
        action="append",
        nargs="?",
        default=[],
        type=_address,
        metavar="[HOST:]PORT",
        help="OpenTelemetry logs, traces and metrics over HTTP, plain records at /logs (default port: 4318)",
    )


def parse_receive_options(options: argparse.Namespace) -> ReceiveOptions | None:
    """Return what is to be received (None: nothing), and take standard input out of the files."""
    reads_input = STANDARD_INPUT in options.files
    options.files = [path for path in options.files if path != STANDARD_INPUT]
    if not (reads_input or options.listen or options.listen_otlp):
        return None  # without importing anything: a start that only hands its files over must be quick
    from aidebug_gui.sources.receivers.address import LOOPBACK, Address
    from aidebug_gui.sources.receivers.options import OTLP_PORT, ReceiveOptions

    otlp = tuple(address or Address(LOOPBACK, OTLP_PORT) for address in options.listen_otlp)
    return ReceiveOptions(tuple(options.listen), otlp, reads_input)


def _address(text: str) -> Address:
    from aidebug_gui.sources.receivers.address import AddressError, exposure_warning, read_address

    try:
        address = read_address(text)
    except AddressError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if warning := exposure_warning(address):
        print(f"aidebug-gui: {warning}", file=sys.stderr)
    return address
