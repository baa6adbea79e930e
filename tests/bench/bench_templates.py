"""How well and how fast messages are grouped by the statements that they come from.

Accuracy needs labels. Point --loghub (or LOGHUB_DATA) at a directory that holds ``*log_structured.csv`` files as those
of logpai/loghub, which are not part of the project; generated messages of known statements are always measured.
Grouping accuracy (GA): share of lines whose group has exactly the lines of their statement. FGA: F1 of such groups.
"""

from __future__ import annotations

import csv
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from aidebug_gui.analysis.patterns.message_patterns import templates_of
from aidebug_gui.analysis.patterns.shapes import ShapeTable
from tests.bench.common import Data, Figure, main
from tests.bench.template_logs import labelled

LABELLED_LINES = 2000
TARGETS = {"GA": 0.85, "FGA": 0.88}
PEERS = {"GA": "Drain3 untuned 0.732", "FGA": "Drain3 untuned 0.734"}
_BLOCK = 100_000


def measure(data: Data) -> Iterator[Figure]:
    yield from loghub_figures()
    yield from generated_figures()
    yield from speed_figures(200_000 if data.quick else 1_000_000)


def loghub_directory() -> Path | None:
    """Return where labelled logs are, and take the option that names it from the command line."""
    if "--loghub" in sys.argv:
        place = sys.argv.index("--loghub")
        os.environ["LOGHUB_DATA"] = sys.argv[place + 1]
        del sys.argv[place : place + 2]
    named = os.environ.get("LOGHUB_DATA")
    return Path(named) if named else None


def loghub_figures() -> Iterator[Figure]:
    directory = loghub_directory()
    files = sorted(directory.rglob("*log_structured*.csv")) if directory else []
    if not files:
        print(
            "No labelled logs: --loghub DIR (or LOGHUB_DATA) names a directory with *log_structured.csv",
            file=sys.stderr,
        )
        return
    yield from _accuracy("loghub", {file.stem.split("_")[0]: _read(file) for file in files}, TARGETS)


def generated_figures() -> Iterator[Figure]:
    systems = {f"{name} {seed}": logs for seed in range(3) for name, logs in labelled(LABELLED_LINES, seed).items()}
    yield from _accuracy("generated", systems, {})


def _accuracy(
    title: str, systems: dict[str, tuple[list[str], Sequence[object]]], targets: dict[str, float]
) -> Iterator[Figure]:
    found = {name: accuracy(group(messages), truth) for name, (messages, truth) in systems.items()}
    note = ", ".join(f"{name} {ga:.2f}/{fga:.2f}" for name, (ga, fga) in found.items())
    for number, measure_name in enumerate(("GA", "FGA")):
        mean = float(np.mean([figures[number] for figures in found.values()]))
        least = targets.get(measure_name)
        told = f"{PEERS[measure_name]}; {note}" if targets else note
        target = f">= {least:g}" if least else ""
        yield Figure(f"Templates, {measure_name}, {title}", mean, "", target, mean >= least if least else None, told)


def _read(file: Path) -> tuple[list[str], list[object]]:
    with file.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return [row["Content"] for row in rows], [row["EventId"] for row in rows]


def group(messages: Sequence[str]) -> NDArray[np.int32]:
    """Return the number of each message's template, found as the program finds it."""
    table = ShapeTable()
    shapes = [
        table.add(pa.array([f"{message}\n" for message in messages[first : first + _BLOCK]]))
        for first in range(0, len(messages), _BLOCK)
    ]
    shape = np.concatenate(shapes)
    return np.asarray(templates_of(table.shapes, np.bincount(shape, minlength=len(table.shapes))).number[shape])


def accuracy(found: NDArray[np.int32], truth: Sequence[object]) -> tuple[float, float]:
    """Return GA and FGA."""
    _, wanted, sizes = np.unique(np.array(truth), return_inverse=True, return_counts=True)
    _, given, given_sizes = np.unique(found, return_inverse=True, return_counts=True)
    pairs, both = np.unique(np.column_stack((wanted.reshape(-1), given.reshape(-1))), axis=0, return_counts=True)
    right = (sizes[pairs[:, 0]] == both) & (given_sizes[pairs[:, 1]] == both)
    return float(both[right].sum() / len(found)), 2 * int(right.sum()) / (len(sizes) + len(given_sizes))


def speed_figures(count: int) -> Iterator[Figure]:
    """Measure in processor time: shapes of all lines, templates of the distinct ones."""
    messages = [message for texts, _ in labelled(10_000).values() for message in texts]
    chance = random.Random(1)
    plain = [messages[chance.randrange(len(messages))] for _ in range(count)]
    digits = str.maketrans("0123456789", "3708194625")
    plain = [message.translate(digits) if number % 2 else message for number, message in enumerate(plain)]
    with_id = [f"{chance.getrandbits(128):032x} {message}" for message in plain]
    for name, lines, least in (("", plain, 1000), (", a random hexadecimal id on each line", with_id, 400)):
        blocks = [
            pa.array([f"{line}\n" for line in lines[first : first + _BLOCK]]) for first in range(0, count, _BLOCK)
        ]
        begin = time.process_time()
        table = ShapeTable()
        shapes = np.concatenate([table.add(block) for block in blocks])
        templates = templates_of(table.shapes, np.bincount(shapes, minlength=len(table.shapes)))
        rate = count / (time.process_time() - begin) / 1000
        note = f"{len(table.shapes):,} shapes, {len(templates.text):,} templates, {np.mean([*map(len, lines)]):.0f} characters"
        yield Figure(f"Templates{name}", rate, "k lines/s", f">= {least} k lines/s", rate >= least, note)


if __name__ == "__main__":
    loghub_directory()
    main(measure, __doc__)
