"""Stance: what a sentence wants, rejects, looks into or only describes, and of which words.

Rules in the manner of ConText (Harkema, Dowling, Thornblade and Chapman 2009,
"ConText: An algorithm for determining negation, experiencer, and temporal
status from clinical reports", Journal of Biomedical Informatics 42(5)): a
trigger phrase gives the words before or after it a category, up to a number of
tokens or a phrase that ends its scope; pseudo-triggers are passed over. Ours
add where the object of a Dutch verb stands, and that two negatives make a wish.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc, Span

from manifesto_check.dutch.arrays import attributes
from manifesto_check.dutch.clauses import Sentence
from manifesto_check.dutch.stance_rules import Match, Opening, Stance, find, stance_rules
from manifesto_check.dutch.stance_scopes import StanceScope, stance_scopes

__all__ = ["REJECTIONS", "Stance", "StanceScope", "scopes_in", "sentence_stances", "stances_of"]

REJECTIONS = frozenset({Stance.WANTS_LESS, Stance.REJECTS})
_OVERRULES: dict[Stance, frozenset[Stance]] = {
    Stance.WANTS: frozenset({Stance.REJECTS, Stance.WANTS_LESS, Stance.EXPLORES, Stance.BOASTS}),
    Stance.WANTS_LESS: frozenset({Stance.BOASTS}),
    Stance.DESCRIBES: frozenset({Stance.BOASTS}),
}
"""Which stances a more telling one on the same words overrules."""


def stances_of(tokens: Iterable[int], scopes: Sequence[StanceScope]) -> frozenset[Stance]:
    """Return the stances of a sentence towards some of its words.

    Args:
        tokens: indices into the doc of the words that matter.
        scopes: those of the sentence (:func:`scopes_in`), or some of them.

    Returns:
        The categories whose scope covers any of the tokens; of two on the same
        token the more telling one ("we willen minder boetes" wants less). Empty
        where no rule applies.
    """
    found: set[Stance] = set()
    for token in tokens if scopes else ():
        held = [s for s in scopes if s.holds_of(token)]
        strong = {s.category for s in held if not s.weak}
        found |= _strongest(strong or {s.category for s in held})
    return frozenset(found)


def scopes_in(sentence: Span) -> list[StanceScope]:
    """Return the scopes of all triggers in a sentence of a doc that :class:`Stances` has seen."""
    scopes: Sequence[StanceScope] = sentence.doc._.stances
    start, end = sentence.start, sentence.end
    return [s for s in scopes if start <= s.trigger_start < end]


def sentence_stances(sentence: Span) -> frozenset[Stance]:
    """Return the categories of all triggers in a sentence."""
    return frozenset(scope.category for scope in scopes_in(sentence))


def _strongest(stances: set[Stance]) -> set[Stance]:
    return {s for s in stances if not (_OVERRULES.get(s, frozenset()) & stances)}


class Stances:
    """Sets ``doc._.stances``: the scopes of all triggers, in the order of the text."""

    def __init__(self) -> None:
        self._rules = stance_rules()
        self._by_type: dict[tuple[int, int], tuple[str, str, Opening | None]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.stances`` on a doc with sentences and lemmas."""
        if not len(doc):
            return doc
        lowers, lemma_ids, flags = attributes(doc, "LOWER", "LEMMA", "SENT_START")
        types = list(zip(lowers, lemma_ids, strict=True))
        by_type = self._by_type
        try:
            known = [by_type[pair] for pair in types]
        except KeyError:  # ever fewer are new, so that asking first would cost more
            self._learn(types, doc.vocab.strings)
            known = [by_type[pair] for pair in types]
        words = [word for word, _, _ in known]
        lemmas = [lemma for _, lemma, _ in known]
        openings = [opening for _, _, opening in known]
        scopes: list[StanceScope] = []
        for start, end in _sentences(flags):
            sentence = Sentence(start, end, words, lemmas)
            scopes += stance_scopes(_accepted(openings, sentence), sentence)
        if scopes:
            doc._.stances = tuple(scopes)
        return doc

    def _learn(self, types: Iterable[tuple[int, int]], strings: StringStore) -> None:
        """Look up the words and lemmas that were not met before, with their rules."""
        for pair in types:
            if pair not in self._by_type:
                word, lemma = strings[pair[0]], strings[pair[1]]
                self._by_type[pair] = word, lemma, self._rules.beginning_with(word, lemma)


def _sentences(flags: Sequence[int]) -> list[tuple[int, int]]:
    starts = [i for i, flag in enumerate(flags) if i == 0 or flag == 1]
    return list(pairwise([*starts, len(flags)]))


def _accepted(openings: Sequence[Opening | None], sentence: Sentence) -> list[Match]:
    """Return the matches of a sentence; of two on the same token the one that goes first.

    Args:
        openings: for each token of the doc the rules whose phrase can begin with it.
        sentence: one of the doc's.
    """
    found, end, words, lemmas = [], sentence.end, sentence.words, sentence.lemmas
    there = {*words[sentence.start : end], *lemmas[sentence.start : end]}
    for i, opening in enumerate(openings[sentence.start : end], sentence.start):
        if opening is None:
            continue
        rules = opening.anyway
        if opening.before and i + 1 < end:
            rules = opening.with_next(words[i + 1], lemmas[i + 1])
        for rule in rules:
            # This rules out most, far quicker than looking for their phrases does.
            if rule.needs and rule.needs.isdisjoint(there):
                continue
            if rule.initial and not sentence.is_beginning(i):
                continue
            if rule.final and not sentence.is_list_item(i):
                continue
            match = find(rule, i, end, words, lemmas)
            if match is not None:
                found.append(match)
    if len(found) < 2:
        return found
    found.sort(key=_precedence)
    taken: set[int] = set()
    accepted = []
    for match in found:
        if match.rule.beside:
            accepted.append(match)
        elif taken.isdisjoint(match.tokens):
            if not match.rule.half:
                taken.update(match.tokens)
            accepted.append(match)
    return sorted(accepted, key=lambda match: match.start)


def _precedence(match: Match) -> tuple[int, bool, int, int, int]:
    """Order matches: pseudo-triggers, then the longer phrase, then the one with fewer gaps.

    Phrases that count only where no other takes their words come last, but before a weak
    trigger of one word, which "niet" in such a phrase turns down ("wordt niet vergoed").
    """
    rule, length = match.rule, len(match.tokens)
    rank = int(rule.last) + 2 * (rule.weak and length == 1)
    trigger = rule.stance is not None
    return rank, trigger, -length, match.end - match.start, match.start


@Language.factory(
    "manifesto_stance",
    requires=["token.is_sent_start", "token.lemma"],
    assigns=["doc._.stances"],
)
def make_stances(nlp: Language, name: str) -> Stances:
    """Make the component for a pipeline."""
    if not Doc.has_extension("stances"):
        Doc.set_extension("stances", default=())
    return Stances()
