"""Which figures, dates, quotations and attributions of two articles are about the same thing."""

from __future__ import annotations

from consistency.thresholds import MEASURED, Section

threshold = Section("Figures, dates, quotations and attributions")

# Similarity of the words around two figures.
CONTEXT_HALF_LIFE = threshold(4.0, "words", "Distance from the figure at which a word of its context counts half.")
CONTEXT_FUNCTION_WORD = threshold(
    0.25, "weight", 'A function word against a content word: prepositions distinguish "from" and "to" figures.'
)
CONTEXT_WORDS_SHARE = threshold(
    0.6, "weight", "Share of the words around two figures in their similarity, where both count something."
)
CONTEXT_COUNTED_SHARE = threshold(0.4, "weight", "Share of the nouns counted, in the same sum.")
COPIED_REACH = threshold(4, "words", "Words on each side of a figure of which a copied run is measured.")
COPIED_FUNCTION_WORD = threshold(0.5, "weight", "A function word in a copied run, against 1 for a content word.")

# Matching of figures and dates.
SAME_CLAIM_UNALIGNED = threshold(
    0.35, "similarity", "Two equal claims in sentences that are not aligned are about one fact from here on."
)
SAME_MEASURE = threshold(
    0.45, "similarity", "Two different figures in aligned sentences measure the same thing from here on."
)
SAME_MEASURE_AGAIN = threshold(
    0.75, "similarity", "The same where the other figure already has an equal counterpart in another sentence."
)
LEFTOVER_LINK = threshold(
    0.5,
    "link score",
    "Sentences whose claims without a counterpart are matched with each other.",
    origin=MEASURED,
    measured="98 marked differences of figures and dates in free retellings: the rule finds 6 more",
)
LEFTOVER_SIMILARITY = threshold(0.2, "similarity", "Least similarity of such claims.", origin=MEASURED)
LEFTOVER_SCORE = threshold(0.6, "similarity", "The similarity that they count with.", origin=MEASURED)
LINK_WITH_EQUAL_FIGURES = threshold(
    {1: 0.55, 2: 0.7}, "link score", "Least score of two aligned sentences that share so many exact figures."
)
COPIED_CONTEXT = threshold(
    3.0, "strength", "So much text copied on both sides of two figures makes one the counterpart of the other."
)
SAME_RANKING = threshold(
    0.6, "similarity", 'Two ranks are places in one order ("the world\'s fifth-largest maker of turbines"), anywhere.'
)
GREATEST_RATIO = threshold(10, "factor", "A figure more than so many times another is no mistake for it.")
FURTHER_PARTNER = threshold(
    0.7, "factor", "A claim's further counterparts in one article count from this share of the best score on."
)
RESTATED = threshold(
    0.15, "similarity", "An equal figure anywhere in the other article restates the claim, which is then not missing."
)
MATRIX_ARTICLES = threshold(3, "articles", "With fewer there is no majority, and no claim matrix is shown.")

# Arithmetic and self-contradiction.
ROUNDED_SUM = threshold(0.03, "share", "A rounded figure may state a sum that differs by no more.")
SUM_PARTS = threshold(6, "figures", "Figures of one sentence that are tried as parts of a sum.")
SMALL_COUNT = threshold(20, "number", "Counts up to this may be a remainder, and prove little by their presence.")
REPEATED_IN_BODY = threshold(
    0.8,
    "similarity",
    "Two sentences of one body repeat a fact only where the context is nearly the same: an article has many figures of "
    'one kind, and an update ("the toll later rose to 15") is no contradiction.',
)
REPEATED_IN_HEADLINE = threshold(
    0.5, "similarity", "The same for a headline, which keeps fewer of the words around a figure."
)
HEADLINE_COSINE = threshold(0.55, "cosine", "A headline and a sentence of the body are about one thing from here on.")
COSINE_ROUNDING = threshold(
    1e-4, "cosine", "Largest difference between the cosine of one pair alone and in a matrix product."
)

# Quotations.
QUOTE_SIMILAR = threshold(
    0.6, "share of words", "Words, in order, that two quotations share whose sentences are not aligned."
)
QUOTE_SIMILAR_LINKED = threshold(0.4, "share of words", "The same where their sentences are aligned.")
QUOTE_SIMILAR_SHORT = threshold(
    0.75, "share of words", "The same for quotations of a few words, which share much by chance."
)
SHORT_QUOTE = threshold(6, "words", "Quotations of fewer words are short.")
QUOTE_SCORE = threshold(0.6, "probability", "Score of two quotations that share no more than they must, at the least.")
QUOTE_SCORE_GAIN = threshold(0.4, "probability", "What sharing all words adds to that score.")
QUOTED_WORD_SIMILARITY = threshold(
    0.5, "share of words", "Similarity given to two quoted words in place of each other, which share none."
)
QUOTED_IN_PART = threshold(
    1 / 3, "share of words", "An article that has so many of a quotation's words in quotation marks quotes it in part."
)
SPEECH_WORDS = threshold(
    4, "words", "Fewer words in quotation marks may be a term, a title or irony, and anybody's words."
)

# Attributions.
ATTRIBUTED_PASSAGE = threshold(
    0.6, "share of words", "Attributed words that must recur for two attributions to be of one passage."
)
UNRECIPROCATED_LINK = threshold(
    0.5,
    "factor",
    "Factor for aligned sentences that are not each other's best: too low for a finding, enough to show that the other "
    "article names a source there.",
)
ATTRIBUTION_SETTLED = threshold(
    0.75, "context overlap", "Sentences compared with so much overlap are not compared again by their figures."
)
