"""What a scan found, as a mapping for JSON and as text for people. It never repeats the values themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from aidebug_gui.analysis.pii.model import TIER_NAMES, Entity, Tier
from aidebug_gui.analysis.pii.scan import Group, ScanResult
from aidebug_gui.store.log import FileLog

_ORDER = (Tier.CERTAIN, Tier.LIKELY, Tier.HINT)


def scan_report(result: ScanResult, log: FileLog, name: str, entities: Mapping[str, Entity]) -> dict[str, Any]:
    """Return the findings of a log: secrets first, then by severity and count."""
    groups = sorted(result.groups.values(), key=lambda group: _rank(group, entities))
    lines = log.lines(np.array([group.first for group in groups], dtype=np.int64)).tolist()
    with_findings = set().union(*result.records.values()) if result.records else set()
    return {
        "file": name,
        "records": result.scanned,
        "records_with_findings": len(with_findings),
        "bytes": result.size,
        "allowed": result.allowed,
        "tiers": {TIER_NAMES[tier]: result.count(tier) for tier in _ORDER},
        "findings": [
            {
                "entity": group.entity,
                "title": entities[group.entity].title,
                "secret": entities[group.entity].secret,
                "severity": entities[group.entity].severity,
                "field": group.path,
                "tier": TIER_NAMES[group.tier],
                "count": group.count,
                "distinct": len(group.values),
                "first_line": line,
            }
            for group, line in zip(groups, lines, strict=True)
        ],
    }


def _rank(group: Group, entities: Mapping[str, Entity]) -> tuple[object, ...]:
    entity = entities[group.entity]
    return not entity.secret, -group.tier, -entity.severity, -group.count, group.entity, group.path


def scan_text(summary: Mapping[str, Any]) -> str:
    """Return the report as a table."""
    tiers = ", ".join(f"{count:,} {tier}" for tier, count in summary["tiers"].items() if count)
    lines = [
        summary["file"],
        f"  {summary['records']:,} records, {summary['records_with_findings']:,} with findings: {tiers or 'none'}",
    ]
    if summary["allowed"]:
        lines.append(f"  {summary['allowed']:,} findings are on your allow-list and not shown")
    rows = [
        (
            found["title"],
            found["field"] or "(text)",
            found["tier"],
            f"{found['count']:,}",
            f"{found['distinct']:,}",
            f"{found['first_line']:,}",
        )
        for found in summary["findings"]
    ]
    if rows:
        lines.append("")
        lines += _table([("", "field", "tier", "count", "distinct", "first line"), *rows])
    return "\n".join(lines) + "\n"


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    texts = []
    for row in rows:
        cells = [
            cell.ljust(width) if column < 3 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        texts.append("  " + "  ".join(cells).rstrip())
    return texts
