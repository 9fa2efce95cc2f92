"""What is otherwise than when a result was made, so that it is made again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

CODE = "code"
"""The component that is a digest of this package's own code."""


class Changed(StrEnum):
    """What can have changed."""

    LIST = "list"
    OPTION = "option"
    VERSION = "version"
    CODE = "code"
    COMPONENT = "component"
    UNRECORDED = "unrecorded"
    """A store of before components were recorded does not say which there were."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed.

    Attributes:
        what: of what kind it is.
        name: of the option or component.
        before: its value or version then, empty where there was none.
        now: the same now.
    """

    what: Changed
    name: str = ""
    before: str = ""
    now: str = ""


def changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[Change]:
    """Return what changed between two descriptions of settings (``Settings.description``)."""
    found = []
    if before["recommendations"] != now["recommendations"]:
        found.append(Change(Changed.LIST))
    found += [
        Change(Changed.OPTION, f"--{name.replace('_', '-')}", was, is_now)
        for name, was, is_now in different(before["options"], now["options"])
    ]
    if before["version"] != now["version"]:
        found.append(Change(Changed.VERSION, "manifesto-check", before["version"], now["version"]))
    elif before["verdict_model"] != now["verdict_model"]:
        found.append(Change(Changed.CODE))
    if CODE not in before["components"]:
        return [*found, Change(Changed.UNRECORDED)]
    for one in different(before["components"], now["components"]):
        if one[0] != CODE:
            found.append(Change(Changed.COMPONENT, *one))
        elif before["version"] == now["version"] and Change(Changed.CODE) not in found:
            found.append(Change(Changed.CODE))
    return found


def different(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield the name of each value that is not the same, with both; empty where there is none."""
    for name in sorted({*before, *now}):
        was, is_now = before.get(name), now.get(name)
        if was != is_now:
            yield name, str(was or ""), str(is_now or "")
