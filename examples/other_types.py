"""Writes a manuscript as Word, OpenDocument, Markdown, a web page and plain text.

Each as such a file is in life: headings and lists by the styles of the word processor, a web page
between menus, news, a cookie notice, reactions and a footer, text wrapped at 78 characters.
"""

import datetime
import io
import textwrap
import zipfile
from html import escape
from pathlib import Path

from manuscript import Block, Manuscript

WIDTH = 78
LONG_AGO = datetime.datetime(2026, 1, 1)
_ZIP_TIME = (2026, 1, 1, 0, 0, 0)


def plain(text: str) -> str:
    """The text without the signs of italics."""
    return text[1:-1] if text.startswith("*") and text.endswith("*") else text


def write_docx(manuscript: Manuscript, path: Path) -> None:
    """Write a Word file with python-docx: styles Title, Heading, List Bullet, Quote."""
    from docx import Document

    document = Document()
    properties = document.core_properties
    properties.title, properties.author = manuscript.title, manuscript.party
    properties.created = properties.modified = LONG_AGO
    document.add_paragraph(manuscript.title, "Title")
    document.add_paragraph(manuscript.subtitle, "Subtitle")
    styles = {"chapter": "Heading 1", "heading": "Heading 2", "bullet": "List Bullet"}
    for block in manuscript.blocks:
        if block.kind == "box":
            table = document.add_table(1, 1, "Table Grid")
            cell = table.cell(0, 0)
            cell.paragraphs[0].add_run(block.title).bold = True
            for line in block.text.split("\n"):
                cell.add_paragraph(plain(line))
        elif block.kind == "quote":
            document.add_paragraph(f"“{block.text}”", "Intense Quote")
        else:
            document.add_paragraph(plain(block.text), styles.get(block.kind))
    buffer = io.BytesIO()
    document.save(buffer)
    _write_zip(buffer.getvalue(), path)


def write_odt(manuscript: Manuscript, path: Path) -> None:
    """Write an OpenDocument text with odfdo: headings with outline levels, lists."""
    from odfdo import Document, Header, List, Paragraph

    document = Document("text")
    document.meta.title = manuscript.title
    for moment in ("creation_date", "date"):
        setattr(document.meta, moment, LONG_AGO)
    body = document.body
    body.clear()
    body.append(Paragraph(manuscript.title, style="Title"))
    bullets: List | None = None
    for block in manuscript.blocks:
        if block.kind == "bullet":
            if bullets is None:
                bullets = List()
                body.append(bullets)
            bullets.append_item(Paragraph(block.text))
            continue
        bullets = None
        for element in _odt_elements(block, Header, Paragraph):
            body.append(element)
    buffer = io.BytesIO()
    document.save(buffer)
    _write_zip(buffer.getvalue(), path)


def _odt_elements(block: Block, header: type, paragraph: type) -> list[object]:
    if block.kind in ("chapter", "heading"):
        return [header(1 if block.kind == "chapter" else 2, block.text)]
    if block.kind == "quote":
        return [paragraph(f"“{block.text}”", style="Quotations")]
    if block.kind == "box":
        return [header(3, block.title), *(paragraph(plain(t)) for t in block.text.split("\n"))]
    return [paragraph(plain(block.text))]


def _write_zip(data: bytes, path: Path) -> None:
    """Write a zip archive anew, so that the same parts give the same bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            stored = name == "mimetype"
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))


def write_markdown(manuscript: Manuscript, path: Path) -> None:
    """Write CommonMark with the title as its first heading."""
    parts = [f"# {manuscript.title}", manuscript.subtitle]
    marks = {"chapter": "## ", "heading": "### ", "bullet": "- ", "quote": "> "}
    before = ""
    for block in manuscript.blocks:
        if block.kind == "box":
            parts += [f"#### {block.title}", *block.text.split("\n")]
        elif block.kind == before == "bullet":
            parts[-1] += f"\n- {block.text}"
        else:
            parts.append(marks.get(block.kind, "") + block.text)
        before = block.kind
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def write_text(manuscript: Manuscript, path: Path) -> None:
    """Write wrapped text: chapters in capitals, subheadings on a line, bullets with a dash."""
    parts = [manuscript.title, manuscript.subtitle]
    for block in manuscript.blocks:
        if block.kind == "chapter":
            parts.append(f"\n{block.text.upper()}")
        elif block.kind == "heading":
            parts.append(block.text)
        elif block.kind == "bullet":
            parts.append(textwrap.fill(f"- {block.text}", WIDTH, subsequent_indent="  "))
        elif block.kind == "box":
            parts += [block.title, *(_filled(plain(t)) for t in block.text.split("\n"))]
        else:
            mark = "“{}”" if block.kind == "quote" else "{}"
            parts.append(_filled(mark.format(plain(block.text))))
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _filled(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_on_hyphens=False)


def write_html(manuscript: Manuscript, path: Path) -> None:
    """Write a page of a party's site, with all that such a site puts around a text."""
    tags = {"chapter": "h2", "heading": "h3", "paragraph": "p", "bullet": "li"}
    lines: list[str] = []
    in_list = False
    for block in manuscript.blocks:
        if in_list != (block.kind == "bullet"):
            in_list = not in_list
            lines.append("<ul>" if in_list else "</ul>")
        if block.kind == "box":
            rows = "".join(f"<p>{escape(plain(t))}</p>" for t in block.text.split("\n"))
            lines.append(f'<div class="kader"><h4>{escape(block.title)}</h4>{rows}</div>')
        elif block.kind == "quote":
            lines.append(f"<blockquote><p>{escape(block.text)}</p></blockquote>")
        else:
            tag = tags[block.kind]
            lines.append(f"<{tag}>{escape(plain(block.text))}</{tag}>")
    if in_list:
        lines.append("</ul>")
    page = _PAGE.format(
        title=escape(manuscript.title), party=escape(manuscript.party), text="\n".join(lines)
    )
    path.write_text(page, encoding="utf-8")


_PAGE = """<!DOCTYPE html>
<html lang="nl">
<head><meta charset="utf-8"><title>{title} - {party}</title>
<style>body {{ margin: 0 }}</style><script>var opvang = "Housing First voor alle daklozen";</script>
</head>
<body>
<div id="cookie-melding" class="cookie-banner"><p>Wij gebruiken cookies om deze website te
verbeteren en om te meten wat bezoekers van onze plannen tegen dakloosheid lezen.</p>
<button>Alles accepteren</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/nieuws">Nieuws</a></li>
<li><a href="/standpunten/housing-first">Housing First voor alle daklozen</a></li>
<li><a href="/contact">Contact</a></li></ul></nav></header>
<main>
<article>
<h1>{title}</h1>
{text}
</article>
<aside class="sidebar"><h3>Laatste nieuws</h3><ul>
<li><a href="/n/1">Motie aangenomen: straatboetes voor daklozen gaan van tafel</a></li>
<li><a href="/n/2">Fractie wil gratis openbaar vervoer voor minima</a></li></ul></aside>
<section id="comments" class="comments"><h3>2 reacties</h3>
<div class="comment"><p>Jan: geef iedere dakloze een woning zonder voorwaarden vooraf!</p></div>
<div class="comment"><p>Els: en scheld alle schulden van jongeren kwijt.</p></div></section>
</main>
<footer><p>© 2026 {party}. Lid worden? Samen maken we een einde aan armoede en schulden.</p>
<a href="/privacy">Privacyverklaring</a></footer>
</body>
</html>
"""

WRITERS = {
    ".docx": write_docx,
    ".odt": write_odt,
    ".md": write_markdown,
    ".txt": write_text,
    ".html": write_html,
}
"""What writes a manuscript as each type, by extension."""
