"""Pay that the words of a posting state for certain though no dollar sign gives it away: "salary 70k to 80k"."""

from collections.abc import Iterator

from jdgen.model.document import Document, Stated
from jdgen.text.pay_in_words import find_pay

_MOST_CHARACTERS = 2000
"""A block with more is a whole posting in one line, and is looked at no further."""


def pay_in_words(document: Document) -> Stated | None:
    """Return the first such pay; what laws and policies say of pay is not this job's."""
    return next(_pays(document), None)


def _pays(document: Document) -> Iterator[Stated]:
    for block in document.blocks:
        if block.role != "legal" and len(block.text) <= _MOST_CHARACTERS:
            for found in find_pay(block.text, is_about_pay=block.role == "pay"):
                words = block.text[found.start : found.end]
                yield Stated(words, found.pay, block.source_offset(found.start), block.source_offset(found.end - 1) + 1)
