"""Names, statements, substituted words, and what has no counterpart in the other article."""

from __future__ import annotations

from consistency.thresholds import MEASURED, Section

threshold = Section("Names, statements, substitutions and unaligned text")

# Word by word differences of two sentences.
DIFF_LINK = threshold(0.4, "link score", "Sentences with a lower score are worded too differently for a word diff.")
DIFF_HALF_LIFE = threshold(6.0, "words", "Distance from an edit at which a word counts half in its context overlap.")

# Names in the place of other names.
NAME_NEIGHBOURS = threshold(4, "words", "Words before and after a name that are compared.")
NAME_NEIGHBOURS_EQUAL = threshold(0.5, "share of words", "So many of them are equal, on one side of the name at least.")
NAME_SENTENCE_EQUAL = threshold(
    0.75, "share of words", "Equal words, in order, of the two sentences without the two names."
)
NAME_SENTENCE_EQUAL_UNSURE = threshold(
    0.9, "share of words", "The same where the names may be of different types, such as a person and a body."
)
NAME_COPIED_RUN = threshold(6, "words", "A copied run next to a name that is context enough by itself.")
RESPELLED_NAME = threshold(
    0.7, "probability", "Least score of two similar spellings, in articles on one event, as one person's name."
)
ROLE_LINK = threshold(0.45, "link score", "Sentences whose names are compared by syntactic role.")
ROLE_CONTEXT = threshold(0.6, "share of words", "Content words around a name that have a counterpart.")
TITLE_CONTEXT = threshold(
    0.75, "share of words", "From here on a shared title is proof enough, whoever is named in the sentences around."
)
ROLE_SCORE = threshold(0.7, "probability", "Score of two names in one syntactic role.")
FULL_NAME_WORDS = threshold(2, "words", "Names of fewer words are not compared by role: a surname may be anybody's.")
VERSION_SHARE = threshold(
    0.5, "share", "A draft with so many aligned sentences is a version of its source and rests on nothing else."
)
UNSUPPORTED_NAME = threshold(
    0.7, "probability", "Least score of a name that no source has, however freely the passage is worded."
)

# Statements.
PREDICATE_SHARE = threshold(0.6, "share", "Arguments that two predicates share, of the one with fewer.")
PREDICATE_SHARED = threshold(2, "number", "The same as a number.")
ONE_ACT_SHARED = threshold(
    4, "number", "So many shared arguments, a figure or name among them, make different verbs mean one act."
)
PARSED_SCORE = threshold(0.75, "probability", "Score of a pair that rests on the parses of two sentences.")
RETOLD_ACT = threshold(
    0.9, "context overlap", "Overlap given to an act of which only verb, subject and object are counterparts."
)
AGENT_LINK = threshold(0.5, "link score", "Sentences whose agents are compared, where one is a pronoun.")
AGENT_NAME_LINK = threshold(0.6, "link score", "The same where both are names.")
AGENT_SCORE = threshold(0.7, "probability", "Score of one act with two agents.")
HEDGE_LINK = threshold(0.55, "link score", "Sentences whose hedges are compared.")
HEDGE_SCORE = threshold(0.65, "probability", "Score of a hedged verb against one that is not.")
SWAPPED_NAMES_DISTANCE = threshold(
    40, "words", "Two names that changed places are no further apart; it bounds the work on a sentence made of names."
)

# Substituted words: in a copied context, in one syntactic slot, from one contrast set.
COPY_REACH = threshold(4, "words", "Words on each side of a word of which a copied run is measured.")
COPY_FUNCTION_WORD = threshold(0.5, "weight", "A function word in that run, against 1 for a content word.")
COPY_STRENGTH = threshold(
    2.5,
    "strength",
    "Least strength of a copied context.",
    origin=MEASURED,
    measured="right and wrong summaries of 60 articles: from here on, opposites in one context are in wrong ones only",
)
COPY_STRENGTH_NEGATION = threshold(
    2.0, "strength", 'The same for a negation right before a copied content word: "couldn\'t fire", "could fire".'
)
COPY_STRENGTH_FULL = threshold(6.0, "strength", "A stronger context counts no more.")
COPY_SCORE = threshold(0.6, "probability", "Score of a substitution in the weakest context.")
COPY_SCORE_GAIN = threshold(0.3, "probability", "What the strongest context adds.")
REWRITE_SHARE = threshold(0.5, "share", "A draft aligned with so many source sentences is a rewrite, not a summary.")
SLOT_REACH = threshold(8, "words", "Words on each side in which the content words around two slots are compared.")
SLOT_SHARED_OPPOSITES = threshold(
    3,
    "words",
    "Content words shared around two opposites.",
    origin=MEASURED,
    measured="447 news articles with right and wrong summaries and 3,100 pairs of sentences: such opposites are in 11 "
    "wrong texts and 2 right ones",
)
SLOT_SHARED_OTHERS = threshold(
    4,
    "words",
    "Content words shared around two words that are merely different.",
    origin=MEASURED,
    measured="the same texts: 5 wrong ones and 1 right one",
)
SLOT_SHARE = threshold(0.8, "share of words", "The same as a share of the draft's.", origin=MEASURED)
SLOT_SCORE = threshold(0.7, "probability", "Score of two words in one slot.")
SLOT_OVERLAP = threshold(0.6, "context overlap", "Overlap given to them.")
CONTRAST_REACH = threshold(8, "words", "Words on each side in which the content words around two words are compared.")
CONTRAST_SHARED = threshold(2, "words", "Content words shared around two words of one contrast set.")
CONTRAST_SCORE = threshold(0.7, "probability", "Score of two such words.")
CONTRAST_OVERLAP = threshold(0.6, "context overlap", "Overlap given to them.")

# Spans and sentences without a counterpart.
WORD_COUNTERPART = threshold(0.5, "cosine", "A word has a counterpart in the other sentence from here on.")
SPAN_BRIDGE = threshold(1, "words", 'Words with a counterpart that a new span may contain: "to meet [the] minister".')
NEW_WORDS = threshold(3, "words", "Content words without a counterpart that make a span new.")
NEW_WORDS_SET_OFF = threshold(
    2, "words", "The same for an apposition: what punctuation sets off was added or removed as a whole."
)
NEW_SPAN_SCORE = threshold(
    {2: 0.55, 3: 0.62, 4: 0.68},
    "probability",
    "Score of a span with so many new words.",
    origin=MEASURED,
    measured="4.7 % of sentence pairs of equal meaning have three new words, 1.4 % four and 0.6 % five; of unsupported "
    "ones 16, 8 and 4 %",
)
NEW_SPAN_SCORE_LONG = threshold(0.8, "probability", "The same for more new words.", origin=MEASURED)
NEW_SENTENCE_SCORE = threshold(
    0.72, "probability", "Score of a new sentence that nothing is aligned with, or that condenses with new words."
)
NEW_SENTENCE_WORDS = threshold(4, "words", "Content words that make a sentence without links new.")
RETELLING_SHARE = threshold(
    0.5, "share", "A draft aligned with so many of a source's sentences retells it, and the rest was dropped."
)
COPIED_LINK = threshold(0.9, "link score", "A sentence so closely linked is a copy of its counterpart.")
REPEATED_LINK = threshold(0.6, "link score", "A sentence linked less closely with a copy is not repeated by it.")
CONDENSED_SIZE = threshold(
    0.65,
    "share of words",
    "A sentence with fewer content words than this share of its excerpt's condenses it.",
    origin=MEASURED,
    measured="900 labelled pairs; longer ones had 15 of the true and 20 of the false findings in 3,100",
)
CONDENSED_LINK = threshold(
    0.55,
    "link score",
    "A sentence linked so closely does not condense: its new words are as often synonyms.",
    origin=MEASURED,
    measured="the same 3,100 pairs",
)
CONDENSED_NEW = threshold(
    0.25,
    "share of words",
    "New words that make a condensing sentence unsupported.",
    origin=MEASURED,
    measured="found in 37 % of the unsupported pairs, 8 % of the supported ones, 0.7 % of paraphrases",
)
CONDENSED_NEW_SINGLE = threshold(0.3, "share of words", "The same where only one word is new.")
CONDENSED_NEW_MOST = threshold(0.5, "share of words", "From here on such a sentence gets the higher score.")
SPECIFICS_REPORTED = threshold(
    2, "number", "Figures and names that show, all in one sentence, that it reports the same in other words."
)
SIMILAR_SENTENCE = threshold(
    0.46,
    "cosine",
    "A sentence so similar to an unaligned one may be a free version of it.",
    origin=MEASURED,
    measured="of unaligned draft sentences, as many that are this similar are faithful as not",
)

# Clauses without a counterpart.
CLAUSE_LINK = threshold(0.5, "link score", "Sentences of which one may lack a clause.")
CLAUSE_CONTEXT = threshold(0.6, "share of words", "Content words outside the clause that have a counterpart.")
CLAUSE_WORDS = threshold(2, "words", "A clause of fewer content words is not looked for.")
CLAUSE_SCORE = threshold(0.75, "probability", "Score of a missing clause.")
CLAUSE_COUNTERPARTS = threshold(0.2, "share of words", "Fewer of its words have a counterpart.")
CLAUSE_NEARBY = threshold(0.5, "share of words", "No more of its words have a counterpart or occur nearby.")
CONNECTIVE_WORDS = threshold(5, "words", 'Length of the longest opening such as "In response,", with its comma.')
REASON_WORDS = threshold(4, "words", 'Length of the longest opening of a reason such as "as a result of".')
