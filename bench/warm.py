"""What one more posting costs in a running process, against the plain use of the same libraries on the same document."""

import logging
import re
import sys
import time
from collections.abc import Callable
from itertools import count
from types import ModuleType

import jinja2
import markdown
from _measure import ROOT, Row, compare

from jdgen.load.project import Workspace, open_workspace
from jdgen.pipeline.single import render
from jdgen.pipeline.sources import Order

SAMPLE = ROOT / "templates" / "init" / "hospital"
TEXTS_A_SECOND = 150
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title><style>{{ style }}</style></head><body>{{ body }}</body></html>
"""


def main() -> int:
    """Measure and print; return 1 where a goal of the design is missed."""
    workspace = open_workspace(SAMPLE)
    reached = [_compare_texts(workspace), _compare_pdfs(workspace)]
    return 0 if all(reached) else 1


def _compare_texts(workspace: Workspace) -> bool:
    """Measure Markdown and HTML: jdgen from the requisition on, the peer with the finished words, where two places are filled in."""
    numbers = count(1)

    def run(*formats: str) -> list[str]:
        made = render([_opening(next(numbers))], workspace, formats=formats)
        return [result.content.decode() for result in made.results]

    posting, page = run("md", "html")[:2]
    peer = _peer(posting, page)
    reached = compare(
        "One more posting, each with another id and pay, against jinja2 and markdown alone with the same words",
        [
            Row("jinja2 + markdown, set up once", lambda: peer(next(numbers))),
            Row("jdgen: requisition to Markdown", lambda: _drop(run("md"))),
            Row("jdgen: requisition to Markdown, and HTML with JSON-LD", lambda: _drop(run("md", "html"))),
        ],
        rounds=41,
    )
    speed = _a_second(lambda: _drop(run("md", "html")))
    verdict = "reached" if speed >= TEXTS_A_SECOND else "MISSED"
    print(
        f"  Markdown, HTML and JSON-LD of {speed:.0f} postings a second of processor time  goal {TEXTS_A_SECOND}: {verdict}"
    )
    return reached and speed >= TEXTS_A_SECOND


def _opening(number: int) -> Order:
    options = (("id", f"CR-{number}"), ("pay", f"{38 + number % 7}.50-{52 + number % 5}/hour"))
    named = tuple((field, (value,), f"--set {field}") for field, value in options)
    return Order(requisition=SAMPLE / "requisition.yaml", options=named)


def _peer(posting: str, page: str) -> Callable[[int], None]:
    """Return what a person would write in an afternoon: a template of the words, one of the page, a converter."""
    body = posting.split("---\n", 2)[2].replace("CR-1", "{{ id }}")
    body = re.sub(r"(?<=\*\*Pay:\*\* ).*", "{{ pay }}", body)
    environment = jinja2.Environment(autoescape=False)  # noqa: S701 - the peer does without
    words, shell = environment.from_string(body), environment.from_string(PAGE)
    converter = markdown.Markdown(extensions=["tables", "sane_lists"])
    style = page.partition("<style>")[2].partition("</style>")[0]

    def run(number: int) -> None:
        text = words.render(id=f"CR-{number}", pay=f"${38 + number % 7}.50 to ${52 + number % 5}.00 an hour")
        shell.render(title=f"CR-{number}", style=style, body=converter.reset().convert(text)).encode()

    return run


def _a_second(run: Callable[[], None], *, times: int = 100) -> float:
    start = time.process_time()
    for _ in range(times):
        run()
    return times / (time.process_time() - start)


def _drop(_made: list[str]) -> None:
    """Take a result nobody needs."""


def _compare_pdfs(workspace: Workspace) -> bool:
    """Measure a PDF: jdgen from the requisition on, the peer from the finished page."""
    orders = [Order(requisition=SAMPLE / "requisition.yaml")]
    page = render(orders, workspace, formats=["html"]).results[0].content.decode()
    render(orders, workspace, formats=["pdf"])  # imports WeasyPrint the jdgen way
    import weasyprint

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    return compare(
        "One more PDF in a running process, against naive WeasyPrint on the same page (untagged)",
        [
            Row("weasyprint.HTML(string=page).write_pdf()", lambda: _naive(weasyprint, page)),
            Row("jdgen: requisition to PDF/UA-1, everything included", lambda: _run(orders, workspace), goal=0.75),
        ],
    )


def _naive(weasyprint: ModuleType, page: str) -> None:
    weasyprint.HTML(string=page).write_pdf()


def _run(orders: list[Order], workspace: Workspace) -> None:
    render(orders, workspace, formats=["pdf"])


if __name__ == "__main__":
    sys.exit(main())
