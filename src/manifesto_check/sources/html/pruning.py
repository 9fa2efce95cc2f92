"""What a site puts around a text, cut out of the tree of a page.

By the meaning of elements (``nav``, ``footer``), by their roles, by the words of
their classes, by titles such as "Laatste nieuws", and lists of nothing but links.
What holds a good part of the page's text is not cut out, whatever it is called:
a programme may be published as news, or inside a form. The same goes for what
many elements of one class hold together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from manifesto_check.sources import website_words as words

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEVER = _words(
    "script style template noscript svg iframe object embed canvas audio video select option "
    "datalist input textarea dialog head menu map"
)
_ROLES = _words(
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar "
    "toolbar alert tooltip"
)
_SURE = _words(
    "cookie cookies cookiebar cookiebanner cookienotice cookieconsent consent gdpr cmp onetrust "
    "cybot cybotcookiebot cookiebot cky complianz cmplz borlabs klaro usercentrics nav navbar "
    "navigation navigatie menu submenu mainmenu hoofdmenu topmenu breadcrumb breadcrumbs "
    "kruimelpad hamburger offcanvas skiplink footer colofon comments commentlist commentform "
    "respond reacties disqus addtoany sharedaddy sharethis sharebar nieuwsbrief newsletter "
    "mailchimp popup modal lightbox pagination pager sr visuallyhidden screenreader"
)
"""Words of classes and ids of what is never part of a text."""
_LIKELY = _words(
    "sidebar zijbalk related gerelateerd news nieuws newsfeed nieuwsoverzicht teaser teasers "
    "actueel agenda events share sharing delen social socials masthead topbar toolbar "
    "subscribe signup aanmelden donate doneren tagcloud postmeta twitter facebook "
    "instagram feed comment reactie advertisement advertentie promo"
)
"""Those of what mostly is not, but for a large part of the page."""
_PAIRS = frozenset(
    {
        ("site", "header"),
        ("skip", "link"),
        ("screen", "reader"),
        ("visually", "hidden"),
        ("recent", "posts"),
        ("latest", "posts"),
        ("widget", "area"),
        ("post", "navigation"),
        ("back", "top"),
    }
)
"""Two such words beside each other."""
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
LARGE = 0.35  # share of the page's letters that makes something part of its text
MOST = 0.6  # the same for what is surely of the site
LINKS = 0.75  # share of the letters of a list that are links, if it is a menu
MIN_LINKS = 3
MAX_TITLES = 100  # of news and the like that are looked at
SHORT = 70  # letters of an entry of such a list on average
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def prune(tree: HtmlElement) -> None:
    """Cut out of a page all that is not its text."""
    body = tree.find("body")
    if body is None:
        return
    for element in [e for e in tree.iter() if isinstance(e.tag, str)]:
        if element.tag in _NEVER and element is not tree:
            _drop(element)
    weights = _Weights(body)
    for element in [e for e in body.iterdescendants() if isinstance(e.tag, str)]:
        if _is_cut(element, weights):
            _drop(element)
    titles = [heading for heading in body.iter(*_HEADINGS) if _is_aside_title(heading)]
    for heading in titles[:MAX_TITLES]:
        _drop_section(heading, weights)


class _Weights:
    """The share of a page's letters that stand in an element, or in all with a word.

    Attributes:
        above_text: elements that hold the page's main element.
        above_title: elements that hold a heading of the first level.
    """

    def __init__(self, body: HtmlElement) -> None:
        self._letters: dict[HtmlElement, int] = defaultdict(int)
        for element in reversed(list(body.iter())):
            self._letters[element] += _letters(element.text)
            parent = element.getparent()
            if parent is not None:
                self._letters[parent] += self._letters[element] + _letters(element.tail)
        self._whole = max(self._letters[body], 1)
        self.above_text = {above for e in body.iter("main") for above in e.iterancestors()}
        self.above_title = {above for e in body.iter("h1") for above in e.iterancestors()}
        self._words: dict[str, float] = defaultdict(float)
        known = _SURE | _LIKELY
        counted: dict[HtmlElement, frozenset[str]] = {}
        for element in body.iter():
            above = counted.get(element.getparent(), frozenset())
            tokens = known.intersection(_tokens(element)) - above if element.attrib else above
            counted[element] = above | tokens
            for token in tokens - above:
                self._words[token] += self.of(element)

    def of(self, element: HtmlElement) -> float:
        """Return the share of an element."""
        return self._letters[element] / self._whole

    def letters(self, element: HtmlElement) -> int:
        """Return the number of letters and signs in an element."""
        return self._letters[element]

    def known(self, tokens: list[str], words_: frozenset[str], most: float) -> bool:
        """Say whether one of the words is there that no good part of the page goes under."""
        return any(token in words_ and self._words[token] < most for token in tokens)


def _is_cut(element: HtmlElement, weights: _Weights) -> bool:
    """Say whether an element is of the site, and not of its text."""
    tag = element.tag
    if tag in ("main", "a", *_HEADINGS) or element in weights.above_text:
        return False
    share = weights.of(element)
    if share >= MOST:
        return False
    if tag in ("nav", "footer") or (element.get("role") or "").lower() in _ROLES:
        return True
    tokens = _tokens(element)
    pairs = set(pairwise(tokens))
    if weights.known(tokens, _SURE, MOST) or not _PAIRS.isdisjoint(pairs):
        return share < LARGE or element not in weights.above_title
    if share >= LARGE:
        return False
    if weights.known(tokens, _LIKELY, LARGE) and element not in weights.above_title:
        return True
    return _is_meant_so(element, tag, weights)


def _is_meant_so(element: HtmlElement, tag: str, weights: _Weights) -> bool:
    """Say whether an element is one that sites put around a text, or a list of links."""
    if tag == "header":
        return _inside(element, "article", "main", "section") is None
    if tag == "aside":
        return _inside(element, "article") is None
    if tag in ("form", "button"):
        return tag == "form" or not _is_fold(element)
    return tag in ("ul", "ol") and _is_menu(element, weights)


def _tokens(element: HtmlElement) -> list[str]:
    """Return the words of an element's class and id, in lower case."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:400]
    return [token.lower() for token in _TOKEN.findall(names)]


def _inside(element: HtmlElement, *tags: str) -> HtmlElement | None:
    return next(element.iterancestors(*tags), None)


def _is_fold(button: HtmlElement) -> bool:
    """Say whether a button opens a fold of the text: it stands in a heading, or says so."""
    return button.get("aria-expanded") is not None or _inside(button, *_HEADINGS) is not None


def _is_menu(element: HtmlElement, weights: _Weights) -> bool:
    """Say whether a list is nothing but links."""
    links = [letters for link in element.iter("a") if (letters := weights.letters(link))]
    if len(links) < MIN_LINKS or sum(links) < LINKS * weights.letters(element):
        return False
    return sum(links) / len(links) <= SHORT


def _is_aside_title(heading: HtmlElement) -> bool:
    """Say whether a heading is that of news, reactions or a form to sign up."""
    text = " ".join(heading.text_content().split()).strip(" .:!…")
    patterns = (words.NEWS, words.COMMENTS, words.NEWSLETTER, words.SHARE)
    return any(pattern.fullmatch(text) for pattern in patterns)


def _drop_section(heading: HtmlElement, weights: _Weights) -> None:
    """Cut out the largest element that begins with a heading and is a small part of the page."""
    found = None
    element = heading
    for parent in heading.iterancestors():
        before = any(
            weights.letters(sibling) or (sibling.tail or "").strip()
            for sibling in element.itersiblings(preceding=True)
        )
        is_main = parent.tag in ("main", "body", "html") or weights.of(parent) >= LARGE
        if is_main or before or (parent.text or "").strip():
            break
        element = found = parent
    if found is not None:
        _drop(found)


def _letters(text: str | None) -> int:
    return len("".join(text.split())) if text else 0


def _drop(element: HtmlElement) -> None:
    """Remove an element; the text behind it stays."""
    if element.getparent() is not None:
        element.drop_tree()
