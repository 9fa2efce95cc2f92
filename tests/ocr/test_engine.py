"""How well a text was read, by the words in it."""

from __future__ import annotations

from manifesto_check.ocr.engine import is_legible, legibility, seconds_for

GOOD = (
    "De gemeente bouwt elk jaar genoeg betaalbare huizen voor starters. Wie zijn huis dreigt te "
    "verliezen, krijgt op tijd hulp. In elke wijk komt een loket waar inwoners terecht kunnen. "
) * 4
ENGLISH = (
    "The council builds enough affordable homes for everybody who needs one, and those who may "
    "lose their house will get help in time from people that they know and trust in their own "
    "neighbourhood, which is what we have asked for in all of the years that we have been here. "
)


def spoilt(every: int) -> list[str]:
    """The good text with one of so many words misread."""
    return [
        f"{word[0]}l1~{word[1:]}q" if number % every == 0 else word
        for number, word in enumerate(GOOD.split())
    ]


def test_a_good_text_is_legible():
    assert legibility(GOOD.split()) > 0.95
    assert is_legible(legibility(GOOD.split()))


def test_the_share_of_misread_words_is_found_back():
    assert 0.75 < legibility(spoilt(5)) < 0.85
    assert is_legible(legibility(spoilt(10)))
    assert not is_legible(legibility(spoilt(2)))


def test_another_language_is_no_junk_but_left_to_be_told_as_such():
    assert legibility(ENGLISH.split()) == 1.0


def test_time_grows_with_pages():
    assert seconds_for(100) > 10 * seconds_for(1)
