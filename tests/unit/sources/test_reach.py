"""Which hosts are asked for pages, and what they may send: a real server on this machine, allowed by the caller."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from consistency.errors import InputError
from consistency.sources.web import safe_connection as reach
from consistency.sources.web.fetch import Limits, fetch
from consistency.sources.web.safe_connection import Address, public

BOMB = gzip.compress(b"x" * 50_000_000, 1)
PAGE = b"<article><p>The mill burned on Monday.</p></article>"


def loopback(address: Address) -> bool:
    """The tests' own server."""
    return address.is_loopback


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.path.partition("?")[0].strip("/")
        getattr(self, f"send_{name}", self.send_page)()

    def answer(self, content: bytes, status: int = 200, type: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        for key, value in {"Content-Type": type, **headers}.items():
            if value:
                self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def send_page(self) -> None:
        self.answer(PAGE, Content_Length=str(len(PAGE)))

    def send_text(self) -> None:
        self.answer("Né à Paris.".encode("latin-1"), type="text/plain; charset=ISO-8859-1")

    def send_missing(self) -> None:
        self.answer(b"", 404)

    def send_pdf(self) -> None:
        self.answer(b"%PDF", type="application/pdf")

    def send_untyped(self) -> None:
        self.answer(PAGE, type="")

    def send_empty(self) -> None:
        self.answer(b" \n")

    def send_large(self) -> None:
        self.answer(b"x" * 3000)

    def send_gzip(self) -> None:
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def send_bomb(self) -> None:
        self.answer(BOMB, Content_Encoding="gzip")

    def send_torn(self) -> None:
        self.answer(gzip.compress(PAGE)[:-9], Content_Encoding="gzip")

    def send_brotli(self) -> None:
        self.answer(PAGE, Content_Encoding="br")

    def send_short(self) -> None:
        self.answer(PAGE, Content_Length="1000")

    def send_moved(self) -> None:
        self.answer(b"", 302, Location="/page")

    def send_around(self) -> None:
        self.answer(b"", 302, Location="/around")

    def send_inward(self) -> None:
        self.answer(b"", 302, Location="http://169.254.169.254/latest/meta-data/")

    def send_file(self) -> None:
        self.answer(b"", 302, Location="file:///etc/passwd")

    def send_nowhere(self) -> None:
        self.answer(b"", 302)

    def send_slow(self) -> None:
        self.answer(b"")
        self.drip()

    def send_slowhead(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        self.drip()

    def drip(self) -> None:
        try:
            for _ in range(100):
                self.wfile.write(b"X")
                time.sleep(0.1)
        except OSError:
            pass

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


# ---- addresses


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "192.0.0.1", "192.0.2.1", "198.18.0.1", "203.0.113.1", "224.0.0.1", "239.1.1.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "::ffff:169.254.169.254", "64:ff9b::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "2002:7f00:1::1",
        "2002:808:808::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1",
        "fd12::1", "ff02::1", "2001:db8::1", "100::1",
    ],
)  # fmt: skip
def test_what_is_not_public(address: str) -> None:
    assert not public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]
)
def test_what_is_public(address: str) -> None:
    assert public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "name", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_not_asked_whatever_it_is_called(host: str, name: str) -> None:
    with pytest.raises(InputError, match=r"outside the public network|no such host"):
        fetch(f"http://{name}:{host.rpartition(':')[2]}/page")


def test_one_address_of_a_host_that_is_not_public_is_enough(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    port = int(host.rpartition(":")[2])

    def resolved(*args: object, **options: object) -> list[object]:
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*kind, ("8.8.8.8", port)), (*kind, ("127.0.0.1", port))]

    monkeypatch.setattr(reach.socket, "getaddrinfo", resolved)
    with pytest.raises(InputError, match="outside the public network"):
        fetch("http://two.example/page")


def test_a_name_is_looked_up_once_and_what_was_found_is_connected_to(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    port = int(host.rpartition(":")[2])
    asked: list[str] = []
    real = socket.getaddrinfo

    def resolved(name: str, *args: object, **options: object) -> object:
        if name == "rebinding.example":
            asked.append(name)
            assert len(asked) == 1, "a second answer could be another address"
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]
        return real(name, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(reach.socket, "getaddrinfo", resolved)
    assert fetch(f"http://rebinding.example:{port}/page", allow=loopback).content == PAGE


# ---- pages


def test_a_page(host: str) -> None:
    found = fetch(f"{host}/page?q=ä b#part".replace(" ", "%20"), allow=loopback)
    assert (found.content, found.type, found.url) == (PAGE, "text/html", f"{host}/page?q=ä%20b")


def test_what_the_host_says_of_it(host: str) -> None:
    found = fetch(f"{host}/text", allow=loopback)
    assert (found.type, found.charset) == ("text/plain", "iso-8859-1")


@pytest.mark.parametrize("name", ["gzip", "moved"])
def test_packed_and_moved_pages(host: str, name: str) -> None:
    assert fetch(f"{host}/{name}", allow=loopback).content == PAGE


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("missing", "responded 404"),
        ("pdf", "application/pdf"),
        ("untyped", "type none"),
        ("empty", "page is empty"),
        ("large", "larger than 2,000 bytes"),
        ("bomb", "larger than 2,000 bytes"),
        ("torn", "interrupted"),
        ("short", "interrupted"),
        ("brotli", "content encoding: br"),
        ("around", "more than 5 times"),
        ("inward", "outside the public network"),
        ("file", "not a web address"),
        ("slow", "took too long"),
        ("slowhead", "took too long"),
    ],
)
def test_what_is_not_taken(host: str, name: str, says: str) -> None:
    start = time.monotonic()
    with pytest.raises(InputError, match=says):
        fetch(f"{host}/{name}", limits=Limits(size=2000, seconds=1.0), allow=loopback)
    assert time.monotonic() - start < 5


def test_a_port_where_nobody_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(InputError, match="cannot be fetched"):
        fetch(f"http://127.0.0.1:{port}/", allow=loopback)


def test_a_secure_connection_to_who_speaks_none(host: str) -> None:
    with pytest.raises(InputError, match=r"secure|cannot be fetched"):
        fetch(host.replace("http:", "https:"), limits=Limits(seconds=2), allow=loopback)


@pytest.mark.parametrize(
    "url",
    ["ftp://x.org/a", "file:///etc/passwd", "http:///x", "https://", "x.org", "http://a b/", "http://u:p@x.org/",
     "http://x.org:99999/", "http://x.org/\r\nHost: y", "javascript://x", "http://[::1"],
)  # fmt: skip
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(InputError):
        fetch(url, allow=loopback)
