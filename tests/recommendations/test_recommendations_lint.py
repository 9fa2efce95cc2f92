"""Lint says what makes the measures of a list be found badly, or mixed up."""

from __future__ import annotations

import pytest

from manifesto_check.dutch.figures import Direction
from manifesto_check.recommendations.lint import Severity, lint
from manifesto_check.recommendations.lint_phrases import ENGLISH
from manifesto_check.recommendations.model import (
    Concept,
    Figure,
    Measure,
    Recommendation,
    RecommendationList,
    Source,
    Theme,
    Wants,
)
from manifesto_check.recommendations.text_figures import written_figures

RENT = Concept("sociale huur", ("sociale huur", "huurwoning"))
BUILD = Concept("nieuwbouw", ("nieuwbouw",))
EXAMPLE = ("Wij bouwen huurwoningen.",)


def listed(*measures: Measure) -> RecommendationList:
    """Return a list that holds these measures."""
    theme = Theme("T", "Thema", (Recommendation("R", measures),))
    return RecommendationList("lijst.yaml", "0" * 64, (Source("S", "Bron", "", (theme,)),))


def codes(*measures: Measure) -> list[tuple[str, str]]:
    return [(finding.measure, finding.code) for finding in lint(listed(*measures))]


def good(name: str, text: str = "Er komen woningen bij.", **other: object) -> Measure:
    """Return a measure that lint has nothing to say of, but for what is given."""
    values: dict[str, object] = {"concepts": (RENT, BUILD), "examples": EXAMPLE, **other}
    return Measure(name, text, **values)  # type: ignore[arg-type]


def with_terms(*terms: str, parts: tuple[str, ...] = (), optional: bool = False) -> Measure:
    return good("a", concepts=(RENT, Concept("begrip", terms, parts, optional)))


def test_a_good_measure_needs_no_advice() -> None:
    assert codes(good("a")) == []


def test_a_measure_of_only_a_text_gets_hints() -> None:
    findings = lint(listed(Measure("a", "Er komen woningen bij.")))

    assert [(finding.code, finding.severity) for finding in findings] == [
        ("no-concepts", Severity.HINT),
        ("no-examples", Severity.HINT),
    ]


def test_a_measure_of_optional_concepts_matches_anything() -> None:
    optional = Concept("huur", ("huur",), optional=True)

    assert codes(good("a", concepts=(optional,))) == [("a", "only-optional")]


@pytest.mark.parametrize(
    ("measure", "code"),
    [
        (with_terms("woning", parts=("huu",)), "short-part"),
        (with_terms("woning", "en"), "stop-word"),
        (with_terms("woning", "voor de gemeente"), "stop-word"),
        (with_terms("een huis voor wie er geen een heeft"), "long-term"),
        (with_terms("woning", "Woning"), "duplicate-term"),
        (with_terms("woning", parts=("huis", "huis")), "duplicate-term"),
    ],
)
def test_words_that_match_too_much_or_never(measure: Measure, code: str) -> None:
    assert codes(measure) == [("a", code)]


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("slaapverbod", []),
        ("boete buiten slapen", []),
        ("geen opvang", ["opposite-refuses"]),
        ("opvang afschaffen", ["opposite-refuses"]),
        ("een", ["stop-word"]),
    ],
)
def test_the_words_for_the_opposite_name_what_is_wanted(term: str, found: list[str]) -> None:
    assert codes(good("a", opposite_terms=(term,))) == [("a", code) for code in found]


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("nachtopvang", []),
        ("bijstand verlagen", []),  # here a word that wants less is what is meant
        ("een", ["stop-word"]),
    ],
)
def test_the_words_for_what_is_needed_are_looked_at_too(term: str, found: list[str]) -> None:
    assert codes(good("a", needed_terms=(term,))) == [("a", code) for code in found]


def test_a_shared_concept_is_reported_once_with_its_name() -> None:
    shared = Concept("van alles", ("en",))
    other = Concept("opvang", ("opvang",))

    findings = lint(
        listed(good("a", concepts=(shared,)), good("b", "X.", concepts=(shared, other)))
    )

    (finding,) = findings
    assert (finding.measure, finding.code) == ("a", "stop-word")
    assert finding.message == "begrip 'van alles': woord 'en' is zo gewoon dat het overal staat"
    told = "concept 'van alles': word 'en' is so common that it stands everywhere"
    assert finding.said.told(ENGLISH) == told


def test_a_common_word_that_is_optional_is_only_a_hint() -> None:
    (finding,) = lint(listed(with_terms("gemeente", optional=True)))

    assert (finding.code, finding.severity) == ("stop-word", Severity.HINT)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Minimaal 30% sociale huur.", [("30", 30.0)]),
        ("Eén plek op 10.000 inwoners.", [("10.000", 10000.0)]),
        ("De huur stijgt 2,5 procent.", [("2,5", 2.5)]),
        ("Binnen 24 uur, 7 dagen per week.", [("24", 24.0), ("7", 7.0)]),
        ("Voor 2030 is artikel 19 van V1.1a uitgevoerd, wet 4 ook.", []),
    ],
)
def test_figures_of_a_text(text: str, figures: list[tuple[str, float]]) -> None:
    assert [(f.written, f.value) for f in written_figures(text)] == figures


def test_a_figure_of_the_text_belongs_in_figures() -> None:
    text = "Minimaal 30% wordt sociale huur."
    figure = Figure(30.0, "%", Direction.AT_LEAST)

    assert codes(good("a", text)) == [("a", "figure-missing")]
    assert codes(good("a", text, figures=(figure,))) == []


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        ("Minimaal 30% wordt sociale huur.", Direction.AT_MOST, ["figure-direction"]),
        ("Niet meer dan 30% wordt sociale huur.", Direction.AT_LEAST, ["figure-direction"]),
        ("Niet meer dan 30% wordt sociale huur.", Direction.AT_MOST, []),
        ("30% wordt sociale huur.", Direction.AT_MOST, []),
    ],
)
def test_the_direction_of_a_figure_is_that_of_the_text(
    text: str, direction: Direction, expected: list[str]
) -> None:
    measure = good("a", text, figures=(Figure(30.0, "%", direction),))

    assert [code for _, code in codes(measure)] == expected


def test_related_and_conflicts_go_both_ways() -> None:
    one = good("a", related=("b",))
    other = good("b", "Iets heel anders.", concepts=(RENT,), conflicts=("a",))

    assert codes(one, other) == [("a", "related-one-way"), ("b", "conflicts-one-way")]


def test_measures_that_nothing_tells_apart() -> None:
    one, other = good("a", "De huur gaat omlaag."), good("b", "Nieuwbouw is betaalbaar.")

    assert codes(one, other) == [("b", "same-concepts")]


def test_measures_that_differ_in_what_they_want_are_told_apart() -> None:
    one = good("a", "De huur gaat omlaag.", wants=Wants.LESS)
    other = good("b", "Nieuwbouw is betaalbaar.")

    assert codes(one, other) == []


def test_nearly_the_same_text_unless_they_are_related() -> None:
    one = good("a", "Er komen voldoende betaalbare woningen.")
    other = good("b", "Er komen voldoende betaalbare woningen!", concepts=(RENT,))

    assert codes(one, other) == [("a", "same-text")]

    said = good("a", one.text, related=("b",))
    back = good("b", other.text, concepts=(RENT,), related=("a",))
    assert codes(said, back) == []
