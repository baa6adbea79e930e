"""The clock behind times that name no zone, where others of the same log do.

Ollama's own lines say +09:00, the web server within it writes the same clock without it: read as UTC, one line would lie
nine hours from the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from aidebug_gui.formats.times import zone_seconds

ZONED = r"(?:^[0-9.eE+]+$|:\d\d(?:[.,]\d+)? ?(Z|UTC|[+-]\d\d(?::?\d\d)?)$)"
"""Times that need no other's zone: numbers since 1970, and those with a zone (``re`` and RE2)."""

_ZONED = re.compile(ZONED, re.ASCII)


def naive_offset(times: Iterable[str]) -> int:
    """Return the offset (s east of UTC) that times without a zone have: the one of all others; 0 where they differ.

    UTC tells nothing of the clock of others: a log shipper, not the program, may write it.
    """
    offsets: set[int] = set()
    naive = False
    for text in times:
        found = _ZONED.search(text.strip())
        if found is None:
            naive = True
        elif found[1]:
            offsets.add(zone_seconds(found[1]) or 0)
    return offsets.pop() if naive and len(offsets) == 1 else 0
