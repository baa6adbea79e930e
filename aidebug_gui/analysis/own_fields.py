"""The log's own fields as arrays: what only this service writes (a language, a queue) often tells what went wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aidebug_gui.analysis.columns import Floats
from aidebug_gui.formats.columns import Kind
from aidebug_gui.store.protocol import Field

MOST_RECORDS = 500_000
"""Longer logs are not asked: each field that is no column is a pass over the text."""
_MOST_FIELDS = 12  # of a kind, those that most records have
_LEAST_FILL = 0.02
_RUN = re.compile(r"(?:^|[._])(?:run|trial|fold|experiment)(?:_?(?:id|uuid|name))?$")
_LEAST_GROWING = 0.98  # of the steps of a field that counts


def own_numbers(fields: Sequence[Field], records: int) -> list[str]:
    """Return the numeric fields of a log of so many records that are no canonical column, the fullest first."""
    return _own(fields, records, Kind.NUMBER)


def own_categories(fields: Sequence[Field], records: int) -> list[str]:
    """Return the fields of few different texts that are no canonical column, the fullest first."""
    return _own(fields, records, Kind.CATEGORY)


def runs_of(fields: Sequence[Field]) -> list[str]:
    """Return the fields that say which run of a training or an experiment a record is of.

    Runs follow each other: that one begins is no change of what the records are like.
    """
    return [field.name for field in fields if _RUN.search(field.name)]


def _own(fields: Sequence[Field], records: int, kind: Kind) -> list[str]:
    if records > MOST_RECORDS:
        return []
    found = [field for field in fields if not field.canonical and field.kind is kind and field.fill >= _LEAST_FILL]
    return [field.name for field in sorted(found, key=lambda field: -field.fill)[:_MOST_FIELDS]]


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps between the finite values of a series: how many, how many of them do not go down, whether any goes up."""

    count: int = 0
    not_down: int = 0
    goes_up: bool = False
    last: float = np.nan

    def more(self, values: Floats) -> Steps:
        """Return the steps with those of the values that follow."""
        finite = values[np.isfinite(values)]
        if not len(finite):
            return self
        steps = np.diff(finite if np.isnan(self.last) else np.append(self.last, finite))
        not_down = self.not_down + int(np.count_nonzero(steps >= 0))
        return Steps(self.count + len(steps), not_down, self.goes_up or bool((steps > 0).any()), float(finite[-1]))

    @property
    def count_up(self) -> bool:
        """Whether a series only counts: where it stands tells when it was, not how anything is."""
        return self.goes_up and self.not_down >= _LEAST_GROWING * self.count


def counts_up(values: Floats) -> bool:
    """Return whether a series only counts."""
    return Steps().more(values).count_up
