"""Prometheus: the text that a service exposes, and the answer of a query. One record a sample, labels as plain keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from aidebug_gui.sources.converters.jsontext import dumped
from aidebug_gui.sources.streams import Chunks, lines_of

Json = dict[str, Any]

_ABOUT = re.compile(r"# (HELP|TYPE|UNIT) (\S+)\s?(.*)")
_LABEL = r'[a-zA-Z_][\w.]*="(?:[^"\\]|\\.)*"'
_SAMPLE = re.compile(rf"([a-zA-Z_:][\w:.]*)(?:\{{((?:{_LABEL},?\s*)*)\}})?\s+(\S+)(?:\s+(-?[\d.]+))?\s*(?:#.*)?")
_LABELS = re.compile(r'([a-zA-Z_][\w.]*)="((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_SUFFIX = re.compile(r"_(?:total|created|bucket|count|sum|info)$")
_OWN = ("timestamp", "metric", "value", "type", "help", "unit")


def is_exposition(head: str) -> bool:
    """Return whether text begins as an exposition does."""
    return _ABOUT.match(head.lstrip()) is not None and head.lstrip().startswith(("# HELP ", "# TYPE "))


def exposition_lines(chunks: Chunks) -> Chunks:
    """Yield a JSON record for each sample of an exposition; other lines as they are."""
    about: dict[str, Json] = {}
    for raw in lines_of(chunks):
        line = raw.decode(errors="replace").strip()
        found = _ABOUT.fullmatch(line)
        if found:
            about.setdefault(found[2], {})[found[1].lower()] = found[3]
            continue
        sample = _SAMPLE.fullmatch(line)
        if sample:
            yield (dumped(_record(sample, about), exact=True) + "\n").encode()
        elif line and line != "# EOF":
            yield raw if raw.endswith(b"\n") else raw + b"\n"


def _record(sample: re.Match[str], about: dict[str, Json]) -> Json:
    name, labels, value, timestamp = sample.groups()
    record: Json = {"metric": name, "value": _number(value)}
    if timestamp:
        record = {"timestamp": _number(timestamp), **record}
    for key, text in _LABELS.findall(labels or ""):
        record[_free(key)] = _ESCAPE.sub(lambda match: "\n" if match[1] == "n" else match[1], text)
    return record | about.get(name, about.get(_SUFFIX.sub("", name), {}))


def flattened(series: Json) -> Iterator[Json]:
    """Yield a record for each point of one series of a query's answer."""
    labels = series.get("metric")
    labels = dict(labels) if isinstance(labels, dict) else {}
    name = labels.pop("__name__", "")
    points = series.get("values", [series["value"]] if "value" in series else [])
    for point in points if isinstance(points, list) else []:
        if isinstance(point, list) and len(point) == 2:
            value = _number(point[1]) if isinstance(point[1], str) else point[1]
            yield {
                "timestamp": point[0],
                "metric": name,
                "value": value,
                **{_free(key): text for key, text in labels.items()},
            }


def _free(label: str) -> str:
    """Return a key for a label that is none of the record's own."""
    return f"label_{label}" if label in _OWN else label


def _number(text: str) -> object:
    try:
        number = float(text.replace("Inf", "inf"))
    except ValueError:
        return text
    return int(number) if number.is_integer() and abs(number) < 1 << 53 else number
