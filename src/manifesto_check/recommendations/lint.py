"""Advice on a list that loads: what makes measures be found badly, or mixed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from manifesto_check.recommendations.lint_phrases import Advice
from manifesto_check.recommendations.lint_words import REFUSALS, STOP_WORDS
from manifesto_check.recommendations.model import Concept, Measure, RecommendationList
from manifesto_check.recommendations.problems import quoted
from manifesto_check.recommendations.text_figures import written_figures
from manifesto_check.telling import Message

MIN_PART = 4  # letters; shorter parts occur inside words of any kind
MAX_TERM_WORDS = 6  # longer phrases hardly ever come together in a sentence
SAME_TEXT = 90.0  # rapidfuzz token_sort_ratio from which two texts say the same


class Severity(StrEnum):
    """Whether a finding is likely a mistake, or only something that could be better."""

    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of advice.

    Attributes:
        measure: the id of the measure; for a shared concept the first that uses it.
        code: what kind of advice, a fixed English word for scripts.
        said: the advice, in whatever language.
        severity: a warning, or only a hint.
    """

    measure: str
    code: str
    said: Message
    severity: Severity = Severity.WARNING

    @property
    def message(self) -> str:
        """The advice in Dutch, on one line."""
        return str(self.said)


def lint(recommendations: RecommendationList) -> tuple[Finding, ...]:
    """Return advice on a list, in the order of its measures.

    Args:
        recommendations: a list that loads.
    """
    measures = recommendations.measures
    findings = [finding for measure in measures for finding in _of_measure(measure)]
    findings += _of_concepts(measures)
    findings += _one_way(measures)
    findings += _alike(measures)
    return in_order(recommendations, findings)


def in_order(
    recommendations: RecommendationList, findings: Iterable[Finding]
) -> tuple[Finding, ...]:
    """Return findings in the order of the list's measures.

    Args:
        recommendations: the list.
        findings: of its measures, from wherever.
    """
    order = {measure.id: place for place, measure in enumerate(recommendations.measures)}
    return tuple(sorted(findings, key=lambda finding: order[finding.measure]))


def _of_measure(measure: Measure) -> Iterator[Finding]:
    if not measure.concepts:
        yield Finding(measure.id, "no-concepts", Message(Advice.NO_CONCEPTS), Severity.HINT)
    elif all(concept.optional for concept in measure.concepts):
        yield Finding(measure.id, "only-optional", Message(Advice.ONLY_OPTIONAL))
    if not measure.examples:
        yield Finding(measure.id, "no-examples", Message(Advice.NO_EXAMPLES), Severity.HINT)
    yield from _of_figures(measure)
    yield from _of_opposite(measure)
    if measure.needed is not None:
        for code, said in _of_words(measure.needed):
            yield Finding(measure.id, code, Message.of(Advice.OF_NEEDED, advice=said))


def _of_opposite(measure: Measure) -> Iterator[Finding]:
    if measure.opposite is None:
        return
    for code, said in _of_words(measure.opposite):
        yield Finding(measure.id, code, Message.of(Advice.OF_OPPOSITE, advice=said))
    for term in measure.opposite_terms:
        refusing = next((word for word in term.lower().split() if word in REFUSALS), None)
        if refusing is not None:
            said = Message.of(Advice.REFUSES, term=quoted(term), word=refusing)
            message = Message.of(Advice.OF_OPPOSITE, advice=said)
            yield Finding(measure.id, "opposite-refuses", message)


def _of_figures(measure: Measure) -> Iterator[Finding]:
    known = {figure.value for figure in measure.figures}
    written = list(written_figures(measure.text))
    for found in written:
        if found.value in known:
            continue
        if found.direction is None:
            message = Message.of(Advice.NO_DIRECTION, written=found.written)
            yield Finding(measure.id, "figure-no-direction", message, Severity.HINT)
        else:
            message = Message.of(Advice.FIGURE_MISSING, written=found.written)
            yield Finding(measure.id, "figure-missing", message, Severity.HINT)
    for figure in measure.figures:
        sides = [one.direction for one in written if one.value == figure.value and one.direction]
        side = next(iter(sides), None)
        if side is not None and side is not figure.direction:
            shown = f"{figure.value:g} {figure.unit}"
            message = Message.of(
                Advice.OTHER_DIRECTION, figure=shown, direction=figure.direction, side=side
            )
            yield Finding(measure.id, "figure-direction", message)


def _of_concepts(measures: Iterable[Measure]) -> Iterator[Finding]:
    """Judge each concept once, however many measures share it."""
    seen: set[tuple[str, tuple[str, ...], tuple[str, ...]]] = set()
    for measure in measures:
        for concept in measure.concepts:
            key = (concept.name, concept.terms, concept.parts)
            if key not in seen:
                seen.add(key)
                for code, said in _of_words(concept):
                    severity = Severity.HINT if concept.optional else Severity.WARNING
                    yield Finding(measure.id, code, of_concept(concept, said), severity)


def of_concept(concept: Concept, advice: Message) -> Message:
    """Return advice on one of the words of a concept as advice on that concept."""
    return Message.of(Advice.OF_CONCEPT, name=quoted(concept.name), advice=advice)


def _of_words(concept: Concept) -> Iterator[tuple[str, Message]]:
    for part in concept.parts:
        if len(part.strip()) < MIN_PART:
            yield "short-part", Message.of(Advice.SHORT_PART, part=quoted(part))
    for term in concept.terms:
        words = term.split()
        if all(word.lower() in STOP_WORDS for word in words):
            yield "stop-word", Message.of(Advice.STOP_WORD, term=quoted(term))
        if len(words) > MAX_TERM_WORDS:
            limit = MAX_TERM_WORDS
            yield "long-term", Message.of(Advice.LONG_TERM, term=quoted(term), limit=limit)
    for kind in (concept.terms, concept.parts):
        counts = Counter(word.casefold() for word in kind)
        for word in (word for word, count in counts.items() if count > 1):
            yield "duplicate-term", Message.of(Advice.DUPLICATE_TERM, word=quoted(word))


def _one_way(measures: Iterable[Measure]) -> Iterator[Finding]:
    """Find measures that name another as related or conflicting, but not the other way round."""
    measures = tuple(measures)
    named: tuple[tuple[str, Callable[[Measure], tuple[str, ...]]], ...] = (
        ("related", lambda measure: measure.related),
        ("conflicts", lambda measure: measure.conflicts),
    )
    for key, references in named:
        pairs = {(measure.id, other) for measure in measures for other in references(measure)}
        for measure, other in sorted(pairs):
            if (other, measure) not in pairs:
                message = Message.of(Advice.ONE_WAY, key=key, measure=measure, other=other)
                yield Finding(measure, f"{key}-one-way", message)


def _alike(measures: tuple[Measure, ...]) -> Iterator[Finding]:
    """Find pairs that nothing tells apart, unless the list says that they are related."""
    from rapidfuzz import fuzz, process

    said = {frozenset((m.id, other)) for m in measures for other in (*m.related, *m.conflicts)}
    texts = [measure.text.casefold() for measure in measures]
    by_concepts: dict[object, list[Measure]] = {}
    for place, measure in enumerate(measures):
        rest = texts[place + 1 :]
        near = process.extract(
            texts[place], rest, scorer=fuzz.token_sort_ratio, score_cutoff=SAME_TEXT, limit=None
        )
        for *_, offset in near:
            other = measures[place + 1 + offset]
            if frozenset((measure.id, other.id)) not in said:
                message = Message.of(Advice.SAME_TEXT, other=other.id)
                yield Finding(measure.id, "same-text", message)
        yield from _same_concepts(measure, by_concepts, said)


def _same_concepts(
    measure: Measure, seen: dict[object, list[Measure]], said: set[frozenset[str]]
) -> Iterator[Finding]:
    words = frozenset(
        (concept.terms, concept.parts) for concept in measure.concepts if not concept.optional
    )
    if not words:
        return
    figures = frozenset((figure.value, figure.unit) for figure in measure.figures)
    group = seen.setdefault((words, measure.wants, figures), [])
    for other in group:
        if frozenset((measure.id, other.id)) not in said:
            message = Message.of(Advice.SAME_CONCEPTS, other=other.id)
            yield Finding(measure.id, "same-concepts", message)
    group.append(measure)
