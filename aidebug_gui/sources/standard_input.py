"""Standard input as a file, for commands that read a log to its end, and some of them twice."""

from __future__ import annotations

import atexit
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

from aidebug_gui.sources.spool import SourceError
from aidebug_gui.translatable import translatable

STANDARD_INPUT = Path("-")
_COPY_BYTES = 1 << 20


@cache
def standard_input_file() -> Path:
    """Return a private file with all of standard input, which is read when this is first asked; deleted at the end.

    Raises SourceError where there is no room for it.
    """
    try:
        folder = tempfile.mkdtemp(prefix="aidebug-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        path = Path(folder) / "stdin"
        with path.open("wb") as out:
            shutil.copyfileobj(sys.stdin.buffer, out, _COPY_BYTES)
    except OSError as error:
        raise SourceError(
            translatable("Standard input cannot be read: {reason}.", reason=str(error.strerror or error))
        ) from error
    return path
