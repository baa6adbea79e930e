"""Memory: the peak of the whole program with a log, over the empty window. BENCH_HUGE=1 adds a log of 10 GB."""

from __future__ import annotations

import os
from collections.abc import Iterator

from tests.bench.bench_start import probe
from tests.bench.common import Data, Figure, main


def measure(data: Data) -> Iterator[Figure]:
    """Yield peaks of resident memory in MB."""
    empty = float(probe(None)["peak_mb"])
    yield Figure("peak memory, empty window", empty, "MB")
    path = data.jsonl()
    over = float(probe(path)["peak_mb"]) - empty
    name = f"peak memory over the empty window, {path.stat().st_size / 1e9:.1f} GB log"
    yield Figure(name, over, "MB", "<= 700 MB", over <= 700)
    if os.environ.get("BENCH_HUGE"):
        peak = float(probe(data.huge())["peak_mb"])
        yield Figure("peak memory in all, 10 GB log", peak, "MB", "<= 2500 MB", peak <= 2500)


if __name__ == "__main__":
    main(measure, __doc__)
