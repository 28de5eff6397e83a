"""Which articles are checked, against which sources."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from consistency.errors import InputError, SettingsError
from consistency.settings import Mapping, Settings
from consistency.sources import Library, Origin
from consistency.sources.plan import plan
from tests.unit.sources.conftest import Git, Write, pairs, planned, under

WIRE = "The mill burned on Monday.\n"


def article(*sources: str, key: str = "sources") -> str:
    return f"---\n{key}: [{', '.join(sources)}]\n---\nThe mill burned.\n"


# ---- front matter


@pytest.mark.parametrize(
    "front",
    [
        "---\nsources: [wire.txt]\n---\n",
        "---\nsources: wire.txt\n---\n",
        "---\nsources:\n- path: wire.txt\n  title: Wire\n---\n",
        "---\nsource: ./wire.txt\n---\n",
        "---\nparams:\n  sources: [wire.txt]\n---\n",
        '+++\n[extra]\nsources = ["wire.txt"]\n+++\n',
        '+++\n[params]\n[[params.sources]]\nfile = "wire.txt"\n+++\n',
        '{"meta": {"sources": ["wire.txt"]}}\n',
        "---\nattributes:\n  references: wire.txt\n---\n",
        "---\nsources: ['.\\wire.txt']\n---\n",
        "---\nsources: [/a/wire.txt]\n---\n",
    ],
)
def test_every_way_to_name_a_source(write: Write, git: Git, front: str) -> None:
    write({"a/x.md": front + "The mill burned.\n", "a/wire.txt": WIRE})
    git("init", "-q")
    found = planned("a/x.md")
    assert pairs(found) == {"a/x.md": ["a/wire.txt"]}
    assert found.pairs[0].sources[0].origin is Origin.FRONT


def test_the_keys_are_the_settings(write: Write) -> None:
    write({"x.md": article("a.txt", key="wires"), "a.txt": WIRE})
    assert pairs(planned("x.md")) == {}
    assert pairs(planned("x.md", settings=Settings(source_keys=("Wires",)))) == {"x.md": ["a.txt"]}


def test_beside_the_article_goes_before_the_top(write: Write) -> None:
    root = str(write({"p/x.md": article("a.txt", "b.txt"), "a.txt": "top", "p/a.txt": "beside", "b.txt": "top"}))
    assert pairs(planned(".", settings=Settings(root=root))) == {"p/x.md": ["p/a.txt", "b.txt"]}


def test_a_folder_is_all_texts_in_it(write: Write) -> None:
    write({"x.md": article("w"), "w/b.txt": WIRE, "w/c/a.md": WIRE, "w/p.jpg": "x", "w/r.pdf": "%PDF", "w/.h.txt": ""})
    found = planned("x.md")
    assert pairs(found) == {"x.md": ["w/b.txt", "w/c/a.md"]}
    assert [note.what for note in found.pairs[0].notes] == ["w/r.pdf"]


def test_words_are_no_path(write: Write) -> None:
    write({"x.md": article("a.txt", "Interview with the mayor"), "y.md": article("Reuters"), "a.txt": WIRE})
    found = planned("x.md", "y.md")
    assert pairs(found) == {"x.md": ["a.txt"]}
    assert [(note.what, note.why) for note in found.pairs[0].notes] == [
        ("Interview with the mayor", "named as a source of x.md, but neither a file nor a URL")
    ]
    assert [(note.what, note.why) for note in found.bare] == [
        ("y.md", "none of its sources is a readable text: Reuters")
    ]
    assert found.named == {"y.md"}


@pytest.mark.parametrize(
    "place",
    [
        "../../../../../../../../etc/passwd",
        "/etc/passwd",
        "../../outside.txt",
        "../../no-such-file.txt",
        "link.txt",
        "../../..",
    ],
)
def test_no_way_leads_out(write: Write, git: Git, tmp_path: Path, place: str) -> None:
    site = write({"posts/x.md": article(f"'{place}'")})
    (tmp_path / "outside.txt").write_text(WIRE)
    (site / "posts/link.txt").symlink_to(tmp_path / "outside.txt")
    git("init", "-q")
    found = planned(".")
    [failure] = found.failed
    assert "is outside" in failure.error.message
    assert pairs(found) == {}


@pytest.mark.parametrize("place", ["..", "/", "./"])
def test_a_folder_of_sources_holds_no_way_out_and_not_the_article(
    write: Write, git: Git, tmp_path: Path, place: str
) -> None:
    site = write({"posts/x.md": article(f"'{place}'"), "posts/w.txt": WIRE})
    (tmp_path / "outside.txt").write_text(WIRE)
    (site / "posts/link.txt").symlink_to(tmp_path / "outside.txt")
    git("init", "-q")
    assert pairs(planned("posts/x.md")) == {"posts/x.md": ["posts/w.txt"]}


def test_whether_a_file_outside_is_there_is_not_told(write: Write, git: Git, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text(WIRE)
    write({"x.md": article("../outside.txt"), "y.md": article("../outsidf.txt")})
    git("init", "-q")
    one, other = planned(".").failed
    assert one.error.message.replace("outside.txt", "") == other.error.message.replace("outsidf.txt", "")


def test_who_names_an_article_of_no_repository_may_name_its_sources(write: Write, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE)
    write({"x.md": article("../wire.txt")})
    assert [len(sources) for sources in pairs(planned("x.md")).values()] == [1]
    assert [len(sources) for sources in pairs(planned(".")).values()] == [1]
    write({"x.md": article("../../wire.txt")})
    (tmp_path.parent / "wire.txt").write_text(WIRE)
    for path in ("x.md", "."):
        assert [failure.path for failure in planned(path).failed] == ["x.md"]


def test_a_source_that_is_gone_is_an_error_of_its_article_alone(write: Write) -> None:
    write({"x.md": article("gone.txt"), "y.md": article("a.txt"), "a.txt": WIRE})
    found = planned(".")
    assert [(failure.path, failure.error.message) for failure in found.failed] == [
        ("x.md", "its source 'gone.txt' does not exist")
    ]
    assert pairs(found) == {"y.md": ["a.txt"]}


def test_broken_front_matter_is_an_error_of_its_article_alone(write: Write) -> None:
    write({"x.md": "---\nsources: [\n---\nText.\n", "y.md": article("a.txt"), "a.txt": WIRE})
    found = planned(".")
    assert [failure.path for failure in found.failed] == ["x.md"]
    assert list(pairs(found)) == ["y.md"]


def test_digests_are_compared(write: Write) -> None:
    digest = hashlib.sha256(WIRE.encode()).hexdigest()
    front = "---\nsources:\n- path: a.txt\n  sha256: {}\n---\nThe mill burned.\n"
    write({"good.md": front.format(digest.upper()), "bad.md": front.format("0" * 64), "a.txt": WIRE})
    good, bad = planned("good.md", "bad.md").pairs
    assert [source.path for source in Library().pair(good)[1]] == ["a.txt"]
    with pytest.raises(InputError, match="does not match the digest"):
        Library().pair(bad)


def test_a_draft_is_not_its_own_source(write: Write) -> None:
    write({"x.md": article("x.md"), "y.md": article("copy.md"), "copy.md": article("copy.md")})
    own, copied = planned("x.md", "y.md").pairs
    with pytest.raises(InputError, match="its own source"):
        Library().pair(own)
    assert [one.path for one in Library().pair(copied)[1]] == ["copy.md"]


# ---- settings


def test_mappings_fill_in_what_they_captured(write: Write) -> None:
    root = str(
        write(
            {
                "content/2026/fire.md": "The mill burned.\n",
                "content/2026/flood.md": article("own.txt"),
                "content/2026/own.txt": WIRE,
                "content/2026/none.md": "No source.\n",
                "wires/2026-fire/b.txt": WIRE,
                "wires/2026-fire/a.txt": WIRE,
                "wires/2026-flood/c.txt": WIRE,
                "notes/fire.md": WIRE,
            }
        )
    )
    mapping = Mapping(article="content/{year}/{slug}.md", source=("wires/{year}-{slug}/*", "notes/{slug}.md"))
    found = planned("content", settings=Settings(mappings=(mapping,), root=root))
    assert pairs(found) == {
        "content/2026/fire.md": ["wires/2026-fire/a.txt", "wires/2026-fire/b.txt", "notes/fire.md"],
        "content/2026/flood.md": ["content/2026/own.txt"],
    }
    assert {source.origin for source in found.pairs[0].sources} == {Origin.SETTINGS}
    assert [bare.what for bare in found.bare] == ["content/2026/none.md"]


def test_a_mapping_that_uses_what_it_has_not(write: Write) -> None:
    root = str(write({"a.md": "Text.\n"}))
    mapping = Mapping(article="{slug}.md", source=("{year}/*",))
    [failure] = planned(".", settings=Settings(mappings=(mapping,), root=root)).failed
    assert isinstance(failure.error, SettingsError)
    assert "{year}" in failure.error.message


def test_a_mapping_leads_out_of_nothing(write: Write, git: Git, tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    (tmp_path / "w/a.txt").write_text(WIRE)
    root = str(write({"a.md": "Text.\n"}))
    git("init", "-q")
    for source in ("../w/*", str(tmp_path / "w/*")):
        mapping = Mapping(article="{slug}.md", source=(source,))
        [failure] = planned("a.md", settings=Settings(mappings=(mapping,), root=root)).failed
        assert "outside" in failure.error.message


# ---- folders


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("content/posts/fire/index.md", "content/posts/fire/sources/wire.txt"),
        ("content/posts/fire/index.fr.md", "content/posts/fire/sources/deep/wire.md"),
        ("content/posts/fire/_index.md", "content/posts/fire/sources/wire.txt"),
        ("posts/fire.md", "posts/fire.sources/wire.txt"),
        ("_posts/2026-03-04-fire.md", "_sources/2026-03-04-fire/wire.txt"),
        ("_posts/2026-03-04-fire.md", "_sources/fire/wire.txt"),
        ("_posts/2026-03-04-fire.md", "_sources/fire.txt"),
        ("_posts/local/2026-03-04-fire.md", "_posts/_sources/fire.md"),
        ("content/posts/fire/index.md", "_sources/fire/wire.txt"),
    ],
)
def test_folders_beside(write: Write, draft: str, source: str) -> None:
    write({draft: "The mill burned.\n", source: WIRE})
    found = planned(".")
    assert pairs(found) == {draft: [source]}
    assert (found.bare, found.pairs[0].sources[0].origin) == ((), Origin.FOLDER)


@pytest.mark.parametrize(
    ("draft", "file"),
    [
        ("posts/fire.md", "posts/sources/wire.txt"),
        ("posts/fire.md", "posts/_sources/fires/wire.txt"),
        ("posts/fire.md", "posts/fire.sources/p.jpg"),
    ],
)
def test_what_is_no_folder_of_its_sources(write: Write, draft: str, file: str) -> None:
    write({draft: "The mill burned.\n", file: WIRE})
    found = planned(".")
    assert pairs(found) == {}
    assert [bare.what for bare in found.bare] == [draft]


# ---- who is a draft


def test_sources_are_no_drafts_unless_they_have_some_themselves(write: Write) -> None:
    write(
        {
            "a.md": article("b.md", "w.md"),
            "b.md": article("w.md"),
            "w.md": WIRE,
            "_sources/spare.md": WIRE,
        }
    )
    found = planned(".")
    assert pairs(found) == {"a.md": ["b.md", "w.md"], "b.md": ["w.md"]}
    assert {(left.what, left.why) for left in found.left} == {
        ("w.md", "a source of other articles"),
        ("_sources/spare.md", "is in a folder of sources"),
    }
    assert found.bare == ()
    assert [bare.what for bare in planned("w.md", "a.md").bare] == ["w.md"]


def test_what_lies_with_sources_and_not_with_articles_is_one(write: Write) -> None:
    write({"posts/a.md": article("../wires/a.txt"), "wires/a.txt": WIRE, "wires/old.txt": WIRE, "posts/b.md": WIRE})
    found = planned(".")
    assert [bare.what for bare in found.bare] == ["posts/b.md"]
    assert {left.what for left in found.left} == {"wires/a.txt", "wires/old.txt"}


@pytest.mark.parametrize(
    "place", ["x" * 300 + ".txt", "a/" * 600 + "b.txt", '"a\\0b.txt"', "a\tb.txt", "~/.ssh/id.txt", "*.txt"]
)
def test_paths_that_cannot_be(write: Write, place: str) -> None:
    write({"x.md": article(place), "y.md": article("w.txt"), "w.txt": WIRE})
    found = planned(".")
    assert [failure.path for failure in found.failed] == ["x.md"]
    assert list(pairs(found)) == ["y.md"]


def test_a_missing_source_is_not_said_to_lie_outside(write: Write, git: Git) -> None:
    write({"posts/x.md": article("../wires/gone.txt")})
    git("init", "-q")
    assert planned(".").failed[0].error.message == "its source '../wires/gone.txt' does not exist"


def test_given_sources_are_those_of_all_and_no_drafts(write: Write) -> None:
    write({"a.md": article("w.md"), "w.md": WIRE, "o.txt": WIRE})
    found = planned(".", given=["o.txt", "./o.txt"])
    assert pairs(found) == {"a.md": ["o.txt"], "w.md": ["o.txt"]}


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
@pytest.mark.parametrize("name", ["a b", "a\nb", "a'b", "{x}", "[x]", "*"])
def test_names_that_nobody_would_choose(write: Write, name: str) -> None:
    write({f"{name}/index.md": "Text.\n", f"{name}/sources/{name}.txt": WIRE, "_sources/other/x.txt": WIRE})
    assert pairs(planned(".")) == {f"{name}/index.md": [f"{name}/sources/{name}.txt"]}


def test_settings_are_those_of_each_folder(write: Write) -> None:
    site = write({"a/x.md": article("w.txt"), "a/w.txt": WIRE, "b/x.md": article("w.txt"), "b/w.txt": WIRE})
    own = Settings(tolerance=0.1)
    found = plan(["."], lambda folder: own if folder == site / "b" else Settings())
    assert [pair.settings.tolerance for pair in found.pairs] == [0.0, 0.1]


def test_paths_are_told_from_the_working_folder(write: Write, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    site = write({"content/x.md": article("../wires/w.txt"), "wires/w.txt": WIRE})
    git("init", "-q")
    monkeypatch.chdir(site / "content")
    assert pairs(planned(".")) == {"x.md": ["../wires/w.txt"]}
    monkeypatch.chdir(site)
    assert pairs(planned(str(site / "content"))) == {"content/x.md": ["wires/w.txt"]}


def test_standard_input_lies_where_it_is_said_to(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    write({"posts/w.txt": WIRE})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(article("w.txt").encode())))
    library = Library("posts/x.md")
    found = plan(["-"], under(Settings()), library=library)
    draft, sources = library.pair(found.pairs[0])
    assert (draft.path, [source.path for source in sources]) == ("posts/x.md", ["posts/w.txt"])


@pytest.mark.skipif(os.name == "nt", reason="no pipes in folders there")
@pytest.mark.parametrize(
    "name",
    [".env", ".git/config", ".netrc", ".hidden/n.txt", "ignored/n.txt", "key.txt", "id_rsa", "pipe.txt", "link.txt",
     "ignored", "linked/n.txt"],
)  # fmt: skip
def test_front_matter_leads_to_no_secret(write: Write, git: Git, name: str) -> None:
    git("init", "-q")
    secrets = [".env", ".netrc", ".hidden/n.txt", "ignored/n.txt", "key.txt", "id_rsa"]
    site = write(dict.fromkeys(secrets, WIRE) | {"x.md": article(name), ".gitignore": "ignored/\nkey.txt\n"})
    write({"y.md": article("wire.txt"), "wire.txt": WIRE})
    os.mkfifo(site / "pipe.txt")
    (site / "link.txt").symlink_to(".env")
    (site / "linked").symlink_to(".hidden")
    found = planned(".")
    assert pairs(found) == {"y.md": ["wire.txt"]}
    assert not any("hunter" in (failure.error.message or "") for failure in found.failed)
    if name != "ignored":
        [failure] = found.failed
        assert failure.path == "x.md"
        assert name in failure.error.message
        assert failure.error.hint


@pytest.mark.parametrize("pattern", [".hidden/*.txt", ".env", "ignored/*.txt", ".git/*.txt"])
def test_a_mapping_leads_to_no_secret(write: Write, git: Git, pattern: str) -> None:
    git("init", "-q")
    site = write({"x.md": "The mill burned.\n", ".gitignore": "ignored/\n", ".git/n.txt": WIRE, ".env": WIRE})
    write({".hidden/n.txt": WIRE, "ignored/n.txt": WIRE})
    settings = Settings(mappings=(Mapping(article="x.md", source=(pattern,)),), root=str(site))
    assert pairs(planned("x.md", settings=settings)) == {}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_no_draft_is_a_secret(write: Write, git: Git) -> None:
    git("init", "-q")
    secret = article("w.txt")
    site = write({".env": secret, ".git/n.md": secret, ".hidden/n.md": secret, "w.txt": WIRE, "a/x.md": secret})
    write({"a/w.txt": WIRE})
    (site / "link.md").symlink_to(".env")
    for paths in ((".",), (".hidden/*.md",), (".git/*.md",), ("*/*.md",)):
        assert set(pairs(planned(*paths))) <= {"a/x.md"}
    for pattern in (".git/*.md", ".hidden/**"):
        assert pairs(planned(settings=Settings(include=(pattern,), root=str(site)))) == {}
    assert list(pairs(planned(".hidden/n.md", given=["w.txt"]))) == [".hidden/n.md"]


def test_a_folder_named_from_elsewhere_may_name_what_is_in_it(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write({"a/x.md": article("../wires/w.txt"), "wires/w.txt": WIRE})
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert [len(sources) for sources in pairs(planned(str(site))).values()] == [1]
