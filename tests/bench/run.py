"""``make bench``: run all benchmarks, print a table, write ``bench/results.md`` with the machine and the versions."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.bench.common import Figure, parse_data

ROOT = Path(__file__).resolve().parent.parent.parent
RESULTS = ROOT / "bench" / "results.md"
BENCHMARKS = {
    "bench_start": "Start",
    "bench_engine": "Reading",
    "bench_families": "Reading by family of formats",
    "bench_search": "Finding",
    "bench_table": "Table",
    "bench_plots": "Plots",
    "bench_findings": "Findings",
    "bench_memory": "Memory",
}
PACKAGES = ("PySide6-Essentials", "duckdb", "pyarrow", "numpy", "pandas", "pyqtgraph", "orjson")


def main() -> int:
    data = parse_data(__doc__)
    sections = []
    missed = failed = 0
    for module, title in BENCHMARKS.items():
        print(f"\n{title}", flush=True)
        figures = run_module(module, quick=data.quick, directory=data.directory)
        failed += figures is None
        for figure in figures or []:
            print(f"  {as_text(figure)}", flush=True)
            missed += figure.met is False
        sections.append((title, figures))
    RESULTS.parent.mkdir(exist_ok=True)
    kept = _sections_of_others()
    RESULTS.write_text(document(sections, quick=data.quick) + kept, encoding="utf-8")
    print(f"\n{missed} targets missed, {failed} benchmarks failed. Written to {RESULTS.relative_to(ROOT)}")
    return 1 if failed else 0


def run_module(module: str, *, quick: bool, directory: Path) -> list[Figure] | None:
    """Run one benchmark in a process of its own; None if it failed, with the reason on the standard error."""
    command = [sys.executable, "-m", f"tests.bench.{module}", "--data", str(directory), *(["--quick"] if quick else [])]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return None
    return [Figure(**json.loads(line)) for line in done.stdout.splitlines() if line.startswith("{")]


def as_text(figure: Figure) -> str:
    return f"{figure.name:<58} {number(figure):>12}  {figure.target:<22} {mark(figure):<7} {figure.note}".rstrip()


def number(figure: Figure) -> str:
    digits = 0 if figure.value >= 1000 else 1 if figure.value >= 100 else 2
    return f"{figure.value:,.{digits}f} {figure.unit}"


def mark(figure: Figure) -> str:
    return {True: "met", False: "missed", None: ""}[figure.met]


def document(sections: list[tuple[str, list[Figure] | None]], *, quick: bool) -> str:
    """Return the results as Markdown."""
    size = "100 MB (quick)" if quick else "1 GB"
    how = (
        f"Written by `make bench` on {datetime.now(UTC):%Y-%m-%d}. Generated logs of {size}, about 250 bytes a line, "
        "12 keys, in the page cache. Times are the best of some runs."
    )
    lines = ["# Measured", "", how, "", f"Machine: {machine()}.", "", f"Versions: {versions()}."]
    for title, figures in sections:
        lines += ["", f"## {title}", ""]
        lines += ["This benchmark failed."] if figures is None else table(figures)
    return "\n".join(lines) + "\n"


def table(figures: list[Figure]) -> list[str]:
    """Return the lines of a Markdown table."""
    lines = ["| figure | measured | target | | |", "|---|---:|---|---|---|"]
    for figure in figures:
        name = "&nbsp;&nbsp;" + figure.name.strip() if figure.name.startswith(" ") else figure.name
        cells = (name, number(figure), figure.target, mark(figure), figure.note)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return lines


def record_section(title: str, figures: list[Figure]) -> None:
    """Write the figures of a benchmark that ``make bench`` does not run into the results, as a section of its own."""
    before, _, behind = RESULTS.read_text(encoding="utf-8").partition(f"\n## {title}\n")
    _, heading, others = behind.partition("\n## ")
    when = f"Measured on {datetime.now(UTC):%Y-%m-%d}."
    section = "\n".join(["", f"## {title}", "", when, "", *table(figures), ""])
    RESULTS.write_text(before + section + heading + others, encoding="utf-8")


def _sections_of_others() -> str:
    """Return the sections of the results that other benchmarks wrote."""
    if not RESULTS.exists():
        return ""
    _, *sections = RESULTS.read_text(encoding="utf-8").split("\n## ")
    return "".join(f"\n## {section}" for section in sections if section.partition("\n")[0] not in BENCHMARKS.values())


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9 if hasattr(os, "sysconf") else 0
    return f"{processor()}, {os.cpu_count()} cores, {memory:.0f} GB memory, {platform.system()} {platform.machine()}"


def processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown processor"


def versions() -> str:
    found = [f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in PACKAGES)]
    for name, option in (("rg", "--version"), ("lnav", "-V")):
        if shutil.which(name):
            output = subprocess.run([name, option], check=False, capture_output=True, text=True).stdout
            found.append(output.splitlines()[0].strip())
    return ", ".join(found)


if __name__ == "__main__":
    sys.exit(main())
