"""Loading a recommendations file: bytes to nodes to a checked list."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import manifesto_check
from manifesto_check.recommendations.model import RecommendationList
from manifesto_check.recommendations.phrases import Phrase
from manifesto_check.recommendations.problems import ListError, Problem, RecommendationsFileError

if TYPE_CHECKING:
    from manifesto_check.recommendations.nodes import Node
    from manifesto_check.recommendations.schema import FileModel

MAX_BYTES = 20_000_000
SHIPPED_NAME = "recommendations.yaml"


def load_recommendations(path: str | Path | None = None) -> RecommendationList:
    """Load a list of recommendations.

    Args:
        path: a YAML file as ``docs/recommendations-format.md`` describes; None
            for the list that ships with the tool.

    Returns:
        The list. Its ``path`` is the path as given, or only the file's name
        for the list that ships, so that reports do not depend on the machine.

    Raises:
        RecommendationsFileError: something in the file is not as the format
            says; holds all problems.
        ListError: the file cannot be read at all.
    """
    shown, data = read_list(path)
    return parse_recommendations(data, shown)


def read_list(path: str | Path | None = None) -> tuple[str, bytes]:
    """Return how to name a list in reports, and the bytes of its file.

    Args:
        path: as for :func:`load_recommendations`.

    Raises:
        ListError: the file cannot be read.
    """
    shown = SHIPPED_NAME if path is None else str(path)
    return shown, _read(shipped_path() if path is None else Path(path), shown)


def shipped_path() -> Path:
    """Return the path of the list that ships: inside the wheel, or in the checkout."""
    package = Path(manifesto_check.__file__).parent
    inside = package / "data" / SHIPPED_NAME
    return inside if inside.is_file() else package.parents[1] / "data" / SHIPPED_NAME


def parse_recommendations(data: bytes, path: str) -> RecommendationList:
    """Read a list from the bytes of a file.

    A list without mistakes is kept in the cache folder as it was read, in a form that takes a
    tenth of the time.

    Args:
        data: the YAML text, UTF-8.
        path: how to name the file in messages and in the result.

    Raises:
        RecommendationsFileError: something is not as the format says; holds all problems.
    """
    from manifesto_check.recommendations.kept import keep_list, kept_list

    digest = hashlib.sha256(data).hexdigest()
    kept = kept_list(digest)
    if kept is None:
        kept = _parsed(data, path, digest)
        keep_list(kept)
    return replace(kept, path=path)


def _parsed(data: bytes, path: str, digest: str) -> RecommendationList:
    from manifesto_check.recommendations.building import build
    from manifesto_check.recommendations.nodes import compose

    root, problems = compose(_decode(data, path))
    model, more = _validate(root) if root is not None else (None, [])
    if problems or more or model is None:
        raise RecommendationsFileError(path, [*problems, *more])
    return build(model, path, digest)


def _read(path: Path, shown: str) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ListError.of(Phrase.MISSING, path=shown) from None
    except IsADirectoryError:
        raise ListError.of(Phrase.FOLDER, path=shown) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ListError.of(Phrase.UNOPENED, path=shown, reason=reason) from None
    if len(data) > MAX_BYTES:
        problem = Problem.of(1, 1, Phrase.TOO_LARGE, limit=MAX_BYTES // 1_000_000)
        raise RecommendationsFileError(shown, [problem])
    return data


def _decode(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # the positions count from after a byte order mark, which only the first line can have
        before = error.object[: error.start].decode("utf-8", errors="replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        problem = Problem.of(line, column, Phrase.NOT_UTF8)
        raise RecommendationsFileError(path, [problem]) from None


def _validate(root: Node) -> tuple[FileModel | None, list[Problem]]:
    from pydantic import ValidationError

    from manifesto_check.recommendations.checks import check
    from manifesto_check.recommendations.nodes import MapNode, plain
    from manifesto_check.recommendations.schema import FileModel

    if not isinstance(root, MapNode):
        return None, [Problem.of(root.line, root.column, Phrase.NO_KEYS)]
    problems = check(root)
    try:
        return FileModel.model_validate(plain(root)), problems
    except ValidationError as error:
        from manifesto_check.recommendations.messages import explain

        errors = error.errors(include_url=False, include_input=False)
        return None, [*explain(errors, root), *problems]
