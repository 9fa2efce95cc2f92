"""What a platform is told of a programme: how grave each thing is, and in what words.

This is the one place that decides what fails a test or asks for attention.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from manifesto_check.conditions.model import ConditionKind, Ignored, Outcome
from manifesto_check.model import Evidence, MeasureResult, ProgrammeInfo, Report, Status, Verdict
from manifesto_check.reports.change_words import changed_line, lost_line
from manifesto_check.reports.condition_words import failing_lines, outcome_line
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.machine.places import Place, place_of, relative
from manifesto_check.reports.machine.words import machine_words
from manifesto_check.reports.narrow import narrowed
from manifesto_check.reports.programme_words import reading_problems
from manifesto_check.reports.text import percent, printable, quoted
from manifesto_check.reports.texts import Texts, texts_in

UNREADABLE = "programme/unreadable"
"""The rule that a programme can be read; no measure has a slash in its id."""

DOUBTFUL = "programme/doubtful"
"""The rule that all of a programme is read, and that it is no mere handful of words."""


UNMET = "programme/condition"
"""The rule that what the user asked of the programme is so."""


class Level(IntEnum):
    """How grave a finding is, the gravest first."""

    ERROR = 0
    """A programme is unreadable, or what the user asked for is not so."""
    WARNING = 1
    """The programme opposes the measure, or was only partly read."""
    NOTICE = 2
    """The measure was not found: by itself no fault of a programme."""
    INFO = 3
    """The measure is there in part, or does not count."""
    PASSED = 4
    """The measure is covered."""


_LEVELS = {
    Verdict.OPPOSED: Level.WARNING,
    Verdict.ABSENT: Level.NOTICE,
    Verdict.PARTIAL: Level.INFO,
    Verdict.COVERED: Level.PASSED,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell. All its words are safe to show on one line.

    Attributes:
        level: how grave it is.
        rule: the id of the measure, or one of the rules of this module; as it is.
        title: a few words, such as ``V1.3a: niet gevonden``.
        message: the sentence that tells it.
        place: where the best quote stands, else the programme's file.
        measure: what it is about; None for the programme itself.
        report: of the programme.
        fingerprint: tells it from all other findings, and is the same next time
            as long as the verdict is, wherever the quote has moved to.
    """

    level: Level
    rule: str
    title: str
    message: str
    place: Place
    measure: MeasureResult | None
    report: Report
    fingerprint: str

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The quotes, best first."""
        return () if self.measure is None else self.measure.judgement.evidence


def level_of(report: Report, measure: MeasureResult) -> Level:
    """Return how grave the verdict on a measure is.

    The gravest where a condition fails because of it; nothing where it was left out.
    """
    if any(measure.id in outcome.failing for outcome in unmet(report)):
        return Level.ERROR
    if left_out(report, measure) is not None:
        return Level.PASSED
    level = _LEVELS[measure.judgement.verdict]
    return level if measure.counted else max(level, Level.INFO)


def unmet(report: Report) -> list[Outcome]:
    """Return the conditions that are not met."""
    return [outcome for outcome in report.conditions if not outcome.met]


def left_out(report: Report, measure: MeasureResult) -> Ignored | None:
    """Return why a measure counts nowhere, where it was left out."""
    return next((left for left in report.ignored if left.measure == measure.id), None)


def findings(reports: Sequence[Report], options: ReportOptions) -> list[Finding]:
    """Return all that is worth telling, in the order of the reports and of the list.

    Covered measures are left out; so is what the user did not select.
    """
    maker = _Maker(options)
    return [finding for report in reports for finding in maker.findings(report)]


def gravest_first(found: Sequence[Finding]) -> list[Finding]:
    """Return findings by level, and within a level the surest first."""

    def weight(finding: Finding) -> tuple[Level, float]:
        measure = finding.measure
        return finding.level, -1.0 if measure is None else -measure.judgement.confidence

    return sorted(found, key=weight)


def programme_level(info: ProgrammeInfo, problems: Sequence[str]) -> Level:
    """Return how grave it is what was not read of a programme, if anything."""
    if info.status is Status.UNREADABLE:
        return Level.ERROR
    return Level.WARNING if problems else Level.PASSED


def sentence(measure: MeasureResult, report: Report, options: ReportOptions) -> str:
    """Return a verdict as a sentence: ``Niet gevonden (91%): Boetes worden afgeschaft.``."""
    texts, judgement = texts_in(options.language), measure.judgement
    sure = percent(judgement.confidence)
    if options.is_uncertain(judgement):
        sure = f"{sure}, {texts.uncertain}"
    word = texts.verdicts[judgement.verdict]
    partly = report.programme.status is Status.PARTLY_READ
    if judgement.verdict is Verdict.ABSENT and partly:
        word = texts.absent_on_read_pages
    told = f"{capital(word)} ({sure}): {printable(measure.text)}"
    # The programme does not have it any more, so that only the earlier report can quote it.
    return " ".join([told, *_gone(measure, report, options)])


def _gone(measure: MeasureResult, report: Report, options: ReportOptions) -> Iterator[str]:
    """Yield what was lost of a measure, or which quotes of it are gone where that was asked."""
    asked = any(
        outcome.condition.kind is ConditionKind.SAME_QUOTES and measure.id in outcome.failing
        for outcome in report.conditions
    )
    for change in report.changes:
        if change.measure.id == measure.id and change.is_loss:
            yield lost_line(change, options)
        elif change.measure.id == measure.id and asked:
            yield changed_line(change, options)


def quote_line(info: ProgrammeInfo, evidence: Evidence, texts: Texts) -> str:
    """Return a quote behind its place: ``p. 12: “...”``."""
    return f"{place_of(info, evidence, texts).words}: {quoted(evidence.quote)}"


def capital(text: str) -> str:
    """Return text that begins with a capital."""
    return text[:1].upper() + text[1:]


class _Maker:
    """Makes findings, and sees to it that no two fingerprints are the same."""

    def __init__(self, options: ReportOptions) -> None:
        self._options = options
        self._texts = texts_in(options.language)
        self._seen: Counter[str] = Counter()

    def findings(self, report: Report) -> Iterator[Finding]:
        info = report.programme
        problems = reading_problems(info, self._texts)
        if problems:
            level = programme_level(info, problems)
            rule = UNREADABLE if level is Level.ERROR else DOUBTFUL
            title = capital(self._texts.statuses[info.status])
            if info.status is Status.READ:  # by OCR, or hardly any words: no reason to rest assured
                title = machine_words(self._options.language).doubtful
            yield self._finding(report, level, rule, title, " ".join(problems))
        for outcome in unmet(report):
            option = printable(outcome.condition.option)
            told = [
                f"{capital(outcome_line(outcome, self._options.language))} ({option})",
                *failing_lines(outcome, report, self._options),
            ]
            yield self._finding(report, Level.ERROR, UNMET, option, "; ".join(told), asked=option)
        for measure in narrowed(report, self._options.selection).measures:
            level = level_of(report, measure)
            if level is Level.PASSED:
                continue
            word = self._texts.verdicts[measure.judgement.verdict]
            title = f"{printable(measure.id)}: {word}"
            text = sentence(measure, report, self._options)
            yield self._finding(report, level, measure.id, title, text, measure)

    def _finding(
        self,
        report: Report,
        level: Level,
        rule: str,
        title: str,
        message: str,
        measure: MeasureResult | None = None,
        asked: str = "",
    ) -> Finding:
        best = measure.judgement.evidence[:1] if measure is not None else ()
        place = place_of(report.programme, best[0] if best else None, self._texts)
        verdict = measure.judgement.verdict.value if measure is not None else asked
        mark = self._fingerprint(relative(report.programme.path), rule, verdict)
        return Finding(level, rule, title, message, place, measure, report, mark)

    def _fingerprint(self, *parts: str) -> str:
        data = "\0".join(parts).encode("utf-8", "surrogatepass")
        digest = hashlib.sha256(data).hexdigest()
        self._seen[digest] += 1
        return f"{digest}:{self._seen[digest]}"
