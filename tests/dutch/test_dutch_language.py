"""Language of a whole programme."""

from manifesto_check.dutch.language import is_dutch, is_running_text, junk_share, share_of_dutch
from manifesto_check.model import Block, BlockKind, Page, Programme

DUTCH = "Wij willen dat de gemeente zorgt voor een woning voor elk gezin dat op straat staat. " * 5
ENGLISH = "We want the town to provide a home for each family that is on the street now. " * 5


def programme(*texts):
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, ((0, 1),)) for text in texts)
    return Programme("x.pdf", "0" * 64, (Page(1),), blocks)


def test_a_dutch_programme_with_a_summary_in_english():
    assert is_dutch(programme(DUTCH, DUTCH, ENGLISH))
    assert 0.5 < share_of_dutch((DUTCH + DUTCH + ENGLISH).split()) < 0.9


def test_an_english_programme_with_a_summary_in_dutch():
    assert not is_dutch(programme(ENGLISH, ENGLISH, DUTCH))


def test_too_little_text_to_tell_counts_as_dutch():
    assert is_dutch(programme("Our town for all"))
    assert is_dutch(programme())


def test_capitals_are_no_junk():
    assert junk_share(["WONEN", "IN", "DE", "STAD", "EN", "OP", "HET", "LAND"]) == 0
    assert junk_share([]) == 0


def test_sentences_of_any_known_language_are_running_text():
    german = "Die Gemeinde sorgt für eine Wohnung für jede Familie, die auf der Straße ist."
    for text in (DUTCH, ENGLISH, german):
        assert is_running_text(text.split())


def test_lists_and_debris_are_no_running_text():
    upside_down = "‘joBUIS op uee JoozuexbunsejEq aBIFEUWIOOA J9H “UoIUoWaHed ep 30} BuiImMNOGISA"
    for text in (upside_down, "Wonen 4 Zorg 8 Onderwijs 12 Veiligheid 16 Werk 20", ""):
        assert not is_running_text(text.split())
