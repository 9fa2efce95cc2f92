"""A probability has the same digits in every format, and is never rounded up."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from well_formed import xlsx

from manifesto_check.comparing.comparing import compare
from manifesto_check.comparing.formats.xlsx import XlsxComparison
from manifesto_check.model import Report
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.registry import FormatName, report_format
from manifesto_check.reports.text import cut_share, percent, percentage, uncertain_limit

OPTIONS = ReportOptions()
SHARES = [(0.59996, 0.5999, "59%"), (0.98996, 0.9899, "98%"), (0.83, 0.83, "83%")]


def rendered(report: Report, name: FormatName) -> str:
    return report_format(name).render([report], OPTIONS).decode("utf-8")


@pytest.mark.parametrize(("share", "cut", "shown"), [*SHARES, (1.0, 1.0, "99%"), (0.0, 0.0, "0%")])
def test_probabilities_are_cut(share: float, cut: float, shown: str) -> None:
    assert cut_share(share) == cut
    assert cut_share(cut) == cut
    assert percent(share) == percent(cut) == shown


@pytest.mark.parametrize("tenthousandths", range(0, 10_001, 37))
def test_what_was_cut_stays_as_it_is(tenthousandths: int) -> None:
    share = tenthousandths / 10_000
    assert cut_share(share) == share


@pytest.mark.parametrize(("share", "cut", "shown"), SHARES)
def test_all_formats_have_the_same_digits(
    report: Report, share: float, cut: float, shown: str
) -> None:
    first = report.measures[1]  # it is partial, so that SARIF has a result for it
    changed = replace(first, judgement=replace(first.judgement, confidence=share, p_found=share))
    report = replace(report, measures=(report.measures[0], changed, *report.measures[2:]))
    data = json.loads(rendered(report, FormatName.JSON))["measures"][1]
    assert (data["confidence"], data["p_found"]) == (cut, cut)
    rows = csv.DictReader(io.StringIO(rendered(report, FormatName.CSV)))
    row = next(r for r in rows if r["kind"] == "measure" and r["measure"] == first.id)
    assert (row["confidence"], row["p_found"]) == (str(cut), str(cut))
    results = json.loads(rendered(report, FormatName.SARIF))["runs"][0]["results"]
    found = next(r["properties"] for r in results if r["ruleId"] == first.id)
    assert (found["confidence"], found["p_found"]) == (cut, cut)
    junit = rendered(report, FormatName.JUNIT)
    assert f'name="{first.id}.confidence" value="{cut}"' in junit
    for name in (FormatName.TERMINAL, FormatName.HTML, FormatName.MARKDOWN):
        assert shown in rendered(report, name)


@pytest.mark.parametrize(("share", "cut"), [(share, cut) for share, cut, _ in SHARES])
def test_workbooks_hold_the_number_and_show_all_of_it(
    report: Report, share: float, cut: float
) -> None:
    changed = tuple(
        replace(m, judgement=replace(m.judgement, confidence=share)) for m in report.measures
    )
    report = replace(report, measures=changed)
    book = xlsx(report_format(FormatName.XLSX).render([report], OPTIONS))
    comparison = compare([report, replace(report)], ["A", "B"])
    compared = xlsx(XlsxComparison().render(comparison, OPTIONS))
    for sheet in (book["Maatregelen"], book["V1"], compared["Citaten"]):
        column = [str(c.value).capitalize() for c in sheet[1]].index("Zekerheid")
        cells = [row[column] for row in sheet.iter_rows(min_row=2)]
        assert {cell.value for cell in cells} == {cut}
        assert {cell.number_format for cell in cells} == {"0.00%"}


@pytest.mark.parametrize(("limit", "shown"), [(0.6, "60%"), (0.625, "62,5%"), (0.995, "99,5%")])
def test_the_limit_is_shown_whole(report: Report, limit: float, shown: str) -> None:
    options = ReportOptions(min_confidence=limit)
    assert uncertain_limit(options) == shown
    for name in (FormatName.TERMINAL, FormatName.HTML, FormatName.MARKDOWN):
        text = report_format(name).render([report], options).decode("utf-8")
        assert re.search(rf"[Oo]nder {re.escape(shown)}", text.replace("\\", ""))


def test_percentages_have_no_more_decimals_than_they_need() -> None:
    assert [percentage(v, OPTIONS.language) for v in (60, 62.5, 62.25, 33.3333)] == [
        "60%", "62,5%", "62,25%", "33,33%",
    ]  # fmt: skip
