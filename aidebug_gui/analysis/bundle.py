"""Writes a bug bundle: masked rows, the view, the parse report, the environment. Nothing of it names a person or a machine."""

from __future__ import annotations

import json
import os
import platform
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np

from aidebug_gui import __version__
from aidebug_gui.analysis.pii.export import MaskedCopy, MaskedExport, MaskOptions
from aidebug_gui.analysis.pii.marks import make_scanner
from aidebug_gui.analysis.pii.mask import Mask
from aidebug_gui.sources.bundle import FORMAT, MANIFEST, ROWS, VERSION, BundleView
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken, Rows
from aidebug_gui.store.report import report
from aidebug_gui.translatable import translatable

_PACKAGES = ("PySide6-Essentials", "duckdb", "pyarrow", "numpy", "pyqtgraph", "orjson")
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Bundle:
    """What goes into a bundle. ``rows``: sorted record numbers, None for all; ``plots``: a PNG, empty for none."""

    view: BundleView
    rows: Rows | None = None
    plots: bytes = b""


def write_bundle(
    log: FileLog,
    path: Path,
    bundle: Bundle,
    cancel: CancelToken | None = None,
    progress: Callable[[int, bool], None] | None = None,
) -> MaskedExport:
    """Write a bundle and return what was hidden and what a second scan of the rows found.

    Pseudonyms are made with a key that is thrown away; the filter is masked by the same one, so that it still finds its
    rows. The file appears under its name only when it is complete. Raises Cancelled, OSError, SourceError, ValueError.
    """
    if path.exists() and any(own.exists() and path.samefile(own) for own in log.files):
        raise ValueError(
            translatable("{path} is the opened log; it is never written to. Choose another file.", path=str(path))
        )
    scanner = make_scanner()
    options = MaskOptions(mask=Mask.PSEUDONYM, key=os.urandom(_KEY_BYTES))
    copy = MaskedCopy(log, scanner.detector, options, scanner.allow)
    copy.progress = progress
    with tempfile.TemporaryDirectory(prefix=".aidebug-", dir=path.parent) as folder:
        rows = Path(folder) / ROWS
        done = copy.write(rows, "jsonl", bundle.rows, cancel)
        archive_path = Path(folder) / "bundle.zip"
        with zipfile.ZipFile(archive_path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, _json(_manifest(log, bundle, copy, done)))
            archive.write(rows, ROWS)
            summary = report(log, _masked_name(log.name, copy))
            archive.writestr("report.json", copy.text(_json(summary)))
            archive.writestr("environment.json", _json(environment()))
            if bundle.plots:
                archive.writestr("plots.png", bundle.plots)
        archive_path.replace(path)
    return done


def _manifest(log: FileLog, bundle: Bundle, copy: MaskedCopy, done: MaskedExport) -> dict[str, object]:
    view = asdict(bundle.view)
    return {
        "format": FORMAT,
        "version": VERSION,
        "log": _masked_name(log.name, copy),
        "filter": copy.text(bundle.view.query),
        "columns": view["columns"],
        "sort": view["sort"],
        "bookmarks": [[row, copy.text(note)] for row, note in _marks_of_rows(bundle)],
        "records": done.records,
        "of_records": log.state().records,
        "hidden": done.by_entity,
        "left": {"certain": done.certain_left, "likely": done.likely_left},
    }


def _marks_of_rows(bundle: Bundle) -> list[tuple[int, str]]:
    """Return the bookmarks by the row of the bundle that their record became; those of other records stay here."""
    if bundle.rows is None:
        return list(bundle.view.marks)
    places = np.searchsorted(bundle.rows, [record for record, _ in bundle.view.marks]).tolist()
    return [
        (place, note)
        for place, (record, note) in zip(places, bundle.view.marks, strict=True)
        if place < len(bundle.rows) and bundle.rows[place] == record
    ]


def _masked_name(name: str, copy: MaskedCopy) -> str:
    """Return the name of a log without personal data; its ending would make another word of an address."""
    stem, dot, ending = name.rpartition(".")
    return copy.text(stem) + dot + ending if stem else copy.text(name)


def environment() -> dict[str, object]:
    """Return versions and the operating system; no user, no host, no paths."""
    packages = {name: _version(name) for name in _PACKAGES}
    return {
        "aidebug": __version__,
        "python": platform.python_version(),
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "packages": packages,
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _json(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False, default=str) + "\n"
