from xml.etree.ElementTree import Element

import pytest
from well_formed import junit

from manifesto_check.model import Report, Verdict
from manifesto_check.reports.interface import Language, ReportOptions, Selection
from manifesto_check.reports.machine.junit import JunitFormat


def parsed(*reports: Report, **options: object) -> Element:
    return junit(JunitFormat().render(reports, ReportOptions(**options)))  # type: ignore[arg-type]


def outcomes(root: Element) -> dict[str, str]:
    """What came of each test, by the first word of its name."""
    return {
        (case.get("name") or "").split()[0]: next(
            (part.tag for part in case if part.tag != "system-out"), "passed"
        )
        for case in root.iter("testcase")
    }


def test_there_is_a_suite_for_each_theme_and_a_test_for_each_measure(report: Report) -> None:
    root = parsed(report)
    path = "programma's/waterdam.pdf"
    assert [suite.get("name") for suite in root] == [
        path,
        f"{path}: V1 Dakloosheid en wonen",
        f"{path}: V2 Veilig thuis",
        f"{path}: N1 Wonen als basis",
        f"{path}: N2 Lijnen zonder uitwerking",
    ]
    names = [case.get("name") for case in root[1].findall("testcase")]
    assert names[2] == "V1.5b Boetes voor buiten slapen worden afgeschaft."
    classes = {case.get("classname") for case in root[1].findall("testcase")}
    assert classes == {f"{path}.V1 Dakloosheid en wonen"}


def test_opposed_fails_absent_is_skipped_and_what_is_found_passes(report: Report) -> None:
    assert outcomes(parsed(report)) == {
        "Het": "passed",
        "V1.1a": "passed",
        "V1.3a": "passed",
        "V1.5b": "skipped",
        "V2.1a": "skipped",
        "N1.2a": "failure",
        "N2.1a": "skipped",
    }


def test_a_failure_shows_the_quote_and_its_page(report: Report) -> None:
    failure = parsed(report).find(".//failure")
    assert failure is not None
    assert failure.get("type") == "opposed"
    assert failure.get("message", "").startswith("Tegengesteld (71%): Minder plekken")
    assert "p. 3: “Wij openen twee extra opvanglocaties in de stad.”" in (failure.text or "")


def test_a_test_that_passes_shows_its_quotes(report: Report) -> None:
    output = parsed(report)[1].findall("testcase")[0].find("system-out")
    assert output is not None
    first, second, third = (output.text or "").split("\n")
    assert first.startswith("Gedekt (83%): ")
    assert second.startswith("p. 12 (gedrukt 11): “In elke nieuwe wijk")
    assert third == "p. 14–15: “Sociale huur blijft sociale huur.”"


def test_properties_hold_verdict_and_confidence(report: Report) -> None:
    root = parsed(report)
    values = {p.get("name"): p.get("value") for p in root[1].iter("property")}
    assert values == {
        "coverage": "50.0",
        "V1.1a.verdict": "covered",
        "V1.1a.confidence": "0.83",
        "V1.3a.verdict": "partial",
        "V1.3a.confidence": "0.52",
        "V1.5b.verdict": "absent",
        "V1.5b.confidence": "0.91",
    }
    assert next(p.get("name") for p in root[4].iter("property")) == "N2.1a.verdict"
    about = {p.get("name"): p.get("value") for p in root[0].iter("property")}
    assert about["status"] == "read"
    assert about["recommendations"] == "recommendations.yaml"


def test_an_unreadable_programme_is_an_error_and_nothing_else(unreadable: Report) -> None:
    root = parsed(unreadable)
    assert (root.get("tests"), root.get("errors")) == ("1", "1")
    error = root.find(".//error")
    assert error is not None
    assert error.get("type") == "unreadable"
    assert "afbeeldingen zonder tekst" in (error.text or "")


def test_a_partly_read_programme_is_a_skipped_test(partly_read: Report) -> None:
    root = parsed(partly_read)
    skipped = root[0].find("testcase/skipped")
    assert skipped is not None
    assert "4, 9–11" in skipped.get("message", "")
    absent = root[1].find("testcase/skipped")
    assert absent is not None
    assert "op de pagina's die gelezen konden worden" in absent.get("message", "")


def test_several_programmes_are_in_one_document(report: Report, unreadable: Report) -> None:
    root = parsed(report, unreadable, report)
    assert len(root) == 5 + 1 + 5


@pytest.mark.parametrize("language", Language)
def test_a_selection_narrows_in_any_language(report: Report, language: Language) -> None:
    chosen = Selection(verdicts=(Verdict.OPPOSED,))
    root = parsed(report, selection=chosen, language=language)
    assert list(outcomes(root).values()) == ["passed", "failure"]


def test_no_programmes_are_an_empty_document() -> None:
    assert len(parsed()) == 0
