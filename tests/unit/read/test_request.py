"""What the front matter asks of a check, in every notation, and what is said of it when it is wrong."""

from __future__ import annotations

from datetime import date

import pytest

from consistency.errors import InputError
from consistency.read import article_from_text
from consistency.types import Article, Request, Role

YAML = """---
title: Mill fire
{head}consistency:
{head}  ignore: [NUM103, claim-dropped]
{head}  fail-on: warning
{head}  accept:
{head}    - rule: NUM101
{head}      text: 14 people
{head}      reason: the hospital called
{head}      until: 2026-06-01
---
"""
TOML = """+++
title = "Mill fire"
[{head}consistency]
ignore = ["NUM103", "claim-dropped"]
fail-on = "warning"
[[{head}consistency.accept]]
rule = "NUM101"
text = "14 people"
reason = "the hospital called"
until = 2026-06-01
+++
"""
JSON = """{
"title": "Mill fire",
"consistency": {"ignore": ["NUM103", "claim-dropped"], "fail_on": "warning",
  "accept": [{"rule": "NUM101", "text": "14 people", "reason": "the hospital called", "until": "2026-06-01"}]}
}
"""
HEADS = {
    "yaml": YAML.format(head=""),
    "yaml, params": YAML.format(head="  ").replace("title: Mill fire", "title: Mill fire\nparams:"),
    "yaml, extra": YAML.format(head="  ").replace("title: Mill fire", "title: Mill fire\nextra:"),
    "toml": TOML.format(head=""),
    "toml, extra": TOML.format(head="extra."),
    "toml, tables alone": TOML.format(head="params.").replace('title = "Mill fire"\n', ""),
    "json": JSON,
}


def read(head: str, role: Role = Role.DRAFT) -> Article:
    return article_from_text(head + "The fire killed 14 people.\n", id="a", role=role, path="a.md")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_every_notation_asks_for_the_same(head: str, newline: str) -> None:
    article = read(head.replace("\n", newline))
    asked = article.request
    (entry,) = asked.accept
    assert (asked.enabled, asked.ignore, asked.fail_on) == (True, ("NUM103", "claim-dropped"), "warning")
    assert (entry.rule, entry.text, entry.reason) == ("NUM101", "14 people", "the hospital called")
    assert entry.until == date(2026, 6, 1)
    assert entry.span is not None and entry.span.cut(article.text) == "14 people"
    assert entry.span.end < article.blocks[0].span.start


def test_entries_are_told_apart_and_what_is_written_otherwise_is_told_at_the_first_line() -> None:
    head = (
        "---\nconsistency:\n  accept:\n  - {rule: COV, reason: one}\n  - {rule: COV, reason: one}\n"
        '  - {rule: "\\u0043OV", reason: "\\x74wo"}\n---\n'
    )
    first, second, third = read(head).request.accept
    assert first.span and second.span and third.span
    assert head.index("one") == first.span.start < second.span.start
    assert third.reason == "two"
    assert third.span.cut(head) == "---"


@pytest.mark.parametrize("word", ["false", "no", "off", "False"])
def test_an_article_can_keep_itself_out(word: str) -> None:
    assert read(f"---\nconsistency: {{enabled: {word}}}\n---\n").request.enabled is False
    assert read("---\nconsistency: {enabled: yes}\n---\n").request.enabled is True


def test_nothing_asked_is_the_usual() -> None:
    assert read("---\ntitle: x\n---\n").request == read("---\nconsistency:\n---\n").request == Request()


def test_a_source_asks_for_nothing_whatever_stands_in_it() -> None:
    assert read("---\nconsistency: creamy\n---\n", Role.SOURCE).request == Request()


@pytest.mark.parametrize(
    ("table", "key", "hint"),
    [
        ("creamy", "consistency", "Write keys"),
        ("[NUM101]", "consistency", "Write keys"),
        ("{enable: true}", "consistency.enable", "Did you mean enabled?"),
        ("{colour: red}", "consistency.colour", "Known keys: enabled, ignore, fail-on, accept."),
        ("{enabled: maybe}", "consistency.enabled", "true or false"),
        ("{ignore: {NUM: yes}}", "consistency.ignore", "a list of rules"),
        ("{fail-on: high}", "consistency.fail-on", "error, warning, note, never"),
        ("{fail-on: [error]}", "consistency.fail-on", "error, warning, note, never"),
        ("{accept: NUM101}", "consistency.accept", "a list of tables"),
        ("{accept: [NUM101]}", "consistency.accept[0]", "a list of tables"),
        ("{accept: [{reason: x}]}", "consistency.accept[0].rule", "Give a rule's code"),
        ("{accept: [{rule: NUM101}]}", "consistency.accept[0].reason", "State briefly"),
        ("{accept: [{rule: NUM101, reason: ''}]}", "consistency.accept[0].reason", "State briefly"),
        (
            "{accept: [{rule: NUM, reason: x}, {rule: [a], reason: x}]}",
            "consistency.accept[1].rule",
            "Give a rule's code",
        ),
        ("{accept: [{rule: NUM, reason: x, text: [a]}]}", "consistency.accept[0].text", "Give the words"),
        ("{accept: [{rule: NUM, reason: x, text: ' '}]}", "consistency.accept[0].text", "Give the words"),
        ("{accept: [{rule: NUM, reason: x, until: soon}]}", "consistency.accept[0].until", "2026-05-31"),
        ("{accept: [{rule: NUM, reason: x, untill: 2026-01-01}]}", "consistency.accept[0].untill", "until"),
    ],
)
def test_what_is_wrong_is_named_by_its_key(table: str, key: str, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        read(f"---\nconsistency: {table}\n---\n")
    assert caught.value.message.startswith(f"{key} in the front matter ")
    assert caught.value.where == "a.md:2"
    assert hint in (caught.value.hint or "")
