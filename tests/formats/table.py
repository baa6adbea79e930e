"""Writes docs/formats.md: every file of the corpus of real logs, how much of it is understood and which columns it fills.

Run as ``python -m tests.formats.table`` (``make formats-table``); needs the corpus beside the project.
"""

from __future__ import annotations

import sys
from pathlib import Path

from aidebug_gui.sources import SourceError
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
TARGET = ROOT / "docs" / "formats.md"
LEFT_OUT = {"INDEX.md", "requirements.txt", "latest-run"}
"""Files of the corpus that are no logs."""

HEAD = """\
# Formats

Written by `make formats-table` from a corpus of real logs and of logs that the real libraries wrote; not by hand.
*Understood*: records that a format claims. *Time*, *level*: records that have one; a level in brackets is derived from
the record's status, error or words for that share of them. *Columns*: what else is filled.

| file | lines | records | understood | formats | time | level | columns |
|---|---:|---:|---:|---|---:|---:|---|
"""


def main() -> int:
    if not CORPUS.is_dir():
        print(f"There is no corpus of logs at {CORPUS}.", file=sys.stderr)
        return 2
    files = (path for path in sorted(CORPUS.rglob("*")) if path.is_file() and path.name not in LEFT_OUT)
    rows = [row for path in files if not {"nab", "mlruns"} & set(path.parts) for row in _rows(path)]
    TARGET.write_text(HEAD + "".join(rows), encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {len(rows)} logs")
    return 0


def _rows(path: Path) -> list[str]:
    try:
        log = open_log(path)
    except SourceError:
        return []  # a container of several logs, said in words
    try:
        log.wait()
        return [_row(log, str(path.relative_to(CORPUS)))] if log.state().records else []
    finally:
        log.close()


def _row(log: FileLog, name: str) -> str:
    state = log.state()
    understood = _percent(state.records - state.not_understood, state.records)
    shares = ", ".join(
        f"{title} {_percent(count, state.records)}".replace("|", r"\|") for title, count in state.formats.items()
    )
    names = [field.name for field in log.fields() if field.canonical and field.name not in ("time", "level")]
    filled = ", ".join(column for column in names if _having(log, f"has:{column}"))
    levels = _percent(state.records - log.level_counts().get(0, 0), state.records)
    derived = _having(log, "is:derived")
    level = levels if not derived else f"{levels} ({_percent(derived, state.records)})"
    time = _percent(_having(log, "has:time"), state.records)
    return f"| {name} | {state.lines:,} | {state.records:,} | {understood} | {shares} | {time} | {level} | {filled} |\n"


def _having(log: FileLog, query: str) -> int:
    found = log.select(query)
    return log.state().records if found is None else len(found)


def _percent(part: int, whole: int) -> str:
    share = 100 * part / whole
    return "> 99 %" if 99 < share < 100 else "< 1 %" if 0 < share < 1 else f"{share:.0f} %"


if __name__ == "__main__":
    sys.exit(main())
