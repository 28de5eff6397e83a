"""Every key of a settings file: the one origin of reading, messages, schema and pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from consistency.settings import kinds, tables
from consistency.settings.kinds import Kind
from consistency.settings.value import Settings


class Merge(StrEnum):
    """What becomes of a setting that is set in two places; the value says it of the place that counts more."""

    REPLACE = "replaces what was set before"
    ADD = "adds to what was set before"
    ENTRIES = "replaces entries of the same name, and leaves the others"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key: the ``field`` that it sets, what it holds, one ``line`` and ``more`` words for it, an example in TOML."""

    name: str
    kind: Kind
    line: str
    example: str
    more: str = ""
    field: str = ""
    merge: Merge = Merge.REPLACE

    @property
    def sets(self) -> str:
        """The field of the settings."""
        return self.field or self.name.replace("-", "_")

    @property
    def default(self) -> object:
        """What holds where nothing is set."""
        return getattr(Settings(), self.sets)


_RULES = (
    Key(
        name="select",
        kind=kinds.RULES,
        line="Only these rules.",
        more="Names, codes or their beginnings; `ALL` is every rule. Without it, the rules that are on by default. "
        "Where a rule is both selected and ignored, the longer beginning wins; of two equal ones, `ignore`. "
        "Set in two places, the one that counts more replaces the other, and what that one ignored.",
        example='select = ["NUM", "DAT", "quote-altered"]',
    ),
    Key(
        name="extend-select",
        kind=kinds.RULES,
        line="More rules than those that are selected or on by default.",
        example='extend-select = ["QUO402"]',
        merge=Merge.ADD,
    ),
    Key(
        name="ignore",
        kind=kinds.RULES,
        line="Not these rules.",
        example='ignore = ["COV", "NUM105"]',
        merge=Merge.ADD,
    ),
    Key(
        name="extend-ignore",
        kind=kinds.RULES,
        line="More rules to ignore.",
        more="The same as `ignore`, for those who are used to the word.",
        example='extend-ignore = ["COV702"]',
        merge=Merge.ADD,
    ),
    Key(
        name="per-file-ignores",
        kind=kinds.table(kinds.GLOB, kinds.RULES, 'a table such as {"live/**" = ["COV"]}'),
        line="Rules that say nothing of the articles that match a pattern.",
        more="It is the draft's path that counts. A pattern without `/` is held against the file's name.",
        example='[per-file-ignores]\n"live/**" = ["COV"]',
        merge=Merge.ENTRIES,
    ),
    Key(
        name="severity",
        kind=kinds.table(kinds.RULE, kinds.choice("error", "warning", "note", "off"), 'a table such as {COV = "note"}'),
        line="How bad the findings of a rule are, in place of what the rule says; `off` switches it off.",
        more="The longest beginning of a rule's code wins.",
        example='[severity]\nCOV = "note"\nNUM105 = "off"',
        merge=Merge.ENTRIES,
    ),
    Key(
        name="min-severity",
        kind=kinds.SEVERITY,
        line="Leave out findings that are less bad than this.",
        more="They are neither shown nor counted, nor do they decide the exit status.",
        example='min-severity = "warning"',
    ),
    Key(
        name="min-confidence",
        kind=kinds.CONFIDENCE,
        line="Leave out findings less sure than this.",
        more="The words stand for " + ", ".join(f"{least:g} ({word})" for word, least in kinds.SURE.items()) + ".",
        example='min-confidence = "high"',
    ),
    Key(
        name="fail-on",
        kind=kinds.choice("error", "warning", "note", "never"),
        line="Exit with 1 from this severity up.",
        more="That of the working folder decides for the whole run.",
        example='fail-on = "warning"',
    ),
)

_MEANING = (
    Key(
        name="tolerance",
        kind=tables.TOLERANCE,
        line="How far two figures may lie apart, as a share of the greater one, and still be called equal.",
        more='0.01 lets 1,000 and 1,010 pass (NUM101, SRC801, DOC901). Rounding and words such as "about" need none.',
        example="[tolerance]\nnumber = 0.01",
    ),
    Key(
        name="alias",
        field="aliases",
        kind=tables.ALIASES,
        line="Names that mean one person, body or place.",
        more="All are read as the first of them, inside quotations too, so none is taken for another one or missed. "
        "What is common knowledge (WHO, Beijing for China's government) needs no entry.",
        example='[[alias]]\nnames = ["Zorbex", "Zorbex Industries", "the Orange Giant"]',
        merge=Merge.ADD,
    ),
    Key(
        name="accept",
        field="accepted",
        kind=tables.ACCEPTED,
        line="Differences that you have looked at and let stand.",
        more="`rule` and `reason` are needed; `text` is words that the finding points at, `path` a pattern of drafts, "
        "`until` the last day on which it holds.",
        example='[[accept]]\nrule = "NUM101"\ntext = "14 people"\nreason = "new toll, hospital, 16:40"\n'
        "until = 2026-06-01",
        merge=Merge.ADD,
    ),
    Key(
        name="baseline",
        kind=kinds.PATH,
        line="A file of findings that are known and not shown.",
        example='baseline = ".consistency-baseline.json"',
    ),
)

_FILES = (
    Key(
        name="include",
        kind=kinds.GLOBS,
        line="What is checked where no path is named.",
        example='include = ["articles/**/*.md"]',
    ),
    Key(
        name="exclude",
        kind=kinds.GLOBS,
        line="What is left out of folders that are checked.",
        example='exclude = ["archive/**"]',
    ),
    Key(
        name="extend-exclude",
        kind=kinds.GLOBS,
        line="More that is left out.",
        example='extend-exclude = ["drafts/**"]',
        merge=Merge.ADD,
    ),
    Key(
        name="force-exclude",
        kind=kinds.FLAG,
        line="Leave them out even where they are named one by one, as pre-commit does.",
        example="force-exclude = true",
    ),
    Key(
        name="respect-gitignore",
        kind=kinds.FLAG,
        line="Leave out what git ignores.",
        example="respect-gitignore = false",
    ),
)

_SOURCES = (
    Key(
        name="sources",
        field="mappings",
        kind=tables.SOURCES,
        line="Where the sources of articles lie that do not list them.",
        more="`article` is a pattern in which `{name}` stands for one part of the path; `source` is a pattern, or "
        "several, with the same names.",
        example='[[sources]]\narticle = "articles/{year}/{slug}.md"\nsource = "sources/{slug}/*"',
        merge=Merge.ADD,
    ),
    Key(
        name="source-keys",
        kind=kinds.TEXTS,
        line="The words of front matter under which an article lists its sources; the first that is there counts.",
        example='source-keys = ["sources", "wire"]',
    ),
    Key(
        name="snapshot-dir",
        kind=kinds.PATH,
        line="Where copies of sources from the web are kept.",
        example='snapshot-dir = ".consistency/sources"',
    ),
)

_READING = (
    Key(
        name="encoding",
        kind=kinds.ENCODING,
        line="Encoding of the articles, where it is not to be guessed.",
        example='encoding = "cp1252"',
    ),
    Key(
        name="max-bytes",
        kind=kinds.COUNT,
        line="Refuse larger articles.",
        example="max-bytes = 5_000_000",
    ),
    Key(
        name="model",
        kind=kinds.TEXT,
        line="Sentence encoder: one of `consistency models list`, or the folder of another.",
        example='model = "all-MiniLM-L6-v2"',
    ),
    Key(
        name="runtime",
        kind=kinds.choice("auto", "onnx", "torch"),
        line="What runs the encoder.",
        example='runtime = "onnx"',
    ),
    Key(
        name="cache",
        kind=kinds.FLAG,
        line="Keep and use what was understood of earlier texts.",
        example="cache = false",
    ),
    Key(
        name="cache-dir",
        kind=kinds.PATH,
        line="The folder where that is kept.",
        more="In a settings file it has to lie in the folder of that file, or in the user's folder for caches. "
        "Without it, the folder that the platform has for caches.",
        example='cache-dir = ".cache/consistency"',
    ),
)

_VERSION = Key(
    name="required-version",
    kind=kinds.TEXT,
    line="Versions of consistency that may run with these settings.",
    more="Each part as in Python requirements; a bare version is that version alone.",
    example='required-version = ">=0.1,<0.2"',
)

#: The keys in the order in which they are told.
KEYS = {key.name: key for key in (*_RULES, *_MEANING, *_FILES, *_SOURCES, *_READING, _VERSION)}

#: The same by field of the settings.
FIELDS = {key.sets: key for key in KEYS.values()}

#: What stands beside the keys and is no setting: another file whose settings hold where this one is silent.
EXTEND = Key(
    name="extend",
    kind=kinds.PATH,
    line="Another settings file, whose settings hold where this one says nothing.",
    more="Its path counts from the folder of this file.",
    example='extend = "../consistency.toml"',
)
