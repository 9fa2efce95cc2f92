"""spaCy, imported without its command line, and the parts of it that the pipeline is made of.

``import spacy`` imports all of its commands for one function, ``spacy.info``: a
third of the time, and some 350 modules (HTTP clients, typer) that nothing here
uses. An empty module stands in for them meanwhile. Whoever asks for
``spacy.cli`` later gets the real one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["Doc", "Dutch", "Language", "Span", "Tokenizer", "attrs", "spacy", "util"]

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def _info(*args: Any, **options: Any) -> Any:
    """Do what ``spacy.info`` does."""
    from spacy.cli.info import info

    return info(*args, **options)


@contextmanager
def _without_commands() -> Iterator[None]:
    package, module = (ModuleType(name) for name in _COMMANDS)
    package.__path__ = []
    module.__dict__["info"] = _info
    sys.modules.update(zip(_COMMANDS, (package, module), strict=True))
    try:
        yield
    finally:
        for name in _COMMANDS:
            sys.modules.pop(name, None)


def _import_spacy() -> None:
    if "spacy" in sys.modules:
        return
    try:
        with _without_commands():
            import_module("spacy")
    except ImportError:  # a version that needs more of them
        import_module("spacy")


_import_spacy()

import spacy  # noqa: E402
from spacy import attrs, util  # noqa: E402
from spacy.lang.nl import Dutch  # noqa: E402
from spacy.language import Language  # noqa: E402
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # noqa: E402
from spacy.tokens import Doc, Span  # noqa: E402
