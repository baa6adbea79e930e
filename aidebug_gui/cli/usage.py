"""``aidebug-gui usage FILE...``: calls, errors, tokens, cost and latency for each model, or by another field."""

from __future__ import annotations

from collections.abc import Sequence

from aidebug_gui.analysis.usage import UsageLine, grouping_fields, usage, with_empty_answers
from aidebug_gui.analysis.usage_report import usage_csv, usage_mapping, usage_text
from aidebug_gui.cli.arguments import OutputStyle
from aidebug_gui.cli.console import fail, write
from aidebug_gui.cli.opening import each_log, filter_message
from aidebug_gui.formats.columns import Kind
from aidebug_gui.sources import SourceError
from aidebug_gui.sources.addresses import LogAddress
from aidebug_gui.store.export import json_line
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import FilterError


def print_usage(paths: Sequence[LogAddress], *, by: str = "", text: str = "", style: OutputStyle = "text") -> int:
    """Print the usage of each log and return an exit code.

    ``by``: the field to count by, by default the first of model, endpoint ... that the log has. ``text``: a filter.
    """

    def look(store: FileLog, path: LogAddress, is_first: bool) -> bool:
        lines, written = _one(store, path, by, text, style, among_others=len(paths) > 1)
        write("".join(written[1:] if style == "csv" and not is_first else written).encode(errors="replace"))
        return bool(lines)

    try:
        parse(text)  # before a large log is read
        return each_log(paths, look)
    except FilterError as problem:
        return fail(filter_message(text, problem))


def _one(
    store: FileLog, path: LogAddress, by: str, text: str, style: OutputStyle, *, among_others: bool
) -> tuple[Sequence[UsageLine], list[str]]:
    """Return a log's usage, and the pieces of text to print; of CSV the first is the head."""
    fields = store.fields()
    chosen = by or next(iter(grouping_fields(fields)), "")
    if not any(field.name == chosen and field.kind in (Kind.CATEGORY, Kind.ID) for field in fields):
        what = f"has no field {by!r} to count by" if by else "names no model, endpoint or other group to count by"
        raise SourceError(f"{path} {what}. See: aidebug-gui inspect {path}")
    selection = store.select(text)
    lines = with_empty_answers(store, chosen, usage(store, chosen, selection), selection)
    if style == "json":
        document = {"file": str(path), "by": chosen, "usage": [usage_mapping(chosen, line) for line in lines]}
        return lines, [json_line(document), "\n"]
    if style == "csv":
        return lines, list(usage_csv(chosen, lines, str(path) if among_others else ""))
    return lines, [f"{path}\n{usage_text(chosen, lines)}\n"]
