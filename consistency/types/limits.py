"""How much of one text is looked at: no article reaches these numbers, and no text made to be slow goes beyond them.

The work on a sentence grows faster than its length: every claim is seen with all words around it, every quotation with
all others. Sentences are kept short, so the work on an article grows as its text does. What is measured of real
articles stands with each limit (some 11,000 texts of news, and the documentation of this program); what was cut is
reported with the article.
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
