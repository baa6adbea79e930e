"""Arrays of numbers that grow at their end, so that adding some costs little however many there are."""

from __future__ import annotations

from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from aidebug_gui.store.protocol import Rows

Number = TypeVar("Number", bound=np.generic)


class GrowingArray(Generic[Number]):
    """One array with room at its end. What :meth:`view` gave out stays as it is, but for the last item.

    One thread changes it.
    """

    def __init__(self, values: NDArray[Number]) -> None:
        """Begin with ``values``, which belong to the array from here on."""
        self._array = values
        self._count = len(values)

    def append(self, values: NDArray[Number]) -> None:
        self.reserve(len(values))
        self._array[self._count : self._count + len(values)] = values
        self._count += len(values)

    def reserve(self, more: int) -> None:
        """Make room for so many more: then appending them costs little."""
        count = self._count + more
        if count > len(self._array):
            larger = np.empty(max(1024, count * 3 // 2), dtype=self._array.dtype)
            larger[: self._count] = self._array[: self._count]
            self._array = larger

    def set_last(self, value: int) -> None:
        self._array[self._count - 1] = value

    def view(self) -> NDArray[Number]:
        return self._array[: self._count]

    def __len__(self) -> int:
        return self._count


def goes_on(old: Rows | None, new: Rows | None, count: int) -> bool:
    """Return whether a selection (None: all records) begins with the first ``count`` records of an older one."""
    if new is None or old is None:
        return (new is None and old is None) or not count
    if len(new) < count:
        return False
    if old.base is not None and old.base is new.base and old.ctypes.data == new.ctypes.data:
        return True  # views of one array, of which nothing that was given out is changed
    return bool(np.array_equal(new[:count], old[:count]))
