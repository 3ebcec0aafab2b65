import subprocess
import sys
from pathlib import Path

import pytest
from pydantic_core import ValidationError

from jdgen.load import cache, records
from jdgen.load.records import as_record
from jdgen.model.employer import Contact, Employer
from jdgen.model.record import Record


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    records._validator.cache_clear()
    return tmp_path / "jdgen"


def test_plain_data_becomes_records_inside_records(kept: Path) -> None:
    employer = as_record({"name": " A ", "accommodation": {"name": "HR"}}, Employer)

    assert employer == Employer(name="A", accommodation=Contact(name="HR"))


def test_every_fault_is_told(kept: Path) -> None:
    with pytest.raises(ValidationError) as raised:
        as_record({"nam": "A", "size": "many"}, Employer)

    assert [error["loc"] for error in raised.value.errors()] == [("name",), ("size",), ("nam",)]


def test_a_schema_is_made_once_and_kept(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    as_record({"name": "A"}, Employer)
    records._validator.cache_clear()
    monkeypatch.setattr(records, "_core_schema", None)

    assert as_record({"name": "A"}, Employer).name == "A"
    assert len(list(kept.iterdir())) == 1


def test_a_schema_that_is_kept_is_that_of_this_code(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    as_record({"name": "A"}, Employer)
    records._validator.cache_clear()
    monkeypatch.setattr(cache, "_code_stamp", lambda: b"other")
    as_record({"name": "A"}, Employer)

    assert len(list(kept.iterdir())) == 2


def test_the_schema_of_a_record_that_is_not_ours_is_not_kept(kept: Path) -> None:
    class Foreign(Record):
        name: str

    assert as_record({"name": "A"}, Foreign) == Foreign(name="A")
    assert not kept.exists()


def test_who_finds_the_schemas_kept_starts_without_pydantic(kept: Path) -> None:
    code = (
        "import sys; from jdgen.load.records import as_record; from jdgen.model.employer import Employer; "
        "as_record({'name': 'A'}, Employer); print('pydantic' in sys.modules)"
    )

    command = [sys.executable, "-c", code]
    said = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in "12"]  # noqa: S603 - our own code

    assert said == ["True\n", "False\n"]
