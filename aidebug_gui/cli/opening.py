"""What the commands share: logs opened and read to their ends, the user's definitions, and errors in filters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from aidebug_gui.analysis.personal_data import personal_marks
from aidebug_gui.cli.console import ERROR, FOUND, NOTHING, fail
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


def each_log(paths: Iterable[LogAddress], look: Callable[[FileLog, LogAddress, bool], bool]) -> int:
    """Read logs one after the other, so that only one is in memory; return the exit code.

    ``look``: prints what there is to say of a log and returns whether that is something. It is also told whether it is
    the first to print. A log that cannot be read is told on the standard error; the others are looked at all the same.
    """
    warn_of_definitions()
    is_first, found_any, failed = True, False, False
    for path in paths:
        try:
            with opened(path) as store:
                found_any |= look(store, path, is_first)
            is_first = False
        except SourceError as problem:
            fail(str(problem))
            failed = True
    if failed:
        return ERROR
    return FOUND if found_any else NOTHING


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
