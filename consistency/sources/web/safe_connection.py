"""Connections to hosts of the public network, and to no others."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from consistency.errors import InputError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
#: Whether a connection to this address may be made.
Allow = Callable[[Address], bool]

#: Where networks without IPv4 find its hosts: the last 32 bits are the address (RFC 6052).
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def public(address: Address) -> bool:
    """Whether an address belongs to the public network: not loopback, private, link-local, multicast or reserved."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return public(address.ipv4_mapped)
        if address in _NAT64:
            return public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        # Tunnels lead to an IPv4 address that a router picks out of them.
        if address.sixtofour or address.teredo or address.is_site_local or address.scope_id:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def checked(host: str, port: int, allow: Allow) -> list[str]:
    """The addresses of a host, all of which are allowed.

    Raises ``InputError`` where it has none, or one that is not: a name that leads to both is a trap.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"no such host: {host}", where=host, hint="check the address and the network") from error
    addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
    for text in addresses:
        if not allow(ipaddress.ip_address(text)):
            raise InputError(
                "resolves to an address outside the public network", where=host,
                hint="only public pages are fetched; save the text to a file and use that",
            )  # fmt: skip
    return addresses


class Line:
    """A connection to one of some addresses that is cut off at a deadline, whatever is going on."""

    def __init__(self, addresses: list[str], port: int, deadline: float) -> None:
        self.socket = _opened(addresses, port, deadline)
        self._timer = threading.Timer(left(deadline), self._cut)
        self._timer.daemon = True
        self._timer.start()

    def secure(self, host: str) -> None:
        """Go on under TLS, with a certificate for this host."""
        context = ssl.create_default_context()
        self.socket = context.wrap_socket(self.socket, server_hostname=host, do_handshake_on_connect=False)
        self.socket.do_handshake()

    def close(self) -> None:
        """Hang up."""
        self._timer.cancel()
        self.socket.close()

    def _cut(self) -> None:
        with suppress(OSError, ValueError):
            socket.socket.shutdown(self.socket, socket.SHUT_RDWR)


def left(deadline: float) -> float:
    """Seconds left. Raises ``TimeoutError`` where there are none."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


def _opened(addresses: list[str], port: int, deadline: float) -> socket.socket:
    last: OSError | None = None
    for address in addresses[:4]:
        try:
            return socket.create_connection((address, port), timeout=left(deadline))
        except OSError as error:
            last = error
    raise last or OSError("no address")
