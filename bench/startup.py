"""How long a command takes to start and to render one posting, against bare Python, the plain use of the same libraries, and RenderCV."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
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

_RENDERCV = os.environ.get("JDGEN_BENCH_RENDERCV") or shutil.which("rendercv")
"""The RenderCV command to measure beside ours; it belongs into an environment of its own."""


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
            _beside_rendercv(Row("jdgen render -f pdf (PDF/UA-1)", process(*render, "-f", "pdf"), goal=0.7), folder),
        ]
    return 0 if all(reached) else 1


def _beside_rendercv(ours: Row, folder: Path) -> bool:
    """Measure one posting to PDF beside RenderCV with the same words, where it is at hand and works."""
    title = "One posting to PDF, whole process, against RenderCV with the same words"
    if _RENDERCV is None:
        print(f"\n{title}: not measured, no `rendercv` on PATH and none in $JDGEN_BENCH_RENDERCV")
        return True
    source = folder / "rendercv.yaml"
    source.write_text(_as_cv((folder / "CR-1042.md").read_text(encoding="utf-8")), encoding="utf-8")
    peer = process(_RENDERCV, "render", source.name, "-nomd", "-nohtml", "-nopng", cwd=folder)
    try:
        peer()
    except subprocess.CalledProcessError:
        print(f"\n{title}: not measured, `{_RENDERCV}` fails; its first run fetches a package from the network")
        return True
    return compare(title, [Row("rendercv render, PDF only", peer), ours], rounds=7)


def _as_cv(posting: str) -> str:
    """Return the words of a posting as RenderCV takes them: a section for each heading, of bullets or of texts."""
    title, sections = "", {}
    for line in posting.split("---\n", 2)[2].splitlines():
        mark, _, words = line.partition(" ")
        if mark == "#":
            title = heading = words
        elif mark.startswith("##"):
            heading = words
        elif line.strip():
            sections.setdefault(heading, []).append(line)
    entries = {heading: _entries(lines) for heading, lines in sections.items()}
    return yaml.safe_dump({"cv": {"name": title, "sections": entries}}, allow_unicode=True, sort_keys=False)


def _entries(lines: list[str]) -> list[str] | list[dict[str, str]]:
    if all(line.startswith("- ") for line in lines):
        return [{"bullet": line.removeprefix("- ")} for line in lines]
    return [line.removeprefix("- ") for line in lines]


if __name__ == "__main__":
    sys.exit(main())
