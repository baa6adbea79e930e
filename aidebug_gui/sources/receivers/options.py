"""What the command line asks to receive."""

from __future__ import annotations

from dataclasses import dataclass

from aidebug_gui.sources.receivers.address import Address

OTLP_PORT = 4318  # OTLP over HTTP, as OpenTelemetry has it


@dataclass(frozen=True, slots=True)
class ReceiveOptions:
    """Ports to listen on, and whether standard input is read."""

    lines: tuple[Address, ...] = ()
    otlp: tuple[Address, ...] = ()
    standard_input: bool = False
