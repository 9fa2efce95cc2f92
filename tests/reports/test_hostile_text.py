"""Whatever a PDF or a list holds, no format breaks on it or lets it steer the reader's screen."""

import json
import re
from dataclasses import replace

import pytest
from demanding import demanding, difference_of
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from well_formed import (
    CHECKS,
    csv_table,
    github,
    gitlab,
    html,
    junit,
    markdown,
    plain,
    sarif,
    xlsx,
)

from manifesto_check.changes.formats.registry import DifferenceFormatName, difference_format
from manifesto_check.model import (
    Coverage,
    Evidence,
    ExplainedPassage,
    Explanation,
    Judgement,
    MeasureResult,
    ProgrammeInfo,
    Report,
    SourceResult,
    Status,
    ThemeResult,
    Verdict,
)
from manifesto_check.reports.interface import CsvDialect, Language, ReportOptions
from manifesto_check.reports.machine.job_summary import job_summary
from manifesto_check.reports.registry import (
    ExplanationFormatName,
    FormatName,
    explanation_format,
    report_format,
)

HOSTILE = {
    "markup": "[bold red]nep[/bold red] [link=http://x]y[/link] [/]",
    "ansi": "\x1b[31mrood\x1b]8;;http://x\x07link\x1b]8;;\x07 \x9b2J",
    "bidi": "prijs \u202e123\u202c \u2066x\u2069",
    "control": "nul\x00 bel\x07 terug\x08\r\n\x7f",
    "long": "o" * 10_000,
    "surrogate": "half \ud83d teken \udcff",
    "formula": '=HYPERLINK("http://x") @SUM <script>alert(1)</script>',
    "plus": "+1;=1+1;@SUM(A1);-2,=3, @x",
    "tab": "\t=1+1\r=2",
    "full width": "＝1+1",
    "excel escape": "_x003D_1 _x000D_",
    "html": "</script></style><img src=x onerror=alert(1)> --> <!-- ]]> &lt;b&gt; \"'><a href=x>",
    "template": "{{ 7*7 }} {% raw %} {# x #} %s {0}",
    "markdown": "| a | ``` <details> [x](javascript:y) ![i](z) **b** $m$ ~~d~~ \\| \\ ",
    "heading": "# kop",
    "list": "12. lijst - - x",
    "mention": "@jan a@b.nl #12 !3 http://x.nl HTTPS://y www.z.nl mailto:x :smile:",
    "path": "javascript:alert(1)//../%2e%2e/a#b?c.pdf",
    "workflow command": "::error file=x,line=1::nep\n::stop-commands::t ##[add-mask]x %0A%25, :",
    "attachment": "[[ATTACHMENT|/etc/passwd]] [[PROPERTY|a=b]] [[[x]]]",
    "message link": "[klik](javascript:alert(1)) \\[x] [1](2) {0} {{1}} }{ \\",
    "no character": "\ufffe \uffff \U0001fffe",
    "xml": "]]> <![CDATA[x]]> &lt; &#0; <testcase/> <!DOCTYPE x [<!ENTITY y 'z'>]> &y;",
    "sheet": "'[a]:*?/\\'",
    "wide": "漢字" * 500 + "👩‍👩‍👧",
    "empty": "",
}
FORBIDDEN = {chr(code) for code in (*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0))} | set(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
)


def report_of(text: str, verdict: Verdict = Verdict.COVERED) -> Report:
    """Return a report in which every text is the same text."""
    evidence = Evidence(1, 2, text, text, text, 0.5)
    judgement = Judgement(text, verdict, 0.4, 0.9, (evidence, evidence))
    return Report(
        version="0.1.0",
        programme=ProgrammeInfo(text, "a" * 64, 2, 10, Status.PARTLY_READ, (2,), text, text),
        recommendations_path=text,
        recommendations_sha256="b" * 64,
        sources=(SourceResult(text, text, Coverage(1)),),
        themes=(ThemeResult(text, text, text, True, Coverage(1)),),
        measures=(MeasureResult(text, text, text, text, text, True, judgement),),
    )


def explanation_of(text: str) -> Explanation:
    report = report_of(text)
    passage = ExplainedPassage(
        report.measures[0].judgement.evidence[0],
        True,
        ((text, 0.5),),
        ((text, "sentence", text), (text, text, text)),
        (text,),
    )
    return Explanation(report.programme, report.measures[0], (passage,), ((text, 1.0, -0.5),))


def assert_harmless(data: bytes) -> str:
    text = data.decode("utf-8")
    assert not FORBIDDEN & set(text)
    assert text.endswith("\n")
    return text


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("name", FormatName)
def test_every_report_format_is_harmless(name: FormatName, kind: str) -> None:
    report = report_of(HOSTILE[kind])
    unread = replace(report, programme=replace(report.programme, status=Status.UNREADABLE))
    absent = report_of(HOSTILE[kind], Verdict.ABSENT)
    reports = [report, unread, absent]
    for language in Language:
        options = ReportOptions(width=40, language=language, overall=True, verbose=True)
        CHECKS[name](report_format(name).render(reports, options))
    CHECKS[name](report_format(name).render([report], ReportOptions(width=120)))


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("name", FormatName)
def test_what_was_asked_is_harmless_too(name: FormatName, kind: str) -> None:
    report = demanding(report_of(HOSTILE[kind]), HOSTILE[kind])
    for language in Language:
        options = ReportOptions(width=40, language=language, verbose=True, overall=True)
        CHECKS[name](report_format(name).render([report, report], options))
    CHECKS[name](report_format(name).render([report], ReportOptions(width=120)))


DIFFERENCES = {
    DifferenceFormatName.TERMINAL: plain,
    DifferenceFormatName.JSON: plain,
    DifferenceFormatName.HTML: html,
    DifferenceFormatName.MARKDOWN: markdown,
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("name", DifferenceFormatName)
def test_every_format_of_differences_is_harmless(name: DifferenceFormatName, kind: str) -> None:
    difference = difference_of(report_of(HOSTILE[kind]), HOSTILE[kind])
    for language in Language:
        options = ReportOptions(width=40, language=language, verbose=True)
        DIFFERENCES[name](difference_format(name).render(difference, options))
    shown = difference_format(name).render(difference, ReportOptions(width=120))
    DIFFERENCES[name](shown)
    if name is DifferenceFormatName.TERMINAL:
        assert max(map(cell_len, shown.decode("utf-8").split("\n"))) <= 120


@pytest.mark.parametrize("kind", HOSTILE)
def test_csv_for_excel_is_harmless(kind: str) -> None:
    options = ReportOptions(csv_dialect=CsvDialect.EXCEL_NL)
    data = report_format(FormatName.CSV).render([report_of(HOSTILE[kind])], options)
    assert data.startswith(b"\xef\xbb\xbfkind;programme;")
    csv_table(data, ";")


@pytest.mark.parametrize("kind", ["formula", "template", "markdown", "mention", "long", "markup"])
def test_the_text_is_still_there(kind: str) -> None:
    """Harmless, but not lost: a reader sees the quote as it is in the programme."""
    text = " ".join(HOSTILE[kind].split())
    report = report_of(HOSTILE[kind])
    for name, check in ((FormatName.HTML, html), (FormatName.MARKDOWN, markdown)):
        assert text in check(report_format(name).render([report], ReportOptions()))
    book = xlsx(report_format(FormatName.XLSX).render([report], ReportOptions()))
    assert text in {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}


@pytest.mark.parametrize("kind", ["formula", "template", "mention", "long", "xml", "html"])
def test_the_text_is_still_there_for_machines(kind: str) -> None:
    text = " ".join(HOSTILE[kind].split())
    report = report_of(HOSTILE[kind], Verdict.PARTIAL)

    def render(name: FormatName, report: Report = report) -> bytes:
        return report_format(name).render([report], ReportOptions())

    output = junit(render(FormatName.JUNIT)).find(".//system-out")
    assert output is not None
    assert text in (output.text or "")
    (_, result) = sarif(render(FormatName.SARIF))["runs"][0]["results"]
    shown = result["message"]["text"].replace("{{", "{").replace("}}", "}")
    assert text in re.sub(r"\\(.)", r"\1", shown)
    assert text in gitlab(render(FormatName.GITLAB))[1]["description"]
    opposed = report_of(HOSTILE[kind], Verdict.OPPOSED)
    assert any(text in data for _, _, data in github(render(FormatName.GITHUB, opposed)))


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_summary_of_a_job_is_harmless(kind: str) -> None:
    report = report_of(HOSTILE[kind])
    unread = replace(report, programme=replace(report.programme, status=Status.UNREADABLE))
    for limit in (10**9, 3000, 100):
        data = job_summary([report, unread], ReportOptions(), limit)
        assert len(data) <= limit
        if data:
            markdown(data)


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("name", ExplanationFormatName)
def test_every_explanation_format_is_harmless(name: ExplanationFormatName, kind: str) -> None:
    assert_harmless(
        explanation_format(name).explain(explanation_of(HOSTILE[kind]), ReportOptions())
    )


def test_markup_is_shown_and_not_obeyed() -> None:
    render = report_format(FormatName.TERMINAL).render
    text = render([report_of(HOSTILE["markup"])], ReportOptions(width=120)).decode("utf-8")
    assert HOSTILE["markup"] in text


def test_long_words_are_folded_and_none_of_it_is_lost() -> None:
    render = report_format(FormatName.TERMINAL).render
    text = render([report_of(HOSTILE["long"])], ReportOptions(width=60)).decode("utf-8")
    assert max(map(cell_len, text.splitlines())) <= 60
    assert "“" + "o" * 10_000 + "”" in "".join(text.split())


@given(text=st.text(max_size=200), width=st.integers(20, 200), colour=st.booleans())
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_a_format(text: str, width: int, colour: bool) -> None:
    options = ReportOptions(width=width, colour=colour, verbose=True, overall=True)
    terminal = report_format(FormatName.TERMINAL).render([report_of(text)], options)
    if not colour:
        assert max(map(cell_len, assert_harmless(terminal).split("\n"))) <= width
    data = json.loads(report_format(FormatName.JSON).render([report_of(text)], options))
    assert data["measures"][0]["evidence"][0]["quote"] == text
    for name in FormatName:
        if name is not FormatName.TERMINAL:
            CHECKS[name](report_format(name).render([report_of(text)], options))
    for name in ExplanationFormatName:
        explanation_format(name).explain(explanation_of(text), options)


@given(text=st.text(max_size=100), width=st.integers(20, 200))
@settings(max_examples=30, deadline=None)
def test_no_text_breaks_what_was_asked(text: str, width: int) -> None:
    options = ReportOptions(width=width, verbose=True)
    report = demanding(report_of(text), text)
    for name in FormatName:
        data = report_format(name).render([report], options)
        CHECKS[name](data)
        if name is FormatName.TERMINAL:
            assert max(map(cell_len, data.decode("utf-8").split("\n"))) <= width
    for form, check in DIFFERENCES.items():
        check(difference_format(form).render(difference_of(report_of(text), text), options))
