"""What is installed is found out once; tests that change PATH find it out again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from manifesto_check.ocr import tools


@pytest.fixture
def found_again() -> Iterator[None]:
    """Forget what is installed, before and after."""
    tools.missing.cache_clear()
    tools.versions.cache_clear()
    yield
    tools.missing.cache_clear()
    tools.versions.cache_clear()
