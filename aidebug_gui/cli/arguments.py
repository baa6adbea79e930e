"""Arguments that several commands share: the files, as one log or several, the form of the output, lists and numbers.

Nothing heavy is imported here, so that ``--help`` answers at once.
"""

from __future__ import annotations

import argparse
import re
import shlex
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from aidebug_gui.sources.addresses import LogAddress

OutputStyle: TypeAlias = Literal["text", "json", "csv"]
JSON_HELP = "print one line of JSON per log"
_SHIFT_UNITS_NS = {"ms": 10**6, "s": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9}


def add_merge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--merge", action="store_true", help="open all files as one log, ordered by time")
    parser.add_argument(
        "--shift",
        action="append",
        default=[],
        type=_shift,
        metavar="NAME=+2.5s",
        help="with --merge: add this to the times of a file whose clock was wrong (ms, s, m or h); may be repeated",
    )


def add_output_style(parser: argparse.ArgumentParser, csv_help: str) -> None:
    style = parser.add_mutually_exclusive_group()
    style.add_argument("--json", action="store_const", dest="style", const="json", default="text", help=JSON_HELP)
    style.add_argument("--csv", action="store_const", dest="style", const="csv", help=csv_help)


def one_address(parser: argparse.ArgumentParser, options: argparse.Namespace) -> LogAddress:
    """Return the one log that files are."""
    found = addresses(parser, options)
    if len(found) > 1:
        # query takes its filter without a name, so people type it so here
        filters = [str(address) for address in found[1:] if isinstance(address, Path) and not address.exists()]
        if filters:
            parser.error(
                f"there is no file {filters[0]!r}; a filter needs its name: --filter {shlex.quote(filters[0])}"
            )
        parser.error("give one file, or add --merge to write several files as one copy")
    return found[0]


def addresses(parser: argparse.ArgumentParser, options: argparse.Namespace) -> list[LogAddress]:
    """Return the logs that were named: all files as one with --merge, and parts of a rotated log as one anyhow."""
    from aidebug_gui.sources.addresses import Merged

    if options.shift and not options.merge:
        parser.error("--shift needs --merge")
    if options.merge:
        if not options.files:
            parser.error("--merge needs files")
        return [Merged(tuple(options.files), tuple(options.shift))]
    return list(options.files)


def names(text: str) -> tuple[str, ...]:
    """Read ``A,B``."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def natural(text: str) -> int:
    """Read a number of records, at least 1."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of records: give 1 or more")
    return int(text)


def _shift(text: str) -> tuple[str, int]:
    """Read ``api.log=+2.5s``: the name of a file, and nanoseconds."""
    found = re.fullmatch(r"(.+)=([+-]?)(\d+(?:\.\d+)?)(ms|s|m|h)", text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} is not a shift such as api.log=+2.5s or worker.log=-300ms")
    nanoseconds = round(Decimal(found[3]) * _SHIFT_UNITS_NS[found[4]])
    return found[1], -nanoseconds if found[2] == "-" else nanoseconds
