"""What ``scan``, ``export`` and ``overview`` say, in the user's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from manifesto_check.model import Status
from manifesto_check.reports.interface import Language
from manifesto_check.scanning.changes import Change, Changed

SHOWN_CHANGES = 5


@dataclass(frozen=True, slots=True)
class ScanTexts:
    """All texts in one language; filled in with ``str.format``."""

    statuses: dict[Status, str]
    pages: str
    few_words: str
    copies_left_out: str
    known: str
    idle: str
    counts: str
    rate: str
    left: str
    summary: str
    summary_known: str
    again: str
    made_again: str
    changed: dict[Changed, str]
    more_changes: str
    next_steps: str
    store_is_input: str
    kept: str
    many_tables: str
    no_pyarrow: str
    no_dask: str
    dask_address: str
    dask_unreachable: str
    dask_other_version: str
    dask_not_installed: str
    dask_gone: str

    def changes(self, found: Sequence[Change]) -> str:
        """Return what changed since results were made, the first few by name."""
        shown = [
            self.changed[change.what].format(
                name=change.name, before=change.before or "-", now=change.now or "-"
            )
            for change in found[:SHOWN_CHANGES]
        ]
        if more := len(found) - len(shown):
            shown.append(self.more_changes.format(count=more))
        return ", ".join(shown)


_NL = ScanTexts(
    statuses={
        Status.READ: "gelezen",
        Status.PARTLY_READ: "deels gelezen",
        Status.UNREADABLE: "niet leesbaar",
    },
    pages="{count} {count:pagina|pagina's}",
    few_words="let op: minder dan {least} woorden ({words}), te weinig voor een programma",
    copies_left_out="let op: {count} {count:kopie|kopieën} met markeringen van highlight "
    "{count:telt|tellen} niet mee: {paths}",
    known="al gedaan",
    idle="wacht",
    counts="{done} van {total} klaar, {failed} niet leesbaar",
    rate="{rate} per minuut",
    left="nog {left}",
    summary=(
        "{total} {total:programma|programma's}: {read} gelezen, {partly} deels gelezen, "
        "{unreadable} niet leesbaar"
    ),
    summary_known="{known} daarvan {known:stond|stonden} al in {store}",
    again="niet gelukt en opnieuw te proberen met --retry-failed: {count}",
    made_again=(
        "{store}: eerdere uitkomsten die opnieuw gemaakt worden: {count}; anders dan toen: "
        "{changes}"
    ),
    changed={
        Changed.LIST: "de lijst met aanbevelingen",
        Changed.OPTION: "{name}",
        Changed.VERSION: "{name} {before} (nu {now})",
        Changed.CODE: "manifesto-check zelf",
        Changed.COMPONENT: "{name} {before} (nu {now})",
        Changed.UNRECORDED: "de versies van onderdelen (die zijn toen niet bewaard)",
    },
    more_changes="en nog {count}",
    next_steps="Verder: manifesto-check export {store} --format xlsx --output resultaten.xlsx",
    store_is_input="{path}: --store zou een programma of lijst overschrijven",
    kept="Wat klaar is staat in {store}; geef hetzelfde commando nog eens om verder te gaan",
    many_tables=(
        "{format} houdt een tabel per bestand: kies er een met --table, of geef met "
        "--output-dir een map op voor allemaal"
    ),
    no_pyarrow="voor parquet is de extra nodig: pip install 'manifesto-check[parquet]'",
    no_dask="voor --dask is de extra nodig: pip install 'manifesto-check[dask]'",
    dask_address="{address}: geef bij --dask een adres zoals tcp://host:8786",
    dask_unreachable="{address}: hier antwoordt geen Dask-scheduler ({reason})",
    dask_other_version=(
        "op Dask-worker {worker} staat manifesto-check {found}, hier {here}; "
        "zet overal dezelfde versie"
    ),
    dask_not_installed=(
        "een Dask-worker kan manifesto-check niet laden ({reason}); installeer het overal"
    ),
    dask_gone=(
        "de Dask-scheduler antwoordt niet meer; wat klaar is, is bewaard. "
        "Start de scheduler en geef hetzelfde commando nog eens"
    ),
)

_EN = ScanTexts(
    statuses={
        Status.READ: "read",
        Status.PARTLY_READ: "partly read",
        Status.UNREADABLE: "unreadable",
    },
    pages="{count} {count:page|pages}",
    few_words="note: fewer than {least} words ({words}), too few for a programme",
    copies_left_out="warning: {count} {count:copy|copies} that highlight made {count:does|do} not "
    "count: {paths}",
    known="done before",
    idle="waiting",
    counts="{done} of {total} done, {failed} unreadable",
    rate="{rate} a minute",
    left="{left} left",
    summary=(
        "{total} {total:programme|programmes}: {read} read, {partly} partly read, "
        "{unreadable} unreadable"
    ),
    summary_known="{known} of these {known:was|were} in {store} already",
    again="failed, and may be tried again with --retry-failed: {count}",
    made_again=(
        "{store}: earlier results that are made again: {count}; not the same as then: {changes}"
    ),
    changed={
        Changed.LIST: "the list of recommendations",
        Changed.OPTION: "{name}",
        Changed.VERSION: "{name} {before} (now {now})",
        Changed.CODE: "manifesto-check itself",
        Changed.COMPONENT: "{name} {before} (now {now})",
        Changed.UNRECORDED: "the versions of components (not kept then)",
    },
    more_changes="and {count} more",
    next_steps="Next: manifesto-check export {store} --format xlsx --output results.xlsx",
    store_is_input="{path}: --store would overwrite a programme or list",
    kept="What is done is in {store}; give the same command again to go on",
    many_tables=(
        "{format} holds one table a file: choose one with --table, or give --output-dir "
        "a folder for all"
    ),
    no_pyarrow="parquet needs the extra: pip install 'manifesto-check[parquet]'",
    no_dask="--dask needs the extra: pip install 'manifesto-check[dask]'",
    dask_address="{address}: give --dask an address such as tcp://host:8786",
    dask_unreachable="{address}: no Dask scheduler answers here ({reason})",
    dask_other_version=(
        "Dask worker {worker} has manifesto-check {found}, this machine {here}; "
        "install the same version everywhere"
    ),
    dask_not_installed=(
        "a Dask worker cannot load manifesto-check ({reason}); install it everywhere"
    ),
    dask_gone=(
        "the Dask scheduler does not answer any more; what is done is kept. "
        "Start the scheduler and give the same command again"
    ),
)

_TEXTS = {Language.NL: _NL, Language.EN: _EN}


def scan_texts_in(language: Language) -> ScanTexts:
    """Return the texts in that language."""
    return _TEXTS[language]
