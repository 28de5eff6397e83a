"""Every key of a settings file: the single source for reading, messages, JSON Schema and documentation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from consistency.settings import kinds, tables
from consistency.settings.kinds import Kind
from consistency.settings.runtimes import CHOICES
from consistency.settings.value import Settings


class Merge(StrEnum):
    """How values from several places combine; the text completes "If set in several places: …"."""

    REPLACE = "the value with the highest priority wins"
    ADD = "the values are combined"
    ENTRIES = "the tables are merged; for equal keys, the highest priority wins"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key: the ``field`` it sets, its type, a ``line`` and ``more`` of description, and an example in TOML."""

    name: str
    kind: Kind
    line: str
    example: str
    more: str = ""
    field: str = ""
    merge: Merge = Merge.REPLACE

    @property
    def sets(self) -> str:
        """The field of ``Settings``."""
        return self.field or self.name.replace("-", "_")

    @property
    def default(self) -> object:
        """The default value."""
        return getattr(Settings(), self.sets)


_RULES = (
    Key(
        name="select",
        kind=kinds.RULES,
        line="Run only these rules.",
        more="Codes, code prefixes or names; `ALL` is every rule. If not set, the default rules run. "
        "If a rule is both selected and ignored, the longer prefix wins; if they are equal, `ignore` does. "
        "A value also replaces `ignore` settings of lower priority.",
        example='select = ["NUM", "DAT", "quote-altered"]',
    ),
    Key(
        name="extend-select",
        kind=kinds.RULES,
        line="Rules to run in addition to the selected or default ones.",
        example='extend-select = ["QUO402"]',
        merge=Merge.ADD,
    ),
    Key(
        name="ignore",
        kind=kinds.RULES,
        line="Skip these rules.",
        example='ignore = ["COV", "NUM105"]',
        merge=Merge.ADD,
    ),
    Key(
        name="extend-ignore",
        kind=kinds.RULES,
        line="The same as `ignore`, for compatibility with other linters.",
        example='extend-ignore = ["COV702"]',
        merge=Merge.ADD,
    ),
    Key(
        name="per-file-ignores",
        kind=kinds.table(kinds.GLOB, kinds.RULES, 'a table such as {"live/**" = ["COV"]}'),
        line="Rules to skip in drafts whose path matches a pattern.",
        more="A pattern without `/` is matched against the file name.",
        example='[per-file-ignores]\n"live/**" = ["COV"]',
        merge=Merge.ENTRIES,
    ),
    Key(
        name="severity",
        kind=kinds.table(kinds.RULE, kinds.choice("error", "warning", "note", "off"), 'a table such as {COV = "note"}'),
        line="Override the severity of rules; `off` disables a rule.",
        more="If several prefixes match a rule, the longest one wins.",
        example='[severity]\nCOV = "note"\nNUM105 = "off"',
        merge=Merge.ENTRIES,
    ),
    Key(
        name="min-severity",
        kind=kinds.SEVERITY,
        line="Hide findings below this severity.",
        more="Hidden findings are not counted and do not affect the exit status.",
        example='min-severity = "warning"',
    ),
    Key(
        name="min-confidence",
        kind=kinds.CONFIDENCE,
        line="Hide findings below this confidence.",
        more="The words mean " + ", ".join(f"{least:g} ({word})" for word, least in kinds.SURE.items()) + ".",
        example='min-confidence = "high"',
    ),
    Key(
        name="fail-on",
        kind=kinds.choice("error", "warning", "note", "never"),
        line="Exit with status 1 for findings of this severity or higher.",
        more="The value in the working directory applies to the whole run.",
        example='fail-on = "warning"',
    ),
)

_MEANING = (
    Key(
        name="tolerance",
        kind=tables.TOLERANCE,
        line="Relative difference up to which two figures count as equal.",
        more="With 0.01, 1,000 and 1,010 are equal (NUM101, SRC801, DOC901). Rounded figures and words such as "
        '"about" are allowed for without it.',
        example="[tolerance]\nnumber = 0.01",
    ),
    Key(
        name="alias",
        field="aliases",
        kind=tables.ALIASES,
        line="Names of the same person, organisation or place.",
        more="All are treated as the first one, also inside quotations. "
        "Well-known names (WHO, Beijing for China's government) need no entry.",
        example='[[alias]]\nnames = ["Zorbex", "Zorbex Industries", "the Orange Giant"]',
        merge=Merge.ADD,
    ),
    Key(
        name="accept",
        field="accepted",
        kind=tables.ACCEPTED,
        line="Differences you have reviewed and accepted.",
        more="`rule` and `reason` are required; `text` is wording the finding points at, `path` a pattern of drafts, "
        "`until` the last day on which the entry applies.",
        example='[[accept]]\nrule = "NUM101"\ntext = "14 people"\nreason = "new toll, hospital, 16:40"\n'
        "until = 2026-06-01",
        merge=Merge.ADD,
    ),
    Key(
        name="baseline",
        kind=kinds.PATH,
        line="File of existing findings, which are not reported.",
        example='baseline = ".consistency-baseline.json"',
    ),
)

_FILES = (
    Key(
        name="include",
        kind=kinds.GLOBS,
        line="Articles to check if no path is given.",
        example='include = ["articles/**/*.md"]',
    ),
    Key(
        name="exclude",
        kind=kinds.GLOBS,
        line="Files and folders to skip when folders are checked.",
        example='exclude = ["archive/**"]',
    ),
    Key(
        name="extend-exclude",
        kind=kinds.GLOBS,
        line="More files and folders to skip.",
        example='extend-exclude = ["drafts/**"]',
        merge=Merge.ADD,
    ),
    Key(
        name="force-exclude",
        kind=kinds.FLAG,
        line="Skip excluded files even if they are named on the command line, as pre-commit does.",
        example="force-exclude = true",
    ),
    Key(
        name="respect-gitignore",
        kind=kinds.FLAG,
        line="Skip files ignored by git.",
        example="respect-gitignore = false",
    ),
)

_SOURCES = (
    Key(
        name="sources",
        field="mappings",
        kind=tables.SOURCES,
        line="Where to find the sources of articles that do not list them.",
        more="`article` is a pattern in which `{name}` matches one path component; `source` is a pattern, or "
        "several, using the same names.",
        example='[[sources]]\narticle = "articles/{year}/{slug}.md"\nsource = "sources/{slug}/*"',
        merge=Merge.ADD,
    ),
    Key(
        name="source-keys",
        kind=kinds.TEXTS,
        line="Front-matter keys under which an article lists its sources; the first one present is used.",
        example='source-keys = ["sources", "wire"]',
    ),
    Key(
        name="snapshot-dir",
        kind=kinds.PATH,
        line="Folder for snapshots of web sources.",
        example='snapshot-dir = ".consistency/sources"',
    ),
)

_READING = (
    Key(
        name="encoding",
        kind=kinds.ENCODING,
        line="Encoding of the articles; detected if not set.",
        example='encoding = "cp1252"',
    ),
    Key(
        name="max-bytes",
        kind=kinds.COUNT,
        line="Maximum size of an article in bytes.",
        example="max-bytes = 5_000_000",
    ),
    Key(
        name="model",
        kind=kinds.TEXT,
        line="Sentence encoder: a name from `consistency models list`, or the folder of a model.",
        example='model = "all-MiniLM-L6-v2"',
    ),
    Key(
        name="runtime",
        kind=kinds.choice(*CHOICES),
        line="Library that runs the encoder.",
        example='runtime = "onnx"',
    ),
    Key(
        name="pipeline",
        kind=kinds.TEXT,
        line="Linguistic pipeline: the one that comes with the program, or another English pipeline that spaCy runs.",
        more="Another one is the name of an installed package, such as `en_core_web_lg`, or a folder; it needs "
        "`pip install 'claim-consistency[spacy]'`.",
        example='pipeline = "en_core_web_sm"',
    ),
    Key(
        name="cache",
        kind=kinds.FLAG,
        line="Cache the results of processing a text.",
        example="cache = false",
    ),
    Key(
        name="cache-dir",
        kind=kinds.PATH,
        line="Folder of the cache.",
        more="In a settings file, it must be inside the folder of that file or the user's cache folder. "
        "If not set, the platform's cache folder is used.",
        example='cache-dir = ".cache/consistency"',
    ),
)

_VERSION = Key(
    name="required-version",
    kind=kinds.TEXT,
    line="Versions of consistency that accept these settings.",
    more="Written as in Python requirements; a bare version means exactly that version.",
    example='required-version = ">=0.1,<0.2"',
)

#: All keys, in documentation order.
KEYS = {key.name: key for key in (*_RULES, *_MEANING, *_FILES, *_SOURCES, *_READING, _VERSION)}

#: The same by field of ``Settings``.
FIELDS = {key.sets: key for key in KEYS.values()}

#: Allowed next to the settings: a file that provides those not set here.
EXTEND = Key(
    name="extend",
    kind=kinds.PATH,
    line="Another settings file to build on; settings in this file have priority.",
    more="The path is relative to the folder of this file.",
    example='extend = "../consistency.toml"',
)
