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
    "opposite": ("wil tegendeel, of nodige minder", "wants opposite, or needed less"),
    "figure": ("getal past", "figure fits"),
    "bullet": ("opsomming", "bullet"),
    "heading": ("kop", "heading"),
    "length": ("lengte", "length"),
    "wording": ("woorden van de maatregel", "words of the measure"),
    "wording_section": ("die woorden, met de kop", "those words, with the heading"),
    "wording_share": ("deel van de passage in die woorden", "share of the passage in those words"),
    "wording_lead": ("meer dan van andere maatregelen", "more than of other measures"),
    "wording_rank": ("maatregelen die er beter bij passen", "measures that fit it better"),
    "missing": ("begrippen die ontbreken", "concepts that are missing"),
    "discriminant": ("gaat over deze maatregel", "is about this measure"),
    "discriminant_lead": ("meer dan over andere", "more than about others"),
    "apart_partial": ("eerder heel dan half (betekenis)", "whole rather than half (meaning)"),
    "apart_absent": ("eerder wel dan bijna (betekenis)", "real rather than near (meaning)"),
    "apart_opposed": ("eerder voor dan tegen (betekenis)", "for rather than against (meaning)"),
    "opposed_apart_absent": (
        "eerder tegen dan bijna (betekenis)",
        "against rather than near (meaning)",
    ),
    "words_apart_absent": ("eerder wel dan bijna (woorden)", "real rather than near (words)"),
    "words_apart_opposed": ("eerder voor dan tegen (woorden)", "for rather than against (words)"),
    "words_opposed_apart_absent": (
        "eerder tegen dan bijna (woorden)",
        "against rather than near (words)",
    ),
    "proposes": ("klinkt als voorstel", "sounds like a proposal"),
    "firm": ("klinkt stellig", "sounds firm"),
    "turns_down": ("klinkt afwijzend", "sounds like a rejection"),
    "wishes_around": ("wensen in de omgeving", "wishes around it"),
    "partial_lead": ("meer op half dan heel", "more like half than whole"),
    "absent_lead": ("meer op bijna dan wel", "more like near than real"),
    "score_1": ("score van de beste passage", "score of the best passage"),
    "score_sum": ("som van de scores", "sum of the scores"),
    "covers_mean": ("beste passages dekken het geheel", "best passages cover it whole"),
    "covers_sum": ("som van wat het geheel dekt", "sum of what covers it whole"),
    "opposed_1": ("sterkste passage ertegen", "strongest passage against it"),
}
_FIRST = "first_"
_OF_FIRST = ("beste passage: {}", "best passage: {}")


def is_of_first(name: str) -> bool:
    """Tell whether a signal is that of a measure's best passage."""
    return name.startswith(_FIRST)


def in_words(name: str, language: Language) -> str:
    """Return a signal's or stance's name in words: ``first_own`` is "beste passage: ..."."""
    column = 0 if language is Language.NL else 1
    if name in _SIGNALS:
        return _SIGNALS[name][column]
    if is_of_first(name):
        return _OF_FIRST[column].format(in_words(name.removeprefix(_FIRST), language))
    return name
