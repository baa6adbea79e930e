"""Groups of records: those of one model, one endpoint, one queue, whose numbers are looked at by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.columns import Bools
from aidebug_gui.analysis.evidence import Evidence
from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.protocol import Field

MOST_GROUPS = 20
"""Of a field, those with the most records."""
_FIRST = ("model", "model_version", "endpoint", "tool")
_NOTHING_OWN = frozenset(("message", "level", "label", "target", "error_type", "finish_reason"))
"""What tells how a call went does not tell whose it was."""


@dataclass(frozen=True, slots=True)
class Group:
    """The records that have a value of a field."""

    field: str
    value: str

    def has(self, evidence: Evidence, at: slice) -> Bools:
        """Return which of some records are of the group."""
        codes = evidence.field_codes(self.field)
        values = codes.values()
        found: Bools = codes.code[at] == (values.index(self.value) if self.value in values else len(values))
        return found


def groups_of(evidence: Evidence, field: str) -> Iterator[Group]:
    """Yield the groups of a field, the largest first. Raises SourceError if the log has no such field."""
    codes = evidence.field_codes(field)
    counts = np.bincount(codes.code[codes.code >= 0], minlength=len(codes))
    for code in np.argsort(-counts, kind="stable")[:MOST_GROUPS].tolist():
        if counts[code]:
            yield Group(field, codes.value(code))


def grouping_fields(fields: Sequence[Field]) -> list[str]:
    """Return the names of the fields that groups can be made of, the most usual first."""
    found = [field for field in fields if field.kind is Kind.CATEGORY and field.distinct != 1]
    names = [field.name for field in found if field.name not in _NOTHING_OWN]
    return sorted(names, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
