import io
import sys
from string import Formatter

import pytest

from manifesto_check.cli.messages import Messages, messages_in
from manifesto_check.cli.progress import STEPS, progress_display
from manifesto_check.config.errors import ConfigProblem
from manifesto_check.errors import Problem, ReportProblem
from manifesto_check.reports.interface import Language

DUTCH, ENGLISH = messages_in(Language.NL), messages_in(Language.EN)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(
    stream: io.StringIO,
    monkeypatch: pytest.MonkeyPatch,
    *,
    quiet: bool = False,
    term: str = "xterm",
) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLUMNS", "100")
    with progress_display(2, DUTCH, quiet=quiet) as progress:
        progress.file(1, "programma[red]\x1b[2J.pdf")
        for step in (*STEPS, "a step of later"):
            progress.step(step)
    return stream.getvalue()


def test_a_terminal_shows_file_and_step(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(Terminal(), monkeypatch)
    assert "2/2 programma[red]�[2J.pdf: a step of later" in text
    assert "\x1b[2J" not in text


def test_nothing_is_shown_when_quiet_or_not_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(Terminal(), monkeypatch, quiet=True) == ""
    assert shown(io.StringIO(), monkeypatch) == ""
    assert shown(Terminal(), monkeypatch, term="dumb") == ""


def test_every_step_has_a_word_in_both_languages() -> None:
    assert set(DUTCH.steps) == set(ENGLISH.steps) == set(STEPS)


@pytest.mark.parametrize("name", Messages.__dataclass_fields__)
def test_both_languages_fill_in_the_same_values(name: str) -> None:
    texts = (getattr(DUTCH, name), getattr(ENGLISH, name))
    if name == "problems":
        pairs = [(DUTCH.problems[problem], ENGLISH.problems[problem]) for problem in Problem]
    elif name == "report_problems":
        both = (DUTCH.report_problems, ENGLISH.report_problems)
        pairs = [(both[0][problem], both[1][problem]) for problem in ReportProblem]
    elif name == "config_problems":
        both_config = (DUTCH.config_problems, ENGLISH.config_problems)
        pairs = [(both_config[0][problem], both_config[1][problem]) for problem in ConfigProblem]
    elif name == "phrases":
        assert set(DUTCH.phrases) == set(ENGLISH.phrases)
        pairs = [(text, ENGLISH.phrases[key]) for key, text in DUTCH.phrases.items()]
    else:
        pairs = [] if name == "steps" else [texts]
    for texts in pairs:
        names = [{field for _, field, _, _ in Formatter().parse(text) if field} for text in texts]
        assert names[0] == names[1]
