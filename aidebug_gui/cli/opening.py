"""What the commands share: a log opened and read to its end, the user's definitions, and errors in filters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from aidebug_gui.analysis.personal_data import personal_marks
from aidebug_gui.cli.console import fail
from aidebug_gui.formats.catalog import Catalog
from aidebug_gui.resources import user_directory
from aidebug_gui.sources import SourceError
from aidebug_gui.sources.addresses import LogAddress
from aidebug_gui.sources.standard_input import STANDARD_INPUT, standard_input_file
from aidebug_gui.store import open_log
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import FilterError


def warn_of_definitions() -> None:
    """Tell on the standard error which of the user's own definition files are left out, and why."""
    for problem in Catalog.load(user_directory()).problems:
        fail(f"warning: {problem}")


@contextmanager
def opened(path: LogAddress) -> Iterator[FileLog]:
    """Open a log (``-``: standard input) and read all of it. Raises SourceError if that is not possible."""
    store = open_log(standard_input_file() if path == STANDARD_INPUT else path)
    try:
        store.wait()
        if store.state().error or not store.state().complete:
            raise SourceError(store.state().error or f"{path} could not be read to its end.")
        store.use_marks(personal_marks)
        yield store
    finally:
        store.close()


def filter_message(text: str, problem: FilterError) -> str:
    """Return the error with the filter below it and carets under the exact characters."""
    shown = "".join(" " if character.isspace() else character for character in text)
    carets = "^" * max(1, min(problem.length, len(text) - problem.position))
    return f"{problem.message}\n  {shown}\n  {' ' * problem.position}{carets}"
