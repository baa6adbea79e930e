"""What all benchmarks share: the logs that they read, the figures that they give, and how they are called.

Each benchmark is a module with ``measure(data) -> Iterator[Figure]`` that runs in a process of its own
(``python -m tests.bench.bench_search --quick``) and prints one JSON object a figure.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.generate import generate

MEGABYTE = 1_000_000
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. ``met`` is None where there is no target or nothing to compare with."""

    name: str
    value: float
    unit: str
    target: str = ""
    met: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Data:
    """The generated logs, made when they are first asked for and kept in ``directory`` for the next time."""

    directory: Path
    quick: bool = False

    @property
    def size_bytes(self) -> int:
        return 100 * MEGABYTE if self.quick else 1000 * MEGABYTE

    @property
    def table_records(self) -> int:
        """Number of records for the benchmarks of the table and the plots."""
        return 1_000_000 if self.quick else 10_000_000

    def jsonl(self) -> Path:
        return self._log("quick.jsonl" if self.quick else "big.jsonl", self.size_bytes, text=False)

    def text(self) -> Path:
        return self._log("quick.log" if self.quick else "big.log", self.size_bytes, text=True)

    def small(self) -> Path:
        """Return a log of 10 MB."""
        return self._log("small.jsonl", 10 * MEGABYTE, text=False)

    def huge(self) -> Path:
        """Return a log of 10 GB."""
        return self._log("huge.jsonl", 10_000 * MEGABYTE, text=False)

    def records(self, count: int) -> Path:
        """Return a log of exactly ``count`` short records (about 100 bytes each)."""
        path = self.directory / f"records-{count}.jsonl"
        if not path.exists():
            self.directory.mkdir(parents=True, exist_ok=True)
            _write_short_records(path, count)
        return path

    def _log(self, name: str, size_bytes: int, *, text: bool) -> Path:
        path = self.directory / name
        if not path.exists() or abs(path.stat().st_size / size_bytes - 1) > _TOLERANCE:
            self.directory.mkdir(parents=True, exist_ok=True)
            generate(path, size_bytes, text=text)
        return path


def _write_short_records(path: Path, count: int) -> None:
    """Write records with times that go on, in pieces of 100,000."""
    step = 100_000
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for first in range(0, count, step):
            numbers = range(first, min(count, first + step))
            out.write(
                "".join(
                    f'{{"ts":{1_767_225_600_000 + number * 7},"level":"{("info", "warning", "error")[number % 11 // 9]}",'
                    f'"logger":"app.{number % 7}","message":"request {number} served","score":0.{number * 7919 % 10_000:04d},'
                    f'"latency_ms":{number * 104_729 % 997 / 10},"status":200}}\n'
                    for number in numbers
                )
            )


def seconds(function: Callable[[], object], repeat: int = 3) -> float:
    """Return the shortest of some runs: what the work takes when nothing else disturbs it."""
    times = []
    for _ in range(repeat):
        begin = time.perf_counter()
        function()
        times.append(time.perf_counter() - begin)
    return min(times)


def alternately(
    ours: Callable[[], object], theirs: Callable[[], object], repeat: int = 5
) -> tuple[float, float, float]:
    """Run two things in turn; return the shortest time of each, and the median of the ratios of neighbours.

    The speed of a shared machine moves within seconds: only what ran side by side can be compared.
    """
    pairs = [(seconds(ours, 1), seconds(theirs, 1)) for _ in range(repeat)]
    ratio = statistics.median(mine / other for mine, other in pairs)
    return min(mine for mine, _ in pairs), min(other for _, other in pairs), ratio


def percentile(values: Iterable[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def frame_figures(name: str, times_ms: list[float], median_ms: float, p99_ms: float) -> list[Figure]:
    """Return median and 99th percentile of frame times against their targets."""
    middle, worst = statistics.median(times_ms), percentile(times_ms, 0.99)
    return [
        Figure(f"{name}, median", middle, "ms", f"<= {median_ms:g} ms", middle <= median_ms),
        Figure(f"{name}, p99", worst, "ms", f"<= {p99_ms:g} ms", worst <= p99_ms),
    ]


def peer(name: str) -> str | None:
    """Return the path of another program to compare with, None where it is not installed."""
    return shutil.which(name)


def warm(path: Path) -> None:
    """Read a file once, so that all that are compared find it in the page cache."""
    with path.open("rb", buffering=0) as file:
        buffer = bytearray(1 << 20)
        while file.readinto(buffer):
            pass


def run(command: list[str], **environment: str) -> None:
    subprocess.run(command, check=False, capture_output=True, env={**os.environ, **environment})


class HostTime:
    """How much of the processors' busy time the host of a virtual machine gave to others, from now on. Linux only."""

    def __init__(self) -> None:
        self._before = self._ticks()

    def figures(self) -> list[Figure]:
        """Return the share, an empty list where it is not known: other figures mean little where it is large."""
        busy, stolen = (after - before for before, after in zip(self._before, self._ticks(), strict=True))
        return [Figure("processor time taken by the host meanwhile", 100 * stolen / busy, "%")] if busy else []

    @staticmethod
    def _ticks() -> tuple[int, int]:
        """Return (busy and stolen, stolen) of all processors since the start of the machine (``man 5 proc``)."""
        try:
            user, nice, system, _, _, interrupt, soft, stolen, *_ = map(
                int, Path("/proc/stat").read_text().split()[1:11]
            )
        except (OSError, ValueError):
            return 0, 0
        return user + nice + system + interrupt + soft + stolen, stolen


def default_directory() -> Path:
    return Path(os.environ.get("BENCH_DATA") or Path(tempfile.gettempdir()) / "aidebug-bench")


def parse_data(description: str | None) -> Data:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--quick", action="store_true", help="100 MB instead of 1 GB")
    parser.add_argument("--data", type=Path, default=default_directory(), help="where the generated logs are kept")
    options = parser.parse_args()
    return Data(options.data, options.quick)


def main(measure: Callable[[Data], Iterable[Figure]], description: str | None) -> None:
    """Run one benchmark and print its figures, one JSON object a line."""
    host = HostTime()
    for figure in measure(parse_data(description)):
        print(json.dumps(asdict(figure)), flush=True)
    for figure in host.figures():
        print(json.dumps(asdict(figure)), flush=True)
