"""What one telling says that the other has no words for: whole sentences, and stretches of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.align.article_pair import ArticlePair
from consistency.align.builders import one_sided
from consistency.align.unaligned.supported import like, recorded, stretches, told
from consistency.annotate.content_words import contents, of_age
from consistency.language.word_relations import is_general_word
from consistency.thresholds.words import (
    CONDENSED_LINK,
    CONDENSED_NEW,
    CONDENSED_NEW_MOST,
    CONDENSED_NEW_SINGLE,
    CONDENSED_SIZE,
    COPIED_LINK,
    NEW_SENTENCE_SCORE,
    NEW_SENTENCE_WORDS,
    NEW_SPAN_SCORE,
    NEW_SPAN_SCORE_LONG,
    NEW_WORDS,
    NEW_WORDS_SET_OFF,
    REPEATED_LINK,
    RETELLING_SHARE,
)
from consistency.types import EXCERPT, ONE_STORY, Alignment, AlignmentKind, Sentence, SentenceKind, Word

_MARKS = frozenset({",", "(", "-", ";"})

#: Parts of speech that say nothing where a stretch ends with them.
_TIES = frozenset({"ADP", "CCONJ", "SCONJ", "DET", "PUNCT"})


def passages(pairing: ArticlePair) -> Iterator[Alignment]:
    """What the left telling says that the right one has no words for, then what it leaves out."""
    if pairing.related < ONE_STORY:
        return
    yield from _added(pairing)
    yield from _dropped(pairing.flip())


def _added(pairing: ArticlePair) -> Iterator[Alignment]:
    for sentence in _telling(pairing):
        if not pairing.links(sentence.index):
            told = like(pairing, sentence) or recorded(pairing, sentence, least=1)
            score = NEW_SPAN_SCORE[3] if told else NEW_SENTENCE_SCORE
            yield from _whole_sentence(pairing, sentence, score=score, dropped=False)
        elif _condenses(pairing, sentence):
            yield from _condensed(pairing, sentence)
        else:
            yield from _stretches(pairing, sentence, dropped=False)


def _dropped(pairing: ArticlePair) -> Iterator[Alignment]:
    checkable = [s for s in pairing.left.sentences if s.checkable]
    retold = len({a for a, _ in pairing.linked}) >= RETELLING_SHARE * len(checkable)
    for sentence in _telling(pairing):
        if _told(pairing, sentence):
            yield from _stretches(pairing, sentence, dropped=True)
        elif retold:
            yield from _whole_sentence(pairing, sentence, score=NEW_SPAN_SCORE[3], dropped=True)


def _told(pairing: ArticlePair, sentence: Sentence) -> bool:
    """Whether another sentence tells what this one does: one that copies a third sentence has no room for it."""
    others = pairing.flip()
    return any(
        score >= REPEATED_LINK
        or not any(i != sentence.index and best >= COPIED_LINK for i, best in others.links(j).items())
        for j, score in pairing.links(sentence.index).items()
    )


def _telling(pairing: ArticlePair) -> list[Sentence]:
    return [s for s in pairing.left.sentences if s.checkable and s.kind is not SentenceKind.HEADLINE]


def _whole_sentence(pairing: ArticlePair, sentence: Sentence, *, score: float, dropped: bool) -> Iterator[Alignment]:
    words = pairing.left.words[sentence.index]
    if len(contents(words)) >= NEW_SENTENCE_WORDS and not recorded(pairing, sentence):
        yield _alignment(pairing, sentence, (0, len(words)), "unaligned.sentences", score, dropped=dropped)


def _stretches(pairing: ArticlePair, sentence: Sentence, *, dropped: bool) -> Iterator[Alignment]:
    for first, last, new in stretches(pairing, sentence.index, NEW_WORDS_SET_OFF):
        whole = _completed(pairing.left.words[sentence.index], first, last)
        if new < NEW_WORDS and not _set_off(pairing.left.words[sentence.index], whole[0]):
            continue
        if recorded(pairing, sentence, whole):
            continue
        score = NEW_SPAN_SCORE.get(new, NEW_SPAN_SCORE_LONG)
        yield _alignment(pairing, sentence, whole, "unaligned.spans", score, dropped=dropped)


def _set_off(words: Sequence[Word], first: int) -> bool:
    """Whether a stretch begins as an apposition or a parenthesis does, behind a mark: ", a former pilot"."""
    before = [word for word in words[max(first - 2, 0) : first] if word.pos not in ("DET", "PRON")]
    return bool(before) and before[-1].text in _MARKS


def _condenses(pairing: ArticlePair, sentence: Sentence) -> bool:
    """Whether a sentence is much shorter than the excerpt that is all its source."""
    source = [s for s in pairing.right.sentences if s.checkable]
    if len(source) >= EXCERPT:
        return False
    if max(pairing.links(sentence.index).values()) >= CONDENSED_LINK:
        return False
    size = sum(len(contents(pairing.right.words[s.index])) for s in source)
    return len(contents(pairing.left.words[sentence.index])) < CONDENSED_SIZE * size


def _condensed(pairing: ArticlePair, sentence: Sentence) -> Iterator[Alignment]:
    words, known = pairing.left.words[sentence.index], told(pairing, sentence.index)
    says = sorted(contents(words))
    new = [n for n in says if n not in known]
    if len(new) == 1 and is_general_word(words[new[0]].lemma.lower()):
        return
    if new and len(new) >= (CONDENSED_NEW if len(new) > 1 else CONDENSED_NEW_SINGLE) * len(says):
        score = NEW_SPAN_SCORE_LONG if len(new) >= CONDENSED_NEW_MOST * len(says) else NEW_SENTENCE_SCORE
        place = _completed(words, new[0], new[-1] + 1)
        yield _alignment(pairing, sentence, place, "unaligned.condensed", score, dropped=False)


def _completed(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """A stretch with the words beside it that depend on its own: "last week joined" for "week joined"."""
    while first > 0 and first <= words[first - 1].head < last and words[first - 1].pos != "PUNCT":
        if of_age(words, first - 1):
            break
        first -= 1
    while last < len(words) and first <= words[last].head < last and words[last].pos != "PUNCT":
        last += 1
    return _trimmed(words, first, last)


def _trimmed(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """A stretch without the words at its ends that only tie it to what is not in it."""
    while last - first > 1 and words[last - 1].pos in _TIES and words[last - 1].dep != "prt":
        last -= 1
    while last - first > 1 and (words[first].pos in ("CCONJ", "PUNCT") or _tied_back(words[first], first)):
        first += 1
    return first, last


def _tied_back(word: Word, first: int) -> bool:
    """Whether an adverb belongs to a verb before the stretch: "hit [back on threats]"."""
    return word.pos == "ADV" and word.head < first


def _alignment(
    pairing: ArticlePair, sentence: Sentence, place: tuple[int, int], producer: str, score: float, *, dropped: bool
) -> Alignment:
    kind = AlignmentKind.SENTENCE
    return one_sided(pairing, kind, sentence.index, place, producer=producer, score=score, dropped=dropped)
