"""What holds of every report, shown on programmes of random structure."""

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from generated import HEADINGS, SENTENCES, Layout, Section, as_pdf, layouts, sections
from hypothesis import HealthCheck, Phase, event, given, settings

from manifesto_check.checking import Checker, read
from manifesto_check.model import Evidence, MeasureResult, Report, Status, Verdict
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.registry import FormatName, report_format

ROUNDING = 1e-6


@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # making a failing programme smaller would take minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sections=sections, layout=layouts)
def test_a_report_holds_what_it_promises(
    sections: list[Section], layout: Layout, tmp_path: Path, checker: Checker
) -> None:
    pdf = tmp_path / "programma.pdf"
    pdf.write_bytes(as_pdf(sections, layout))

    report = check(pdf, checker)

    assert report.programme.status is Status.READ
    assert report.programme.words >= 0.9 * sum(map(words_of, sections))
    assert len(report.measures) == len(checker.recommendations.measures)
    pages = pages_of(pdf)
    for measure in report.measures:
        check_verdict(measure)
        for evidence in measure.judgement.evidence:
            check_evidence(evidence, pages)
    assert as_json(report) == as_json(check(pdf, checker))
    event(f"quotes: {sum(len(m.judgement.evidence) for m in report.measures) // 20 * 20}+")


def check_verdict(measure: MeasureResult) -> None:
    judgement = measure.judgement
    assert (judgement.verdict is Verdict.ABSENT) == (not judgement.evidence), measure
    assert 0 <= judgement.p_found <= 1
    assert 0 <= judgement.confidence <= 1
    is_found = judgement.verdict in {Verdict.COVERED, Verdict.PARTIAL}
    chance = judgement.p_found if is_found else 1 - judgement.p_found
    assert judgement.confidence <= chance + ROUNDING, measure
    texts = [evidence.quote for evidence in judgement.evidence]
    assert len(texts) == len(set(texts)), measure


def check_evidence(evidence: Evidence, pages: Sequence[str]) -> None:
    assert 0 <= evidence.score <= 1
    assert len(evidence.quote.split()) <= 60
    assert evidence.page <= evidence.page_end <= evidence.page + 1
    assert set(evidence.section.split(" › ")) <= {*HEADINGS, ""}, evidence
    assert stands_in(pages, evidence), evidence


def stands_in(pages: Sequence[str], evidence: Evidence) -> bool:
    """Say whether a quote is literally on its page, or begins there and ends on ``page_end``."""
    first, last, quote = pages[evidence.page - 1], pages[evidence.page_end - 1], evidence.quote
    if evidence.page == evidence.page_end:
        return quote in first
    spaces = [place for place, letter in enumerate(quote) if letter == " "]
    return any(quote[:cut] in first and quote[cut + 1 :] in last for cut in spaces)


def pages_of(pdf: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [" ".join(text.split()) for text in texts]


def words_of(section: Section) -> int:
    texts = [section.heading, *section.paragraphs, *section.bullets]
    return sum(len(text.split()) for text in texts)


def check(pdf: Path, checker: Checker) -> Report:
    (programme,) = read([pdf])
    return checker.check(programme)


def as_json(report: Report) -> bytes:
    return report_format(FormatName.JSON).render([report], ReportOptions())


def test_the_sentences_lead_to_verdicts(tmp_path: Path, checker: Checker) -> None:
    """Without this the test above could hold because no measure is ever found."""
    pdf = tmp_path / "programma.pdf"
    section = Section("Wonen", ["Dit is wat wij voor onze gemeente willen:"], SENTENCES)
    pdf.write_bytes(as_pdf([section], Layout(columns=1, size=11.0, furniture=False)))
    verdicts = [m.judgement.verdict for m in check(pdf, checker).measures]
    assert len(verdicts) - verdicts.count(Verdict.ABSENT) >= 8
