"""What the recipes say of where sources lie holds for each of the generators."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from consistency import Role, article_from_text
from consistency.segment import segment
from consistency.settings import settings_for
from consistency.sources import Origin
from consistency.sources.plan import plan
from tools.pages.fences import DOCS, fences

TOLD = "The Norwick ferry carried 84,000 passengers in February.\n"
PAGES = sorted((DOCS / "recipes").glob("*.md"))

#: An article of each generator, and each place where its page says that a source is found without settings.
BESIDE = [
    ("hugo", "content/posts/ferry/index.md", "content/posts/ferry/sources/wire.txt"),
    ("hugo", "content/posts/ferry.md", "content/posts/ferry.sources/wire.txt"),
    ("hugo", "content/posts/ferry/index.md", "_sources/ferry/wire.txt"),
    ("hugo", "content/posts/ferry.md", "_sources/ferry.txt"),
    ("jekyll", "_posts/2026-03-12-ferry.md", "_sources/ferry/wire.txt"),
    ("jekyll", "_posts/2026-03-12-ferry.md", "_sources/ferry.txt"),
    ("jekyll", "_posts/2026-03-12-ferry.md", "_sources/2026-03-12-ferry/wire.txt"),
    ("mkdocs", "docs/ferry.md", "docs/ferry.sources/wire.txt"),
    ("mkdocs", "docs/ferry.md", "_sources/ferry/wire.txt"),
    ("mkdocs", "docs/ferry.md", "_sources/ferry.txt"),
    ("eleventy", "content/posts/ferry.md", "_sources/ferry.txt"),
    ("eleventy", "content/posts/ferry.md", "_sources/ferry/wire.txt"),
    ("eleventy", "content/posts/ferry.md", "content/posts/ferry.sources/wire.txt"),
    ("zola", "content/blog/ferry/index.md", "content/blog/ferry/sources/wire.txt"),
    ("zola", "content/blog/ferry.md", "content/blog/ferry.sources/wire.txt"),
    ("zola", "content/blog/ferry.md", "_sources/ferry.txt"),
    ("zola", "content/blog/ferry/index.md", "_sources/ferry/wire.txt"),
]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(site: Path, article: str) -> list[tuple[str, Origin]]:
    planned = plan([article], settings_for)
    return [(source.path, source.origin) for pair in planned.pairs for source in pair.sources]


@pytest.mark.parametrize(("generator", "article", "source"), BESIDE)
def test_a_source_in_its_folder_is_found(site: Path, generator: str, article: str, source: str) -> None:
    put(site / article, TOLD)
    put(site / source, TOLD)
    assert found(site, article) == [(source, Origin.FOLDER)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_folders_are_those_of_the_page(page: Path) -> None:
    names = re.findall(r"`([\w./-]*(?:_sources|ferry\.sources|sources)/[\w./-]*)`", page.read_text(encoding="utf-8"))
    tried = [source for generator, _, source in BESIDE if generator == page.stem]
    shown = {name for name in names if not name.startswith("sources/ferry/")}
    assert shown
    assert [name for name in shown if not any(name in source for source in tried)] == []


#: What each page says is not read as prose; "99" stands in all of it.
NO_PROSE = [
    ("hugo", '{{< figure src="a.jpg" caption="A boat for 99 people" >}}'),
    ("hugo", "{{% notice 99 %}}"),
    ("hugo", "{{< highlight go >}}\nx = 99\n{{< /highlight >}}"),
    ("hugo", "{{< mermaid >}}\na --> 99\n{{< /mermaid >}}"),
    ("jekyll", '{% include figure.html caption="A boat for 99 people" %}'),
    ("jekyll", "{{ page.boats | times: 99 }}"),
    ("jekyll", "{: .wide-99 }"),
    ("jekyll", "{% raw %}\n{{ 99 }} boats\n{% endraw %}"),
    ("jekyll", "{% highlight python %}\nx = 99\n{% endhighlight %}"),
    ("mkdocs", '``` py title="a.py"\nx = 99\n```'),
    ("mkdocs", '!!! note "Boat 99"'),
    ("eleventy", '{% image "boat.jpg", "A boat for 99 people" %}'),
    ("eleventy", "{# 99 boats #}"),
    ("zola", '{{ figure(src="boat.jpg", caption="A boat for 99 people") }}'),
    ("zola", '{% quote(author="Boat 99") %}'),
    ("all", "<!-- 99 boats -->"),
    ("all", "    x = 99"),
    ("all", "[the boat](https://example.org/99)"),
]


@pytest.mark.parametrize(("generator", "text"), NO_PROSE)
def test_what_is_no_prose_is_not_read(generator: str, text: str) -> None:
    words = f"{TOLD}\n{text}\n\n{TOLD}"
    article = article_from_text(words, id="a", role=Role.DRAFT, path="a.md")
    assert "99" not in " ".join(sentence.text for sentence in segment(article))


@pytest.mark.parametrize(
    "text", ["{{< wide >}}\n99 boats came.\n{{< /wide >}}", "{% quote() %}\n99 boats came.\n{% end %}"]
)
def test_what_stands_between_the_halves_of_a_shortcode_is_read(text: str) -> None:
    article = article_from_text(f"{TOLD}\n{text}\n", id="a", role=Role.DRAFT, path="a.md")
    assert "99 boats came." in [sentence.text for sentence in segment(article)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_source_is_found_where_the_settings_map_it(site: Path, page: Path) -> None:
    settings = next(f.text for f in fences(page) if f.language == "toml" and "[[sources]]" in f.text)
    pattern = re.search(r'article = "(.*)"', settings)
    assert pattern is not None
    names = {"slug": "ferry", "section": "posts", "year": "2026", "month": "03", "day": "12"}
    article = pattern[1].format(**names)
    put(site / "consistency.toml", settings)
    put(site / article, TOLD)
    patterns = tomllib.loads(settings)["sources"][0]["source"]
    sources = [pattern.format(slug="ferry").replace("*", "wire.txt") for pattern in patterns]
    for source in sources:
        put(site / source, TOLD)
    assert sorted(found(site, article)) == sorted((source, Origin.SETTINGS) for source in sources)
