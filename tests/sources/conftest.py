"""What the tests of the sources share: a PDF of ``make_pdfs`` as a programme."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from make_pdfs import LAYOUTS

from manifesto_check.model import Programme
from manifesto_check.sources import read_programme

Reading = Callable[[str], Programme]


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """A function that makes the PDF of a layout problem and reads it."""

    def read(name: str) -> Programme:
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(LAYOUTS[name]())
        return read_programme(path)

    return read
