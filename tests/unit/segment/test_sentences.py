"""Sentence boundaries: what newspapers print and splitters trip over."""

from __future__ import annotations

import pytest

from consistency.segment.sentences import sentence_ranges

#: Sentences are parted by "|".
TRAPS = (
    # titles
    "Lt. Col. Ann Reed spoke first.|The others listened.",
    "They met Gen. Ortega.|Nobody asked why.",
    "Sens. Hill and Lake agreed.|Rep. Moss did not.",
    "Dr. Reed and Mrs. Moss left.|St. Anne's stayed open.",
    "Maj. Gen. Kim Lake retired.",
    "The Rev. Ian Hill prayed.|Prof. Lake sang.",
    "She saw Supt. Hill, Det. Moss and Sgt. Kim.",
    "Gov. Hill signed it.|Lt. Gov. Moss watched.",
    # initials
    "J. K. Hill wrote it.|R. Lake read it.",
    "John F. Reed won.|George W. Moss lost.",
    "A study by K. M. Lake was printed.",
    "G.D.P. growth slowed.|Prices rose.",
    # states and bodies
    "She flew into the U.S. In response, he flew out.",
    "The U.S. President spoke.|The U.N. Security Council met.",
    "The U.S. Treasury sold bonds.",
    "He came back to the U.K. The trip was long.",
    "They moved to Washington, D.C. He stayed.",
    "It is the view of the E.U. They share it.",
    "The bill, drawn up in the U.S. Senate, failed.",
    # companies
    "She joined Hill Inc. Moss joined Lake.",
    "Hill Inc. Chief Executive Ann Moss resigned.",
    "Lake Corp. said it grew.|Moss Ltd. shrank.",
    "He left Moss Co. The firm closed.",
    "Yahoo! Inc. grew.|Yahoo! shares fell.",
    "Reed Bros. and Lake Bros. merged.",
    "Martin Hill Jr. Said nothing.",
    # clock
    "It ended at 5 p.m. Nobody stayed.",
    "It began at 9 a.m. Monday and went on.",
    "Doors open at 7 p.m. Eastern time.",
    "They met at 6 p.m. The talks failed.",
    "It is due at 10 a.m. GMT on Friday.",
    # other abbreviations
    "See p. 14 and pp. 20-22.|Then stop.",
    "He was No. 5 on the list.|She was No. 1.",
    "It weighs approx. 5 kg.|It costs more.",
    "Some towns, e.g. Lakeside, gained.|Others, i.e. Moss, lost.",
    "Hill v. Moss was heard.|Lake vs. Reed was not.",
    "On Jan. 5 he left.|On Feb. 6 he came back.",
    "Sales rose in Sept. 2020 and Oct. 2021.",
    "Hill et al. Updated figures follow.",
    "Hill et al. found none.",
    "She has a Ph.D. He has none.",
    "Vol. 3, no. 2 was lost.|Vol. 4 was not.",
    "Towns, lakes, etc. were mapped.",
    "Smith, of Boston, Mass., won.|Nobody minded.",
    # figures
    "It fell 3.5 percent.|It rose 1.2 points.",
    "It cost $2.50.|Nobody paid.",
    "The total was 12.|It had been 10.",
    "1. Wash the car.|2. Dry it.",
    # quotations
    '"It ended."|She left.',
    '"Will it end?" he asked.|She did not know.',
    '"Will it end?" Hill asked.|Moss did not know.',
    '"Stop!" she shouted.|He stopped.',
    '"It ended," she said.|"It began again."',
    "'It ended.'|She left.",
    '"It ended.|It began again," she said.',
    'He called it "a farce."|She did not.',
    'He said: "Go."|They went.',
    'She said the U.S. "will pay."|He agreed.',
    "(It was late.)|He left.",
    "It was late (about 10 p.m.).|He left.",
    # marks
    "He won!|He lost?|Both.",
    "Really?!|Yes.",
    "It is late...|He left.",
    "It is late ... and dark.",
    "The end .|The start .",
    "It ended. .|It began again.",
    "Visit example.com now.|It is free.",
    "The new iPhone sold.|eBay did not.",
    # other languages
    "Er kam am 3. Oktober zurück.|Dann ging er.",
    "M. Moulin est parti.|Il reviendra.",
    "Он ушёл.|Она осталась.",
    "你好。|我走了！|再见。",
    "ذهب الرجل؟|نعم.",
    "वह गया।|वह आया।",
    "¿Vino ayer?|No vino.",
)
#: Where a boundary stands in a trap without mark, because the abbreviation's stop is the sentence's.
UNMARKED = {
    "In response": "She flew into the U.S.",
    "The trip": "He came back to the U.K.",
    "He stayed": "They moved to Washington, D.C.",
    "They share": "It is the view of the E.U.",
    "Moss joined": "She joined Hill Inc.",
    "The firm": "He left Moss Co.",
    "Nobody stayed": "It ended at 5 p.m.",
    "The talks": "They met at 6 p.m.",
    "Updated": "Hill et al.",
    "He has none": "She has a Ph.D.",
}


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_ranges(text)]


@pytest.mark.parametrize("trap", [trap for trap in TRAPS if not any(start in trap for start in UNMARKED)])
def test_boundaries(trap: str) -> None:
    spaceless = not trap.isascii() and any(mark in trap for mark in "。")
    assert _split(trap.replace("|", "" if spaceless else " ")) == trap.split("|")


@pytest.mark.parametrize(("second", "first"), UNMARKED.items())
def test_a_stop_that_ends_abbreviation_and_sentence(second: str, first: str) -> None:
    text = next(trap for trap in TRAPS if f"{first} {second}" in trap)
    found = _split(text)
    assert len(found) == 2
    assert (found[0], found[1].startswith(second)) == (first, True)


@pytest.mark.parametrize("text", ["", "...", "no stop", "?", "a", "\ud800. B"])
def test_nothing_is_lost(text: str) -> None:
    assert "".join(_split(text)).replace(" ", "") == text.replace(" ", "")


def test_a_lost_space_parts_sentences_but_not_names() -> None:
    assert _split("It closed last week.The owner left.") == ["It closed last week.", "The owner left."]
    assert _split("She runs Lakeside.Com from home.") == ["She runs Lakeside.Com from home."]


def test_long_texts_are_cut_in_time() -> None:
    text = "The mayor of Lakeside paid $5 to Lt. Col. Reed. She did not say why. " * 1000
    assert len(sentence_ranges(text)) == 2000


@pytest.mark.parametrize(
    "text",
    [
        "It owes $1.2 billion, according to its central bank. | Northmere, which seeks a base, offered help.",
        "The treaty was signed this month. | Holt left town.",
        "The ship sailed to Poland. | Holt stayed.",
        'He said: "We met in the park. | Holt was there."',
        "They came to mass. | Father Holt spoke.",
    ],
)
def test_a_full_stop_behind_a_common_word_ends_a_sentence(text: str) -> None:
    joined = text.replace(" | ", " ")
    assert [joined[a:b] for a, b in sentence_ranges(joined)] == text.split(" | ")


@pytest.mark.parametrize(
    "text",
    [
        "Prof. Holt met Capt. Drew in Boston, Mass. Obama's aide was there.",
        "It was made by Harlan Corp. Chief Executive Ann Holt.",
        "The govt. Holt led fell.",
        "The match, Orvale vs. Brennick, was lost.",
    ],
)
def test_an_abbreviation_ends_none(text: str) -> None:
    assert sentence_ranges(text) == [(0, len(text))]
