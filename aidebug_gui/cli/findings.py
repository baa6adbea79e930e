"""``aidebug-gui findings FILE...``: what is odd in each log, what usually causes it and what helps."""

from __future__ import annotations

from collections.abc import Sequence

from aidebug_gui.analysis.findings.everything import find_all
from aidebug_gui.analysis.findings.finding import Severity
from aidebug_gui.analysis.findings.report import findings_csv, findings_json, findings_text
from aidebug_gui.analysis.groups import grouping_fields
from aidebug_gui.analysis.series.sensitivity import NORMAL_RATE
from aidebug_gui.cli.arguments import OutputStyle
from aidebug_gui.cli.console import write
from aidebug_gui.cli.opening import each_log
from aidebug_gui.sources import SourceError
from aidebug_gui.sources.addresses import LogAddress
from aidebug_gui.store.log import FileLog


def findings(
    paths: Sequence[LogAddress],
    *,
    style: OutputStyle = "text",
    least: str = "info",
    rate: float = NORMAL_RATE,
    group: str = "",
) -> int:
    """Print what is odd in each log, and why: findings from a severity on. Return an exit code.

    ``rate``: false alarms per 10,000 points of a number that the user can live with. ``group``: a field; the numbers of
    each of its values are looked at by themselves.
    """
    parameters = {"least_severity": least, "false_alarms_per_10000": rate, "grouped_by": group}

    def look(store: FileLog, path: LogAddress, is_first: bool) -> bool:
        _check_group(store, path, group)
        every = find_all(store, rate=rate, grouped_by=group)
        found = [finding for finding in every if finding.severity >= Severity[least.upper()]]
        if style == "json":
            text = findings_json(store, str(path), found, parameters)
        elif style == "csv":
            text = "".join(list(findings_csv(store, str(path), found, parameters))[0 if is_first else 1 :])
        else:
            text = ("" if is_first else "\n") + findings_text(store, str(path), found)
        write(text.encode(errors="replace"))
        return bool(found)

    return each_log(paths, look)


def _check_group(store: FileLog, path: LogAddress, group: str) -> None:
    """Raise SourceError if records cannot be taken apart by a field."""
    possible = grouping_fields(store.fields())
    if group and group not in possible:
        choices = f"Choose one of: {', '.join(possible)}" if possible else "It has none that could be grouped by"
        raise SourceError(f"{path} has no field {group!r} of few values. {choices}.")
