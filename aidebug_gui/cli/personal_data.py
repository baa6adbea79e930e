"""``scan``, ``export`` and ``bundle``: personal data and secrets without the window, for scripts and CI. Imports no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from aidebug_gui.analysis.bundle import Bundle, write_bundle
from aidebug_gui.analysis.pii.allow import AllowList
from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.export import MaskedCopy, MaskedExport, MaskedStyle, MaskOptions
from aidebug_gui.analysis.pii.mask import Mask
from aidebug_gui.analysis.pii.model import TIER_NAMES, Tier
from aidebug_gui.analysis.pii.pseudonym_key import pseudonym_key
from aidebug_gui.analysis.pii.report import scan_report, scan_text
from aidebug_gui.analysis.pii.rules import Rulebook, load_rules
from aidebug_gui.analysis.pii.scan import BlockScanner, scan_log
from aidebug_gui.cli.console import FOUND, NOTHING, fail, write
from aidebug_gui.cli.opening import each_log, filter_message, opened
from aidebug_gui.resources import user_directory
from aidebug_gui.sources import SourceError
from aidebug_gui.sources.addresses import LogAddress
from aidebug_gui.sources.bundle import BundleView
from aidebug_gui.store.export import json_line
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import FilterError, Rows

TIERS = {name: tier for tier, name in TIER_NAMES.items() if tier is not Tier.NONE}
MASKS: dict[str, Mask | None] = {str(mask): mask for mask in Mask} | {"none": None}
_STYLES: dict[str, MaskedStyle] = {".csv": "csv", ".parquet": "parquet", ".log": "raw", ".txt": "raw"}


@dataclass(frozen=True, slots=True)
class Scan:
    """What ``aidebug-gui scan`` was asked."""

    paths: tuple[LogAddress, ...]
    as_json: bool = False
    fail_on: Tier | None = None
    least: Tier = Tier.LIKELY
    processes: int = 0  # 0: as many as make sense


@dataclass(frozen=True, slots=True)
class Export:
    """What ``aidebug-gui export`` was asked."""

    path: LogAddress
    out: Path
    text: str = ""
    style: MaskedStyle = "jsonl"
    mask: Mask | None = Mask.PSEUDONYM
    drop_content: bool = False
    columns: tuple[str, ...] = ()
    least: Tier = Tier.LIKELY
    processes: int = 0  # 0: as many as make sense


@dataclass(frozen=True, slots=True)
class BundleRequest:
    """What ``aidebug-gui bundle`` was asked."""

    path: LogAddress
    out: Path
    text: str = ""


def scan(wanted: Scan) -> int:
    """Print what is found; return 1 if something as sure as ``fail_on`` is found, 0 if not, 2 after an error."""
    try:
        rules, allow = _definitions()
    except ValueError as problem:
        return fail(str(problem))
    leaking: list[LogAddress] = []

    def look(store: FileLog, path: LogAddress, is_first: bool) -> bool:
        result = scan_log(store, BlockScanner(Detector(rules), allow), least=wanted.least, processes=wanted.processes)
        if wanted.fail_on is not None and any(result.count(tier) for tier in Tier if tier >= wanted.fail_on):
            leaking.append(path)
        summary = scan_report(result, store, str(path), rules.entities)
        text = json_line(summary) + "\n" if wanted.as_json else ("" if is_first else "\n") + scan_text(summary)
        write(text.encode(errors="replace"))
        return True

    code = each_log(wanted.paths, look)
    return NOTHING if leaking and code == FOUND else code


def export(wanted: Export) -> int:
    """Write a masked copy; return 1 if a scan of the copy still finds something certain, 2 after an error."""
    try:
        rules, allow = _definitions()
    except ValueError as problem:
        return fail(str(problem))
    return _write_copy(wanted, partial(_export, wanted, Detector(rules), allow))


def _export(wanted: Export, detector: Detector, allow: AllowList, store: FileLog, rows: Rows | None) -> MaskedExport:
    options = MaskOptions(
        mask=wanted.mask or Mask.LABEL,
        key=pseudonym_key(user_directory()) if wanted.mask in (Mask.PSEUDONYM, Mask.FORMAT) else b"",
        least=wanted.least if wanted.mask else Tier.NEVER,
        drop_content=wanted.drop_content,
        columns=wanted.columns,
    )
    return MaskedCopy(store, detector, options, allow, wanted.processes).write(wanted.out, wanted.style, rows)


def _write_copy(wanted: Export | BundleRequest, write_rows: Callable[[FileLog, Rows | None], MaskedExport]) -> int:
    """Have the rows that were asked for written, in the log's order, and print the result; return an exit code."""
    try:
        parse(wanted.text)  # before a large log is read
        with opened(wanted.path) as store:
            rows = store.select(wanted.text)
            done = write_rows(store, None if rows is None else np.sort(rows))
    except FilterError as problem:
        return fail(filter_message(wanted.text, problem))
    except (SourceError, ValueError) as problem:
        return fail(str(problem))
    except OSError as problem:
        return fail(f"{wanted.out} cannot be written: {problem.strerror or problem}.")
    return _print_result(done, wanted.out)


def _print_result(done: MaskedExport, out: Path) -> int:
    """Say what was hidden and what is left; return an exit code."""
    hidden = ", ".join(f"{title} ({count:,})" for title, count in done.by_title)
    write(
        f"{done.records:,} {'record' if done.records == 1 else 'records'} written to {out}.\n".encode(errors="replace")
    )
    values = "value" if done.masked == 1 else "values"
    write(f"{done.masked:,} {values} hidden{': ' if hidden else ''}{hidden}.\n".encode())
    write(f"Scanned again: {done.certain_left:,} certain and {done.likely_left:,} likely findings left.\n".encode())
    for place in done.left:
        write(f"  {place}\n".encode(errors="replace"))
    return NOTHING if done.certain_left else FOUND


def bundle(wanted: BundleRequest) -> int:
    """Write a bug bundle; return 1 if a scan of its rows still finds something certain, 2 after an error."""
    return _write_copy(wanted, partial(_bundle, wanted))


def _bundle(wanted: BundleRequest, store: FileLog, rows: Rows | None) -> MaskedExport:
    return write_bundle(store, wanted.out, Bundle(BundleView(query=wanted.text), rows))


def style_of(path: Path) -> MaskedStyle:
    """Return the form that a file's ending asks for."""
    return _STYLES.get(path.suffix.lower(), "jsonl")


def _definitions() -> tuple[Rulebook, AllowList]:
    """Return the rules and the allow-list. Raises ValueError for a bad allow-list."""
    book = load_rules(user_directory())
    for problem in book.problems:
        fail(f"warning: {problem}")
    return book, AllowList.load(user_directory())
