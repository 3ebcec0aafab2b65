"""The tables in `facts/`: one loader for all."""

from functools import lru_cache
from typing import Any

from jdgen.errors import InputError, InputErrors
from jdgen.load.cache import remembered
from jdgen.load.search import SearchPath
from jdgen.load.text_file import decode_text, read_bytes
from jdgen.load.validation import validate
from jdgen.load.yaml_document import Node, find, parse_yaml
from jdgen.model.channel_values import ChannelValueTable
from jdgen.model.fact import CredentialTable, LicenseTable, NoticeTable, VerificationTable
from jdgen.model.facts import Facts
from jdgen.model.law import AdRuleTable, CompactTable, CountyTable, LicenseTitleTable, PayLawTable
from jdgen.model.market import ChannelTable, OccupationTable, OutlookTable, WageTable
from jdgen.model.record import Record

TABLES: dict[str, type[Record]] = {
    "ad_rules": AdRuleTable,
    "channel_values": ChannelValueTable,
    "channels": ChannelTable,
    "compacts": CompactTable,
    "counties": CountyTable,
    "credentials": CredentialTable,
    "license_titles": LicenseTitleTable,
    "licenses": LicenseTable,
    "notices": NoticeTable,
    "occupations": OccupationTable,
    "outlook": OutlookTable,
    "pay_laws": PayLawTable,
    "verifications": VerificationTable,
    "wages": WageTable,
}
"""Every table, by the name of its file, which is also the key its rows stand under."""


def load_facts(search: SearchPath) -> Facts:
    """Return the fact rows postings draw on; raise InputErrors for rows without source or date, and for ids used twice."""
    return Facts(
        credentials=load_table(search, "credentials"),
        licenses=load_table(search, "licenses"),
        notices=load_table(search, "notices"),
        compacts=load_table(search, "compacts"),
        license_titles=load_table(search, "license_titles"),
        pay_laws=load_table(search, "pay_laws"),
        counties=load_table(search, "counties"),
        wages=load_table(search, "wages"),
    )


def load_table(search: SearchPath, name: str) -> dict[str, Any]:
    """Return the rows of one table by id, in the order of the file; a table that did not change is not checked again."""
    path = search.require("facts", name)
    return dict(_rows(name, str(path), read_bytes(path)))


@lru_cache(maxsize=32)
def _rows(name: str, path: str, content: bytes) -> dict[str, Any]:
    """Return the rows of a table, built once in a process as long as its file holds the same bytes."""
    text = decode_text(content, path)
    table = remembered(f"{path}\n{text}".encode(), TABLES[name], lambda: _checked(text, path, name))
    return {row.id: row for row in getattr(table, name)}


def _checked(text: str, path: str, name: str) -> Record:
    faults: list[InputError] = []
    node = parse_yaml(text, path, problems=faults)
    table = validate(node, TABLES[name], what=f"table of {name.replace('_', ' ')}", problems=faults)
    problems = [
        *_repeated_ids(table, name, node),
        *_states_named_twice(table, name, node),
        *_values_told_twice(table, name, node),
    ]
    if problems:
        raise InputErrors(problems=problems)
    return table


def _repeated_ids(table: Record, name: str, node: Node) -> list[InputError]:
    ids = [row.id for row in getattr(table, name)]
    return [
        InputError(f"the id `{row_id}` stands twice, expected each id once", where=find(node, (name, index, "id")))
        for index, row_id in enumerate(ids)
        if row_id in ids[:index]
    ]


def _states_named_twice(table: Record, name: str, node: Node) -> list[InputError]:
    """Find states that two titles of one kind of license claim: a posting could not tell which to print."""
    if not isinstance(table, LicenseTitleTable):
        return []
    seen: set[tuple[str, str]] = set()
    problems = []
    for index, row in enumerate(table.license_titles):
        twice = [state for state in row.states if (row.license, state) in seen]
        seen |= {(row.license, state) for state in row.states}
        problems += [
            InputError(
                f"{state} has two titles for `{row.license}`, expected one", where=find(node, (name, index, "states"))
            )
            for state in twice
        ]
    return problems


def _values_told_twice(table: Record, name: str, node: Node) -> list[InputError]:
    """Find rows that translate the same value for the same channel: a feed could not tell which to send."""
    if not isinstance(table, ChannelValueTable):
        return []
    keys = [(row.channel, row.field, row.value) for row in table.channel_values]
    return [
        InputError(
            f"the {field} `{value}` has two rows for {channel}, expected one", where=find(node, (name, index, "value"))
        )
        for index, (channel, field, value) in enumerate(keys)
        if keys.index((channel, field, value)) < index
    ]
