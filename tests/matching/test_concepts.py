"""Where concepts are met: lemmas, compounds, word parts, words together, typing errors."""

from __future__ import annotations

import pytest

from manifesto_check.dutch.lexicon import is_known
from manifesto_check.dutch.lookalikes import Lookalikes
from manifesto_check.matching.concepts import ConceptMatcher
from manifesto_check.recommendations.model import Concept


def met(corpus, *concepts, lookalikes=None):
    """Return for each concept the words that meet it."""
    hits = ConceptMatcher(concepts, lookalikes).match(corpus)
    words = [token.text for doc in corpus.docs for token in doc]
    return [[words[i] for i in tokens] for tokens in hits.tokens]


def term(*terms):
    return Concept("woord", terms)


@pytest.mark.parametrize(
    ("wanted", "sentence", "expected"),
    [
        ("opvang", "De opvang is open.", ["opvang"]),
        ("opvang", "Opvang voor iedereen.", ["Opvang"]),
        ("woning", "Wij bouwen woningen.", ["woningen"]),
        ("woningen", "Elke woning telt mee.", ["woning"]),
        ("bouwen", "De stad bouwt en bouwde.", ["bouwt", "bouwde"]),
        ("opvang", "De daklozenopvang blijft open.", ["daklozenopvang"]),
        ("woning", "Wij splitsen huurwoningen.", ["huurwoningen"]),
        ("nachtopvang", "De winternachtopvang blijft open.", ["winternachtopvang"]),
        ("huurwoning", "Er komen jongerenhuurwoningen bij.", ["jongerenhuurwoningen"]),
        ("wijkteam", "De jeugdwijkteams helpen.", ["jeugdwijkteams"]),
        ("opvang", "Het opvangcentrum blijft open.", []),
        ("huur", "De verhuur van zalen.", []),  # ends alike, but no kind of it
        ("opvang", "De zorg blijft open.", []),
        ("wet", "Een pamflet met wetten.", ["wetten"]),  # too short to end a compound
        ("werk", "Een netwerk van jongerenwerk.", ["jongerenwerk"]),  # no kind of it
        ("netwerk", "Het buurtnetwerk groeit.", ["buurtnetwerk"]),
        ("bankje", "Een bank met een bankje en parkbankjes.", ["bankje", "parkbankjes"]),
        ("hoger", "Een hoge belasting en hogere lonen.", ["hogere"]),
        ("dragend", "Wij dragen bij, met dragende huurders.", ["dragende"]),
        ("derde", "Drie wijken, en een derde.", ["derde"]),
        ("geldt", "De regels gelden, het geld is op.", ["gelden"]),
    ],
)
def test_one_word(read, wanted, sentence, expected):
    assert met(read(sentence), term(wanted)) == [expected]


def test_what_a_list_does_not_mean(read):
    corpus = read("De staatsschuld en de huurschuld.")
    concepts = [term("schuld"), term("staatsschuld"), Concept("deel", (), ("schuld",))]
    lookalikes = Lookalikes([("schuld", ["staatsschuld"])])
    assert met(corpus, *concepts, lookalikes=lookalikes) == [
        ["huurschuld"],
        ["staatsschuld"],  # named whole, it always matches
        ["huurschuld"],
    ]
    assert met(corpus, term("schuld")) == [["staatsschuld", "huurschuld"]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Een schuldhulpverleningstraject duurt lang.", ["schuldhulpverleningstraject"]),
        ("De Schuldhulp en de jongerenschuldhulpbus.", ["Schuldhulp", "jongerenschuldhulpbus"]),
        ("Hulp bij een schuld.", []),
    ],
)
def test_parts_match_anywhere_inside_a_word(read, sentence, expected):
    assert met(read(sentence), Concept("schuldhulp", (), parts=("schuldhulp",))) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Niemand mag buiten slapen.", ["buiten", "slapen"]),
        ("Wie slaapt er nog buiten?", ["slaapt", "buiten"]),
        ("Slapen doen mensen soms buiten.", ["Slapen", "buiten"]),
        ("Slapen is een recht voor ieder mens en ieder dier, ook buiten.", []),
        (
            "Iedereen in de stad moet kunnen slapen. Buiten kan niemand echt slapen in de kou.",
            ["Buiten", "slapen"],  # the one in its own sentence, though the other is nearer
        ),
        ("Overal in de stad kan iedereen veilig slapen. Buiten is het op dit moment koud.", []),
    ],
)
def test_several_words_in_any_order_close_together_in_one_sentence(read, sentence, expected):
    assert met(read(sentence), term("buiten slapen")) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "We schaffen alle boetes voor slapen op straat af.",
        "Wij willen de boetes afschaffen.",
        "Er is een plan om de boetes af te schaffen.",
        "De boetes worden afgeschaft.",
    ],
)
def test_separable_verbs(read, sentence):
    assert len(met(read(sentence), term("afschaffen"))[0]) == 1


def test_a_separable_verb_in_a_term_of_several_words(read):
    assert met(read("We schaffen boetes af."), term("boete afschaffen")) == [["schaffen", "boetes"]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Gratis schuldhulpverlenning voor iedereen.", ["schuldhulpverlenning"]),
        ("Gratis schuldhulpverleening voor iedereen.", ["schuldhulpverleening"]),
        ("Gratis fysiotherapie voor iedereen.", []),
    ],
)
def test_a_typing_error_in_a_long_unknown_word(read, sentence, expected):
    assert met(read(sentence), term("schuldhulpverlening")) == [expected]


def test_a_known_word_is_never_a_typing_error(read):
    assert is_known("begroeting")  # one letter from "begroting"
    assert met(read("Een warme begroeting in de wijk."), term("begroting")) == [[]]


def test_a_short_unknown_word_is_never_a_typing_error(read):
    assert met(read("De zorgg blijft hier."), term("zorg")) == [[]]


def test_what_meets_a_concept_is_counted_once(read):
    concept = Concept("opvang", ("opvang", "opvang mensen"), parts=("vang",))
    assert met(read("Opvang voor mensen."), concept) == [["Opvang", "mensen"]]


def test_concepts_may_share_terms(read):
    sentence = "De opvang is in een huis."
    assert met(read(sentence), term("opvang"), term("opvang", "huis")) == [
        ["opvang"],
        ["opvang", "huis"],
    ]


def test_presence_tells_which_passage_meets_which_concept(read):
    corpus = read("De opvang in de stad blijft open. Wij bouwen elk jaar duizend woningen.")
    matcher = ConceptMatcher([term("opvang"), term("woning"), term("zorg")])
    presence = matcher.match(corpus).presence
    assert presence.tolist() == [[True, False, False], [False, True, False]]


def test_no_hits_are_empty_arrays(read):
    corpus = read("Wij bouwen elk jaar duizend woningen.")
    hits = ConceptMatcher([term("zeehond")]).match(corpus)
    assert [len(tokens) for tokens in hits.tokens] == [0]
    assert not hits.presence.any()


@pytest.mark.parametrize("text", ["", "Wij bouwen elk jaar duizend woningen."])
def test_nothing_to_look_for_or_in(read, text):
    corpus = read(text)
    assert ConceptMatcher([]).match(corpus).presence.shape[1] == 0
    hits = ConceptMatcher([term("buiten slapen"), term("zorg")]).match(corpus)
    assert hits.presence.shape == (len(corpus.passages), 2)


def test_one_matcher_serves_many_programmes(read):
    first, second = read("De opvang is open."), read("Wij bouwen huizen en een opvang.")
    matcher = ConceptMatcher([term("opvang")])
    before = matcher.match(first).tokens[0].tolist()
    matcher.match(second)
    assert matcher.match(first).tokens[0].tolist() == before == [1]


def test_words_of_an_earlier_programme_match_as_new_ones_do(read):
    sentence = "De daklozenopvang en de schuldhulpbus blijven open; de opvagn niet."
    concepts = [term("opvang"), Concept("hulp", (), parts=("schuld",)), term("opvang bus")]
    matcher = ConceptMatcher(concepts)
    first, again = (matcher.match(read(sentence)) for _ in range(2))
    alone = ConceptMatcher(concepts).match(read(sentence))
    for hits in (first, again):
        assert [tokens.tolist() for tokens in hits.tokens] == [t.tolist() for t in alone.tokens]
