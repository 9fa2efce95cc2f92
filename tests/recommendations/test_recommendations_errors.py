"""Every kind of mistake in a list is reported where it stands, and says what was expected.

Each case replaces a part of the sample; § marks where the problem is.
"""

from __future__ import annotations

import pytest

CASES = {
    "unknown key": ("title_only: true", "§titel_only: true", "bedoelde u 'title_only'?"),
    "unknown key, nothing near": ("wants: less", "§xyz: 1", "mogelijk zijn: id, text, wants"),
    "unknown key of a concept": ("parts: [beboet]", "§part: [beboet]", "bedoelde u 'parts'?"),
    "unknown key of a use": ("optional: true}", "§parts: [a]}", "'parts' in dit begrip"),
    "missing title": (
        "- id: B2\n    title: Andere punten",
        "- §id: B2",
        "'title' ontbreekt in dit",
    ),
    "missing text": (
        "- id: b2-streng\n        text: De gemeente beboet iedereen die\n          buiten slaapt.",
        "- §id: b2-streng",
        "sleutel 'text' ontbreekt in deze maatregel",
    ),
    "missing version": (
        "schema_version: 1\nvocabulary",
        "§vocabulary",
        "'schema_version' ontbreekt",
    ),
    "version as text": (
        "schema_version: 1",
        'schema_version: §"1"',
        "verwacht 1, maar hier staat '1'",
    ),
    "later version": ("schema_version: 1", "schema_version: §2", "verwacht 1, maar hier staat '2'"),
    "list instead of text": (
        "text: Wie",
        "text: §[Wie]\n        #",
        "verwacht tekst, maar hier staat een lijst",
    ),
    "text instead of list": ("terms: [boete, bekeuring]", "terms: §boete", "verwacht een lijst"),
    "number as id": ("id: B1.1\n", "id: §1.1\n", 'zet dit tussen aanhalingstekens: "1.1"'),
    "date as id": ("id: B1.1\n", "id: §2024-01-01\n", "2024-01-01, dat YAML als een datum leest"),
    "no as a term": (
        "[gemeente, wethouder]",
        "[gemeente, §no]",
        "no, dat YAML als ja of nee leest; zet",
    ),
    "sexagesimal term": (
        "[gemeente, wethouder]",
        "[§12:30]",
        "12:30, dat YAML als een bijzonder getal leest",
    ),
    "nothing": ("title: Andere punten", "title:§", "title: verwacht tekst, maar hier staat niets"),
    "colon in a text": ("text: Wie", "text:\n          §nu: Wie", "staat er een ': ' in de tekst?"),
    "text instead of true": (
        "title_only: true",
        "title_only: §ja",
        "verwacht true of false, maar hier staat 'ja'",
    ),
    "wrong choice": (
        "wants: less",
        "wants: §minder",
        "verwacht more of less, maar hier staat 'minder'",
    ),
    "wrong direction": ("direction: at_least", "direction: §min", "verwacht at_least of at_most"),
    "comma in a number": ("value: 25", 'value: §"2,5"', "een punt in plaats van de komma"),
    "quotes around a number": (
        "value: 25",
        'value: §"25"',
        "verwacht een getal (met een punt, zonder",
    ),
    "infinite": ("value: 25", "value: §.inf", "verwacht een getal (met een punt"),
    "no number": ("value: 25", "value: §.nan", "verwacht een getal (met een punt"),
    "overflowing number": ("value: 25", "value: §1.0e+999", "verwacht een gewoon getal"),
    "number of a thousand digits": ("value: 25", "value: §" + "9" * 1000, "verwacht een getal"),
    "empty list": (
        "examples:\n        - Een kwart van wat we bouwen wordt sociale huur.",
        "examples: §[]",
        "de lijst is leeg",
    ),
    "blank text": ("title: Andere punten", 'title: §"  "', "title: de tekst is leeg; vul haar in"),
    "text too long": (
        "text: Wie",
        "text: §" + 1990 * "w" + " Wie",
        "te lang: 2032 tekens; verwacht hooguit 2000",
    ),
    "id too long": ("id: B1.1\n", f"id: §{'b' * 41}\n", "te lang: 41 tekens; verwacht hooguit 40"),
    "space in an id": ("id: B1.1\n", "id: §B1 1\n", "'B1 1' kan geen id zijn; verwacht letters"),
    "newline after an id": ("id: B1.1\n", 'id: §"B1.1\\n"\n', "kan geen id zijn"),
    "escape sequence": ("title: Andere punten", 'title: §"\\e[31mrood"', "stuurteken U+001B"),
    "reversed reading": (
        "title: Andere punten",
        "title: §a\u202eb",
        "onzichtbaar stuurteken U+202E",
    ),
    "same id twice": ("id: b2-streng", "id: §b1.1B", "'b1.1B' is al van een maatregel op regel 33"),
    "same id on another level": ("id: B2.1", "id: §B", "'B' is al van een bron op regel 9"),
    "same key twice": (
        "wants: less",
        "wants: less\n        §wants: more",
        "'wants' staat er al (regel 21)",
    ),
    "same name twice": (
        "- name: gemeente",
        "- name: §dakloze mensen",
        "staat al in vocabulary (regel 3)",
    ),
    "unknown concept": ("- dakloze mensen\n", "- §dakloze mens\n", "bedoelde u 'dakloze mensen'?"),
    "unknown concept in a use": ("{use: gemeente,", "{use: §gemeentes,", "bedoelde u 'gemeente'?"),
    "concept named twice": (
        "- dakloze mensen\n",
        "- dakloze mensen\n        - §dakloze mensen\n",
        "staat er al",
    ),
    "number as concept": ("- dakloze mensen\n", "- §3\n", 'zet dit tussen aanhalingstekens: "3"'),
    "concept without words": (
        "- name: nieuwbouw\n          terms: [nieuwbouw]",
        "- §name: nieuwbouw",
        "verwacht terms of parts",
    ),
    "word that is not inside": (
        "sources:\n",
        "not_meant:\n- {word: schuld, inside: [Staatsschuld, §staatskas]}\nsources:\n",
        "'schuld' staat niet in 'staatskas'",
    ),
    "word without what it is inside": (
        "sources:\n",
        "not_meant:\n- §{word: schuld}\nsources:\n",
        "sleutel 'inside' ontbreekt in dit deel van not_meant",
    ),
    "unknown related": ("[B1.1a]", "[§B1.1c]", "er is geen maatregel 'B1.1c'; bedoelde u 'B1.1"),
    "related to a recommendation": ("[B1.1a]", "[§B1.1]", "er is geen maatregel 'B1.1'"),
    "related to itself": ("[B1.1a]", "[§b2-streng]", "kan niet naar zichzelf verwijzen"),
    "related and conflicting": (
        "[B1.1a]",
        "[B1.1a]\n        related: [B1.1b, §B1.1b]",
        "staat al in related",
    ),
    "tag": (
        "title: Andere punten",
        "title: §!!python/name:os.system x",
        "YAML-tag '!!python/name:os.system' mag niet",
    ),
    "merge key": (
        "title: Andere punten",
        "title: x\n    §<<: {id: y}",
        "samenvoegen met << kan niet",
    ),
    "list as a key": (
        "title: Andere punten",
        "title: x\n    ? §[a]\n    : y",
        "een sleutel is hier een lijst",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_reported_where_it_stands(
    case: str, sample: str, problems_of, either_parser
) -> None:
    old, new, message = CASES[case]
    assert old in sample
    marked = sample.replace(old, new, 1)
    before, _, after = marked.partition("§")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")

    problems = problems_of(before + after)

    found = [p for p in problems if (p.line, p.column) == (line, column) and message in p.message]
    assert len(found) == 1, problems


def test_all_problems_are_reported_at_once_in_the_order_of_the_file(sample, problems_of) -> None:
    wrong = (
        sample.replace("schema_version: 1", "schema_version: 1\nwants: more")
        .replace("id: B1.1a", "id: B1.1b")
        .replace("- dakloze mensen\n", "- daklozen\n")
        .replace("value: 25", "value: veel")
        .replace("[B1.1a]", "[B9]")
    )

    problems = problems_of(wrong)

    assert [(p.line, p.message.split(";")[0]) for p in problems] == [
        (2, "onbekende sleutel 'wants' in het bestand"),
        (24, "begrip 'daklozen' staat niet in vocabulary"),
        (34, "id 'B1.1b' is al van een maatregel op regel 20"),
        (
            45,
            "value: verwacht een getal (met een punt, zonder aanhalingstekens), "
            "maar hier staat 'veel'",
        ),
        (55, "conflicts: er is geen maatregel 'B9'"),
    ]


def test_a_problem_on_one_line_stays_on_one_line(problems_of) -> None:
    problems = problems_of('"een\\nsleutel\\e[1m": 1\n')

    assert all(problem.message.isprintable() for problem in problems)
