"""What news is made of, and what breaks programs that read it: words, figures, days, marks of every plane."""

from __future__ import annotations

from random import Random

NAMES = (
    "Ana Ruiz", "Dr. Kwame Boateng", "O’Neill", "van der Berg", "María-José Núñez", "J. R. R. Tolk", "Velmar",
    "Zorbex", "the World Bank", "Ltd.", "U.S.", "St. Ives", "Côte d'Ivoire", "北京", "Łódź", "İstanbul", "McDonald",
    "AT&T", "X",
)  # fmt: skip
VERBS = (
    "said", "rose", "fell to", "did not deny", "refused to rule out", "may resign", "killed", "was sentenced to",
    "paid", "agreed to", "announced", "lost", "overtook", "is expected to reach", "won by", "moved from",
    "threatened", "ended",
)  # fmt: skip
NOUNS = ("boats", "people", "percent of voters", "tonnes of grain", "exports", "a fire", "the debt", "seats", "years")
FIGURES = (
    "12", "1.2 billion", "$1.7bn", "€3,5 Mio.", "£0.00", "more than 40", "just under half", "a dozen", "two-thirds",
    "1,234,567.89", "1.234.567,89", "-5%", "10-15", "10–15 per cent", "½", "٣٤٥", "一二三", "Ⅻ", "1e309", "9" * 40, "0",
    "3-2", "6-4, 7-6 (7-5)", "2:1", "third-largest", "1st", "21ST", "∞", "NaN", "0x1F", "¥5tn", "US$ 3 m", "5 km/h",
    "5 percentage points", "twice as many", "from 3 to 5", "$", "%", "1,", ",5", "1..2", "1/0", "²", "10⁶",
    "one in five", "nineteen hundred and ninety-nine", "a hundred thousand million", "-0", "00012", "+1",
    "1 000 000", "1'000",
)  # fmt: skip
DAYS = (
    "on Monday", "last week", "in 2024", "May 5, 2026", "5/6/2026", "31 February 2025", "tomorrow", "at 25:61",
    "Q5 2023", "the 1990s", "in 0000", "since 99999", "noon", "two days earlier", "2026-02-30T25:00:00Z", "1 BC",
    "Sept. 31", "midnight", "a century ago", "9999999 years ago", "in March", "by the end of 9999",
    "the night of 30-31 December 9999", "year 1",
)  # fmt: skip
ODD = (
    "\u202e", "\u2066", "\u200b", "\ufeff", "\u0301" * 5, "e\u0301", "\ufb03", "👩🏽‍🚒", "🇩🇪", "\U0001f600",
    "\U00020000", "\x00", "\x1b[31m", "\x1b]0;x\x07", "\x9b2J", "\r", "\v", "\f", "\x85", "\u2028", "\u2029",
    "\u00ad", "\xa0", "\u3000", "ß", "ẞ", "İ", "ǆ", "\U000e0041", "\ud800", "\udfff", "\uffff", "\U0010ffff",
    "::error::", "##[error]x", "=1+1", "\x07", "\x7f", "ﷺ", "\u1e9e", "ŉ", "\u0345", "℀", "㎏", "㏂", "…", "‰", "\x1f",
    "\u061c", "\u180e", "a" * 300, "(" * 60, "[" * 40,
)  # fmt: skip
QUOTES = (('"', '"'), ("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“"), ("'", "'"), ("“", ""), ("", '"'), ("``", "''"))
TEMPLATES = (
    "{{ page.title }}", "{% include 'x' %}", "{{< figure src=\"a.png\" >}}", "{%raw%}", "{{", "}}", "<%= x %>",
    "${x}", "[[wiki|link]]", ":::note", "{#id .class}", "{{% %}}", "<!-- consistency: ignore NUM101 because -->",
    "<!--", "-->", "<!-- consistency-ignore -->", "{/* consistency: ignore */}", "import X from 'y'", "<Tag a={1}>",
    "</Tag>",
)  # fmt: skip


def sentence(r: Random) -> str:
    """A sentence, more or less."""
    made = f"{r.choice(NAMES)} {r.choice(VERBS)} {r.choice(FIGURES)} {r.choice(NOUNS)}"
    if r.random() < 0.5:
        made += f" {r.choice(DAYS)}"
    if r.random() < 0.35:
        left, right = r.choice(QUOTES)
        made += f", {left}{r.choice(NAMES)} {r.choice(VERBS)} {r.choice(FIGURES)}{r.choice((',', '.', ''))}{right}"
        made += f" {r.choice(('said', 'told', 'according to', 'added'))} {r.choice(NAMES)}"
    if r.random() < 0.15:
        made = odd(r, made)
    return made + r.choice((".", ".", ".", "!", "?", "", "…", ".”", ":"))


def odd(r: Random, text: str) -> str:
    """The text with something strange somewhere in it."""
    at = r.randrange(len(text) + 1)
    return text[:at] + (r.choice(ODD) if r.random() < 0.8 else anywhere(r)) + text[at:]


def anywhere(r: Random) -> str:
    """A character of any plane."""
    return chr(r.choice((r.randrange(0x300), r.randrange(0x10000), r.randrange(0x110000), r.randrange(0x2000, 0x2100))))


def paragraph(r: Random) -> str:
    """A few sentences."""
    return r.choice((" ", " ", "\n", "  ")).join(sentence(r) for _ in range(r.randint(1, 4)))
