"""The words that tie a time to an event, and the nouns and verbs that name one. Written for this table."""

from __future__ import annotations

import re

from consistency.language.calendar_words import NUMBERS, UNIT_GRAINS, VAGUE_NUMBERS, listed

#: What stands between the fact and the event, and the relation that it states.
RELATIONS = {
    "on the eve of": "eve", "the eve of": "eve", "the day before": "eve", "a day before": "eve",
    "one day before": "eve", "the night before": "eve",
    "in the run-up to": "run-up", "in the run up to": "run-up", "in the runup to": "run-up",
    "in the lead-up to": "run-up", "in the lead up to": "run-up", "in the leadup to": "run-up",
    "in the build-up to": "run-up", "in the buildup to": "run-up", "leading up to": "run-up",
    "during the run-up to": "run-up", "during the lead-up to": "run-up", "the run-up to": "run-up",
    "before": "before", "prior to": "before", "ahead of": "before", "in advance of": "before",
    "after": "after", "following": "after", "in the wake of": "after", "in the aftermath of": "after",
    "since": "since", "ever since": "since", "until": "until", "till": "until",
    "during": "during", "in the midst of": "during", "at the height of": "during", "by the time": "by",
}  # fmt: skip
STRONG = frozenset({"eve", "run-up"})
TRIGGERS = (
    {relation.split()[0].split("-")[0] for relation in RELATIONS}
    | {"shortly", "soon", "just", "immediately", "right", "in"}
    | {
        *NUMBERS,
        *(unit + "s" for unit in UNIT_GRAINS),
        *(word.split()[0] for word in VAGUE_NUMBERS),
        "#",
        "half",
        "quarter",
    }
)

#: Nouns that name something with a day of its own. Written for this table; the suffix rule below widens it.
EVENT_NOUNS = listed(
    """
    accident arrest attack attacks ballot battle birth blast bombing bombings breakup ceasefire ceremony closure
    collapse concert conference congress contest coronavirus coup crash crisis cup death debate debut defeat
    departure disaster divorce earthquake election elections end eruption execution expiry explosion final fire
    flood floods funeral game games genocide handover hearing holiday holidays hurricane incident independence
    interview invasion kickoff launch lockdown loss marathon massacre match meeting meetings merger miscarriage
    murder mutiny olympics opening outbreak pandemic poll polls premiere presidency press primary primaries protest
    protests race rally raid referendum reign release retirement retreat return revolt riot riots robbery round rout
    sale scandal season session shooting shootings siege signing speech split start storm strike strikes summit
    surgery takeover talks tenure term tour tournament treaty trial trip truce tsunami verdict victory visit vote
    votes war wars wedding win withdrawal brexit dawn dusk sunrise sunset dark nightfall bedtime beginning outset
    deadline curfew call
    """
)
EVENT_SUFFIX = re.compile(r"[a-z]{3,}(?:ation|ition|ution|ction|sion|uption|ement|signing)")
#: Nouns with such an ending that name a thing or a group, not an event.
NO_EVENT = listed(
    """
    nation station population institution constitution organization organisation corporation foundation association
    administration section division television mission passion pension mansion element statement location situation
    position condition tradition generation information reputation education relation occupation commission version
    opinion application communication delegation federation function fraction vision tension dimension direction
    management settlement basement pavement requirement supplement
    """
)
#: What makes a term one term: it is somebody's or has a number.
WHOSE = listed("his her their its my our first second third fourth final current new")
TERMS = frozenset({"term", "presidency", "tenure", "reign", "premiership"})

#: Verbs that mark a point of time; with a subject they make the clause after "since" or "before" a date.
POINT_VERBS = listed(
    """
    began started ended erupted opened closed broke collapsed died won lost resigned retired took came left hit struck
    happened occurred arrived became launched landed crashed exploded married graduated expired passed
    """
)
PARTICIPLE = re.compile(
    r"[a-z]{2,}(?:ed|wn|ught)|born|hit|shot|built|held|sworn|found|made|put|won|lost|struck|taken|given"
)
AUXILIARIES = listed("was were had been got first is be")
PRONOUNS = listed("he she it they we i you")
SMALL = listed("the his her its their our my your this that a an was were had been first")
#: Words that no anchor ends with.
LINKS = listed("of the then a an his her its their our my your this that another")
#: Words that end a noun phrase: the clause goes on.
VERBAL = frozenset({"of", *PRONOUNS, *AUXILIARIES, *POINT_VERBS} - {"first", "left", "lost"})
DEFINITE = listed("the his her its their our my your this that last next")
#: Of these verbs, those that mark a time only with one of certain words after them.
OBJECTS = {
    "took": ("office", "power", "charge", "over", "control", "command"), "came": ("to", "into"),
    "left": ("office", "power", "government", "school"), "broke": ("out", "up"), "lost": ("power", "office", "the"),
}  # fmt: skip
#: What happens to a person once: "after being elected".
INSTALLED = listed(
    """
    elected re-elected appointed sworn arrested released born fired sacked dismissed convicted sentenced freed
    inaugurated crowned hired named founded jailed deported nominated
    """
)
#: Anchors that name no event by themselves ("until the very end").
EDGES = listed("end start beginning outset close very")
#: Forms in -ing that mark a point of time in a life or an office, with the words one of which must follow, if any.
GERUNDS = {
    "taking": ("office", "power", "charge", "over", "control", "command"), "coming": ("to", "into"),
    "stepping": ("down",), "assuming": (), "entering": (), "leaving": (), "joining": (), "becoming": (), "winning": (),
    "losing": ("the", "power", "office"), "retiring": (), "resigning": (), "graduating": (), "returning": (),
    "arriving": (), "moving": ("to",), "signing": (), "launching": (), "founding": (), "completing": (),
    "finishing": (), "starting": (), "beginning": (), "opening": (), "closing": (),
}  # fmt: skip
STOPS = listed(
    """
    in on at to from by with for and or but as that which who whose when where while because if than so into over
    under about against between among amid through is are will would could should may might can has have do does did
    said says near today yesterday tomorrow tonight without within until since before after during not all
    """
)
#: Forms of one verb or noun that news text swaps freely.
FOLDED = {
    "took": "taking", "taken": "taking", "became": "becoming", "won": "winning", "left": "leaving",
    "elected": "election", "elections": "election", "talks": "talk", "votes": "vote",
}  # fmt: skip
