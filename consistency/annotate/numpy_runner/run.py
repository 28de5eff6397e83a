"""The components of the pipeline in order: tokenizer, tagger, parser, attribute rules, lemmatizer, entities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from consistency.annotate.numpy_runner.arcs import Arcs
from consistency.annotate.numpy_runner.entities import Entities
from consistency.annotate.numpy_runner.files import read_networks, read_table
from consistency.annotate.numpy_runner.lemmas import Lemmas
from consistency.annotate.numpy_runner.lexemes import around, key, norm
from consistency.annotate.numpy_runner.rules import Features, Rules
from consistency.annotate.numpy_runner.tokens import Token, Tokenizer
from consistency.annotate.numpy_runner.transitions import Moves, carried_out
from consistency.annotate.numpy_runner.tree import Tree
from consistency.annotate.numpy_runner.vectors import linear, vectors
from consistency.types import Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


#: The recogniser's own embedding follows on its three layers of transitions; it sees less of a word.
OWN, SEEN = 3, 4


class NumpyPipeline:
    """The pipeline of the manifest, its weights in memory; tables of lemmas are read when first needed.

    Raises ModelError if a file is missing or altered.
    """

    def __init__(self) -> None:
        labels, networks = read_table("labels.json"), read_networks()
        self._tokenizer = Tokenizer(read_table("tokenizer.json"))
        self._spellings = {int(key): norm for key, norm in read_table("spellings.json").items()}
        self._shared, self._tagger, self._tags = networks["tok2vec"], networks["tagger"], labels["tags"]
        self._parser, self._arcs = networks["parser"], Moves(labels["arcs"])
        self._namer, self._entities = networks["ner"], Moves(labels["entities"])
        self._rules = Rules(read_table("rules.json"))
        self._lemmas = Lemmas(lambda: read_table("lemmas.json"))

    def annotate(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """The words of each text, in order."""
        cut = [self._tokenizer(text) for text in texts]
        analysed = iter(self._analysed([tokens for tokens in cut if tokens]))
        return [next(analysed) if tokens else () for tokens in cut]

    def _analysed(self, texts: Sequence[Sequence[Token]]) -> Iterator[tuple[Word, ...]]:
        if not texts:
            return
        keys = [self._keys(tokens) for tokens in texts]
        spaces = [[token.text.isspace() for token in tokens] for tokens in texts]
        shared = vectors(self._shared, keys)
        states = carried_out([Arcs(len(tokens)) for tokens in texts], shared, self._parser, self._arcs)
        trees = [state.tree(space) for state, space in zip(states, spaces, strict=True)]
        own = vectors(self._namer.rest(OWN), [one[:, :SEEN] for one in keys])
        begun = [Entities(tree.starts, space) for tree, space in zip(trees, spaces, strict=True)]
        entities = carried_out(begun, own, self._namer, self._entities)
        for tokens, seen, tree, named in zip(texts, shared, trees, entities, strict=True):
            best = linear(seen, self._tagger.layers[0]).argmax(axis=1)
            yield tuple(self._words(tokens, [self._tags[number] for number in best], tree, named.found))

    def _keys(self, tokens: Sequence[Token]) -> NDArray[np.uint64]:
        """Norm, first and last letters, shape, whether a space follows, whether it is one: words x 6."""
        import numpy as np

        rows = [
            (
                key(norm(token.text, self._spellings) if token.norm is None else token.norm),
                *around(token.text), int(token.spaced), int(token.text.isspace()),
            )
            for token in tokens
        ]  # fmt: skip
        return np.array(rows, dtype=np.uint64)

    def _words(
        self, tokens: Sequence[Token], tags: Sequence[str], tree: Tree, entities: Sequence[tuple[int, int, str]]
    ) -> Iterator[Word]:
        seen = [
            Features(token.text.lower(), tag, label, token.text.isspace())
            for token, tag, label in zip(tokens, tags, tree.labels, strict=True)
        ]
        named = {number: label for start, end, label in entities for number in range(start, end)}
        begun = {start for start, _, _ in entities}
        for number, (token, one, made) in enumerate(zip(tokens, seen, self._rules.apply(seen), strict=True)):
            head, pos = tree.heads[number], made.get("POS", "")
            if one.IS_SPACE:
                # Heads count all tokens: a space keeps its place as an empty word.
                yield Word(token.start, token.start, "", "", "SPACE", "_SP", "", head, "", False)
                continue
            lemma = made.get("LEMMA") or self._lemmas.of(token.text, pos, made.get("MORPH", ""))
            yield Word(
                token.start, token.end, token.text, lemma, pos, made.get("TAG", one.TAG), made.get("DEP", one.DEP),
                head, named.get(number, ""), number in begun,
            )  # fmt: skip
