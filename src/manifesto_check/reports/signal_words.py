"""Signals and stances in words, for people; a name that is not listed is shown as it is."""

from __future__ import annotations

from manifesto_check.reports.interface import Language

# name: (Dutch, English)
_SIGNALS = {
    "own": ("begrippen in de passage", "concepts in the passage"),
    "own_least": ("zwakste begrip in de passage", "weakest concept in the passage"),
    "context": ("begrippen met de omgeving", "concepts with the context"),
    "context_least": ("zwakste begrip met de omgeving", "weakest concept with the context"),
    "optional": ("bijkomende begrippen", "optional concepts"),
    "rarity": ("zeldzaamste begrip", "rarest concept"),
    "lead": ("past beter dan andere maatregelen", "fits better than other measures"),
    "text_likeness": ("lijkt op de maatregel", "like the measure"),
    "example_likeness": ("lijkt op een voorbeeld", "like an example"),
    "examples_likeness": ("lijkt op de voorbeelden", "like the examples"),
    "opposite_likeness": ("lijkt op het tegendeel", "like the opposite"),
    "opposite_lead": ("meer op tegendeel dan voorbeeld", "more like opposite than example"),
    "wants": ("wil", "wants"),
    "wants_less": ("wil minder", "wants less"),
    "rejects": ("wijst af", "rejects"),
    "explores": ("onderzoekt", "explores"),
    "describes": ("beschrijft", "describes"),
    "boasts": ("prijst wat al gedaan is", "boasts of the past"),
    "favours": ("voor wat de maatregel wil", "for what the measure wants"),
    "against": ("tegen wat de maatregel wil", "against what the measure wants"),
    "opposite": ("wil het tegendeel", "wants the opposite"),
    "figure": ("getal past", "figure fits"),
    "bullet": ("opsomming", "bullet"),
    "heading": ("kop", "heading"),
    "length": ("lengte", "length"),
    "wording": ("woorden van de maatregel", "words of the measure"),
    "wording_section": ("die woorden, met de kop", "those words, with the heading"),
    "wording_share": ("deel van de passage in die woorden", "share of the passage in those words"),
    "wording_lead": ("meer dan van andere maatregelen", "more than of other measures"),
    "wording_rank": ("maatregelen die er beter bij passen", "measures that fit it better"),
    "partial_lead": ("meer op half dan heel", "more like half than whole"),
    "absent_lead": ("meer op bijna dan wel", "more like near than real"),
    "score_1": ("score van de beste passage", "score of the best passage"),
    "score_sum": ("som van de scores", "sum of the scores"),
}
_FIRST = "first_"
_OF_FIRST = ("beste passage: {}", "best passage: {}")


def in_words(name: str, language: Language) -> str:
    """Return a signal's or stance's name in words: ``first_own`` is "beste passage: ..."."""
    column = 0 if language is Language.NL else 1
    if name in _SIGNALS:
        return _SIGNALS[name][column]
    if name.startswith(_FIRST):
        return _OF_FIRST[column].format(in_words(name.removeprefix(_FIRST), language))
    return name
