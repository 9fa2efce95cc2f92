"""Verdicts counted per theme and per source."""

from __future__ import annotations

import pytest

from manifesto_check.coverage import coverage_of, report_of
from manifesto_check.model import (
    Block,
    BlockKind,
    Evidence,
    Judgement,
    Page,
    PageState,
    Programme,
    Status,
    Verdict,
)
from manifesto_check.recommendations.model import (
    Measure,
    Recommendation,
    RecommendationList,
    Source,
    Theme,
)


def theme(name: str, measures: int, *, title_only: bool = False) -> Theme:
    """Make a theme of one recommendation, with measures T1a, T1b, ..."""
    ids = [f"{name}a", f"{name}b", f"{name}c"][:measures]
    recommendation = Recommendation(f"{name}.1", tuple(Measure(i, f"Tekst {i}") for i in ids))
    return Theme(name, f"Thema {name}", (recommendation,), title_only)


LIST = RecommendationList(
    path="lijst.yaml",
    sha256="cd" * 32,
    sources=(
        Source("A", "Bron A", "a.pdf", (theme("A1", 3), theme("A2", 1))),
        Source("B", "Bron B", "b.pdf", (theme("B1", 2), theme("B2", 2, title_only=True))),
        Source("C", "Bron C", "c.pdf", (theme("C1", 1, title_only=True),)),
    ),
)
PROGRAMME = Programme(
    "waterdam.pdf",
    "ab" * 32,
    (Page(1), Page(2, state=PageState.UNREADABLE)),
    (Block(BlockKind.PARAGRAPH, "Er komt meer opvang.", ((0, 1),)),),
    title="Samen",
)
QUOTE = Evidence(1, 1, None, "", "Er komt meer opvang.", 0.9)


def judgements(letters: str) -> list[Judgement]:
    """Make a judgement for each measure of LIST: c(overed), p(artial), a(bsent), o(pposed)."""
    kinds = {verdict.value[0]: verdict for verdict in Verdict}
    return [
        Judgement(
            measure.id, kinds[letter], 0.8, 0.5, (QUOTE,) * (kinds[letter] is not Verdict.ABSENT)
        )
        for measure, letter in zip(LIST.measures, letters, strict=True)
    ]


@pytest.fixture
def report():
    return report_of(PROGRAMME, LIST, judgements("cpaoccpac"), "1.2.3")


def test_themes_count_their_own_measures(report):
    assert {t.id: t.coverage.percentage for t in report.themes} == {
        "A1": 50.0,
        "A2": 0.0,
        "B1": 100.0,
        "B2": None,
        "C1": None,
    }
    first = report.themes[0].coverage
    assert (first.covered, first.partial, first.absent, first.opposed) == (1, 1, 1, 0)


def test_sources_leave_out_what_is_only_named(report):
    assert {s.id: s.coverage.percentage for s in report.sources} == {
        "A": 37.5,
        "B": 100.0,
        "C": None,
    }
    assert [s.coverage.measures for s in report.sources] == [4, 2, 0]


def test_measures_of_a_named_theme_are_reported_but_not_counted(report):
    assert [m.id for m in report.measures if not m.counted] == ["B2a", "B2b", "C1a"]
    assert [t.id for t in report.themes if not t.counted] == ["B2", "C1"]


def test_measures_know_what_they_belong_to(report):
    row = report.measures[3]
    assert (row.id, row.recommendation, row.theme, row.source) == ("A2a", "A2.1", "A2", "A")
    assert row.text == "Tekst A2a"
    assert row.judgement.verdict is Verdict.OPPOSED


def test_the_report_says_what_was_read_and_checked(report):
    info = report.programme
    assert (info.path, info.sha256, info.title) == ("waterdam.pdf", "ab" * 32, "Samen")
    assert (info.pages, info.words, info.unreadable_pages) == (2, 4, (2,))
    assert info.status is Status.PARTLY_READ
    assert (report.recommendations_path, report.recommendations_sha256) == (
        "lijst.yaml",
        "cd" * 32,
    )
    assert report.version == "1.2.3"


def test_an_unreadable_programme_is_never_said_to_cover_nothing():
    unreadable = Programme("scan.pdf", "ab" * 32, (Page(1),), (), unreadable_reason="alleen beeld")
    for given in ([], judgements("aaaaaaaaa")):
        report = report_of(unreadable, LIST, given, "1")
        assert report.measures == report.themes == report.sources == ()
        assert report.programme.reason == "alleen beeld"


def test_a_judgement_too_few_is_a_fault():
    with pytest.raises(ValueError, match="shorter"):
        report_of(PROGRAMME, LIST, judgements("aaaaaaaaa")[:-1], "1")


def test_nothing_counted_has_no_percentage():
    assert coverage_of([]).percentage is None
