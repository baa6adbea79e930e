"""What is known of records beyond what stands in their fields. The analysis supplies it, the filter and the table ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.protocol import CancelToken, Rows

MARKS_COLUMN = "is:pii"
"""The name of the table's column of personal data and secrets; no field of a log can be called so in a filter."""


class Marks(Protocol):
    """Which records hold personal data or secrets. All calls are thread-safe."""

    def mask(self, name: str, first: int, stop: int, cancel: CancelToken | None = None) -> NDArray[np.bool_]:
        """Return for records [first, stop) whether they hold this kind, looking through those not looked at yet.

        Raises Cancelled, and SourceError if the file fails.
        """
        ...

    def words(self, numbers: Rows) -> list[str | None]:
        """*Instant.* Return the kinds in each record ("email, card"), None for what was not looked at yet."""
        ...

    def order(self, numbers: Rows, *, descending: bool) -> Rows:
        """Return the records by how much they hold and how sure that is; those that hold nothing last."""
        ...


class Veil(Protocol):
    """Hides personal data and secrets in what is read for the screen and the clipboard. All calls are thread-safe."""

    def records(self, raws: list[bytes]) -> list[bytes]:
        """Return the text of records with what is to be hidden replaced; JSON stays JSON."""
        ...

    def text(self, text: str) -> str:
        """Return a text of the window with what is to be hidden replaced."""
        ...

    def values(self, field: str, values: list[str]) -> list[str]:
        """Return how values of a field may be shown."""
        ...


def veiled_values(veil: Veil, names: Sequence[str], values: list[str]) -> list[str]:
    """Return how values of a field may be shown that the log calls by several names: what one of them hides is hidden."""
    shown = list(values)
    for name in names:
        left = [at for at, value in enumerate(values) if shown[at] == value]
        for at, veiled in zip(left, veil.values(name, [values[at] for at in left]), strict=True):
            shown[at] = veiled
    return shown
