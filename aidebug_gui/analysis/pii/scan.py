"""Scans a whole log, block by block, and sums up what was found."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from aidebug_gui.analysis.pii.allow import AllowList
from aidebug_gui.analysis.pii.columns import ColumnEvidence
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.location import FieldPaths
from aidebug_gui.analysis.pii.model import Tier, tier_of
from aidebug_gui.store.protocol import CancelToken, Rows


class RawLog(Protocol):
    """What a scan needs of a log."""

    def blocks(
        self, selection: Rows | None = None, cancel: CancelToken | None = None
    ) -> Iterator[tuple[Rows, bytes, Rows]]: ...


class Finding(NamedTuple):
    """A finding in a block: bytes [start, end) of the block's text. ``item`` counts the block's records."""

    item: int
    start: int
    end: int
    entity: str
    rule: str
    score: float
    path: str

    @property
    def tier(self) -> Tier:
        return tier_of(self.score)


@dataclass(slots=True)
class Group:
    """All findings of one entity in one field. ``tiers``: findings per tier. ``first``: record number of the first."""

    entity: str
    path: str
    first: int
    count: int = 0
    tiers: dict[Tier, int] = field(default_factory=dict)
    values: set[bytes] = field(default_factory=set)  # short hashes, to count distinct ones without keeping them

    @property
    def tier(self) -> Tier:
        return max(self.tiers, default=Tier.NONE)


class BlockScanner:
    """Finds, names the field, weighs the column and asks the allow-list; the state of one log."""

    def __init__(self, detector: Detector, allow: AllowList | None = None) -> None:
        self.detector = detector
        self.allow = allow or AllowList()
        self.columns = ColumnEvidence()
        self.allowed = 0
        self._paths = FieldPaths()
        self._by_column = {rule.name for rule in detector.book.rules if rule.by_column}

    def findings(self, text: bytes, starts: list[int], least: Tier = Tier.LIKELY) -> list[Finding]:
        """Return the findings of a block in order. Record i is ``text[starts[i]:starts[i + 1]]``."""
        self.detector.failed.clear()
        spans = self.detector.scan(text)
        for start, end, rule in self.detector.failed:
            if _is_whole_value(text, start, end):
                self._count(text, starts, start, rule, passed=False)
        found = []
        for span in spans:
            item = bisect_right(starts, span.start) - 1
            if span.end > starts[item + 1]:
                continue  # it runs from one record into the next
            path = self._paths.path(text, starts[item], starts[item + 1], span.start)
            score = span.score
            if span.rule in self._by_column and _is_whole_value(text, span.start, span.end):
                self.columns.add(span.rule, path, passed=True)
                score += self.columns.weight(span.rule, path)
            if tier_of(score) < least:
                continue
            if self.allow.entries and self.allow.reason(text[span.start : span.end], path, span.entity):
                self.allowed += 1
                continue
            found.append(Finding(item, span.start, span.end, span.entity, span.rule, score, path))
        return found

    def _count(self, text: bytes, starts: list[int], position: int, rule: str, *, passed: bool) -> None:
        item = bisect_right(starts, position) - 1
        path = self._paths.path(text, starts[item], starts[min(item + 1, len(starts) - 1)], position)
        self.columns.add(rule, path, passed=passed)


def _is_whole_value(text: bytes, start: int, end: int) -> bool:
    """Tell whether a span is all that stands in a field, in quotation marks or as a number; in prose others have no say."""
    before, after = text[max(0, start - 3) : start], text[end : end + 1]
    return (before.endswith(b'"') and after == b'"') or (before.endswith((b'":', b'": ')) and after in b",}")


@dataclass(slots=True)
class ScanResult:
    """What a scan found. ``records``: numbers of the records with findings, ascending, per entity."""

    groups: dict[tuple[str, str], Group] = field(default_factory=dict)
    records: dict[str, list[int]] = field(default_factory=dict)
    scanned: int = 0
    size: int = 0  # bytes
    allowed: int = 0

    def add(self, number: int, finding: Finding, value: bytes) -> None:
        key = finding.entity, finding.path
        group = self.groups.get(key)
        if group is None:
            group = self.groups[key] = Group(finding.entity, finding.path, number)
        group.count += 1
        tier = finding.tier
        group.tiers[tier] = group.tiers.get(tier, 0) + 1
        group.values.add(hashlib.blake2b(value, digest_size=8).digest())
        numbers = self.records.setdefault(finding.entity, [])
        if not numbers or numbers[-1] != number:
            numbers.append(number)

    def count(self, tier: Tier) -> int:
        """Return the findings of a tier."""
        return sum(group.tiers.get(tier, 0) for group in self.groups.values())


def scan_log(
    log: RawLog,
    scanner: BlockScanner,
    selection: Rows | None = None,
    *,
    least: Tier = Tier.LIKELY,
    cancel: CancelToken | None = None,
) -> ScanResult:
    """Scan all records, or those of a sorted selection. Raises Cancelled, and SourceError if the file fails."""
    result = ScanResult()
    for numbers, text, starts in log.blocks(selection, cancel):
        for finding in scanner.findings(text, starts.tolist(), least):
            result.add(int(numbers[finding.item]), finding, text[finding.start : finding.end])
        result.scanned += len(numbers)
        result.size += len(text)
    result.allowed = scanner.allowed
    return result
