"""A look at single records for the screen: what to underline, why, and what to show where values are hidden."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from aidebug_gui.analysis.pii.columns import ColumnEvidence
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.explain import reasons_of, why_not
from aidebug_gui.analysis.pii.marks import PersonalMarks, make_scanner
from aidebug_gui.analysis.pii.mask import Mask, Masker, masked_text
from aidebug_gui.analysis.pii.model import TIER_TEXTS, Span, Tier
from aidebug_gui.analysis.pii.rules import load_rules
from aidebug_gui.analysis.pii.scan import BlockScanner, Finding
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.translatable import joined, translatable

MOST_BYTES = 200_000
"""So much of one record is looked at; the rest is too far away to be on the screen."""
SHORT = 4
"""Values with fewer characters are only found where they stand alone: an age of 42 is not in 2042."""
MOST_PLACES = 20
_MOST_DOUBTFUL = 20_000
_TOGETHER = 50  # records between two looks at the cancel token
_NUMBER = re.compile(r"[+(]?\d(?:[\d ()./-]*\d)?")
_FEWEST_DIGITS = 6
_ROUNDED = re.compile(r" *-?\d+(?:\.\d*)?(?:e[+-]?\d+)? *")


@dataclass(frozen=True, slots=True)
class Found:
    """Something in a record. ``spellings``: how it may be written on the screen. ``path``: with list positions as []."""

    entity: str
    title: str
    secret: bool
    tier: Tier
    spellings: tuple[str, ...]
    path: str
    reasons: tuple[str, ...] = ()

    @property
    def style(self) -> int:
        """0 likely and 1 certain personal data, 2 likely and 3 certain secrets."""
        return 2 * self.secret + (self.tier is Tier.CERTAIN)

    @property
    def sentence(self) -> str:
        """Return what it is and why, for a tooltip."""
        where = translatable(", field {path}", path=self.path) if self.path else ""
        why = translatable(": {why}", why=joined(*self.reasons, separator=", ")) if self.reasons else ""
        tier = TIER_TEXTS[self.tier]
        return translatable("{title} ({tier}){why}{where}", title=self.title, tier=tier, why=why, where=where)


TextSpan = tuple[int, int, int]
"""First and last character of a text, and the style."""


def marks_of(log: FileLog) -> PersonalMarks:
    """Return what is known of a log."""
    marks = log.marks()
    assert isinstance(marks, PersonalMarks)
    return marks


class RecordScanner:
    """Looks at records with what the search through the log has learned so far. Thread-safe."""

    def __init__(self, marks: PersonalMarks) -> None:
        self.marks = marks
        self._lock = threading.Lock()
        self._scanner: BlockScanner | None = None
        self._doubtful: set[bytes] = set()  # words of records that were looked at, names if a field says so; lower case

    def get_ready(self) -> None:
        """Read the rules, which takes a tenth of a second, before somebody waits for them."""
        with self._lock:
            self._ready()

    def start_again(self) -> None:
        """Read the rules and what the user allows once more."""
        with self._lock:
            self._scanner = None

    def has_new_names(self) -> bool:
        """*Instant.* Return whether the log said since the last call that words of a record that was looked at are a name."""
        learned = self.marks.learned()
        recognised = self._doubtful & learned.detector.known_people if learned is not None else None
        if not recognised:
            return False
        self._doubtful -= recognised
        return True

    def _findings(self, text: bytes, starts: list[int]) -> list[Finding]:
        """Return the findings of some records; the lock must be held."""
        scanner = self._ready()
        found = scanner.findings(text, starts, Tier.LIKELY)
        if len(self._doubtful) > _MOST_DOUBTFUL:
            self._doubtful.clear()
        self._doubtful.update(text[one.start : one.end].lower() for one in scanner.unsettled)
        return found

    def _findings_of(self, texts: Sequence[bytes]) -> list[list[Finding]]:
        """Return the findings of each text, with its own positions; the lock must be held.

        Forty rows together take a tenth of the time of each alone.
        """
        starts = [0, *accumulate(len(text) + 1 for text in texts)]
        results: list[list[Finding]] = [[] for _ in texts]
        for finding in self._findings(b"".join(text + b"\n" for text in texts), starts):
            begin = starts[finding.item]
            results[finding.item].append(finding._replace(item=0, start=finding.start - begin, end=finding.end - begin))
        return results

    def _ready(self) -> BlockScanner:
        """Return the scanner; the lock must be held.

        Where the user's own files cannot be read the shipped rules serve, so that a screen can always be hidden; the
        search tells what is wrong with them.
        """
        if self._scanner is None:
            try:
                self._scanner = make_scanner()
            except ValueError:
                self._scanner = BlockScanner(Detector(load_rules()))
        learned = self.marks.learned()
        if learned is not None:
            self._scanner.columns = _Heard(learned.columns)
            self._scanner.detector.known_people = learned.detector.known_people
        return self._scanner

    def found(self, records: Sequence[bytes], cancel: CancelToken | None = None) -> list[list[Found]]:
        """Return what is in each record. Raises Cancelled."""
        texts = [raw[:MOST_BYTES] for raw in records]
        results: list[list[Found]] = []
        for first in range(0, len(texts), _TOGETHER):
            with self._lock:
                scanner = self._ready()
                if cancel is not None:
                    cancel.check()
                part = texts[first : first + _TOGETHER]
                for text, findings in zip(part, self._findings_of(part), strict=True):
                    results.append([_found(scanner, text, finding) for finding in findings])
        return results

    def explained(self, record: bytes) -> list[Found]:
        """Return what is in a record, with the reasons."""
        text = record[:MOST_BYTES]
        with self._lock:
            scanner = self._ready()
            results = []
            for finding in self._findings_of([text])[0]:
                span = Span(finding.start, finding.end, finding.entity, finding.rule, finding.score)
                reasons = reasons_of(scanner.detector, text, span)
                column = scanner.columns.reason(finding.rule, finding.path)
                results.append(_found(scanner, text, finding, tuple([*reasons, column] if column else reasons)))
            return results

    def why_not(self, record: bytes, value: str) -> str:
        """Return why a number of a record is no finding, empty if it is not there."""
        text = record[:MOST_BYTES]
        start = text.find(value.encode())
        if start < 0:
            return ""
        with self._lock:
            reasons = why_not(self._ready().detector, text, start, start + len(value.encode()))
        return translatable("No personal data: {why}", why=joined(*reasons[:3], separator="; "))

    def hidden(self, records: Sequence[bytes], masker: Masker) -> list[bytes]:
        """Return records with what is in them hidden; JSON stays JSON."""
        text = b"".join(raw + b"\n" for raw in records)
        starts = list(accumulate((len(raw) + 1 for raw in records), initial=0))
        with self._lock:
            findings = self._findings(text, starts)
        by_item: dict[int, list[Finding]] = {}
        for finding in findings:
            by_item.setdefault(finding.item, []).append(finding)
        return [
            masked_text(text, starts[item], starts[item + 1] - 1, by_item[item], masker) if item in by_item else raw
            for item, raw in enumerate(records)
        ]

    def masker(self, style: Mask, key: bytes) -> Masker:
        """Return what hides values in one way."""
        with self._lock:
            return Masker(style, key, dict(self._ready().detector.book.entities))


class _Heard(ColumnEvidence):
    """What the search learned of the columns. Records that are looked at again and again must not count again."""

    def __init__(self, learned: ColumnEvidence) -> None:
        super().__init__()
        self._learned = learned

    def add(self, rule: str, path: str, *, passed: bool) -> None:
        """Learn nothing."""

    def weight(self, rule: str, path: str) -> float:
        return self._learned.weight(rule, path)

    def reason(self, rule: str, path: str) -> str:
        return self._learned.reason(rule, path)


def _found(scanner: BlockScanner, text: bytes, finding: Finding, reasons: tuple[str, ...] = ()) -> Found:
    entity = scanner.detector.book.entities[finding.entity]
    spellings = _spellings(text[finding.start : finding.end])
    return Found(entity.name, entity.title, entity.secret, finding.tier, spellings, finding.path, reasons)


def _spellings(value: bytes) -> tuple[str, ...]:
    """Return a value as it stands in the record, and with the escapes of JSON (once, twice) as what they stand for."""
    spellings = [value.decode("utf-8", "replace")]
    while "\\" in spellings[-1] and len(spellings) < 3:
        try:
            spellings.append(str(json.loads(f'"{spellings[-1]}"', strict=False)))
        except ValueError:
            break
    return tuple(dict.fromkeys(spellings))


def spans_in(text: str, found: Iterable[Found], column: str = "") -> tuple[TextSpan, ...]:
    """Return where a text of the screen shows what was found in its record; in order, not overlapping.

    ``column``: the name of the field whose value the text is; a number of that field is marked however it is rounded.
    """
    spans: list[TextSpan] = []
    for one in found:
        places = [place for spelling in one.spellings for place in _places(text, spelling)]
        if not places and column and column == one.path and _ROUNDED.fullmatch(text):
            places = [(0, len(text))]
        spans += [(first, last, one.style) for first, last in places]
    kept: list[TextSpan] = []
    for span in sorted(set(spans), key=lambda span: (span[0], -span[1], -span[2])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def _places(text: str, value: str) -> list[tuple[int, int]]:
    if len(value) < SHORT:
        return [(0, len(text))] if value and text == value else []
    places: list[tuple[int, int]] = []
    start = text.find(value)
    while start >= 0 and len(places) < MOST_PLACES:
        places.append((start, start + len(value)))
        start = text.find(value, start + len(value))
    return places


def number_at(text: str, position: int) -> str:
    """Return the long number that stands at a position of a text, empty if none does."""
    for match in _NUMBER.finditer(text):
        if match.start() <= position < match.end():
            digits = sum(character.isdigit() for character in match[0])
            return match[0] if digits >= _FEWEST_DIGITS else ""
    return ""


class MaskingVeil:
    """Implements :class:`aidebug_gui.store.marks.Veil`: the same value has the same number as long as the veil lives."""

    def __init__(self, look: RecordScanner, key: bytes) -> None:
        self._look = look
        self._masker = look.masker(Mask.NUMBERED, key)
        self._lock = threading.Lock()  # numbers are given once

    def records(self, raws: list[bytes]) -> list[bytes]:
        with self._lock:
            return self._look.hidden(raws, self._masker)

    def text(self, text: str) -> str:
        return self.records([text.encode("utf-8", "replace")])[0].decode("utf-8", "replace") if text else text

    def values(self, field: str, values: list[str]) -> list[str]:
        name = field.rpartition(".")[2] or field
        lines = [json.dumps({name: value}).encode() for value in values]
        shown: list[str] = []
        for value, line in zip(values, self.records(lines), strict=True):
            try:
                shown_value = json.loads(line)[name]
            except (ValueError, KeyError, TypeError):
                shown_value = "•••"
            shown.append(value if shown_value == value else str(shown_value))
        return shown

    def made(self, text: str) -> bool:
        """Return whether a text is what stands for a hidden value."""
        return self._masker.made(text.encode())
