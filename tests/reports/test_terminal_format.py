from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from rich.cells import cell_len

from manifesto_check.model import Reason, Report, Verdict
from manifesto_check.reports.interface import Language, ReportOptions, Selection
from manifesto_check.reports.terminal_format import TerminalFormat
from manifesto_check.reports.terminal_layout import bar
from manifesto_check.reports.texts import reason_in


def shown(reports: Report | Sequence[Report], **options: Any) -> str:
    many = [reports] if isinstance(reports, Report) else reports
    return TerminalFormat().render(many, ReportOptions(**options)).decode("utf-8")


def row(text: str, key: str) -> str:
    """Return the line on which a measure begins."""
    return next(line for line in text.splitlines() if f" {key} " in line)


def folded(text: str) -> str:
    return " ".join(text.split())


def test_the_head_names_the_programme_and_how_much_was_read(report: Report) -> None:
    lines = shown(report).splitlines()
    assert lines[:3] == [
        "Samen voor Waterdam",
        "programma's/waterdam.pdf",
        "63 pagina's · 26.321 woorden · gelezen",
    ]


def test_a_measure_has_verdict_confidence_text_and_first_quote_with_page(report: Report) -> None:
    text = shown(report)
    assert row(text, "V1.1a").split()[:4] == ["●", "gedekt", "V1.1a", "83%"]
    assert "p. 12 (gedrukt 11): “In elke nieuwe wijk bouwen wij" in text
    assert "procent sociale huur.” +1" in folded(text)
    assert "p. 12: “Dakloze gezinnen krijgen voorrang bij een woning.”\n" in text
    assert "Sociale huur blijft" not in text


def test_verbose_shows_all_evidence_with_section_and_score(report: Report) -> None:
    text = shown(report, verbose=True)
    assert "p. 14–15: “Sociale huur blijft sociale huur.”" in text
    assert "onder Wonen › Huren in Waterdam · score 0,60" in text
    assert "--verbose" not in text


def test_every_verdict_has_a_sign_and_a_word(report: Report) -> None:
    text = shown(report)
    for key, words in {
        "V1.3a": "◐ deels",
        "V1.5b": "○ niet gevonden",
        "N1.2a": "✗ tegengesteld",
    }.items():
        assert row(text, key).startswith(words)


def test_an_uncertain_verdict_is_marked_in_words(report: Report) -> None:
    lines = shown(report).splitlines()
    after = lines[lines.index(row("\n".join(lines), "V1.3a")) + 1]
    assert after.split()[0] == "onzeker"
    assert "onzeker" not in shown(report, min_confidence=0.0).split("────")[-4]


def test_coverage_stands_beside_its_counts(report: Report) -> None:
    text = shown(report)
    line = next(line for line in text.splitlines() if line.startswith("V1 "))
    assert line.split()[-5:] == ["50,0%", "1", "1", "1", "0"]


def test_a_theme_that_is_only_named_is_shown_and_not_counted(report: Report) -> None:
    text = shown(report)
    assert "Lijnen zonder uitwerking  niet meegeteld" in text
    assert row(text, "N2.1a").startswith("○ niet gevonden")


def test_no_figure_over_all_sources_unless_asked_for(report: Report) -> None:
    assert "30,0%" not in shown(report)
    assert "30,0%" in shown(report, overall=True)


def test_partly_read_says_which_pages_and_what_absent_means(partly_read: Report) -> None:
    text = folded(shown(partly_read))
    assert "alleen een afbeelding: 4, 9–11." in text
    assert text.count("niet gevonden op de pagina's die gelezen konden worden") == 3


def test_unreadable_says_why_and_what_to_do_and_shows_no_measure(unreadable: Report) -> None:
    text = folded(shown(unreadable))
    assert "De pagina's zijn afbeeldingen zonder tekst." in text
    assert "OCR" in text
    assert "%" not in text
    assert "niet gevonden" not in text


def test_ocr_is_advised_once(unreadable: Report) -> None:
    info = replace(unreadable.programme, reason=Reason.NO_TEXT)
    for language in Language:
        text = shown(replace(unreadable, programme=info), language=language)
        assert text.count("OCR") == 1


def test_every_reason_is_told_in_english(unreadable: Report) -> None:
    for reason in Reason:
        info = replace(unreadable.programme, reason=reason.value)
        text = folded(shown(replace(unreadable, programme=info), language=Language.EN, width=300))
        assert reason_in(reason, Language.EN)[1:] in text
        assert reason.value not in text
        assert reason_in(reason, Language.NL) == reason.value


def test_the_legend_says_what_the_percentage_beside_a_verdict_is(report: Report) -> None:
    lines = shown(report).splitlines()
    legend = next(place for place, line in enumerate(lines) if line.startswith("● gedekt"))
    assert lines[legend + 1] == "% bij een maatregel: de kans dat het oordeel klopt"


@pytest.mark.parametrize(
    ("words", "warning"),
    [(1, "slechts 1 woord gelezen"), (99, "slechts 99 woorden gelezen"), (100, None)],
)
def test_hardly_any_words_is_a_warning(report: Report, words: int, warning: str | None) -> None:
    text = folded(shown(replace(report, programme=replace(report.programme, words=words))))
    assert warning in text if warning else "slechts" not in text


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("Wij bouwen.", "“Wij bouwen.”"),
        ("“Wij bouwen.”", "‘“Wij bouwen.”’"),
        ("Zeg „ja” tegen bouwen.", "‘Zeg „ja” tegen bouwen.’"),
        ("“Zeg ‘ja’ tegen bouwen.”", "«“Zeg ‘ja’ tegen bouwen.”»"),
        ("Wij bouwen foto’s.", "“Wij bouwen foto’s.”"),
    ],
)
def test_quotation_marks_are_not_doubled(report: Report, quote: str, printed: str) -> None:
    first = report.measures[0]
    evidence = replace(first.judgement.evidence[0], quote=quote)
    measure = replace(first, judgement=replace(first.judgement, evidence=(evidence,)))
    assert f": {printed}\n" in shown(replace(report, measures=(measure,)))


def test_english(partly_read: Report) -> None:
    text = folded(shown(partly_read, language=Language.EN))
    assert "26,321 words · partly read" in text
    assert "p. 12 (printed 11)" in text
    assert "not found on the pages that were read" in text
    assert "37.5%" in text


def test_narrowing_hides_themes_but_not_their_coverage(report: Report) -> None:
    text = shown(report, selection=Selection(measures=frozenset({"V1.5b"})))
    assert "50,0%" in text
    assert "V1.1a" not in text
    assert "Veilig thuis" not in text


def test_a_selection_that_fits_nothing_says_so(report: Report) -> None:
    only = Selection(measures=frozenset({"V2.1a"}), verdicts=(Verdict.COVERED,))
    assert "Geen maatregel past bij deze keuze." in shown(report, selection=only)


def test_several_reports_stand_one_after_another_with_one_footer(
    report: Report, unreadable: Report
) -> None:
    text = shown([report, unreadable])
    assert text.count("Samen voor Waterdam") == 2
    assert text.count("Dekking: gemiddelde") == 1


@pytest.mark.parametrize("width", [20, 40, 60, 75, 76, 100, 160, 200])
@pytest.mark.parametrize("verbose", [False, True])
def test_no_line_is_wider_than_the_terminal_and_nothing_is_lost(
    partly_read: Report, width: int, verbose: bool
) -> None:
    text = shown(partly_read, width=width, verbose=verbose, overall=True)
    assert max(cell_len(line) for line in text.splitlines()) <= width
    words = set(text.split())
    for measure in partly_read.measures:
        expected = {measure.id, *(w for w in measure.text.split() if len(w) < 12)}
        assert expected <= words


def test_colours_only_when_asked_for(report: Report) -> None:
    assert "\x1b" not in shown(report)
    assert "\x1b[32m●" in shown(report, colour=True)


@pytest.mark.parametrize(
    ("percentage", "picture"),
    [(0, "░░░░"), (1, "█░░░"), (50, "██░░"), (99.9, "███░"), (100, "████")],
)
def test_a_bar_is_empty_only_at_0_and_full_only_at_100(percentage: float, picture: str) -> None:
    assert bar(percentage, 4).plain == picture


@pytest.mark.parametrize("width", [40, 55, 56, 100])
def test_a_sign_and_its_word_stay_together(report: Report, width: int) -> None:
    lines = TerminalFormat().render([report], ReportOptions(width=width)).decode("utf-8")
    legend = [line for line in lines.splitlines() if line.startswith(("● gedekt ", "○ niet gev"))]
    assert "✗ tegengesteld" in "".join(legend[:2])
