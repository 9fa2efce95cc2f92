"""Copy the list on cycling and its report into docs/own-list.md.

    python scripts/update_own_list.py

They stand between ``<!-- list -->`` and ``<!-- /list -->``, and ``<!-- report -->`` and
``<!-- /report -->``; a test sees to it that they are up to date.
"""

from __future__ import annotations

from pathlib import Path

from manifesto_check.checking import Checker, read
from manifesto_check.recommendations import load_recommendations
from manifesto_check.reports.interface import ReportOptions
from manifesto_check.reports.registry import FormatName, report_format

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/own-list.md"
LIST = ROOT / "examples/fietsen.yaml"
PROGRAMME = ROOT / "examples/brede-dijk.pdf"


def blocks() -> dict[str, str]:
    """Return what stands in each block of the page."""
    return {
        "list": f"```yaml\n{LIST.read_text(encoding='utf-8')}```",
        "report": f"```text\n{report_text()}```",
    }


def report_text() -> str:
    """Return the report of the example programme on the list, as a terminal shows it."""
    programmes = read([PROGRAMME])
    reports = [Checker(load_recommendations(LIST)).check(programme) for programme in programmes]
    shown = report_format(FormatName.TERMINAL).render(reports, ReportOptions()).decode()
    shown = shown.replace(str(LIST), LIST.relative_to(ROOT).as_posix())
    shown = shown.replace(str(PROGRAMME), PROGRAMME.relative_to(ROOT).as_posix())
    return "\n".join(line.rstrip() for line in shown.splitlines()) + "\n"


def main() -> None:
    """Write the blocks into the page."""
    page = PAGE.read_text(encoding="utf-8")
    for name, text in blocks().items():
        begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, _, rest = page.partition(begin)
        page = before + begin + text + "\n" + end + rest.partition(end)[2]
    PAGE.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
