"""Openings made of facts, the shipped values of the channels, and a strict reader of XML."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from jdgen.load.channel_values import load_channel_values
from jdgen.load.project import open_workspace
from jdgen.model.channel_values import ChannelValues
from jdgen.model.posting import PostingFacts
from jdgen.model.site import Opening, Site

ROOT = Path(__file__).resolve().parents[3]
TEXT = "<p>You plan discharges with patients and their families, and you follow each of them for thirty days after.</p>"
HOSTILE = {
    "the end of a section": "Case Manager ]]> <script>alert(1)</script> ]]]]>",
    "markup": "R&D &lt;b&gt; <b>bold</b> & 1 < 2 <!-- two -- hyphens -->",
    "characters XML forbids": "bell\x07 null\x00 half \ud800 end\uffff",
    "emoji and right to left": "\U0001f600 caf\u00e9 \u202e\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "a very long name": "Very long name " * 334,
}
KEPT = HOSTILE | {"characters XML forbids": "bell null half  end"}
"""What is left of each, character by character."""


@pytest.fixture
def site() -> Site:
    return Site("https://careers.cedarridge.example/jobs/", "Cedar Ridge Medical Center", date(2026, 12, 1))


@pytest.fixture(scope="session")
def values() -> ChannelValues:
    return load_channel_values(open_workspace(ROOT).search)


@pytest.fixture
def opening(make_facts: Callable[..., PostingFacts]) -> Callable[..., Opening]:
    """Return a function that makes an opening of facts; what no posting may hold is put in afterwards, by `forced`."""

    def make(*, text: str = TEXT, forced: dict[str, Any] | None = None, **changes: Any) -> Opening:
        facts = make_facts(**changes)
        facts = replace(facts, **forced or {})
        return Opening(facts, f"opening-{facts.id.lower()}", date(2026, 11, 25), text)

    return make


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Return a text nobody should write, and what is to be left of it."""
    return HOSTILE[request.param], KEPT[request.param]


@pytest.fixture(scope="session")
def read() -> Callable[[str], Any]:
    """Return a function that reads a document; it raises for what is not well-formed and loads nothing from outside."""

    def parsed(xml: str) -> Any:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False, load_dtd=False)
        return etree.fromstring(xml.encode("utf-8"), parser)

    return parsed


@pytest.fixture(scope="session")
def texts(read: Callable) -> Callable[[str], dict[str, str]]:
    """Return a function that reads one element, such as a job, as the texts of its children by name."""
    return lambda xml: {child.tag: child.text or "" for child in read(xml)}
