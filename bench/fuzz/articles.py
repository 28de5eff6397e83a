"""Articles from real structures: front matter, Markdown of all kinds, HTML, templates, scores and tables."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random

from bench.fuzz.words import DAYS, FIGURES, NAMES, ODD, TEMPLATES, odd, paragraph, sentence

Make = Callable[[Random], str]


def _table(r: Random) -> str:
    width = r.randint(1, 4)
    rows = [" | ".join(r.choice((*FIGURES, *NAMES)) for _ in range(width)) for _ in range(r.randint(1, 4))]
    return "\n".join(f"| {row} |" for row in (rows[0], " | ".join(["---"] * r.randint(1, 4)), *rows[1:]))


def _list(r: Random) -> str:
    mark = r.choice(("- ", "* ", "1. ", "2) ", "- [ ] ", "+ "))
    return "\n".join(" " * (2 * r.randint(0, 3)) + mark + sentence(r) for _ in range(r.randint(1, 4)))


def _link(r: Random) -> str:
    words, place = sentence(r), r.choice(("http://x.y/z?a=(b)", "<a b>", "javascript:1", "", "#n", "../a.md"))
    return r.choice((f"[{words}]({place})", f"![{words}]({place} 'x')", f"[{words}][1]\n\n[1]: {place}", f"<{place}>"))


def _html(r: Random) -> str:
    tag = r.choice(("p", "b", "script", "style", "div", "table", "br", "q", "blockquote", "svg", "textarea", "pre"))
    return r.choice(
        (f"<{tag}>{paragraph(r)}</{tag}>", f"<{tag} a='>'>{sentence(r)}", f"<{tag}", f"</{tag}>&#{r.randrange(9**7)};")
    )


def _dateline(r: Random) -> str:
    agency, dash = r.choice(("AP", "Reuters", "")), r.choice(("—", "-", "--"))
    return f"{r.choice(NAMES).upper()} ({agency}) {dash} {paragraph(r)}"


def _score(r: Random) -> str:
    left, right, early, late = (r.randrange(99) for _ in range(4))
    return f"{r.choice(NAMES)} {left}-{right} {r.choice(NAMES)} ({early}:{late})"


def _deep(r: Random) -> str:
    return r.choice(
        ("> ", "- ", "*", "_", "[", "(", "<b>", "`", "“", "  ", "#", "1. ", "\\", "&amp;", "|", "{{", "“‘")
    ) * r.randint(2, 200)


BLOCKS: tuple[Make, ...] = (
    paragraph, paragraph, paragraph, paragraph, sentence, _table, _list, _link, _html,
    lambda r: "#" * r.randint(1, 7) + " " + sentence(r),
    lambda r: sentence(r) + "\n" + r.choice(("===", "---", "=")), lambda r: "> " * r.randint(1, 3) + paragraph(r),
    lambda r: r.choice(("```", "~~~", "````js")) + "\n" + paragraph(r) + r.choice(("\n```", "")),
    lambda r: f"{sentence(r)}[^1]\n\n[^1]: {sentence(r)}",
    lambda r: r.choice(("**", "_", "~~", "`", "*__", "==")) + sentence(r) + r.choice(("**", "_", "~~", "`", "__*", "")),
    lambda r: r.choice(TEMPLATES) + sentence(r) + r.choice(TEMPLATES),
    _dateline,
    _score,
    lambda r: r.choice(ODD) * r.randint(1, 30), lambda r: "    " + sentence(r),
    lambda r: r.choice(("***", "- - -", "+++", "---", "...", "$$x$$", "\\")),
)  # fmt: skip


def body(r: Random) -> str:
    """Blocks, one after the other."""
    made = [r.choice(BLOCKS)(r) for _ in range(r.randint(1, 4))]
    if r.random() < 0.06:
        made.append(_deep(r) + sentence(r))
    return r.choice(("\n\n", "\n\n", "\n\n", "\n", "\r\n\r\n", "\r")).join(made)


def article(r: Random) -> str:
    """An article, in most cases without front matter."""
    return (front(r) if r.random() < 0.3 else "") + body(r)


_KEYS = (
    "title",
    "date",
    "published",
    "sources",
    "source",
    "consistency",
    "params",
    "tags",
    "references",
    "Title",
    "source_url",
)
_ASKED = (
    {"enabled": False}, {"ignore": ["NUM", "COV"]}, {"ignore": "NUM103"}, {"fail-on": "never"}, {"enabled": "maybe"},
    {"accept": [{"rule": "NUM101", "reason": "new toll", "until": "2026-05-31"}]}, {"accept": {"rule": ""}},
    {"x": 1}, [1], "yes",
)  # fmt: skip


def _value(r: Random, depth: int = 0) -> object:
    simple: tuple[object, ...] = (
        sentence(r), r.choice(DAYS), r.choice(FIGURES), "2026-05-04", 5, -1.5e300, None, True, "", "http://x.y/a.md",
        r.choice(ODD), "../../etc/x", "a.md", "2026-99-99", r.choice(NAMES),
    )  # fmt: skip
    if depth < 3 and r.random() < 0.3:
        some = [_value(r, depth + 1) for _ in range(r.randint(0, 3))]
        return (
            some if r.random() < 0.5 else {r.choice(("id", "url", "path", "title", "sha256", "x")): one for one in some}
        )
    return r.choice(simple)


def front(r: Random) -> str:
    """Front matter in one of its three languages; some of it broken."""
    table = {r.choice(_KEYS): _value(r) for _ in range(r.randint(1, 4))}
    if r.random() < 0.3:
        table["consistency"] = r.choice(_ASKED)
    kind = r.choice((_yaml, _yaml, _toml, _json))
    made = kind(table)
    if r.random() < 0.2:
        made = odd(r, made)
    if r.random() < 0.1:
        made += r.choice(
            ("---\n", "a: &a [*a]\n---\n", "<<: *x\n---\n", "!!python/object:x {}\n---\n", "? [a]\n: b\n---\n")
        )
    return made


def _yaml(table: dict[str, object]) -> str:
    lines = [f"{key}: {_plain(value)}" for key, value in table.items()]
    return "---\n" + "\n".join(lines) + "\n---\n"


def _plain(value: object) -> str:
    """As YAML, strings bare: people write them so."""
    return value if isinstance(value, str) else json.dumps(value)


def _toml(table: dict[str, object]) -> str:
    lines = [f"{key} = {_inline(value)}" for key, value in table.items() if value is not None]
    return "+++\n" + "\n".join(lines) + "\n+++\n"


def _inline(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_inline(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return json.dumps(value)


def _json(table: dict[str, object]) -> str:
    return json.dumps(table, indent=1) + "\n"
