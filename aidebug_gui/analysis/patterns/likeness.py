"""Patterns whose messages are like the template of another one, too: ``took <*> ms`` and ``took <*> ms in vain, <*> ms``."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from aidebug_gui.analysis.columns import Bools
from aidebug_gui.store.filter.like import like_one


def more_special(templates: Sequence[str], chosen: Sequence[int]) -> list[int]:
    """Return those that are like a chosen template without being chosen, and that no chosen one is like."""
    texts = pa.array(templates, pa.string())
    others = _like(texts, [templates[number] for number in chosen])
    others[np.asarray(chosen, dtype=np.int64)] = False
    wanted = texts.take(pa.array(chosen, pa.int64()))
    return [number for number in np.flatnonzero(others).tolist() if not _like(wanted, [templates[number]]).any()]


def _like(texts: pa.Array, templates: Sequence[str]) -> Bools:
    """Tell which texts are like one of some templates."""
    found: Bools = pc.match_substring_regex(texts, like_one(templates)).to_numpy(zero_copy_only=False)
    return found.copy()
