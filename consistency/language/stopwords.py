"""English function words: articles, pronouns, prepositions, conjunctions, auxiliaries.

Closed word classes as listed in Quirk et al., A Comprehensive Grammar of the English Language (1985).
"""

from __future__ import annotations

STOPWORDS = frozenset(
    """
    a an the this that these those some any no every each either neither both all such
    i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
    who whom whose which what where when why how there here one ones
    about above across after against along among around as at before behind below beneath beside besides
    between beyond by despite down during except for from in inside into like near of off on onto out
    outside over past per since than through throughout till to toward towards under until unto up upon
    via with within without
    and or but nor so yet if unless because although though while whereas whether
    be am is are was were been being have has had having do does did doing done
    can could may might must shall should will would ought
    not also too very just only then now more most less least own same other another
    's n't 'll 're 've 'd 'm said says
    """.split()  # noqa: SIM905
)
