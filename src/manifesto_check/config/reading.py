"""A config file read and checked: what is wrong is told with the file, the line and the key."""

from __future__ import annotations

import math
import os
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from manifesto_check.config.errors import ConfigError, ConfigProblem
from manifesto_check.config.finding import PROJECT_FILE, TABLE, misspelt_table
from manifesto_check.config.lines import line_of
from manifesto_check.config.model import Config, Setting
from manifesto_check.model import Verdict

MAX_BYTES = 1_000_000
REQUIRED = {"": Verdict.PARTIAL, "partial": Verdict.PARTIAL, "covered": Verdict.COVERED}
"""What may stand after ``=`` in a requirement."""


def read_config(path: Path) -> Config:
    """Read a config file: ``manifesto-check.toml``, or a ``pyproject.toml``.

    Raises:
        ConfigError: it cannot be read, or something in it is wrong; the first
            problem is told.
    """
    return _Reader(path).config()


class _Reader:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._shown = _from_here(path)
        self._text = self._read()

    def config(self) -> Config:
        table = self._table()
        readers: dict[str, Callable[[str, Any], Any]] = {
            "recommendations": self._files,
            "dutch-model": self._words,
            "min-confidence": self._share,
            "fail-under": self._percentages,
            "fail-under-theme": self._percentages,
            "require": self._requirements,
            "ignore": self._reasons,
            "not-applicable": self._reasons,
            "forbid-opposed": self._boolean,
            "baseline": self._file,
            "fail-on-loss": self._boolean,
            "fail-on-changed-quote": self._boolean,
        }
        for key in table:
            if key not in readers:
                raise self._unknown(key, list(readers))
        return Config(**{key.replace("-", "_"): readers[key](key, table[key]) for key in table})

    def _read(self) -> str:
        try:
            if not self._path.exists():
                raise ConfigError.of(ConfigProblem.MISSING, place=self._shown)
            with self._path.open("rb") as file:
                return file.read(MAX_BYTES).decode("utf-8-sig")
        except (OSError, ValueError) as error:
            detail = getattr(error, "strerror", None) or "UTF-8"
            raise ConfigError.of(ConfigProblem.UNOPENED, place=self._shown, detail=detail) from None

    def _table(self) -> dict[str, Any]:
        try:
            data = tomllib.loads(self._text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            line = re.search(r"at line (\d+)", str(error))
            last = len(self._text.splitlines()) or 1
            place = f"{self._shown}:{line[1] if line else last}"
            detail = " ".join(str(error).split()) or type(error).__name__
            raise ConfigError.of(ConfigProblem.NOT_TOML, place=place, detail=detail) from None
        if self._path.name != PROJECT_FILE:
            return data
        tools = data.get("tool", {})
        if isinstance(tools, dict) and isinstance(tools.get(TABLE), dict):
            return dict(tools[TABLE])
        wrong = misspelt_table(tools) if isinstance(tools, dict) else None
        if wrong is None:
            raise ConfigError.of(ConfigProblem.NO_TABLE, place=self._shown)
        line_number = line_of(self._text, f"tool.{wrong}")
        place = f"{self._shown}:{line_number}"
        raise ConfigError.of(ConfigProblem.OTHER_TABLE, place=place, key=wrong)

    # Values

    def _file(self, key: str, value: Any) -> Path:
        """Return a path, which the file names from its own folder."""
        return _from_here(self._path.parent / self._words(key, value))

    def _files(self, key: str, value: Any) -> tuple[Path, ...]:
        """Return the paths of one text or several."""
        several = value if isinstance(value, list) and value else [value]
        return tuple(self._file(key, one) for one in several)

    def _words(self, key: str, value: Any) -> str:
        if not isinstance(value, str) or not value.strip() or "\0" in value:
            raise self._wrong(ConfigProblem.TEXT, key, value)
        return value

    def _boolean(self, key: str, value: Any) -> bool:
        if not isinstance(value, bool):
            raise self._wrong(ConfigProblem.BOOLEAN, key, value)
        return value

    def _share(self, key: str, value: Any) -> float:
        return self._number(key, value, 1, ConfigProblem.SHARE)

    def _number(self, key: str, value: Any, most: float, problem: ConfigProblem) -> float:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not math.isfinite(value) or not 0 <= value <= most:
            raise self._wrong(problem, key, value)
        return float(value)

    def _percentages(self, key: str, value: Any) -> tuple[Setting[float], ...]:
        if not isinstance(value, dict):
            example = "V1" if key.endswith("theme") else "V"
            raise self._wrong(ConfigProblem.PERCENTAGES, key, value, example=example)
        return tuple(
            Setting(
                name,
                self._number(f"{key}.{name}", found, 100, ConfigProblem.PERCENTAGE),
                self._place(f"{key}.{name}"),
            )
            for name, found in _flat(value)
        )

    def _reasons(self, key: str, value: Any) -> tuple[Setting[str], ...]:
        if not isinstance(value, dict):
            raise self._wrong(ConfigProblem.REASONS, key, value, example='"V5.3b"')
        settings = []
        for name, reason in _flat(value):
            if not isinstance(reason, str) or not reason.strip():
                raise self._wrong(ConfigProblem.REASON, f"{key}.{name}", reason)
            settings.append(Setting(name, reason.strip(), self._place(f"{key}.{name}")))
        return tuple(settings)

    def _requirements(self, key: str, value: Any) -> tuple[Setting[Verdict], ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._wrong(ConfigProblem.REQUIREMENTS, key, value)
        settings = []
        for item in value:
            name, _, verdict = item.partition("=")
            if verdict.strip().lower() not in REQUIRED or item.strip().endswith("="):
                raise self._wrong(ConfigProblem.REQUIREMENT, f"{key}.{item}", verdict)
            required = REQUIRED[verdict.strip().lower()]
            settings.append(Setting(name.strip(), required, f"{self._place(key)}: {key}"))
        return tuple(settings)

    # Errors

    def _unknown(self, key: str, known: list[str]) -> ConfigError:
        from manifesto_check.recommendations.problems import nearest, quoted

        place = self._place(key)
        if guess := nearest(key, known):
            values = {"place": place, "key": quoted(key), "nearest": quoted(guess)}
            return ConfigError.of(ConfigProblem.MEANT, **values)
        names = ", ".join(known)
        return ConfigError.of(ConfigProblem.UNKNOWN, place=place, key=quoted(key), known=names)

    def _wrong(self, problem: ConfigProblem, key: str, value: Any, **more: str) -> ConfigError:
        place = self._place(key)
        return ConfigError.of(problem, place=place, key=key, found=_shown(value), **more)

    def _place(self, key: str) -> str:
        prefix = f"tool.{TABLE}." if self._path.name == PROJECT_FILE else ""
        line = line_of(self._text, prefix + key)
        return f"{self._shown}:{line}" if line else str(self._shown)


def _flat(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield ids and values; ``V5.3b = 1`` without quotes is a table V5 with a key 3b in TOML."""
    for key, value in table.items():
        name = f"{above}.{key}" if above else key
        if isinstance(value, dict) and value:
            yield from _flat(value, name)
        else:
            yield name, value


def _shown(value: Any) -> str:
    """Return a value for a message, on one line and not too long."""
    from manifesto_check.recommendations.problems import quoted

    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{...}"
    if isinstance(value, list):
        return "[...]"
    return quoted(value) if isinstance(value, str) else str(value)[:60]


def _from_here(path: Path) -> Path:
    """Return a path from the current folder, so that reports do not depend on where that is."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:  # another drive
        return path
