"""On which line a key stands."""

import pytest

from manifesto_check.config.lines import line_of

TEXT = """\
# a comment = 1
a = 1
"b c" = 2

[t]
x.y = 3
V5.3b = "z"
inline = { q = 1 }
[ t . u ]
'v' = 4
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("a", 2), ("b c", 3), ("t", 5), ("t.x.y", 6), ("t.x", 6), ("t.V5.3b", 7),
        ("t.inline.q", 8), ("t.u.v", 10), ("t.u.w", 9), ("zz", None),
    ],
)  # fmt: skip
def test_the_line_of_a_key_or_of_what_it_stands_in(key: str, line: int | None) -> None:
    assert line_of(TEXT, key) == line
