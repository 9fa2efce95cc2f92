"""Which parts are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from ocr_helpers import needs_ocr, without_tesseract

from manifesto_check.ocr.mode import OcrMode
from manifesto_check.ocr.tools import Part, missing, versions
from manifesto_check.scanning.components import components
from manifesto_check.scanning.settings import Settings


@pytest.mark.usefixtures("found_again")
def test_without_tesseract_that_is_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", without_tesseract(tmp_path / "bin"))
    assert missing() == (Part.TESSERACT,)
    assert "tesseract" not in versions()
    assert components(None, OcrMode.AUTO) == components(None)


@pytest.mark.usefixtures("found_again")
def test_a_tesseract_that_does_not_work_counts_as_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert Part.TESSERACT in missing()


@pytest.mark.usefixtures("found_again")
def test_a_tesseract_without_dutch_lacks_dutch(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "tesseract"
    program.write_text('#!/bin/sh\n[ "$1" = --version ] && echo tesseract 5.3.0 || echo eng\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert missing() == (Part.DUTCH,)
    assert versions()["tesseract"] == "5.3.0"


class TestInstalled:
    pytestmark = needs_ocr

    def test_results_of_a_scan_depend_on_it(self, tmp_path: Path) -> None:
        with_ocr = Settings.load(None, ocr=OcrMode.AUTO)
        without = Settings.load(None)
        more = set(with_ocr.description["components"]) - set(without.description["components"])
        assert more == set(Part)
        assert with_ocr.key != without.key

    @pytest.mark.usefixtures("found_again")
    def test_another_kind_of_dutch_for_tesseract_is_told_apart(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        before = versions()[Part.DUTCH]
        (tmp_path / "nld.traineddata").write_bytes(b"trained otherwise")
        monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
        versions.cache_clear()
        assert missing() == ()
        assert versions()[Part.DUTCH] not in (before, "unknown")

    @pytest.mark.usefixtures("found_again")
    def test_a_scan_begins_anew_when_it_is_installed_later(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        now = Settings.load(None, ocr=OcrMode.AUTO).key
        monkeypatch.setenv("PATH", without_tesseract(tmp_path / "bin"))
        missing.cache_clear()
        versions.cache_clear()
        assert Settings.load(None, ocr=OcrMode.AUTO).key != now
