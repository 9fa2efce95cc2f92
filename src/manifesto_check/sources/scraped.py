"""Text taken from a party's website holds more than the programme: menus, news, cookie notices.

None of that is evidence of what the programme wants, but nothing of the
programme may be lost either. So nothing is left out of a text that does not
show in several ways that it comes from a website, but for cookie notices and
lists of links; and of one that does, only what is known to be of the site, and
news and reactions that show as such by their title and by dates, "lees meer"
or their place at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from manifesto_check.model import BlockKind
from manifesto_check.sources import website_words as words
from manifesto_check.sources.pieces import Piece

MIN_SIGNS = 2  # kinds of signs that a text comes from a website
MIN_MENU = 3  # entries of a menu that are one such sign
SHORT = 6  # words of an entry of a menu at most
TEASER = 80  # words of a teaser of news, or of a reaction, at most
NEAR = 4  # pieces within which an item of news shows a date or a "lees meer"
END_SHARE = 0.5  # share of the words that news and the like at the end may have
MAX_POINTS = 2  # items of a list among news and the like
MIN_LINKS = 3  # entries in a row that are nothing but a link


def without_website(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces without what is of the website and not of the text."""
    kinds = [_kind(piece.text) for piece in pieces]
    left_out = _link_lists(pieces)
    signs = {kind for kind in kinds if kind not in (None, "menu", "date", "news?")}
    if kinds.count("menu") >= MIN_MENU:
        signs.add("menu line")
    if left_out:
        signs.add("links")
    left_out |= {place for place, kind in enumerate(kinds) if kind == "cookie"}
    if len(signs) >= MIN_SIGNS:
        left_out |= {place for place, kind in enumerate(kinds) if kind in _ALWAYS}
        left_out -= _own_headings(pieces, kinds)
        left_out |= _menus(pieces, kinds)
        left_out |= _news(pieces, kinds)
        left_out |= _end(pieces, kinds)
    return [piece for place, piece in enumerate(pieces) if place not in left_out]


_ALWAYS = frozenset(
    {"cookie", "skip", "share", "newsletter", "copyright", "more", "menu line", "menu"}
)
_KINDS = (
    ("skip", words.SKIP),
    ("share", words.SHARE),
    ("newsletter", words.NEWSLETTER),
    ("copyright", words.COPYRIGHT),
    ("comments", words.COMMENTS),
    ("news", words.NEWS),
    ("more", words.MORE),
    ("date", words.DATE),
)
MAX_LENGTH = 1000  # letters of a text that may be of a site
MAX_COOKIE = 80  # words of a notice on cookies; a longer text is about them


def _kind(text: str) -> str | None:
    """Return what of a website a text is; None where it is nothing known."""
    text = text.strip()
    if len(text) > MAX_LENGTH:
        return None
    bare = text.rstrip(" .!:…→»›>[]*_").lstrip(" [*_→»›")
    if len(text.split()) <= MAX_COOKIE and words.is_cookie_notice(text):
        return "cookie"
    for kind, pattern in _KINDS:
        if pattern.fullmatch(bare):
            return kind
    if words.is_menu_word(bare):
        return "news?" if words.MAYBE_NEWS.fullmatch(bare) else "menu"
    if words.is_menu_line(text):
        return "menu line"
    return "news?" if words.MAYBE_NEWS.fullmatch(bare) else None


def _is_short(piece: Piece) -> bool:
    return len(piece.text.split()) <= SHORT and piece.text[-1:] not in ".!?;,"


def _link_lists(pieces: Sequence[Piece]) -> set[int]:
    """Return the places of short bullets in a row that are nothing but links: menus, contents."""
    found: set[int] = set()
    places = range(len(pieces))
    for is_entry, run in groupby(places, lambda i: pieces[i].is_link and _is_short(pieces[i])):
        entries = list(run)
        if is_entry and len(entries) >= MIN_LINKS:
            found.update(entries)
    return found


def _own_headings(pieces: Sequence[Piece], kinds: Sequence[str | None]) -> set[int]:
    """Return the places of headings that are called as entries of menus are, above a text."""
    return {
        place
        for place, (piece, following) in enumerate(pairwise(pieces))
        if kinds[place] == "menu"
        and piece.kind is BlockKind.HEADING
        and kinds[place + 1] is None
        and not _is_short(following)
    }


def _menus(pieces: Sequence[Piece], kinds: Sequence[str | None]) -> set[int]:
    """Return the places of menus: short pieces in a row, with entries that any site has.

    From the first of those entries to the last; before the text begins and
    after it ends, the other short pieces of the row too, but for the headings
    right above the text.
    """
    found: set[int] = set()
    runs = groupby(range(len(pieces)), lambda i: _is_short(pieces[i]) or kinds[i] is not None)
    seen_text = False
    for short, run in runs:
        places = list(run)
        if not short:
            seen_text = seen_text or any(len(pieces[i].text.split()) > 12 for i in places)
            continue
        known = [i for i in places if kinds[i] in ("menu", "news?", "menu line")]
        if len(known) < 2 and not any(kinds[i] == "menu line" for i in known):
            continue
        first, last = known[0], known[-1]
        at_end = places[-1] == len(pieces) - 1
        if not seen_text and not at_end:
            first, last = places[0], max(last, places[-1] - 2)
        elif at_end:
            last = places[-1]
        if last - first + 1 <= 4 * len(known) + 12:
            found.update(range(first, last + 1))
    return found


def _news(pieces: Sequence[Piece], kinds: Sequence[str | None]) -> set[int]:
    """Return the places of news and reactions that their title and their signs give away."""
    found: set[int] = set()
    place = 0
    while place < len(pieces):
        if kinds[place] in ("news", "news?", "comments"):
            end = _items_end(pieces, kinds, place)
            if end > place + 1:
                found.update(range(place, end))
                place = end
                continue
        place += 1
    return found


def _items_end(pieces: Sequence[Piece], kinds: Sequence[str | None], title: int) -> int:
    """Return where the items under a title end: each has a date or "lees meer" near.

    Where headings have levels, all below the title's is of the section.
    """
    level = pieces[title].level if pieces[title].kind is BlockKind.HEADING else None
    end = place = title + 1
    while place < len(pieces):
        sign = next(
            (
                i
                for i in range(place, min(place + NEAR, len(pieces)))
                if kinds[i] in ("date", "more", "menu line") or kinds[i] == "comments"
            ),
            None,
        )
        if sign is None or any(_is_text(pieces[i]) for i in range(place, sign)):
            break
        place = end = sign + 1
    return _with_teaser(pieces, kinds, end, level) if end > title + 1 else end


def _with_teaser(
    pieces: Sequence[Piece], kinds: Sequence[str | None], end: int, level: int | None
) -> int:
    """Return the end with the text of the last item, where that follows its date."""
    if kinds[end - 1] != "date":
        return end
    for step in range(2):
        if end >= len(pieces):
            break
        piece = pieces[end]
        is_title = piece.kind is BlockKind.HEADING
        if is_title and (step or (level is not None and piece.level <= level)):
            break
        if _is_text(piece) or piece.kind is BlockKind.BULLET:
            break
        end += 1
    return end


def _is_text(piece: Piece) -> bool:
    """Say whether a piece is longer than any teaser."""
    return len(piece.text.split()) > TEASER


def _end(pieces: Sequence[Piece], kinds: Sequence[str | None]) -> set[int]:
    """Return the places of all that follows the text: from a title of news or reactions on.

    Only where nothing there is longer than a teaser, no list of points stands
    there, and the whole is a small part of the text.
    """
    counts = [len(piece.text.split()) for piece in pieces]
    most = END_SHARE * sum(counts)
    begin: int | None = None
    points = length = 0
    for place in range(len(pieces) - 1, -1, -1):
        piece = pieces[place]
        length += counts[place]
        is_item = piece.kind is BlockKind.BULLET and kinds[place] is None and not piece.is_link
        points += is_item and counts[place] > SHORT
        if counts[place] > TEASER or points > MAX_POINTS or length > most:
            break
        if kinds[place] in ("news", "comments"):
            begin = place
    return set() if begin is None else set(range(begin, len(pieces)))
