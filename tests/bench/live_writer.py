"""A process that writes a log as services do, and has its file rotated, emptied and made again meanwhile.

``python -m tests.bench.live_writer app.log --lines 5000 --rate 1000 --faults 25 --seed 1 --journal journal.json``

Each line is JSON: ``ts``, ``level``, ``seq`` (1, 2, 3 ...), ``sent_ns`` (when it was written), ``message``. The journal
tells when each line was written, which faults there were, and when lines were destroyed on the disk.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import shutil
import socket
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

FAULTS = ("rename", "rename_create", "rename_twice", "rename_gzip", "copytruncate", "truncate", "recreate", "half_line")
_KEPT_FILES = 5
_BATCH_S = 0.002
_MOST_AT_ONCE = 2000  # lines


@dataclass(slots=True)
class Journal:
    """What was written and done. Line ``n`` was written at ``written[n - 1]`` (epoch seconds)."""

    written: list[float] = field(default_factory=list)
    faults: list[tuple[str, float]] = field(default_factory=list)  # kind, when
    destroyed: list[tuple[int, int, float]] = field(default_factory=list)  # first line, last line, when

    def required(self, seconds: float) -> set[int]:
        """Return the lines that were on the disk for so long."""
        lines = set(range(1, len(self.written) + 1))
        for first, last, when in self.destroyed:
            lines -= {line for line in range(first, last + 1) if when - self.written[line - 1] < seconds}
        return lines

    def expected_events(self) -> dict[str, int]:
        """Return how often each kind of event is to be told."""
        done = Counter(kind for kind, _ in self.faults)
        return {
            "renamed": done["rename"] + done["rename_create"] + 2 * done["rename_twice"] + done["rename_gzip"],
            "truncated": done["copytruncate"] + done["truncate"],
            "recreated": done["recreate"],
        }

    def save(self, path: Path) -> None:
        path.write_text(json.dumps({"written": self.written, "faults": self.faults, "destroyed": self.destroyed}))

    @classmethod
    def load(cls, path: Path) -> Journal:
        known = json.loads(path.read_text())
        faults = [(str(kind), float(when)) for kind, when in known["faults"]]
        return cls(known["written"], faults, [(int(a), int(b), float(t)) for a, b, t in known["destroyed"]])


class Writer:
    """Writes numbered lines to a file, as a logger with a handler does: appending, line by line or in small batches."""

    def __init__(self, path: Path, seed: int = 0, extra: int = 80, port: int = 0, *, is_service: bool = False) -> None:
        """``port``: send the lines there instead of writing them to the file. ``is_service``: further fields."""
        self.path = path
        self._connection = socket.create_connection(("127.0.0.1", port)) if port else None
        self.journal = Journal()
        self._random = random.Random(seed)
        self._filler = "x" * extra
        self._is_service = is_service
        self._first = 1  # line in the current file
        self._reopen_at: float | None = None
        self._file = self._open()

    def _open(self) -> int:
        if self._connection is not None:
            return self._connection.fileno()
        return os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)

    def line(self) -> bytes:
        self.journal.written.append(now := time.time())
        seq = len(self.journal.written)
        stamp = datetime.fromtimestamp(now, UTC).isoformat()
        level = "ERROR" if seq % 50 == 0 else "INFO"
        message = f"step {seq} loss {1 / seq:.6f} {self._filler}"
        return b'{"ts":"%s","level":"%s","seq":%d,"sent_ns":%d,%s"message":"%s"}\n' % (
            stamp.encode(),
            level.encode(),
            seq,
            int(now * 1e9),
            self._service_fields(seq) if self._is_service else b"",
            message.encode(),
        )

    def _service_fields(self, seq: int) -> bytes:
        """Return what a service tells of a request: numbers to plot, and the address of a person now and then."""
        user = f"lena.maier{seq % 977}@posteo.de" if seq % 20 == 0 else f"u-{seq % 977}"
        latency_ms, score = self._random.gammavariate(4.0, 10.0), self._random.betavariate(2.0, 5.0)
        return f'"latency_ms":{latency_ms:.1f},"score":{score:.4f},"user":"{user}",'.encode()

    def write(self, count: int) -> None:
        if self._reopen_at is not None and time.monotonic() >= self._reopen_at:
            self._reopen()
        data = b"".join(self.line() for _ in range(count))
        while data:
            data = data[os.write(self._file, data) :]

    def run(self, lines: int, rate: float, faults: int, kinds: tuple[str, ...], pause: tuple[float, float]) -> None:
        """Write ``lines`` at ``rate`` a second, and go on until all faults are done; ``pause`` is between them."""
        begun = time.monotonic()
        written = 0
        next_fault = begun + self._random.uniform(*pause)
        was_late = False
        while written < lines or faults > 0:
            due = min(int((time.monotonic() - begun) * rate) - written, _MOST_AT_ONCE)
            if not faults:
                due = min(due, lines - written)
            if due > 0:
                self.write(due)
                written += due
            if was_late and self._reopen_at is None:  # what happens to a file before it holds a line is no event
                next_fault = time.monotonic() + self._random.uniform(*pause)
            was_late = self._reopen_at is not None
            if faults > 0 and time.monotonic() >= next_fault and not was_late:
                self.fault(self._random.choice(kinds))
                faults -= 1
                next_fault = time.monotonic() + self._random.uniform(*pause)
            if due < _MOST_AT_ONCE:
                time.sleep(_BATCH_S)
        if self._reopen_at is not None:
            self._reopen()
            self.write(1)
        if self._connection is None:
            os.close(self._file)
        else:
            self._connection.close()

    # --- faults

    def fault(self, kind: str) -> None:
        self.journal.faults.append((kind, time.time()))
        action: Callable[[], None] = getattr(self, f"_{kind}")
        action()

    def _reopen(self) -> None:
        os.close(self._file)
        self._file = self._open()
        self._reopen_at = None
        self._first = len(self.journal.written) + 1

    def _shift(self) -> None:
        """Make room for ``app.log.1``; what the oldest file holds is gone from the disk, but only by its name."""
        for number in range(_KEPT_FILES, 0, -1):
            old = self.path.with_name(f"{self.path.name}.{number}")
            if old.exists():
                old.replace(old.with_name(f"{self.path.name}.{number + 1}"))

    def _rename(self) -> None:
        self._shift()
        self.path.rename(self.path.with_name(f"{self.path.name}.1"))
        self._reopen()
        self.write(1)

    def _rename_gzip(self) -> None:
        """As logrotate with ``compress``: the old file is packed at once, and so gone for who has not opened it by then."""
        first, last = self._first, len(self.journal.written)
        self._rename()
        old = self.path.with_name(f"{self.path.name}.1")
        with old.open("rb") as source, gzip.open(old.with_name(f"{old.name}.gz"), "wb") as packed:
            shutil.copyfileobj(source, packed)
        old.unlink()
        self.journal.destroyed.append((first, last, time.time()))

    def _rename_twice(self) -> None:
        self._rename()
        self.write(self._random.randint(1, 20))
        self._rename()

    def _rename_create(self) -> None:
        """The writer goes on in the old file for a while, as after logrotate until it gets its signal."""
        self._shift()
        self.path.rename(self.path.with_name(f"{self.path.name}.1"))
        self.path.touch()
        self._reopen_at = time.monotonic() + self._random.uniform(0.05, 0.6)

    def _copytruncate(self) -> None:
        self._shift()
        shutil.copyfile(self.path, self.path.with_name(f"{self.path.name}.1"))
        os.truncate(self.path, 0)
        self._first = len(self.journal.written) + 1

    def _truncate(self) -> None:
        os.truncate(self.path, 0)
        self._destroy()

    def _recreate(self) -> None:
        self.path.unlink()
        self._destroy()
        self._reopen()
        self.write(1)

    def _destroy(self) -> None:
        self.journal.destroyed.append((self._first, len(self.journal.written), time.time()))
        self._first = len(self.journal.written) + 1

    def _half_line(self) -> None:
        line = self.line()
        half = self._random.randint(1, len(line) - 1)
        os.write(self._file, line[:half])
        time.sleep(self._random.uniform(0.05, 0.9))
        os.write(self._file, line[half:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--lines", type=int, default=10_000)
    parser.add_argument("--rate", type=float, default=1000.0, help="lines a second")
    parser.add_argument("--faults", type=int, default=0)
    parser.add_argument("--kinds", nargs="+", choices=FAULTS, default=FAULTS)
    parser.add_argument("--pause", nargs=2, type=float, default=(0.6, 1.6), help="seconds between faults")
    parser.add_argument("--extra", type=int, default=80, help="further bytes a line")
    parser.add_argument("--port", type=int, default=0, help="send the lines there, over TCP")
    parser.add_argument("--service", action="store_true", help="further fields: latency, score, user")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--journal", type=Path)
    options = parser.parse_args()
    writer = Writer(options.path, options.seed, options.extra, options.port, is_service=options.service)
    writer.run(options.lines, options.rate, options.faults, tuple(options.kinds), tuple(options.pause))
    if options.journal:
        writer.journal.save(options.journal)


if __name__ == "__main__":
    main()
