"""Where the object of a Dutch verb stands, as far as its form and its place tell."""

from __future__ import annotations

from manifesto_check.dutch.clauses import Sentence, clause_words
from manifesto_check.dutch.lexicon import verb_forms
from manifesto_check.dutch.stance_rules import Direction, Match, is_perfect_participle


def object_side(match: Match, less: bool, sentence: Sentence) -> Direction:
    """Return on which side of a verb its object stands.

    "Het afschaffen van X" and "we verminderen X" have it behind; "we willen X
    afschaffen" and "X wordt afgeschaft" before; "X vermindert" leaves it open.
    A wish for less must not hold of the subject, so there we look closer.
    """
    at = match.end - 1
    word, lemma = sentence.words[at], sentence.lemmas[at]
    following, previous = sentence.word(at + 1), sentence.word(match.start - 1)
    if sentence.is_beginning(match.start) or following == "van":
        return Direction.FORWARD
    if previous == "te":
        return Direction.BACKWARD
    is_inverted = following in clause_words("persons")
    # Where nothing follows, "wij" is that of "X willen wij sluiten", "stad" of "in de stad".
    if previous in clause_words("subjects") and not is_inverted and not _is_at_end(following):
        return Direction.FORWARD
    if following in clause_words("subjects"):
        return _inverted(at + 2, sentence) if less else Direction.BOTH
    if word != lemma:
        return _side_of_form(at, less, sentence)
    if previous in clause_words("coordinators") and following.isalpha():
        return Direction.FORWARD
    before = sentence.lemmas[sentence.start : match.start]
    if not clause_words("auxiliaries").isdisjoint(before):
        return Direction.BACKWARD
    return _side_by_next(following) if less else Direction.BOTH


def _side_of_form(at: int, less: bool, sentence: Sentence) -> Direction:
    """Return the side for a form of a verb that is not its infinitive."""
    word, lemma, following = sentence.words[at], sentence.lemmas[at], sentence.word(at + 1)
    # A finite separated form (schaffen ... af) does not begin like its lemma.
    separated = not lemma.startswith(word[:2]) and "ge" not in word
    finite = separated or word in verb_forms(lemma) - {word + "n"}
    if not finite and (is_perfect_participle(word) or not word.endswith("t")):
        return Direction.BACKWARD
    article = following in clause_words("articles")
    for behind in (at + 2, at + 3):  # "de gemeente", "de nieuwe wethouder"
        if less and article and sentence.word(behind) in clause_words("subjects"):
            return _inverted(behind + 1, sentence)
    if separated:
        return Direction.FORWARD
    return _side_by_next(following) if less else Direction.BOTH


def _inverted(after: int, sentence: Sentence) -> Direction:
    """Return the side where the subject follows: "X voorkomen we door", "zo voorkomen we X"."""
    following = sentence.word(_behind_time(after, sentence))
    fronted = following in clause_words("clause_end") | clause_words("after_object") | clause_words(
        "firm_particles"
    )
    return Direction.BACKWARD if fronted else Direction.FORWARD


def _behind_time(at: int, sentence: Sentence) -> int:
    """Return the token behind a time that begins at one: "X verhogen wij de komende jaren niet"."""
    first, second = sentence.word(at), sentence.word(at + 1)
    if first in clause_words("determiners"):
        if second in clause_words("coming"):
            return at + 3
        if second.endswith("periode"):
            return at + 2
    return at


def _side_by_next(following: str) -> Direction:
    """Return the side by the word behind the verb: an object, the end of the clause, or neither."""
    if following in clause_words("after_object"):
        return Direction.BOTH
    return Direction.BACKWARD if _is_last(following) else Direction.FORWARD


def _is_at_end(following: str) -> bool:
    """Say whether nothing that could be an object follows in the clause."""
    return not following[:1].isalnum() or following in clause_words("coordinators")


def _is_last(following: str) -> bool:
    """Say whether a verb is the last word of its clause, by the word behind it."""
    return following in clause_words("clause_end") or not following[:1].isalnum()


def clause_start(match: Match, sentence: Sentence) -> int:
    """Return where the clause begins in which a verb has its object before it.

    "We bouwen woningen door regels te schrappen": an infinitive with "te" goes no further back
    than the word that brings it in.
    """
    words = sentence.words
    if "te" in words[max(match.start - 1, sentence.start) : match.end]:
        for at in range(match.start - 1, sentence.start - 1, -1):
            if words[at] in clause_words("before_infinitive"):
                return at + 1
    return sentence.start
