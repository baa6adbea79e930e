"""Hiding what is in blocks of a log in processes of their own: a detector is Python, and one process uses one processor.

What comes out does not depend on which process is how fast: a block is looked at with the people and the columns that were
known ``ahead`` blocks before it, and what it adds to them is handed on in the order of the log. Names that are known only
later are hidden at the end, as in one process. Only numbered labels need one numbering, so that one process makes them.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from types import TracebackType

from aidebug_gui.analysis.pii.allow import AllowList
from aidebug_gui.analysis.pii.cleaning import Block, Cleaned, Cleaner
from aidebug_gui.analysis.pii.columns import ColumnEvidence
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.mask import Mask, Masker
from aidebug_gui.analysis.pii.model import Entity, Tier
from aidebug_gui.analysis.pii.rules import Rulebook
from aidebug_gui.analysis.pii.scan import BlockScanner
from aidebug_gui.translatable import translatable

MOST_PROCESSES = 8
_AHEAD = 2  # blocks for each process that are read before they are needed


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a process needs to hide as the others do."""

    book: Rulebook
    allow: AllowList
    mask: Mask
    key: bytes
    least: Tier

    def hands(self) -> _Hands:
        """Return what hides in a process."""
        scanner = BlockScanner(Detector(self.book), self.allow, wants_paths=False)
        masker = _TellingMasker(self.mask, self.key, dict(self.book.entities))
        return _Hands(scanner, masker, Cleaner(scanner, masker, self.least))


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
class _Hands:
    scanner: BlockScanner
    masker: _TellingMasker
    cleaner: Cleaner


@dataclass(frozen=True, slots=True)
class Task:
    """A block, and what was known before it."""

    text: bytes
    edges: list[int]
    people: frozenset[bytes]
    columns: ColumnEvidence


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a block, and what was learned in it. ``made``: what stands for hidden values now."""

    cleaned: Cleaned
    by_entity: Counter[str]
    people: frozenset[bytes]
    columns: ColumnEvidence
    made: frozenset[bytes]


def usable_processes() -> int:
    """Return how many processes make sense on this machine."""
    try:
        usable = len(os.sched_getaffinity(0))
    except AttributeError:  # Windows, macOS
        usable = os.cpu_count() or 1
    return min(usable, MOST_PROCESSES)


class Workers:
    """Processes that hide, started when the first block comes. Ends them when it is left."""

    def __init__(self, recipe: Recipe, processes: int) -> None:
        """``processes``: how many, 0 for as many as make sense."""
        self._processes = processes = processes or usable_processes()
        # Not by fork: the program has threads, and Windows has none. A process that is imported again is the same everywhere.
        self._pool = ProcessPoolExecutor(
            processes, multiprocessing.get_context("spawn"), initializer=_begin, initargs=(recipe,)
        )

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def cleaned(self, blocks: Iterable[Block], scanner: BlockScanner) -> Iterator[tuple[Block, Done]]:
        """Yield each block with what became of it, in order; ``scanner`` learns what they say.

        Raises ValueError if a process ends that should not.
        """
        waiting: deque[tuple[Block, Future[Done]]] = deque()
        try:
            for block in blocks:
                _, text, starts = block
                task = Task(text, starts.tolist(), frozenset(scanner.detector.known_people), scanner.columns)
                waiting.append((block, self._pool.submit(_clean, task)))
                if len(waiting) > _AHEAD * self._processes:
                    yield self._next(waiting, scanner)
            while waiting:
                yield self._next(waiting, scanner)
        except BrokenProcessPool as error:
            raise ValueError(
                translatable("A process that looks for personal data ended unexpectedly, perhaps out of memory.")
            ) from error

    @staticmethod
    def _next(waiting: deque[tuple[Block, Future[Done]]], scanner: BlockScanner) -> tuple[Block, Done]:
        block, future = waiting.popleft()
        done = future.result()
        scanner.detector.known_people |= done.people
        scanner.columns = scanner.columns.plus(done.columns)
        return block, done


_mine: _Hands | None = None  # of this process


def _begin(recipe: Recipe) -> None:
    global _mine  # a process has no other place that outlives a task
    _mine = recipe.hands()


def _clean(task: Task) -> Done:
    """Hide what is in a block (worker process)."""
    assert _mine is not None
    scanner, cleaner = _mine.scanner, _mine.cleaner
    _mine.masker.new.clear()
    scanner.detector.known_people = set(task.people)
    scanner.columns = task.columns  # a copy: it was sent
    before = task.columns.plus(ColumnEvidence())
    cleaner.by_entity.clear()
    cleaned = cleaner.clean(task.text, task.edges)
    return Done(
        cleaned,
        Counter(cleaner.by_entity),
        frozenset(scanner.detector.known_people - task.people),
        scanner.columns.minus(before),
        frozenset(_mine.masker.new),
    )
