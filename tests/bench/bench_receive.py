"""How much can be received over a socket, without a window: a sender in a process of its own, records counted one by one.

    python -m tests.bench.bench_receive [--seconds 10] [--rate 50000]

Prints a table: lines of JSON at the asked rate and as fast as they come, and Python's pickled records.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import orjson

from aidebug_gui.sources.receivers.address import Address
from aidebug_gui.sources.receivers.lines import LineListener
from aidebug_gui.sources.receivers.received import ReceivedSpool
from aidebug_gui.store import open_received

SENDER = """
import logging, logging.handlers, socket, sys, time
port, rate, seconds, kind = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
handler = logging.handlers.SocketHandler("127.0.0.1", port)
connection = socket.create_connection(("127.0.0.1", port))
line = b'{"timestamp": "%.6f", "level": "INFO", "logger": "app.model", "message": "%d", "score": 0.5, "latency_ms": 12}\\n'

def piece(first, last):
    if kind == "pickle":
        records = (logging.LogRecord("app.model", 20, "/srv/app.py", 12, "%d", (n,), None) for n in range(first, last))
        return b"".join(map(handler.makePickle, records))
    now = time.time()
    return b"".join(line % (now, n) for n in range(first, last))

sent, started = 0, time.monotonic()
while time.monotonic() - started < seconds:
    due = int((time.monotonic() - started) * rate) if rate else sent + 2000
    if due > sent:
        connection.sendall(piece(sent, due))
        sent = due
    else:
        time.sleep(0.001)
connection.close()
print(sent)
"""


def measure(kind: str, rate: int, seconds: float) -> tuple[int, float, float, bool]:
    """Return records sent, records a second until all were in the engine, seconds behind the sender, none lost."""
    with tempfile.TemporaryDirectory() as folder:
        spool = ReceivedSpool("bench", "log.jsonl", Path(folder))
        spool.is_wanted = False
        listener = LineListener(Address("127.0.0.1", 0), spool)
        store = open_received(spool)
        command = [sys.executable, "-c", SENDER, str(listener.address.port), str(rate), str(seconds), kind]
        started = time.monotonic()
        sent = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        ended = time.monotonic()
        while store.state().records < sent and time.monotonic() - ended < 60:
            time.sleep(0.005)
        done = time.monotonic()
        lines = spool.read(0, spool.size()).splitlines()
        is_whole = [int(orjson.loads(line)["message"]) for line in lines] == list(range(sent))
        is_whole = is_whole and store.state().records == sent
        store.close()
    return sent, sent / (done - started), done - ended, is_whole


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--rate", type=int, default=50_000)
    options = parser.parse_args()
    print("| what | records | records/s | behind the sender | none lost, none doubled |")
    print("|---|---|---|---|---|")
    runs = (
        ("JSON lines, asked rate", "lines", options.rate),
        ("JSON lines", "lines", 0),
        ("pickled records", "pickle", 0),
    )
    for title, kind, rate in runs:
        sent, per_second, behind_s, is_whole = measure(kind, rate, options.seconds)
        print(
            f"| {title} | {sent:,} | {per_second:,.0f} | {behind_s:.2f} s | {'yes' if is_whole else 'NO'} |", flush=True
        )


if __name__ == "__main__":
    main()
