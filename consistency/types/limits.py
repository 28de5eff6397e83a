"""Limits on the work: no article reaches these numbers, and no text made to be slow goes beyond them.

The work on a sentence grows faster than its length: every claim is compared with all words around it, every quotation
with all others. Sentences are cut, so the work on an article grows in proportion to its text. What was measured of real
articles is given with each limit (some 11,000 news texts, and the documentation of this program); what was cut is
reported. The limits are here, below all stages, because segmentation, extraction and alignment apply them.
"""

from __future__ import annotations

#: Characters of a sentence; what is longer goes on in another one. The longest of news has 1,100, most have under 300.
SENTENCE = 3_000

#: Words and marks of a sentence, likewise: of letters with spaces between them 3,000 characters are 1,500 words.
#: The longest of news has some 220.
WORDS = 400

#: Figures, dates, ranks and lists of one sentence that become claims. Most in news, where a table was read as a
#: sentence: 17.
CLAIMS = 100

#: Quotations of one sentence that become claims. Most in news: 4.
QUOTATIONS = 50

#: Sources of one sentence, for each way to name one. Most in news: 5.
SOURCES = 40

#: Verbs of one sentence that are compared with those of another one. A sentence of 220 words has some 30.
VERBS = 60

#: Quotations in quotations. News has two, rarely three.
QUOTED = 6

#: Block quotations and lists in one another that Markdown is read to; what lies deeper is no prose. Articles have up
#: to four, documentation up to eight.
NESTED = 40

# Of two articles together. Only texts that are made to be slow, lists and whole books come near.

#: Sentences of an article that are compared: every two sentences of two articles have a score, some 50 MB of them at
#: this number. A book of 100 pages has as many; the longest of 400 news articles has 260.
ARTICLE_SENTENCES = 2500

#: Words on each side of a figure that show what it measures: the last of so many weigh a twentieth of the first.
CONTEXT_WORDS = 100

#: Sentences of another article that one sentence is aligned with. A paragraph in a summary corresponds to ten at most;
#: more are repetitions.
LINKS = 16

#: The time to compare two sentences grows with the square of their length: with more characters than this, which no
#: sentence has but a list, a sentence is aligned with fewer others, but never with fewer than ``FEWEST_LINKS``.
LONG_SENTENCE, FEWEST_LINKS = 1500, 4

#: Pairs of sentences that are tried as further links; beyond, each sentence has only its ``LIKELIEST_LINKS``. Two
#: articles of 250 sentences have fewer, were they all alike.
PAIRS_OF_SENTENCES, LIKELIEST_LINKS = 60_000, 40

#: Pairs of figures and dates, and of quotations, that are compared; beyond, each is compared with those of equal
#: value, of aligned sentences, and with the nearest ones. Two articles of 340 figures or 100 quotations have fewer;
#: news has 50 and 20.
PAIRS_OF_CLAIMS, PAIRS_OF_QUOTES = 120_000, 10_000

#: The time to compare two quotations grows with the product of their words: the sum of these over all pairs. Two
#: articles of 75 quotations of 30 words each have less.
WORK_ON_QUOTES = 6_000_000

#: Pairs of a quotation or sentence and a sentence that may have all its words, or all its figures and names. Two
#: articles of 500 sentences have fewer.
PAIRS_OF_PASSAGES = 250_000

#: However many neighbours there are, so many are compared.
FEWEST_NEIGHBOURS = 12

#: Claims of one article that contradict one of its claims: with more, it is a list in which every line has its figure.
CONTRADICTIONS = 24

#: Figures of one sentence of which each two are tried for their difference, and sums near a figure that it may round:
#: a sentence with more of them is a table.
SENTENCE_FIGURES = 60

#: Names of one sentence each of which is compared with each of another one: a sentence with more is a list of names.
SENTENCE_NAMES = 40

#: Places of another article that are tried for one word, shared by all words of an article: where the words around it
#: were copied from, where a word fills the same slot, or a word of the same contrast set is.
PLACES, FEWEST_PLACES = 300_000, 30

#: Characters of a draft whose differences are looked up together when those of several sources are merged.
LOOKUP_CHARACTERS = 64
