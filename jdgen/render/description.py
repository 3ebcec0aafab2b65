"""A posting's words → the few tags search engines and job boards show: p, ul, li, br, strong and em.

Google asks for them in `facts/channels.yaml`, row g06. Headings become strong paragraphs, links write out their address.
"""

from collections.abc import Iterable, Iterator
from html import escape

from jdgen.render.blocks import Block, Heading, Listing, Paragraph, Quote, Run, Runs, Table, Words
from jdgen.render.plain_text import said


def description(words: Words) -> str:
    """Return the posting below its title as HTML of p, ul, li, br, strong and em; a heading is a strong paragraph."""
    card = "".join(f"<li><strong>{_html(label)}:</strong> {_html(value)}</li>" for label, value in words.card)
    return (f"<ul>{card}</ul>" if card else "") + "".join(map(_block, words.blocks))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<p><strong>{escape(said(block.runs), quote=False)}</strong></p>"
        case Paragraph():
            return f"<p>{_html(block.runs)}</p>"
        case Listing():
            return f"<ul>{''.join(f'<li>{_item(item)}</li>' for item in block.items)}</ul>"
        case Table():
            return f"<ul>{''.join(f'<li>{_row(row)}</li>' for row in block.rows)}</ul>"
        case Quote():
            return "".join(map(_block, block.blocks))


def _item(blocks: Iterable[Block]) -> str:
    """Return an item; its first paragraph stands in it without a tag."""
    first, *others = blocks
    start = _html(first.runs) if isinstance(first, Paragraph) else _block(first)
    return start + "".join(map(_block, others))


def _row(row: Iterable[Runs]) -> str:
    return "; ".join(_html(cell) for cell in row if cell)


def _html(runs: Runs) -> str:
    return "".join(map(_run, _shown(runs)))


def _shown(runs: Runs) -> Iterator[Run]:
    """Give the runs with the address of a link written out behind it, where its words do not show it."""
    for number, run in enumerate(runs):
        is_last = number + 1 == len(runs) or runs[number + 1].link != run.link
        yield run
        if run.link and is_last and (address := said((run,))[len(run.text) :]):
            yield Run(address)


def _run(run: Run) -> str:
    text = escape(run.text, quote=False).replace("\n", "<br>")
    if run.italic:
        text = f"<em>{text}</em>"
    return f"<strong>{text}</strong>" if run.bold else text
