"""MLflow's folder of runs (``mlruns``): one record a metric value, in the order of time, and one a trace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from aidebug_gui.sources.converters.jsontext import dumped
from aidebug_gui.sources.filled_spool import Tally
from aidebug_gui.sources.limits import LIMITS, Limits
from aidebug_gui.sources.spool import SourceError
from aidebug_gui.sources.streams import Chunks, chunks_of, lines_of, opened
from aidebug_gui.translatable import translatable

Json = dict[str, Any]

_META = "meta.yaml"
_METAS_LOOKED_AT = 20
_SETTING = re.compile(r"(\w+):\s*(.*)")
_LONGEST_META = 1 << 16
_WHOLE = re.compile(r"-?\d{1,18}")


def is_mlruns(folder: Path) -> bool:
    """Return whether a folder holds MLflow experiments, or is one of its experiments or runs."""
    try:
        metas = [*folder.glob(_META), *islice(folder.glob(f"*/{_META}"), _METAS_LOOKED_AT)]
        return any("experiment_id" in _settings(meta) for meta in metas)
    except (OSError, SourceError):
        return False


def mlruns_lines(folder: Path, tally: Tally, limits: Limits = LIMITS) -> Chunks:
    """Yield the metrics of every run and the traces below a folder, each run in the order of time."""
    metas = sorted(folder.glob(_META)) + sorted(folder.glob(f"*/{_META}")) + sorted(folder.glob(f"*/*/{_META}"))
    if len(metas) > limits.members:
        tally.note(translatable("There are more than {members} runs; the others are left out.", members=limits.members))
    metas = metas[: limits.members]
    traces = sorted(folder.rglob("traces/*/trace_info.yaml"))[: limits.members]
    tally.total = len(metas) + len(traces)
    tally.converted_from = "MLflow"
    experiments: dict[object, object] = {}
    for meta in metas:
        about = _settings(meta)
        experiments.setdefault(about.get("experiment_id"), about.get("name"))
        if "run_id" in about:
            for record in _run(meta.parent, about, experiments):
                yield (dumped(record, exact=True) + "\n").encode()
        tally.done += 1
    for info in traces:
        record = {"event": "trace", **_settings(info)}
        if "timestamp_ms" in record:
            record = {"timestamp": record.pop("timestamp_ms"), **record}
        yield (dumped(record) + "\n").encode()
        tally.done += 1


def _run(folder: Path, about: Json, experiments: dict[object, object]) -> list[Json]:
    """Return a run's metric values by time. Names with a slash are folders in folders."""
    values: list[tuple[int, int, str, float]] = []
    for file in sorted((folder / "metrics").rglob("*")):
        if file.is_file():
            name = file.relative_to(folder / "metrics").as_posix()
            values += [(time, step, name, value) for time, value, step in _values(file)]
    values.sort(key=itemgetter(0, 1))
    identity = {
        "experiment": experiments.get(about.get("experiment_id")),
        "run": about.get("run_name"),
        "run_id": about["run_id"],
    }
    known = {key: value for key, value in identity.items() if value is not None}
    return [
        {"timestamp": time, "event": "metric", **known, "step": step, name: value} for time, step, name, value in values
    ]


def _values(file: Path) -> Iterator[tuple[int, float, int]]:
    """Yield (time in ms, value, step) of a metric's file; lines that are something else are left out."""
    with opened(file) as raw:
        for line in lines_of(chunks_of(raw)):
            parts = line.split()
            try:
                yield int(parts[0]), float(parts[1]), int(parts[2]) if len(parts) > 2 else 0
            except (ValueError, IndexError):
                continue


def _settings(file: Path) -> Json:
    """Return the simple ``key: value`` lines of a YAML file; nested ones are left out."""
    with opened(file) as raw:
        text = (raw.read(_LONGEST_META) or b"").decode(errors="replace")
    found: Json = {}
    for line in text.splitlines():
        setting = _SETTING.fullmatch(line.rstrip())
        if setting and setting[2] not in ("", "null", "[]", "{}", "''"):
            value = setting[2].strip("'\"")
            found[setting[1]] = int(value) if _WHOLE.fullmatch(setting[2]) else value
    return found
