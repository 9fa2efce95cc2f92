import pytest
from well_formed import markdown

from manifesto_check.model import Report
from manifesto_check.reports.interface import Language, ReportOptions, Selection
from manifesto_check.reports.markdown_format import MarkdownFormat
from manifesto_check.reports.markdown_text import escaped, escaped_html


def source(*reports: Report, **options: object) -> str:
    data = MarkdownFormat().render(reports, ReportOptions(**options))  # type: ignore[arg-type]
    markdown(data)
    return data.decode("utf-8")


def test_coverage_is_a_table(report: Report) -> None:
    lines = source(report).splitlines()
    assert lines[0] == "# Samen voor Waterdam"
    assert "|  | dekking | ● gedekt | ◐ deels | ○ niet gevonden | ✗ tegengesteld |" in lines
    assert "| V1 Dakloosheid en wonen | **50,0%** | 1 | 1 | 1 | 0 |" in lines
    assert "| N2 Lijnen zonder uitwerking | niet meegeteld | – | – | – | – |" in lines


def test_a_theme_unfolds_to_its_measures_with_quote_and_link(report: Report) -> None:
    page = source(report)
    assert "<summary><b>V1 Dakloosheid en wonen</b> – 50,0%</summary>\n\n| oordeel |" in page
    row = next(line for line in page.splitlines() if "V1.1a" in line)
    assert row.startswith("| ●&nbsp;**gedekt** 83% | **V1.1a** Bij nieuwbouw")
    assert "<br>[p. 12 (gedrukt 11)](programma%27s/waterdam.pdf#page=12): “In elke" in row
    assert row.endswith(r"\+1 |")
    assert "Sociale huur blijft sociale huur." not in page
    assert "Sociale huur blijft sociale huur." in source(report, verbose=True)


def test_uncertain_and_absent_are_said(report: Report, partly_read: Report) -> None:
    rows = source(report).splitlines()
    assert any("**deels** 52% _onzeker_" in row for row in rows)
    assert any("**niet&nbsp;gevonden** 91% | **V1.5b**" in row for row in rows)
    assert "niet gevonden op de pagina's die gelezen konden worden" in source(partly_read)


def test_an_unreadable_programme_has_no_table(unreadable: Report) -> None:
    page = source(unreadable)
    assert "> **Dit programma kon niet gelezen worden." in page
    assert "|" not in page
    assert "%" not in page


def test_selection_overall_and_language(report: Report) -> None:
    chosen = Selection(measures=frozenset({"V1.3a"}))
    page = source(report, selection=chosen, overall=True, language=Language.EN)
    assert "**All sources together** | **30.0%**" in page
    assert "V1.1a" not in page
    assert "No measure matches" in source(
        report, selection=Selection(measures=frozenset()), language=Language.EN
    )
    assert source() == "Er is geen programma om over te berichten.\n"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a|b", r"a\|b"),
        ("- a - b", r"\- a - b"),
        ("1. a", r"1\. a"),
        ("2024 a. b", "2024 a. b"),
        ("# a # b", r"\# a # b"),
        ("<b> & &amp;", r"\<b\> &amp; &amp;amp;"),
        ("@jan", "@<!-- -->jan"),
        ("bel #12 of !3", "bel #<!-- -->12 of !<!-- -->3"),
        ("https://x.nl", "https:<!-- -->//x.nl"),
        ("www.x.nl", "www<!-- -->.x.nl"),
        ("*a* _b_ `c` ~d~ $e$", r"\*a\* \_b\_ \`c\` \~d\~ \$e\$"),
    ],
)
def test_nothing_is_obeyed(text: str, safe: str) -> None:
    assert escaped(text) == safe


def test_inside_tags_html_is_escaped() -> None:
    assert escaped_html("<b> @jan & *a*") == "&lt;b&gt; @<!-- -->jan &amp; *a*"
