"""``manifesto-check overview``: the results of a scan as HTML pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from manifesto_check.cli.export import StoreArgument
from manifesto_check.cli.guard import DONE, guarded
from manifesto_check.cli.messages import messages_in
from manifesto_check.cli.options import LanguageOption
from manifesto_check.cli.output import deliver, make_folder
from manifesto_check.reports.interface import Language


@guarded
def overview(
    store: StoreArgument,
    output_dir: Annotated[
        Path,
        typer.Option(
            "--output-dir",
            metavar="DIR",
            help="Folder for the pages; index.html is the first.",
            show_default=False,
        ),
    ],
    language: LanguageOption = Language.NL,
) -> int:
    """Make HTML pages of the results of a scan, to search and sort in.

    The first page tells which measures are adopted most and least, by party,
    municipality and year. Each programme has a page with its quotes. The pages
    need no server and load nothing from elsewhere.

    For instance:

      manifesto-check overview results.db --output-dir overview
    """
    from manifesto_check.scanning.overview.pages import overview_pages
    from manifesto_check.scanning.store import Store

    messages = messages_in(language)
    with Store.read_only(store) as opened:
        make_folder(output_dir, messages)
        make_folder(output_dir / "p", messages)
        for name, page in overview_pages(opened, output_dir, language):
            deliver(page, output_dir / name, messages)
    return DONE
