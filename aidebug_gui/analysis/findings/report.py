"""Findings as text for people, and as JSON and CSV for programs."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.store.export import csv_lines, json_line
from aidebug_gui.store.log import FileLog

_CSV_COLUMNS = (
    "file",
    "severity",
    "kind",
    "subject",
    "title",
    "sentence",
    "detail",
    "cause",
    "fix",
    "count",
    "first",
    "last",
    "lines",
    "parameters",
)
_LINES_SHOWN = 5
_LINES_WRITTEN = 100
_WIDTH = 110
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def findings_json(
    log: FileLog, file: str, findings: Sequence[Finding], parameters: Mapping[str, object] | None = None
) -> str:
    """Return one JSON object on a line. ``records`` count from 0; ``lines`` are the file's, of the first 100 records.

    ``parameters``: what they were found with.
    """
    entries = [{**finding.as_mapping(), "lines": _lines(log, finding, _LINES_WRITTEN)} for finding in findings]
    document: dict[str, object] = {"file": file, "records": log.state().records}
    if parameters is not None:
        document["parameters"] = parameters
    return json_line({**document, "findings": entries}) + "\n"


def findings_csv(
    log: FileLog, file: str, findings: Sequence[Finding], parameters: Mapping[str, object]
) -> Iterator[str]:
    """Yield lines of CSV, the head first: one finding a line, with the file's lines of its first records.

    ``parameters``: what they were found with, as JSON in a column of its own.
    """
    same = {"file": file, "parameters": json_line(parameters)}
    rows = (
        {**finding.as_mapping(), **same, "lines": " ".join(map(str, _lines(log, finding, _LINES_WRITTEN)))}
        for finding in findings
    )
    return csv_lines(rows, _CSV_COLUMNS)


def findings_text(log: FileLog, file: str, findings: Sequence[Finding]) -> str:
    """Return findings for a terminal, each with its cause, what helps, and the first lines to look at."""
    if not findings:
        return f"{file}\n  Nothing odd was found in {log.state().records:,} records.\n"
    parts = [file]
    for finding in findings:
        lines = _lines(log, finding, _LINES_SHOWN)
        more = " ..." if finding.count > len(lines) else ""
        parts += ["", f"  {finding.severity.name}  {finding.title}"]
        parts += _wrapped("", finding.sentence)
        parts += _wrapped("", finding.detail)
        parts += _wrapped("Likely cause: ", finding.cause)
        parts += _wrapped("What helps: ", finding.fix)
        parts += _wrapped("Lines: ", ", ".join(f"{line:,}" for line in lines) + more)
    return "\n".join(_UNPRINTABLE.sub("\ufffd", part).rstrip() for part in parts) + "\n"


def _lines(log: FileLog, finding: Finding, most: int) -> list[int]:
    return [row.line for row in log.rows(finding.rows[:most], ())]


def _wrapped(head: str, text: str) -> list[str]:
    return textwrap.wrap(head + text, _WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
