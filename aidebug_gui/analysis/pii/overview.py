"""Personal data and secrets of a log as findings: one for each kind and field, with its records. Never the values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from aidebug_gui.analysis.finding import MOST_ROWS, Finding, Severity
from aidebug_gui.analysis.pii.model import Entity, Tier
from aidebug_gui.analysis.pii.scan import BlockScanner, Group, RawLog, ScanResult
from aidebug_gui.store.protocol import CancelToken

_SECRET_CAUSE = "A key, a token or a password was written to the log, with a request, an error or a setting."
_SECRET_FIX = "Take it as known to others: revoke it and make a new one. Then keep the field out of the log."
_PERSONAL_CAUSE = "The field holds what people typed or who they are, and it is logged as it came in."
_PERSONAL_FIX = (
    "Do not log the field, or mask it. Before you send the log to somebody: aidebug-gui export --mask label."
)


class PersonalFinding(NamedTuple):
    """``values``: how many there are; several may stand in one record."""

    finding: Finding
    values: int
    is_secret: bool


class PersonalData:
    """Scans a log block by block; ``findings`` gives what is known so far."""

    def __init__(self, log: RawLog, scanner: BlockScanner) -> None:
        self._log = log
        self._scanner = scanner
        self._result = ScanResult()
        self._rows: dict[tuple[str, str], list[int]] = {}
        self._records: dict[tuple[str, str], int] = {}
        self._last: dict[tuple[str, str], int] = {}

    def scan(self, cancel: CancelToken | None = None) -> Iterator[int]:
        """Scan, and yield the number of records that are done after each block. Raises Cancelled, SourceError."""
        for numbers, text, starts in self._log.blocks(None, cancel):
            for found in self._scanner.findings(text, starts.tolist(), Tier.LIKELY):
                record = int(numbers[found.item])
                self._result.add(record, found, text[found.start : found.end])
                self._note((found.entity, found.path), record)
            self._result.scanned += len(numbers)
            yield self._result.scanned

    def _note(self, key: tuple[str, str], record: int) -> None:
        if self._last.get(key) == record:
            return
        self._last[key] = record
        self._records[key] = self._records.get(key, 0) + 1
        rows = self._rows.setdefault(key, [])
        if len(rows) < MOST_ROWS:
            rows.append(record)

    def findings(self) -> list[PersonalFinding]:
        """Return what is known so far, a finding for each kind and field."""
        entities = self._scanner.detector.book.entities
        return [
            PersonalFinding(
                _finding(group, entities[group.entity], self._rows[key], self._records[key]),
                group.count,
                entities[group.entity].secret,
            )
            for key, group in self._result.groups.items()
        ]


def _finding(group: Group, entity: Entity, rows: list[int], records: int) -> Finding:
    where = f"the field “{group.path}”" if group.path else "the text"
    sure = group.tiers.get(Tier.CERTAIN, 0)
    if group.count == 1:
        sentence = f"One value, {'certain' if sure else 'likely'}."
    else:
        certainty = "all certain" if sure == group.count else f"{sure:,} certain, {group.count - sure:,} likely"
        sentence = f"{group.count:,} values in {records:,} records, {len(group.values):,} different ones: {certainty}."
    return Finding(
        kind=f"personal_{group.entity}",
        severity=Severity.ERROR if entity.secret else Severity.INFO,
        title=f"{entity.title} in {where}",
        sentence=sentence,
        cause=_SECRET_CAUSE if entity.secret else _PERSONAL_CAUSE,
        fix=_SECRET_FIX if entity.secret else _PERSONAL_FIX,
        rows=np.array(rows, dtype=np.int64),
        count=records,
        subject=group.path,
    )
