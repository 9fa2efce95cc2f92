import pytest

from manifesto_check.counting import Count

TEXT = "{pages} {pages:pagina|pagina's} {pages:is|zijn} gelezen"


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        (0, "0 pagina's zijn gelezen"),
        (1, "1 pagina is gelezen"),
        (2, "2 pagina's zijn gelezen"),
        (21, "21 pagina's zijn gelezen"),
    ],
)
def test_one_and_more_have_words_of_their_own(pages: int, told: str) -> None:
    assert TEXT.format(pages=Count(pages)) == told


def test_a_word_may_be_needed_for_more_only() -> None:
    assert "{n:|alle }{n}".format(n=Count(1)) == "1"
    assert "{n:|alle }{n}".format(n=Count(3)) == "alle 3"


def test_it_is_a_number_like_any_other() -> None:
    assert f"{Count(1234567):,}" == "1,234,567"
    assert f"{Count(7):03d}" == "007"
    assert Count(2) + 1 == 3


def test_a_plain_number_does_not_take_such_words_silently() -> None:
    with pytest.raises(ValueError, match="format"):
        TEXT.format(pages=1)
