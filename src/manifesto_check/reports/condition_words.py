"""Conditions and what is left out, in words that all formats and the command line share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from manifesto_check.conditions.model import ConditionKind, Exclusion, Ignored, Outcome
from manifesto_check.counting import Count
from manifesto_check.model import MeasureResult, Report, Verdict
from manifesto_check.reports.change_words import changed_line, lost_line
from manifesto_check.reports.interface import Language, ReportOptions
from manifesto_check.reports.text import percent, percentage, place, printable, quoted
from manifesto_check.reports.texts import texts_in

NAMED = 12
"""How many ids a sentence names at most; it counts the rest."""


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """All words of conditions in one language; filled in with ``str.format``."""

    title: str
    condition: str
    result: str
    met: str
    unmet: str
    coverage: str
    nothing_counts: str
    required: str
    required_unmet: str
    required_unmet_itself: str
    at_least: dict[Verdict, str]
    no_opposed: str
    opposed: str
    no_loss: str
    loss: str
    same_quotes: str
    changed_quotes: str
    not_compared: str
    uncertain: str
    unread: str
    and_more: str
    ignored_title: str
    ignored_how: str
    exclusions: dict[Exclusion, str]
    ignored_line: str
    reason: str


_NL = ConditionWords(
    title="Voorwaarden",
    condition="voorwaarde",
    result="uitkomst",
    met="gehaald",
    unmet="niet gehaald",
    coverage="dekking van {id} is {found}, gevraagd is minstens {least}",
    nothing_counts="van {id} telt geen enkele maatregel mee, gevraagd is een dekking van {least}",
    required="{id} is {verdict}, zoals gevraagd",
    required_unmet="{id} is niet {verdict}, want dit ontbreekt: {measures}",
    required_unmet_itself="{id} is niet {verdict}",
    at_least={Verdict.PARTIAL: "minstens deels gedekt", Verdict.COVERED: "gedekt"},
    no_opposed="geen enkele maatregel is tegengesteld",
    opposed="tegengesteld is: {measures}",
    no_loss="niets is verloren of verzwakt",
    loss="verloren of verzwakt is: {measures}",
    same_quotes="alles wat van een belofte geciteerd werd staat nog in de tekst",
    changed_quotes="wat geciteerd werd staat niet meer zo in de tekst bij: {measures}",
    not_compared="dit programma is met geen enkel eerder rapport vergeleken",
    uncertain="hangt af van {count:een onzeker oordeel|onzekere oordelen}: {measures}",
    unread="het kan op een pagina staan die niet gelezen kon worden",
    and_more="en nog {count}",
    ignored_title="Wat niet meetelt",
    ignored_how="Deze maatregelen tellen op verzoek niet mee in de dekking en de voorwaarden.",
    exclusions={
        Exclusion.IGNORED: "overgeslagen",
        Exclusion.NOT_APPLICABLE: "niet van toepassing",
    },
    ignored_line="telt niet mee ({kind}): {reason}",
    reason="reden",
)
_EN = ConditionWords(
    title="Conditions",
    condition="condition",
    result="result",
    met="met",
    unmet="not met",
    coverage="coverage of {id} is {found}, asked is at least {least}",
    nothing_counts="no measure of {id} counts, asked is a coverage of {least}",
    required="{id} is {verdict}, as asked",
    required_unmet="{id} is not {verdict}, as this is missing: {measures}",
    required_unmet_itself="{id} is not {verdict}",
    at_least={Verdict.PARTIAL: "at least partly covered", Verdict.COVERED: "covered"},
    no_opposed="no measure is opposed",
    opposed="opposed: {measures}",
    no_loss="nothing was lost or weakened",
    loss="lost or weakened: {measures}",
    same_quotes="all that was quoted of a promise still stands in the text",
    changed_quotes="what was quoted does not stand so in the text any more, of: {measures}",
    not_compared="this programme was compared with no earlier report",
    uncertain="depends on {count:an uncertain verdict|uncertain verdicts}: {measures}",
    unread="it may stand on a page that could not be read",
    and_more="and {count} more",
    ignored_title="What does not count",
    ignored_how="On request these measures do not count in coverage and conditions.",
    exclusions={
        Exclusion.IGNORED: "ignored",
        Exclusion.NOT_APPLICABLE: "not applicable",
    },
    ignored_line="does not count ({kind}): {reason}",
    reason="reason",
)
_WORDS = {Language.NL: _NL, Language.EN: _EN}


def condition_words_in(language: Language) -> ConditionWords:
    """Return the words in that language."""
    return _WORDS[language]


def outcome_line(outcome: Outcome, language: Language) -> str:
    """Return what came of a condition, with what a reader must know of it; safe to show."""
    words = condition_words_in(language)
    parts = [_sentence(outcome, language)]
    if outcome.uncertain:
        measures = _named(outcome.uncertain, words, 4)
        count = Count(len(outcome.uncertain))
        parts.append(words.uncertain.format(measures=measures, count=count))
    if outcome.unread:
        parts.append(words.unread)
    return "; ".join(parts)


def _sentence(outcome: Outcome, language: Language) -> str:
    words, condition = condition_words_in(language), outcome.condition
    key = printable(condition.id)
    if condition.least is not None:
        least = percentage(condition.least, language)
        if outcome.coverage is None:
            return words.nothing_counts.format(id=key, least=least)
        found = percentage(round(outcome.coverage, 1), language)
        return words.coverage.format(id=key, found=found, least=least)
    measures = _named(outcome.failing, words)
    if condition.kind is ConditionKind.REQUIRE:
        text = words.required if outcome.met else words.required_unmet
        if outcome.failing == (condition.id,):
            text = words.required_unmet_itself
        verdict = words.at_least[condition.verdict or Verdict.PARTIAL]
        return text.format(id=key, verdict=verdict, measures=measures)
    if condition.kind is ConditionKind.FORBID_OPPOSED:
        return words.no_opposed if outcome.met else words.opposed.format(measures=measures)
    if not outcome.compared:
        return words.not_compared
    if condition.kind is ConditionKind.SAME_QUOTES:
        text = words.same_quotes if outcome.met else words.changed_quotes
    else:
        text = words.no_loss if outcome.met else words.loss
    return text.format(measures=measures)


def failing_lines(outcome: Outcome, report: Report, options: ReportOptions) -> list[str]:
    """Return each measure because of which a condition is not met, on a line; safe to show."""
    if outcome.condition.kind is ConditionKind.NO_LOSS:
        return [lost_line(change, options) for change in report.changes if change.is_loss]
    if outcome.condition.kind is ConditionKind.SAME_QUOTES:
        changed = (change for change in report.changes if change.changed_quotes)
        return [changed_line(change, options) for change in changed]
    found = {measure.id: measure for measure in report.measures}
    return [_measure(found[key], options) for key in outcome.failing if key in found]


def _measure(measure: MeasureResult, options: ReportOptions) -> str:
    texts, judgement = texts_in(options.language), measure.judgement
    sure = percent(judgement.confidence)
    doubt = f", {texts.uncertain}" if options.is_uncertain(judgement) else ""
    verdict = f"{texts.verdicts[judgement.verdict]} ({sure}{doubt})"
    line = f"{printable(measure.id)} {verdict}: {printable(measure.text)}"
    if not judgement.evidence:
        return line
    quote = judgement.evidence[0]
    return f"{line} – {place(quote, texts)}: {quoted(quote.quote)}"


def ignored_line(ignored: Ignored, language: Language) -> str:
    """Return why a measure does not count: ``telt niet mee (overgeslagen): ...``; safe to show."""
    words = condition_words_in(language)
    kind = words.exclusions[ignored.kind]
    return words.ignored_line.format(kind=kind, reason=printable(ignored.reason))


def _named(ids: Sequence[str], words: ConditionWords, most: int = NAMED) -> str:
    shown = ", ".join(printable(key) for key in ids[:most])
    rest = len(ids) - most
    return f"{shown} {words.and_more.format(count=rest)}" if rest > 0 else shown
