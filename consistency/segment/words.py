"""Word lists of the sentence splitter. Origin: AP and Reuters style guides on abbreviations, and English grammar."""

from __future__ import annotations

#: Titles before names (AP Stylebook, "titles" and "military titles"): never the end of a sentence before a capital.
TITLES = frozenset(
    "adm amb brig capt cmdr col comdr comr cpl det dr fr gen gov hon insp lt maj messrs mlle mme mr mrs ms msgr "
    "mx pfc pres prof pvt rep reps rev sec sen sens sgt spc spl st supt treas".split()
)

#: Abbreviations that always have something after them.
CONTINUES = frozenset("approx art ca cf e.g eg ed eds est fig figs i.e ie incl nos p pp v viz vol vols vs".split())

#: Names with an exclamation mark, and the words that follow one inside a name.
BARE_NAMES = {
    "names": frozenset({"Yahoo!", "Jeopardy!", "E!", "Panic!", "Wham!"}),
    "!": frozenset("Inc Corp Ltd LLC Co Group Holdings Japan News Mail Finance Sports Entertainment".split()),
}

#: Company forms, as a pattern.
COMPANY = r"Inc|Corp|Ltd|Co|Cos|Bros|Plc|Jr|Sr|Esq"

#: Words that open a sentence and, capitalised, hardly ever stand inside a name.
STARTERS = frozenset(
    "A According Additionally After Again Also Although An And Another Any Anyone As At Because Before Besides Both But "
    "By Despite During Each Earlier Either Even Eventually Every Everyone Finally For Former From Further Furthermore "
    "Given Had Has Have He Her Here His How However I If In Indeed Instead It Its Just Last Later Many Meanwhile More "
    "Moreover Most Much My Neither Nevertheless No Nobody None Nor Not Nothing Now On Once One Only Or Other Others Our "
    "Over Perhaps Several She Should Similarly Since So Some Somebody Someone Soon Still Such That The Their Then There "
    "Therefore These They This Those Though Thus To Today Tomorrow Under Unlike Until Upon We Were What When Where "
    "Whether Which While Who Why With Without Yesterday Yet You Your".split()
)

#: What may follow "p.m." in one sentence: days, months, time zones.
MOMENTS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun "
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Eastern Central Mountain Pacific Greenwich Moscow Beijing "
    "London Paris Tokyo Christmas Easter".split()
)

#: Months after a German or Nordic ordinal ("3. Oktober").
MONTHS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember "
    "januari februari mars maj juli augusti marts maj december".split()
)

#: Verbs of saying after a quoted question, as a pattern.
SPEECH = r"said|says|asked|asks|wondered|added|cried|exclaimed|shouted|wrote|replied|demanded|tweeted|told"

#: Verb forms that show the capitalised word before them to be the subject of a new sentence.
VERBS = frozenset(
    "said says is was are were has had have will would could can may might must did does also rose fell gained lost "
    "told bought sold made took gave won now then still".split()
)
