"""The words that ``lint`` knows."""

from __future__ import annotations

# Dutch words so common that a concept of them alone matches every passage:
# function words, and the words that every programme is full of.
STOP_WORDS = frozenset(
    """
    aan al alle alleen als altijd ander andere bij binnen daar daarom dan dat de deze die dit doen
    door dus een eigen elk elke en er extra ga gaan gaat geen goed goede haar had hebben heeft hem
    het hier hij hoe hun iedereen iemand iets ik in is ja je jij jullie kan komen kunnen laten maar
    maken me meer men met mij mijn minder moet moeten mogen na naar niet nieuw nieuwe niets nog nu
    of om omdat onder ons onze ook op over samen te tegen tot tussen u uit van veel via voor waar
    wat we weer wel welke wie wij willen worden wordt zal ze zeer zelf zich zij zijn zo zonder
    zorgen zou zoveel zullen
    gemeente mensen inwoners beleid Nederland stad land overheid partij plan programma
    """.lower().split()
)

# Words that refuse or want less: in opposite_terms they would say the contrary of the contrary.
REFUSALS = frozenset(
    """
    geen niet nooit niets niemand minder zonder tegen afschaffen schrappen stoppen beëindigen
    verminderen verlagen beperken bezuinigen afbouwen
    """.lower().split()
)
