"""Write large, seeded logs for the benchmarks: the same records as JSONL or as Python logging text.

``python -m tests.bench.generate OUT --format jsonl --bytes 1e9`` writes about 250 bytes a line (12 keys). The same
seed and size always give the same bytes. One record in 10,000 carries the literal ``NEEDLE-7f3a`` for the search
benchmarks; scores drift and latencies spike in known places so that plots have something to show.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

START = datetime(2026, 1, 1, tzinfo=UTC)
LEVELS = np.array(["DEBUG", "INFO", "INFO", "INFO", "INFO", "INFO", "INFO", "WARNING", "WARNING", "ERROR"])
LOGGERS = np.array(["app.api", "app.model", "app.retriever", "uvicorn.access", "app.guard"])
MODELS = np.array(["gpt-4o", "gpt-4o-mini", "fraud-v3", "claude-sonnet"])
ENDPOINTS = np.array(["/predict", "/chat", "/embed", "/health"])
MESSAGES = np.array(
    [
        "prediction served",
        "retrieved 8 chunks",
        "cache miss for template v12",
        "response streamed to client",
        "model call finished",
        "Timeout contacting model server",
    ]
)
NEEDLE = "NEEDLE-7f3a"
CHUNK_RECORDS = 100_000


def jsonl_lines(seed: int, first: int, count: int) -> Iterator[str]:
    """Yield ``count`` JSONL lines, record numbers from ``first``."""
    for row in _records(seed, first, count):
        yield (
            '{"timestamp":"%s","level":"%s","logger":"%s","message":"%s","model":"%s","score":%.4f,"latency_ms":%.1f,'
            '"tokens_in":%d,"tokens_out":%d,"endpoint":"%s","status":%d,"request_id":"%s"}\n' % row
        )


def text_lines(seed: int, first: int, count: int) -> Iterator[str]:
    """Yield the same records as ``asctime - name - LEVEL - message key=value`` lines."""
    for row in _records(seed, first, count):
        stamp = row[0].replace("T", " ").replace(".", ",")[:23]
        yield (
            "%s - %s - %s - %s model=%s score=%.4f latency_ms=%.1f tokens_in=%d tokens_out=%d "
            "endpoint=%s status=%d request_id=%s\n" % (stamp, row[2], row[1], *row[3:])
        )


def _records(seed: int, first: int, count: int) -> Iterator[tuple[object, ...]]:
    random = np.random.default_rng([seed, first])
    levels = LEVELS[random.integers(0, len(LEVELS), count)].tolist()
    loggers = LOGGERS[random.integers(0, len(LOGGERS), count)].tolist()
    messages = MESSAGES[np.minimum(random.geometric(0.35, count) - 1, len(MESSAGES) - 1)].tolist()
    models = MODELS[random.integers(0, len(MODELS), count)].tolist()
    endpoints = ENDPOINTS[random.integers(0, len(ENDPOINTS), count)].tolist()
    scores = random.beta(5, 2, count).tolist()
    latencies = np.exp(random.normal(3.5, 0.6, count)).tolist()
    prompt_tokens = random.integers(20, 4000, count).tolist()
    completion_tokens = random.integers(1, 900, count).tolist()
    statuses = np.where(random.random(count) < 0.01, 502, 200).tolist()
    ids = random.integers(0, 1 << 32, count).tolist()
    for index in range(count):
        number = first + index
        moment = START + timedelta(microseconds=number * 7_300)
        message = messages[index]
        if number % 10_000 == 4_321:
            message = f"{message} {NEEDLE}"
        yield (
            moment.isoformat(timespec="milliseconds")[:23],
            levels[index],
            loggers[index],
            message,
            models[index],
            scores[index],
            latencies[index],
            prompt_tokens[index],
            completion_tokens[index],
            endpoints[index],
            statuses[index],
            f"r-{ids[index]:08x}",
        )


def generate(path: Path, size_bytes: int, *, text: bool = False, seed: int = 7) -> int:
    """Write about ``size_bytes`` to ``path`` and return the number of records."""
    make = text_lines if text else jsonl_lines
    written = records = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        while written < size_bytes:
            for line in make(seed, records, CHUNK_RECORDS):
                written += out.write(line)
                records += 1
                if written >= size_bytes:
                    break
    return records


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--format", choices=("jsonl", "text"), default="jsonl")
    parser.add_argument("--bytes", type=float, default=1e9)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    records = generate(options.out, int(options.bytes), text=options.format == "text", seed=options.seed)
    print(f"{records:,} records, {options.out.stat().st_size:,} bytes in {options.out}")


if __name__ == "__main__":
    main()
