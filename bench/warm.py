"""What one more posting costs in a running process, against the plain use of the same libraries on the same document."""

import logging
import sys
from types import ModuleType

from _measure import ROOT, Row, compare

from jdgen.load.project import Workspace, open_workspace
from jdgen.pipeline.single import render
from jdgen.pipeline.sources import Order

SAMPLE = ROOT / "templates" / "init" / "hospital"


def main() -> int:
    """Measure and print; return 1 where a goal of the design is missed."""
    workspace = open_workspace(SAMPLE)
    orders = [Order(requisition=SAMPLE / "requisition.yaml")]
    page = render(orders, workspace, formats=["html"]).results[0].content.decode()
    render(orders, workspace, formats=["pdf"])  # imports WeasyPrint the jdgen way
    import weasyprint

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    reached = compare(
        "One more PDF in a running process, against naive WeasyPrint on the same page (untagged)",
        [
            Row("weasyprint.HTML(string=page).write_pdf()", lambda: _naive(weasyprint, page)),
            Row(
                "jdgen: requisition to PDF/UA-1, everything included", lambda: _run(orders, workspace, "pdf"), goal=0.75
            ),
            Row("jdgen: requisition to Markdown", lambda: _run(orders, workspace, "md")),
            Row("jdgen: requisition to Markdown and HTML", lambda: _run(orders, workspace, "md", "html")),
        ],
    )
    return 0 if reached else 1


def _naive(weasyprint: ModuleType, page: str) -> None:
    weasyprint.HTML(string=page).write_pdf()


def _run(orders: list[Order], workspace: Workspace, *formats: str) -> None:
    render(orders, workspace, formats=formats)


if __name__ == "__main__":
    sys.exit(main())
