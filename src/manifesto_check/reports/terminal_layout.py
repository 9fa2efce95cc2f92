"""Signs, bars and small pieces that the terminal report and the explanation share.

All text goes into :class:`rich.text.Text` objects, never into markup strings,
after :func:`~manifesto_check.reports.text.printable`.
"""

from __future__ import annotations

from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

from manifesto_check.model import Evidence, ProgrammeInfo, Status, Verdict
from manifesto_check.reports.interface import Language, ReportOptions
from manifesto_check.reports.programme_words import (
    programme_name,
    programme_size,
    reading_problems,
)
from manifesto_check.reports.text import place, printable, quoted
from manifesto_check.reports.texts import Texts, texts_in

SIGNS = {
    Verdict.COVERED: "●",
    Verdict.PARTIAL: "◐",
    Verdict.ABSENT: "○",
    Verdict.OPPOSED: "✗",
}
STYLES = {
    Verdict.COVERED: "green",
    Verdict.PARTIAL: "yellow",
    Verdict.ABSENT: "dim",
    Verdict.OPPOSED: "bold red",
}
WIDEST = 120
"""Wider lines are hard to read; a wider terminal keeps its right side empty."""

NARROW = 76
"""Below this many columns, what stands side by side goes below each other."""


class Page:
    """A sheet of ``options.width`` columns to print on; ``data`` is what stands on it."""

    def __init__(self, options: ReportOptions) -> None:
        self.options = options
        self.language: Language = options.language
        self.texts: Texts = texts_in(options.language)
        self.width = max(20, min(options.width, WIDEST))
        self.narrow = self.width < NARROW
        self._file = StringIO()
        self._console = Console(
            file=self._file,
            width=self.width,
            force_terminal=options.colour,
            color_system="standard" if options.colour else None,
            no_color=not options.colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},  # the command line decides; the same options give the same bytes
        )

    def add(self, item: RenderableType = "") -> None:
        """Print one renderable, or an empty line."""
        self._console.print(item, overflow="fold")

    def heading(self, *parts: Text) -> None:
        """Print a heading over a line."""
        self.add()
        self.add(Text("  ").join(parts))
        self.add(Text("─" * self.width, style="dim"))

    def data(self) -> bytes:
        """Return all that was printed, as UTF-8 without white space at line ends."""
        lines = [line.rstrip() for line in self._file.getvalue().split("\n")]
        return ("\n".join(lines).strip("\n") + "\n").encode("utf-8", "replace")


def verdict_text(verdict: Verdict, texts: Texts) -> Text:
    """Return a verdict as sign and word, coloured."""
    return Text(f"{SIGNS[verdict]} {texts.verdicts[verdict]}", style=STYLES[verdict])


def legend(page: Page) -> Text:
    """Return what each sign means, on one line where there is room, else two on a line."""
    signs = [verdict_text(verdict, page.texts) for verdict in Verdict]
    line = Text("   ").join(signs)
    if line.cell_len <= page.width:
        return line
    pairs = [Text("   ").join(signs[n : n + 2]) for n in range(0, len(signs), 2)]
    return Text("\n").join(pairs)


def bar(percentage: float, width: int) -> Text:
    """Return a bar of ``width`` columns; anything above 0 shows, and only 100 fills it."""
    filled = round(percentage / 100 * width)
    if 0 < percentage < 100:
        filled = min(max(filled, 1), width - 1)
    return Text.assemble(("█" * filled, "green"), ("░" * (width - filled), "dim"))


def quote_text(evidence: Evidence, texts: Texts) -> Text:
    """Return a quote after its place, which so never breaks over two lines."""
    return Text.assemble((place(evidence, texts), "cyan"), ": ", (quoted(evidence.quote), "italic"))


def programme_lines(info: ProgrammeInfo, page: Page) -> list[Text]:
    """Return the title, the path and the size and status of a programme."""
    texts, language = page.texts, page.language
    path = printable(info.path)
    name = programme_name(info)
    lines = [Text(name, style="bold")]
    if path != name:
        lines.append(Text(path, style="dim"))
    status = "green" if info.status is Status.READ else "bold yellow"
    size = programme_size(info, texts, language)
    lines.append(Text.assemble(f"{size} · ", (texts.statuses[info.status], status)))
    return lines


def reading_problem(info: ProgrammeInfo, texts: Texts) -> list[Text]:
    """Return what a reader must know where a programme was hardly or not wholly read."""
    lines = reading_problems(info, texts)
    if info.status is Status.UNREADABLE:
        return [Text("! " + lines[0], style="bold red"), *map(Text, lines[1:])]
    return [Text("! " + line, style="bold yellow") for line in lines]
