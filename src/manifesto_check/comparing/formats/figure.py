"""The heat map as one figure for a newspaper: SVG, and PNG drawn from that same SVG."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from manifesto_check.comparing.formats.lettering import (
    FAMILY,
    fitted,
    font_files,
    width_of,
    wrapped,
)
from manifesto_check.comparing.formats.sentences import (
    cautions_of,
    left_out,
    mean_width,
    title_of,
    with_star,
)
from manifesto_check.comparing.formats.words import Words, words_in
from manifesto_check.comparing.model import Comparison, CoverageRow, Party, Standing
from manifesto_check.comparing.narrow import narrowed
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.text import number, printable
from manifesto_check.reports.texts import texts_in

WIDTH = 1000  # at least; more parties make it wider
EDGE = 36
LABELS = 330  # width of the names of themes, at least
COLUMN, WIDE_COLUMN = 54, 110  # width of a party, of many and of few
FEW = 6  # parties whose names are written across
ROW = 32
NAMES = 150  # height of names that are written upwards
LINE = 19
ZOOM = 2  # pixels of the PNG for each unit of the SVG
INK, SOFT, RULE = "#1d1c1a", "#57544e", "#8a867c"
FULL = (15, 84, 112)  # the colour of "covered" in all formats
DARKEST = 0.5  # share of that colour at 100%: black figures stay readable on it


class SvgComparison:
    """For a graphics editor: the text stays text."""

    name = "svg"
    extension = ".svg"
    binary = False

    def render(self, comparison: Comparison, options: ReportOptions) -> bytes:
        """Return the figure as SVG."""
        return drawn(comparison, options).encode("utf-8")


class PngComparison:
    """For a page or a post: the same drawing in pixels."""

    name = "png"
    extension = ".png"
    binary = True

    def render(self, comparison: Comparison, options: ReportOptions) -> bytes:
        """Return the figure as PNG; only the fonts of this package are used."""
        import resvg_py

        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=drawn(comparison, options),
                zoom=ZOOM,
                skip_system_fonts=True,
                font_files=font_files(),
                font_family=FAMILY,
                sans_serif_family=FAMILY,
            )
        )


def drawn(comparison: Comparison, options: ReportOptions) -> str:
    """Return the SVG of a comparison."""
    figure = _Figure(narrowed(comparison, options.selection), options)
    return ET.tostring(figure.draw(), encoding="unicode") + "\n"


class _Figure:
    """Draws from top to bottom; ``y`` is how far it has come."""

    def __init__(self, shown: Comparison, options: ReportOptions) -> None:
        self.shown = shown
        self.options = options
        self.words: Words = words_in(options.language)
        self.texts = texts_in(options.language)
        self.is_few = len(shown.readable) <= FEW
        self.column = WIDE_COLUMN if self.is_few else COLUMN
        matrix = self.column * len(shown.readable)
        self.width = max(WIDTH, 2 * EDGE + LABELS + matrix)
        self.left = self.width - EDGE - matrix  # of the matrix
        self.y = float(EDGE)
        self.root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg"})
        self.root.set("font-family", f"'{FAMILY}', Arial, Helvetica, sans-serif")
        self.root.set("role", "img")
        ET.SubElement(self.root, "title").text = title_of(shown, self.words)
        ET.SubElement(self.root, "desc").text = self.words.figure_legend
        self.paper = self._rect(0, 0, self.width, 0, "#ffffff")

    def draw(self) -> ET.Element:
        words = self.words
        self._paragraph(words.figure_title, 27, bold=True, leading=34)
        self.y += 6
        if self.shown.readable:
            self._paragraph(words.figure_intro, 15)
            self._paragraph(words.figure_legend if self._has_clear() else words.figure_none, 15)
        if self.shown.themes:
            self._heads()
            for source in self.shown.sources:
                self._row(source, is_source=True)
                for theme in self.shown.themes:
                    if theme.source == source.id and theme.counted:
                        self._row(theme, is_source=False)
        elif self.shown.readable:
            self._paragraph(self.texts.nothing_selected, 15)
        self._notes()
        height = self.y + EDGE - LINE / 2
        self.paper.set("height", f"{height:g}")
        self.root.set("width", f"{self.width:g}")
        self.root.set("height", f"{height:g}")
        self.root.set("viewBox", f"0 0 {self.width:g} {height:g}")
        return self.root

    # Parts

    def _has_clear(self) -> bool:
        """Say whether any party of any row stands out from the others."""
        rows = (*self.shown.sources, *self.shown.themes)
        return any(set(row.standings.values()) - {Standing.UNCLEAR} for row in rows)

    def _heads(self) -> None:
        self.y += 34 if self.is_few else NAMES
        for position, party in enumerate(self.shown.readable):
            middle = self.left + (position + 0.5) * self.column
            self._head(party, middle)
        self.y += 10

    def _head(self, party: Party, middle: float) -> None:
        name = with_star(party)
        if self.is_few:
            lines = wrapped(name, self.column - 8, 14, 2, bold=True)
            for number_of, line in enumerate(reversed(lines)):
                y = self.y - number_of * 17 + 12
                self._text(line, middle, y, 14, bold=True, anchor="middle")
            return
        text = self._text(fitted(name, NAMES - 16, 14, bold=True), 0, 0, 14, bold=True)
        text.set("transform", f"translate({middle + 5:g} {self.y:g}) rotate(-90)")

    def _row(self, row: CoverageRow, *, is_source: bool) -> None:
        if is_source:
            self.y += 8
            self._rect(EDGE, self.y, self.width - 2 * EDGE, 1, RULE)
            self.y += 3
        title = f"{printable(row.id)}  {printable(row.title)}"
        room = self.left - EDGE - 14
        lines = wrapped(title, room, 13.5, 2, bold=is_source)
        height = ROW if len(lines) == 1 else ROW + 8
        first = self.y + height / 2 + 5 - 8.5 * (len(lines) - 1)
        for position, line in enumerate(lines):
            self._text(line, EDGE, first + 17 * position, 13.5, bold=is_source)
        for position, party in enumerate(self.shown.readable):
            x = self.left + position * self.column
            self._cell(row, party, x, height)
        self.y += height

    def _cell(self, row: CoverageRow, party: Party, x: float, height: float) -> None:
        estimate = row.estimates.get(party.key)
        if estimate is None:
            return
        fill = shade(estimate.percentage)
        self._rect(x + 1, self.y + 1, self.column - 2, height - 2, fill)
        standing = row.standings.get(party.key, Standing.UNCLEAR)
        is_clear = standing is not Standing.UNCLEAR
        figure = number(estimate.percentage, self.options.language)
        middle, base = x + self.column / 2, self.y + height / 2 + 5
        centre = middle - (7 if is_clear else 0)
        self._text(figure, centre, base, 15, bold=is_clear, anchor="middle")
        if is_clear:
            self._mark(standing, centre + width_of(figure, 15, bold=True) / 2 + 9, base - 5)

    def _mark(self, standing: Standing, x: float, y: float) -> None:
        """Draw a triangle: not every font has one."""
        up = 1 if standing is Standing.ABOVE else -1
        points = f"{x - 5:g},{y + 4 * up:g} {x + 5:g},{y + 4 * up:g} {x:g},{y - 5 * up:g}"
        ET.SubElement(self.root, "polygon", {"points": points, "fill": INK})

    def _notes(self) -> None:
        words, shown = self.words, self.shown
        self.y += 24
        notes: list[str] = []
        if shown.themes:
            widths = [mean_width(shown.themes), mean_width(shown.sources)]
            theme, source = (number(value, self.options.language) for value in widths)
            notes.append(words.figure_unclear.format(theme=theme, source=source))
        if any(party.is_partly_read for party in shown.readable):
            notes.append(words.figure_star)
        if shown.unreadable:
            names = ", ".join(party.name for party in shown.unreadable)
            notes.append(words.figure_missing.format(parties=names))
        if len(shown.readable) < 2:
            notes.append(cautions_of(shown, self.options.language)[-1])
        notes += left_out(shown, self.options.language)
        path = printable(shown.recommendations_path)
        notes.append(words.figure_source.format(version=printable(shown.version), path=path))
        for note in notes:
            self._paragraph(note, 13, colour=SOFT)

    # Drawing

    def _paragraph(
        self,
        text: str,
        size: float,
        *,
        bold: bool = False,
        leading: float = LINE,
        colour: str = INK,
    ) -> None:
        for line in wrapped(text, self.width - 2 * EDGE, size, 4, bold=bold):
            self.y += leading if bold else LINE
            self._text(line, EDGE, self.y - 5, size, bold=bold, colour=colour)
        self.y += 4

    def _text(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        *,
        bold: bool = False,
        anchor: str = "start",
        colour: str = INK,
    ) -> ET.Element:
        settings = {"x": f"{x:g}", "y": f"{y:g}", "font-size": f"{size:g}", "fill": colour}
        if bold:
            settings["font-weight"] = "700"
        if anchor != "start":
            settings["text-anchor"] = anchor
        element = ET.SubElement(self.root, "text", settings)
        element.text = text
        return element

    def _rect(self, x: float, y: float, width: float, height: float, fill: str) -> ET.Element:
        numbers: Sequence[tuple[str, float]] = (
            ("x", x), ("y", y), ("width", width), ("height", height),
        )  # fmt: skip
        settings = {name: f"{value:g}" for name, value in numbers}
        return ET.SubElement(self.root, "rect", {**settings, "fill": fill})


def shade(percentage: float) -> str:
    """Return the colour of a coverage, from white at 0 to half of the full colour at 100."""
    share = DARKEST * min(max(percentage, 0.0), 100.0) / 100
    return "#" + "".join(f"{round(255 + share * (part - 255)):02x}" for part in FULL)
