import io

import pytest

from manifesto_check.cli.screen import uses_colour, width


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "terminal", "colour"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_when_colours_are_used(environment: dict[str, str], terminal: bool, colour: bool) -> None:
    stream = Terminal() if terminal else io.StringIO()
    assert uses_colour(stream, environment) is colour


@pytest.mark.parametrize("columns", ["", "0", "many", "²", "9" * 30])
def test_a_width_that_makes_no_sense_is_not_used(columns: str) -> None:
    assert width(io.StringIO(), {"COLUMNS": columns}) == 100


def test_a_closed_stream_is_no_terminal() -> None:
    stream = io.StringIO()
    stream.close()
    assert uses_colour(stream, {}) is False
