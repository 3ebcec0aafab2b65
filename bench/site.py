"""What a careers site of 300 openings costs, whole process, against a plain script and against Pelican with the same words.

The plain script does what an afternoon gives: front matter, python-markdown, one Jinja template, one file. Pelican is measured where the
command is found, or where PELICAN names it. jdgen also audits every opening, and writes structured data, search and feeds.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from _measure import ROOT, Row, compare, process

SAMPLE = ROOT / "tests" / "cases" / "render" / "hospital" / "posting.md"
OPENINGS = 300
CITIES = ("Aurora", "Boulder", "Pueblo", "Greeley", "Golden", "Durango", "Salida")
PLAIN = """
import sys
from pathlib import Path
import jinja2, markdown, yaml
page = jinja2.Template("<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1>{{ body }}", autoescape=True)
source, target = map(Path, sys.argv[1:])
target.mkdir(exist_ok=True)
for path in source.glob("*.md"):
    _, front, body = path.read_text().split("---\\n", 2)
    facts = yaml.load(front, yaml.CSafeLoader)
    html = page.render(title=facts["title"], body=jinja2.filters.Markup(markdown.markdown(body)))
    (target / f"{path.stem}.html").write_text(html)
"""


def main() -> int:
    """Measure and print; return 1 where a goal is missed."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write_postings(folder)
        build = (
            sys.executable,
            "-m",
            "jdgen",
            "site",
            "postings",
            "--base-url",
            "https://careers.example.org/",
            "--no-pdf",
        )
        again = process(*build, "-o", "again", cwd=folder)
        again()
        rows = [
            Row("plain script: yaml, python-markdown, Jinja", _afresh(folder, "plain", _plain(folder))),
            *_pelican(folder),
            Row("jdgen site, all made", _afresh(folder, "fresh", process(*build, "-o", "fresh", cwd=folder))),
            Row("jdgen site, nothing changed", again, goal=0.5),
        ]
        return 0 if compare(f"A careers site of {OPENINGS} openings, whole process", rows, rounds=3) else 1


def _write_postings(folder: Path) -> None:
    """Write the same opening under many ids and in many places, for jdgen and in Pelican's own form."""
    text = re.sub(r"^  logo: .*\n", "", SAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    body = text.split("---\n", 2)[2]
    for name in ("postings", "content"):
        (folder / name).mkdir()
    for number in range(OPENINGS):
        identity = f"R-{number:04}"
        words = {"CR-1042": identity, "Denver": CITIES[number % len(CITIES)]}
        posting, own = text, body
        for old, new in words.items():
            posting, own = posting.replace(old, new), own.replace(old, new)
        (folder / "postings" / f"{identity}.md").write_text(posting, encoding="utf-8")
        head = f"Title: Hospital Case Manager {identity}\nDate: 2026-11-22\n\n"
        (folder / "content" / f"{identity}.md").write_text(head + own, encoding="utf-8")


def _plain(folder: Path) -> Callable[[], None]:
    return process(sys.executable, "-c", PLAIN, "postings", "plain", cwd=folder)


def _pelican(folder: Path) -> list[Row]:
    """Return the row of Pelican, or none with a word where it is not here."""
    command = os.environ.get("PELICAN") or shutil.which("pelican")
    if command is None:
        print("Pelican is not here, so it is not measured; name it with PELICAN=…/bin/pelican")
        return []
    run = process(command, "content", "-o", "pelican", "--ignore-cache", cwd=folder)
    return [Row("Pelican, its own theme", _afresh(folder, "pelican", run))]


def _afresh(folder: Path, output: str, run: Callable[[], None]) -> Callable[[], None]:
    """Return a function that builds into an empty folder."""

    def build() -> None:
        shutil.rmtree(folder / output, ignore_errors=True)
        run()

    return build


if __name__ == "__main__":
    sys.exit(main())
