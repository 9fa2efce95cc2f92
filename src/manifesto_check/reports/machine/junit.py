"""``--format junit``: a test for every measure, a suite for every theme.

In the form of Jenkins' schema ``junit-10.xsd``, which GitLab and other platforms
read too. It has no properties of a test, so they are with its suite.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

from junitparser.junitparser import Error, Failure, FinalResult, Skipped
from junitparser.xunit2 import JUnitXml, TestCase, TestSuite

from manifesto_check.model import MeasureResult, Report, ThemeResult, Verdict
from manifesto_check.reports.condition_words import failing_lines, ignored_line, outcome_line
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.json_format import rounded
from manifesto_check.reports.machine.findings import (
    Level,
    capital,
    left_out,
    level_of,
    programme_level,
    quote_line,
    sentence,
)
from manifesto_check.reports.machine.places import relative
from manifesto_check.reports.machine.words import machine_words
from manifesto_check.reports.narrow import narrowed
from manifesto_check.reports.programme_words import reading_problems
from manifesto_check.reports.text import cut_share, printable
from manifesto_check.reports.texts import texts_in


class JunitFormat:
    """XML of test results; a measure that is opposed fails, one that is absent is skipped."""

    name = "junit"
    extension = ".xml"
    binary = False

    def render(self, reports: Sequence[Report], options: ReportOptions) -> bytes:
        """Return all programmes as one document, without times."""
        document = JUnitXml("manifesto-check")
        # add_testsuite would compare each suite with all others, and merge those of one name.
        document.extend([suite for report in reports for suite in _suites(report, options)])
        document.update_statistics()
        file = io.BytesIO()
        document.write(file, pretty=True)
        return file.getvalue()


def _suites(report: Report, options: ReportOptions) -> Iterator[TestSuite]:
    path = safe(relative(report.programme.path))
    yield _reading(report, path, options)
    shown = narrowed(report, options.selection)
    for theme in shown.themes:
        measures = [measure for measure in shown.measures if measure.theme == theme.id]
        if measures:
            yield _theme(report, theme, measures, path, options)


def _reading(report: Report, path: str, options: ReportOptions) -> TestSuite:
    """Return the suite of the one test that the programme could be read."""
    info = report.programme
    suite = TestSuite(path)
    suite.file = path
    suite.add_property("status", info.status.value)
    suite.add_property("sha256", info.sha256)
    suite.add_property("recommendations", safe(report.recommendations_path))
    suite.add_property("recommendations.sha256", report.recommendations_sha256)
    test = TestCase(machine_words(options.language).reading, path)
    problems = [safe(problem) for problem in reading_problems(info, texts_in(options.language))]
    level = programme_level(info, problems)
    if level is not Level.PASSED:
        kind = Error if level is Level.ERROR else Skipped
        test.append(_result(kind, problems[0], info.status.value, problems))
    suite.add_testcases([test, *_conditions(report, path, options)])
    return suite


def _conditions(report: Report, path: str, options: ReportOptions) -> Iterator[TestCase]:
    """Yield a test for each thing that was asked of the programme."""
    for outcome in report.conditions:
        said = safe(capital(outcome_line(outcome, options.language)))
        test = TestCase(safe(outcome.condition.option), path)
        if not outcome.met:
            lines = map(safe, failing_lines(outcome, report, options))
            test.append(_result(Failure, said, "condition", [said, *lines]))
        test.system_out = said
        yield test


def _theme(
    report: Report,
    theme: ThemeResult,
    measures: Sequence[MeasureResult],
    path: str,
    options: ReportOptions,
) -> TestSuite:
    name = f"{safe(theme.id)} {safe(theme.title)}"
    suite = TestSuite(f"{path}: {name}")
    suite.file = path
    percentage = theme.coverage.percentage if theme.counted else None
    if percentage is not None:
        suite.add_property("coverage", str(rounded(percentage, 1)))
    for measure in measures:
        key = safe(measure.id)
        suite.add_property(f"{key}.verdict", measure.judgement.verdict.value)
        suite.add_property(f"{key}.confidence", str(cut_share(measure.judgement.confidence)))
    # Jenkins makes a package of what stands before the last full stop, a class of the rest.
    group = f"{path}.{name.replace('.', ' ')}"
    suite.add_testcases([_test(report, measure, group, options) for measure in measures])
    return suite


def _test(report: Report, measure: MeasureResult, group: str, options: ReportOptions) -> TestCase:
    texts = texts_in(options.language)
    test = TestCase(f"{safe(measure.id)} {safe(measure.text)}", group)
    said = safe(sentence(measure, report, options))
    evidence = measure.judgement.evidence
    quotes = [safe(quote_line(report.programme, item, texts)) for item in evidence]
    verdict, left = measure.judgement.verdict, left_out(report, measure)
    if level_of(report, measure) <= Level.WARNING:
        test.append(_result(Failure, said, verdict.value, [said, *quotes]))
    elif left is not None:
        test.append(_result(Skipped, safe(ignored_line(left, options.language)), left.kind.value))
    elif verdict in (Verdict.ABSENT, Verdict.OPPOSED):
        test.append(_result(Skipped, said, verdict.value))
    test.system_out = "\n".join([said, *quotes])
    return test


def _result(
    kind: type[FinalResult], message: str, verdict: str, lines: Sequence[str] = ()
) -> FinalResult:
    result = kind(message, verdict)
    if lines:
        result.text = "\n".join(lines)
    return result


def safe(text: str) -> str:
    """Return text on one line that no reader of test results obeys.

    GitLab and a plugin of Jenkins take ``[[ATTACHMENT|path]]`` in the output of a
    test for a file to publish, others ``[[PROPERTY|...]]``.
    """
    return re.sub(r"\[(?=\[)", "[ ", printable(text))
