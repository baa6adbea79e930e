"""The command line. Reads the arguments and hands over: to the window, or to the commands without one.

Nothing heavy is imported before it is known what is asked: ``--version`` and ``--help`` answer at once, and the
commands without a window never load Qt.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from aidebug_gui import __version__
from aidebug_gui.cli.console import ERROR, FOUND, INTERRUPTED, fail
from aidebug_gui.cli.receive import add_receive, take_receive
from aidebug_gui.cli.startup_options import add_startup, change_desktop
from aidebug_gui.startup import start

if TYPE_CHECKING:
    from aidebug_gui.sources.several import LogAddress

_EPILOG = """\
without a window:
  aidebug-gui inspect FILE...          what is in a log: lines, formats, levels, times, fields
  aidebug-gui query FILE... 'FILTER'   print the records that match
  aidebug-gui scan FILE...             personal data and secrets in a log, and where
  aidebug-gui export FILE --out F      a copy with personal data and secrets hidden
  aidebug-gui bundle FILE --out B.zip  masked rows, filter and report to send with a question
  aidebug-gui findings FILE...         what is odd, why, and what helps
  aidebug-gui anomalies FILE...        what is odd in scores, latencies and other numbers, and why
Each explains itself with --help. A log that is called "inspect" opens as ./inspect.
"""

_SHIFT_UNITS_NS = {"ms": 10**6, "s": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9}
_TIERS = ("certain", "likely", "hint")
_MASKS = ("remove", "label", "numbered", "pseudonym", "format", "none")

_QUERY_EPILOG = """\
filter examples:
  'level>=warning'     'score<0.3 or label=spam'    'logger:app.* -logger:app.health'
  '"exact text"'       '/time(d )?out/i'            'latency_ms>500 time>=10:02 time<10:05'
  ''                   (all records)

exit code: 0 something found, 1 nothing found, 2 an error
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given[:1] == ["inspect"]:
            return _inspect(given[1:])
        if given[:1] == ["query"]:
            return _query(given[1:])
        if given[:1] == ["scan"]:
            return _scan(given[1:])
        if given[:1] == ["export"]:
            return _export(given[1:])
        if given[:1] == ["bundle"]:
            return _bundle(given[1:])
        if given[:1] == ["findings"]:
            return _findings(given[1:])
        if given[:1] == ["anomalies"]:
            return _anomalies(given[1:])
        return _window(given)
    except BrokenPipeError:
        # The reader (head, less) has seen enough. Python would complain once more when it closes the standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except KeyboardInterrupt:
        return INTERRUPTED


# -- the window ------------------------------------------------------------------------------------------------------


def _window(arguments: list[str]) -> int:
    parser = _window_parser()
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
    receive = take_receive(options)
    addresses = _addresses(parser, options)
    try:
        started = start.begin(options, None if receive or options.merge else options.files)
    except OSError as error:
        return fail(f"{options.log_file or 'the temporary directory'} cannot be written: {error.strerror}")
    if started.meeting.put_off is not None:
        from aidebug_gui.ui.process.running import meet_by_name

        meet_by_name(started.meeting)
    if started.is_over:
        started.end()
        return FOUND
    from aidebug_gui.app import run

    code = run(
        addresses, receive=receive, screenshot=options.screenshot, size=options.size, theme=options.theme, start=started
    )
    started.end()  # not where run() raised: the next start shall tell of that
    return code


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="aidebug-gui",
        description="Open logs of AI applications: a table, plots on the same time axis, one filter language.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="logs to open, each in a tab; a directory or 'logs/*.log' is one",
    )
    _add_merge(parser)
    add_receive(parser)
    parser.add_argument(
        "--screenshot", type=Path, metavar="OUT.png", help="save a picture of the window when all is read, and exit"
    )
    parser.add_argument("--size", type=_size, metavar="WIDTHxHEIGHT", help="size of the window, for example 1280x800")
    parser.add_argument("--theme", choices=("system", "light", "dark", "high_contrast"), help="default: as the system")
    add_startup(parser)
    parser.add_argument("--version", action="version", version=f"aidebug-gui {__version__}")
    return parser


def _add_merge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--merge", action="store_true", help="open all files as one log, merged by time")
    parser.add_argument(
        "--shift",
        action="append",
        default=[],
        type=_shift,
        metavar="NAME=+2.5s",
        help="with --merge: add to the times of a file whose clock was wrong (ms, s, m or h); may be repeated",
    )


def _add_files_of_one_log(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a log; several files only with --merge")
    _add_merge(parser)


def _one_address(parser: argparse.ArgumentParser, options: argparse.Namespace) -> LogAddress:
    """Return the one log that files are."""
    found = _addresses(parser, options)
    if len(found) > 1:
        parser.error("several files make one copy only with --merge")
    return found[0]


def _addresses(parser: argparse.ArgumentParser, options: argparse.Namespace) -> list[LogAddress]:
    """Return the logs that were named: all files as one with --merge, and parts of a rotated log as one anyhow."""
    from aidebug_gui.sources.several import Merged

    if options.shift and not options.merge:
        parser.error("--shift needs --merge")
    if options.merge:
        if not options.files:
            parser.error("--merge needs files")
        return [Merged(tuple(options.files), tuple(options.shift))]
    return list(options.files)


def _shift(text: str) -> tuple[str, int]:
    """Read ``api.log=+2.5s``: the name of a file, and nanoseconds."""
    found = re.fullmatch(r"(.+)=([+-]?)(\d+(?:\.\d+)?)(ms|s|m|h)", text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} is not a shift such as api.log=+2.5s or worker.log=-300ms")
    nanoseconds = round(Decimal(found[3]) * _SHIFT_UNITS_NS[found[4]])
    return found[1], -nanoseconds if found[2] == "-" else nanoseconds


def _size(text: str) -> str:
    if not re.fullmatch(r"[1-9]\d{1,4}x[1-9]\d{1,4}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1280x800")
    return text


def _no_display() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    return not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


# -- without a window ------------------------------------------------------------------------------------------------


def _inspect(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="aidebug-gui inspect", description="Say what is in a log.")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="print one JSON object a file, each on a line of its own")
    _add_merge(parser)
    options = parser.parse_args(arguments)
    from aidebug_gui.cli.commands import inspect

    return inspect(_addresses(parser, options), as_json=options.json)


def _query(arguments: list[str]) -> int:
    options = _parse_query(arguments)
    from aidebug_gui.cli.commands import Query, query

    wanted = Query(
        paths=tuple(options.addresses),
        text=options.given[-1],
        columns=options.columns,
        style=options.format,
        limit=options.limit,
        count=options.count,
        raw=options.raw,
    )
    if options.follow:
        from aidebug_gui.cli.follow import follow

        return follow(wanted)
    return query(wanted)


def _findings(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="aidebug-gui findings",
        description="Say what is odd in a log, what usually causes it and what helps.",
        epilog="exit code: 0 something found, 1 nothing found, 2 an error",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    style = parser.add_mutually_exclusive_group()
    style.add_argument("--json", action="store_true", help="print one JSON object a file, each on a line of its own")
    style.add_argument("--csv", action="store_true", help="print a table, a finding a line")
    parser.add_argument(
        "--least",
        choices=("info", "warning", "error", "critical"),
        default="info",
        help="only findings that are at least so severe (default: info)",
    )
    parser.add_argument(
        "--false-alarms",
        type=float,
        choices=(0.5, 1.0, 2.0, 4.0, 6.0),
        default=2.0,
        metavar="N",
        help="of 10,000 points of a number, that you can live with: 0.5, 1, 2, 4 or 6 (default: 2)",
    )
    _add_merge(parser)
    options = parser.parse_args(arguments)
    from aidebug_gui.cli.commands import FindingStyle, findings

    chosen: FindingStyle = "json" if options.json else "csv" if options.csv else "text"
    return findings(_addresses(parser, options), style=chosen, least=options.least, rate=options.false_alarms)


def _parse_query(arguments: list[str]) -> argparse.Namespace:
    parser = _QueryParser(
        prog="aidebug-gui query",
        usage="aidebug-gui query FILE... 'FILTER' [options]",
        description="Print the records of one or several logs that match a filter.",
        epilog=_QUERY_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("given", nargs="+", metavar="FILE... 'FILTER'", help="logs, and last the filter")
    parser.add_argument("--columns", type=_names, default=(), metavar="A,B", help="only these columns")
    parser.add_argument("--format", choices=("jsonl", "csv", "raw"), default="jsonl", help="default: jsonl")
    parser.add_argument("--limit", type=_natural, metavar="N", help="at most N records of all files together")
    parser.add_argument("--count", action="store_true", help="print only how many records match")
    parser.add_argument("--raw", action="store_true", help="add the original text of each record")
    parser.add_argument(
        "--follow", action="store_true", help="go on with what is written later, until Ctrl+C or the reader ends"
    )
    _add_merge(parser)
    options, unknown = parser.parse_known_intermixed_args(arguments)
    # A filter may begin with a minus ('-logger:uvicorn'), which argparse takes for an option that it does not know.
    filters = [argument for argument in unknown if not argument.startswith("--")]
    if len(unknown) > 1 or len(filters) != len(unknown):
        parser.error(f"unknown option {next(iter(unknown))}")
    options.given += filters
    if len(options.given) < 2:
        parser.error("give a file and then a filter; '' as the filter means all records")
    if options.follow and options.count:
        parser.error("--follow has no end, so that there is nothing to --count")
    options.files = [Path(name) for name in options.given[:-1]]
    options.addresses = _addresses(parser, options)
    return options


def _anomalies(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="aidebug-gui anomalies",
        description="Say what is odd in the numbers of a log, and why.",
        epilog="exit code: 0 something found, 1 nothing found, 2 an error",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="logs")
    parser.add_argument("--field", action="append", default=[], metavar="NAME", help="only this field; may be repeated")
    parser.add_argument("--group", metavar="NAME", help="look at each value of this field (model, endpoint) by itself")
    parser.add_argument("--sensitivity", choices=("high", "normal", "low"), default="normal", help="default: normal")
    parser.add_argument("--threshold", type=float, default=0.8, metavar="X", help="on the score; default: 0.8")
    parser.add_argument(
        "--mode", choices=("causal", "whole"), help="causal: as while the log grew; whole: looking to both sides"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a file, each on a line of its own")
    _add_merge(parser)
    options = parser.parse_args(arguments)
    from aidebug_gui.analysis.series.model import Sensitivity
    from aidebug_gui.cli.anomalies import Anomalies, anomalies

    return anomalies(
        Anomalies(
            paths=tuple(_addresses(parser, options)),
            fields=tuple(options.field),
            group=options.group,
            sensitivity=Sensitivity(options.sensitivity),
            mode=options.mode,
            threshold=options.threshold,
            as_json=options.json,
        )
    )


class _QueryParser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(ERROR, f"aidebug-gui query: {message}\nTry: aidebug-gui query --help\n")


def _scan(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="aidebug-gui scan",
        description="Find personal data and secrets in logs: what, in which field, how often, first on which line.",
        epilog="exit code: 0 done, 1 something found that --fail-on asks for, 2 an error. Values are never printed.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="print one JSON object a file, each on a line of its own")
    parser.add_argument("--fail-on", choices=_TIERS, help="exit with 1 if anything as sure as this is found")
    parser.add_argument(
        "--tier", choices=_TIERS, default="likely", help="show findings as sure as this (default: likely)"
    )
    _add_merge(parser)
    options = parser.parse_args(arguments)
    addresses = tuple(_addresses(parser, options))
    from aidebug_gui.cli.personal_data import TIERS, Scan, scan

    least = min(TIERS[options.tier], TIERS[options.fail_on or options.tier])
    fail_on = TIERS[options.fail_on] if options.fail_on else None
    return scan(Scan(addresses, as_json=options.json, fail_on=fail_on, least=least))


def _export(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="aidebug-gui export",
        description="Write a copy of a log with personal data and secrets hidden, and scan the copy again.",
        epilog="exit code: 0 written, 1 written but certain findings are left (they are listed), 2 an error.",
    )
    _add_files_of_one_log(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="F", help="the file to write; never the log itself")
    parser.add_argument("--filter", default="", metavar="Q", help="only records that match, as for query")
    parser.add_argument(
        "--mask", choices=_MASKS, default="pseudonym", help="how values are hidden (default: pseudonym)"
    )
    parser.add_argument(
        "--format", choices=("jsonl", "csv", "parquet", "raw"), help="default: by the ending of F, else jsonl"
    )
    parser.add_argument("--columns", type=_names, default=(), metavar="A,B", help="only these columns")
    parser.add_argument(
        "--drop-content", action="store_true", help="leave out prompts and answers; keep tokens, cost, times, ids"
    )
    parser.add_argument(
        "--tier", choices=_TIERS, default="likely", help="hide findings as sure as this (default: likely)"
    )
    options = parser.parse_args(arguments)
    address = _one_address(parser, options)
    from aidebug_gui.cli.personal_data import MASKS, TIERS, Export, export, style_of

    return export(
        Export(
            path=address,
            out=options.out,
            text=options.filter,
            style=options.format or style_of(options.out),
            mask=MASKS[options.mask],
            drop_content=options.drop_content,
            columns=options.columns,
            least=TIERS[options.tier],
        )
    )


def _bundle(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="aidebug-gui bundle",
        description="Write masked rows, the filter, the parse report and the versions into a ZIP that opens as it was.",
        epilog="exit code: 0 written, 1 written but certain findings are left (they are listed), 2 an error.",
    )
    _add_files_of_one_log(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="B.zip", help="the file to write")
    parser.add_argument("--filter", default="", metavar="Q", help="only records that match, as for query")
    options = parser.parse_args(arguments)
    address = _one_address(parser, options)
    from aidebug_gui.cli.personal_data import BundleWish, bundle

    return bundle(BundleWish(address, options.out, options.filter))


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _natural(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of records")
    return int(text)
