"""Reads the manuscripts of the example programmes: a small dialect of Markdown.

A manuscript starts with a YAML header between two lines of ``---``. After it each line is a
block of its own: ``# chapter``, ``## subheading``, ``- bullet``, ``> pull quote``, a paragraph, or
a box (``::: title``, its lines, ``:::``). ``*text*`` is italic.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

_MARKS = (("# ", "chapter"), ("## ", "heading"), ("- ", "bullet"), ("> ", "quote"))

# Parts of Dutch compounds after which a long word may break. A dictionary of syllables would
# break more words; these break where a careful typesetter would, and need no dependency.
_PARTS = (
    "aan|achter|af|arbeids|basis|belangen|belasting|bestaans|bewoners|bijeen|binnen|bouw|buiten|"
    "buurt|centrum|cliënt|dakloos|derde|dienst|distributie|eengezins|eigen|energie|erf|ervarings|"
    "gebieds|gebruiks|gemeente|gezins|grond|groot|handels|haven|herstel|huis|huizen|huishoud|"
    "huur|inkomens|inspraak|investerings|jeugd|jongeren|kamer|kinder|kinderopvang|klimaat|"
    "kostendelers|kunst|leef|leerling|lees|maat|mantel|markt|mensen|middelbare|milieu|minimum|"
    "naar|nacht|nieuw|omgevings|onder|onderhouds|onderwijs|onroerende|ontmoetings|op|opbouw|"
    "opvang|over|parkeer|plaats|prestatie|provincie|raads|reken|rijks|riool|samen|scholing|school|"
    "schuld|sport|stads|stedelijke|straat|studie|subsidie|toeristen|tuin|uit|veiligheids|"
    "verenigings|verkeers|verkiezings|verslavings|verzekerings|vluchtelingen|voedsel|voor(?!t)|"
    "vrijwilligers|water|welzijns|werk|wet|wijk|winkel|woning|woon|ziekte|zonne|zorg|zwem"
)
_COMPOUND = re.compile(_PARTS, re.IGNORECASE)
_BREAK = re.compile(rf"^({_PARTS})(?=[bcdfghjklmnpqrstvwz][a-zé]{{3,}})", re.IGNORECASE)
_SYLLABLE = re.compile(r"(?<=[aeiou][bdfgklmnprst])(?=[bdfgklmnpstvwz][aeiou][a-z]{2})")
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class Block:
    """One block of a manuscript: its kind, its text, and for a box its title.

    ``kind`` is chapter, heading, bullet, quote, paragraph or box.
    """

    kind: str
    text: str
    title: str = ""


@dataclass(frozen=True)
class Manuscript:
    """A programme as written: what its header says, and its blocks in order."""

    party: str
    municipality: str
    year: int
    title: str
    subtitle: str
    design: str
    blocks: tuple[Block, ...]


def read_manuscript(path: Path) -> Manuscript:
    """Read the manuscript at ``path``.

    Raises:
        ValueError: if the YAML header is missing.
    """
    _, *parts = path.read_text(encoding="utf-8").split("---\n", 2)
    if len(parts) != 2:
        raise ValueError(f"{path}: expected a YAML header between two lines of ---")
    return Manuscript(**yaml.safe_load(parts[0]), blocks=tuple(_blocks(parts[1].splitlines())))


def _blocks(lines: list[str]) -> list[Block]:
    blocks: list[Block] = []
    box: list[str] | None = None
    for line in (line.strip() for line in lines):
        if line.startswith(":::"):
            if box is None:
                box = [line[3:].strip()]
            else:
                blocks.append(Block("box", "\n".join(box[1:]), box[0]))
                box = None
        elif box is not None:
            box.append(line)
        elif line:
            blocks.append(_block(line))
    return blocks


def _block(line: str) -> Block:
    for mark, kind in _MARKS:
        if line.startswith(mark):
            return Block(kind, line.removeprefix(mark))
    return Block("paragraph", line)


def hyphenate(text: str) -> str:
    """Put soft hyphens in the words of nine letters and more of ``text``, where a line may break.

    Breaks at the boundary of a compound where one is known, and in other words between two
    consonants that stand between vowels.
    """
    return re.sub(r"[^\W\d_]{9,}", lambda match: _break_word(match[0]), text)


def _break_word(word: str) -> str:
    if _COMPOUND.match(word):
        return _BREAK.sub(rf"\1{_SOFT_HYPHEN}", word)
    return _SYLLABLE.sub(_SOFT_HYPHEN, word)
