"""The formats a posting can take, by the name that `-f` uses, which is also the ending of the file."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from jdgen.model.posting import Posting
from jdgen.model.project import Paper
from jdgen.render.brand import Palette, palette
from jdgen.render.environment import Folders
from jdgen.render.logo import Logo
from jdgen.render.pdf import render_pdf
from jdgen.render.style import paper_style, screen_style

FORMATS = {
    "md": "Markdown with the facts at the top: the posting itself, yours to edit",
    "html": "A web page in one file, for screen and print",
    "pdf": "A tagged PDF (PDF/UA-1) on Letter or A4 paper",
}
"""What `-f` knows, in the order files are made."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a posting is to look: where templates are found, the paper, the employer's logo."""

    folders: Folders
    paper: Paper
    logo: Logo | None


class Rendered(NamedTuple):
    """A posting in one format, and one sentence for each thing its maker should know."""

    content: bytes
    warnings: tuple[str, ...] = ()


def render_html(posting: Posting, look: Look) -> Rendered:
    """Return the page with its style inside."""
    colors = palette(posting.facts.employer.brand_color)
    page = _page(posting, look, screen_style(colors, folders=look.folders))
    return Rendered(page.encode(), _notes(colors))


def render_paper(posting: Posting, look: Look) -> Rendered:
    """Return the PDF of the same page; raise EnvironmentProblem where the machine lacks Pango."""
    colors = palette(posting.facts.employer.brand_color)
    style = paper_style(colors, folders=look.folders, paper=look.paper)
    pdf = render_pdf(_page(posting, look), style=style, folders=look.folders)
    return Rendered(pdf.content, (*_notes(colors), *pdf.warnings))


def _notes(colors: Palette) -> tuple[str, ...]:
    return (colors.note,) if colors.note else ()


def _page(posting: Posting, look: Look, style: str = "") -> str:
    from jdgen.render.html import render_page  # brings markdown and nh3, which a Markdown file does not need

    return render_page(posting.body, posting.facts, folders=look.folders, logo=look.logo, style=style)


RENDERERS: dict[str, Callable[[Posting, Look], Rendered]] = {"html": render_html, "pdf": render_paper}
"""How each format but Markdown is made; the posting file is Markdown already."""
