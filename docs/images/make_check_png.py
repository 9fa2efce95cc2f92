"""Make check.png: the beginning of a real report, as the README shows it.

    pip install resvg-py
    python docs/images/make_check_png.py

Uses the font DejaVu Sans Mono, where it is installed. Make it again when verdicts
or the look of reports change.
"""

import io
import os
from pathlib import Path

import resvg_py
from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text

from manifesto_check.checking import Checker, read
from manifesto_check.recommendations import load_recommendations
from manifesto_check.recommendations.selecting import select
from manifesto_check.reports.interface import ReportOptions, Selection
from manifesto_check.reports.terminal_format import TerminalFormat

HERE = Path(__file__).resolve().parent
PROGRAMME = "examples/brede-dijk.pdf"  # as a user in the checkout would type it
THEME = "V1"
COLUMNS = 100
LINES = 44
PIXELS = 1220
FONT = "DejaVu Sans Mono"


def main() -> None:
    """Check the example programme and write the picture beside this file."""
    os.chdir(HERE.parents[1])
    recommendations = load_recommendations()
    (programme,) = read([PROGRAMME])
    report = Checker(recommendations).check(programme)
    shown = Selection(measures=select(recommendations, themes=[THEME]))
    options = ReportOptions(selection=shown, width=COLUMNS, colour=True)
    lines = TerminalFormat().render([report], options).decode().splitlines()[:LINES]
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("\n".join(lines)))
    title = f"manifesto-check check {PROGRAMME} --theme {THEME}"
    svg = console.export_svg(title=title, theme=DEFAULT_TERMINAL_THEME, unique_id="check")
    svg = svg.replace("Fira Code", FONT).replace("arial", FONT)
    png = resvg_py.svg_to_bytes(svg_string=svg, width=PIXELS, monospace_family=FONT)
    (HERE / "check.png").write_bytes(bytes(png))


if __name__ == "__main__":
    main()
