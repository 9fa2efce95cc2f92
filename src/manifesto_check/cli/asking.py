"""Asking the writer of a list about each proposal, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from manifesto_check.cli.guard import say
from manifesto_check.cli.suggest_texts import SuggestTexts

if TYPE_CHECKING:
    from manifesto_check.recommendations.model import RecommendationList
    from manifesto_check.suggesting.suggest import Proposal


def ask_each(
    proposals: Sequence[Proposal], found: RecommendationList, texts: SuggestTexts
) -> list[Proposal]:
    """Return what the user takes; of a proposal maybe only some of the words."""
    return list(_answers(proposals, found, texts))


def _answers(
    proposals: Sequence[Proposal], found: RecommendationList, texts: SuggestTexts
) -> Iterator[Proposal]:
    measures = {measure.id: measure.text for measure in found.measures}
    told, all_of_it = "", False
    say(texts.how)
    for number, proposal in enumerate(proposals, start=1):
        if all_of_it:
            yield proposal
            continue
        if proposal.measure != told:
            told = proposal.measure
            say(f"\n{told}  {measures[told]}")
        say(f"  [{number}/{len(proposals)}] {texts.described(proposal)}")
        answer = _ask(texts.question, texts.answers, texts.how)
        if answer == texts.stop:
            return
        all_of_it = answer == texts.all
        if answer in (texts.yes, texts.all):
            yield proposal
        elif answer == texts.choose and (chosen := _chosen(proposal, texts)) is not None:
            yield chosen


def _ask(question: str, answers: Sequence[str], how: str) -> str:
    """Return one of the answers, the first if none is given; asks again after any other."""
    while True:
        given = str(typer.prompt(question, default=answers[0], err=True)).strip().lower()
        if given[:1] in answers:
            return given[:1]
        say(how)


def _chosen(proposal: Proposal, texts: SuggestTexts) -> Proposal | None:
    """Return a proposal with the words that the user wants of it; None where that is none."""

    def wanted(word: str) -> bool:
        question = texts.question_word.format(word=word)
        return _ask(question, (texts.yes, texts.no), texts.how_word) == texts.yes

    terms = tuple(term for term in proposal.terms if wanted(term))
    synonyms = tuple(pair for pair in proposal.synonyms if wanted(texts.seen.format(*pair)))
    parts = tuple(part for part in proposal.parts if wanted(f"...{part}..."))
    if not (terms or synonyms or parts):
        return None
    return replace(proposal, terms=terms, synonyms=synonyms, parts=parts)
