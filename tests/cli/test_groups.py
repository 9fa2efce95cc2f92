"""Groups of options: a parameter that is a group stands for its options."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Annotated

import typer
from typer.testing import CliRunner

from manifesto_check.cli.groups import grouped


@dataclass(frozen=True)
class Size:
    """A group."""

    height: Annotated[int, typer.Option("--height")] = 1
    width: Annotated[int, typer.Option("--width")] = 2


@dataclass(frozen=True)
class Box(Size):
    """A group with more than another."""

    depth: Annotated[int, typer.Option("--depth")] = 3


@grouped
def pack(name: str, *, colour: str = "red", box: Box, quiet: bool = False) -> int:
    """Pack a box."""
    typer.echo(f"{name} {colour} {box} {quiet}")
    return 0


def run(*arguments: str) -> str:
    app = typer.Typer()
    app.command()(pack)
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output.strip()


def test_options_stand_where_their_group_stands() -> None:
    names = list(inspect.signature(pack).parameters)
    assert names == ["name", "colour", "height", "width", "depth", "quiet"]


def test_a_command_gets_its_group_filled_in() -> None:
    assert run("a", "--width", "7", "--depth", "8") == "a red Box(height=1, width=7, depth=8) False"


def test_defaults_are_those_of_the_group() -> None:
    assert run("a", "--colour", "blue", "--quiet") == "a blue Box(height=1, width=2, depth=3) True"
