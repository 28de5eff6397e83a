"""Who spoke last: whom "he said" and "she added" stand for, as sentence follows sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from consistency.attribution.value import Attribution, SourceKind
from consistency.language.countries import country_of
from consistency.language.surface import tokens, words

#: Somebody introduced by what he or she is: "an auditor, Ann Lee,".
_INTRODUCED = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts) [a-z][a-z' -]{2,40}, ((?:[A-Z][\w'-]+ ){1,2}[A-Z][\w'-]+)[,.]"
)


class Speakers:
    """Who spoke last, for the pronouns that follow, and which pronoun was used for whom."""

    def __init__(self) -> None:
        self.person: str | None = None
        self.any: str | None = None
        self.sex: dict[str, str] = {}

    def read(self, found: Sequence[Attribution], text: str) -> list[Attribution]:
        """What one sentence attributes, pronouns replaced; whoever it introduces may be the next "she"."""
        result = [self.resolve(one, text) for one in found]
        if any(match[1] != self.person for match in _INTRODUCED.finditer(text)):
            self.person = None
        return result

    def resolve(self, found: Attribution, text: str) -> Attribution:
        """The same with the name that a pronoun stands for."""
        if found.name is None:
            return found
        name = found.name.cut(text)
        if name.lower() not in words("language/speech", "pronouns"):
            self._hear(name, found.kind)
            return replace(found, speaker=name)
        male, female = (
            name.lower() in words("language/speech", "male"),
            name.lower() in words("language/speech", "female"),
        )
        known = self.person if male or female else self.any
        sex = "m" if male else "f"
        if known is None or name.lower() in ("i", "we") or (known == self.person and self._other(known, male, female)):
            return found
        if male or female:
            self.sex[known] = sex
        return replace(found, speaker=known)

    def _hear(self, name: str, kind: SourceKind) -> None:
        if kind is not SourceKind.SPEAKER:
            return
        self.any = name
        listed = [token.lower for token in tokens(name)]
        told = any(token.capital for token in tokens(name)) or listed[-1] in words("language/titles", "heads")
        if told and listed[-1] not in words("language/titles", "bodies") and country_of(name) is None:
            self.person = name

    def _other(self, name: str, male: bool, female: bool) -> bool:
        """Whether a pronoun is of the other sex than the name, as far as pronouns and titles have told."""
        first = name.split(" ")[0].lower().rstrip(".")
        told = self.sex.get(name) or {"mr": "m", "mrs": "f", "ms": "f", "miss": "f"}.get(first, "")
        return bool(told) and ((male and told == "f") or (female and told == "m"))
