"""The jobs that open a log which comes in, or one that a crash left behind (pool threads)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias, TypeVar

from aidebug_gui.sources.receivers.address import Address
from aidebug_gui.sources.receivers.lines import LineListener
from aidebug_gui.sources.receivers.otlp_http import OtlpListener
from aidebug_gui.sources.receivers.pipe import PipeReader
from aidebug_gui.sources.receivers.received import ReceivedSpool
from aidebug_gui.sources.receivers.recovery import RecoverableLog
from aidebug_gui.sources.spool import SourceError
from aidebug_gui.store.protocol import CancelToken, LogStore
from aidebug_gui.translatable import translatable
from aidebug_gui.ui.live.received_log import LiveLog, ReceivedLog, RecoveredLog
from aidebug_gui.ui.opening import OpenLog

Begin: TypeAlias = Callable[[], ReceivedSpool]
Listener = TypeVar("Listener", LineListener, OtlpListener)


def lines_on(address: Address) -> Begin:
    """Return what begins to listen for lines. Raises SourceError when it is called and cannot."""

    def begin() -> ReceivedSpool:
        spool = ReceivedSpool(str(address), f"{_file_name(address)}.jsonl")
        listener = _listening(LineListener, address, spool)
        spool.note(
            "note",
            translatable(
                "Listening on {address}: lines, JSON and Python's log records, TCP and UDP.",
                address=str(listener.address),
            ),
        )
        return spool

    return begin


def otlp_on(address: Address) -> Begin:
    """Return what begins to listen for OTLP/HTTP. Raises SourceError when it is called and cannot."""

    def begin() -> ReceivedSpool:
        spool = ReceivedSpool(
            translatable("OTLP on {address}", address=str(address)), f"otlp-{_file_name(address)}.jsonl"
        )
        listener = _listening(OtlpListener, address, spool)
        spool.note(
            "note",
            translatable(
                "Listening on {address}: OpenTelemetry logs, traces and metrics over HTTP.",
                address=str(listener.address),
            ),
        )
        return spool

    return begin


def _listening(
    listen: Callable[[Address, ReceivedSpool], Listener], address: Address, spool: ReceivedSpool
) -> Listener:
    """Begin to listen; the spool does not outlive a failure."""
    try:
        return listen(address, spool)
    except BaseException:
        spool.close()
        raise


def standard_input() -> ReceivedSpool:
    """Begin to read standard input. Raises SourceError."""
    try:
        descriptor = sys.stdin.fileno()
    except (AttributeError, OSError, ValueError) as error:  # started without a terminal, or it was closed
        raise SourceError(translatable("There is no standard input to read.")) from error
    spool = ReceivedSpool(translatable("standard input"), "stdin.log")
    PipeReader(descriptor, spool)
    return spool


def pasted(text: str) -> Begin:
    """Return what makes a log of a text that was copied elsewhere. Raises SourceError when it is called and cannot."""

    def begin() -> ReceivedSpool:
        spool = ReceivedSpool(translatable("clipboard"), "pasted.log")
        lines = text if text.endswith("\n") else f"{text}\n"
        spool.append(lines.encode("utf-8", "replace"))
        spool.finish(translatable("Pasted from the clipboard."))
        return spool

    return begin


def _file_name(address: Address) -> str:
    return f"port-{address.port}" if address.is_local else f"{address.host.replace(':', '.')}-{address.port}"


class OpenReceived(OpenLog):
    """Begins to receive, and opens what comes."""

    def __init__(self, begin: Begin, warning: str, number: int) -> None:
        super().__init__(Path(), number, number - 1)
        self.warning = warning
        self.received: ReceivedLog | None = None
        self._begin = begin

    def __call__(self, cancel: CancelToken) -> tuple[OpenLog, LogStore]:
        from aidebug_gui.store import open_received

        spool = self._begin()
        self.received = LiveLog(spool)
        self.path = spool.path
        return self, open_received(spool)


class OpenPasted(OpenReceived):
    """Opens a text of the clipboard, which nobody needs to save: it goes with its tab."""


class OpenRecovered(OpenLog):
    """Opens a log that a crash left behind."""

    warning = ""

    def __init__(self, left: RecoverableLog, number: int) -> None:
        super().__init__(left.path, number, number - 1)
        self.received: ReceivedLog | None = RecoveredLog(left)
