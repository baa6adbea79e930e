"""Opening logs: what the named files mean, and the job that opens one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from aidebug_gui.sources.addresses import LogAddress, Merged, as_path, read_address
from aidebug_gui.sources.rotated import grouped
from aidebug_gui.store.protocol import CancelToken, LogStore
from aidebug_gui.ui.settings import current_settings

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


def as_logs(addresses: Iterable[LogAddress]) -> Iterator[LogAddress]:
    """Yield the logs that are meant: the parts of a rotated log are one, in the place of the first of them."""
    addresses = list(addresses)
    groups = {group[0]: group for group in grouped([address for address in addresses if isinstance(address, Path)])}
    for address in addresses:
        if isinstance(address, Merged):
            yield address
        elif address in groups:
            group = groups.pop(address)
            yield group[0] if len(group) == 1 else Merged(group)


def address_text(path: Path) -> str:
    """Return an address for one line of a menu: of several files their names joined."""
    address = read_address(path)
    if not isinstance(address, Merged):
        return str(path)
    return " + ".join([str(address.paths[0]), *(one.name for one in address.paths[1:])])


def tab_of(address: LogAddress, views: Iterable[LogView]) -> LogView | None:
    """Return the tab that follows a file already, whatever way leads to it; None if there is none.

    What is not followed may be another log by now, and several files as one other ones: these are opened again.
    """
    if isinstance(address, Merged) or not address.is_file():
        return None
    real = os.path.realpath(address)
    return next((view for view in views if view.session.state.live and os.path.realpath(view.path) == real), None)


def path_beside(path: Path, ending: str) -> Path:
    """Return a name for a file that is written beside a log; of several files beside the first one."""
    address = read_address(path)
    first = address.paths[0] if isinstance(address, Merged) else address
    return first.with_name(f"{first.stem}{ending}")


class OpenLog:
    """Opens a log (pool thread); the engine is imported here, after the window is shown."""

    def __init__(self, address: LogAddress, number: int, first: int, instead_of: tuple[LogView, ...] = ()) -> None:
        self.address = address
        self.path = as_path(address)
        self.number = number  # of all logs that were asked for
        self.first = first  # those asked for together have the numbers after this
        self.instead_of = instead_of
        self._follow = bool(current_settings().value("follow"))

    def __call__(self, cancel: CancelToken) -> tuple[OpenLog, LogStore]:
        from aidebug_gui.store import open_log

        return self, open_log(self.address, follow=self._follow)
