"""Scans a whole log, block by block, and sums up what was found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from aidebug_gui.analysis.pii.allow import AllowList
from aidebug_gui.analysis.pii.columns import ColumnEvidence
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.late_names import LateNames
from aidebug_gui.analysis.pii.location import FieldPaths
from aidebug_gui.analysis.pii.model import FLOORS, Span, Tier, tier_of
from aidebug_gui.analysis.pii.names import score_of_doubtful_name
from aidebug_gui.analysis.pii.rules import Rulebook
from aidebug_gui.store.protocol import CancelToken, Rows

_PIECE = 1 << 20  # bytes that are looked at in one go: less costs more for each of 170 rules, more leaves the cache


Block = tuple[Rows, bytes, Rows]
"""Record numbers, text, and where the records begin in it, as ``FileLog.blocks`` yields them."""


class RawLog(Protocol):
    """What a scan needs of a log."""

    def blocks(self, selection: Rows | None = None, cancel: CancelToken | None = None) -> Iterator[Block]: ...


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
    values: set[int] = field(default_factory=set)  # hashes, to count distinct ones without keeping them

    @property
    def tier(self) -> Tier:
        return max(self.tiers, default=Tier.NONE)


class BlockScanner:
    """Finds, names the field, weighs the column and asks the allow-list; the state of one log.

    ``wants_paths``: False for callers that do not look at the path of a finding; it is empty then unless it decides.
    """

    def __init__(self, detector: Detector, allow: AllowList | None = None, *, wants_paths: bool = True) -> None:
        self.detector = detector
        self.allow = allow or AllowList()
        self.columns = ColumnEvidence()
        self.allowed = 0
        self._wants_paths = wants_paths or bool(self.allow.entries)
        self._paths = FieldPaths()
        self._waiting: list[Span] = []
        self.unsettled: list[Finding] = []
        """Words of the last block that are findings as soon as a field says that somebody is called so; without paths."""
        self._by_column = {rule.name for rule in detector.book.rules if rule.by_column}

    def findings(
        self, text: bytes, starts: list[int], least: Tier = Tier.LIKELY, *, learn: bool = True
    ) -> list[Finding]:
        """Return the findings of a block in order. Record i is ``text[starts[i]:starts[i + 1]]``.

        ``learn``: whether the values count as evidence for their columns; not for records that are looked at again.
        """
        found: list[Finding] = []
        last, low = len(starts) - 1, 0
        while low < last:
            high = max(low + 1, bisect_right(starts, starts[low] + _PIECE) - 1)
            self._scan_records(text, starts, low, high, least, found, learn=learn)
            low = high
        return self._with_known_names(text, starts, least, found)

    def _with_known_names(self, text: bytes, starts: list[int], least: Tier, found: list[Finding]) -> list[Finding]:
        """Add the names of which a field said only further down in the block that they are names.

        What stays doubtful is left in ``unsettled``.
        """
        known, waiting = self.detector.known_people, self._waiting
        self._waiting = []
        self.unsettled = []
        added = []
        begins = [one.start for one in found] if waiting else []
        for start, end, entity, rule, score in waiting:
            score = score_of_doubtful_name(score)
            if score < FLOORS[least]:
                continue
            item = bisect_right(starts, start) - 1
            at = bisect_right(begins, start)
            if (at and found[at - 1].end > start) or (at < len(found) and begins[at] < end) or end > starts[item + 1]:
                continue
            if text[start:end].lower() not in known:
                self.unsettled.append(Finding(item, start, end, entity, rule, score, ""))
                continue
            path = self._paths.path(text, starts[item], starts[item + 1], start)
            if not self._is_allowed(text[start:end], path, entity):
                added.append(Finding(item, start, end, entity, rule, score, path))
        return sorted(found + added, key=_start_of) if added else found

    def late(self, text: bytes, starts: list[int], finding: Finding) -> Finding | None:
        """Return a finding of ``unsettled`` with its path, None if the user allows it."""
        path = self.path_of(text, starts, finding)
        value = text[finding.start : finding.end]
        if self.allow.entries and self.allow.reason(value, path, finding.entity):
            return None
        return finding._replace(path=path)

    def path_of(self, text: bytes, starts: list[int], finding: Finding) -> str:
        """Return the path of the field that a finding stands in."""
        return self._paths.path(text, starts[finding.item], starts[finding.item + 1], finding.start)

    def _scan_records(
        self, text: bytes, starts: list[int], low: int, high: int, least: Tier, found: list[Finding], *, learn: bool
    ) -> None:
        """Add the findings of records [low, high)."""
        base = starts[low]
        part = text if base == 0 and starts[high] == len(text) else text[base : starts[high]]
        detector, floor = self.detector, FLOORS[least]
        detector.failed.clear()
        detector.doubtful.clear()
        spans = detector.scan(part)
        self._waiting += [Span(base + one[0], base + one[1], one[2], one[3], one[4]) for one in detector.doubtful]
        if learn:
            self._count_failed(text, starts, base)
        asks, wants_paths, by_column = bool(self.allow.entries), self._wants_paths, self._by_column
        item, stop = low - 1, base
        for start, end, entity, rule, score in spans:
            start, end = base + start, base + end
            if start >= stop:
                item = bisect_right(starts, start) - 1
                begin, stop = starts[item], starts[item + 1]
            weighs = rule in by_column
            if end > stop or (score < floor and not weighs):
                continue  # it runs from one record into the next, or nobody asks for it
            path = self._paths.path(text, begin, stop, start) if weighs or wants_paths else ""
            if weighs and _is_whole_value(text, start, end):
                score = self._weighed(score, rule, path, learn=learn)
            if score >= floor and not (asks and self._is_allowed(text[start:end], path, entity)):
                found.append(Finding(item, start, end, entity, rule, score, path))

    def _weighed(self, score: float, rule: str, path: str, *, learn: bool) -> float:
        if learn:
            self.columns.add(rule, path, passed=True)
        return score + self.columns.weight(rule, path)

    def _is_allowed(self, value: bytes, path: str, entity: str) -> bool:
        if not self.allow.entries or not self.allow.reason(value, path, entity):
            return False
        self.allowed += 1
        return True

    def _count_failed(self, text: bytes, starts: list[int], base: int) -> None:
        for start, end, rule in self.detector.failed:
            if _is_whole_value(text, base + start, base + end):
                self._count(text, starts, base + start, rule, passed=False)

    def _count(self, text: bytes, starts: list[int], position: int, rule: str, *, passed: bool) -> None:
        item = bisect_right(starts, position) - 1
        path = self._paths.path(text, starts[item], starts[min(item + 1, len(starts) - 1)], position)
        self.columns.add(rule, path, passed=passed)


def _start_of(finding: Finding) -> int:
    return finding.start


def _is_whole_value(text: bytes, start: int, end: int) -> bool:
    """Return whether a span is all that stands in a field, in quotation marks or as a number; in prose others have no say."""
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
        _, _, _, entity, _, score, path = finding
        group = self.groups.get((entity, path))
        if group is None:
            group = self.groups[entity, path] = Group(entity, path, number)
            self.records.setdefault(entity, [])
        group.first = min(group.first, number)
        group.count += 1
        tier = tier_of(score)
        group.tiers[tier] = group.tiers.get(tier, 0) + 1
        group.values.add(hash(value))
        numbers = self.records[entity]
        if not numbers or numbers[-1] != number:
            numbers.append(number)

    def put_in_order(self) -> None:
        """Sort the records, after findings of earlier records were added late."""
        for entity, numbers in self.records.items():
            self.records[entity] = sorted(set(numbers))

    def count(self, tier: Tier) -> int:
        """Return the findings of a tier."""
        return sum(group.tiers.get(tier, 0) for group in self.groups.values())


@dataclass(frozen=True, slots=True)
class Scanned:
    """What is in a block. ``doubtful``: findings as soon as a field says that somebody is called so. ``allowed``: how many more."""

    findings: list[Finding]
    doubtful: list[Finding]
    allowed: int


@dataclass(frozen=True, slots=True)
class BlockScan:
    """Scans blocks, here or in a process of its own."""

    scanner: BlockScanner
    least: Tier

    def work(self, text: bytes, edges: list[int]) -> Scanned:
        scanner = self.scanner
        allowed = scanner.allowed
        findings = scanner.findings(text, edges, self.least)
        doubtful = [late for one in scanner.unsettled if (late := scanner.late(text, edges, one)) is not None]
        return Scanned(findings, doubtful, scanner.allowed - allowed)


@dataclass(frozen=True, slots=True)
class ScanRecipe:
    """What a process needs to scan as the others do."""

    book: Rulebook
    allow: AllowList
    least: Tier

    def hands(self) -> BlockScan:
        return BlockScan(BlockScanner(Detector(self.book), self.allow), self.least)


def scan_log(
    log: RawLog,
    scanner: BlockScanner,
    selection: Rows | None = None,
    *,
    least: Tier = Tier.LIKELY,
    cancel: CancelToken | None = None,
    processes: int = 1,
) -> ScanResult:
    """Scan all records, or those of a sorted selection.

    ``processes``: how many may work on it where that pays, 0 for as many as make sense. Raises Cancelled, and SourceError if
    the file fails or a process ends that should not.
    """
    from aidebug_gui.analysis.pii.workers import worked  # loads what starts processes

    result = ScanResult()
    late: LateNames[tuple[int, Finding, bytes]] = LateNames()
    recipe = ScanRecipe(scanner.detector.book, scanner.allow, least)
    blocks = log.blocks(selection, cancel)
    for (numbers, text, _), done in worked(recipe, blocks, scanner, BlockScan(scanner, least).work, processes):
        for finding in done.findings:
            result.add(int(numbers[finding.item]), finding, text[finding.start : finding.end])
        for doubt in done.doubtful:
            value = text[doubt.start : doubt.end]
            late.add(value.lower(), (int(numbers[doubt.item]), doubt, value))
        result.scanned += len(numbers)
        result.size += len(text)
        result.allowed += done.allowed
    for number, finding, value in sorted(late.settled(scanner.detector.known_people)):
        result.add(number, finding, value)
    result.put_in_order()
    return result
