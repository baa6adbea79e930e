"""``aidebug-gui inspect FILE...``: what is in each log: lines, formats, levels, times, fields."""

from __future__ import annotations

from collections.abc import Sequence

from aidebug_gui.cli.console import FOUND, fail, write
from aidebug_gui.cli.opening import opened, warn_of_definitions
from aidebug_gui.sources import SourceError
from aidebug_gui.sources.addresses import LogAddress
from aidebug_gui.store.export import json_line
from aidebug_gui.store.report import report, report_text


def inspect(paths: Sequence[LogAddress], *, as_json: bool) -> int:
    """Print what is in each log; return an exit code."""
    warn_of_definitions()
    code = FOUND
    for number, path in enumerate(paths):
        try:
            with opened(path) as store:
                found = report(store, str(path))
        except SourceError as problem:
            code = fail(str(problem))
            continue
        if as_json:
            write(json_line(found).encode() + b"\n")
        else:
            write((("\n" if number else "") + report_text(found)).encode(errors="replace"))
    return code
