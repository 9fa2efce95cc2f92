"""Where a key stands in a TOML file: the parser of Python does not tell."""

from __future__ import annotations

import re

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_KEYS = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*\[\[?\s*({_KEYS})\s*\]")
_ENTRY = re.compile(rf"\s*({_KEYS})\s*=")


def line_of(text: str, key: str) -> int | None:
    """Return the line (from 1) of a key, or of the nearest table or key above it.

    Args:
        text: of the file.
        key: with the tables that it stands in, as ``tool.manifesto-check.fail-under.V``.
    """
    best: tuple[int, int] | None = None
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = here = _plain(header[1])
        elif entry := _ENTRY.match(line):
            here = f"{table}.{_plain(entry[1])}" if table else _plain(entry[1])
        else:
            continue
        if f"{here}.".startswith(f"{key}."):
            return number
        if key.startswith(f"{here}."):
            best = max(best or (0, 0), (len(here), number), key=lambda found: found[0])
    return best[1] if best else None


def _plain(keys: str) -> str:
    return ".".join(part.strip("\"'") for part in re.findall(_PART, keys))
