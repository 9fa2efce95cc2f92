"""Files that cannot be read: each gives one line that says what is wrong and what to do."""

from __future__ import annotations

import contextlib
import os
import pickle
import sys

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from make_pdfs import LAYOUTS
from make_unreadable import encrypted

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import Programme
from manifesto_check.sources import read_programme
from manifesto_check.sources.pdf import PdfSource

WHOLE = LAYOUTS["headings"]()


def fails(path, **options) -> str:
    with pytest.raises(ProgrammeError) as caught:
        read_programme(path, **options)
    message = str(caught.value)
    assert caught.value.exit_code == 3
    assert message.startswith(str(path))
    assert "\n" not in message
    return message


def test_missing_file(tmp_path):
    assert "bestaat niet" in fails(tmp_path / "weg.pdf")


def test_directory(tmp_path):
    assert "een map" in fails(tmp_path)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "leeg"),
        (b"Gewone tekst, geen PDF.", "geen PDF"),
        (b"PK\x03\x04 een Word-bestand", "ZIP-bestand is beschadigd"),
        (WHOLE[: len(WHOLE) // 10], "beschadigd of onvolledig"),
        (b"%PDF-1.7\n" + b"\x00" * 500, "beschadigd of onvolledig"),
    ],
)
def test_wrong_content(tmp_path, data, message):
    path = tmp_path / "programma.pdf"
    path.write_bytes(data)
    assert message in fails(path)


def test_encrypted(tmp_path):
    path = tmp_path / "geheim.pdf"
    path.write_bytes(encrypted("linde"))
    assert "--password" in fails(path)
    assert "klopt niet" in fails(path, password="eik")
    assert read_programme(path, password="linde").blocks


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs a user that can be refused"
)
def test_no_permission(tmp_path):
    path = tmp_path / "dicht.pdf"
    path.write_bytes(WHOLE)
    path.chmod(0)
    assert "leesrechten" in fails(path)


def test_an_error_keeps_its_problem_on_its_way_from_another_process():
    error = ProgrammeError.of(Problem.TOO_MANY_PAGES, "{a}.pdf", limit=3)
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.problem) == (str(error), Problem.TOO_MANY_PAGES)
    assert copy.values == {"path": "{a}.pdf", "limit": "3"}
    assert str(copy).startswith("{a}.pdf: deze PDF heeft meer dan 3 pagina's")


def test_bytes_before_the_header_do_no_harm(tmp_path):
    path = tmp_path / "mail.pdf"
    path.write_bytes(b"\xef\xbb\xbf\n" + WHOLE)
    assert read_programme(path).blocks


def test_too_many_pages(monkeypatch, tmp_path):
    monkeypatch.setattr("manifesto_check.sources.pdf.reader.MAX_PAGES", 3)
    path = tmp_path / "dik.pdf"
    path.write_bytes(LAYOUTS["running_titles"]())
    assert "meer dan 3 pagina's" in fails(path)


def test_too_much_text(monkeypatch, tmp_path):
    monkeypatch.setattr("manifesto_check.sources.pdf.reader.MAX_CHARS", 1000)
    path = tmp_path / "vol.pdf"
    path.write_bytes(LAYOUTS["running_titles"]())
    assert "tekens" in fails(path)


@settings(max_examples=40, deadline=None, derandomize=True, phases=[Phase.generate])
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=60))
def test_damaged_bytes_end_as_programme_or_error(changes):
    data = bytearray(WHOLE)
    for place, value in changes:
        data[place] = value
    with contextlib.suppress(ProgrammeError):
        assert isinstance(PdfSource().read(bytes(data), "x.pdf"), Programme)
