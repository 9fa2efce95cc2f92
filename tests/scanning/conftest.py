"""What tests of scanning share: a small list and folders of programmes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from scan_helpers import EXAMPLES, LIST

from manifesto_check.scanning.settings import Settings


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    """A list of three measures."""
    path = tmp_path / "lijst.yaml"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def settings(list_file: Path) -> Settings:
    """Settings with the small list."""
    return Settings.load(list_file)


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[int], Path]:
    """Make a folder with this many programmes, no two with the same bytes."""

    def make(number: int) -> Path:
        target = tmp_path / "programmas"
        target.mkdir()
        for index in range(number):
            data = EXAMPLES[index % len(EXAMPLES)].read_bytes()
            (target / f"{index:02}.pdf").write_bytes(data + f"\n% {index}\n".encode())
        return target

    return make
