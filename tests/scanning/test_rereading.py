"""Programmes of a scan read again, where they are still what they were."""

from dataclasses import replace
from pathlib import Path

import pytest

from manifesto_check.checking import read
from manifesto_check.model import ProgrammeInfo, Status
from manifesto_check.scanning.rereading import text_again


@pytest.fixture
def info(tmp_path: Path) -> ProgrammeInfo:
    path = tmp_path / "programma.md"
    path.write_text("# Wonen\n\nWij bouwen honderd woningen voor starters.\n", encoding="utf-8")
    (found,) = read([path])
    return ProgrammeInfo(str(path), found.sha256, 1, found.words, Status.READ)


def test_a_text_is_read_again(info: ProgrammeInfo) -> None:
    found = text_again(info, None)
    assert found is not None
    assert found.blocks[-1].text == "Wij bouwen honderd woningen voor starters."


def test_another_file_or_none_gives_no_text(info: ProgrammeInfo) -> None:
    Path(info.path).write_text("# Wonen\n\nWij bouwen niets.\n", encoding="utf-8")
    assert text_again(info, None) is None
    Path(info.path).unlink()
    assert text_again(info, None) is None


def test_pages_are_not_read_by_ocr_again(info: ProgrammeInfo) -> None:
    assert text_again(replace(info, ocr_pages=(1,)), None) is None
