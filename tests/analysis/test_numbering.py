from __future__ import annotations

from itertools import pairwise

import numpy as np
import pyarrow as pa
import pytest

from aidebug_gui.analysis.numbering import IdNumbers, TextNumbers

RNG = np.random.default_rng(3)
VALUES = RNG.integers(0, 40, 500)  # 0: none


@pytest.mark.parametrize("cuts", [[0, 500], [0, 1, 2, 250, 251, 500], [0, 100, 100, 500]])
@pytest.mark.parametrize("kind", ["ids", "texts"])
def test_values_keep_their_numbers_however_they_come(cuts: list[int], kind: str) -> None:
    numbers: IdNumbers | TextNumbers = IdNumbers() if kind == "ids" else TextNumbers()
    basis = numbers.basis
    parts = []
    for first, stop in pairwise(cuts):
        part = VALUES[first:stop]
        if isinstance(numbers, IdNumbers):
            numbers, code = numbers.add(part.astype(np.uint64) * np.uint64(2**58))
        else:
            numbers, code = numbers.add(pa.array([None if value == 0 else f"v{value}" for value in part], pa.string()))
        parts.append(code)
    code = np.concatenate(parts)
    assert numbers.basis is basis
    assert len(numbers.dictionary) == 39
    assert ((code == -1) == (VALUES == 0)).all()
    assert set(code[VALUES > 0].tolist()) == set(range(39))
    assert len({(value, number) for value, number in zip(VALUES.tolist(), code.tolist(), strict=True)}) == 40
    if isinstance(numbers, TextNumbers):
        assert [f"v{value}" for value in VALUES[VALUES > 0]] == [numbers.dictionary[n].as_py() for n in code[code >= 0]]
