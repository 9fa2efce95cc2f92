"""Makes the example programmes from their manuscripts.

Usage: ``python examples/make_examples.py [FOLDER]``; without FOLDER the PDFs are written beside
the manuscripts, with it the same programmes as Word, OpenDocument, Markdown, web page and text
too. The same manuscripts, libraries and zlib give the same bytes.
"""

import sys
import zlib
from pathlib import Path
from xml.sax.saxutils import escape

import reportlab
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    HRFlowable,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.tableofcontents import TableOfContents

from designs import DESIGNS, Design, draw_cover, draw_furniture, register_fonts
from manuscript import Block, Manuscript, hyphenate, read_manuscript
from other_types import WRITERS

HERE = Path(__file__).parent
NAMES = ("brede-dijk", "koers-en-ruimte", "waterveens-hart")


class Programme(BaseDocTemplate):
    """A programme being laid out: gathers the contents and knows the current chapter."""

    def __init__(self, path: Path, manuscript: Manuscript, design: Design) -> None:
        """Set up the pages of ``design`` for ``manuscript``, to be written to ``path``."""
        super().__init__(
            str(path),
            pagesize=design.page_size,
            title=manuscript.title,
            author=manuscript.party,
            subject=manuscript.subtitle,
            lang="nl-NL",
            # What the bytes depend on: a test compares them only where these are the same.
            producer=f"reportlab {reportlab.__version__}, zlib {zlib.ZLIB_RUNTIME_VERSION}",
            invariant=1,
        )
        self.manuscript, self.design, self.chapter = manuscript, design, ""
        self.addPageTemplates(
            [
                PageTemplate("cover", self._frames(), onPage=self._cover),
                PageTemplate("contents", self._contents_frames(), onPageEnd=self._furniture),
                PageTemplate("body", self._frames(), onPageEnd=self._furniture),
            ]
        )

    def _frames(self) -> list[Frame]:
        design = self.design
        height = design.page_size[1] - design.top - design.bottom
        return [
            Frame(x, design.bottom, width, height, 0, 0, 0, 0, id=str(column))
            for column, (x, width) in enumerate(design.columns)
        ]

    def _contents_frames(self) -> list[Frame]:
        """The columns of the body, or one as wide as all of them where they share a page."""
        frames = self._frames()
        if self.design.spread:
            return frames
        first, last = frames[0], frames[-1]
        width = last.x1 + last.width - first.x1
        return [Frame(first.x1, first.y1, width, first.height, 0, 0, 0, 0, id="0")]

    def _cover(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        text = self.manuscript
        place = f"Gemeente {text.municipality}, {text.year}"
        draw_cover(canvas, self.design, (text.title, text.subtitle, text.party, place))

    def _furniture(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        header = f"{self.manuscript.party} | {self.manuscript.title}"
        draw_furniture(canvas, self.design, self.page, header, self.chapter)

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's name
        """Forget the chapter of the pass before (the contents need several passes)."""
        self.chapter = ""

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab's name
        """Note chapters and subheadings for the contents, with their printed page."""
        style = getattr(getattr(flowable, "style", None), "name", "")
        level = {"chapter": 0, "heading": 1}.get(style)
        if level is None:
            return
        text = flowable.getPlainText()
        printed = self.design.number(self.page, int(self.frame.id))
        self.notify("TOCEntry", (level, escape(text), printed))
        if level == 0:
            self.chapter = text


def _markup(text: str, design: Design) -> str:
    text = escape(hyphenate(text) if design.hyphens else text)
    if text.startswith("*") and text.endswith("*"):
        return f"<i>{text[1:-1]}</i>"
    return text


def _box(block: Block, design: Design) -> Flowable:
    """A tinted box with a title."""
    lines = [Paragraph(escape(block.title), design.styles["box title"])]
    lines += [
        Paragraph(_markup(line, design), design.styles["box"]) for line in block.text.split("\n")
    ]
    box = Table([[lines]], colWidths=[design.columns[0][1]])
    box.setStyle(
        [
            ("BACKGROUND", (0, 0), (-1, -1), design.tint),
            ("LINEBEFORE", (0, 0), (0, -1), 3, design.colour),
            *[
                (f"{side}PADDING", (0, 0), (-1, -1), 10)
                for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")
            ],
        ]
    )
    return KeepTogether([Spacer(1, 6), box, Spacer(1, 12)])


def _quote(block: Block, design: Design) -> Flowable:
    """A pull quote between two rules."""
    rule = {"width": "100%", "thickness": 1.2, "color": design.colour}
    return KeepTogether(
        [
            HRFlowable(**rule, spaceBefore=8, spaceAfter=2),
            Paragraph(f"“{escape(block.text)}”", design.styles["quote"]),
            HRFlowable(**rule, spaceBefore=2, spaceAfter=10),
        ]
    )


def _flowable(block: Block, design: Design) -> Flowable:
    if block.kind == "box":
        return _box(block, design)
    if block.kind == "quote":
        return _quote(block, design)
    if block.kind == "bullet":
        style = design.styles["bullet"]
        return Paragraph(_markup(block.text, design), style, bulletText=design.bullet)
    # Headings are set without soft hyphens: they would turn up in the contents.
    text = _markup(block.text, design) if block.kind == "paragraph" else escape(block.text)
    return Paragraph(text, design.styles[block.kind])


def _number(blocks: tuple[Block, ...]) -> list[Block]:
    """Number the chapters and subheadings (1, 1.1); the foreword keeps its name alone."""
    numbered, chapter, heading = [], -1, 0
    for block in blocks:
        text = block.text
        if block.kind == "chapter":
            chapter, heading = chapter + 1, 0
            text = f"{chapter}  {text}" if chapter else text
        elif block.kind == "heading":
            heading += 1
            text = f"{chapter}.{heading}  {text}"
        numbered.append(Block(block.kind, text, block.title))
    return numbered


def _story(manuscript: Manuscript, design: Design) -> list[Flowable]:
    contents = TableOfContents(dotsMinLevel=0)
    contents.levelStyles = [design.styles["contents 0"], design.styles["contents 1"]]
    story = [
        NextPageTemplate("contents"),
        PageBreak(),
        Paragraph("Inhoud", design.styles["contents title"]),
        contents,
        NextPageTemplate("body"),
        FrameBreak() if design.spread else PageBreak(),
    ]
    blocks = _number(manuscript.blocks) if design.numbered else list(manuscript.blocks)
    return story + [_flowable(block, design) for block in blocks]


def make_pdf(name: str, folder: Path) -> Path:
    """Lay out the manuscript ``name`` and write its PDF into ``folder``; returns the PDF's path."""
    register_fonts()
    manuscript = read_manuscript(HERE / f"{name}.md")
    design = DESIGNS[manuscript.design]()
    path = folder / f"{name}.pdf"
    Programme(path, manuscript, design).multiBuild(_story(manuscript, design))
    return path


def make_others(name: str, folder: Path) -> list[Path]:
    """Write the manuscript ``name`` as all other types into ``folder``; returns their paths."""
    manuscript = read_manuscript(HERE / f"{name}.md")
    paths = []
    for extension, write in WRITERS.items():
        path = folder / f"{name}{extension}"
        write(manuscript, path)
        paths.append(path)
    return paths


def main(arguments: list[str]) -> None:
    """Make all examples in the folder that ``arguments`` name, or the PDFs beside this script."""
    folder = Path(arguments[0]) if arguments else HERE
    for name in NAMES:
        print(make_pdf(name, folder))
        if folder.resolve() != HERE:
            print(*make_others(name, folder), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
