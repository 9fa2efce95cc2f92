"""OCR in its own processes: nothing is left of it, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import psutil
import pytest
from ocr_helpers import EXAMPLE, needs_ocr, scanned

from manifesto_check.ocr.process import recognise

pytestmark = needs_ocr
ASK = """
import sys
from manifesto_check.ocr.process import recognise
print("begins", flush=True)
recognise(open(sys.argv[1], "rb").read(), 6, 2)
"""


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files of whatever is started."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.fixture
def asking(tmp_path: Path, temp: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that waits for OCR of six pages, at work."""
    pictures = tmp_path / "pictures.pdf"
    pictures.write_bytes(scanned(EXAMPLE.read_bytes(), tuple(range(6)), dpi=250))
    asking = subprocess.Popen(
        [sys.executable, "-c", ASK, str(pictures)], stdout=subprocess.PIPE, text=True
    )
    _wait(lambda: any("tesseract" in name for name in _at_work(temp)), 60)
    yield asking
    asking.kill()
    asking.wait()


def _at_work(temp: Path) -> list[str]:
    """The names of the processes whose temporary files stand in that folder."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("TMPDIR", "").startswith(str(temp)):
                found.append(" ".join(process.cmdline()[:3]))
        except psutil.Error:
            continue
    return found


def _wait(is_so: object, seconds: float) -> None:
    ends = monotonic() + seconds
    while not is_so():  # type: ignore[operator]
        assert monotonic() < ends
        sleep(0.05)


def test_a_text_layer_comes_back_and_nothing_stays(temp: Path) -> None:
    layer = recognise(scanned(EXAMPLE.read_bytes(), (1,)), 1, 1)
    assert layer is not None
    assert layer.startswith(b"%PDF-")
    assert list(temp.iterdir()) == []
    assert _at_work(temp) == []


def test_what_is_no_pdf_gives_nothing(temp: Path) -> None:
    assert recognise(b"%PDF-1.7 no", 1, 1) is None
    assert list(temp.iterdir()) == []


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_outlives_who_asked(
    asking: subprocess.Popen[str], temp: Path, how: signal.Signals
) -> None:
    assert list(temp.iterdir())
    os.kill(asking.pid, how)
    asking.wait(timeout=20)
    _wait(lambda: not _at_work(temp), 20)
    _wait(lambda: not list(temp.iterdir()), 5)
