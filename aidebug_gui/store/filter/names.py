"""The names that the filter language knows by itself: short names of columns, facts, levels, reserved words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.formats.columns import CANONICAL
from aidebug_gui.formats.levels import Level
from aidebug_gui.formats.model import Flag
from aidebug_gui.resources import resource_path, user_directory

SHORT_NAMES: Mapping[str, str] = {
    "trace": "trace_id",
    "span": "span_id",
    "parent": "parent_id",
    "request": "request_id",
    "session": "session_id",
    "user": "user_id",
    "latency": "latency_ms",
    "ttft": "ttft_ms",
    "tokens": "tokens_total",
    "cost": "cost_usd",
    "version": "model_version",
    "timestamp": "time",
    "severity": "level",
}

FACTS: Mapping[str, Flag | None] = {
    "derived": Flag.DERIVED_LEVEL,
    "multiline": Flag.MULTILINE,
    "damaged": Flag.DAMAGED,
    "raw": None,
}
"""Names after ``is:``, with the flag that tells; ``raw`` (no format claims the record) is told by the format code."""

MARKED_FACTS = ("pii", "secret")
"""Names after ``is:`` that a look through the text must tell: personal data or a secret, a secret."""

TIERS = ("certain", "likely")
MARK_SHORT_NAMES: Mapping[str, str] = {"card": "credit_card", "name": "person", "birthdate": "dob", "ssn": "us_ssn"}

SPECIAL = frozenset({"has", "is", "last", "line", "pattern", "pii"})
"""Names before the colon that are no fields. In quotes they are: ``"line":5``."""

KEYWORDS = frozenset({"and", "or", "not"})


@cache
def level_names() -> Mapping[str, int]:
    """Return what may be typed for a level, in lower case: the names of the levels and all that logs write for them."""
    return {**Catalog.load(user_directory()).levels.names, **{level.name.lower(): int(level) for level in Level}}


def canonical_name(name: str) -> str | None:
    """Return the canonical column that a typed name means (any case, short names too), None if it means none."""
    folded = name.lower()
    folded = SHORT_NAMES.get(folded, folded)
    return folded if folded in CANONICAL else None


@cache
def mark_names() -> tuple[str, ...]:
    """Return what may be typed after ``pii:``: how sure, kinds of personal data and secrets, and their groups."""
    groups: dict[str, None] = {}
    kinds: dict[str, None] = {}
    for table in _mark_tables():
        for group, entries in table.get("group", {}).items():
            groups[group] = None
            kinds |= dict.fromkeys(entries)
    return tuple(dict.fromkeys((*TIERS, *groups, *kinds, *MARK_SHORT_NAMES)))


def _mark_tables() -> Iterator[dict[str, Any]]:
    """Yield the shipped table of kinds and those of the user; a file that cannot be read is told by the scan."""
    own = (user_directory() / "pii").glob("*.toml")
    for path in (resource_path("pii", "entities.toml"), *sorted(own)):
        try:
            yield tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            continue
