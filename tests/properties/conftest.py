"""Postings of everything: a requisition, an employer and a logo that state every fact, changed as a test asks."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from jdgen.load.facts import load_facts
from jdgen.load.postings import dump_posting, parse_posting
from jdgen.load.project import Workspace, open_workspace
from jdgen.load.yaml_document import plain, read_yaml
from jdgen.load.yaml_dump import dump_yaml
from jdgen.model.posting import Posting
from jdgen.pipeline.single import compose_posting
from jdgen.pipeline.sources import Order

EVERYTHING = Path(__file__).resolve().parents[1] / "cases" / "everything"


@pytest.fixture(scope="session")
def composed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[dict[str, object], str], Posting]:
    """Return a function that composes a posting of everything with changes, and reads it back from its file."""
    folder = tmp_path_factory.mktemp("work")
    for name in ("employer.yaml", "logo.svg"):
        (folder / name).write_bytes((EVERYTHING / name).read_bytes())
    requisition = plain(read_yaml(EVERYTHING / "requisition.yaml"))
    assert isinstance(requisition, dict)
    facts = load_facts(open_workspace(EVERYTHING).search)

    @cache
    def workspace() -> Workspace:
        return open_workspace(folder)

    def make(changes: dict[str, object], template: str) -> Posting:
        (folder / "requisition.yaml").write_text(dump_yaml(requisition | changes), encoding="utf-8")
        order = Order(folder / "requisition.yaml", template=template)
        return parse_posting(dump_posting(compose_posting(order, workspace(), facts).posting), "posting.md")

    return make
