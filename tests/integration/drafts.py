"""A draft as files of several types, made from one Markdown text, to go through CI with."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "examples/brede-dijk.md").read_text(encoding="utf-8")


def write_pdf(text: str, path: Path) -> None:
    """Lay a manuscript out as the examples are."""
    sys.path.insert(0, str(ROOT / "examples"))
    try:
        from designs import DESIGNS, register_fonts
        from make_examples import Programme, _story
        from manuscript import read_manuscript
    finally:
        sys.path.remove(str(ROOT / "examples"))
    register_fonts()
    source = path.with_suffix(".manuscript")
    source.write_text(text, encoding="utf-8")
    manuscript = read_manuscript(source)
    source.unlink()
    design = DESIGNS[manuscript.design]()
    Programme(path, manuscript, design).multiBuild(_story(manuscript, design))


def write_markdown(text: str, path: Path) -> None:
    """Write the text as it is: a draft in a repository."""
    path.write_text(text, encoding="utf-8")


MAKERS: dict[str, Callable[[str, Path], None]] = {".pdf": write_pdf, ".md": write_markdown}
"""What writes a draft, by the extension of its file. A new type of source is one line here."""


def without_paragraph(text: str, begins: str) -> str:
    """The text without the paragraph that begins so."""
    start = text.index(begins)
    return text[:start] + text[text.index("\n\n", start) + 2 :]


def chapter_last(text: str, title: str) -> str:
    """The text with the chapter of this title behind all others."""
    head, *chapters = re.split(r"(?m)^(?=# )", text)
    moved = [chapter for chapter in chapters if chapter.startswith(f"# {title}\n")]
    others = [chapter for chapter in chapters if chapter not in moved]
    assert len(moved) == 1
    return head + "".join(f"{chapter.strip()}\n\n" for chapter in (*others, *moved))
