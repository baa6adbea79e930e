"""Finding: text and regular expressions over the whole log against ripgrep, and filters on typed columns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog
from tests.bench.common import Data, Figure, alternately, main, peer, run, seconds, warm
from tests.bench.generate import NEEDLE

REGEX = r'tokens_in":39\d\d,"tokens_out":1\d\d,'
COLUMN_FILTERS = (
    "level>=error",
    "score<0.3",
    "score>0.8 latency_ms>60",
    "time>=2026-01-01T00:10 time<2026-01-01T00:20",
)


def measure(data: Data) -> Iterator[Figure]:
    """Yield the times from a filter to its record numbers."""
    path = data.jsonl()
    warm(path)
    store = open_log(path)
    store.wait()
    yield from _text(store, path, "literal text", f'"{NEEDLE}"', ["-F", NEEDLE], 1.5)
    yield from _text(store, path, "regular expression", f"/{REGEX}/", [REGEX], 2.5)
    for text in COLUMN_FILTERS:
        taken = 1000 * seconds(lambda text=text: store.select(text), repeat=5)
        found = store.select(text)
        note = "" if found is None else f"{len(found):,} of {store.state().records:,}"
        yield Figure(f"filter {text}", taken, "ms", "<= 100 ms", taken <= 100, note)
    store.close()


def _text(store: FileLog, path: Path, name: str, text: str, pattern: list[str], factor: float) -> Iterator[Figure]:
    found = store.select(text)
    note = f"{0 if found is None else len(found):,} found"
    if not peer("rg"):
        yield Figure(f"{name} -> records", seconds(lambda: store.select(text)), "s", note=note)
        return
    ours, theirs, ratio = alternately(
        lambda: store.select(text), lambda: run(["rg", "-c", *pattern, str(path)]), repeat=9
    )
    yield Figure(f"{name} -> records", ours, "s", note=f"{path.stat().st_size / ours / 1e9:.1f} GB/s, {note}")
    yield Figure(f"  rg -c, {name}", theirs, "s")
    yield Figure(f"  ratio to rg, {name}, median of pairs", ratio, "x", f"<= {factor} x", ratio <= factor)


if __name__ == "__main__":
    main(measure, __doc__)
