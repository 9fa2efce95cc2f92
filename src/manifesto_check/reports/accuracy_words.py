"""How accurate the verdicts are, in sentences for the reader of a report."""

from __future__ import annotations

from dataclasses import dataclass

from manifesto_check.counting import Count
from manifesto_check.model import Accuracy
from manifesto_check.reports.interface import Language
from manifesto_check.reports.text import number


@dataclass(frozen=True, slots=True)
class _Words:
    heading: str
    measured: str
    found: str
    themes: str
    opposed: str
    other_list: str
    annotations: str


_WORDS = {
    Language.NL: _Words(
        heading="Hoe goed zijn de oordelen?",
        measured=(
            "Gemeten op {verdicts} oordelen over {programmes} programma's, elk beoordeeld door een "
            "model dat van de andere geleerd had."
        ),
        found=(
            "Van wat ‘gedekt’ of ‘deels’ genoemd wordt, staat {precision}% er echt minstens deels "
            "in. Van wat er echt in staat, wordt {recall}% gevonden."
        ),
        themes=(
            "De dekking van een thema zit er gemiddeld {error} procentpunt naast: kleinere "
            "verschillen zeggen weinig."
        ),
        opposed=(
            "‘Tegengesteld’ wordt vaak gemist: herkend {right} van de {total} keer, en {false} "
            "keer ten onrechte. Een programma dat een maatregel afwijst, staat meestal als ‘niet "
            "gevonden’ in het rapport en soms zelfs als ‘gedekt’."
        ),
        other_list=(
            "Dit is gemeten met een andere lijst dan die van dit rapport; met deze kan het beter "
            "of slechter zijn."
        ),
        annotations=(
            "Vergeleken is met annotaties door een taalmodel, die geen mens heeft nagekeken. De "
            "cijfers zijn aan de gunstige kant."
        ),
    ),
    Language.EN: _Words(
        heading="How good are the verdicts?",
        measured=(
            "Measured on {verdicts} verdicts in {programmes} programmes, each judged by a model "
            "that was trained on the others."
        ),
        found=(
            "Of what is called ‘covered’ or ‘partial’, {precision}% really is at least partly "
            "there. Of what really is there, {recall}% is found."
        ),
        themes=(
            "The coverage of a theme is off by {error} percentage {points:point|points} on "
            "average: smaller differences mean little."
        ),
        opposed=(
            "‘Opposed’ is often missed: recognised {right} of {total} {total:time|times}, and "
            "{false} {false:time|times} wrongly. A programme that rejects a measure is mostly "
            "shown as ‘not found’, and sometimes even as ‘covered’."
        ),
        other_list=(
            "This was measured with another list than that of this report; with this one it can "
            "be better or worse."
        ),
        annotations=(
            "It was measured against annotations by a language model, which no person has "
            "checked. The figures are on the optimistic side."
        ),
    ),
}


def accuracy_heading(language: Language) -> str:
    """Return what stands above the sentences."""
    return _WORDS[language].heading


def accuracy_sentences(accuracy: Accuracy, language: Language) -> list[str]:
    """Return what a reader should know of the accuracy, how it was measured first."""
    words = _WORDS[language]

    def whole(value: float) -> str:
        return number(value, language)

    return [
        words.measured.format(
            verdicts=whole(accuracy.verdicts), programmes=whole(accuracy.programmes)
        ),
        words.found.format(
            precision=whole(100 * accuracy.precision), recall=whole(100 * accuracy.recall)
        ),
        words.themes.format(
            error=whole(accuracy.theme_error), points=Count(round(accuracy.theme_error))
        ),
        words.opposed.format(
            right=accuracy.opposed_right,
            total=Count(accuracy.opposed_right + accuracy.opposed_missed),
            false=Count(accuracy.opposed_false),
        ),
        *([] if accuracy.same_list else [words.other_list]),
        words.annotations,
    ]
