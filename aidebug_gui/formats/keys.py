"""One spelling for the keys of all logs."""

from __future__ import annotations

import re
from functools import lru_cache

_CAMEL = re.compile(r"([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])")
_SEPARATORS = re.compile(r"[-. /]+")


@lru_cache(maxsize=4096)
def normalised(key: str) -> str:
    """Return a key in lower case with ``_`` for ``-``, ``.``, space and camelCase: ``latencyMs`` -> ``latency_ms``.

    Underscores in front are no part of it: journald, GELF and W&B mark their fields with them.
    """
    split = _CAMEL.sub(lambda match: "_".join(part for part in match.groups() if part), key)
    return _SEPARATORS.sub("_", split).lower().lstrip("_")
