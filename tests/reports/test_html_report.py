import re
from dataclasses import fields, replace
from string import Formatter

import pytest
from well_formed import html

from manifesto_check.model import Accuracy, Report, Verdict
from manifesto_check.reports.html.page import content_security_policy
from manifesto_check.reports.html.report import HtmlFormat
from manifesto_check.reports.html.words import Words, words_in
from manifesto_check.reports.interface import Language, ReportOptions, Selection
from manifesto_check.reports.xlsx_words import XlsxWords, xlsx_words_in

ACCURACY = Accuracy(
    programmes=13,
    verdicts=1469,
    precision=0.7886,
    recall=0.8921,
    opposed_right=1,
    opposed_missed=11,
    opposed_false=2,
    theme_error=8.4221,
    same_list=True,
)


def source(*reports: Report, **options: object) -> str:
    return HtmlFormat().render(reports, ReportOptions(**options)).decode("utf-8")  # type: ignore[arg-type]


def text(*reports: Report, **options: object) -> str:
    return html(source(*reports, **options).encode())


def article(page: str, measure: str) -> str:
    """The HTML of one measure."""
    found = re.findall(r"<article.*?</article>", page, re.DOTALL)
    return next(one for one in found if f'<span class="id">{measure}</span>' in one)


def test_a_measure_has_verdict_confidence_quotes_and_places(report: Report) -> None:
    covered = article(source(report), "V1.1a")
    assert 'data-verdict="covered"' in covered
    assert "gedekt" in covered
    assert "zekerheid 83%" in covered
    assert "“In elke nieuwe wijk bouwen wij" in covered
    assert 'href="programma%27s/waterdam.pdf#page=12">p. 12 (gedrukt 11)</a>' in covered
    assert 'href="programma%27s/waterdam.pdf#page=14">p. 14–15</a>' in covered
    assert "onder <span" in covered
    assert "score" not in covered
    assert "score 0,78" in article(source(report, verbose=True), "V1.1a")


def test_what_is_uncertain_is_marked_by_the_limit_that_was_asked_for(report: Report) -> None:
    assert "onzeker" in article(source(report), "V1.3a")
    assert "onzeker" not in article(source(report), "V1.1a")
    assert "onzeker" in article(source(report, min_confidence=0.9), "V1.1a")
    assert "Onder 90% staat er" in text(report, min_confidence=0.9)


def test_coverage_is_a_picture_with_words_for_who_cannot_see_it(report: Report) -> None:
    page = source(report)
    assert 'role="img" aria-label="1 gedekt, 1 deels, 1 niet gevonden"' in page
    assert "50,0%" in page
    assert 'aria-label="1 tegengesteld"' in page


def test_a_theme_of_very_many_measures_becomes_a_bar(report: Report) -> None:
    theme = replace(report.themes[0], coverage=replace(report.themes[0].coverage, absent=80))
    page = source(replace(report, themes=(theme, *report.themes[1:])))
    assert 'viewBox="0 0 82 10"' in page
    assert '<rect class="absent" x="2" y="0" width="80" height="10"/>' in page


def test_a_theme_that_is_only_named_is_shown_and_not_counted(report: Report) -> None:
    page = text(report)
    assert "N2 Lijnen zonder uitwerking niet meegeteld" in page
    assert "N2.1a Een lijn die het document alleen noemt." in page


def test_there_is_no_figure_over_all_sources_unless_asked_for(report: Report) -> None:
    assert "Alle bronnen samen" not in text(report)
    page = text(report, overall=True)
    assert "Alle bronnen samen" in page
    assert "30,0%" in page


def test_all_that_is_absent_is_listed(report: Report) -> None:
    page = source(report)
    part = page[page.index('id="p1-absent"') :]
    listed = re.findall(r'<span class="id">([^<]+)</span> <a', part)
    assert listed == ["V1.5b", "V2.1a", "N2.1a"]
    found = [m for m in report.measures if m.judgement.evidence]
    assert "Elke maatregel is gevonden." in text(replace(report, measures=tuple(found)))


def test_only_what_is_selected_is_shown(report: Report) -> None:
    chosen = Selection(measures=frozenset({"V1.3a"}))
    page = text(report, selection=chosen)
    assert "V1.3a Alle dakloze mensen" in page
    assert "V2" not in page
    assert "Dit rapport toont een keuze: 1 van de 6 maatregelen." in page
    assert "50,0%" in page  # of the whole theme
    assert "Geen maatregel past" in text(report, selection=Selection(measures=frozenset()))


def test_a_choice_of_verdicts_does_not_claim_that_nothing_is_absent(report: Report) -> None:
    page = text(report, selection=Selection(verdicts=(Verdict.COVERED,)))
    assert "Wat niet gevonden is" not in page
    assert "Elke maatregel is gevonden." not in page
    assert "1 van de 6 maatregelen" in page
    page = text(report, selection=Selection(verdicts=(Verdict.ABSENT,)))
    assert "Wat niet gevonden is" in page
    none = Selection(measures=frozenset({"V1.1a"}), verdicts=(Verdict.OPPOSED,))
    assert "Geen maatregel past bij deze keuze." in text(report, selection=none)


def test_accuracy_comes_from_what_was_measured(report: Report) -> None:
    page = text(replace(report, accuracy=ACCURACY))
    assert "1.469 oordelen over 13 programma's" in page
    assert "79%" in page
    assert "89%" in page
    assert "8 procentpunt" in page
    assert "1 van de 12 keer, en 2 keer ten onrechte" in page
    assert "andere lijst" not in page
    other = replace(report, accuracy=replace(ACCURACY, same_list=False))
    assert "Dit is gemeten met een andere lijst" in text(other)
    assert "Hoe goed zijn de oordelen?" not in text(report)


def test_absent_in_a_partly_read_programme_means_not_on_those_pages(partly_read: Report) -> None:
    page = source(partly_read)
    assert "niet gevonden op de pagina&#39;s die gelezen konden worden" in article(page, "V1.5b")
    assert "4, 9–11" in text(partly_read)


def test_an_unreadable_programme_is_never_shown_as_covering_nothing(
    unreadable: Report, report: Report
) -> None:
    page = text(unreadable)
    assert "Er is geen enkele maatregel beoordeeld" in page
    assert "%" not in page
    assert "niet gevonden" not in page
    together = text(unreadable, report, many=True)
    assert "Samen voor Waterdam (programma's/waterdam.pdf) niet leesbaar" in together


def test_several_programmes_have_an_index_and_names_that_differ(report: Report) -> None:
    other = replace(report, programme=replace(report.programme, path="b.pdf"))
    page = source(report, other, report, many=True)
    html(page.encode())
    assert page.count('<section class="programme"') == 3
    assert "Samen voor Waterdam (b.pdf)" in page
    assert "Samen voor Waterdam (programma&#39;s/waterdam.pdf) #2" in page
    assert page.count("data-filter") == 1 + page.count("[data-filter]")


def test_one_programme_in_several_files_links_to_the_right_one(report: Report) -> None:
    files = (("deel 1.pdf", 10), ("deel 2.pdf", 53))
    whole = replace(report.programme, path="deel 1.pdf + deel 2.pdf", files=files)
    page = source(replace(report, programme=whole))
    assert 'href="deel%202.pdf#page=2">p. 12 (gedrukt 11)</a>' in page
    assert 'href="deel%201.pdf#page=3">p. 3</a>' in page
    assert 'href="deel%201.pdf">deel 1.pdf</a> + <a href="deel%202.pdf">' in page


def test_a_programme_without_pages_is_linked_as_a_whole(report: Report) -> None:
    quote = replace(report.measures[0].judgement.evidence[0], page=1, page_label=None, line=40)
    judged = replace(report.measures[0].judgement, evidence=(quote,))
    measure = replace(report.measures[0], judgement=judged)
    info = replace(report.programme, path="concept.md")
    page = source(replace(report, programme=info, measures=(measure,)))
    assert 'href="concept.md">regel 40</a>' in page


def test_others_can_link_to_a_measure(report: Report) -> None:
    page = source(report)
    assert 'id="p1-m-V1.3a"' in page
    assert 'href="#p1-t-V1"' in page
    odd = replace(report, measures=(replace(report.measures[0], id='" x'),))
    assert 'id="p1-m1"' in source(odd)


def test_it_is_in_english_where_asked_for_and_quotes_stay_dutch(report: Report) -> None:
    page = source(report, language=Language.EN)
    assert '<html lang="en">' in page
    assert "confidence 83%" in page
    assert '<p lang="nl" class="isolate" data-text>“In elke nieuwe wijk' in page


def test_the_policy_allows_the_style_and_script_of_the_page_alone(report: Report) -> None:
    page = source(report)
    css = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    js = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    assert css is not None
    assert js is not None
    policy = content_security_policy(css[1], js[1])
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert policy.replace("'", "&#39;") in page


@pytest.mark.parametrize("kind", [Words, XlsxWords])
def test_both_languages_fill_in_the_same_values(kind: type) -> None:
    ask = words_in if kind is Words else xlsx_words_in
    dutch, english = ask(Language.NL), ask(Language.EN)
    for field in fields(kind):
        one, other = getattr(dutch, field.name), getattr(english, field.name)
        if isinstance(one, dict):
            assert one.keys() == other.keys()
        else:
            names = [{name for _, name, _, _ in Formatter().parse(t)} for t in (one, other)]
            assert names[0] == names[1]
