"""Which articles report one event, and which of their sentences and words correspond."""

from __future__ import annotations

from consistency.thresholds import FITTED, MEASURED, Section

threshold = Section("Events, sentences and words that correspond")

# Same event. The weights are a logistic regression; `align/same_event.py` describes its data.
RETOLD_FROM = threshold(
    0.3, "link score", "A sentence whose best link has this score or less counts as not retold at all.", origin=FITTED
)
RETOLD_FULLY = threshold(
    0.9, "link score", "A sentence whose best link has this score or more counts as retold in full.", origin=FITTED
)
EVENT_RETOLD_WEIGHT = threshold(14.6, "weight", "Weight of the share of retold sentences.", origin=FITTED)
EVENT_WORDS_WEIGHT = threshold(
    7.3, "weight", "Weight of the share of content words that both articles have.", origin=FITTED
)
EVENT_TOPIC_WEIGHT = threshold(
    -3.1,
    "weight",
    "Weight of the cosine of the articles as wholes; negative, because the same topic without retold sentences is "
    "another event.",
    origin=FITTED,
)
EVENT_OFFSET = threshold(-4.7, "log odds", "Intercept of the regression.", origin=FITTED)

# Same event, of texts of one or two sentences.
BRIEF_SENTENCES = threshold(
    2,
    "sentences",
    "A draft of no more sentences is compared by topic and words if its source is an excerpt.",
)
BRIEF_COUNTERPART = threshold(0.5, "cosine", "A word has a counterpart in the other text from here on.")
BRIEF_EVEN = threshold(
    1.0,
    "number",
    "Where the cosine of the most similar sentences and the share of words with a counterpart add up to this, one "
    "event is as likely as two.",
    origin=MEASURED,
    measured="2,600 pairs of one to four sentences. Above it: 99.6 % of the paraphrases, all supported and 98 % of the "
    "contradicted sentences, no random pair of news texts, and 22 % of the pairs of a news lead with the two most "
    "similar of 194. Of sentences that their source neither supports nor contradicts, 17 % are below.",
)
BRIEF_STEEPNESS = threshold(
    8.0, "weight", "How fast the probability changes around `BRIEF_EVEN`.", origin=MEASURED, measured="the same pairs"
)

# Sentence alignment.
LINK_COSINE_SHARE = threshold(0.6, "weight", "Share of the cosine in a link score; shared content words are the rest.")
LINK_SHORTER_SHARE = threshold(
    0.6,
    "weight",
    "How much the shorter sentence decides which share of the words is shared: a summary has part of a long sentence.",
)
LINK_ORDER_BONUS = threshold(
    0.03, "link score", "Largest bonus for the same depth in both articles; it decides between near equals only."
)
LINK_FLOOR = threshold(0.30, "link score", "Mutually best sentences with a lower score are not aligned.")
LINK_STRONG = threshold(0.50, "link score", "A link is strong from here on.")
LINK_REPEATED = threshold(
    0.70, "link score", "A sentence repeats another one that already has a partner (a standfirst and the body)."
)
JOIN_SCORE = threshold(0.36, "link score", "Least score of a further sentence in a group of aligned sentences.")
JOIN_GAIN = threshold(0.22, "share of words", "Least share of its content that no link covers yet.")
SPLIT_SCORE = threshold(
    0.25,
    "link score",
    "The same as `JOIN_SCORE` for a sentence nearly all of whose words are in a longer one that was split: the rest of "
    "that one keeps their cosine low.",
)
SPLIT_GAIN = threshold(0.6, "share of words", "The same as `JOIN_GAIN` for such a sentence.")

# Word alignment.
WORD_COSINE = threshold(0.35, "cosine", "Words with a lower cosine are not linked.")
WORD_EQUAL_BONUS = threshold(0.05, "cosine", "What the same word or stem adds.")
WORD_RUN_BONUS = threshold(0.02, "cosine", "What each equal word next to it adds.")
WORD_NEIGHBOURS_BONUS = threshold(0.12, "cosine", "What similar neighbours add.")
WORD_MOVED_COST = threshold(0.1, "cosine", "What a place elsewhere in the sentence subtracts.")
WORD_KIND_COST = threshold(0.05, "cosine", "What another kind (figure, function word, other) subtracts.")
WORD_TEMPERATURE = threshold(
    0.05, "cosine", "Temperature of the two softmax choices, one in each direction, that a link needs."
)
WORD_LINK = threshold(0.45, "probability", "Content words are linked from here on.")
FUNCTION_WORD_LINK = threshold(0.55, "probability", "The same for function words, whose places are less settled.")

# Several sources.
SOURCE_REPORTS_PASSAGE = threshold(
    0.6, "link score", "A source reports the draft's passage as the draft does, so that its silence supports the draft."
)
SAME_OMISSION = threshold(
    0.5, "share of words", "Two sources have the words that the draft omits if the shorter shares so many of its words."
)
