"""When rules report a difference, how bad it is, and how sure they are."""

from __future__ import annotations

from consistency.thresholds import MEASURED, Section

threshold = Section("Rules")

# Figures and dates.
ARITHMETIC_POINTS = threshold(
    2.0, "percentage points", "A percentage of printed, rounded figures may miss the exact one by so much (NUM105)."
)
ARITHMETIC_SHARE = threshold(0.1, "share", "Or by this share of it (NUM105).")
ARITHMETIC_CONFIDENCE = threshold(0.8, "factor", "Confidence of NUM105.")
BOUND_CONTEXT = threshold(0.85, "context overlap", "A changed bound was a choice from here on (NUM103).")
MEASURE_CONTEXT = threshold(0.6, "context overlap", "Another thing counted was a choice from here on (NUM106).")
MEASURE_CONFIDENCE = threshold(0.8, "factor", "Confidence of NUM106.")
VAGUE_CONTEXT = threshold(
    0.45,
    "context overlap",
    "With less overlap a vague time may belong to another fact, unless `VAGUE_SCORE` is reached (COV703, COV706).",
)
VAGUE_SCORE = threshold(0.6, "probability", "Passages matched so surely are about one fact (COV703, COV706).")

# Missing and added details.
DETAIL_CONTEXT = threshold(0.6, "context overlap", "A detail is missing from here on (COV702, COV705).")
DETAIL_CONTEXT_CLOSE = threshold(
    0.75, "context overlap", "Omitting a figure was a choice, and omitting a name is reported, from here on (COV702)."
)
PERSON_CONTEXT = threshold(0.9, "context overlap", "A missing person's name is a warning from here on (COV702).")
INVENTED_CONFIDENCE = threshold(
    0.6,
    "factor",
    "Confidence of an added figure that no article has, where the passage is worded differently (COV705).",
    origin=MEASURED,
    measured="194 news articles with machine-written drafts: readers marked 8 of 9 such figures and weekdays as wrong",
)
POINTING_NUMBER = threshold(
    3, "number", 'Numbers in words up to here ("the two sides") refer to things more than they count them (COV705).'
)
NEW_SPAN_SURE = threshold(
    0.7, "probability", "A new span with a lower score may paraphrase the source (COV704, COV705)."
)
CLAIM_WORDS = threshold(4, "words", "A span with a verb and so many content words is a claim (COV701, COV704).")

# Substituted words.
COPIED_WORD = threshold(
    0.55, "context overlap", "A different word in a copied context is an error from here on (ENT301, MOD603, MOD604)."
)
CHANGE_CONTEXT = threshold(0.8, "context overlap", "Each changed word was a choice from here on (MOD601 to MOD605).")
REWORDED_CONTEXT = threshold(0.9, "context overlap", "The sentence around a changed word was copied (ENT301, MOD603).")
REWORDED_CONTEXT_FULL = threshold(0.97, "context overlap", "All of it was copied.")
REWORDED_UNLIKE = threshold(
    0.45,
    "cosine",
    "Words that WordNet does not relate are different words below this.",
    origin=MEASURED,
    measured="46 sentences with one word exchanged, for a synonym or not: below are 36 other words and no synonym",
)
REWORDED_ALIKE = threshold(0.75, "cosine", "They may be one word from here on.", origin=MEASURED)
SPELLING_RATIO = threshold(0.75, "share", "Equal letters that may make one word a misspelling of the other.")
SPELLING_PREFIX = threshold(4, "characters", 'Equal first letters that may make two words one ("care", "carefully").')
COPIED_NAME_CONTEXT = threshold(
    0.9, "context overlap", "From here on a name was copied with its sentence, and its spelling is a mistake (ENT301)."
)
PRONOUN_CONTEXT = threshold(0.7, "context overlap", "A pronoun or a role is compared from here on (ENT302).")
UNRELATED_VERB_CONTEXT = threshold(0.92, "context overlap", "An unrelated verb is no paraphrase from here on (MOD603).")
UNRELATED_VERB_COSINE = threshold(
    0.75, "cosine", "Two verbs more similar in context are related, whatever WordNet has of them (MOD603)."
)
PLACE_WORDS = threshold(2, "words", 'Words of a place ("in the region") that both articles may share (MOD604).')
CAUSE_OPENING = threshold(4, "words", "A cause opens the span or follows so many words of another kind (MOD606).")

# Quotations.
QUOTE_SLIP = threshold(
    0.85, "share of words", "From here on quotations differ by mistake, not by translation (QUO401)."
)
QUOTE_ALTERED_CONFIDENCE = threshold(0.95, "factor", "Confidence of QUO401.")
QUOTE_PARAPHRASED_CONFIDENCE = threshold(0.9, "factor", "Confidence of QUO402.")
QUOTE_INVENTED_CONFIDENCE = threshold(0.85, "factor", "Confidence of QUO403 for speech that the source does not have.")
QUOTE_TERM_CONFIDENCE = threshold(0.6, "factor", "Confidence of QUO403 for anything else.")
UNPRINTED_HEADLINE = threshold(
    1.0, "share of words", "Words of a headline's quotation that no source prints in one run (QUO403)."
)
OWN_WORDS = threshold(0.3, "share of words", "With no more such words, a quotation is the source's own text (QUO403).")

# Attributions.
ATTRIBUTION_VERBATIM = threshold(
    0.9, "context overlap", "The sentences are equal but for the source that they name (ATT501 to ATT503)."
)
ATTRIBUTION_CLOSE = threshold(
    0.75, "context overlap", "A source left out or added was a choice from here on (ATT502, ATT503)."
)
ATTRIBUTION_KEPT = threshold(
    0.6, "context overlap", "The same around an equal figure, and where both sides name a source (ATT501 to ATT503)."
)

# Messages.
MESSAGE_LENGTH = threshold(80, "characters", "Text of an article that a message repeats.")
MESSAGE_QUOTATION = threshold(90, "characters", "The same for a quotation (QUO401).")
MESSAGE_BEFORE = threshold(1, "words", "Words that a message shows before the ones that differ.")
MESSAGE_AFTER = threshold(2, "words", "Words that a message shows after them.")
