"""Which config file holds for a programme: the nearest one in its folder or above."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from manifesto_check.config.errors import ConfigError, ConfigProblem

FILE = "manifesto-check.toml"
PROJECT_FILE = "pyproject.toml"
TABLE = "manifesto-check"


def find_config(programmes: Iterable[Path]) -> Path | None:
    """Return the config file that holds for all programmes; None where there is none.

    Args:
        programmes: files, folders or patterns, which need not exist.

    Raises:
        ConfigError: not all of them fall under the same file.
    """
    found: dict[Path | None, Path] = {}
    for programme in programmes:
        found.setdefault(_nearest(programme), programme)
    if len(found) > 1:
        (config, one), (of_other, other) = list(found.items())[:2]
        raise ConfigError.of(
            ConfigProblem.SEVERAL,
            one=one,
            config=config or "-",
            other=other,
            config_of_other=of_other or "-",
        )
    return next(iter(found), None)


def _nearest(programme: Path) -> Path | None:
    for folder in _folders(programme):
        if (own := folder / FILE).is_file():
            return own
        if _is_ours(project := folder / PROJECT_FILE):
            return project
    return None


def _folders(programme: Path) -> Iterator[Path]:
    """Yield the programme itself where it is a folder, then the folders above it, nearest first."""
    start = Path(os.path.abspath(programme))  # noqa: PTH100 - "a/.." has to go, links stay
    for path in (start, *start.parents):
        if path.is_dir():
            yield path


def _is_ours(project: Path) -> bool:
    """Return whether a pyproject.toml has a table of this tool, or one that seems to be meant so.

    A file of others that is no TOML is passed over, unless it speaks of this tool.
    """
    try:
        data = project.read_bytes()
        tools = tomllib.loads(data.decode("utf-8")).get("tool", {})
    except OSError:
        return False
    except ValueError:
        return TABLE.encode() in data
    return isinstance(tools, dict) and (TABLE in tools or misspelt_table(tools) is not None)


def misspelt_table(tools: Iterable[str]) -> str | None:
    """Return the name of a table that can only be a misspelling of this tool's."""
    from rapidfuzz import fuzz

    return next((name for name in tools if name != TABLE and fuzz.ratio(name, TABLE) >= 87), None)
