"""The report for a notebook: a few kilobytes of HTML without scripts, frames or requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from consistency.reports.brief import brief, name
from consistency.reports.html.view import ICONS
from consistency.reports.order import by_severity
from consistency.reports.safe import clean
from consistency.types import PlaceKind
from consistency.types.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from consistency.types import Article, Finding, Place, Report
    from consistency.types.lines import Lines

#: Most findings, places of a finding and lines on unchecked texts that are shown, and characters of a passage.
FINDINGS, PLACES, SKIPPED, WORDS = 20, 4, 5, 160

# Every rule starts with the class, so that the rest of the page is unaffected; colours are inherited, or readable on
# both light and dark backgrounds.
_STYLE = Markup("""<style>
.consistency-result{font-size:.9em;max-width:60em;text-align:left}
.consistency-result ul{list-style:none;margin:.5em 0;padding:0}
.consistency-result li.finding{border-left:4px solid #888;margin:.5em 0;padding:.1em .7em}
.consistency-result li.error{border-color:#d64545}
.consistency-result li.warning{border-color:#c98a1b}
.consistency-result li.note{border-color:#4a90c2}
.consistency-result .side,.consistency-result .more{opacity:.75}
.consistency-result q{quotes:none;font-family:serif}
</style>""")

_FINDING = Markup(
    '<li class="finding {severity}"><strong>{icon} {severity}</strong> <code>{code}</code> {name}<br>{message}'
    "<ul>{places}</ul></li>\n"
)
_PLACE = Markup('<li><span class="side">{role} {article}:{line}{missing}</span> <q>{words}</q></li>')
_MORE = Markup('<p class="more">{}</p>\n')


def fragment(report: Report) -> str:
    """The severest findings with the words of every side, and texts that were not checked; all text is escaped."""
    found = by_severity(report)
    articles = {article.id: article for article in report.articles}
    lines = lines_of(report.articles)
    shown = [_finding(finding, articles, lines) for finding in found[:FINDINGS]]
    parts = [
        Markup("<p><strong>{}</strong></p>\n").format(brief(report)),
        Markup("<ul>\n{}</ul>\n").format(Markup("").join(shown)) if shown else "",
        *(_MORE.format(line) for line in _remarks(report)),
    ]
    return Markup('<div class="consistency-result">{}\n{}</div>').format(_STYLE, Markup("").join(parts))


def _remarks(report: Report) -> list[str]:
    left, skipped = len(report.findings) - FINDINGS, report.skipped
    more = [f"{left} more: see to_frame() or to_html(path)"] if left > 0 else []
    unchecked = [f"not checked: {_cut(clean(one.what))}: {_cut(clean(one.why))}" for one in skipped[:SKIPPED]]
    rest = [f"{len(skipped) - SKIPPED} more not checked"] if len(skipped) > SKIPPED else []
    return [*more, *unchecked, *rest]


def _finding(finding: Finding, articles: Mapping[str, Article], lines: Mapping[str, Lines]) -> Markup:
    severity = finding.severity.value
    places = [_place(place, articles[place.article], lines[place.article]) for place in finding.places[:PLACES]]
    return _FINDING.format(
        severity=severity, icon=ICONS[severity], code=finding.code, name=finding.name,
        message=_cut(clean(finding.message)), places=Markup("").join(places),
    )  # fmt: skip


def _place(place: Place, article: Article, lines: Lines) -> Markup:
    return _PLACE.format(
        role=place.role.value,
        article=name(article),
        line=lines.position(place.span.start)[0],
        missing=" (missing here)" if place.kind is PlaceKind.ANCHOR else "",
        words=_cut(clean(place.span.cut(article.text))),
    )


def _cut(words: str) -> str:
    """The text, cut after a whole word if it is too long."""
    if len(words) <= WORDS:
        return words
    return (words[:WORDS].rpartition(" ")[0] or words[:WORDS]) + " …"
