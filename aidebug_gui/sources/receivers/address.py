"""Where to listen: ``9020``, ``localhost:9020``, ``0.0.0.0:9020``, ``[::1]:9020``."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass

from aidebug_gui.translatable import translatable

LOOPBACK = "127.0.0.1"
MAX_PORT = 65535


class AddressError(ValueError):
    """A text that is no address to listen on, in words."""


@dataclass(frozen=True, slots=True)
class Address:
    """A host and a port; port 0 lets the system choose one."""

    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return translatable("port {port}", port=str(self.port)) if self.is_local else f"{host}:{self.port}"

    @property
    def is_local(self) -> bool:
        """Whether only programs on this machine can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def family(self) -> socket.AddressFamily:
        """IPv6 for an address with colons, else IPv4."""
        return socket.AF_INET6 if ":" in self.host else socket.AF_INET


def read_address(text: str) -> Address:
    """Read ``[HOST:]PORT``. Without a host only this machine can reach it. Raises AddressError."""
    host, _, port = text.strip().rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not port.isascii() or not port.isdecimal() or len(port) > 5 or int(port) > MAX_PORT:
        raise AddressError(
            translatable("{text} is not an address to listen on. Examples: 9020, 127.0.0.1:9020", text=repr(text))
        )
    return Address(host or LOOPBACK, int(port))


def exposure_warning(address: Address) -> str:
    """Return what to know before listening on an address that others can reach; empty for this machine alone."""
    if address.is_local:
        return ""
    return translatable(
        "Everybody who can reach {address} can send records to it, unencrypted and without a password.",
        address=str(address),
    )
