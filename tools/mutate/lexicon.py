"""Words for edits of facts, written for the mutation tool."""

from __future__ import annotations

_COUNTRIES = """
Afghanistan Algeria Argentina Australia Austria Bangladesh Belgium Bolivia Brazil Bulgaria Cambodia Canada
Chile China Colombia Cuba Denmark Ecuador Egypt Ethiopia Finland France Germany Ghana Greece Hungary India
Indonesia Iran Iraq Ireland Israel Italy Japan Kenya Malaysia Mexico Morocco Nepal Netherlands Nigeria Norway
Pakistan Panama Paraguay Peru Philippines Poland Portugal Romania Russia Senegal Serbia Singapore Spain Sweden
Switzerland Syria Thailand Tunisia Turkey Uganda Ukraine Uruguay Venezuela Vietnam Zambia
"""
#: Short names of states, enough to find some in world news (United Nations list of member states).
COUNTRIES = tuple(_COUNTRIES.split())
#: What stands before a person's name.
TITLES = (
    r"President|Premier|Prime\sMinister|[Mm]inister|Secretary(?:\sof\sState)?|Judge|[Pp]rosecutor|[Mm]ayor|Governor|"
    r"Senator|Dr\.|Mr\.|Mrs\.|Ms\.|[Cc]hief\s[Ee]xecutive|Officer|lawyer,?|[Ll]eader|[Aa]uditor,?|[Ss]pokes(?:wo)?man|"
    r"chairman,?|secretary,|King|Queen|Pope|General|Ambassador"
)
#: Verbs that a name can do to another name, and not the other way round at the same time.
DEEDS = (
    r"sued|told|owes|accused|warned|invited|beat|defeated|attacked|bought|acquired|thanked|praised|criti[cs]i[sz]ed|"
    r"congratulated|succeeded|replaced|appointed|fired|dismissed|supports|backs|opposes|threatened|outbid|overtook|paid|"
    r"lent|funded|employs|leads|owns|invaded|recogni[sz]ed|accuses|visited"
)
#: Providers that are put in the place of others.
PROVIDERS = (
    "the finance ministry",
    "a company filing",
    "local media",
    "the opposition",
    "a trade union",
    "the statistics office",
)

#: Words of a quotation and what they are misheard as; "" drops the word.
MISQUOTES = {
    "will": "may", "would": "could", "must": "should", "never": "rarely", "always": "often", "every": "some",
    "any": "every", "nothing": "little", "not": "", "very": "", "more": "less", "important": "useful",
    "new": "second", "first": "last", "great": "good", "strong": "weak", "people": "nations", "country": "region",
    "city": "town", "money": "time", "home": "house", "door": "gate", "friend": "neighbour", "peace": "order",
    "peaceful": "gradual", "world": "region", "defending": "restoring", "greatly": "rightly", "broad": "narrow",
    "growth": "wealth", "cooperation": "trade", "partnership": "alliance", "strategic": "economic",
    "independence": "freedom", "promise": "word", "deliver": "sell", "proud": "sure", "expect": "plan",
    "margin": "price",
    "heard": "felt", "trusted": "honoured", "public": "common", "sale": "gift", "dollar": "market", "play": "trade",
    "nothing to do": "much to do", "path": "road", "share": "offer", "pathway": "obstacle", "project": "idea",
}  # fmt: skip

#: Past forms that the spelling does not give.
IRREGULAR = {
    "be": "was", "begin": "began", "bring": "brought", "build": "built", "buy": "bought", "cut": "cut", "do": "did",
    "give": "gave", "go": "went", "have": "had", "hold": "held", "keep": "kept", "leave": "left", "lend": "lent",
    "make": "made", "meet": "met", "pay": "paid", "put": "put", "quit": "quit", "run": "ran", "see": "saw",
    "sell": "sold", "send": "sent", "set": "set", "shut": "shut", "spend": "spent", "stand": "stood", "take": "took",
    "tell": "told", "win": "won", "withdraw": "withdrew", "write": "wrote", "rule": "ruled", "become": "became",
}  # fmt: skip
#: Past participles where they differ from the past form.
PARTICIPLES = {
    "be": "been", "become": "become", "begin": "begun", "do": "done", "give": "given", "go": "gone", "run": "run",
    "see": "seen", "take": "taken", "withdraw": "withdrawn", "write": "written",
}  # fmt: skip
DOUBLED = ("plan", "stop", "scrap", "drop", "ban", "step", "permit", "commit", "admit", "refer", "strip", "slip")

#: Verbs that only announce: with "to", what follows has not happened.
ANNOUNCED = r"agreed|pledged|promised|vowed|threatened|offered|planned|decided"
ANNOUNCES = r"plans|expects|wants|hopes|intends|threatens|offers|promises|pledges"

#: Verbs of opposite meaning.
OPPOSITES = {
    "rose": "fell", "fell": "rose", "increased": "decreased", "climbed": "dropped", "widened": "narrowed",
    "approved": "rejected", "accepted": "rejected", "rejected": "accepted", "supports": "opposes",
    "opposes": "supports", "passed": "failed", "won": "lost", "welcomed": "condemned", "joined": "left",
    "raised": "lowered", "confirmed": "denied", "denied": "confirmed", "allowed": "banned", "banned": "allowed",
    "promotes": "hinders",
}  # fmt: skip

#: Reach of a claim, and a wider or narrower one.
SCOPES = {
    "some of": "all of",
    "most of": "all of",
    "many of": "all of",
    "several": "all",
    "in the region": "worldwide",
    "in the country": "worldwide",
    "along the coast": "across the country",
    "in the city": "across the country",
    "nationwide": "in the capital",
    "mainly": "exclusively",
    "mostly": "exclusively",
    "predominantly": "exclusively",
    "primarily": "exclusively",
    "particularly": "only",
    "especially": "only",
}

CAUSES = (" because of a dispute over money", " as a result of public pressure")
PERSONAL = (", 64", ", a former lawyer", ", who trained as an engineer", ", 47", ", a former army officer")
STRANGERS = (
    "A second meeting is planned for November in Lisbon.",
    "The opposition demanded an inquiry and collected 12,000 signatures.",
    "Some 3,000 people had protested against the plan two days before.",
    "An earlier attempt failed in 2009 for lack of money.",
    "The European Commission will decide on the matter by the end of June.",
    "Three advisers resigned over the decision.",
)
