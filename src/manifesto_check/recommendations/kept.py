"""Lists that were read before, kept as JSON: to read their YAML takes a quarter of a second."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO, Any

from manifesto_check.keeping import (
    Kind,
    cache_folder,
    checked,
    digest_of_code,
    keep_few,
    kept_name,
    read_checked,
)
from manifesto_check.recommendations.model import RecommendationList

_CODE = ("recommendations/*.py",)
_LIBRARIES = ("pydantic", "pyyaml")


def kept_list(digest: str) -> RecommendationList | None:
    """Return a list that is kept, None where it is not.

    Args:
        digest: the sha256 of its file. What was kept has the path that the list had then.
    """
    path = _path(digest)
    content = None if path is None else read_checked(path)
    if content is None:
        return None
    with suppress(ValueError):
        kept: RecommendationList = _adapter().validate_json(content)
        return kept if kept.sha256 == digest else None
    return None


def keep_list(found: RecommendationList) -> None:
    """Keep a list, where there is a cache folder that can be written to."""
    path = _path(found.sha256)
    if path is not None:
        content = checked(_adapter().dump_json(found))

        def write(file: IO[bytes]) -> None:
            file.write(content)

        with suppress(OSError):
            keep_few(path, write)


def _path(digest: str) -> Path | None:
    folder = cache_folder()
    if folder is None:
        return None
    return folder / kept_name(Kind.READ, f"{digest} {digest_of_code(_CODE, _LIBRARIES)}", "json")


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(RecommendationList)
