from dataclasses import replace

from well_formed import github

from manifesto_check.model import Report, Status, Verdict
from manifesto_check.reports.interface import Language, ReportOptions
from manifesto_check.reports.machine.github import SHOWN, GithubFormat, command


def commands(*reports: Report, **options: object) -> list[tuple[str, dict[str, str], str]]:
    return github(GithubFormat().render(reports, ReportOptions(**options)))  # type: ignore[arg-type]


def with_verdicts(report: Report, verdict: Verdict, count: int) -> Report:
    """A report with that many measures of one verdict, each surer than the one before."""
    base = next(m for m in report.measures if m.judgement.verdict is verdict)
    measures = tuple(
        replace(base, id=f"V1.{n}a", judgement=replace(base.judgement, confidence=n / (count + 1)))
        for n in range(1, count + 1)
    )
    return replace(report, measures=measures)


def test_opposed_warns_absent_notices_and_the_rest_is_for_the_summary(report: Report) -> None:
    shown = [(kind, pairs["title"]) for kind, pairs, _ in commands(report)]
    assert shown == [
        ("warning", "N1.2a: tegengesteld"),
        ("notice", "V1.5b: niet gevonden"),
        ("notice", "V2.1a: niet gevonden"),
        ("notice", "manifesto-check"),
    ]


def test_an_annotation_has_file_sentence_and_quote(report: Report) -> None:
    _, pairs, text = commands(report)[0]
    assert pairs["file"] == "programma's/waterdam.pdf"
    assert "line" not in pairs
    sentence, quote = text.split("\n")
    assert sentence.startswith("Tegengesteld (71%): ")
    assert quote == "p. 3: “Wij openen twee extra opvanglocaties in de stad.”"


def test_a_text_has_a_line(report: Report) -> None:
    opposed = report.measures[4]
    evidence = replace(opposed.judgement.evidence[0], line=77)
    judgement = replace(opposed.judgement, evidence=(evidence,))
    lined = replace(report, measures=(replace(opposed, judgement=judgement),))
    assert commands(lined)[0][1]["line"] == "77"


def test_a_file_outside_the_working_directory_is_not_named(report: Report) -> None:
    away = replace(report, programme=replace(report.programme, path="../elders/a.pdf"))
    assert "file" not in commands(away)[0][1]


def test_no_more_annotations_than_github_shows_the_surest_first(report: Report) -> None:
    shown = commands(with_verdicts(report, Verdict.OPPOSED, 14))
    warnings = [(pairs, text) for kind, pairs, text in shown if kind == "warning"]
    assert len(warnings) == SHOWN
    assert [pairs["title"].split(":")[0] for pairs, _ in warnings[:2]] == ["V1.14a", "V1.13a"]
    assert warnings[-1][1] == "En nog 5; de samenvatting van de taak toont alles."
    notices = [kind for kind, _, _ in commands(with_verdicts(report, Verdict.ABSENT, 40))]
    assert notices == ["notice"] * SHOWN


def test_the_last_counts_the_verdicts_that_count(report: Report, unreadable: Report) -> None:
    assert commands(report)[-1][2] == (
        "1 programma; 1 gedekt, 1 deels, 2 niet gevonden, 1 tegengesteld"
    )
    both = commands(report, unreadable, language=Language.EN)[-1][2]
    assert both == "2 programmes; 1 unreadable; 1 covered, 1 partial, 2 not found, 1 opposed"
    assert commands(unreadable)[-1][2] == "1 programma; 1 niet leesbaar"
    uncounted = replace(report, measures=tuple(replace(m, counted=False) for m in report.measures))
    assert "3 niet gevonden" in commands(uncounted)[-1][2]  # none counts, so all are told


def test_an_unreadable_programme_is_an_error(unreadable: Report) -> None:
    assert unreadable.programme.status is Status.UNREADABLE
    kind, pairs, text = commands(unreadable)[0]
    assert (kind, pairs["title"]) == ("error", "Niet leesbaar")
    assert "afbeeldingen zonder tekst" in text


def test_what_github_would_obey_is_escaped() -> None:
    written = command("error", "100%\n::error::x\r\x1b[31m", file="a,b:c%.pdf", line=3)
    assert written == (
        "::error file=a%2Cb%3Ac%25.pdf,line=3::100%25%0A::error::x \N{REPLACEMENT CHARACTER}[31m"
    )


def test_hardly_any_words_are_no_plain_reading(report: Report) -> None:
    few = replace(report, programme=replace(report.programme, words=1))
    kind, pairs, text = commands(few)[0]
    assert (kind, pairs["title"]) == ("warning", "Gelezen, met een kanttekening")
    assert "slechts 1 woord gelezen" in text
    assert commands(few, language=Language.EN)[0][1]["title"] == "Read, with a caveat"
