"""One HTML page from a template: styles and scripts inside it, and nothing else allowed to run.

Every page extends ``templates/base.html.jinja``. Text from outside is safe in
a template without any doing: each ``{{ ... }}`` is made printable, then escaped.
The Content-Security-Policy allows the page's own style and script by their
hash, so that the same input gives the same bytes, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from manifesto_check import __version__
from manifesto_check.counting import Count
from manifesto_check.model import Verdict
from manifesto_check.reports.html.words import words_in
from manifesto_check.reports.interface import Language
from manifesto_check.reports.text import number, percent, place, printable, quoted
from manifesto_check.reports.texts import texts_in

if TYPE_CHECKING:
    from jinja2 import Environment


def render_page(
    template: str,
    language: Language,
    context: dict[str, object],
    *,
    styles: Sequence[str] = (),
    scripts: Sequence[str] = (),
) -> bytes:
    """Return a whole page.

    Args:
        template: name of a file in ``templates``, which extends the base.
        language: of the page's words. The template knows them as ``words``
            (those of HTML pages) and ``texts`` (those of all reports).
        context: what the template shows.
        styles: names of files in ``static``, put after ``base.css``.
        scripts: names of files in ``static``, put after ``filter.js``.

    Returns:
        The page as UTF-8, ending in a newline.
    """
    from markupsafe import Markup

    css = "".join(map(_static, ("base.css", *styles)))
    js = "".join(map(_static, ("filter.js", *scripts)))
    page = (
        _environment(language)
        .get_template(template)
        .render(
            css=Markup(css),  # noqa: S704 - a file of this package
            js=Markup(js),  # noqa: S704 - a file of this package
            csp=content_security_policy(css, js),
            version=__version__,
            language=language.value,
            words=words_in(language),
            texts=texts_in(language),
            verdicts=tuple(Verdict),
            **context,
        )
    )
    return (page.rstrip("\n") + "\n").encode("utf-8", "replace")


def content_security_policy(css: str, js: str) -> str:
    """Return a policy under which only this style and this script work, and nothing is loaded."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(css)}'",
            f"script-src '{_hash(js)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()


@cache
def _static(name: str) -> str:
    from importlib import resources

    folder = resources.files("manifesto_check.reports.html").joinpath("static")
    return folder.joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _environment(language: Language) -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("manifesto_check.reports.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_safe,
    )
    environment.filters["percent"] = percent
    environment.filters["quoted"] = quoted
    environment.filters["count_of"] = Count
    environment.filters["number"] = lambda value, decimals=0: number(value, language, decimals)
    environment.filters["place"] = lambda evidence: place(evidence, texts_in(language))
    return environment


def _safe(value: object) -> object:
    """Return plain text made printable; markup (of a macro) and numbers as they are."""
    return printable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
