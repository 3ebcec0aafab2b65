"""How long a command takes to start and to render one posting, against bare Python and against the plain use of the same libraries."""

import sys
import tempfile
from pathlib import Path

from _measure import ROOT, Row, compare, process

SAMPLE = ROOT / "templates" / "init" / "hospital"
JDGEN = str(Path(sys.executable).with_name("jdgen"))
WEASYPRINT = str(Path(sys.executable).with_name("weasyprint"))

_IMPORTS = "import click, jinja2, yaml, markdown, pydantic"
_IN_USE = """
import click, yaml
from jinja2.sandbox import SandboxedEnvironment
from pydantic import BaseModel
class Model(BaseModel):
    field: int
"""
_PLAIN = """
import sys, jinja2, markdown, weasyprint
html = jinja2.Template("<!doctype html><html lang=en><title>{{ t }}</title><body>{{ b }}</body></html>").render(
    t="Posting", b=markdown.markdown(open(sys.argv[1]).read().split("---", 2)[2]))
weasyprint.HTML(string=html).write_pdf(sys.argv[2])
"""


def main() -> int:
    """Measure and print; return 1 where a goal of the design is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        render = (
            JDGEN,
            "render",
            str(SAMPLE / "requisition.yaml"),
            "-e",
            str(SAMPLE / "employer.yaml"),
            "--force",
            "-o",
            name,
        )
        process(*render, "-f", "md,html")()
        page, posting = str(folder / "CR-1042.html"), str(folder / "CR-1042.md")
        bare = Row("python -c pass", process(sys.executable, "-c", "pass"))
        reached = [
            compare(
                "Whole process, against bare Python",
                [
                    bare,
                    Row("jdgen --help", process(JDGEN, "--help"), goal=5),
                    Row(_IMPORTS, process(sys.executable, "-c", _IMPORTS)),
                    Row("the same, with one template sandbox and one model", process(sys.executable, "-c", _IN_USE)),
                    Row("jdgen render -f md", process(*render, "-f", "md"), goal=16),
                ],
            ),
            compare(
                "One posting to PDF, whole process, against the WeasyPrint command on the same page",
                [
                    Row("weasyprint page.html page.pdf", process(WEASYPRINT, page, str(folder / "peer.pdf"))),
                    Row(
                        "jinja2 + markdown + weasyprint, ten plain lines",
                        process(sys.executable, "-c", _PLAIN, posting, str(folder / "plain.pdf")),
                    ),
                    Row("jdgen render -f pdf (PDF/UA-1)", process(*render, "-f", "pdf"), goal=0.85),
                ],
                rounds=5,
            ),
        ]
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
