"""Figures in a passage against a measure's figure."""

from __future__ import annotations

import pytest

from manifesto_check.dutch.figures import Direction
from manifesto_check.matching.figures import CONTRARY, SHORT, compare_figure
from manifesto_check.recommendations.model import Figure

AT_LEAST_30 = Figure(30, "%", Direction.AT_LEAST)
AT_MOST_20 = Figure(20, "%", Direction.AT_MOST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minimaal 30% sociale huur.", 1),
        ("Ten minste 30 % sociale huur.", 1),
        ("Van de nieuwe huizen is 40 procent sociaal.", 1),
        ("Van de nieuwe huizen is 29 procent sociaal.", SHORT),
        ("Een derde van alle woningen is sociaal.", 1),
        ("Twee derde van alle woningen is sociaal.", 1),
        ("Tweederde van alle woningen is sociaal.", 1),
        ("De helft van alle woningen is sociaal.", 1),
        ("Een kwart van alle woningen is sociaal.", SHORT),
        ("Driekwart van alle woningen is sociaal.", 1),
        ("Hoogstens 20% sociale huur.", CONTRARY),
        ("Maximaal 30% sociale huur.", SHORT),
        ("Minder dan 40% sociale huur.", SHORT),
        ("Niet minder dan 40% sociale huur.", 1),
        ("Nooit minder dan 40 procent sociale huur.", 1),
        ("Minder dan een derde is sociaal.", SHORT),
        ("Het aandeel zakt tot onder de 20%.", CONTRARY),
        ("Het aandeel blijft boven de 30%.", 1),
        ("Niet 20% maar 40% sociale huur.", 1),
        ("Tussen de 30 en 40% sociale huur.", 1),
        ("Ten minste 30% en maximaal 40% sociale huur.", 1),
        ("Dertig procent is sociaal, in het centrum veertig.", 1),
        ("Vijfentwintig procent is sociaal.", SHORT),
        ("Twee vijfde van de woningen is sociaal.", 1),
        ("Zodra 35% van een straat sociaal is, houdt het bouwen op.", 0),
        ("Als een derde van de huizen sociaal is, is het genoeg.", 0),
        ("Als het kan, bouwen we 40% sociaal.", 1),
        ("Minstens de helft is sociaal.", 1),
        ("Geen wijken met minder dan 30% sociale huur.", 1),
        ("Geen nieuwe wijk krijgt meer dan 20% sociale huur.", CONTRARY),
        ("Van 25 tot 35% sociale huur.", 1),
        ("In het centrum 15 à 20% sociale huur.", SHORT),
        ("Ten derde willen wij sociale huur.", 0),
        ("In de derde wijk komt sociale huur.", 0),
        ("Een kwartier lopen naar sociale huur.", 0),
        ("Wij bouwen 1.000 sociale woningen in 2026.", 0),
        ("Wij bouwen 40 woningen van 60 m2 voor mensen van 35 jaar.", 0),
        ("Wij bouwen veel sociale woningen.", 0),
        ("", 0),
    ],
)
def test_at_least_30_percent(text, expected):
    assert compare_figure(text, AT_LEAST_30) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoogstens 20% van het inkomen.", 1),
        ("Maximaal 20 procent van het inkomen.", 1),
        ("Minder dan 20% van het inkomen.", 1),
        ("Maximaal 2,5% van het inkomen.", 1),
        ("Maximaal 25,5% van het inkomen.", SHORT),
        ("Een vijfde van het inkomen.", 1),
        ("Een derde van het inkomen.", SHORT),
        ("Minimaal 30% van het inkomen.", CONTRARY),
        ("Minimaal 10% van het inkomen.", SHORT),  # that can be any share above it
        ("Niet minder dan 10% van het inkomen.", SHORT),
        ("Twintig procent van het inkomen.", 1),
        ("Hooguit een vijfde van het inkomen.", 1),
        ("Ten hoogste een kwart van het inkomen.", SHORT),
        ("Maximaal 20 euro van het inkomen.", 0),
    ],
)
def test_at_most_20_percent(text, expected):
    assert compare_figure(text, AT_MOST_20) == expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Wij bouwen 1.000 woningen.", Figure(1000, "woningen", Direction.AT_LEAST), 1),
        ("Wij bouwen 1 000 woningen.", Figure(1000, "woningen", Direction.AT_LEAST), 1),
        ("Wij bouwen 1000 woningen.", Figure(1000, "woningen", Direction.AT_LEAST), 1),
        ("Honderd woningen erbij.", Figure(1000, "woningen", Direction.AT_LEAST), SHORT),
        ("Wij geven €1.000 euro.", Figure(1000, "euro", Direction.AT_LEAST), 1),
        ("Hulp voor 18-jarigen.", Figure(18, "jaar", Direction.AT_LEAST), 1),
        ("Wij bouwen 999 woningen.", Figure(1100, "woningen", Direction.AT_LEAST), SHORT),
        ("Wij bouwen 1.250.000 woningen.", Figure(1000, "woningen", Direction.AT_LEAST), 1),
        ("Jongeren van 18 tot 21 jaar.", Figure(18, "jaar", Direction.AT_MOST), 1),
        ("Jongeren van 18 tot en met 21 jaar.", Figure(18, "jaar", Direction.AT_MOST), 1),
        ("Voor 18- tot 21-jarigen.", Figure(18, "jaar", Direction.AT_MOST), 1),
        ("Voor 18-21-jarigen.", Figure(18, "jaar", Direction.AT_MOST), 1),
        ("Voor jongeren vanaf 21 jaar.", Figure(18, "jaar", Direction.AT_MOST), SHORT),
        ("Hulp tot 27 jaar.", Figure(27, "jaar", Direction.AT_LEAST), 1),
        ("Hulp tot 18 jaar.", Figure(27, "jaar", Direction.AT_LEAST), SHORT),
        ("Binnen 2 jaar na 1999.", Figure(3, "jaar", Direction.AT_MOST), 1),
        ("Kamers van 18 m².", Figure(15, "m2", Direction.AT_LEAST), 1),
        ("Kamers van 12 m2.", Figure(15, "m2", Direction.AT_LEAST), SHORT),
        ("Kamers van 18 meter.", Figure(15, "m2", Direction.AT_LEAST), 0),
    ],
)
def test_other_units(text, figure, expected):
    assert compare_figure(text, figure) == expected


@pytest.mark.parametrize(
    ("text", "agrees"),
    [("29,8 procent.", 1), ("29,5 procent.", SHORT), ("Bijna 29 procent.", SHORT)],
)
def test_a_rounding_difference_is_no_difference(text, agrees):
    assert compare_figure(text, AT_LEAST_30) == agrees
