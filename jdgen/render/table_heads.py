"""What a tagged PDF says of the head cells of its tables, in full: which cells they head, and how to find them by name.

WeasyPrint names each head cell and lists the names at the cells below it. It leaves out the index of the names, which
ISO 32000-1 requires (table 322), and the direction of a head, by which most readers go:
https://github.com/Kozea/WeasyPrint/issues/2508. Like `paged.py`, this module is imported late.
"""

from typing import Any

import pydyf  # type: ignore[import-untyped]  # pydyf carries no types


def complete_table_heads(_document: object, pdf: Any) -> None:  # noqa: ANN401 - pydyf carries no types
    """Write both into a finished PDF, as a `finisher` of WeasyPrint."""
    elements = [element for element in pdf.objects if isinstance(element, pydyf.Dictionary)]
    heads = [element for element in elements if element.get("S") == "/TH"]
    for head in heads:
        # No markup of ours makes a cell the head of its row.
        head["A"]["Scope"] = "/Column"
    named = {head["ID"].string: head for head in heads if "ID" in head}
    if named:
        names = [part for name in sorted(named) for part in (pydyf.String(name), named[name].reference)]
        index = pydyf.Dictionary({"Names": pydyf.Array(names)})
        pdf.add_object(index)
        root = next(element for element in elements if element.get("Type") == "/StructTreeRoot")
        root["IDTree"] = index.reference
