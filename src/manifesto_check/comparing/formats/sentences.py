"""The sentences of comparisons that all formats share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from manifesto_check.comparing.alone import doubts_of, least_chance
from manifesto_check.comparing.differences import interval
from manifesto_check.comparing.formats.words import Words, words_in
from manifesto_check.comparing.model import Comparison, CoverageRow, Estimate, MeasureRow, Party
from manifesto_check.counting import Count
from manifesto_check.reports.condition_words import (
    condition_words_in,
    ignored_line,
    outcome_line,
)
from manifesto_check.reports.interface import FEW_WORDS, Language, ReportOptions
from manifesto_check.reports.text import number, pages_told, percent, printable
from manifesto_check.reports.texts import reason_in, texts_in


def title_of(comparison: Comparison, words: Words) -> str:
    """Return how many programmes are compared."""
    return words.title.format(count=Count(len(comparison.parties)))


def cautions_of(comparison: Comparison, language: Language) -> list[str]:
    """Return what must be known of programmes that were not, or only partly, read; safe to show."""
    words, texts = words_in(language), texts_in(language)
    cautions = []
    for party in comparison.parties:
        info = party.report.programme
        if not party.is_readable:
            known = info.reason or texts.unreadable_reason_unknown
            reason = printable(reason_in(known, language)).rstrip(".")
            cautions.append(words.unreadable.format(party=party.name, reason=reason))
        elif party.is_partly_read:
            pages = pages_told(info.unreadable_pages)
            cautions.append(words.partly_read.format(party=party.name, **pages))
        if party.is_readable and info.ocr_pages:
            pages = pages_told(info.ocr_pages)
            cautions.append(words.read_by_ocr.format(party=party.name, **pages))
        if party.has_few_words:
            few = words.few_words.format(party=party.name, least=FEW_WORDS, words=info.words)
            cautions.append(few)
    cautions += [*_unmet(comparison, language), *left_out(comparison, language)]
    if not comparison.readable:
        cautions.append(words.all_unreadable)
    elif len(comparison.readable) == 1:
        cautions.append(words.one_readable)
    return cautions


def _unmet(comparison: Comparison, language: Language) -> list[str]:
    """Return which conditions are not met by whom."""
    words = condition_words_in(language)
    return [
        f"{party.name}: {words.condition} {words.unmet}: {outcome_line(outcome, language)}"
        for party in comparison.readable
        for outcome in party.report.conditions
        if not outcome.met
    ]


def left_out(comparison: Comparison, language: Language) -> list[str]:
    """Return which measures count for nobody, and why; safe to show."""
    lines = {
        ignored.measure: f"{printable(ignored.measure)} {ignored_line(ignored, language)}"
        for party in reversed(comparison.readable)
        for ignored in party.report.ignored
    }
    return [lines[m.id] for m in comparison.measures if m.id in lines]


def how_to_read(comparison: Comparison, options: ReportOptions) -> list[str]:
    """Return how the figures are to be read."""
    language = options.language
    words, texts = words_in(language), texts_in(language)
    limit = number(100 * options.min_confidence, language)
    wide = words.how_wide.format(
        theme=number(mean_width(comparison.themes), language),
        source=number(mean_width(comparison.sources), language),
    )
    return [
        texts.how_coverage_counts,
        f"{words.how_margin} {wide}",
        words.how_clear,
        *([words.how_pairs] if len(comparison.readable) > 2 else []),
        words.how_no_ranking,
        texts.how_to_doubt,
        words.how_uncertain.format(limit=limit),
    ]


def mean_width(rows: Sequence[CoverageRow]) -> float:
    """Return how wide the margins of all coverages in some rows are, in percentage points."""
    margins = [interval(estimate) for row in rows for estimate in row.estimates.values()]
    return sum(high - low for low, high in margins) / len(margins) if margins else 0.0


def margin_words(estimate: Estimate, language: Language) -> str:
    """Return between which percentages a coverage lies: ``28–50``."""
    return "–".join(number(end, language) for end in interval(estimate))


@dataclass(frozen=True, slots=True)
class AloneSection:
    """Measures that one party promises alone, surely or perhaps, under a heading."""

    title: str
    how: str
    measures: tuple[MeasureRow, ...]


def alone_sections(comparison: Comparison, options: ReportOptions) -> tuple[AloneSection, ...]:
    """Return what only one party promises, and if there is any, what perhaps only one does."""
    words = words_in(options.language)
    found = [measure for measure in comparison.measures if measure.alone is not None]
    maybe = tuple(measure for measure in found if doubts_of(measure, options))
    sure = tuple(measure for measure in found if measure not in maybe)
    sections = [AloneSection(words.alone, words.alone_how if sure else words.alone_none, sure)]
    if maybe:
        limit = number(100 * least_chance(options), options.language)
        how = words.maybe_how.format(limit=limit)
        sections.append(AloneSection(words.maybe_alone, how, maybe))
    return tuple(sections)


def alone_words(measure: MeasureRow, comparison: Comparison, options: ReportOptions) -> str:
    """Return who alone promises a measure, how likely, and what makes it doubtful.

    It is empty where nobody does.
    """
    if measure.alone is None or measure.p_alone is None:
        return ""
    words = words_in(options.language)
    doubts = alone_doubts(measure, options)
    verdict = measure.judgements[measure.alone].verdict
    line = (words.maybe_line if doubts_of(measure, options) else words.alone_line).format(
        party=comparison.name_of(measure.alone),
        verdict=texts_in(options.language).verdicts[verdict],
        chance=percent(measure.p_alone),
    )
    return f"{line}: {doubts}" if doubts else line


def alone_doubts(measure: MeasureRow, options: ReportOptions) -> str:
    """Return in words what makes it doubtful that a party is the only one; not its chance."""
    words = words_in(options.language).doubts
    return "; ".join(words[one] for one in doubts_of(measure, options) if one in words)


def with_star(party: Party) -> str:
    """Return a party's name, with a star where its programme was only partly read."""
    return f"{party.name}*" if party.is_partly_read else party.name
