"""The store on disk: what it keeps, and that nothing that is wrong with it reaches the user as an error."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from consistency.cache import FILE, CacheWarning, Store, cache_folder, open_store
from consistency.settings import Settings


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def store(tmp_path: Path, told: list[str]) -> Store:
    return Store(tmp_path / "made" / FILE, on_fault=told.append)


def test_a_value_is_kept_for_the_next_process(store: Store, told: list[str]) -> None:
    store.put("claims", b"key", b"\x00value\xff")
    store.close()
    again = Store(store.path, on_fault=told.append)
    assert again.get("claims", b"key") == b"\x00value\xff"
    assert again.get("claims", b"other") is None
    assert told == []


def test_namespaces_do_not_mix(store: Store) -> None:
    store.put("a", b"key", b"1")
    store.put("b", b"key", b"2")
    assert (store.get("a", b"key"), store.get("b", b"key")) == (b"1", b"2")


def test_a_value_can_be_replaced(store: Store) -> None:
    store.put("a", b"key", b"old")
    store.put("a", b"key", b"new")
    assert store.get("a", b"key") == b"new"


def test_what_is_kept_together_is_there_at_once_and_written_at_the_end(store: Store) -> None:
    other = Store(store.path)
    with pytest.raises(KeyError), store.transaction():
        with store.transaction():
            store.put("a", b"key", b"value")
        assert (store.get("a", b"key"), other.get("a", b"key")) == (b"value", None)
        raise KeyError
    assert other.get("a", b"key") == b"value"


def test_more_keys_than_one_statement_takes(store: Store) -> None:
    items = {index.to_bytes(4, "big"): str(index).encode() for index in range(2500)}
    store.put_many("a", items)
    assert store.get_many("a", [*items, b"absent"]) == items


def test_only_the_user_may_read_it(store: Store) -> None:
    store.put("a", b"key", b"unpublished")
    assert store.path.stat().st_mode & 0o077 == 0
    assert store.path.parent.stat().st_mode & 0o077 == 0


def test_the_oldest_go_first_beyond_the_limit(tmp_path: Path) -> None:
    store = Store(tmp_path / FILE, limit=400_000)
    for index in range(100):
        store.put("a", bytes([index]), bytes(10_000))
    assert store.size() <= 400_000
    assert store.get("a", bytes([0])) is None
    assert store.get("a", bytes([99])) == bytes(10_000)


def test_a_corrupt_file_is_made_anew_and_said_once(store: Store, told: list[str]) -> None:
    store.path.parent.mkdir()
    store.path.write_bytes(b"this is no database at all " * 400)
    assert store.get("a", b"key") is None
    store.put("a", b"key", b"value")
    assert store.get("a", b"key") == b"value"
    assert len(told) == 1
    assert str(store.path) in told[0]


@pytest.mark.parametrize("damage", ["x'00112233445566'", "value || 'text'", "x''", "7"])
def test_a_damaged_value_is_not_returned(store: Store, damage: str) -> None:
    store.put("a", b"key", b"value")
    store.close()
    with sqlite3.connect(store.path) as connection:
        connection.execute(f"UPDATE entries SET value = {damage}")
    connection.close()
    assert store.get("a", b"key") is None


def test_a_place_that_is_no_folder_is_said_once(tmp_path: Path, told: list[str]) -> None:
    (tmp_path / "file").write_text("not a folder")
    store = Store(tmp_path / "file" / FILE, on_fault=told.append)
    store.put("a", b"key", b"value")
    assert store.get("a", b"key") is None
    assert store.size() == 0
    assert len(told) == 1


def test_a_locked_file_can_be_read_but_a_write_is_given_up(
    store: Store, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("consistency.cache.table.PATIENCE", 0.05)
    store.put("a", b"key", b"value")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store.put("a", b"second", b"value")
    assert store.get("a", b"key") == b"value"
    assert len(told) == 1
    other.execute("ROLLBACK")
    other.close()
    store.put("a", b"third", b"value")
    assert store.get("a", b"third") == b"value"


def test_processes_that_write_at_once_lose_nothing(store: Store) -> None:
    script = (
        "import sys; from pathlib import Path; from consistency.cache import Store\n"
        "store = Store(Path(sys.argv[1]))\n"
        "for index in range(40): store.put('a', f'{sys.argv[2]}-{index}'.encode(), b'x' * 1000)\n"
    )
    command = [sys.executable, "-W", "error", "-c", script, str(store.path)]
    running = [subprocess.Popen([*command, name]) for name in ("one", "two", "three")]
    assert [process.wait() for process in running] == [0, 0, 0]
    keys = [f"{name}-{index}".encode() for name in ("one", "two", "three") for index in range(40)]
    assert len(store.get_many("a", keys)) == 120


def test_a_forked_child_opens_its_own(store: Store) -> None:
    store.put("a", b"key", b"value")
    child = os.fork()
    if child == 0:
        store.put("a", b"child", b"value")
        os._exit(0 if store.get("a", b"key") == b"value" else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert store.get("a", b"child") == b"value"


def test_without_a_listener_the_user_is_warned(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.warns(CacheWarning, match="cannot be used"):
        Store(tmp_path / "file" / FILE).get("a", b"key")


def test_where_the_cache_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSISTENCY_CACHE_DIR", str(tmp_path / "env"))
    assert cache_folder(Settings()) == tmp_path / "env"
    assert cache_folder(Settings(cache_dir=str(tmp_path / "set"))) == tmp_path / "set"
    monkeypatch.delenv("CONSISTENCY_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder(Settings()).name == "consistency"


def test_switched_off_there_is_no_store(tmp_path: Path) -> None:
    assert open_store(Settings(cache=False)) is None
    opened = open_store(Settings(cache_dir=str(tmp_path)))
    assert opened is not None
    assert list(tmp_path.iterdir()) == []


def test_waiting_in_vain_is_done_once(store: Store, told: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consistency.cache.table.PATIENCE", 0.4)
    store.put("a", b"key", b"value")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    start = time.monotonic()
    for index in range(4):
        store.put("a", bytes([index]), b"value")
    assert time.monotonic() - start < 1.2
    assert len(told) == 1
    other.close()


def test_a_name_that_is_no_text_is_not_an_error(store: Store, told: list[str]) -> None:
    store.put("vectors/\udcff", b"key", b"value")
    assert store.get("vectors/\udcff", b"key") is None
    assert len(told) == 1
    store.put("a", b"key", b"value")
    assert store.get("a", b"key") == b"value"


@pytest.mark.parametrize("seed", range(8))
def test_a_file_damaged_anywhere_never_raises_and_never_lies(tmp_path: Path, seed: int) -> None:
    path, source = tmp_path / FILE, random.Random(seed)
    store = Store(path)
    items = {index.to_bytes(2, "big"): source.randbytes(900) for index in range(120)}
    store.put_many("a", items)
    store.close()
    content = bytearray(path.read_bytes())
    for _ in range(12):
        start = source.randrange(len(content) - 64)
        content[start : start + 64] = source.randbytes(64)
    path.write_bytes(content)
    again = Store(path, on_fault=lambda message: None)
    assert all(items[key] == value for key, value in again.get_many("a", list(items)).items())
    again.put_many("a", items)
    assert all(items[key] == value for key, value in again.get_many("a", list(items)).items())
    again.close()
