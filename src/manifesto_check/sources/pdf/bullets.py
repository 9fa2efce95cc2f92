"""Bullets: the signs, numbers and letters that begin an item of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Signs that begin an item, with those that symbol fonts put in the private area.
_SIGNS = (
    "•·∙●○◦◉▪▫■□▢◻◼◽◾►▶▷▸▹‣⁃⁌⁍◆◇❖❍❏❐❑❒✓✔✕"
    "✖✗✘✦✧✪★☆☑☐☒➔➙➜➝➞➡➢➣➤➥➨→⇒⇨⮕⮚»›¬\uf000-\uf8ff\ue000-\uefff*"
)
_SIGN = re.compile(rf"(?:[{_SIGNS}]\s*|o\s+)+")
_DASH = re.compile(r"[-–—‐−]\s+")
_NUMBER = re.compile(
    r"\(?(\d{1,3})[.)]\s+|\(?(\d{1,3})\)\s*|(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(?=[^\d\s])"
)
_BARE = re.compile(r"(\d{1,2})\s+(?=[\"“‘'’]?[A-Z])")
_LETTER = re.compile(r"\(?([a-z])[.)]\s+|\(?([ivx]{1,4})[.)]\s+|\(?([A-Z])\)\s+")
_ALONE = re.compile(
    rf"[{_SIGNS}o–—‐−-]+"
    r"|\(?\d{1,3}[.)]?|\d{1,2}(?:\.\d{1,3})+\.?|\(?[a-z][.)]"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """What begins an item.

    Attributes:
        length: how many characters of the line it takes.
        weak: whether it can also be ordinary text: a dash, number or letter.
        number: the number, for numbered items.
        bare: whether it is a number without a full stop or bracket.
    """

    length: int
    weak: bool
    number: int | None = None
    bare: bool = False


def marker(text: str) -> Marker | None:
    """Return the marker with which a line (not yet cleaned) begins, if it begins with one.

    >>> marker("• meer woningen").length
    2
    """
    if text[0].isalpha() and text[0] not in "oabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ":
        return None
    if match := _SIGN.match(text):
        return Marker(match.end(), weak=False) if match.end() < len(text) else None
    if match := _DASH.match(text):
        return Marker(match.end(), weak=True)
    if match := _NUMBER.match(text):
        whole = match[1] or match[2]
        return Marker(match.end(), weak=True, number=int(whole) if whole else None)
    if match := _LETTER.match(text):
        return Marker(match.end(), weak=True, number=ord(match[0].strip("(")[0]))
    if match := _BARE.match(text):
        return Marker(match.end(), weak=True, number=int(match[1]), bare=True)
    return None


def is_alone(text: str) -> bool:
    """Say whether a piece of text can be a marker whose item stands to the right of it."""
    return len(text) <= 6 and bool(_ALONE.fullmatch(text.strip()))
