"""Detects a folder's site generator, and where its articles are."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

#: Larger files are not read as a site's settings.
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A generator, the file that identifies it, and patterns of its articles."""

    generator: str
    mark: str | None
    include: tuple[str, ...]


Where = Callable[[Path, str], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """A generator: the names of its settings file, words that the file must contain, and patterns of its articles.

    Sources: gohugo.io/configuration (files, ``contentDir``), jekyllrb.com/docs/structure, mkdocs.org/user-guide
    (``docs_dir``), 11ty.dev/docs/config (files), getzola.org/documentation (``base_url`` is required).
    """

    name: str
    marks: tuple[str, ...]
    needs: re.Pattern[str]
    where: Where


def _setting(name: str, default: str, form: str) -> Where:
    """Patterns in the folder given by a line ``name: folder`` or ``name = "folder"``."""
    line = re.compile(rf"""^\s*["']?{name}["']?\s*[:=]\s*["']?([\w./ -]+?)["']?\s*,?\s*(?:#.*)?$""", re.MULTILINE)

    def where(folder: Path, text: str) -> tuple[str, ...]:
        found = line.search(text)
        base = (found[1] if found else default).strip().removeprefix("./").strip("/")
        return (f"{base}/{form}" if base not in ("", ".") else form,)

    return where


def _there(*folders: str, otherwise: str) -> Where:
    """Patterns in those of the folders that exist."""

    def where(folder: Path, text: str) -> tuple[str, ...]:
        found = tuple(f"{name}/**/*.md" for name in folders if (folder / name).is_dir())
        return found or (otherwise,)

    return where


_ANY = re.compile("")

GENERATORS = (
    Generator(
        name="Hugo",
        marks=("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.toml",
               "config/_default/hugo.yaml"),
        needs=_ANY,
        where=_setting("contentDir", "content", "**/*.md"),
    ),
    Generator(
        name="Zola",
        marks=("config.toml", "zola.toml"),
        needs=re.compile(r"^\s*base_url\s*=", re.MULTILINE),
        where=lambda folder, text: ("content/**/*.md",),
    ),
    Generator(
        name="Hugo",
        marks=("config.toml", "config.yaml", "config.yml", "config/_default/config.toml"),
        needs=re.compile(r"""^\s*["']?baseurl["']?\s*[:=]""", re.MULTILINE | re.IGNORECASE),
        where=_setting("contentDir", "content", "**/*.md"),
    ),
    Generator(
        name="Jekyll",
        marks=("_config.yml", "_config.yaml", "_config.toml"),
        needs=_ANY,
        where=_there("_posts", "_drafts", otherwise="_posts/**/*.md"),
    ),
    Generator(
        name="MkDocs",
        marks=("mkdocs.yml", "mkdocs.yaml"),
        needs=_ANY,
        where=_setting("docs_dir", "docs", "**/*.md"),
    ),
    Generator(
        name="Eleventy",
        marks=(".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs",
               "eleventy.config.ts"),
        needs=_ANY,
        where=_there("content", "src", "posts", "articles", "blog", otherwise="**/*.md"),
    ),
)  # fmt: skip

#: Common folders of articles, for sites without a known generator.
_PLAIN = _there("articles", "drafts", "stories", "content", "posts", otherwise="**/*.md")


def site(folder: Path) -> Site:
    """The site in a folder; a plain folder of articles if it contains no generator's settings file."""
    for generator in GENERATORS:
        for mark in generator.marks:
            text = _text(folder / mark)
            if text is not None and generator.needs.search(text):
                return Site(generator=generator.name, mark=mark, include=generator.where(folder, text))
    return Site(generator="plain", mark=None, include=_PLAIN(folder, ""))


def _text(path: Path) -> str | None:
    """The text of a settings file; None if there is none."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return None
