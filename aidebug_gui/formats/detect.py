"""Finds out from a sample of lines what a file holds: the :class:`Layout`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from aidebug_gui.formats.aliases import Leaf, Suits, find_spans, resolve
from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.clocks import naive_offset
from aidebug_gui.formats.column_choices import chosen_paths, columns_for
from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.formats.dates import date_order
from aidebug_gui.formats.headers import (
    LONGEST_HEAD,
    clean_head,
    looks_like_json,
    match_header,
    message_of,
    regex,
    search_message,
)
from aidebug_gui.formats.jsontext import JsonObject, dig, embedded_object, parse_objects, walk
from aidebug_gui.formats.keys import normalised
from aidebug_gui.formats.levels import PYTHON, Levels
from aidebug_gui.formats.messages import PairSample, json_patterns, pair_patterns, with_fills, with_places
from aidebug_gui.formats.model import FieldSample, JsonPath, Layout, MessagePattern, TextFormat, TimeStyle, WrapperKind
from aidebug_gui.formats.pairs import find_gauges, find_pairs, milliseconds
from aidebug_gui.formats.times import parse_time
from aidebug_gui.formats.units import DURATIONS, DurationUnits, with_units, writer_of
from aidebug_gui.formats.values import as_number, as_text, is_scalar, value_test
from aidebug_gui.formats.wrappers import find_wrappers, unwrap

MOST_FIELDS = 300
"""Fields that are listed and judged. Of others, up to ``MOST_KNOWN_FIELDS`` in all, only what they are is known."""
MOST_KNOWN_FIELDS = 2_000
DEEPEST_FIELD = 8
LONGEST_SAMPLE = 1_000_000
"""Longer lines are left out of the sample."""
MOST_BYTES = 16_000_000
"""The sample ends here, so that a log of huge lines does not keep its first rows waiting."""
LONGEST_KEY = 200

_MOST_VALUES = 100
_TABLE_ROWS = (
    "|",
    "+-",
    "+=",
    "\u2502",
    "\u250c",
    "\u251c",
    "\u2514",
    "\u256d",
    "\u2570",
)  # a table below a record is no log of its own
_FEW_HEADLESS = 10  # fewer may be one text of several lines
_FEW_MESSAGES = 20  # in a longer sample a name that comes once is no gauge


@dataclass(slots=True)
class _Sample:
    """What the lines hold."""

    records: int = 0
    headless: int = 0  # lines that begin no record that is known, and are not indented
    indented: int = 0
    ansi: bool = False
    overwritten: bool = False
    formats: dict[TextFormat, list[str]] = field(default_factory=dict)  # with the heads that each claimed
    leaves: dict[JsonPath, Leaf] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)
    pairs: dict[str, Leaf] = field(default_factory=dict)  # key=value
    gauges: dict[str, Leaf] = field(default_factory=dict)  # name: number
    units: dict[str, str] = field(default_factory=dict)  # of gauges
    inner: dict[str, Leaf] = field(default_factory=dict)  # keys of JSON objects within messages
    beside: dict[JsonPath, Leaf] = field(default_factory=dict)  # keys of JSON objects around lines
    objects: list[JsonObject] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)  # without wrappers


def detect(lines: Sequence[bytes], catalog: Catalog, written_ns: int = 0) -> Layout:
    """Return the layout of a log.

    Args:
        lines: Sampled raw lines (some 2,000 are plenty), heads of records and continuation lines mixed.
        catalog: The definitions to detect by.
        written_ns: When the log was last written; 0 if that is not known.
    """
    sample = _Sample()
    texts = list(_readable(lines))
    wrappers = find_wrappers(texts, catalog.wrappers)
    holds_texts = any(wrapper.kind is WrapperKind.JSON for wrapper in wrappers)  # colours may be escaped in them
    for text in texts:
        sample.ansi = sample.ansi or "\x1b[" in text or text.startswith("\0")
        sample.overwritten = sample.overwritten or "\r" in text.rstrip("\r\n")
        line = unwrap(clean_head(text), wrappers)
        if line.beside:
            _add_leaves(line.beside, sample.beside, sample.records)
        sample.lines.append(line.text)
        _look_at(line.text, catalog, sample)
    everything = (*sample.leaves.values(), *sample.pairs.values(), *sample.inner.values())
    units = DurationUnits(catalog.aliases, everything, writer_of(sample.lines, catalog.aliases.units.writers))
    suits = with_units(value_test(catalog.levels), units)
    names = {field_name(path): path for path in sample.leaves}
    chosen = columns_for({*names, *sample.pairs}, catalog.chosen)
    json_paths = chosen_paths(resolve(list(sample.leaves.values()), catalog.aliases, suits), chosen, names)
    pairs = PairSample(sample.pairs, catalog.aliases, suits, units, chosen)
    records = max(sample.records, len(sample.messages))
    fields = _fields(sample, json_paths, pairs.columns)
    shape, dates = _dates(sample, json_paths)
    order = date_order(dates, written_ns, catalog.month_first.get(shape))
    return Layout(
        month_first=order.month_first,
        doubtful_date=order.doubtful,
        date_shape=shape if dates else "",
        text_formats=_ordered(sample.formats),
        wrappers=wrappers,
        json_paths=json_paths,
        message_patterns=(
            *with_fills(_inner_patterns(sample, catalog, suits, units), sample.messages, records),
            *with_places(list(pair_patterns(pairs)), sample.messages),
            *with_fills(_matching(sample.messages, catalog.message_patterns), sample.messages, records),
        ),
        json_patterns=_json_message_patterns(sample, json_paths, catalog, suits, units),
        spans=find_spans(list(sample.leaves.values()), json_paths, catalog.aliases, suits),
        fields=fields[:MOST_FIELDS],
        further_fields=fields[MOST_FIELDS:MOST_KNOWN_FIELDS],
        naive_offset_s=naive_offset(_times(sample, json_paths)),
        scales=_scales(json_paths, units, sample.leaves),
        glued_units=_glued_units(json_paths, sample.leaves),
        level_scales=_level_scales(sample, json_paths, catalog.levels),
        loose=sample.headless > max(_FEW_HEADLESS, sample.records + sample.indented),
        ansi=sample.ansi or holds_texts,
        overwritten=sample.overwritten or holds_texts,
        written_ns=written_ns,
    )


def in_known_order(layout: Layout, known: Layout, lines: Sequence[bytes]) -> Layout:
    """Return a layout with its text formats in the order of a known one, if these claim the same of the lines.

    The order is that of frequency, which differs from sample to sample; a log need not be read again for that.
    """
    ours, theirs = layout.text_formats, known.text_formats
    if ours == theirs or set(ours) != set(theirs) or layout.wrappers:
        return layout
    for text in _readable(lines):
        head = clean_head(text)
        found, other = match_header(head, ours), match_header(head, theirs)
        if found and other and found[0] is not other[0]:
            return layout
    return replace(layout, text_formats=theirs)


def _inner_patterns(sample: _Sample, catalog: Catalog, suits: Suits, units: DurationUnits) -> Iterator[MessagePattern]:
    """Yield the patterns for JSON within messages; a time is looked for there if no header has one."""
    has_time = any("time" in regex(known.pattern).groupindex for known in sample.formats)
    for pattern in json_patterns(sample.inner, catalog.aliases, suits, units):
        if pattern.column != "time" or not has_time:
            yield pattern


def _times(sample: _Sample, json_paths: Mapping[str, tuple[JsonPath, ...]]) -> Iterator[str]:
    """Yield the times of headers and JSON records as they are written."""
    for known, heads in sample.formats.items():
        if "time" in regex(known.pattern).groupindex:
            matches = (regex(known.pattern).match(head) for head in heads)
            yield from (match["time"] for match in matches if match and match["time"])
    for path in json_paths.get("time", ()):
        yield from (value for value in sample.leaves[path].values if isinstance(value, str))


def _dates(sample: _Sample, json_paths: Mapping[str, tuple[JsonPath, ...]]) -> tuple[str, list[str]]:
    """Return what tells logs with such dates apart, and the times that are written as 03/04/2026 ..."""
    shape, found = [], []
    for known, heads in sample.formats.items():
        if known.time_style is TimeStyle.NUMBERS:
            matches = (regex(known.pattern).match(head) for head in heads)
            found += [match["time"] for match in matches if match]
            shape.append(known.name)
    for path in json_paths.get("time", ()):
        texts = [value for value in sample.leaves[path].values if isinstance(value, str)]
        numbered = [text for text in texts if parse_time(text.strip(), TimeStyle.NUMBERS)]
        if numbered:
            found += numbered
            shape.append(field_name(path))
    return " ".join(sorted(shape)), found


def _matching(messages: Collection[str], patterns: Iterable[MessagePattern]) -> Iterator[MessagePattern]:
    """Yield the patterns that find something in one of the messages."""
    everything = "\n".join(messages)  # literals that stand nowhere are looked for once, not in each message
    for pattern in patterns:
        if pattern.literals and not any(literal in everything for literal in pattern.literals):
            continue
        if any(search_message(pattern, message) for message in messages):
            yield pattern


def _json_message_patterns(
    sample: _Sample,
    json_paths: Mapping[str, tuple[JsonPath, ...]],
    catalog: Catalog,
    suits: Suits,
    units: DurationUnits,
) -> tuple[MessagePattern, ...]:
    """Return the patterns for messages of JSON records: for columns that no field of theirs fills."""
    of_messages = _Sample()
    for record in sample.objects:
        found = (dig(record, path) for path in json_paths.get("message", ()))
        message = next((value for value in found if isinstance(value, str) and value), None)
        if message is not None:
            _add_message(message, of_messages)
    pairs = PairSample(of_messages.pairs, catalog.aliases, suits, units)
    free = [pattern for pattern in catalog.message_patterns if pattern.column not in json_paths]
    named = (pattern for pattern in pair_patterns(pairs) if pattern.column not in json_paths)
    patterns = (*named, *_matching(set(of_messages.messages), free))
    return tuple(with_fills(patterns, of_messages.messages, sample.records))


def _readable(lines: Sequence[bytes]) -> Iterator[str]:
    """Yield the lines to look at as text."""
    remaining = MOST_BYTES
    for line in lines:
        remaining -= len(line)
        if remaining > 0 and line.strip() and len(line) <= LONGEST_SAMPLE:
            yield line.decode("utf-8", "replace")


def _look_at(head: str, catalog: Catalog, sample: _Sample) -> None:
    if looks_like_json(head):
        objects = parse_objects(head)
        if objects:
            _add_json(objects[0], sample)
            sample.records += 1
            return
    found = match_header(head, catalog.text_formats)
    if found:
        text_format, match = found
        sample.formats.setdefault(text_format, []).append(head[:LONGEST_HEAD])
        _add_message(message_of(head, match), sample)
        sample.records += 1
    elif head[:1].isspace() or head.startswith(_TABLE_ROWS):
        sample.indented += 1
    else:
        sample.headless += 1
        _add_message(head, sample)


def _add_json(record: JsonObject, sample: _Sample) -> None:
    sample.objects.append(record)
    _add_leaves(record, sample.leaves, sample.records)


def _add_leaves(record: JsonObject, leaves: dict[JsonPath, Leaf], number: int) -> None:
    """Note what an object holds. ``number``: of the record that it belongs to."""
    for path, value in walk(record, deepest=DEEPEST_FIELD):
        if value is None or value == "":
            continue
        leaf = leaves.get(path)
        if leaf is None:
            if len(leaves) >= MOST_KNOWN_FIELDS or not all(map(_is_addressable, path)):
                continue
            leaf = leaves[path] = Leaf(path)
        leaf.records.add(number)
        if len(leaf.values) < _MOST_VALUES:
            leaf.values.append(value)


def _is_addressable(key: str | int) -> bool:
    """Return whether the engine's JSON paths can name a key; others are shown in the record, but are no fields."""
    return isinstance(key, int) or (0 < len(key) <= LONGEST_KEY and key != "*" and "\\" not in key)


def _add_message(message: str, sample: _Sample) -> None:
    message = message[:LONGEST_HEAD]
    number = len(sample.messages)
    sample.messages.append(message)
    pairs = find_pairs(message)
    for key, value in pairs.items():
        _note(sample.pairs, key, value, number)
    for key, (value, unit) in find_gauges(message).items():
        if key not in pairs:
            _note(sample.gauges, key, value, number)
            sample.units.setdefault(key, unit)
    for key, value in embedded_object(message).items():
        if is_scalar(value) and value is not None and value != "":
            _note(sample.inner, key, value, number)


def _note(leaves: dict[str, Leaf], key: str, value: object, record: int) -> None:
    leaf = leaves.get(key)
    if leaf is None:
        if len(leaves) >= MOST_FIELDS:
            return
        leaf = leaves[key] = Leaf((key,))
    leaf.records.add(record)
    if len(leaf.values) < _MOST_VALUES:
        leaf.values.append(value)


def _ordered(claimed: Mapping[TextFormat, list[str]]) -> tuple[TextFormat, ...]:
    """Order the formats by frequency, but a general one never before a special one whose lines it would take."""
    waiting = sorted(claimed, key=lambda text_format: -len(claimed[text_format]))
    blockers = {
        general: {
            special
            for special, heads in claimed.items()
            if special.code < general.code and any(regex(general.pattern).match(head) for head in heads[:20])
        }
        for general in waiting
    }
    ordered: list[TextFormat] = []
    while waiting:
        following = next(item for item in waiting if blockers[item] <= set(ordered))
        ordered.append(following)
        waiting.remove(following)
    return tuple(ordered)


def _scales(
    json_paths: Mapping[str, tuple[JsonPath, ...]], units: DurationUnits, leaves: Mapping[JsonPath, Leaf]
) -> dict[str, float]:
    """Return the factors to milliseconds by field name, those that are not 1."""
    durations = (path for column in sorted(DURATIONS) for path in json_paths.get(column, ()))
    factors = {field_name(path): units.factor(leaves[path]) for path in durations}
    return {name: factor for name, factor in factors.items() if factor is not None and factor != 1.0}


def _level_scales(sample: _Sample, json_paths: Mapping[str, tuple[JsonPath, ...]], levels: Levels) -> dict[str, str]:
    """Return the scale of numbers for each level field: the one that most of its records are of."""
    scales = {}
    for path in json_paths.get("level", ()):
        votes: Counter[str] = Counter()
        for record in sample.objects:
            number = as_number(dig(record, path))
            if number is not None:
                votes[levels.scale_of(normalised(str(path[-1])), number, set(map(normalised, record)))] += 1
        if votes and (scale := votes.most_common(1)[0][0]) != PYTHON:
            scales[field_name(path)] = scale
    return scales


def _glued_units(json_paths: Mapping[str, tuple[JsonPath, ...]], leaves: Mapping[JsonPath, Leaf]) -> frozenset[str]:
    paths = [path for column in DURATIONS for path in json_paths.get(column, ())]
    return frozenset(
        field_name(path)
        for path in paths
        if any(isinstance(value, str) and milliseconds(value) is not None for value in leaves[path].values)
    )


def field_name(path: JsonPath) -> str:
    """Return the name of a field: its path with dots."""
    return ".".join(map(str, path))


def _fields(
    sample: _Sample, json_paths: Mapping[str, tuple[JsonPath, ...]], pair_columns: Mapping[str, str]
) -> tuple[FieldSample, ...]:
    column_of: dict[JsonPath, str] = {}
    for column, paths in json_paths.items():
        for path in paths:
            column_of.setdefault(path, column)
    records = max(sample.records, 1)
    fields = [
        _field(field_name(leaf.path), leaf, records, leaf.path, column_of.get(leaf.path))
        for leaf in sample.leaves.values()
        if all(map(is_scalar, leaf.values)) or leaf.path in column_of
    ]
    first: dict[str, FieldSample] = {}
    for entry in fields:  # {"a.b": 1} and {"a": {"b": 1}}: one name
        first.setdefault(entry.name, entry)
    fields = list(first.values())
    taken = {entry.name for entry in fields}
    records = max(sample.records, len(sample.messages), 1)
    fields += [
        _field(key, leaf, records, None, pair_columns.get(key))
        for key, leaf in sample.pairs.items()
        if key not in taken
    ]
    taken |= set(sample.pairs)
    fields += [
        replace(_field(field_name(leaf.path), leaf, records, leaf.path, None), outer=True)
        for leaf in sample.beside.values()
        if all(map(is_scalar, leaf.values)) and field_name(leaf.path) not in taken
    ]
    fields += [
        replace(_field(name, leaf, records, None, None), unit=sample.units[name])
        for name, leaf in sample.gauges.items()
        if name not in taken and (len(leaf.records) > 1 or len(sample.messages) < _FEW_MESSAGES)
    ]
    fields.sort(key=lambda entry: (entry.column is None, -entry.fill))
    return tuple(fields)


def _field(name: str, leaf: Leaf, records: int, path: JsonPath | None, column: str | None) -> FieldSample:
    numbers = sum(
        as_number(value) is not None and (path is None or not isinstance(value, str)) for value in leaf.values
    )
    numeric = 10 * numbers >= 9 * len(leaf.values)
    if column:
        numeric = CANONICAL[column].kind is Kind.NUMBER
    distinct = len({as_text(value) for value in leaf.values})
    return FieldSample(name, path, numeric, min(1.0, len(leaf.records) / records), distinct, column)
