"""A list that is being made: bare measures under themes and sources, and its commented YAML.

``recommendations new`` and ``recommendations import`` make one; ids are given here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from string import ascii_lowercase, ascii_uppercase

from manifesto_check.recommendations.text_figures import written_figures

MAX_TEXT = 2000
MAX_TITLE = 300
_LINE = 96
# What YAML reads as plain text as it stands; everything else goes between double quotes.
_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][\wÀ-ÿ .,;()/'’%€-]*")
_READ_AS_OTHER = re.compile(r"(?i)(true|false|yes|no|on|off|null|y|n|ja|nee)")


@dataclass(slots=True)
class DraftMeasure:
    """A measure with what a list that is made by hand or read from a table may tell of it."""

    text: str
    id: str = ""
    examples: list[str] = field(default_factory=list)
    opposed_by: list[str] = field(default_factory=list)


@dataclass(slots=True)
class DraftRecommendation:
    """A point of the document; measures that belong together."""

    measures: list[DraftMeasure]
    key: str = ""


@dataclass(slots=True)
class DraftTheme:
    """A theme with its recommendations."""

    title: str
    recommendations: list[DraftRecommendation] = field(default_factory=list)


@dataclass(slots=True)
class DraftSource:
    """A source with its themes.

    Attributes:
        id: with which all its ids begin; given where it is empty: A, B and so on.
    """

    title: str
    themes: list[DraftTheme] = field(default_factory=list)
    publisher: str = ""
    file: str = ""
    id: str = ""

    def theme(self, title: str) -> DraftTheme:
        """Return the theme of that title, made where it is not there yet."""
        for theme in self.themes:
            if theme.title.casefold() == title.casefold():
                return theme
        self.themes.append(DraftTheme(title))
        return self.themes[-1]


@dataclass(slots=True)
class Draft:
    """A whole list."""

    sources: list[DraftSource] = field(default_factory=list)

    @property
    def measures(self) -> list[DraftMeasure]:
        """All measures in their order."""
        return [
            measure
            for source in self.sources
            for theme in source.themes
            for recommendation in theme.recommendations
            for measure in recommendation.measures
        ]


def draft_yaml(draft: Draft, head: Iterable[str] = ()) -> bytes:
    """Return the YAML of a list, with comments that say what else can be filled in.

    Args:
        draft: at least one source, each with a theme, each with a measure.
        head: lines of a comment at the top.
    """
    lines = [f"# {line}".rstrip() for line in (*head, *_ABOUT)]
    lines += ["", "schema_version: 1", "sources:"]
    taken = {measure.id.casefold() for measure in draft.measures if measure.id}
    for letter, source in zip(_letters(), draft.sources, strict=False):
        lines += _source(_free(source.id or letter, taken), source, taken)
    return ("\n".join(lines) + "\n").encode()


_ABOUT = (
    "",
    "Wat u verder kunt doen:",
    "  manifesto-check recommendations lint DIT-BESTAND        klopt het, en kan het beter?",
    "  manifesto-check recommendations suggest DIT-BESTAND --programmes MAP",
    "                                                          begrippen laten voorstellen",
    "  manifesto-check check PROGRAMMA.pdf --recommendations DIT-BESTAND",
    "",
    "Bij elke maatregel kan ook staan (zonder het hekje #):",
    "  examples:      zinnen zoals een programma het zegt; drie of meer helpen het meest",
    "  opposed_by:    zinnen zoals een programma het tegendeel zegt",
    "  opposite_terms: woorden voor het tegendeel: wie dat wil, is tegen de maatregel",
    "  needed_terms:  woorden voor wat niet weg kan: wie daarvan minder wil, is tegen de maatregel",
    "  wants: less    als de maatregel minder of niets wil van wat de begrippen noemen en text",
    "                 dat niet zegt; 'X wordt afgeschaft' en 'geen X' zeggen het zelf",
    "  concepts:      de begrippen die bij elkaar moeten komen (suggest stelt ze voor)",
    '  figures:       getallen: {value: 30, unit: "%", direction: at_least} (of at_most)',
    "Alles over deze vorm: docs/recommendations-format.md",
)


def _letters() -> Iterator[str]:
    """Yield A, B ... Z, A1, B1 ... for sources."""
    yield from ascii_uppercase
    number = 0
    while True:
        number += 1
        yield from (f"{letter}{letter}{number}" for letter in ascii_uppercase)


def _free(name: str, taken: set[str]) -> str:
    """Return an id that is not used yet, and mark it as used."""
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free.casefold())
    return free


def _source(letter: str, source: DraftSource, taken: set[str]) -> list[str]:
    lines = [f"- id: {letter}", f"  title: {scalar(source.title[:MAX_TITLE])}"]
    if source.publisher:
        lines.append(f"  publisher: {scalar(source.publisher[:MAX_TITLE])}")
    if source.file:
        lines.append(f"  file: {scalar(source.file[:MAX_TITLE])}")
    lines.append("  themes:")
    for number, theme in enumerate(source.themes, start=1):
        name = _free(f"{letter}{number}", taken)
        lines += ["", f"  - id: {name}", f"    title: {scalar(theme.title[:MAX_TITLE])}"]
        lines.append("    recommendations:")
        for count, recommendation in enumerate(theme.recommendations, start=1):
            point = _free(f"{name}.{count}", taken)
            lines += [f"    - id: {point}", "      measures:"]
            for place, measure in enumerate(recommendation.measures):
                lines += _measure(measure.id or _free(f"{point}{_suffix(place)}", taken), measure)
    return lines


def _suffix(place: int) -> str:
    """Return a, b ... z, then aa, ab ..., as ids of measures have it."""
    high, low = divmod(place, len(ascii_lowercase))
    return (_suffix(high - 1) if high else "") + ascii_lowercase[low]


def _measure(name: str, measure: DraftMeasure) -> list[str]:
    lines = [f"      - id: {scalar(name)}", f"        text: {scalar(measure.text)}"]
    known: list[str] = []
    open_: list[str] = []
    for figure in written_figures(measure.text):
        side = known if figure.direction else open_
        direction = figure.direction or "at_least"
        side.append(
            f"{{value: {figure.value:g}, unit: {quoted(figure.unit)}, direction: {direction}}}"
        )
    if known:
        lines += ["        figures:", *(f"        - {figure}" for figure in known)]
    if open_:
        lines.append("        # Telt meer ook (at_least), of minder (at_most)? Kies, en wis de #:")
        start = "" if known else "figures:\n"
        lines += [f"        # {line}" for line in start.splitlines()]
        lines += [f"        # - {figure}" for figure in open_]
    for key, texts in (("examples", measure.examples), ("opposed_by", measure.opposed_by)):
        if texts:
            lines += [f"        {key}:", *(f"        - {scalar(text)}" for text in texts)]
    if not measure.examples:
        lines.append("        # examples:")
        lines.append("        # - Zo zou een programma het kunnen zeggen.")
    return lines


def scalar(text: str) -> str:
    """Return a text as YAML: as it stands where that reads back the same, else quoted."""
    plain = (
        _PLAIN.fullmatch(text)
        and not _READ_AS_OTHER.fullmatch(text)
        and not text.endswith(" ")
        and " #" not in text
    )
    return text if plain else quoted(text)


def quoted(text: str) -> str:
    """Return a text between double quotes, with every sign that YAML cannot hold escaped."""
    signs = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
    body = "".join(signs.get(sign) or (sign if _is_seen(sign) else _escaped(sign)) for sign in text)
    return f'"{body}"'


def _is_seen(sign: str) -> bool:
    return sign.isprintable() and sign != "\ufeff"


def _escaped(sign: str) -> str:
    code = ord(sign)
    return f"\\U{code:08X}" if code > 0xFFFF else f"\\u{code:04X}"
