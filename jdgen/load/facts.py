"""The tables in `facts/`: one loader for all."""

from collections.abc import Iterable
from typing import TypeVar

from jdgen.errors import InputError, InputErrors
from jdgen.load.search import SearchPath
from jdgen.load.validation import validate
from jdgen.load.yaml_document import Node, find, read_yaml
from jdgen.model.fact import CredentialTable, Fact, LicenseTable, NoticeTable
from jdgen.model.facts import Facts
from jdgen.model.record import Record

Row = TypeVar("Row", bound=Fact)
Table = TypeVar("Table", bound=Record)


def load_facts(search: SearchPath) -> Facts:
    """Return the fact rows postings draw on; raise InputErrors for rows without source or date, and for ids used twice."""
    credentials, credentials_node = _table(search, "credentials", CredentialTable)
    licenses, licenses_node = _table(search, "licenses", LicenseTable)
    notices, notices_node = _table(search, "notices", NoticeTable)
    return Facts(
        credentials=_by_id(credentials.credentials, "credentials", credentials_node),
        licenses=_by_id(licenses.licenses, "licenses", licenses_node),
        notices=_by_id(notices.notices, "notices", notices_node),
    )


def _table(search: SearchPath, name: str, model: type[Table]) -> tuple[Table, Node]:
    node = read_yaml(search.require("facts", name))
    return validate(node, model, what=f"table of {name}"), node


def _by_id(rows: Iterable[Row], name: str, node: Node) -> dict[str, Row]:
    by_id: dict[str, Row] = {}
    problems = []
    for index, row in enumerate(rows):
        if row.id in by_id:
            where = find(node, (name, index, "id"))
            problems.append(InputError(f"the id `{row.id}` stands twice, expected each id once", where=where))
        by_id.setdefault(row.id, row)
    if problems:
        raise InputErrors(problems=problems)
    return by_id
