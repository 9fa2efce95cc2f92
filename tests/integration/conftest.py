"""What the integration tests share: the shared folder, one list and one checker for all."""

from pathlib import Path

import pytest

from manifesto_check.checking import Checker
from manifesto_check.recommendations import load_recommendations

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ``shared`` beside the repository; the test skips where it is not there."""
    folder = ROOT / ".." / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder shared beside the repository")
    return folder


@pytest.fixture(scope="session")
def checker() -> Checker:
    """A checker with the list that ships: loaded once, as it takes most of a test's time."""
    return Checker(load_recommendations())
