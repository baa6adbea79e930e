"""``aidebug-gui findings FILE...``: what is odd in each log, what usually causes it and what helps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from aidebug_gui.analysis.findings.everything import find_all
from aidebug_gui.analysis.findings.finding import Severity
from aidebug_gui.analysis.findings.report import findings_csv, findings_json, findings_text
from aidebug_gui.analysis.series.sensitivity import NORMAL_RATE
from aidebug_gui.cli.console import ERROR, FOUND, NOTHING, fail, write
from aidebug_gui.cli.opening import opened, warn_of_definitions
from aidebug_gui.sources import SourceError
from aidebug_gui.sources.addresses import LogAddress

FindingStyle = Literal["text", "json", "csv"]


def findings(
    paths: Sequence[LogAddress], *, style: FindingStyle = "text", least: str = "info", rate: float = NORMAL_RATE
) -> int:
    """Print what is odd in each log, and why: findings from a severity on. Return an exit code.

    ``rate``: false alarms per 10,000 points of a number that the user can live with.
    """
    warn_of_definitions()
    found_any = failed = False
    for number, path in enumerate(paths):
        try:
            with opened(path) as store:
                every = find_all(store, rate=rate)
                found = [finding for finding in every if finding.severity >= Severity[least.upper()]]
                parameters = {"least_severity": least, "false_alarms_per_10000": rate}
                if style == "json":
                    text = findings_json(store, str(path), found, parameters)
                elif style == "csv":
                    text = "".join(list(findings_csv(store, str(path), found, parameters))[1 if number else 0 :])
                else:
                    text = ("\n" if number else "") + findings_text(store, str(path), found)
        except SourceError as problem:
            fail(str(problem))
            failed = True
            continue
        found_any = found_any or bool(found)
        write(text.encode(errors="replace"))
    if failed:
        return ERROR
    return FOUND if found_any else NOTHING
