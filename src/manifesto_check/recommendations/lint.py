"""Advice on a list that loads: what makes measures be found badly, or mixed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from manifesto_check.recommendations.lint_words import REFUSALS, STOP_WORDS
from manifesto_check.recommendations.model import Concept, Measure, RecommendationList
from manifesto_check.recommendations.problems import quoted
from manifesto_check.recommendations.text_figures import written_figures

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
        message: Dutch, one line.
        severity: a warning, or only a hint.
    """

    measure: str
    code: str
    message: str
    severity: Severity = Severity.WARNING


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
        message = "geen begrippen (concepts); ze worden afgeleid uit de tekst"
        yield Finding(measure.id, "no-concepts", message, Severity.HINT)
    elif all(concept.optional for concept in measure.concepts):
        message = "alle begrippen zijn optional; er hoeft dus geen enkel begrip voor te komen"
        yield Finding(measure.id, "only-optional", message)
    if not measure.examples:
        message = "geen voorbeeldzinnen (examples); die helpen om andere woorden te herkennen"
        yield Finding(measure.id, "no-examples", message, Severity.HINT)
    yield from _of_figures(measure)
    yield from _of_opposite(measure)


def _of_opposite(measure: Measure) -> Iterator[Finding]:
    if measure.opposite is None:
        return
    for code, message in _of_words(measure.opposite):
        yield Finding(measure.id, code, f"opposite_terms: {message}")
    for term in measure.opposite_terms:
        refusing = next((word for word in term.lower().split() if word in REFUSALS), None)
        if refusing is not None:
            message = (
                f"opposite_terms: {quoted(term)} wijst zelf al iets af ({refusing}); noem wat de "
                "tegenstander wil"
            )
            yield Finding(measure.id, "opposite-refuses", message)


def _of_figures(measure: Measure) -> Iterator[Finding]:
    known = {figure.value for figure in measure.figures}
    written = list(written_figures(measure.text))
    for found in written:
        if found.value in known:
            continue
        if found.direction is None:
            message = (
                f"het getal {found.written} in de tekst heeft geen richting: schrijf 'minstens' of "
                "'hooguit' in de tekst, of zet het bij figures met direction at_least of at_most"
            )
            yield Finding(measure.id, "figure-no-direction", message, Severity.HINT)
        else:
            message = f"het getal {found.written} uit de tekst staat niet bij figures"
            yield Finding(measure.id, "figure-missing", message, Severity.HINT)
    for figure in measure.figures:
        sides = [one.direction for one in written if one.value == figure.value and one.direction]
        side = next(iter(sides), None)
        if side is not None and side is not figure.direction:
            message = (
                f"figures: {figure.value:g} {figure.unit} is {figure.direction}, "
                f"maar de tekst zegt {side}"
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
                for code, message in _of_words(concept):
                    shown = f"begrip {quoted(concept.name)}: {message}"
                    severity = Severity.HINT if concept.optional else Severity.WARNING
                    yield Finding(measure.id, code, shown, severity)


def _of_words(concept: Concept) -> Iterator[tuple[str, str]]:
    for part in concept.parts:
        if len(part.strip()) < MIN_PART:
            yield "short-part", f"deel {quoted(part)} is zo kort dat het in elk soort woord past"
    for term in concept.terms:
        words = term.split()
        if all(word.lower() in STOP_WORDS for word in words):
            yield "stop-word", f"woord {quoted(term)} is zo gewoon dat het overal staat"
        if len(words) > MAX_TERM_WORDS:
            yield "long-term", f"{quoted(term)} is langer dan {MAX_TERM_WORDS} woorden"
    for kind in (concept.terms, concept.parts):
        counts = Counter(word.casefold() for word in kind)
        for word in (word for word, count in counts.items() if count > 1):
            yield "duplicate-term", f"{quoted(word)} staat er meer dan eens"


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
                message = f"{key}: {measure} staat niet bij {key} van {other}"
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
                message = f"bijna dezelfde tekst als {other.id}; zet ze bij elkaars related"
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
            message = f"dezelfde begrippen als {other.id}; niets houdt deze maatregelen uit elkaar"
            yield Finding(measure.id, "same-concepts", message)
    group.append(measure)
