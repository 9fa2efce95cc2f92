"""A report of the tool itself is never taken for a programme."""

from __future__ import annotations

import pytest

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import Report
from manifesto_check.reports.interface import Language, ReportOptions
from manifesto_check.reports.registry import FormatName, report_format
from manifesto_check.sources.detecting import file_type


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", [FormatName.HTML, FormatName.MARKDOWN])
def test_a_report_is_refused_as_a_programme(
    report: Report, language: Language, name: FormatName
) -> None:
    data = report_format(name).render([report], ReportOptions(language=language))
    with pytest.raises(ProgrammeError) as caught:
        file_type(data, "report")
    assert caught.value.problem is Problem.OWN_REPORT
