"""Writes the parts of the user guide and the README that are made from the program: formats, filter language, keys, settings.

    python packaging/guide.py            write them into docs/guide/*.md and README.md
    python packaging/guide.py --check    change nothing; exit code 1 if a part is not current

A part stands between ``<!-- generated: name -->`` and ``<!-- end -->``.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aidebug_gui.ui.settings.registry import Setting

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "guide"
README = ROOT / "README.md"
JSON_LINES = (
    "structlog, python-json-logger, loguru, pino, bunyan, winston, zap, slog, GELF, OpenTelemetry, LiteLLM, Langfuse, LangSmith, "
    "Helicone, OpenRouter, OpenAI evals, lm-eval, promptfoo, KServe, Bedrock, Azure OpenAI, AWS Lambda, Google Cloud, Vercel, "
    "Railway, Claude Code, Codex, Gemini CLI, and any other keys"
)
FILES = (
    "JSON arrays and pretty-printed JSON, HAR, OTLP, promptfoo, Inspect (`.json`, `.eval`), `trainer_state.json`, Prometheus, Sentry, CSV, "
    "Parquet, SQLite, MLflow (`mlruns`, `mlflow.db`); gz, bz2, xz, zst, zip, tar; UTF-16 and legacy encodings"
)
GRAMMAR_WORDS = (
    "A space between two terms means `and`, which binds tighter than `or`. Operators: `:` (is, or contains for long "
    "texts) `=` `!=` `>` `>=` `<` `<=` `~` (matches). Quote a text to take every sign in it as it is."
)
PART = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
sys.path.insert(0, str(ROOT))


def formats_part() -> str:
    """Return the families of formats, each with those that its definitions name ("vLLM" for "vLLM access", too)."""
    rows = []
    for path in sorted((ROOT / "resources" / "formats").glob("*.toml")):
        definitions = tomllib.loads(path.read_text(encoding="utf-8"))
        entries = [*definitions.get("wrapper", []), *definitions.get("format", [])]
        titles = dict.fromkeys(entry["title"] for entry in entries)
        shown = [title for title in titles if not any(title.startswith(f"{other} ") for other in titles)]
        rows.append((definitions["family"], " · ".join(shown).replace("|", "\\|")))
    return table(("family", "formats"), (*rows, ("JSON lines", JSON_LINES), ("Files", FILES)))


def filter_part() -> str:
    """Return the reference of the filter language: examples, names, facts, and the grammar itself."""
    from aidebug_gui.formats.columns import CANONICAL
    from aidebug_gui.formats.levels import Level
    from aidebug_gui.store.filter import names
    from aidebug_gui.ui.help.windows import FILTER_EXAMPLES

    grammar = (ROOT / "aidebug_gui" / "store" / "filter" / "grammar.lark").read_text(encoding="utf-8")
    rules = "\n".join(line for line in grammar.splitlines() if not line.startswith("//")).strip()
    short: dict[str, list[str]] = {}
    for name, meant in names.SHORT_NAMES.items():
        short.setdefault(meant, []).append(name)
    columns = [
        (
            code(column.name),
            column.title,
            column.kind.value,
            ", ".join(code(name) for name in short.get(column.name, ())),
        )
        for column in CANONICAL.values()
    ]
    levels = ", ".join(code(level.name.lower()) for level in Level if level is not Level.UNKNOWN)
    facts = ", ".join(code(f"is:{name}") for name in (*names.FACTS, *names.MARKED_FACTS))
    kinds = ", ".join(code(name) for name in names.mark_names())
    return "\n\n".join(
        (
            "## Examples",
            table(("Filter", "Shows"), ((code(text), str(meaning)) for text, meaning in FILTER_EXAMPLES)),
            "## Names",
            "Any field of the log can be named by its path (`output.confidence`). These names mean the same in every log:",
            table(("Name", "Title", "Holds", "Also"), columns),
            f"**Levels**, from the least severe: {levels}. What logs write for them (`warn`, `fatal`, `E`) is understood too.",
            f"**Facts**: {facts}.",
            f"**After `pii:`**: {kinds}.",
            "## Grammar",
            GRAMMAR_WORDS,
            f"```\n{rules}\n```",
        )
    )


def keyboard_part() -> str:
    """Return the keys of all actions, by menu."""
    from aidebug_gui.ui.actions import ACTIONS, MENUS, Scope, plain_text

    where = {Scope.WINDOW: "", Scope.VIEW: "in the tab", Scope.TABLE: "in the table"}
    parts = []
    for menu in MENUS:
        rows = [
            (
                plain_text(spec.text),
                code(spec.shortcut) if spec.shortcut else "",
                where[spec.scope] if spec.shortcut else "",
            )
            for spec in ACTIONS
            if spec.menu == menu
        ]
        parts += [f"## {menu}", table(("Action", "Key", "Where"), rows)]
    return "\n\n".join(parts)


def settings_part() -> str:
    """Return what can be set."""
    from aidebug_gui.ui.settings.registry import GROUPS, SETTINGS

    parts = []
    for group in GROUPS:
        rows = [(spec.title, what_it_does(spec), at_first(spec)) for spec in SETTINGS if spec.group == group]
        parts += [f"## {group}", table(("Setting", "What it does", "At first"), rows)]
    return "\n\n".join(parts)


def what_it_does(spec: Setting) -> str:
    return f"{spec.help} It takes effect at the next start." if spec.restart else spec.help


def at_first(spec: Setting) -> str:
    """Return what a setting is before anybody changed it, in words."""
    if isinstance(spec.default, bool):
        return "on" if spec.default else "off"
    if isinstance(spec.default, int):
        return f"{spec.default}{spec.unit}" if spec.default or not spec.zero else spec.zero
    return dict(spec.choices).get(spec.default, spec.default)


PARTS: dict[str, Callable[[], str]] = {
    "formats": formats_part,
    "filter": filter_part,
    "keyboard": keyboard_part,
    "settings": settings_part,
}


def code(text: str) -> str:
    """Return text as code in a cell of a table."""
    return "`" + text.replace("|", "\\|") + "`"


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table."""
    lines = ["| " + " | ".join(titles) + " |", "|" + "---|" * len(titles)]
    return "\n".join((*lines, *("| " + " | ".join(row) + " |" for row in rows)))


def written(text: str) -> str:
    """Return a page with its generated parts rewritten."""

    def part(found: re.Match[str]) -> str:
        return f"{found[1]}\n{PARTS[found[2]]()}\n\n{found[3]}"

    return PART.sub(part, text)


def main() -> int:
    """Run and return the exit code."""
    parser = argparse.ArgumentParser(description="Write the generated parts of the user guide and the README.")
    parser.add_argument("--check", action="store_true", help="change nothing, say what is not current")
    options = parser.parse_args()
    stale = 0
    for path in (README, *sorted(GUIDE.glob("*.md"))):
        text = path.read_text(encoding="utf-8")
        new = written(text)
        if new == text:
            continue
        stale += 1
        print(path.relative_to(ROOT))
        if not options.check:
            path.write_text(new, encoding="utf-8")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
