"""The sheets of a workbook on conditions, changes and what does not count."""

from __future__ import annotations

from collections.abc import Sequence

from manifesto_check.changes.model import Change
from manifesto_check.model import Evidence, Report
from manifesto_check.reports.cells import Cell
from manifesto_check.reports.change_words import change_words_in, notes_of
from manifesto_check.reports.condition_words import (
    condition_words_in,
    failing_lines,
    outcome_line,
)
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.programme_words import different_names
from manifesto_check.reports.sheets import Column, Sheet
from manifesto_check.reports.text import place
from manifesto_check.reports.texts import texts_in
from manifesto_check.reports.xlsx_words import xlsx_words_in


def demand_sheets(reports: Sequence[Report], options: ReportOptions) -> list[Sheet]:
    """Return a sheet for each of the three, where there is something to show."""
    named = list(
        zip(different_names([report.programme for report in reports]), reports, strict=True)
    )
    sheets = (_conditions(named, options), _changes(named, options), _ignored(named, options))
    return [sheet for sheet in sheets if sheet.rows]


Named = Sequence[tuple[str, Report]]


def _conditions(named: Named, options: ReportOptions) -> Sheet:
    words, general = condition_words_in(options.language), xlsx_words_in(options.language)
    rows: list[list[Cell]] = [
        [
            name,
            outcome.condition.option,
            words.met if outcome.met else words.unmet,
            outcome_line(outcome, options.language),
            "" if outcome.met else " | ".join(failing_lines(outcome, report, options)),
        ]
        for name, report in named
        for outcome in report.conditions
    ]
    columns = [
        Column(general.programme, 24),
        Column(words.condition.capitalize(), 28),
        Column(words.result.capitalize(), 13),
        Column(general.note, 60),
        Column(general.measures, 90),
    ]
    return Sheet(words.title, columns, rows)


def _changes(named: Named, options: ReportOptions) -> Sheet:
    words, general = change_words_in(options.language), xlsx_words_in(options.language)
    rows = [
        [name, *_change(change, options)] for name, report in named for change in report.changes
    ]
    columns = [
        Column(general.programme, 24),
        Column(general.measure, 11),
        Column(general.text, 45),
        Column(words.change.capitalize(), 15),
        Column(words.old.capitalize(), 15, verdicts=True),
        Column(words.new.capitalize(), 15, verdicts=True),
        Column(f"{general.quote} {words.old}", 60),
        Column(f"{general.quote} {words.new}", 60),
        Column(general.note, 40),
        Column(texts_in(options.language).uncertain.capitalize(), 10),
    ]
    return Sheet(words.title, columns, rows)


def _change(change: Change, options: ReportOptions) -> list[Cell]:
    texts = texts_in(options.language)
    names = texts.verdicts
    return [
        change.measure.id,
        change.measure.text,
        change_words_in(options.language).kinds[change.kind],
        names[change.old.verdict],
        names[change.new.verdict],
        _quote(change.old_quotes, options),
        _quote(change.new_quotes, options),
        "; ".join(notes_of(change, options)),
        texts.uncertain if change.is_uncertain(options.min_confidence) else None,
    ]


def _quote(evidence: Sequence[Evidence], options: ReportOptions) -> str | None:
    if not evidence:
        return None
    return f"{place(evidence[0], texts_in(options.language))}: {evidence[0].quote}"


def _ignored(named: Named, options: ReportOptions) -> Sheet:
    words, general = condition_words_in(options.language), xlsx_words_in(options.language)
    rows: list[list[Cell]] = [
        [name, ignored.measure, words.exclusions[ignored.kind], ignored.reason]
        for name, report in named
        for ignored in report.ignored
    ]
    columns = [
        Column(general.programme, 24),
        Column(general.measure, 11),
        Column(general.kind, 18),
        Column(words.reason.capitalize(), 80),
    ]
    return Sheet(words.ignored_title, columns, rows)
