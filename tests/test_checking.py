"""The whole job, on programmes of a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from manifesto_check.checking import Checker, read
from manifesto_check.errors import ProgrammeError, UsageError
from manifesto_check.matching.preparedness import Preparation
from manifesto_check.matching.verdict import VerdictModel, model_for
from manifesto_check.model import Block, BlockKind, Page, Programme, Status, Verdict
from manifesto_check.recommendations.model import (
    Concept,
    Measure,
    Recommendation,
    RecommendationList,
    Source,
    Theme,
)

OWN_LIST = (
    Measure("X1", "De gemeente opent extra nachtopvang voor dakloze jongeren."),
    Measure("X2", "Leerlingen krijgen gratis zwemles op school."),
    Measure("X3", "Er komt een fietsbrug over de rivier."),
)
"""Measures that nobody prepared: they have nothing but a text."""

SENTENCES = (
    "Waterdam is een stad waar iedereen mee kan doen.",
    "De gemeente opent in elk stadsdeel extra nachtopvang voor dakloze jongeren.",
    "Voor dakloze jongeren openen wij in de winter extra bedden in de nachtopvang van de gemeente.",
    "De gemeente betaalt de extra nachtopvang voor jongeren die dakloos zijn.",
    "De straten in het centrum worden groener en koeler in de zomer.",
)


def programme(*sentences: str, path: str = "waterdam.pdf") -> Programme:
    """Make a programme with each sentence on a page of its own."""
    blocks = [
        Block(BlockKind.PARAGRAPH, text, ((0, page),)) for page, text in enumerate(sentences, 1)
    ]
    pages = [Page(block.anchors[0][1]) for block in blocks] or [Page(1)]
    return Programme(path, "ab" * 32, tuple(pages), tuple(blocks))


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    theme = Theme("X", "Eigen lijst", (Recommendation("X", OWN_LIST),))
    source = Source("E", "Onze punten", "punten.docx", (theme,))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MANIFESTO_CHECK_CACHE", str(tmp_path_factory.mktemp("vectors")))
        yield Checker(RecommendationList("punten.yaml", "cd" * 32, (source,)))


def test_a_list_of_ones_own_with_only_text(checker):
    report = checker.check(programme(*SENTENCES))
    verdicts = {m.id: m.judgement.verdict for m in report.measures}
    assert verdicts["X1"] in {Verdict.COVERED, Verdict.PARTIAL}
    assert verdicts["X2"] is Verdict.ABSENT
    best = report.measures[0].judgement.evidence[0]
    assert best.quote in SENTENCES[1:4]
    assert SENTENCES[best.page - 1] == best.quote
    assert report.programme.status is Status.READ


def test_a_literal_repeat_of_a_measure_is_found_in_a_long_programme(checker):
    filler = [
        f"In wijk {n} leggen wij nieuwe bankjes en bomen neer voor de bewoners." for n in range(80)
    ]
    report = checker.check(programme(OWN_LIST[0].text, *filler))
    first, *others = (m.judgement for m in report.measures)
    assert first.verdict in {Verdict.COVERED, Verdict.PARTIAL}
    assert first.evidence[0].quote == OWN_LIST[0].text
    assert {judgement.verdict for judgement in others} == {Verdict.ABSENT}


@pytest.mark.parametrize(
    ("measure", "preparation"),
    [
        (OWN_LIST[0], Preparation.TEXT_ONLY),
        (replace(OWN_LIST[0], opposed_by=("De gemeente sluit.",)), Preparation.TEXT_ONLY),
        (replace(OWN_LIST[0], concepts=(Concept("opvang", ("opvang",)),)), Preparation.TEXT_ONLY),
        (replace(OWN_LIST[0], examples=("Er komt nachtopvang bij.",)), Preparation.FEW_WORDS),
    ],
)
def test_each_measure_is_judged_by_the_weights_for_its_preparation(
    measure, preparation, monkeypatch
):
    asked: set[Preparation] = set()

    def recorded(kind: Preparation) -> VerdictModel:
        asked.add(kind)
        return model_for(kind)

    monkeypatch.setattr("manifesto_check.matching.judging.model_for", recorded)
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", "")
    theme = Theme("X", "Eigen lijst", (Recommendation("X", (measure, OWN_LIST[1])),))
    source = Source("E", "Onze punten", "punten.docx", (theme,))
    own = Checker(RecommendationList("punten.yaml", "cd" * 32, (source,)))
    own.check(programme(*SENTENCES))
    assert asked == {preparation, Preparation.TEXT_ONLY}


def test_the_same_programme_twice_gives_equal_reports(checker):
    again = Checker(checker.recommendations)
    first = checker.check(programme(*SENTENCES))
    assert first == checker.check(programme(*SENTENCES)) == again.check(programme(*SENTENCES))


def test_a_check_in_between_changes_nothing(checker):
    before = checker.check(programme(*SENTENCES))
    checker.check(programme("Er komt gratis zwemles voor alle leerlingen op school."))
    assert checker.check(programme(*SENTENCES)) == before


def test_the_name_of_the_file_and_the_party_changes_no_judgement(checker):
    other = replace(programme(*SENTENCES, path="partij.pdf"), title="Partij", sha256="ef" * 32)
    judgements = [m.judgement for m in checker.check(programme(*SENTENCES)).measures]
    assert [m.judgement for m in checker.check(other).measures] == judgements


def test_the_steps_are_told_as_they_begin(checker):
    steps: list[str] = []
    checker.check(programme(*SENTENCES), steps.append)
    assert steps[:2] == ["dutch", "matching"]


def test_an_unreadable_programme_has_no_measures(checker):
    scan = replace(programme(), unreadable_reason="de pagina's zijn afbeeldingen zonder tekst")
    report = checker.check(scan)
    assert report.programme.status is Status.UNREADABLE
    assert report.programme.reason == "de pagina's zijn afbeeldingen zonder tekst"
    assert report.measures == report.themes == report.sources == ()


ENGLISH = (
    "We believe that every person in the city has the right to a home of their own, and we will "
    "therefore build more houses for those who need them most. There will be more beds in the "
    "night shelters, and nobody will be fined for sleeping in the street when there is no other "
    "place for them to go. Young people who are homeless get help from someone they know."
)


def test_a_programme_in_another_language_is_unreadable_and_says_why(checker):
    report = checker.check(programme(ENGLISH))
    assert report.programme.status is Status.UNREADABLE
    assert "niet in het Nederlands" in (report.programme.reason or "")
    assert report.measures == ()


def test_explain_shows_the_passages_behind_a_verdict(checker):
    explanation = checker.explain(programme(*SENTENCES), "X1")
    report = checker.check(programme(*SENTENCES))
    assert explanation.measure == report.measures[0]
    assert explanation.programme == report.programme
    assert explanation.passages[0].evidence == report.measures[0].judgement.evidence[0]
    assert explanation.passages[0].chosen
    met = {name: words for name, _, words in explanation.passages[0].concepts}
    assert met["nachtopvang"].startswith("nachtopvang")
    assert len(checker.explain(programme(*SENTENCES), "X1", limit=1).passages) == 1


def test_explain_a_measure_of_which_nothing_is_said(checker):
    explanation = checker.explain(programme(SENTENCES[0]), "X2")
    assert explanation.measure.judgement.verdict is Verdict.ABSENT
    assert explanation.passages == ()


def test_explain_an_unknown_measure(checker):
    with pytest.raises(UsageError, match="X9"):
        checker.explain(programme(*SENTENCES), "X9")


def test_explain_an_unreadable_programme(checker):
    with pytest.raises(ProgrammeError, match="niet in het Nederlands"):
        checker.explain(programme(ENGLISH), "X1")


def test_explain_a_programme_without_any_text(checker):
    with pytest.raises(ProgrammeError) as raised:
        checker.explain(programme(), "X1")
    assert "None" not in str(raised.value)


def test_reading_what_is_no_programme(tmp_path: Path):
    path = tmp_path / "programma.pdf"
    with pytest.raises(ProgrammeError, match=r"programma\.pdf"):
        read([path])
