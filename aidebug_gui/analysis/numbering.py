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
class IdNumbers:
    """Ids, of which only hashes are kept: ``hashes``, ascending, and the ``number`` of each."""

    hashes: Hashes = field(default_factory=lambda: np.empty(0, dtype=np.uint64))
    number: Numbers = field(default_factory=lambda: np.empty(0, dtype=np.int32))
    basis: object = field(default_factory=object)

    @property
    def dictionary(self) -> range:
        return range(len(self.hashes))

    def add(self, values: Hashes) -> tuple[IdNumbers, Numbers]:
        """See ``Numbering``. Hash 0 is no id's."""
        hashes, code = np.unique(values, return_inverse=True)
        has_none = int(len(hashes) > 0 and hashes[0] == 0)
        hashes, code = hashes[has_none:], code.reshape(-1) - has_none
        if not len(self.hashes):
            numbers = IdNumbers(hashes, np.arange(len(hashes), dtype=np.int32), self.basis)
            return numbers, code.astype(np.int32)
        place = np.searchsorted(self.hashes, hashes)
        near = np.minimum(place, len(self.hashes) - 1)
        is_new = self.hashes[near] != hashes
        number = np.where(is_new, len(self.hashes) + np.cumsum(is_new) - 1, self.number[near]).astype(np.int32)
        grown = IdNumbers(
            np.insert(self.hashes, place[is_new], hashes[is_new]),
            np.insert(self.number, place[is_new], number[is_new]),
            self.basis,
        )
        return grown, np.append(number, np.int32(-1))[code]


@dataclass(frozen=True, slots=True, eq=False)
class Numbered:
    """The numbers of the first records, which stay as they are."""

    numbers: Any  # a Numbering
    code: Numbers
