"""The formats a posting can take, by the name that `-f` uses, which is also the ending of the file."""

from collections.abc import Callable
from typing import NamedTuple

from jdgen.model.posting import Posting
from jdgen.model.project import Paper
from jdgen.render.brand import Palette, palette
from jdgen.render.environment import Folders
from jdgen.render.logo import Logo
from jdgen.render.style import paper_style, screen_style
from jdgen.text.words import join_words

FORMATS = {
    "md": "Markdown with the facts at the top: the posting itself, yours to edit",
    "html": "A web page in one file, for screen and print",
    "pdf": "A tagged PDF (PDF/UA-1) on Letter or A4 paper",
    "docx": "A Word file with real styles, to edit and to sign",
    "txt": "Plain text in lines of 78 columns, for portals that take nothing else",
    "jsonld": "A JobPosting of schema.org, complete for Google; the page carries the same",
}
"""What `-f` knows, in the order files are made."""


class Look(NamedTuple):
    """How a posting is to look: where templates are found, the paper, the employer's logo.

    `refused` are phrases that say why Google would refuse it, besides those that `render` finds by itself.
    """

    folders: Folders
    paper: Paper
    logo: Logo | None
    refused: tuple[str, ...] = ()


class Rendered(NamedTuple):
    """A posting in one format, and one sentence for each thing its maker should know."""

    content: bytes
    warnings: tuple[str, ...] = ()


def render_html(posting: Posting, look: Look) -> Rendered:
    """Return the page with its style inside, and the markup for search engines where Google would take it."""
    colors = palette(posting.facts.employer.brand_color)
    markup, notes = _markup(posting, look.refused)
    page = _page(posting, look, screen_style(colors, folders=look.folders), markup)
    return Rendered(page.encode(), (*_notes(colors), *notes))


def _markup(posting: Posting, refused: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return the JSON-LD for the page and what to say about it; an internal job description has none and needs no word."""
    from jdgen.render.job_posting import as_script, job_posting_or_reasons, left_out
    from jdgen.render.markup_faults import is_public

    if not is_public(posting.facts):
        return "", ()
    item, reasons = job_posting_or_reasons(posting)
    if reasons := reasons or refused:
        return "", (f"the page carries no structured data for search engines: {join_words(reasons)}",)
    return as_script(item), left_out(posting.facts)


def render_paper(posting: Posting, look: Look) -> Rendered:
    """Return the PDF of the same page; raise EnvironmentProblem where the machine lacks Pango."""
    from jdgen.render.pdf import render_pdf  # brings ctypes and what finds WeasyPrint's libraries

    colors = palette(posting.facts.employer.brand_color)
    style = paper_style(colors, folders=look.folders, paper=look.paper)
    pdf = render_pdf(_page(posting, look), style=style, folders=look.folders)
    return Rendered(pdf.content, (*_notes(colors), *pdf.warnings))


def _notes(colors: Palette) -> tuple[str, ...]:
    return (colors.note,) if colors.note else ()


def render_word(posting: Posting, look: Look) -> Rendered:
    """Return the Word file."""
    from jdgen.render.docx import render_docx  # brings python-docx and lxml

    content = render_docx(posting, folders=look.folders, paper=look.paper, logo=look.logo)
    return Rendered(content, _notes(palette(posting.facts.employer.brand_color)))


def render_text(posting: Posting, _look: Look) -> Rendered:
    """Return the plain text."""
    from jdgen.render.plain_text import render_plain_text

    return Rendered(render_plain_text(posting).encode())


def render_markup(posting: Posting, look: Look) -> Rendered:
    """Return the JobPosting; raise an InputError with the reasons where Google would refuse it."""
    from jdgen.render.job_posting import left_out, refusal, render_json_ld

    markup = render_json_ld(posting)
    if look.refused:
        raise refusal(look.refused)
    return Rendered(markup.encode(), left_out(posting.facts))


def _page(posting: Posting, look: Look, style: str = "", markup: str = "") -> str:
    from jdgen.render.html import render_page  # brings markdown and nh3, which a Markdown file does not need

    return render_page(posting.body, posting.facts, folders=look.folders, logo=look.logo, style=style, markup=markup)


RENDERERS: dict[str, Callable[[Posting, Look], Rendered]] = {
    "html": render_html,
    "pdf": render_paper,
    "docx": render_word,
    "txt": render_text,
    "jsonld": render_markup,
}
"""How each format but Markdown is made; the posting file is Markdown already."""
