"""Text from outside made safe for Markdown as code hosts show it."""

from __future__ import annotations

import html
import re

from manifesto_check.reports.text import printable

_OBEYED = re.compile(r"([\\`*_\[\]<>|~$])")
_OBEYED_AT_START = re.compile(r"^(\d*)([#+=.):-])")
# What a host would make into a mention of a person, an issue or a link: an empty comment
# inside breaks it and does not show.
_REFERENCE = re.compile(r"(@|[#!](?=\d)|(?i:\bwww\b)|(?i:\b(?:https?|ftp|mailto):))")
_BREAK = "<!-- -->"


def escaped(text: str) -> str:
    """Return text on one line in which Markdown and HTML see nothing to obey.

    Nor does it mention anybody (``@name``) or become a link, where a host
    would otherwise do so of its own accord.
    """
    parts = _REFERENCE.split(printable(text))
    marked = "".join(
        _marked(part) + _BREAK if position % 2 else _marked(part)
        for position, part in enumerate(parts)
    )
    return _OBEYED_AT_START.sub(r"\1\\\2", marked)


def linked(text: str, link: str | None) -> str:
    """Return text as :func:`escaped` does, as a link where there is one."""
    return escaped(text) if link is None else f"[{escaped(text)}]({link})"


def _marked(text: str) -> str:
    return _OBEYED.sub(r"\\\1", text.replace("&", "&amp;"))


def escaped_html(text: str) -> str:
    """Return text for inside an HTML tag of a Markdown file, where no Markdown is obeyed."""
    return _REFERENCE.sub(rf"\1{_BREAK}", html.escape(printable(text)))
