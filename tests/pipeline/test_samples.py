import csv
from pathlib import Path

import pytest

from jdgen.load.project import open_workspace
from jdgen.load.search import shipped_folder
from jdgen.pipeline.samples import SAMPLES, make_working_folder
from jdgen.pipeline.single import render
from jdgen.pipeline.sources import Order


def test_every_shipped_sample_is_offered() -> None:
    folders = {path.name for path in (shipped_folder() / "templates" / "init").iterdir() if path.is_dir()}

    assert set(SAMPLES) == folders


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_a_working_folder(tmp_path: Path, sample: str) -> None:
    written = make_working_folder(tmp_path / "new", sample)

    workspace = open_workspace(tmp_path / "new")
    assert {path.name for path in written} >= {"jdgen.yaml", "employer.yaml", "requisition.yaml", "openings.csv"}
    assert render([Order(tmp_path / "new" / "requisition.yaml")], workspace, formats=["md"]).warnings == ()


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_sheet_of_a_sample_holds_openings_that_render(tmp_path: Path, sample: str) -> None:

    make_working_folder(tmp_path, sample)
    rows = list(csv.DictReader((tmp_path / "openings.csv").read_text(encoding="utf-8").splitlines()))
    orders = [Order(options=tuple((key, (value,), key) for key, value in row.items() if value)) for row in rows]

    made = render(orders, open_workspace(tmp_path), formats=["md"])

    assert len(rows) >= 3
    assert len([result for result in made.results if not result.is_asset]) == len(rows)
    assert made.warnings == ()
