"""YAML in the width of a terminal: what is read back is the same."""

from pathlib import Path

import pytest

from jdgen.cli.reports.folding import folded_yaml
from jdgen.load.project import open_workspace
from jdgen.load.yaml_document import parse_yaml, plain
from jdgen.load.yaml_dump import dump_yaml
from jdgen.pipeline.catalog import catalog, entry

LONG = "Everybody who asks gets an answer within two days, and a reason where the answer is no, in words they know."
DATA = {
    "note": LONG,
    "quoted": f"'{LONG}': {LONG}",
    "double": f"{LONG}\u2028{LONG}",
    "spaces": f"{LONG}   {LONG}",
    "hash": f"{LONG} # {LONG}",
    "dash": " - ".join([LONG] * 3),
    "list": [LONG, {"why": LONG, "more": [[LONG]]}],
    "block": f"{LONG}\n  {LONG}\n\n{LONG}\n",
    "after": LONG,
    "link": f"https://www.example.org/{'a' * 100}",
}


def read(text: str) -> object:
    return plain(parse_yaml(text, "a.yaml"))


@pytest.mark.parametrize("columns", [20, 40, 79, 80, 100])
def test_folded_lines_say_what_the_long_ones_said(columns: int) -> None:
    assert read(folded_yaml(dump_yaml(DATA), columns)) == read(dump_yaml(DATA)) == DATA


def test_lines_fit_but_for_words_that_do_not_and_blocks() -> None:
    lines = folded_yaml(dump_yaml(DATA), 80).splitlines()
    block = [line for line in dump_yaml(DATA).splitlines() if line in lines and len(line) > 80]

    assert len(lines) > 20
    assert [line for line in lines if len(line) > 80 and line not in block] == []
    assert all("https" in line or line.startswith("  ") for line in block)


def test_what_follows_stands_deeper_than_its_key() -> None:
    assert folded_yaml("a:\n  - why: one two three four\n", 20) == "a:\n  - why: one two\n      three four\n"


@pytest.mark.parametrize("what", ["places", "credentials", "rules", "modifiers", "channels"])
def test_what_jdgen_knows_reads_the_same_on_a_terminal(what: str) -> None:
    workspace = open_workspace(Path(__file__).parent)
    names = [str(row["id"]) for row in catalog(what, workspace)][:6]

    assert names
    for name in names:
        text = entry(name, workspace).text
        assert read(folded_yaml(text, 60)) == read(text), name
