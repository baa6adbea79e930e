"""The key of a user's pseudonyms: with it the same person has the same name in all copies."""

from __future__ import annotations

import secrets
from pathlib import Path

_KEY_FILE = "pseudonym.key"
_KEY_BYTES = 32


def pseudonym_key(directory: Path) -> bytes:
    """Return the key of the user's pseudonyms, made when it is first needed and readable only by its owner.

    Raises OSError if it can neither be read nor written.
    """
    path = directory / _KEY_FILE
    try:
        key = path.read_bytes()
        if len(key) >= _KEY_BYTES:
            return key
    except FileNotFoundError:
        pass
    directory.mkdir(parents=True, exist_ok=True)
    key = secrets.token_bytes(_KEY_BYTES)
    path.touch(mode=0o600)
    path.write_bytes(key)
    return key
