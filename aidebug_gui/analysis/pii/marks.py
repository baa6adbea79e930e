"""Which records of a log hold personal data or secrets: found piece by piece, shared by filter, table, panel and list.

Whoever needs more of the log looks through the next pieces; a piece is looked through once, whoever asks.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.analysis.pii.allow import AllowList
from aidebug_gui.analysis.pii.allow_file import allow_path
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.facts import secret_facts
from aidebug_gui.analysis.pii.late_names import LateNames
from aidebug_gui.analysis.pii.model import Entity, Tier
from aidebug_gui.analysis.pii.names import RULE as NAME_RULE
from aidebug_gui.analysis.pii.rules import Stamp, load_rules, rules_stamp, stamp_of
from aidebug_gui.analysis.pii.scan import BlockScanner, Finding
from aidebug_gui.resources import user_directory
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken, Rows

Bools = NDArray[np.bool_]
PIECE_BYTES = 256 << 10
"""So much is looked through between two looks at the cancel token."""
MOST_SECRETS = 20
"""Different values of one kind and field that are described one by one."""
MOST_VALUES = 200_000
"""Different values of one kind and field that are counted; more are told as "at least"."""


@dataclass(frozen=True, slots=True)
class Secret:
    """What can be known of a secret without the network. ``hint`` shows its ends only."""

    hint: str
    facts: tuple[str, ...]
    first: int  # record
    tier: Tier


@dataclass(slots=True)
class Group:
    """All findings of one entity in one field. ``first``: record number; ``values``: hashes of different ones."""

    entity: Entity
    path: str
    first: int
    count: int = 0
    certain: int = 0
    records: int = 0
    values: set[int] = field(default_factory=set)
    secrets: list[Secret] = field(default_factory=list)


class PersonalMarks:
    """Implements :class:`aidebug_gui.store.marks.Marks` for one log. Thread-safe."""

    def __init__(self, log: FileLog) -> None:
        self._log = log
        self._scanning = threading.Lock()  # one piece at a time: a detector is used by one thread
        self._lock = threading.Lock()  # what is known
        self._scanner: BlockScanner | None = None
        self._generation = 0
        self._forget()

    def _forget(self) -> None:
        self._scanned = 0
        self._bytes = 0
        self._groups: dict[tuple[str, str], int] = {}
        self._list: list[Group] = []
        self._parts: list[tuple[Rows, NDArray[np.uint32], NDArray[np.uint8]]] = []
        self._late: LateNames[tuple[int, str, float, bytes]] = LateNames()

    # what is known

    @property
    def scanned(self) -> int:
        """How many records were looked through, from the first one on."""
        return self._scanned

    @property
    def scanned_bytes(self) -> int:
        """How much text that was."""
        return self._bytes

    @property
    def allowed(self) -> int:
        """How many findings the user's list allows."""
        return self._scanner.allowed if self._scanner is not None else 0

    def learned(self) -> BlockScanner | None:
        """Return the scanner of the search, for what it knows of columns and people; not to be used for scanning."""
        return self._scanner

    def groups(self) -> list[Group]:
        """Return copies of what was found so far, secrets first, then by severity and count."""
        with self._lock:
            groups = [replace(group, secrets=list(group.secrets)) for group in self._list]
        return sorted(groups, key=lambda group: (not group.entity.secret, -group.entity.severity, -group.count))

    def rows(self, entity: str, path: str) -> Rows:
        """Return the records with findings of an entity in a field, ascending."""
        with self._lock:
            number = self._groups.get((entity, path), -1)
            records, groups, _ = self._known()
        return np.unique(records[groups == number])

    def mask(self, name: str, first: int, stop: int, cancel: CancelToken | None = None) -> Bools:
        """Return for records [first, stop) whether they hold this, looking through those not looked at yet.

        ``name``: "pii" (anything), "certain", "likely", a group such as "secret", or an entity. Raises Cancelled,
        SourceError, and ValueError for rules that cannot be read.
        """
        for _ in self.scan(stop, cancel):
            pass
        with self._lock:
            records, groups, tiers = self._known()
            wanted = self._wanted(name, groups, tiers)
        hits = records[wanted & (records >= first) & (records < stop)]
        result = np.zeros(max(0, stop - first), dtype=np.bool_)
        result[hits - first] = True
        return result

    def _wanted(self, name: str, groups: NDArray[np.uint32], tiers: NDArray[np.uint8]) -> Bools:
        if name == "pii":
            return np.ones(len(groups), dtype=np.bool_)
        if name in ("certain", "likely"):
            return np.asarray(tiers == int(Tier.CERTAIN if name == "certain" else Tier.LIKELY), dtype=np.bool_)
        is_entity = any(group.entity.name == name for group in self._list)
        fitting = [(group.entity.name if is_entity else group.entity.group) == name for group in self._list]
        wanted: Bools = np.array([*fitting, False], dtype=np.bool_)[groups]
        return wanted

    def words(self, numbers: Rows) -> list[str | None]:
        """Return the kinds in each record ("email, card"), secrets first; None for what was not looked at yet."""
        with self._lock:
            records, groups, _ = self._known()
            scanned = self._scanned
            entities = [group.entity for group in self._list]
        begins, ends = np.searchsorted(records, numbers), np.searchsorted(records, numbers, side="right")
        told: list[str | None] = []
        for number, begin, end in zip(numbers.tolist(), begins.tolist(), ends.tolist(), strict=True):
            held = {entities[group] for group in groups[begin:end].tolist()}
            names = [entity.name for entity in sorted(held, key=lambda entity: (not entity.secret, entity.name))]
            told.append(None if number >= scanned else ", ".join(names))
        return told

    def order(self, numbers: Rows, *, descending: bool) -> Rows:
        """Return the records by weight (secret before personal data, certain before likely), those with nothing last."""
        with self._lock:
            records, groups, tiers = self._known()
            secret = np.array([*(group.entity.secret for group in self._list), False], dtype=np.bool_)
        weight = np.zeros(max(int(numbers.max(initial=-1)), int(records.max(initial=-1))) + 1, dtype=np.int64)
        np.maximum.at(weight, records, tiers.astype(np.int64) + 10 * secret[groups])
        mine = weight[numbers]
        keys = np.where(mine == 0, np.iinfo(np.int64).max, -mine if descending else mine)
        return numbers[np.argsort(keys, kind="stable")]

    def _known(self) -> tuple[Rows, NDArray[np.uint32], NDArray[np.uint8]]:
        """Return (record, group, tier) of all findings, by record. The lock must be held."""
        if len(self._parts) != 1:
            empty = (np.empty(0, np.int64), np.empty(0, np.uint32), np.empty(0, np.uint8))
            records, groups, tiers = zip(empty, *self._parts, strict=True)
            self._parts = [(np.concatenate(records), np.concatenate(groups), np.concatenate(tiers))]
        return self._parts[0]

    # the search

    def start_again(self) -> None:
        """Forget what is known: the user allows something, or allows it no more."""
        with self._scanning, self._lock:
            self._generation += 1
            self._scanner = None
            self._forget()

    def scan(self, stop: int, cancel: CancelToken | None = None) -> Iterator[int]:
        """Look through the records before ``stop`` that nobody looked at yet; yield how many are done, piece by piece.

        Raises Cancelled, SourceError, and ValueError for rules that cannot be read.
        """
        generation, first = self._generation, self._scanned
        if first >= stop:
            return
        for numbers, text, starts in self._log.blocks(np.arange(first, stop, dtype=np.int64), cancel):
            edges: list[int] = starts.tolist()
            low = 0
            while low < len(numbers):
                high = _piece_end(starts, low)
                if cancel is not None:
                    cancel.check()
                if not self._scan_piece(
                    int(numbers[low]), text[edges[low] : edges[high]], edges[low : high + 1], generation
                ):
                    return
                yield self._scanned
                low = high

    def _scan_piece(self, first: int, text: bytes, edges: list[int], generation: int) -> bool:
        """Look through one piece unless somebody did. Returns False if what is known was forgotten meanwhile."""
        with self._scanning:
            if self._generation != generation:
                return False
            known = self._scanned - first  # others may have looked at all of this piece, or at its beginning
            if known >= len(edges) - 1:
                return True
            if known > 0:
                first, text, edges = first + known, text[edges[known] - edges[0] :], edges[known:]
            scanner = self._scanner = self._scanner or make_scanner()
            starts = [edge - edges[0] for edge in edges]
            found = scanner.findings(text, starts, Tier.LIKELY)
            self._wait_for_names(scanner, first, text, starts)
            described = [(finding, self._describe(scanner, finding, text, starts)) for finding in found]
            with self._lock:
                self._keep(first, described, text)
                self._keep_late(scanner)
                self._scanned = first + len(starts) - 1
                self._bytes += len(text)
        return True

    def _wait_for_names(self, scanner: BlockScanner, first: int, text: bytes, starts: list[int]) -> None:
        for doubtful in scanner.unsettled:
            told = scanner.late(text, starts, doubtful)
            if told is not None:
                value = text[told.start : told.end]
                self._late.add(value.lower(), (first + told.item, told.path, told.score, value))

    def _keep_late(self, scanner: BlockScanner) -> None:
        """Mark earlier records in which a name stands that is known to be one only now. The lock must be held."""
        settled = sorted(self._late.settled(scanner.detector.known_people))
        for record, path, score, value in settled:
            finding = Finding(0, 0, len(value), "person", NAME_RULE, score, path)
            self._keep(record, [(finding, None)], value)
        if settled:
            records, groups, tiers = self._known()
            order = np.argsort(records, kind="stable")
            self._parts = [(records[order], groups[order], tiers[order])]

    def _describe(
        self, scanner: BlockScanner, found: Finding, text: bytes, starts: list[int]
    ) -> tuple[str, ...] | None:
        """Return the facts of a secret that is new, None for what needs none."""
        if not scanner.detector.book.entities[found.entity].secret:
            return None
        number = self._groups.get((found.entity, found.path))
        value = text[found.start : found.end]
        if number is not None:
            group = self._list[number]
            if len(group.secrets) >= MOST_SECRETS or hash(value) in group.values:
                return None
        record = text[starts[found.item] : starts[found.item + 1]]
        return secret_facts(scanner.detector, record, found, starts[found.item])

    def _keep(self, first: int, found: list[tuple[Finding, tuple[str, ...] | None]], text: bytes) -> None:
        entities = self._scanner.detector.book.entities if self._scanner is not None else {}
        records, groups, tiers = [], [], []
        last: dict[int, int] = {}
        for finding, facts in found:
            number, record = self._group(entities[finding.entity], finding, first), first + finding.item
            group, value = self._list[number], text[finding.start : finding.end]
            group.count += 1
            group.certain += finding.tier is Tier.CERTAIN
            group.records += last.get(number) != record
            last[number] = record
            is_new = hash(value) not in group.values
            if len(group.values) < MOST_VALUES:
                group.values.add(hash(value))
            if facts is not None and is_new:
                group.secrets.append(Secret(hint_of(value), facts, record, finding.tier))
            records.append(record)
            groups.append(number)
            tiers.append(int(finding.tier))
        if records:
            self._parts.append((np.array(records), np.array(groups, np.uint32), np.array(tiers, np.uint8)))

    def _group(self, entity: Entity, finding: Finding, first: int) -> int:
        key = finding.entity, finding.path
        number = self._groups.get(key)
        if number is None:
            number = self._groups[key] = len(self._list)
            self._list.append(Group(entity, finding.path, first + finding.item))
        group = self._list[number]
        group.first = min(group.first, first + finding.item)
        return number


def make_scanner() -> BlockScanner:
    """Return a scanner with the shipped rules, the user's own and what the user allows. Raises ValueError for bad ones."""
    directory = user_directory()
    return BlockScanner(Detector(load_rules(directory)), AllowList.load(directory))


def definitions_stamp() -> Stamp:
    """Return what tells whether the user's rules and what is allowed are the same as before."""
    directory = user_directory()
    return rules_stamp(directory) + stamp_of([allow_path(directory)])


def hint_of(value: bytes) -> str:
    """Return so much of a secret that its owner knows which one it is: the ends of a long one, dots of a short one."""
    text = value.decode("utf-8", "replace")
    if len(text) < 20:
        return "•" * min(len(text), 8)
    return f"{text[:7]}…{text[-4:]}"


def _piece_end(starts: Rows, low: int) -> int:
    end = int(np.searchsorted(starts, starts[low] + PIECE_BYTES, side="right")) - 1
    return min(len(starts) - 1, max(low + 1, end))
