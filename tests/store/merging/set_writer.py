"""A process that writes several logs of one directory and rotates them: ``python set_writer.py FOLDER SECONDS SEED``.

Each line says its log, a number that counts up in that log, and its time. At the end it prints how many each log got.
"""

from __future__ import annotations

import gzip
import json
import random
import shutil
import sys
import time
from pathlib import Path

KEPT = 3
MOST = 200  # parts
PAUSE_S = 0.003
RESTS_S = 0.35  # after a line before the file is emptied: what was on the disk only for an instant may be lost


class Log:
    """One log of the directory."""

    def __init__(self, path: Path, *, packs: bool) -> None:
        """``packs``: its older parts are packed; one that is overwritten before it rested for 2 s is gone."""
        self.path = path
        self.packs = packs
        self.count = 0
        self._file = path.open("ab", buffering=0)

    def write(self) -> None:
        line = {"time": time.time_ns() / 1e9, "level": "INFO", "log": self.path.stem, "seq": self.count}
        self._file.write(json.dumps(line).encode() + b"\n")
        self.count += 1

    def _shift(self) -> None:
        """Make room for ``.1``, as logrotate and RotatingFileHandler do; the oldest part may be packed."""
        numbers = [number for number in range(1, MOST) if self._part(number).exists()]
        for number in reversed(numbers):
            if self.packs and number == KEPT - 1:
                with gzip.open(f"{self.path}.{KEPT}.gz", "wb") as packed:
                    packed.write(self._part(number).read_bytes())
                self._part(number).unlink()
            else:
                self._part(number).rename(self._part(number + 1))

    def _part(self, number: int) -> Path:
        return self.path.with_name(f"{self.path.name}.{number}")

    def rename(self) -> None:
        self._file.close()
        self._shift()
        self.path.rename(self._part(1))
        self._file = self.path.open("ab", buffering=0)

    def copy_and_empty(self) -> None:
        """Rotate with ``copytruncate``."""
        time.sleep(RESTS_S)
        self._shift()
        shutil.copy(self.path, self._part(1))
        self.path.write_bytes(b"")
        self._file.close()
        self._file = self.path.open("ab", buffering=0)


def main() -> None:
    folder, seconds, seed = Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
    dice = random.Random(seed)
    logs = [Log(folder / "api.log", packs=True), Log(folder / "worker.log", packs=True)]
    for log in logs:
        log.write()
    print("ready", flush=True)
    sys.stdin.readline()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        dice.choice(logs).write()
        time.sleep(PAUSE_S * dice.random())
        if dice.random() < 0.02:
            log = dice.choice(logs)
            (log.rename if dice.random() < 0.8 else log.copy_and_empty)()
            log.write()
        if len(logs) < 5 and dice.random() < 0.01:
            logs.append(Log(folder / f"late-{'abcde'[len(logs)]}.log", packs=False))
    print(json.dumps({log.path.stem: log.count for log in logs}), flush=True)


if __name__ == "__main__":
    main()
