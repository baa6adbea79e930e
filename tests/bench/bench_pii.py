"""Personal data and secrets: accuracy on labelled logs, speed of the scan and of masked copies.

    python -m tests.bench.bench_pii [--logs A.jsonl --labels A.labels.jsonl]...

Without logs only the hand-written lines of the tests are measured for accuracy, and repeated for speed. A label file has one
JSON object a line with "spans" (label, bs, be: bytes of the line), and "neutral" places that do not count.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.export import MaskedCopy, MaskOptions
from aidebug_gui.analysis.pii.model import Entity, Tier
from aidebug_gui.analysis.pii.scan import BlockScanner, Finding, scan_log
from aidebug_gui.store import open_log
from tests.analysis.pii.templates import NEGATIVE, POSITIVE, labelled
from tests.bench import (
    pii_templates,
    pii_templates_eighth,
    pii_templates_eighth_held_out,
    pii_templates_fifth,
    pii_templates_fourth,
    pii_templates_held_out,
    pii_templates_more,
    pii_templates_ninth,
    pii_templates_sixth,
    pii_templates_third,
    pii_templates_unseen,
)
from tests.bench.generate import jsonl_lines, text_lines
from tests.bench.pii_values import Values
from tests.bench.pii_values_keys import KeyValues
from tests.bench.pii_values_world import WorldValues

_OF_TRUE, _OF_FOUND = 0.5, 0.3  # least overlap of a hit with the true and with the found span
_STRUCTURED = ("email", "phone", "credit_card", "iban", "us_ssn", "ip", "mac", "btc", "dob")
_TEMPLATES = (
    ("templates of other services", pii_templates, Values),
    ("more templates of other services", pii_templates_more, Values),
    ("templates of strangers", pii_templates_third, Values),
    ("templates of services in production", pii_templates_fourth, Values),
    ("templates of text logs, transcripts and clouds", pii_templates_fifth, Values),
    ("templates of a generator of the world", pii_templates_sixth, WorldValues),
    ("templates held out until the rules were mended", pii_templates_held_out, WorldValues),
    ("templates not seen before", pii_templates_unseen, WorldValues),
    ("templates of keys and what looks like them", pii_templates_eighth, KeyValues),
    ("their other half, held out", pii_templates_eighth_held_out, KeyValues),
    ("templates of dumps and credentials", pii_templates_ninth, KeyValues),
)
_SPEED_BYTES = 10_000_000
_CLEAN_LINES = 40_000
_ONE_IN = 20  # lines of a service that hold personal data
_ROWS = 44

Label = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """A line, what is to be found in it, and places that do not count."""

    line: bytes
    spans: tuple[Label, ...]
    neutral: tuple[tuple[int, int], ...] = ()


def own_cases() -> list[Case]:
    return [Case(case.line, case.spans) for case in labelled(POSITIVE + NEGATIVE)]


def template_cases(text: str, values_type: type[Values] = Values) -> list[Case]:
    return [Case(line.line, line.spans) for line in pii_templates.lines(1, text, values_type=values_type)]


def read_cases(logs: Path, labels: Path) -> Iterator[Case]:
    with logs.open("rb") as lines, labels.open(encoding="utf-8") as entries:
        for line, entry in zip(lines, entries, strict=True):
            told = json.loads(entry)
            spans = tuple((span["label"].lower(), span["bs"], span["be"]) for span in told["spans"])
            yield Case(line.rstrip(b"\n"), spans, tuple((span["bs"], span["be"]) for span in told["neutral"]))


class Accuracy:
    """Counts hits, misses and false alarms per class, for one lowest tier."""

    def __init__(self, entities: dict[str, Entity], least: Tier) -> None:
        self._entities = entities
        self._least = least
        self.hits: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.false: Counter[str] = Counter()
        self.clean = self.clean_flagged = 0

    def add(self, case: Case, found: Sequence[Finding], begin: int) -> None:
        found = [item for item in found if item.tier >= self._least]
        found = [
            item
            for item in found
            if not any(item.start - begin < end and item.end - begin > start for start, end in case.neutral)
        ]
        if not case.spans:
            self.clean += 1
            self.clean_flagged += bool(found)
        used = set()
        for kind, start, end in case.spans:
            hit = next((item for item in found if self._is_hit(item, begin, kind, start, end)), None)
            (self.missed if hit is None else self.hits)[self._class(kind)] += 1
            if hit is not None:
                used.add(hit)
        self.false.update(self._class(item.entity) for item in found if item not in used)

    def _is_hit(self, item: Finding, begin: int, kind: str, start: int, end: int) -> bool:
        overlap = min(item.end - begin, end) - max(item.start - begin, start)
        enough = overlap >= _OF_TRUE * (end - start) and overlap >= _OF_FOUND * (item.end - item.start)
        return enough and self._class(item.entity) == self._class(kind)

    def _class(self, name: str) -> str:
        entity = self._entities.get(name)
        if entity is None:
            return name
        if entity.secret:
            return "(secrets)"
        return "(national ids)" if entity.group == "government" and name not in ("us_ssn", "passport", "mrn") else name

    def lines(self) -> Iterator[str]:
        flagged = 100 * self.clean_flagged / max(1, self.clean)
        yield f"  lines without personal data that are flagged: {flagged:.2f} % of {self.clean:,}"
        classes = sorted(set(self.hits) | set(self.missed) | set(self.false))
        yield self._line("(structured)", _STRUCTURED)
        yield from (self._line(name, (name,)) for name in classes)

    def _line(self, title: str, names: Sequence[str]) -> str:
        hits, missed, false = (sum(counts[name] for name in names) for counts in (self.hits, self.missed, self.false))
        precision, recall = 100 * hits / max(1, hits + false), 100 * hits / max(1, hits + missed)
        return f"  {title:<16} precision {precision:6.2f}  recall {recall:6.2f}   {hits:>6,} of {hits + missed:,}, {false:,} false"


def measure_accuracy(title: str, cases: Sequence[Case]) -> None:
    text = b"".join(case.line + b"\n" for case in cases)
    starts = [0]
    for case in cases:
        starts.append(starts[-1] + len(case.line) + 1)
    detector = Detector()
    scanner = BlockScanner(detector)
    by_item: dict[int, list[Finding]] = {}
    for finding in scanner.findings(text, starts, Tier.HINT):
        by_item.setdefault(finding.item, []).append(finding)
    for least in (Tier.CERTAIN, Tier.LIKELY):
        accuracy = Accuracy(dict(detector.book.entities), least)
        for item, case in enumerate(cases):
            accuracy.add(case, by_item.get(item, ()), starts[item])
        print(f"\n{title}, {'certain' if least is Tier.CERTAIN else 'certain or likely'}")
        print("\n".join(accuracy.lines()))


def logs_for_speed(cases: Sequence[Case]) -> Iterator[tuple[str, bytes]]:
    """Yield logs by what they hold: most real ones are like the first three, the labelled ones are full of personal data."""
    clean = b"".join(line.encode() + b"\n" for line in jsonl_lines(7, 0, _CLEAN_LINES))
    lines = [case.line + b"\n" for case in cases]
    dirty = [case.line + b"\n" for case in cases if case.spans]
    mixed = clean.splitlines(keepends=True)
    mixed[::_ONE_IN] = (dirty * len(mixed))[: len(mixed[::_ONE_IN])]
    yield "JSON without any", clean
    yield "text without any", b"".join(line.encode() + b"\n" for line in text_lines(7, 0, _CLEAN_LINES))
    yield f"JSON, one line in {_ONE_IN}", b"".join(mixed)
    yield "labelled log as it comes", b"".join(lines)
    yield "labelled, every line", b"".join(dirty)


def measure_speed(cases: Sequence[Case]) -> None:
    """Print MB of processor seconds: of a scan, and of a masked copy, which is scanned, too."""
    print("\nspeed, one core (targets: scan 60 MB/s, masked copy 40 MB/s, 0 certain findings left)")
    with tempfile.TemporaryDirectory() as directory:
        for title, text in logs_for_speed(cases):
            path = Path(directory) / "speed.log"
            path.write_bytes(text * max(1, _SPEED_BYTES // len(text)))
            print(f"  {title:<26} {_speed_of(path)}")


def _speed_of(path: Path) -> str:
    log = open_log(path)
    log.wait()
    megabytes = path.stat().st_size / 1e6
    begin = time.process_time()
    result = scan_log(log, BlockScanner(Detector()))
    scanned = time.process_time()
    options = MaskOptions(key=b"k" * 32)
    done = MaskedCopy(log, Detector(), options).write(path.with_suffix(".masked"), "raw")
    copied = time.process_time()
    log.close()
    findings = sum(group.count for group in result.groups.values()) / megabytes
    scan, copy = megabytes / (scanned - begin), megabytes / (copied - scanned)
    left = done.certain_left
    return f"scan {scan:5.1f} MB/s   masked copy {copy:5.1f} MB/s, {left} certain left   {findings:5.0f} findings a MB"


def measure_view(lines: Sequence[bytes]) -> None:
    """Print how long the rows of one screen take."""
    scanner = BlockScanner(Detector())
    views = [lines[first : first + _ROWS] for first in range(0, 20 * _ROWS, _ROWS)]
    views = [view for view in views if len(view) == _ROWS] or [(list(lines) * _ROWS)[:_ROWS]]
    begin = time.perf_counter()
    for view in views:
        starts = [0, *accumulate(len(line) + 1 for line in view)]
        scanner.findings(b"".join(line + b"\n" for line in view), starts)
    print(f"  {_ROWS} rows in view: {(time.perf_counter() - begin) * 1000 / len(views):.2f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--logs", type=Path, action="append", default=[])
    parser.add_argument("--labels", type=Path, action="append", default=[])
    options = parser.parse_args()
    measure_accuracy("hand-written lines", own_cases())
    for title, module, values in _TEMPLATES:
        measure_accuracy(title, template_cases(module.POSITIVE + module.NEGATIVE, values))
    cases = own_cases()
    for logs, labels in zip(options.logs, options.labels, strict=True):
        cases = list(read_cases(logs, labels))
        measure_accuracy(logs.name, cases)
    measure_speed(cases)
    measure_view([case.line for case in cases])


if __name__ == "__main__":
    main()
