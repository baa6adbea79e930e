"""What several files hold together: one :class:`Layout` for questions that are asked of all of them at once.

Records are read by the layout of their own file. This one says which columns and fields there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from aidebug_gui.formats.detect import MOST_FIELDS, MOST_KNOWN_FIELDS
from aidebug_gui.formats.model import FieldSample, JsonPath, Layout, MessagePattern

Item = TypeVar("Item")


def combined_layout(layouts: Sequence[Layout], records: Sequence[int]) -> Layout:
    """Return the union of some layouts; ``records``: how many each file has, by which fill rates are weighted."""
    if not layouts:
        return Layout()
    fields = _fields(layouts, records)
    json_paths: dict[str, tuple[JsonPath, ...]] = {}
    for layout in layouts:
        for column, paths in layout.json_paths.items():
            json_paths[column] = _distinct((*json_paths.get(column, ()), *paths))
    return Layout(
        text_formats=_distinct(known for layout in layouts for known in layout.text_formats),
        wrappers=_distinct(wrapper for layout in layouts for wrapper in layout.wrappers),
        json_paths=json_paths,
        message_patterns=_patterns([layout.message_patterns for layout in layouts], records),
        json_patterns=_patterns([layout.json_patterns for layout in layouts], records),
        spans={column: both for layout in layouts for column, both in layout.spans.items()},
        fields=fields[:MOST_FIELDS],
        further_fields=fields[MOST_FIELDS:MOST_KNOWN_FIELDS],
        scales={name: factor for layout in layouts for name, factor in layout.scales.items()},
        glued_units=frozenset[str]().union(*(layout.glued_units for layout in layouts)),
        month_first=next((layout.month_first for layout in layouts if layout.date_shape), True),
        doubtful_date=next((layout.doubtful_date for layout in layouts if layout.doubtful_date), ""),
        date_shape=next((layout.date_shape for layout in layouts if layout.doubtful_date), ""),
        ansi=any(layout.ansi for layout in layouts),
        overwritten=any(layout.overwritten for layout in layouts),
        written_ns=max(layout.written_ns for layout in layouts),
    )


def _distinct(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(items))


def _patterns(of_layouts: Sequence[Sequence[MessagePattern]], records: Sequence[int]) -> tuple[MessagePattern, ...]:
    total = max(1, sum(records))
    fills: dict[MessagePattern, float] = {}
    for patterns, count in zip(of_layouts, records, strict=True):
        for pattern in patterns:
            fills[pattern] = fills.get(pattern, 0.0) + pattern.fill * count / total
    return tuple(replace(pattern, fill=fill) for pattern, fill in fills.items())


def _fields(layouts: Sequence[Layout], records: Sequence[int]) -> tuple[FieldSample, ...]:
    """Return all fields by name. Where files differ in what a field holds it is text, where in its column it has none."""
    total = max(1, sum(records))
    found: dict[str, FieldSample] = {}
    for layout, count in zip(layouts, records, strict=True):
        for sample in layout.known_fields:
            fill = sample.fill * count / total
            known = found.get(sample.name)
            if known is None:
                found[sample.name] = replace(sample, fill=fill)
                continue
            found[sample.name] = replace(
                known,
                numeric=known.numeric and sample.numeric,
                unit=known.unit if known.unit == sample.unit else "",
                fill=min(1.0, known.fill + fill),
                distinct=max(known.distinct, sample.distinct),
                column=known.column if known.column == sample.column else None,
            )
    ordered = sorted(found.values(), key=lambda sample: (sample.column is None, -sample.fill))
    return tuple(ordered)
