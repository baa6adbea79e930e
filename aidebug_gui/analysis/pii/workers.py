"""Looking through blocks of a log in processes of their own: a detector is Python, and one process uses one processor.

What comes out does not depend on which process is how fast: a block is looked at with the people and the columns that were
known ``_AHEAD`` blocks for each process before it, and what it adds to them is handed on in the order of the log. Names that
are known only later are dealt with at the end, as in one process.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from types import TracebackType
from typing import Any, Generic, Protocol, TypeVar

from aidebug_gui.analysis.pii.columns import ColumnEvidence
from aidebug_gui.analysis.pii.scan import Block, BlockScanner
from aidebug_gui.sources import SourceError
from aidebug_gui.translatable import translatable

MOST_PROCESSES = 8
_AHEAD = 2  # blocks for each process that are read before they are needed
_FEW_BLOCKS = 16  # of 4 MB: a process takes a second of its processor to start, in which it could look through three
Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)


class Hands(Protocol[Made_co]):
    """What works in a process."""

    @property
    def scanner(self) -> BlockScanner: ...

    def work(self, text: bytes, edges: list[int]) -> Made_co:
        """Return what becomes of records ``text[edges[i]:edges[i + 1]]``."""


class Recipe(Protocol[Made_co]):
    """What is sent to a process, so that it works as the others do."""

    def hands(self) -> Hands[Made_co]: ...


@dataclass(frozen=True, slots=True)
class Task:
    """A block, and what was known before it."""

    text: bytes
    edges: list[int]
    people: frozenset[bytes]
    columns: ColumnEvidence


@dataclass(frozen=True, slots=True)
class Done(Generic[Made]):
    """What became of a block, and what was learned in it."""

    made: Made
    people: frozenset[bytes]
    columns: ColumnEvidence


def worked(
    recipe: Recipe[Made],
    blocks: Iterator[Block],
    scanner: BlockScanner,
    here: Callable[[bytes, list[int]], Made],
    processes: int,
) -> Iterator[tuple[Block, Made]]:
    """Yield each block with what becomes of it, in order; ``scanner`` learns what they say.

    ``here`` does the work without processes: all of it, if there is too little for them to pay, else that of the first
    block, so that all processes know what it says. ``processes``: how many, 0 for as many as make sense. Raises SourceError
    if one ends that should not.
    """
    first = deque(islice(blocks, _FEW_BLOCKS if processes != 1 else 0))
    rest = chain(_taken(first), blocks)
    at_once = islice(rest, 1 if len(first) == _FEW_BLOCKS else None)
    for block in at_once:
        _, text, starts = block
        yield block, here(text, starts.tolist())
    if first:
        with Workers(recipe, processes) as workers:
            yield from workers.results(rest, scanner)


def _taken(blocks: deque[Block]) -> Iterator[Block]:
    """Yield blocks that are not kept."""
    while blocks:
        yield blocks.popleft()


def usable_processes() -> int:
    """Return how many processes make sense on this machine."""
    try:
        usable = len(os.sched_getaffinity(0))
    except AttributeError:  # Windows, macOS
        usable = os.cpu_count() or 1
    return min(usable, MOST_PROCESSES)


class Workers(Generic[Made]):
    """Processes that work, started when the first block comes. Ends them when it is left."""

    def __init__(self, recipe: Recipe[Made], processes: int) -> None:
        """``processes``: how many, 0 for as many as make sense."""
        self._processes = processes = processes or usable_processes()
        # Not by fork: the program has threads, and Windows has none. A process that is imported again is the same everywhere.
        self._pool = ProcessPoolExecutor(
            processes, multiprocessing.get_context("spawn"), initializer=_begin, initargs=(recipe,)
        )

    def __enter__(self) -> Workers[Made]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def results(self, blocks: Iterable[Block], scanner: BlockScanner) -> Iterator[tuple[Block, Made]]:
        """Yield each block with what became of it, in order; ``scanner`` learns what they say.

        Raises SourceError if a process ends that should not.
        """
        waiting: deque[tuple[Block, Future[Done[Made]]]] = deque()
        try:
            for block in blocks:
                _, text, starts = block
                task = Task(text, starts.tolist(), frozenset(scanner.detector.known_people), scanner.columns)
                waiting.append((block, self._pool.submit(_work, task)))
                if len(waiting) > _AHEAD * self._processes:
                    yield self._next(waiting, scanner)
            while waiting:
                yield self._next(waiting, scanner)
        except BrokenProcessPool as error:
            raise SourceError(
                translatable("A process that looks for personal data ended unexpectedly, perhaps out of memory.")
            ) from error

    @staticmethod
    def _next(waiting: deque[tuple[Block, Future[Done[Made]]]], scanner: BlockScanner) -> tuple[Block, Made]:
        block, future = waiting.popleft()
        done = future.result()
        scanner.detector.known_people |= done.people
        scanner.columns = scanner.columns.plus(done.columns)
        return block, done.made


_mine: Hands[Any] | None = None  # of this process


def _begin(recipe: Recipe[Any]) -> None:
    global _mine  # a process has no other place that outlives a task
    _mine = recipe.hands()


def _work(task: Task) -> Done[Any]:
    """Do a task (worker process)."""
    assert _mine is not None
    scanner = _mine.scanner
    scanner.detector.known_people = set(task.people)
    scanner.columns = task.columns  # a copy: it was sent
    before = task.columns.plus(ColumnEvidence())
    made = _mine.work(task.text, task.edges)
    return Done(made, frozenset(scanner.detector.known_people - task.people), scanner.columns.minus(before))
