"""Fetching a model, from a hub of our own on this machine: what is right is kept, what is not is not."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from consistency.embed.models import model_path
from consistency.models.manifest import known_model

pytestmark = pytest.mark.slow

NAME = "all-MiniLM-L6-v2"
SCRIPT = (
    "import sys; from consistency.embed import fetch_model; from consistency.errors import ModelError\n"
    "try: print(*fetch_model(sys.argv[1], again=True))\n"
    "except ModelError as error: print('refused:', error)\n"
)

Fetch = Callable[[], str]


class Hub(BaseHTTPRequestHandler):
    """Serves a model's folder as the hub does: only the pinned revision, each file with its ETag."""

    def __init__(self, folder: Path, *args: object) -> None:
        self.folder = folder
        super().__init__(*args)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def _answer(self, *, body: bool) -> None:
        model = known_model(NAME)
        assert model is not None
        prefix = f"/{model.repository}/resolve/{model.revision}/"
        path = self.folder / self.path.removeprefix(prefix)
        if not self.path.startswith(prefix) or not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        self.send_header("X-Repo-Commit", model.revision)
        self.send_header("ETag", f'"{len(content)}"')
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if body:
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def served(tmp_path: Path) -> Path:
    model = known_model(NAME)
    assert model is not None
    for file in model.files:
        place = tmp_path / "served" / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes((model_path(NAME) / file.path).read_bytes())
    return tmp_path / "served"


@pytest.fixture
def fetch(served: Path, tmp_path: Path) -> Iterator[Fetch]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Hub, served))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    env = {
        "HF_ENDPOINT": f"http://127.0.0.1:{server.server_port}",
        "HF_HOME": str(tmp_path / "hub"),
        "CONSISTENCY_MODELS_DIR": str(tmp_path / "models"),
        "NO_PROXY": "127.0.0.1",
    }
    command = [sys.executable, "-c", SCRIPT, NAME]
    yield lambda: subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout
    server.shutdown()
    server.server_close()


def test_the_pinned_revision_is_fetched_and_kept(fetch: Fetch, tmp_path: Path) -> None:
    home = tmp_path / "models"
    assert fetch() == f"{home / NAME} True\n"
    model = known_model(NAME)
    assert model is not None
    kept = {path.relative_to(home / NAME).as_posix() for path in home.rglob("*") if path.is_file()}
    assert kept == {file.path for file in model.files}


def test_other_weights_are_refused_and_the_old_ones_stay(fetch: Fetch, served: Path, tmp_path: Path) -> None:
    fetch()
    weights = served / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x00")
    said = fetch()
    assert said.startswith("refused:")
    assert "not the one in the manifest" in said
    assert [path.name for path in (tmp_path / "models").iterdir()] == [NAME]
    assert (tmp_path / "models" / NAME / "model.safetensors").stat().st_size == weights.stat().st_size


def test_a_file_that_is_not_there_is_a_failed_download(fetch: Fetch, served: Path) -> None:
    (served / "vocab.txt").unlink()
    assert "the download failed" in fetch()
