"""Conditions, changes and what does not count, laid out as HTML pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from manifesto_check.changes.model import Change, ChangeKind
from manifesto_check.model import Evidence, Judgement, ProgrammeInfo, Report
from manifesto_check.reports.change_words import FOLDED, change_words_in, moved_words, notes_of
from manifesto_check.reports.condition_words import (
    condition_words_in,
    failing_lines,
    ignored_line,
    outcome_line,
)
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.links import evidence_link


@dataclass(frozen=True, slots=True)
class ConditionView:
    """A condition in words; ``failing`` are the measures because of which it is not met."""

    met: bool
    result: str
    line: str
    option: str
    failing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkedQuote:
    """A quote; ``link`` opens the programme where it stands, None where that is not known."""

    evidence: Evidence
    link: str | None


@dataclass(frozen=True, slots=True)
class VersionView:
    """What one version of a programme says of a measure."""

    title: str
    judgement: Judgement
    uncertain: bool
    quotes: tuple[LinkedQuote, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A measure that changed, with both versions; ``moved`` where it only moved."""

    id: str
    text: str
    notes: tuple[str, ...]
    moved: str
    sides: tuple[VersionView, VersionView]
    source: str
    theme: str


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """All changes of one kind."""

    kind: str
    title: str
    is_loss: bool
    folded: bool
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class IgnoredView:
    """A measure that does not count, and why."""

    id: str
    text: str
    line: str


def condition_views(report: Report, options: ReportOptions) -> tuple[ConditionView, ...]:
    """Lay out what was asked, and whether it is so."""
    words = condition_words_in(options.language)
    return tuple(
        ConditionView(
            met=outcome.met,
            result=words.met if outcome.met else words.unmet,
            line=outcome_line(outcome, options.language),
            option=outcome.condition.option,
            failing=() if outcome.met else tuple(failing_lines(outcome, report, options)),
        )
        for outcome in report.conditions
    )


def ignored_views(report: Report, options: ReportOptions) -> tuple[IgnoredView, ...]:
    """Lay out what does not count."""
    texts = {measure.id: measure.text for measure in report.measures}
    return tuple(
        IgnoredView(one.measure, texts.get(one.measure, ""), ignored_line(one, options.language))
        for one in report.ignored
    )


def change_groups(
    changes: Sequence[Change],
    options: ReportOptions,
    old: ProgrammeInfo | None,
    new: ProgrammeInfo,
) -> tuple[ChangeGroup, ...]:
    """Lay out changes by kind, the gravest first.

    Args:
        changes: of one programme.
        options: language, and what is uncertain.
        old: where old quotes link to; None where the old file is not known.
        new: where new quotes link to.
    """
    words = change_words_in(options.language)
    groups = []
    for kind in ChangeKind:
        these = [change for change in changes if change.kind is kind]
        if these:
            views = tuple(_change(change, options, old, new) for change in these)
            folded = kind in FOLDED
            groups.append(
                ChangeGroup(kind.value, words.kinds[kind], these[0].is_loss, folded, views)
            )
    return tuple(groups)


def _change(
    change: Change, options: ReportOptions, old: ProgrammeInfo | None, new: ProgrammeInfo
) -> ChangeView:
    words = change_words_in(options.language)
    is_moved = change.kind is ChangeKind.MOVED
    return ChangeView(
        id=change.measure.id,
        text=change.measure.text,
        notes=tuple(notes_of(change, options)),
        moved=moved_words(change, options.language) if is_moved else "",
        sides=(
            _version(words.old, (change.old, change.old_quotes), options, old),
            _version(words.new, (change.new, change.new_quotes), options, new),
        ),
        source=change.measure.source,
        theme=change.measure.theme,
    )


def _version(
    title: str,
    found: tuple[Judgement, Sequence[Evidence]],
    options: ReportOptions,
    info: ProgrammeInfo | None,
) -> VersionView:
    judgement, quotes = found
    return VersionView(
        title=title,
        judgement=judgement,
        uncertain=options.is_uncertain(judgement),
        quotes=tuple(
            LinkedQuote(
                evidence, None if info is None else evidence_link(info, evidence, options.folder)
            )
            for evidence in quotes
        ),
    )
