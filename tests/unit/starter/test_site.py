from __future__ import annotations

from pathlib import Path

import pytest

from consistency.starter.site import site


@pytest.mark.parametrize(
    ("files", "generator", "include"),
    [
        ({"hugo.toml": 'baseURL = "x"\n'}, "Hugo", ("content/**/*.md",)),
        ({"hugo.toml": "contentDir = 'articles' # ours\n"}, "Hugo", ("articles/**/*.md",)),
        ({"hugo.yaml": "contentDir: ./inhalt/\n"}, "Hugo", ("inhalt/**/*.md",)),
        ({"hugo.json": '{\n"contentDir": "text",\n"title": "x"}'}, "Hugo", ("text/**/*.md",)),
        ({"config.toml": 'baseURL = "https://x.example/"\n'}, "Hugo", ("content/**/*.md",)),
        ({"config/_default/hugo.toml": ""}, "Hugo", ("content/**/*.md",)),
        ({"config.toml": 'base_url = "https://x.example"\n[markdown]\n'}, "Zola", ("content/**/*.md",)),
        ({"config.toml": "[server]\nport = 1\n"}, "plain", ("**/*.md",)),
        ({"_config.yml": "title: x\n", "_posts/a.md": ""}, "Jekyll", ("_posts/**/*.md",)),
        (
            {"_config.yml": "", "_posts/a.md": "", "_drafts/b.md": ""},
            "Jekyll",
            ("_posts/**/*.md", "_drafts/**/*.md"),
        ),
        ({"mkdocs.yml": "site_name: x\n"}, "MkDocs", ("docs/**/*.md",)),
        ({"mkdocs.yml": "docs_dir: '.'\nx: !!python/name:a.b\n"}, "MkDocs", ("**/*.md",)),
        ({"eleventy.config.mjs": "", "src/a.md": ""}, "Eleventy", ("src/**/*.md",)),
        ({".eleventy.js": ""}, "Eleventy", ("**/*.md",)),
        ({"articles/a.md": ""}, "plain", ("articles/**/*.md",)),
        ({"hugo.toml": "\x00\xff"}, "Hugo", ("content/**/*.md",)),
        ({}, "plain", ("**/*.md",)),
    ],
)
def test_a_generator_is_known_by_its_settings(
    tmp_path: Path, files: dict[str, str], generator: str, include: tuple[str, ...]
) -> None:
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="latin-1")
    found = site(tmp_path)
    assert (found.generator, found.include) == (generator, include)


def test_a_folder_of_that_name_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").mkdir()
    assert site(tmp_path).generator == "plain"
