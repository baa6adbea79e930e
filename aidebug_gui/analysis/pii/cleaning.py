"""Blocks of a log with their findings hidden, each scanned in the form in which it is written; and what that still finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from operator import attrgetter

import numpy as np

from aidebug_gui.analysis.pii.allow import AllowList
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.mask import Mask, Masker, masked_text
from aidebug_gui.analysis.pii.model import Entity, Tier
from aidebug_gui.analysis.pii.rules import Rulebook
from aidebug_gui.analysis.pii.scan import BlockScanner, Finding
from aidebug_gui.store.protocol import Rows
from aidebug_gui.store.writing import Texts, texts_of
from aidebug_gui.translatable import translatable

_ROUNDS = 4
MOST_PLACES = 20
"""Of this many findings that are left the place is reported."""


@dataclass(frozen=True, slots=True)
class Left:
    """A finding that stays in a record of a block."""

    item: int
    entity: str
    path: str
    tier: Tier


@dataclass(slots=True)
class Cleaned:
    """What became of a block.

    ``changed``: new text by record; ``left``: what is not hidden; ``doubtful``: (record, words in lower case that are a name
    as soon as a field says so).
    """

    changed: dict[int, bytes] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    doubtful: list[tuple[int, bytes]] = field(default_factory=list)


class Cleaner:
    """Hides what a scanner finds, looks at the result again, and hides what comes to light until nothing does."""

    def __init__(self, scanner: BlockScanner, masker: Masker, least: Tier) -> None:
        self._scanner = scanner
        self._masker = masker
        self._least = least
        self.by_entity: Counter[str] = Counter()

    def clean(self, text: bytes, edges: list[int], *, learn: bool = True) -> Cleaned:
        """Return what becomes of records ``text[edges[i]:edges[i + 1]]``.

        A record that stays as it is was scanned once, one that changes was scanned in its new form, too: what stood
        beside a value may be a finding once that is hidden.
        """
        done = Cleaned()
        items = list(range(len(edges) - 1))
        for turn in range(_ROUNDS + 1):
            found = self._scanner.findings(text, edges, min(self._least, Tier.LIKELY), learn=learn and not turn)
            if turn:
                found = [one for one in found if not self._masker.made(text[one.start : one.end])]
            hidden = [one for one in found if one.tier >= self._least] if turn < _ROUNDS else []
            new = self._hidden(text, edges, hidden)
            self._keep(done, text, edges, items, [one for one in found if one.item not in new], set(new))
            if not new:
                break
            items = [items[item] for item in new]
            done.changed.update(zip(items, new.values(), strict=True))
            text, edges = b"".join(new.values()), list(accumulate(map(len, new.values()), initial=0))
        return done

    def _hidden(self, text: bytes, edges: list[int], findings: list[Finding]) -> dict[int, bytes]:
        """Return the new text of those records that have findings."""
        self.by_entity.update(finding.entity for finding in findings)
        return {
            item: masked_text(text, edges[item], edges[item + 1], list(part), self._masker)
            for item, part in groupby(findings, key=attrgetter("item"))
        }

    def _keep(
        self, done: Cleaned, text: bytes, edges: list[int], items: list[int], found: list[Finding], again: set[int]
    ) -> None:
        """Remember what stays in records that are looked at no more: all but ``again``."""
        for one in found:
            path = self._scanner.path_of(text, edges, one) if len(done.left) < MOST_PLACES else ""
            done.left.append(Left(items[one.item], one.entity, path, one.tier))
        for one in self._scanner.unsettled:
            if one.item not in again:
                done.doubtful.append((items[one.item], text[one.start : one.end].lower()))


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a process hid in a block. ``by_entity``: how many values; ``new``: what stands for some of them now."""

    cleaned: Cleaned
    by_entity: Counter[str]
    new: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class HidingRecipe:
    """What a process needs to hide as the others do."""

    book: Rulebook
    allow: AllowList
    mask: Mask
    key: bytes
    least: Tier

    def hands(self) -> Hider:
        """Return what hides in a process."""
        scanner = BlockScanner(Detector(self.book), self.allow, wants_paths=False)
        masker = _TellingMasker(self.mask, self.key, dict(self.book.entities))
        return Hider(scanner, masker, Cleaner(scanner, masker, self.least))


class _TellingMasker(Masker):
    """Remembers what it wrote, so that the process that looks at the copy knows it."""

    def __init__(self, style: Mask, key: bytes, entities: dict[str, Entity]) -> None:
        super().__init__(style, key, entities)
        self.new: set[bytes] = set()

    def masked(self, entity: str, value: bytes) -> bytes:
        made = super().masked(entity, value)
        self.new.add(made)
        return made


@dataclass(frozen=True, slots=True)
class Hider:
    """Hides in a process of its own."""

    scanner: BlockScanner
    masker: _TellingMasker
    cleaner: Cleaner

    def work(self, text: bytes, edges: list[int]) -> Hidden:
        self.masker.new.clear()
        self.cleaner.by_entity.clear()
        cleaned = self.cleaner.clean(text, edges)
        return Hidden(cleaned, Counter(self.cleaner.by_entity), frozenset(self.masker.new))


@dataclass(frozen=True, slots=True)
class Masked:
    """A block of records. ``lines``: the first line of each in the log; ``done``: what was hidden."""

    numbers: Rows
    lines: Rows
    text: bytes
    edges: list[int]
    done: Cleaned

    def texts(self, items: Sequence[int] | None = None) -> Texts:
        """Return all records as they are written, or some of them."""
        if items is None:
            return Texts(self.numbers, self.lines, self.text_as_it_is(), self.edges_as_it_is())
        records = list(self.records())
        return texts_of(self.numbers[items], self.lines[items], [records[item] for item in items])

    def records(self) -> Iterator[bytes]:
        """Yield the text of each record."""
        for item in range(len(self.numbers)):
            new = self.done.changed.get(item)
            yield self.text[self.edges[item] : self.edges[item + 1]] if new is None else new

    def text_as_it_is(self) -> bytes:
        """Return all records, those with findings in their new form."""
        pieces = []
        position = 0
        for item, new in sorted(self.done.changed.items()):
            pieces += [self.text[position : self.edges[item]], new]
            position = self.edges[item + 1]
        whole = b"".join([*pieces, self.text[position:]])
        return whole if whole.endswith(b"\n") or not whole else whole + b"\n"

    def edges_as_it_is(self) -> Rows:
        """Return where the records begin in that text, and where the last one ends."""
        lengths = np.diff(np.array(self.edges, dtype=np.int64))
        for item, new in self.done.changed.items():
            lengths[item] = len(new)
        return np.concatenate([[0], np.cumsum(lengths)])

    def is_json_lines(self) -> bool:
        """Return whether each record is one line that begins with a brace, so that the block can be written as it is."""
        text = self.text
        heads = np.frombuffer(text, dtype=np.uint8)[np.array(self.edges[:-1], dtype=np.int64)] if text else np.empty(0)
        return bool(np.all(heads == ord("{"))) and text.rstrip(b"\n").count(b"\n") == len(self.edges) - 2


class Leftovers:
    """What a copy still holds, and on which of its lines."""

    def __init__(self) -> None:
        self.tiers: Counter[Tier] = Counter()
        self.places: list[tuple[str, int]] = []

    @property
    def has_room(self) -> bool:
        """Whether places are still reported."""
        return len(self.places) < MOST_PLACES

    def add(self, title: str, path: str, tier: Tier, line: int) -> None:
        """Count a finding; ``title``: of its entity, ``path``: of its field, empty for a text."""
        self.tiers[tier] += 1
        if self.has_room:
            where = translatable("the field “{field}”", field=path) if path else translatable("the text")
            place = translatable("{entity} in {where}, line {line}", entity=title, where=where, line=line)
            self.places.append((place, line))

    def add_text(
        self, scanner: BlockScanner, masker: Masker, text: bytes, first_line: int, *, rows: bool = False
    ) -> int:
        """Scan lines that were written, from a line on; return how many they are.

        ``rows``: they are rows of CSV with the values of JSON, whose line breaks do not end what stands around a value.
        """
        looked_at = one_line_a_row(text) if rows else text
        ends = np.flatnonzero(np.frombuffer(looked_at, dtype=np.uint8) == ord("\n")) + 1
        starts = [0, *ends.tolist()]
        if starts[-1] != len(text):
            starts.append(len(text))
        for finding in scanner.findings(looked_at, starts):
            if not masker.made(text[finding.start : finding.end]):
                path = scanner.path_of(looked_at, starts, finding) if self.has_room else ""
                line = first_line + text.count(b"\n", 0, finding.start) if self.has_room else 0
                self.add(scanner.detector.book.entities[finding.entity].title, path, finding.tier, line)
        return text.count(b"\n") + (not text.endswith(b"\n"))


def one_line_a_row(rows: bytes) -> bytes:
    """Return rows of CSV with spaces for the line breaks in their cells."""
    text = np.frombuffer(rows, dtype=np.uint8)
    breaks = np.flatnonzero(text == ord("\n"))
    quotes = np.flatnonzero(text == ord('"'))
    within = breaks[np.searchsorted(quotes, breaks) % 2 == 1]
    if not len(within):
        return rows
    joined = text.copy()
    joined[within] = ord(" ")
    return joined.tobytes()
