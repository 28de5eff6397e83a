"""A page of the web, fetched when asked for by name: bounded in size, time and redirections, public hosts only."""

from __future__ import annotations

import http.client
import ssl
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from consistency import __version__
from consistency.errors import InputError
from consistency.sources.web.safe_connection import Allow, Line, checked, left, public
from consistency.sources.web.snapshot import address

#: Types of pages that hold a text, and the endings of their files.
TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
}
_MOVED = {301, 302, 303, 307, 308}
_PORTS = {"http": 80, "https": 443}
_CHUNK = 65536


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a page may cost: bytes as read and as unpacked, seconds in all, redirections."""

    size: int = 5_000_000
    seconds: float = 30.0
    hops: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What was sent: ``url`` is where it was found in the end, ``charset`` what the host says it is written in."""

    url: str
    type: str
    charset: str | None
    content: bytes


def fetch(url: str, *, limits: Limits | None = None, allow: Allow = public) -> Fetched:
    """The page at an address.

    ``allow`` says to which addresses of the network a connection may be made; every redirection is asked anew.
    Raises ``InputError`` for what cannot or must not be fetched.
    """
    bounds = limits or Limits()
    deadline = time.monotonic() + bounds.seconds
    at = address(url)
    for _ in range(bounds.hops + 1):
        found = _once(at, bounds, deadline, allow)
        if isinstance(found, Fetched):
            return found
        if at.startswith("https:") and not found.startswith("https:"):
            raise InputError("redirects to an insecure address", where=url, hint="use the final address")
        at = found
    raise InputError(f"redirects more than {bounds.hops} times", where=url, hint="use the final address")


def _once(url: str, limits: Limits, deadline: float, allow: Allow) -> Fetched | str:
    """The page, or the address that it has moved to."""
    try:
        with _asked(url, deadline, allow) as response:
            if response.status in _MOVED:
                return address(urljoin(url, response.headers.get("Location", "")))
            return _page(url, response, limits, deadline)
    except InputError:
        raise
    except ssl.SSLError as error:
        raise InputError(f"no secure connection: {error.reason}", where=url, hint="check the address") from error
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        late = isinstance(error, TimeoutError) or time.monotonic() >= deadline
        told = "took too long" if late else f"cannot be fetched: {error or type(error).__name__}"
        raise InputError(told, where=url, hint="try again, or save the text to a file and use that") from error


@contextmanager
def _asked(url: str, deadline: float, allow: Allow) -> Iterator[http.client.HTTPResponse]:
    """The answer to a request, over a line to the very address that was checked."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    line = Line(checked(host, port, allow), port, deadline)
    try:
        if parts.scheme == "https":
            line.secure(host)
        connection = http.client.HTTPConnection(parts.netloc.rpartition("@")[2])
        connection.sock = line.socket
        connection.request("GET", _target(parts), headers=_HEADERS)
        with connection.getresponse() as response:
            # What was cut off at the deadline looks like an answer that was short.
            left(deadline)
            yield response
    finally:
        line.close()


def _target(parts: SplitResult) -> str:
    """Path and query, with what is not to be sent as it is in percent signs."""
    path, query = (quote(text, safe="/%!$&'()*+,;=:@~-._?[]") for text in (parts.path or "/", parts.query))
    return f"{path}?{query}" if query else path


_HEADERS = {
    "User-Agent": f"consistency/{__version__}",
    "Accept": "text/html, text/markdown, text/plain;q=0.9",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


def _page(url: str, response: http.client.HTTPResponse, limits: Limits, deadline: float) -> Fetched:
    if response.status != 200:
        raise InputError(
            f"the server responded {response.status} {response.reason}", where=url, hint="open it in a browser"
        )
    kind = _type(response.headers, url)
    content = b"".join(_read(url, response, limits, deadline))
    if not content.strip():
        raise InputError("the page is empty", where=url, hint="open it in a browser")
    return Fetched(url=url, type=kind, charset=response.headers.get_content_charset(), content=content)


def _type(headers: Message, url: str) -> str:
    kind = headers.get_content_type() if "Content-Type" in headers else "none"
    if kind not in TYPES:
        raise InputError(f"has the content type {kind}, not text", where=url, hint="save its text to a file")
    return kind


def _read(url: str, response: http.client.HTTPResponse, limits: Limits, deadline: float) -> Iterator[bytes]:
    """The content, unpacked; never more of it in memory than the limit and one chunk."""
    coding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if coding not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise InputError(f"has an unsupported content encoding: {coding}", where=url, hint="save its text to a file")
    unpack = zlib.decompressobj(47) if coding not in ("identity", "") else None
    sent = size = 0
    while chunk := response.read1(_CHUNK):
        left(deadline)
        sent += len(chunk)
        # One more than is left shows that there is more.
        part = unpack.decompress(chunk, limits.size - size + 1) if unpack else chunk
        size += len(part)
        if size > limits.size or sent > limits.size:
            raise InputError(f"is larger than {limits.size:,} bytes", where=url, hint="save its text to a file")
        yield part
    left(deadline)
    if response.length or (unpack and not unpack.eof):
        raise InputError("the connection was interrupted", where=url, hint="try again")
