"""Whether values that follow each other are alike: those of a session, of one image, of a number that wanders."""

from __future__ import annotations

import numpy as np

from aidebug_gui.analysis.evidence import Evidence

_MOST_TOGETHER = 0.73
"""Of neighbours are on the same side of the median; half of them are where nothing hangs together."""
_DIGITS = 2


def hang_together(evidence: Evidence, field: str) -> bool:
    """Return whether the finite values of a number are mostly on the same side of their median as the one before."""
    values, median = evidence.numbers(field), rounded(evidence.value_ranks(field).below(0.5))

    def step(known: tuple[int, int, int], at: slice) -> tuple[int, int, int]:
        sides = (values[at][np.isfinite(values[at])] > median).astype(np.int8)
        if not len(sides):
            return known
        pairs, same, last = known
        sides = np.append(last, sides) if pairs else sides
        return pairs + len(sides) - 1, same + int((sides[1:] == sides[:-1]).sum()), int(sides[-1])

    pairs, same, _ = evidence.fold(f"sides of {field}", (0, 0, 0), step, median)
    return not pairs or same / pairs > _MOST_TOGETHER


def rounded(limit: float) -> float:
    """Return a limit to few digits: it is a parameter, and with another one all is counted anew."""
    return float(f"{limit:.{_DIGITS}g}") if np.isfinite(limit) else limit
