from dataclasses import replace

from well_formed import markdown

from manifesto_check.model import Report
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.machine.job_summary import job_summary
from manifesto_check.reports.markdown_format import MarkdownFormat

OPTIONS = ReportOptions(many=True)


def programme(report: Report, number: int) -> Report:
    info = replace(report.programme, title=f"Partij {number}", path=f"{number}.pdf")
    return replace(report, programme=info)


def test_it_is_the_markdown_report_where_that_fits(report: Report) -> None:
    assert job_summary([report], OPTIONS) == MarkdownFormat().render([report], OPTIONS)


def test_what_does_not_fit_is_counted_and_said_to_be_left_out(
    report: Report, unreadable: Report
) -> None:
    reports = [programme(report, number) for number in range(30)]
    reports.append(programme(unreadable, 30))
    whole = MarkdownFormat().render(reports, OPTIONS)
    cut = job_summary(reports, OPTIONS, len(whole) // 2)
    assert len(whole) // 3 < len(cut) <= len(whole) // 2
    text = markdown(cut)
    assert "Partij 29: 1 gedekt, 1 deels, 2 niet gevonden, 1 tegengesteld" in text
    assert "Partij 30: niet leesbaar" in text
    assert "van deze programma's is hier geen plaats" in text


def test_with_next_to_no_room_whole_lines_remain(report: Report) -> None:
    reports = [programme(report, number) for number in range(30)]
    cut = job_summary(reports, OPTIONS, 200)
    assert 0 < len(cut) <= 200
    assert cut.endswith(b"\n")
    assert job_summary(reports, OPTIONS, 5) == b""


def test_links_lead_to_the_repository(report: Report) -> None:
    shown = replace(OPTIONS, link_root="https://code.example/o/r/blob/abc/")
    text = job_summary([report], shown).decode()
    assert "(https://code.example/o/r/blob/abc/programma%27s/waterdam.pdf#page=12)" in text
    quote = replace(report.measures[1].judgement.evidence[0], page=1, line=9)
    judgement = replace(report.measures[1].judgement, evidence=(quote,))
    lined = replace(report, measures=(replace(report.measures[1], judgement=judgement),))
    assert "waterdam.pdf?plain=1#L9)" in job_summary([lined], shown).decode()
