from dataclasses import replace
from pathlib import Path

import pytest

from manifesto_check.model import ProgrammeInfo, Report
from manifesto_check.reports.interface import Language
from manifesto_check.reports.machine.places import Place, place_of, relative
from manifesto_check.reports.texts import texts_in

NL = texts_in(Language.NL)


def test_a_quote_of_a_pdf_has_a_page(report: Report) -> None:
    evidence = report.measures[0].judgement.evidence[0]
    assert place_of(report.programme, evidence, NL) == Place(
        "programma's/waterdam.pdf",
        "programma%27s/waterdam.pdf",
        None,
        12,
        "p. 12 (gedrukt 11)",
    )


def test_a_quote_of_a_text_has_a_line(report: Report) -> None:
    evidence = replace(report.measures[0].judgement.evidence[0], page=1, page_label=None, line=240)
    place = place_of(report.programme, evidence, NL)
    assert (place.line, place.page, place.words) == (240, None, "regel 240")


def test_without_a_quote_it_is_the_file(report: Report) -> None:
    place = place_of(report.programme, None, NL)
    assert (place.path, place.line, place.page, place.words) == (
        "programma's/waterdam.pdf", None, None, "",
    )  # fmt: skip


def test_of_several_files_it_is_the_one_with_the_page(info: ProgrammeInfo, report: Report) -> None:
    evidence = replace(report.measures[0].judgement.evidence[0], page=12)
    place = place_of(info, evidence, NL)
    assert (place.path, place.page) == ("deel 2.pdf", 2)
    assert place_of(info, None, NL).path == "deel 1.pdf"


@pytest.fixture
def info(report: Report) -> ProgrammeInfo:
    files = (("deel 1.pdf", 10), ("deel 2.pdf", 20))
    return replace(report.programme, path="deel 1.pdf + deel 2.pdf", files=files)


def test_paths_are_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "werk").mkdir()
    monkeypatch.chdir(tmp_path / "werk")
    assert relative(str(tmp_path / "werk" / "map" / "a.pdf")) == "map/a.pdf"
    assert relative("./map/../b.pdf") == "b.pdf"
    assert relative(str(tmp_path / "a.pdf")) == "../a.pdf"
    assert relative("") == ""
