"""Reading by family of formats: 50 MB of each, against the JSON lines of this machine, and lnav where it knows the format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from aidebug_gui.store import open_log
from tests.bench.common import MEGABYTE, Data, Figure, main, peer, run, seconds, warm

SIZE = 50 * MEGABYTE
LEAST_SHARE = 0.5
"""Of the speed of JSON lines, for text headers."""
LEVELS = ("INFO", "INFO", "INFO", "WARNING", "ERROR", "DEBUG")

Line = Callable[[datetime, int], str]

FAMILIES: dict[str, Line] = {
    "JSON lines": lambda at, n: (
        f'{{"timestamp":"{at.isoformat()}Z","level":"{LEVELS[n % 6].lower()}","logger":"app.model","message":"served {n}",'
        f'"model":"fraud-v3","score":0.{n % 97:02},"latency_ms":{n % 300}.5,"request_id":"r-{n:08x}"}}'
    ),
    "Python logging": lambda at, n: (
        f"{at:%Y-%m-%d %H:%M:%S},{n % 1000:03} - app.model - {LEVELS[n % 6]} - served {n} score=0.{n % 97:02} latency={n % 300}ms"
    ),
    "loguru": lambda at, n: (
        f"{at:%Y-%m-%d %H:%M:%S}.{n % 1000:03} | {LEVELS[n % 6]:<8} | app.model:serve:{n % 90} - served {n} score=0.{n % 97:02}"
    ),
    "uvicorn access": lambda at, n: (
        f'INFO:     10.0.{n % 250}.7:{40000 + n % 9000} - "POST /v1/chat/completions HTTP/1.1" {200 if n % 9 else 500} OK'
    ),
    "access log": lambda at, n: (
        f'10.0.{n % 250}.7 - - [{at:%d/%b/%Y:%H:%M:%S} +0000] "POST /v1/chat HTTP/1.1" {200 if n % 9 else 500} {n % 5000} "-" "py"'
    ),
    "vLLM": lambda at, n: (
        f"(APIServer pid=812) INFO {at:%m-%d %H:%M:%S} [loggers.py:120] Engine 000: Avg prompt throughput: {n % 90}.1 tokens/s, "
        f"Running: {n % 20} reqs, GPU KV cache usage: {n % 100}.0%"
    ),
    "logfmt": lambda at, n: (
        f'time={at.isoformat()}Z level={LEVELS[n % 6].lower()} source=routes.go:{n % 900} msg="served {n}" latency={n % 300}ms'
    ),
    "month/day/year": lambda at, n: (
        f"{at:%m/%d/%Y %H:%M:%S} - {LEVELS[n % 6]} - __main__ - step {n} loss=0.{n % 97:02}"
    ),
}
KNOWN_TO_LNAV = frozenset({"Python logging", "access log", "logfmt"})
MIXED = ("JSON lines", "Python logging", "uvicorn access")


def measure(data: Data) -> Iterator[Figure]:
    """Yield MB/s for each family, and for a mixture of three."""
    speeds: dict[str, float] = {}
    for name, line in FAMILIES.items():
        path = _written(data.directory / f"family-{name.replace(' ', '-').replace('/', '-')}.log", line)
        speeds[name] = _speed(path)
        least = LEAST_SHARE * speeds["JSON lines"]
        is_text = name != "JSON lines"
        yield Figure(
            name,
            speeds[name],
            "MB/s",
            f">= {least:.0f} MB/s" if is_text else "",
            speeds[name] >= least if is_text else None,
        )
        if name in KNOWN_TO_LNAV and peer("lnav"):
            counted = ["lnav", "-n", "-N", "-c", ";SELECT count(*) FROM all_logs", str(path)]
            theirs = path.stat().st_size / MEGABYTE / seconds(lambda counted=counted: run(counted), repeat=1)
            yield Figure(f"  lnav, {name}", theirs, "MB/s")
    mixed = _written(data.directory / "family-mixed.log", lambda at, n: FAMILIES[MIXED[n % 3]](at, n))
    least = min(speeds[name] for name in MIXED)
    speed = _speed(mixed)
    yield Figure("mixed: " + ", ".join(MIXED), speed, "MB/s", f">= {least:.0f} MB/s", speed >= least)


def _written(path: Path, line: Line) -> Path:
    if not path.exists() or path.stat().st_size < SIZE:
        begin = datetime(2026, 1, 1)
        with path.open("w", encoding="utf-8") as out:
            numbers = iter(range(SIZE))
            while out.tell() < SIZE:
                out.writelines(f"{line(begin + timedelta(milliseconds=7 * n), n)}\n" for n in islice(numbers, 10_000))
    return path


def _speed(path: Path) -> float:
    warm(path)
    return path.stat().st_size / MEGABYTE / seconds(lambda: _read(path))


def _read(path: Path) -> None:
    store = open_log(path)
    store.wait()
    state = store.state()
    store.close()
    assert not state.not_understood, f"{path}: {state.not_understood} records are not understood"


if __name__ == "__main__":
    main(measure, __doc__)
