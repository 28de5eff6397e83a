r"""The patterns of English words and tokens, each with its reason to differ from the others.

All are for folded text, with straight apostrophes. ``[^\W_]`` is a letter or digit, ``[^\W\d_]`` a letter.
"""

from __future__ import annotations

import re

#: Initials with a full stop after each letter: "U.S.".
_INITIALS = r"(?:[A-Z]\.){2,}"

#: Runs of letters: to count the words of a text.
LETTERS = re.compile(r"[^\W\d_]+")

#: Words with their possessive ending, which a stemmer removes: "port's", "AT&T", "co-op".
WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*")

#: The words of names, where "'s" is no part of the name: "U.S.", "O'Brien", "AT&T", "Baden-Baden".
NAME_WORD = re.compile(rf"{_INITIALS}|[^\W_]+(?:[-'&.](?!s\b)[^\W_]+)*")

#: The same with hyphenated names in parts, which the other article may write without the hyphen.
NAME_PART = re.compile(rf"{_INITIALS}|[^\W_]+(?:['.&](?!s\b)[^\W_]+)*")

#: Words and figures to weigh and align: currency and percent signs and ordinal endings belong to the figure, and
#: hyphenated words are whole ("U.S.", "don't", "10,000", "$1.7", "21st").
TERM = re.compile(r"(?:[A-Za-z]\.){2,}|[$€£]?\d+(?:[.,:]\d+)*(?:%|(?:st|nd|rd|th|s)\b)?|[^\W\d_]+(?:['-]?[^\W_]+)*")

#: Words and single signs around figures: a figure is separate from letters, currency signs and units next to it, and
#: hyphens separate words ("80-year-old").
FIGURE_TOKEN = re.compile(r"(?<![\w.])\.\d+|\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]|_")

#: Words and marks of a sentence: hyphenated words are whole, "'s" is separate, and abbreviations and initials keep
#: their full stop, so that it does not look like the end of a sentence.
SENTENCE_TOKEN = re.compile(
    rf"{_INITIALS}|\b(?:Mrs?|Ms|Dr|Gov|Sens?|Reps?|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Hon|St|Jr|Sr|No|Inc|Corp|Co|Ltd)\."
    r"|[A-Z]\.(?= [A-Z])|\w+(?:(?:[-&.]|'(?!s\b))\w+)*|'s\b|[^\w\s]"
)

#: The words of an event that dates another ("after Mr. Lee's election"), up to the first punctuation: only titles and
#: initials keep their full stop, and a possessive ending stays with its word.
EVENT_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov|Rep|Jr|Sr)\.|\w[\w'-]*")

#: Words of a quotation (group ``word``) and what an editor marks as omitted or replaced (group ``gap``). Raw text is
#: allowed, so apostrophes may be curly; signs that house styles spell out ("%", "$") are words.
QUOTED_WORD = re.compile(
    r"(?P<gap>\[[^\]]*\]|\(\.\.\.\)|\.\s?\.\s?\.+|…)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W_]+(?:['’-][^\W_]+)*|[%$€£])"
)
