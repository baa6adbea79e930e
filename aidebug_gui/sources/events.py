"""What happens to a source while it is followed, in words for the user."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

EventKind: TypeAlias = Literal[
    "renamed", "truncated", "deleted", "recreated", "late", "gap", "lost", "note", "joined",
    "connected", "disconnected", "refused", "full", "ended",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SourceEvent:
    """Something that happened to a source; ``text`` says it in words.

    Kinds: the file was renamed and a new one begins (``renamed``), emptied in place (``truncated``), deleted, created
    again (``recreated``); an old file got lines after the new one had begun (``late``); bytes that were never written
    were left out (``gap``); text of older lines is gone (``lost``); a new file belongs to the log (``joined``). Of a log
    that is received: somebody begins to send (``connected``) or ends (``disconnected``), something was not taken
    (``refused``), there is no room for more (``full``), nothing more comes (``ended``). All else is a ``note``.
    ``offset``: where in the spool what came after it begins. ``time_ns``: when it was noticed (epoch).
    """

    kind: EventKind
    text: str
    offset: int
    time_ns: int = field(default_factory=time.time_ns)
