"""The words of websites: what stands around a text on the pages of a Dutch party."""

from __future__ import annotations

import re

_MENU = """
home|menu|start|startpagina|hoofdmenu|navigatie|zoeken|zoek|contact|contact opnemen|
neem contact op|nieuws|actueel|over ons|over de partij|wie zijn wij|wie we zijn|onze mensen|
mensen|onze kandidaten|kandidaten|kandidatenlijst|team|fractie|de fractie|bestuur|afdelingen|
inloggen|login|mijn account|uitloggen|agenda|evenementen|vacatures|webshop|winkel|shop|doneer|
doneren|doneer nu|steun ons|word lid|lid worden|word nu lid|doe mee|kom in actie|
vrijwilliger worden|sluiten|sluit|sluit menu|open menu|standpunten|onze standpunten|
standpunten a-z|programma|ons programma|verkiezingen|pers|faq|veelgestelde vragen|privacy|
privacyverklaring|privacybeleid|privacy statement|disclaimer|sitemap|cookies|cookiebeleid|
cookieverklaring|cookie-instellingen|voorwaarden|algemene voorwaarden|anbi|toegankelijkheid|
toegankelijkheidsverklaring|facebook|twitter|x|x.com|instagram|linkedin|youtube|tiktok|whatsapp|
bluesky|mastodon|threads|telegram|rss|e-mail|email|mail|print|printen|delen|deel|deel dit|
deel deze pagina|kopieer link|english|nederlands|nl|en|terug naar boven|naar boven|terug|
terug naar overzicht|vorige|volgende|vorige pagina|volgende pagina|nieuwsbrief|aanmelden|
inschrijven|verstuur|verzenden|volg ons|social media|media|blog|publicaties|downloads|accepteren|
accepteer|alles accepteren|alle cookies accepteren|weigeren|alles weigeren|
alleen noodzakelijke cookies|alleen noodzakelijk|voorkeuren|voorkeuren opslaan|instellingen|
akkoord|meer informatie|lees meer|lees verder|toon meer|meer lezen|laad meer|bekijk alles|
alle berichten
"""
_MENU_WORDS = frozenset(word.strip() for word in _MENU.replace("\n", "").split("|"))
_SEPARATORS = re.compile(r"\s*[|•·›»>/→]+\s*|\s{2,}")
MAX_MENU_LINE = 500  # letters
_EDGE = "[]()*+-–—›»→←×▼▾☰•·:.… "
_LONG_WORDS = sorted((re.escape(word) for word in _MENU_WORDS if len(word) > 2), key=len)
_ALL_MENU = re.compile(rf"\b(?:{'|'.join(reversed(_LONG_WORDS))})\b", re.IGNORECASE)

COOKIE = re.compile(
    r"\b(?:wij|we|deze (?:web)?site|onze (?:web)?site|\w+\.nl|partners)\b.{0,60}"
    r"\b(?:gebruik(?:en|t)?|plaats(?:en|t)?|(?:maakt|maken) gebruik van)\b.{0,60}\bcookies\b"
    r"|\bcookies\b.{0,80}\b(?:deze|onze|de) (?:web)?site\b"
    r"|\b(?:web)?site\b.{0,80}\bcookies\b"
    r"|\b(?:accepteer|accepteren|weiger|weigeren|toestemming|akkoord|instemt|"
    r"stem(?:t|men)? \w{0,3} ?in)\b.{0,60}\bcookies\b"
    r"|\bcookie[\s-]?(?:beleid|verklaring|instellingen|voorkeuren|melding|banner|statement)\w*"
    r"|\bcookies (?:accepteren|weigeren|beheren|toestaan)\b"
    r"|\b(?:functionele|noodzakelijke|analytische|tracking|marketing) cookies\b.{0,80}"
    r"\b(?:site|bezoek|altijd aan|ingeschakeld|statistieken)\b",
    re.IGNORECASE,
)
SKIP = re.compile(
    r"(?:ga|spring|direct|door) (?:direct )?naar (?:de )?(?:hoofd)?inhoud\b.{0,40}"
    r"|(?:naar|overslaan en naar) de inhoud(?: gaan)?|skip to (?:main )?content|sla navigatie over",
    re.IGNORECASE,
)
SHARE = re.compile(
    r"(?:deel|delen|deel dit|deel deze)(?: (?:bericht|artikel|pagina|standpunt|nieuws))?"
    r"(?: (?:op|via|met)\b.{0,60})?:?"
    r"|volg (?:ons|mij|de \w+)(?: (?:op|via)\b.{0,60})?:?|like ons op .{0,40}",
    re.IGNORECASE,
)
NEWSLETTER = re.compile(
    r"(?:schrijf (?:je|u|jezelf)|meld (?:je|u|jezelf)|abonneer (?:je|u)|blijf op de hoogte|"
    r"ontvang)\b.{0,60}\b(?:nieuwsbrief|nieuwsbrieven|e-?mail|updates|mailinglijst)\b.{0,120}"
    r"|(?:je|uw|vul je|vul uw)? ?e-?mailadres\b.{0,30}",
    re.IGNORECASE,
)
COPYRIGHT = re.compile(
    r"(?:©|\(c\) ?\d|copyright\b).{0,300}|.{0,80}\balle rechten voorbehouden\b.{0,60}"
    r"|website (?:door|gemaakt door|ontwikkeld door|by)\b.{0,60}",
    re.IGNORECASE,
)
MORE = re.compile(
    r"(?:lees|bekijk|toon|laad) (?:meer|verder|alle|alles|het hele|de hele)\b.{0,60}"
    r"|(?:alle|meer|naar alle) (?:nieuws|nieuwsberichten|berichten|artikelen)\b.{0,30}"
    r"|(?:continue reading|read more)\b.{0,60}",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|"
    r"sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = re.compile(
    r"(?:(?:geplaatst|gepubliceerd|laatst bijgewerkt|bijgewerkt|geschreven|door)\b.{0,40}?)?"
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+|(?:ma|di|wo|do|vr|za|zo)\.?\s+)?"
    rf"(?:\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}})"
    r"(?:\s*,?\s*\d{1,2}[:.]\d{2}(?: uur)?)?"
    r"(?:\s*[|•·–-]\s*.{0,80}|\s+(?:door|in|nieuws)\b.{0,60})?",
    re.IGNORECASE,
)
NEWS = re.compile(
    r"(?:het )?(?:laatste|recent(?:e)?|ander|meer|gerelateerd(?:e)?|al het|overig|uitgelicht)"
    r" (?:nieuws\w*|berichten|artikelen|blogs?|updates)(?: (?:van|uit|over)\b.{0,40})?"
    r"|lees ook|ook interessant|misschien ook interessant|gerelateerd|in het nieuws"
    r"|nieuws(?:berichten|overzicht|items)|nieuws (?:van|uit) .{0,40}",
    re.IGNORECASE,
)
MAYBE_NEWS = re.compile(
    r"nieuws|actueel|agenda|blogs?|evenementen|berichten|pers(?:berichten)?|uitgelicht|komende \w+",
    re.IGNORECASE,
)
COMMENTS = re.compile(
    r"(?:\d+ )?reacties?(?: \(\d+\)| op .{0,80})?|(?:geef|plaats|laat|schrijf) (?:je |een )"
    r"?(?:een )?reactie(?: achter)?|reageer(?: op .{0,60})?|comments? ?(?:\(\d+\))?"
    r"|opmerkingen \(\d+\)",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"(?:u bent hier:?\s*)?home\s*[>»›/|→]\s*\S.{0,120}", re.IGNORECASE)


_ON_COOKIES = re.compile(
    r"\b(?:gemeenten?|overheid|overheden|bedrijven|platforms|verbied\w*|verbod|verboden|wet|"
    r"wetgeving|toezicht\w*|geen cookies|burgers|consumenten)\b",
    re.IGNORECASE,
)


def is_cookie_notice(text: str) -> bool:
    """Say whether a text is a site's notice on cookies, and not a proposal about them."""
    if "cookie" not in text.lower():
        return False
    return bool(COOKIE.search(text)) and not _ON_COOKIES.search(text)


def is_menu_word(text: str) -> bool:
    """Say whether a text is the name of an entry of a site's menu, or a button."""
    return text.strip(_EDGE).lower() in _MENU_WORDS


def is_menu_line(text: str) -> bool:
    """Say whether a line is a whole menu: ``Home | Nieuws | Over ons | Contact``."""
    if len(text) > MAX_MENU_LINE:
        return False
    if _CRUMBS.fullmatch(text):
        return True
    parts = [part for part in _SEPARATORS.split(text) if part.strip(_EDGE)]
    known = sum(is_menu_word(part) for part in parts)
    if len(parts) >= 3 and known >= 2 and all(len(part.split()) <= 5 for part in parts):
        return True
    if re.search(r"[.!?;]$", text):
        return False
    found = list(_ALL_MENU.finditer(text))
    letters = sum(len(match[0]) for match in found)
    return len(found) >= 3 and letters > 0.6 * len(text.replace(" ", ""))
