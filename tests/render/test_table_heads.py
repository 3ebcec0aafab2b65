"""Head cells of a table in a PDF say which way they head, and can be found by the names that other cells give."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from jdgen.render.pdf import Pdf

MakePdf = Callable[..., Pdf]
TABLE = "| Role | Name |\n| --- | --- |\n| Nurse | Ann |\n"


@pytest.fixture
def tree(make_pdf: MakePdf) -> Iterator[Callable[[str], Any]]:
    """Return a function that gives the structure of the PDF of a text."""
    with ExitStack() as opened:
        yield lambda text: opened.enter_context(pikepdf.open(BytesIO(make_pdf(text).content))).Root.StructTreeRoot


def elements(node: Any) -> Iterator[Any]:
    for one in node if isinstance(node, pikepdf.Array) else [node]:
        if isinstance(one, pikepdf.Dictionary):
            yield one
            yield from elements(one.get("/K"))


def cells(tree: Any, kind: str) -> list[Any]:
    return [element for element in elements(tree.K) if element.get("/S") == kind]


def test_every_head_heads_its_column(tree: Callable[[str], Any]) -> None:
    heads = cells(tree(f"# T\n\n{TABLE}\nThen.\n\n{TABLE}"), "/TH")

    assert [str(head.A.Scope) for head in heads] == ["/Column"] * 4


def test_each_name_that_a_cell_gives_leads_to_the_head_above_it(tree: Callable[[str], Any]) -> None:
    root = tree(f"# T\n\n{TABLE}\nThen.\n\n{TABLE}")
    heads, found = cells(root, "/TH"), pikepdf.NameTree(root.IDTree)

    named = [str(name) for cell in cells(root, "/TD") for name in cell.A.Headers]
    assert len(named) == len(set(named)) == 4
    assert [found[name].objgen for name in named] == [head.objgen for head in heads]
    assert [str(name) for name in found] == sorted(named)


def test_a_text_without_tables_has_no_index(tree: Callable[[str], Any]) -> None:
    assert "/IDTree" not in tree("# T\n\nWelcome.")
