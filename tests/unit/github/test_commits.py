"""The commit to compare with, asked of a server that wants a login."""

from __future__ import annotations

import base64
import os
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from consistency.github.commits import available, config
from consistency.github.event import Event
from tests.unit.github.conftest import Runner, git

TOKEN = "secret-token"
ASKED = "Basic " + base64.b64encode(f"x-access-token:{TOKEN}".encode()).decode()


@dataclass
class Server:
    """A git server on this machine, and the logins that it was shown."""

    address: str
    shown: list[str | None] = field(default_factory=list)


@pytest.fixture
def private(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """The runner's server over HTTP, for those alone who show the token."""
    backend = Path(git(runner.home, "--exec-path")) / "git-http-backend"
    if not backend.is_file():
        pytest.skip("git came without its HTTP server")
    told = Server("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def log_message(self, format: str, *args: object) -> None:
            pass

        def _answer(self) -> None:
            login = self.headers.get("Authorization")
            told.shown.append(login)
            if (login or "").lower() != ASKED.lower():
                self.send_response(401)
                self.send_header("WWW-Authenticate", "Basic")
                self.end_headers()
                return
            path, _, query = self.path.partition("?")
            env = {
                **os.environ, "GIT_PROJECT_ROOT": str(runner.home), "GIT_HTTP_EXPORT_ALL": "1", "PATH_INFO": path,
                "QUERY_STRING": query, "REQUEST_METHOD": self.command, "REMOTE_USER": "x",
                "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                "HTTP_GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
                "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            }  # fmt: skip
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            done = subprocess.run([str(backend)], input=body, env=env, capture_output=True, timeout=60)
            head, _, content = done.stdout.partition(b"\r\n\r\n")
            self.send_response(200)
            for line in head.decode().splitlines():
                name, _, value = line.partition(": ")
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    told.address = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    yield told
    server.shutdown()


def shallow(runner: Runner, address: str) -> tuple[Path, str]:
    """A clone of the last commit alone, whose origin is the server, and the commit before."""
    before = git(runner.server, "rev-parse", "HEAD")
    runner.commit()
    runner.checkout()
    git(runner.clone, "remote", "set-url", "origin", f"{address}/server/.git")
    return runner.clone, before


def test_the_token_opens_the_server_and_stays_out_of_the_clone(runner: Runner, private: Server) -> None:
    clone, before = shallow(runner, private.address)
    event = Event(name="push", base=before)
    assert available(clone, event, "", private.address) is None
    assert available(clone, event, "wrong", private.address) is None
    assert available(clone, event, TOKEN, private.address) == before
    assert TOKEN not in (clone / ".git" / "config").read_text(encoding="utf-8")
    assert ASKED.removeprefix("Basic ") not in (clone / ".git" / "config").read_text(encoding="utf-8")


def test_the_token_is_shown_to_no_other_server(runner: Runner, private: Server) -> None:
    clone, before = shallow(runner, private.address)
    assert available(clone, Event(name="push", base=before), TOKEN, "https://github.example") is None
    assert private.shown
    assert set(private.shown) == {None}


def test_a_commit_that_is_there_is_asked_of_nobody(runner: Runner) -> None:
    runner.checkout(depth=None)
    git(runner.clone, "remote", "set-url", "origin", "https://nowhere.invalid/x")
    first = git(runner.clone, "rev-parse", "HEAD")
    assert available(runner.clone, Event(name="push", base=first), "", "https://nowhere.invalid") == first


def test_a_folder_without_a_repository_has_no_commit(tmp_path: Path) -> None:
    assert available(tmp_path, Event(name="push", base="a" * 40), "", "") is None


def test_settings_of_git_are_added_to_those_that_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "2")
    assert config("a.b", "c") == {"GIT_CONFIG_COUNT": "3", "GIT_CONFIG_KEY_2": "a.b", "GIT_CONFIG_VALUE_2": "c"}
