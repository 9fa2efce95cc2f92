from dataclasses import replace

import pytest

from manifesto_check.model import Report, Verdict
from manifesto_check.reports.interface import Language, ReportOptions, Selection
from manifesto_check.reports.machine.findings import (
    DOUBTFUL,
    UNREADABLE,
    Finding,
    Level,
    findings,
    gravest_first,
    level_of,
)


def found(*reports: Report, **options: object) -> list[Finding]:
    return findings(reports, ReportOptions(**options))  # type: ignore[arg-type]


def test_a_verdict_decides_the_level(report: Report) -> None:
    levels = {m.id: level_of(report, m) for m in report.measures}
    assert levels == {
        "V1.1a": Level.PASSED,
        "V1.3a": Level.INFO,
        "V1.5b": Level.NOTICE,
        "V2.1a": Level.NOTICE,
        "N1.2a": Level.WARNING,
        "N2.1a": Level.INFO,  # a measure that does not count asks for no attention
    }


def test_covered_measures_are_not_worth_telling(report: Report) -> None:
    assert [f.rule for f in found(report)] == ["V1.3a", "V1.5b", "V2.1a", "N1.2a", "N2.1a"]


def test_a_selection_narrows(report: Report) -> None:
    chosen = Selection(verdicts=(Verdict.OPPOSED,))
    assert [f.rule for f in found(report, selection=chosen)] == ["N1.2a"]


def test_the_gravest_come_first_and_of_those_the_surest(report: Report, unreadable: Report) -> None:
    order = [f.rule for f in gravest_first(found(report, unreadable))]
    assert order == [UNREADABLE, "N1.2a", "V1.5b", "V2.1a", "N2.1a", "V1.3a"]


def test_a_sentence_tells_verdict_confidence_and_doubt(report: Report) -> None:
    first = found(report)[0]
    assert first.title == "V1.3a: deels"
    assert first.message == (
        "Deels (52%, onzeker): Alle dakloze mensen krijgen urgentie voor een woning."
    )
    english = found(report, language=Language.EN, min_confidence=0.5)[0]
    assert english.message.startswith("Partial (52%): Alle dakloze")


def test_what_was_not_read_is_told_and_limits_what_absent_means(partly_read: Report) -> None:
    first, *rest = found(partly_read)
    assert (first.rule, first.level, first.measure) == (DOUBTFUL, Level.WARNING, None)
    assert "4, 9–11" in first.message
    absent = next(f for f in rest if f.rule == "V1.5b")
    assert absent.message.startswith("Niet gevonden op de pagina's die gelezen konden worden (91%)")


def test_an_unreadable_programme_has_one_finding_and_no_verdict(unreadable: Report) -> None:
    (only,) = found(unreadable)
    assert (only.rule, only.level) == (UNREADABLE, Level.ERROR)
    assert "niet gelezen" in only.message
    assert "afbeeldingen zonder tekst" in only.message


def test_hardly_any_words_are_doubtful(report: Report) -> None:
    short = replace(report, programme=replace(report.programme, words=3))
    assert found(short)[0].rule == DOUBTFUL


def test_a_fingerprint_stays_while_the_verdict_does(report: Report) -> None:
    def moved(quote: str, page: int) -> Report:
        partial = report.measures[1]
        evidence = replace(partial.judgement.evidence[0], quote=quote, page=page)
        judgement = replace(partial.judgement, evidence=(evidence,), confidence=0.7)
        return replace(report, measures=(replace(partial, judgement=judgement),))

    one, other = found(moved("Iets.", 3)), found(moved("Iets anders.", 40))
    assert one[0].fingerprint == other[0].fingerprint
    marks = [f.fingerprint for f in found(report)]
    assert len(set(marks)) == len(marks)
    assert one[0].fingerprint in marks


@pytest.mark.parametrize("change", [{"path": "elders/waterdam.pdf"}, {"path": "b.pdf"}])
def test_another_file_has_other_fingerprints(report: Report, change: dict[str, str]) -> None:
    other = replace(report, programme=replace(report.programme, **change))
    assert not {f.fingerprint for f in found(report)} & {f.fingerprint for f in found(other)}


def test_the_same_file_twice_has_fingerprints_of_its_own(report: Report) -> None:
    marks = [f.fingerprint for f in found(report, report)]
    assert len(set(marks)) == len(marks)
