"""Make check.svg: the beginning of a real report, as the README shows it.

python docs/images/make_check_svg.py
"""

from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text

from manifesto_check.checking import Checker, read
from manifesto_check.recommendations import load_recommendations
from manifesto_check.recommendations.selecting import select
from manifesto_check.reports.interface import ReportOptions, Selection
from manifesto_check.reports.terminal_format import TerminalFormat

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "examples"
PROGRAMME = "waterveens-hart.pdf"
THEMES = ("V1",)
WIDTH = 100
LINES = 38


def main() -> None:
    """Check the example programme and write the picture beside this file."""
    recommendations = load_recommendations()
    (programme,) = read([EXAMPLES / PROGRAMME])
    report = Checker(recommendations).check(programme)
    shown = Selection(measures=select(recommendations, themes=THEMES))
    options = ReportOptions(selection=shown, width=WIDTH, colour=True)
    lines = TerminalFormat().render([report], options).decode().splitlines()[:LINES]
    with (HERE / "discard").open("w") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        console.print(Text.from_ansi("\n".join(lines)))
    (HERE / "discard").unlink()
    title = f"manifesto-check check {PROGRAMME} --theme {THEMES[0]}"
    svg = console.export_svg(title=title, theme=DEFAULT_TERMINAL_THEME, unique_id="check")
    (HERE / "check.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
