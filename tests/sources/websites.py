"""Texts as people scrape them from a party's site, and pages as they save them; all invented."""

from __future__ import annotations

PROGRAMME = """Wonen

Een huis is de plek waar je tot rust komt. In Waterveen is die plek schaars geworden, en de markt \
lost dat niet op.

Bouwen voor wie hier woont

Tot 2034 bouwt Waterveen 2.400 huizen. In elk nieuwbouwplan is ten minste 40 procent van de huizen \
bestemd voor sociale verhuur.

- Van elke tien huurhuizen gaan er twee naar mensen die uit de opvang komen.
- We verkopen geen enkel huurhuis uit het bezit van de corporaties.
- Ouderen die kleiner willen wonen, krijgen hulp van een verhuiscoach.

Armoede en schulden

Wie schulden heeft, krijgt binnen een week een gesprek. De gemeente neemt kleine schulden over.

Kinderen uit arme gezinnen krijgen een fiets en een zwemdiploma, zonder dat hun ouders daarvoor \
vijf formulieren hoeven in te vullen.

Digitale veiligheid

De gemeente plaatst op haar eigen website geen cookies van anderen, en verkoopt geen gegevens.
"""
"""Holds a sentence on cookies that is policy, which has to stay."""

NOISE = (
    "Wij gebruiken cookies",
    "Housing First voor alle daklozen",
    "straatboetes",
    "gratis openbaar vervoer",
    "nachtopvang het hele jaar",
    "scheld alle schulden",
    "Samen maken we een einde aan armoede",
    "nieuwsbrief",
    "Alles accepteren",
    "Lees meer",
)
"""What must not be quoted from any of these."""

COOKIES = """Wij gebruiken cookies om deze website te verbeteren en om te meten wat u van onze \
plannen tegen dakloosheid leest. Door verder te gaan stemt u daarmee in.

Alles accepteren

Weigeren

Voorkeuren
"""
MENU = """Ga naar de inhoud
Home
Nieuws
Standpunten
Housing First voor alle daklozen
Betaalbaar wonen
Mensen
Contact
Word lid
"""
SHARE = """Deel dit artikel: Facebook X WhatsApp

Schrijf je in voor onze nieuwsbrief en blijf op de hoogte
"""
NEWS = """Laatste nieuws

12 januari 2026

Motie aangenomen: straatboetes gaan van tafel

De raad nam onze motie aan. Wie buiten slaapt krijgt geen boete meer maar hulp.

Lees meer

3 januari 2026

Fractie wil gratis openbaar vervoer voor minima

Met een pas reizen minima straks zonder te betalen.

Lees meer
"""
NEWS_WITHOUT_SIGNS = """Meer nieuws

Motie aangenomen: straatboetes gaan van tafel

De raad nam onze motie aan. Wie buiten slaapt krijgt geen boete meer maar hulp.

Wij willen de nachtopvang het hele jaar open

Onze fractie stelde vragen over de sluiting in april.
"""
REACTIONS = """2 reacties

Jan de Vries zegt:

Wat een goed plan, scheld alle schulden van jongeren kwijt!

Els zegt:

En maak het gratis openbaar vervoer voor ouderen weer mogelijk.
"""
FOOTER = """Volg ons op Facebook en Instagram

Contact

Privacyverklaring

© 2026 De Brede Dijk. Samen maken we een einde aan armoede en schulden.
"""
LAST_HALF = PROGRAMME[PROGRAMME.index("Armoede") :]
FIRST_HALF = PROGRAMME.removesuffix(LAST_HALF)
TITLE = "Niemand achter de dijk vergeten\n"

TEXTS = {
    "from top to bottom": [COOKIES, MENU, TITLE, PROGRAMME, SHARE, NEWS, FOOTER],
    "news first": [MENU, COOKIES, NEWS, TITLE, PROGRAMME, FOOTER],
    "news without dates at the end": [MENU, TITLE, PROGRAMME, NEWS_WITHOUT_SIGNS, FOOTER, COOKIES],
    "reactions": [COOKIES, MENU, TITLE, PROGRAMME, SHARE, REACTIONS, FOOTER],
    "menu on a line": [
        "Home | Nieuws | Standpunten | Housing First voor alle daklozen | Contact\n",
        "Home > Standpunten > Wonen\n",
        TITLE,
        PROGRAMME,
        NEWS,
        FOOTER,
    ],
    "cookies in the middle": [MENU, TITLE, FIRST_HALF, COOKIES, LAST_HALF, NEWS, FOOTER],
}
"""Scraped texts, each as its parts."""

MARKDOWN = """[Ga naar de inhoud](#main)

* [Home](/)
* [Nieuws](/nieuws)
* [Housing First voor alle daklozen](/standpunten/hf)
* [Contact](/contact)

Wij gebruiken cookies om deze website te verbeteren. [Alles accepteren](#) [Weigeren](#)

# Niemand achter de dijk vergeten

{programme}

## Laatste nieuws

### [Motie aangenomen: straatboetes gaan van tafel](/n/1)

12 januari 2026

Wie buiten slaapt krijgt geen boete meer maar hulp.

[Lees meer](/n/1)

### [Fractie wil gratis openbaar vervoer voor minima](/n/2)

3 januari 2026

Met een pas reizen minima straks zonder te betalen.

[Lees meer](/n/2)

## Schrijf je in voor onze nieuwsbrief

© 2026 De Brede Dijk. Samen maken we een einde aan armoede en schulden.
"""


def as_markdown() -> str:
    """A page turned into Markdown by a program, with the headings of the programme as such."""
    headings = ("Wonen", "Bouwen voor wie hier woont", "Armoede en schulden", "Digitale veiligheid")
    lines = [f"## {line}" if line in headings else line for line in PROGRAMME.split("\n")]
    return MARKDOWN.format(programme="\n".join(lines))


SITE = """<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Programma - De Brede Dijk</title>
<script>var t = "gratis openbaar vervoer";</script><style>p { margin: 0 }</style></head>
<body>
<div class="cookie-notice" role="dialog"><p>Wij gebruiken cookies om deze website te verbeteren en
om te meten wat u van onze plannen tegen dakloosheid leest.</p>
<button>Alles accepteren</button></div>
<header class="site-header"><a href="#main">Ga naar de inhoud</a><nav class="menu"><ul>
<li><a href="/">Home</a></li><li><a href="/nieuws">Nieuws</a></li>
<li><a href="/hf">Housing First voor alle daklozen</a></li><li><a href="/contact">Contact</a></li>
</ul></nav></header>
{text}
<div class="related-posts"><h3>Laatste nieuws</h3>
<div class="post"><h4><a href="/n/1">Motie aangenomen: straatboetes gaan van tafel</a></h4>
<p>Wie buiten slaapt krijgt geen boete meer maar hulp.</p><a href="/n/1">Lees meer</a></div>
<div class="post"><h4><a href="/n/2">Fractie wil gratis openbaar vervoer voor minima</a></h4>
<p>Met een pas reizen minima straks zonder te betalen.</p><a href="/n/2">Lees meer</a></div></div>
<div id="comments"><h3>2 reacties</h3><ol class="comment-list"><li><p>Jan: wat een goed plan, scheld
alle schulden van jongeren kwijt!</p></li></ol></div>
<div class="newsletter"><h3>Schrijf je in voor onze nieuwsbrief</h3><form><input></form></div>
<footer class="site-footer"><p>© 2026 De Brede Dijk. Samen maken we een einde aan armoede en
schulden.</p><ul><li><a href="/privacy">Privacyverklaring</a></li></ul></footer>
</body></html>
"""


def _chapters() -> list[tuple[str, str]]:
    """The programme as HTML, in chapters: the heading of each and what stands under it."""
    chapters: list[tuple[str, list[str]]] = []
    in_list = False
    for line in (line for line in PROGRAMME.split("\n") if line):
        if len(line) < 40 and not line.startswith("- "):
            chapters.append((line, []))
            continue
        parts = chapters[-1][1]
        if line.startswith("- ") != in_list:
            in_list = not in_list
            parts.append("<ul>" if in_list else "</ul>")
        parts.append(f"<li>{line[2:]}</li>" if in_list else f"<p>{line}</p>")
    return [
        (heading, "\n".join(parts) + ("</ul>" if parts[-1].startswith("<li>") else ""))
        for heading, parts in chapters
    ]


def _joined(form: str) -> str:
    return "\n".join(form.format(heading=heading, text=text) for heading, text in _chapters())


PAGES = {
    "main and article": f"<main><article>{_joined('<h2>{heading}</h2>{text}')}</article></main>",
    "divs only": f'<div class="content">{_joined("<h2>{heading}</h2>{text}")}</div>',
    "sections": _joined('<section class="block"><div><h2>{heading}</h2>{text}</div></section>'),
    "articles": "<main>" + _joined("<article><h2>{heading}</h2>{text}</article>") + "</main>",
    "folded": "<main>"
    + _joined("<details><summary>{heading}</summary>{text}</details>")
    + "</main>",
    "folded by script": "<main>"
    + _joined(
        '<h2><button aria-expanded="false">{heading}</button></h2>'
        '<div class="accordion-panel" aria-hidden="true" style="display: none">{text}</div>'
    )
    + "</main>",
    "page builder": '<div id="page"><div class="elementor">'
    + _joined(
        '<div class="elementor-section"><div class="elementor-widget"><div class="container">'
        '<h3 class="heading-title">{heading}</h3></div></div><div class="elementor-widget"><div '
        'class="widget-container">{text}</div></div></div>'
    )
    + "</div></div>",
    "table": "<table><tr><td>" + _joined("<h2>{heading}</h2>{text}") + "</td></tr></table>",
    "bare": _joined("<h2>{heading}</h2>{text}"),
}
"""Ways in which sites are built, with the programme in them."""


def page(name: str) -> str:
    """A whole page of that build, with everything that sites put around a text."""
    return SITE.replace("{text}", PAGES[name])
