import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import manifesto_check
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


SOURCES = Path(manifesto_check.__file__).parent
# Limits, and what is only told of two or more.
NEVER_ONE = {"limit", "least", "often", "both", "pairs", "verdicts", "programmes"}
NEVER_ONE_HERE = {
    "cli/messages.py": {"names"},
    "reports/html/words.py": {"count", "total"},
}
PLURAL = re.compile(
    r"\{(\w+)\} (?:daarvan )?(?:pagina's|woorden|maatregelen|programma's|citaten|oordelen|"
    r"opmerkingen|fouten|thema's|bronnen|lijsten|voorstellen|namen voor|stonden|bijdragen|"
    r"pages|words|measures|programmes|quotes|verdicts|findings|errors|themes|sources|lists|"
    r"proposals|times|were)\b"
)


def texts() -> Iterator[tuple[str, str]]:
    """Every text of the package, with where it stands."""
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield f"{path.relative_to(SOURCES)}:{node.lineno}", node.value


def test_no_text_has_a_plural_that_one_would_make_wrong() -> None:
    wrong = {
        (place, match[0])
        for place, text in texts()
        for match in PLURAL.finditer(text)
        if match[1] not in NEVER_ONE | NEVER_ONE_HERE.get(place.partition(":")[0], set())
    }
    assert wrong == set()


def test_all_words_for_one_differ_from_those_for_more() -> None:
    seen = 0
    for place, text in texts():
        fields = {name for _, name, spec, _ in parsed(text) if name and "|" in (spec or "")}
        if not fields or "``" in text:  # a docstring shows the form
            continue
        seen += 1
        others = {name: "x" for _, name, _, _ in parsed(text) if name} | dict.fromkeys(fields, "")
        told = [text.format(**others | dict.fromkeys(fields, Count(n))) for n in (1, 2)]
        assert told[0] != told[1], place
    assert seen > 50


def parsed(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """The fields of a text that is filled in; none where it is no such text."""
    try:
        return list(Formatter().parse(text))
    except ValueError:
        return []
