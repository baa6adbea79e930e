"""Values of a column as numbers: of a log that grows, further values get further numbers, the others keep theirs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol, Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Hashes = NDArray[np.uint64]


class Numbering(Protocol):
    """The numbers of the values that came by now. Never changed in place.

    ``basis``: the same object as long as what is numbered keeps its number. ``dictionary``: the values by their numbers.
    """

    @property
    def basis(self) -> object: ...

    @property
    def dictionary(self) -> Any: ...  # noqa: ANN401 - an Arrow array or a range

    def add(self, values: Any) -> tuple[Self, Numbers]:  # noqa: ANN401 - an array of values
        """Return the numbers with those of further records' values, and the number of each record, -1 for none."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class TextNumbers:
    """Texts by the order in which they come."""

    dictionary: pa.Array = field(default_factory=lambda: pa.array([], pa.string()))
    basis: object = field(default_factory=object)

    def add(self, values: pa.Array) -> tuple[TextNumbers, Numbers]:
        """See ``Numbering``. NULL is no text."""
        encoded = values.dictionary_encode()
        texts = encoded.dictionary.cast(pa.string())
        known = pc.index_in(texts, self.dictionary) if len(self.dictionary) else pa.nulls(len(texts), pa.int32())
        number = np.array(known.fill_null(-1).to_numpy(zero_copy_only=False), dtype=np.int32)
        is_new = number < 0
        number[is_new] = len(self.dictionary) + np.arange(np.count_nonzero(is_new))
        code = np.asarray(encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False), dtype=np.int32)
        dictionary = pa.concat_arrays([self.dictionary, texts.filter(pa.array(is_new))])
        return TextNumbers(dictionary, self.basis), np.append(number, np.int32(-1))[code]


@dataclass(frozen=True, slots=True, eq=False)
class _Run:
    """Some ids: ``hashes``, ascending, and the ``number`` of each."""

    hashes: Hashes
    number: Numbers

    def merged(self, other: _Run) -> _Run:
        """Return the ids of both."""
        place = np.searchsorted(self.hashes, other.hashes)
        return _Run(np.insert(self.hashes, place, other.hashes), np.insert(self.number, place, other.number))


@dataclass(frozen=True, slots=True, eq=False)
class IdNumbers:
    """Ids by the order in which they come. Only hashes are kept, in runs each of which is longer than all behind it.

    So further ids cost the same, on average, however many there are.
    """

    runs: tuple[_Run, ...] = ()
    basis: object = field(default_factory=object)

    @property
    def dictionary(self) -> range:
        return range(sum(len(run.hashes) for run in self.runs))

    def add(self, values: Hashes) -> tuple[IdNumbers, Numbers]:
        """See ``Numbering``. Hash 0 is no id's."""
        hashes, code = np.unique(values, return_inverse=True)
        code = code.reshape(-1)
        first = np.empty(len(hashes), dtype=np.int64)
        first[code[::-1]] = np.arange(len(code))[::-1]  # of equal indexes the last assignment stays
        number = self._known(hashes)
        new = np.flatnonzero((number < 0) & (hashes != 0))
        number[new[np.argsort(first[new])]] = len(self.dictionary) + np.arange(len(new))
        runs = [*self.runs, _Run(hashes[new], number[new])] if len(new) else [*self.runs]
        while len(runs) > 1 and len(runs[-2].hashes) <= 2 * len(runs[-1].hashes):
            last = runs.pop()
            runs[-1] = runs[-1].merged(last)
        return IdNumbers(tuple(runs), self.basis), number[code]

    def _known(self, hashes: Hashes) -> Numbers:
        """Return the numbers of ascending hashes, -1 for new ones."""
        number = np.full(len(hashes), -1, dtype=np.int32)
        for run in self.runs:
            place = np.minimum(np.searchsorted(run.hashes, hashes), len(run.hashes) - 1)
            found = run.hashes[place] == hashes
            number[found] = run.number[place[found]]
        return number
