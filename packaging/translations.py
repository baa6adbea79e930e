"""Collects the texts of the window for translators, and makes what the program reads of their work.

    python packaging/translations.py            update resources/translations/*.ts and write the .qm files
    python packaging/translations.py --check    say what is not translated; exit code 1 if there is anything

Texts stand in the source (``self.tr``, ``translate``) and in data: actions, menus, settings, columns, themes. Qt's lupdate
reads source only, so that the data is handed to it as a file of source. Needs PySide6-Essentials, no display.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIRECTORY = ROOT / "resources" / "translations"
sys.path.insert(0, str(ROOT))

Texts = dict[tuple[str, str], str]


def data_texts() -> list[tuple[str, str]]:
    """Return (context, text) of what the window shows of data."""
    from aidebug_gui.formats.columns import CANONICAL
    from aidebug_gui.ui.actions import ACTIONS, MENUS, menu_source
    from aidebug_gui.ui.findings.entries import COUNT_WORDS
    from aidebug_gui.ui.settings.registry import CONTEXT, GROUPS, SETTINGS
    from aidebug_gui.ui.table.columns import LINE_COLUMN, PERSONAL_COLUMN

    found = [("Menus", menu_source(menu)) for menu in MENUS]
    found += [("Actions", spec.text) for spec in ACTIONS]
    found += [(CONTEXT, text) for text in (*GROUPS, "Keyboard")]
    for spec in SETTINGS:
        texts = [spec.title, spec.help, spec.unit.strip() and spec.unit, spec.zero, *(text for _, text in spec.choices)]
        found += [(CONTEXT, text) for text in texts if text]
    found += [("Columns", column.title) for column in CANONICAL.values()]
    found += [("Columns", column.title) for column in (LINE_COLUMN, PERSONAL_COLUMN)]
    found += [("Findings", word) for words in COUNT_WORDS.values() for word in words]
    return list(dict.fromkeys(found))


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
