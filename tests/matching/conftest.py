"""The Dutch pipeline, loaded once for all tests of matching."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from small_programmes import programme

from manifesto_check.dutch.pipeline import dutch_pipeline
from manifesto_check.matching.corpus import Corpus, build_corpus

if TYPE_CHECKING:
    from spacy.language import Language

Read = Callable[[str], Corpus]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return dutch_pipeline()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Read:
    """Cut a programme of a few lines (see ``small_programmes.programme``) into passages."""
    return lambda text: build_corpus(programme(text), nlp)


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep no vectors in the user's own folder."""
    monkeypatch.setenv("MANIFESTO_CHECK_CACHE", "")
