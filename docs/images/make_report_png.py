"""Make report.png: an HTML report on a screen and on a phone, as the README shows it.

    python docs/images/make_report_png.py

Needs Debian's chromium. Make it again when verdicts or the look of reports change.
"""

import io
import os
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from manifesto_check.checking import Checker, read
from manifesto_check.recommendations import load_recommendations
from manifesto_check.reports.html.report import HtmlFormat
from manifesto_check.reports.interface import ReportOptions

HERE = Path(__file__).resolve().parent
PROGRAMME = "examples/brede-dijk.pdf"  # as a user in the checkout would type it
HEIGHT = 900
SCREEN, PHONE, GAP = 980, 390, 20
BEHIND = "#cfcac0"


def main() -> None:
    """Check the example programme and write the picture beside this file."""
    os.chdir(HERE.parents[1])
    (programme,) = read([PROGRAMME])
    report = Checker(load_recommendations()).check(programme)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "report.html"
        page.write_bytes(HtmlFormat().render([report], ReportOptions()))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        screen = _shot(browser, page.as_uri(), SCREEN, "header")
        phone = _shot(browser, page.as_uri(), PHONE, '[id="p1-t-V4"]')
        browser.close()
    picture = Image.new("RGB", (SCREEN + PHONE + 3 * GAP, HEIGHT + 2 * GAP), BEHIND)
    picture.paste(screen, (GAP, GAP))
    picture.paste(phone, (SCREEN + 2 * GAP, GAP))
    picture.save(HERE / "report.png", optimize=True)


def _shot(browser: Browser, address: str, width: int, place: str) -> Image.Image:
    """Return what stands on a screen of that width where ``place`` is at its top."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHT})
    page.goto(address)
    page.locator(place).evaluate("item => item.scrollIntoView({behavior: 'instant'})")
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


if __name__ == "__main__":
    main()
