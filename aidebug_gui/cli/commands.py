"""The commands without a window: reads the arguments of each and hands over to the module that does the work.

That module is imported last, so that ``--help`` answers at once.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from aidebug_gui.cli.arguments import (
    JSON_HELP,
    add_merge,
    add_output_style,
    addresses,
    names,
    natural,
    one_address,
)
from aidebug_gui.cli.console import ERROR

_TIERS = ("certain", "likely", "hint")
_MASKS = ("remove", "label", "numbered", "pseudonym", "format", "none")
_ONE_LOG = "a log; several files only with --merge"
_GROUP_HELP = "look at the numbers of each value of this field (model, endpoint) separately"
_EXIT_FOUND = "exit code: 0 something found, 1 nothing found, 2 an error"
_EXIT_MASKED = "exit code: 0 written, 1 written but certain findings are left (they are listed), 2 an error."

_QUERY_EPILOG = f"""\
filter examples:
  'level>=warning'     'score<0.3 or label=spam'    'logger:app.* -logger:app.health'
  '"exact text"'       '/time(d )?out/i'            'latency_ms>500 time>=10:02 time<10:05'
  ''                   (all records)

{_EXIT_FOUND}
"""


def _inspect(arguments: list[str]) -> int:
    parser = _parser("inspect", "Say what is in a log.")
    _add_files(parser)
    parser.add_argument("--json", action="store_true", help=JSON_HELP)
    options = parser.parse_args(arguments)
    from aidebug_gui.cli.inspect import inspect

    return inspect(addresses(parser, options), as_json=options.json)


def _query(arguments: list[str]) -> int:
    options = parse_query(arguments)
    from aidebug_gui.cli.query import Query, query

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


def parse_query(arguments: list[str]) -> argparse.Namespace:
    """Read the arguments of ``query``: ``given`` are the files and, last, the filter."""
    parser = _QueryParser(
        prog="aidebug-gui query",
        usage="aidebug-gui query FILE... 'FILTER' [options]",
        description="Print the records of one or several logs that match a filter.",
        epilog=_QUERY_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("given", nargs="+", metavar="FILE... 'FILTER'", help="logs, and last the filter")
    parser.add_argument("--columns", type=names, default=(), metavar="A,B", help="only these columns")
    parser.add_argument("--format", choices=("jsonl", "csv", "raw"), default="jsonl", help="default: jsonl")
    parser.add_argument("--limit", type=natural, metavar="N", help="print at most N records in total")
    parser.add_argument("--count", action="store_true", help="print only how many records match")
    parser.add_argument("--raw", action="store_true", help="add the original text of each record")
    parser.add_argument("--follow", action="store_true", help="keep printing records as they are written, until Ctrl+C")
    add_merge(parser)
    options, unknown = parser.parse_known_intermixed_args(arguments)
    # A filter may begin with a minus ('-logger:uvicorn'), which argparse takes for an option that it does not know.
    filters = [argument for argument in unknown if not argument.startswith("--")]
    if len(unknown) > 1 or len(filters) != len(unknown):
        parser.error(f"unknown option {next(iter(unknown))}")
    options.given += filters
    if len(options.given) < 2:
        parser.error("give a file, then a filter ('' for all records)")
    if options.follow and options.count:
        parser.error("--count cannot be combined with --follow, which has no end")
    options.files = [Path(name) for name in options.given[:-1]]
    options.addresses = addresses(parser, options)
    return options


class _QueryParser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(ERROR, f"aidebug-gui query: {message}\nTry: aidebug-gui query --help\n")


def _add_false_alarms(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--false-alarms",
        type=float,
        choices=(0.5, 1.0, 2.0, 4.0, 6.0),
        default=2.0,
        metavar="N",
        help="accept N false alarms per 10,000 values of a field: 0.5, 1, 2, 4 or 6 (default: 2)",
    )


def _findings(arguments: list[str]) -> int:
    parser = _parser("findings", "Say what is odd in a log, what usually causes it and what helps.", _EXIT_FOUND)
    _add_files(parser)
    add_output_style(parser, "print a CSV table, one finding per line")
    parser.add_argument(
        "--least",
        choices=("info", "warning", "error", "critical"),
        default="info",
        help="only findings of at least this severity (default: info)",
    )
    _add_false_alarms(parser)
    parser.add_argument("--group", default="", metavar="NAME", help=_GROUP_HELP)
    options = parser.parse_args(arguments)
    from aidebug_gui.cli.findings import findings

    return findings(
        addresses(parser, options),
        style=options.style,
        least=options.least,
        rate=options.false_alarms,
        group=options.group,
    )


def _usage(arguments: list[str]) -> int:
    parser = _parser(
        "usage", "Count calls, errors, tokens, cost and latency for each model, or by another field.", _EXIT_FOUND
    )
    _add_files(parser)
    parser.add_argument(
        "--by", default="", metavar="NAME", help="the field to count by (default: model, else endpoint)"
    )
    parser.add_argument("--filter", default="", metavar="Q", help="only records that match this filter (as in query)")
    add_output_style(parser, "print a CSV table, one value per line")
    options = parser.parse_args(arguments)
    from aidebug_gui.cli.usage import print_usage

    return print_usage(addresses(parser, options), by=options.by, text=options.filter, style=options.style)


def _anomalies(arguments: list[str]) -> int:
    parser = _parser("anomalies", "Say what is odd in the numbers of a log, and why.", _EXIT_FOUND)
    _add_files(parser)
    parser.add_argument("--field", action="append", default=[], metavar="NAME", help="only this field; may be repeated")
    parser.add_argument("--group", metavar="NAME", help=_GROUP_HELP)
    _add_false_alarms(parser)
    parser.add_argument(
        "--threshold",
        type=float,
        default=0.8,
        metavar="X",
        help="count the records whose score is above X (default: 0.8)",
    )
    parser.add_argument(
        "--mode",
        choices=("causal", "whole"),
        help="causal: judge each value by earlier ones only; whole: by all of them (default: by the length of the log)",
    )
    parser.add_argument("--json", action="store_true", help=JSON_HELP)
    options = parser.parse_args(arguments)
    from aidebug_gui.cli.anomalies import Anomalies, anomalies

    return anomalies(
        Anomalies(
            paths=tuple(addresses(parser, options)),
            fields=tuple(options.field),
            group=options.group,
            rate=options.false_alarms,
            mode=options.mode,
            threshold=options.threshold,
            as_json=options.json,
        )
    )


def _add_jobs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--jobs",
        type=_jobs,
        default=0,
        metavar="N",
        help="processes to use for large logs (default: one per processor, at most 8)",
    )


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes")
    return int(text)


def _scan(arguments: list[str]) -> int:
    parser = _parser(
        "scan",
        "Find personal data and secrets in logs: what, in which field, how often, first on which line.",
        "exit code: 0 done, 1 something found that --fail-on asks for, 2 an error. Values found are never printed.",
    )
    _add_files(parser)
    parser.add_argument("--json", action="store_true", help=JSON_HELP)
    parser.add_argument("--fail-on", choices=_TIERS, help="exit with 1 if a finding is at least this certain")
    parser.add_argument(
        "--tier",
        choices=_TIERS,
        default="likely",
        help="show findings that are at least this certain (default: likely)",
    )
    _add_jobs(parser)
    options = parser.parse_args(arguments)
    logs = tuple(addresses(parser, options))
    from aidebug_gui.cli.personal_data import TIERS, Scan, scan

    least = min(TIERS[options.tier], TIERS[options.fail_on or options.tier])
    fail_on = TIERS[options.fail_on] if options.fail_on else None
    return scan(Scan(logs, as_json=options.json, fail_on=fail_on, least=least, processes=options.jobs))


def _export(arguments: list[str]) -> int:
    parser = _parser(
        "export", "Write a copy of a log with personal data and secrets hidden, and scan the copy again.", _EXIT_MASKED
    )
    _add_files(parser, _ONE_LOG)
    parser.add_argument("--out", type=Path, required=True, metavar="F", help="the file to write; never the log itself")
    parser.add_argument("--filter", default="", metavar="Q", help="only records that match this filter (as in query)")
    parser.add_argument(
        "--mask", choices=_MASKS, default="pseudonym", help="how values are hidden (default: pseudonym)"
    )
    parser.add_argument(
        "--format", choices=("jsonl", "csv", "parquet", "raw"), help="default: by the extension of F, else jsonl"
    )
    parser.add_argument("--columns", type=names, default=(), metavar="A,B", help="only these columns")
    parser.add_argument(
        "--drop-content", action="store_true", help="leave out prompts and answers; keep tokens, cost, times, ids"
    )
    parser.add_argument(
        "--tier",
        choices=_TIERS,
        default="likely",
        help="hide findings that are at least this certain (default: likely)",
    )
    _add_jobs(parser)
    options = parser.parse_args(arguments)
    log = one_address(parser, options)
    from aidebug_gui.cli.personal_data import MASKS, TIERS, Export, export, style_of

    return export(
        Export(
            path=log,
            out=options.out,
            text=options.filter,
            style=options.format or style_of(options.out),
            mask=MASKS[options.mask],
            drop_content=options.drop_content,
            columns=options.columns,
            least=TIERS[options.tier],
            processes=options.jobs,
        )
    )


def _bundle(arguments: list[str]) -> int:
    parser = _parser(
        "bundle",
        "Write masked rows, the filter, the parse report and the versions into a ZIP that opens as it was.",
        _EXIT_MASKED,
    )
    _add_files(parser, _ONE_LOG)
    parser.add_argument("--out", type=Path, required=True, metavar="B.zip", help="the file to write")
    parser.add_argument("--filter", default="", metavar="Q", help="only records that match this filter (as in query)")
    options = parser.parse_args(arguments)
    log = one_address(parser, options)
    from aidebug_gui.cli.personal_data import BundleRequest, bundle

    return bundle(BundleRequest(log, options.out, options.filter))


def _parser(command: str, description: str, epilog: str | None = None) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(prog=f"aidebug-gui {command}", description=description, epilog=epilog)


def _add_files(parser: argparse.ArgumentParser, what: str = "logs") -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=what)
    add_merge(parser)


@dataclass(frozen=True, slots=True)
class Command:
    """A command: takes its arguments and returns an exit code. ``arguments`` and ``gives`` stand in ``--help``."""

    run: Callable[[list[str]], int]
    arguments: str
    gives: str


COMMANDS = {
    "inspect": Command(_inspect, "FILE...", "what is in a log: lines, formats, levels, times, fields"),
    "query": Command(_query, "FILE... 'FILTER'", "print the records that match"),
    "findings": Command(_findings, "FILE...", "what is odd, why, and what helps"),
    "anomalies": Command(_anomalies, "FILE...", "what is odd in scores, latencies and other numbers, and why"),
    "usage": Command(_usage, "FILE...", "calls, errors, tokens, cost and latency of each model"),
    "scan": Command(_scan, "FILE...", "personal data and secrets in a log, and where"),
    "export": Command(_export, "FILE --out F", "a copy with personal data and secrets hidden"),
    "bundle": Command(_bundle, "FILE --out B.zip", "masked rows, filter and report to send with a question"),
}
