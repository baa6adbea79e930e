"""What a log that is followed turns out to hold beyond what its first lines showed: its :class:`Layout`, grown.

Nothing that is known changes its meaning: columns get further places where their values may stand, or come in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from aidebug_gui.formats.aliases import MOST_PATHS
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.detect import MOST_FIELDS, MOST_KNOWN_FIELDS, field_name
from aidebug_gui.formats.headers import regex
from aidebug_gui.formats.model import FieldSample, JsonPath, Layout, MessagePattern, TextFormat

Item = TypeVar("Item")


def grown(layout: Layout, seen: Layout) -> Layout:
    """Return ``layout`` with what ``seen``, found in later lines of the same log, has beyond it."""
    if not set(seen.wrappers) <= set(layout.wrappers):
        return layout
    json_paths = _grown_paths(layout, seen)
    dated = layout if layout.date_shape else seen
    known = {field_name(path) for paths in layout.json_paths.values() for path in paths}
    grown_layout = replace(
        layout,
        text_formats=_grown_formats(layout.text_formats, seen.text_formats),
        json_paths=json_paths,
        message_patterns=_grown_patterns(layout.message_patterns, seen.message_patterns),
        json_patterns=tuple(
            pattern
            for pattern in _grown_patterns(layout.json_patterns, seen.json_patterns)
            if pattern.column not in json_paths
        ),
        spans={name: ends for name, ends in seen.spans.items() if name not in json_paths} | dict(layout.spans),
        scales=_unknown(seen.scales, known) | dict(layout.scales),
        glued_units=layout.glued_units | seen.glued_units,
        level_scales=dict(seen.level_scales) | dict(layout.level_scales),  # levels were texts before
        month_first=dated.month_first,
        doubtful_date=dated.doubtful_date,
        date_shape=dated.date_shape,
    )
    return with_fields(grown_layout, seen)


def with_fields(layout: Layout, seen: Layout) -> Layout:
    """Return ``layout`` with the fields of ``seen`` as well; they are columns where ``layout`` has them as such."""
    if not set(seen.wrappers) <= set(layout.wrappers):  # its paths lead into other objects
        return layout
    columns = {path: column for column, paths in reversed(list(layout.json_paths.items())) for path in paths}
    columns_of_keys = {pattern.key: pattern.column for pattern in reversed(layout.message_patterns) if pattern.key}

    def as_column(field: FieldSample) -> FieldSample:
        if field.outer:
            return field
        column = columns.get(field.path) if field.path is not None else columns_of_keys.get(field.name)
        numeric = CANONICAL[column].kind is Kind.NUMBER if column else field.numeric
        return replace(field, column=column, numeric=numeric)

    later = {field.name: field for field in seen.known_fields}
    known = [_better_filled(field, later.pop(field.name, field)) for field in layout.known_fields]
    fields = tuple(map(as_column, (*known, *later.values())))[:MOST_KNOWN_FIELDS]
    return replace(layout, fields=fields[:MOST_FIELDS], further_fields=fields[MOST_FIELDS:])


@dataclass(frozen=True, slots=True)
class Traces:
    """What stands in the text of every record that a grown layout reads otherwise: one of ``texts``, or of ``patterns`` (RE2)."""

    texts: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


def traces(layout: Layout, grown_layout: Layout) -> Traces:
    """Return by what the records are known that are read otherwise by a layout that grew out of another."""
    known = {path for paths in layout.json_paths.values() for path in paths}
    again = (grown_layout.glued_units - layout.glued_units) | (grown_layout.level_scales.keys() - layout.level_scales)
    paths = [path for paths in grown_layout.json_paths.values() for path in paths]
    paths += [path for ends in grown_layout.spans.values() if ends not in layout.spans.values() for path in ends]
    keys = {_key(path) for path in paths if path not in known or field_name(path) in again}
    patterns = set(grown_layout.message_patterns) - set(layout.message_patterns)
    patterns |= set(grown_layout.json_patterns) - set(layout.json_patterns)
    formats = _formats_ahead(layout.text_formats, grown_layout.text_formats)
    written = {spelling for key in keys for spelling in (json.dumps(key), json.dumps(key, ensure_ascii=False))}
    return Traces(
        tuple(sorted(spelling[1:] for spelling in written)),  # with the quote behind it
        (*(known_format.pattern for known_format in formats), *sorted({_trace(pattern) for pattern in patterns})),
    )


def _key(path: JsonPath) -> str:
    """Return the last key of a path, which stands in the text of the records that have it."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _trace(pattern: MessagePattern) -> str:
    return rf"""{re.escape(pattern.key)}\\*["']?\s?[=:]""" if pattern.key else pattern.pattern.removeprefix("^")


def _grown_paths(layout: Layout, seen: Layout) -> dict[str, tuple[JsonPath, ...]]:
    """Return the places of columns in JSON records. A place is of one column, unless ``seen`` gives it to two."""
    owners = {path: column for column, paths in layout.json_paths.items() for path in paths}
    computed = {pattern.column for pattern in layout.json_patterns} | set(layout.spans)
    found = dict(layout.json_paths)
    for column, paths in seen.json_paths.items():
        known = found.get(column, ())
        free = [path for path in paths if path in known or path not in owners or path in _of(seen, owners[path])]
        if column in found or column not in computed:
            found[column] = _merged(known, free)[: max(MOST_PATHS, len(known))]
    return found


def _of(layout: Layout, column: str) -> tuple[JsonPath, ...]:
    return layout.json_paths.get(column, ())


def _grown_formats(known: Sequence[TextFormat], seen: Sequence[TextFormat]) -> tuple[TextFormat, ...]:
    """Return both; a special one that was met later goes ahead of a general one that takes its lines."""
    formats = list(_merged(known, seen))
    for special in seen:
        at = formats.index(special)
        for general in formats[:at]:
            if special.code < general.code and any(regex(general.pattern).match(line) for line in special.samples):
                formats.insert(formats.index(general), formats.pop(at))
                break
    return tuple(formats)


def _formats_ahead(before: Sequence[TextFormat], after: Sequence[TextFormat]) -> list[TextFormat]:
    """Return the formats that are tried now before one that was tried before them."""
    return [
        known
        for at, known in enumerate(after)
        if known not in before or set(before[: before.index(known)]) & set(after[at + 1 :])
    ]


def _grown_patterns(known: Sequence[MessagePattern], seen: Sequence[MessagePattern]) -> tuple[MessagePattern, ...]:
    """Return both, without patterns that read what is known by another scale or as another column."""
    read = {(pattern.key, pattern.unit) for pattern in known if pattern.key}
    free = [pattern for pattern in seen if pattern in known or (pattern.key, pattern.unit) not in read]
    return _merged(known, free)


def _merged(known: Sequence[Item], seen: Sequence[Item]) -> tuple[Item, ...]:
    """Return all of both: what is known in its order, each further item where ``seen`` has it among what is known."""
    merged = list(known)
    for at, item in reversed(list(enumerate(seen))):
        if item not in merged:
            followers = [merged.index(other) for other in seen[at + 1 :] if other in merged]
            leaders = [merged.index(other) + 1 for other in seen[:at] if other in merged]
            merged.insert(min(followers, default=max(leaders, default=0)), item)
    return tuple(merged)


def _unknown(found: Mapping[str, Item], known: set[str]) -> dict[str, Item]:
    return {name: item for name, item in found.items() if name not in known}


def _better_filled(known: FieldSample, later: FieldSample) -> FieldSample:
    """Return a field as it is known, with as many values as it has where it has most: what comes now counts, too."""
    return replace(known, fill=max(known.fill, later.fill), distinct=max(known.distinct, later.distinct))
