"""Collects the texts of the window for translators, and makes what the program reads of their work.

    python packaging/translations.py            update resources/translations/*.ts and write the .qm files
    python packaging/translations.py --check    say what is not translated; exit code 1 if there is anything

Texts stand in the source (``self.tr``, ``translate``; below the window ``translatable``) and in data: actions, menus, settings,
columns, themes, symptoms, anomalies, personal data. Qt's lupdate knows only the first two, so that all else is handed to it
as a file of source. Needs PySide6-Essentials, no display.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DIRECTORY = ROOT / "resources" / "translations"
sys.path.insert(0, str(ROOT))

TEXTS = "Texts"  # the context of texts made below the window (aidebug_gui/ui/localized.py)
_TEMPLATE_AT = {"translatable": 0, "Check": 1}  # position of the template among the arguments of what makes a text
Texts = dict[tuple[str, str], str]


def data_texts() -> list[tuple[str, str]]:
    """Return (context, text) of what the window shows of data."""
    from aidebug_gui.formats.columns import CANONICAL
    from aidebug_gui.ui.actions import ACTIONS, MENUS, menu_source
    from aidebug_gui.ui.findings.entries import COUNT_WORDS
    from aidebug_gui.ui.settings.registry import CONTEXT, GROUPS, SETTINGS
    from aidebug_gui.ui.table.columns import OWN_COLUMNS

    found = [("Menus", menu_source(menu)) for menu in MENUS]
    found += [("Actions", spec.text) for spec in ACTIONS]
    found += [(CONTEXT, text) for text in (*GROUPS, "Keyboard")]
    for spec in SETTINGS:
        texts = [spec.title, spec.help, spec.unit.strip() and spec.unit, spec.zero, *(text for _, text in spec.choices)]
        found += [(CONTEXT, text) for text in texts if text]
    found += [("Columns", column.title) for column in CANONICAL.values()]
    found += [("Columns", column.title) for column in OWN_COLUMNS]
    found += [("Findings", word) for words in COUNT_WORDS.values() for word in words]
    found += [(TEXTS, text) for text in (*translatable_texts(), *resource_texts()) if has_words(text)]
    return list(dict.fromkeys(found))


def translatable_texts() -> Iterator[str]:
    """Yield the templates that stand in ``translatable("...")`` and ``Check(weight, "...")``. Raises SystemExit for one that cannot be read."""
    for path in sorted((ROOT / "aidebug_gui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TEMPLATE_AT:
                at = _TEMPLATE_AT[node.func.id]
                template = node.args[at] if len(node.args) > at else None
                if not isinstance(template, ast.Constant) or not isinstance(template.value, str):
                    raise SystemExit(f"{path}:{node.lineno}: {node.func.id}() needs its text written out")
                yield template.value


def resource_texts() -> Iterator[str]:
    """Yield what resources say of findings, symptoms, anomalies and personal data."""
    tables: list[dict[str, Any]] = [*_toml("symptoms.toml")["symptom"]]
    tables += [entry for name in ("anomalies.toml", "findings.toml") for entry in _toml(name).values()]
    for path in sorted((ROOT / "resources" / "pii").glob("*.toml")):
        groups = tomllib.loads(path.read_text(encoding="utf-8")).get("group", {})
        tables += [entity for group in groups.values() for entity in group.values()]
    for table in tables:
        yield from (str(table[part]) for part in ("title", "word", "say", "cause", "fix") if part in table)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / "resources" / name).read_text(encoding="utf-8"))


def has_words(template: str) -> bool:
    """Return whether a template holds anything to translate beside its values; the words of a count are such."""
    return re.search(r"[^\W\d_]", re.sub(r"\{\w+(?::\w+)?\}", "", template)) is not None or "“" in template


def update(target: Path) -> None:
    """Bring a file of texts up to date: new ones are added, old ones go, translations stay."""
    sources = sorted((ROOT / "aidebug_gui" / "ui").rglob("*.py"))
    sources.append(ROOT / "aidebug_gui" / "app.py")
    with tempfile.TemporaryDirectory() as directory:
        data = Path(directory) / "data.py"
        lines = [f"QCoreApplication.translate({context!r}, {text!r})" for context, text in data_texts()]
        data.write_text("\n".join(lines) + "\n", encoding="utf-8")
        names = [str(path) for path in (*sources, data)]
        options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-silent"]
        _run("pyside6-lupdate", *names, *options, "-target-language", target.stem.partition("_")[2], "-ts", str(target))


def release(source: Path) -> None:
    """Write the file that the program reads."""
    _run("pyside6-lrelease", "-silent", str(source), "-qm", str(source.with_suffix(".qm")))


def read(path: Path) -> Texts:
    """Return (context, text) -> translation, empty where there is none."""
    found: Texts = {}
    for context in ET.parse(path).getroot().findall("context"):
        name = context.findtext("name", "")
        for message in context.findall("message"):
            translation = message.find("translation")
            text = "" if translation is None or translation.get("type") == "unfinished" else translation.text or ""
            found[name, message.findtext("source", "")] = text
    return found


def _run(tool: str, *arguments: str) -> None:
    beside = Path(sys.executable).with_name(tool)
    subprocess.run([str(beside) if beside.exists() else tool, *arguments], check=True)


def main() -> int:
    """Run and return the exit code."""
    parser = argparse.ArgumentParser(description="Update the translations of the window.")
    parser.add_argument("--check", action="store_true", help="change nothing, say what is not translated")
    options = parser.parse_args()
    missing = 0
    for path in sorted(DIRECTORY.glob("*.ts")):
        if options.check:
            with tempfile.TemporaryDirectory() as directory:
                fresh = Path(directory) / path.name
                fresh.write_bytes(path.read_bytes())
                update(fresh)
                texts = read(fresh)
        else:
            update(path)
            release(path)
            texts = read(path)
        without = [key for key, translation in texts.items() if not translation]
        missing += len(without)
        print(f"{path.name}: {len(texts)} texts, {len(without)} without translation")
        for context, text in without:
            print(f"  {context}: {text!r}")
    return 1 if options.check and missing else 0


if __name__ == "__main__":
    sys.exit(main())
