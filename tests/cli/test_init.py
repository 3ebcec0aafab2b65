"""`jdgen init`: a working folder that works."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.pipeline.samples import SAMPLES

SHIPPED = Path(__file__).resolve().parents[2] / "templates" / "init"
FILES = ["employer.yaml", "jdgen.yaml", "logo.svg", "openings.csv", "requisition.yaml"]


def test_init_prints_what_it_wrote_and_what_comes_next(run: Callable, here: Path) -> None:
    code, out, err = run("init")

    assert (code, out.split()) == (0, FILES)
    assert err == "\nnext: jdgen render requisition.yaml\n"
    assert sorted(path.name for path in here.iterdir()) == FILES


def test_init_makes_a_folder(run: Callable, here: Path) -> None:
    code, out, err = run("init", "my/openings")

    assert (code, out.split()[0]) == (0, "my/openings/employer.yaml")
    assert err == "\nnext: cd my/openings && jdgen render requisition.yaml\n"


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_sample_renders_without_a_warning(
    run: Callable, here: Path, monkeypatch: pytest.MonkeyPatch, sample: str
) -> None:
    run("init", "new", "--sample", sample)
    monkeypatch.chdir(here / "new")

    code, out, err = run("render", "requisition.yaml", "-f", "md,html")

    assert (code, err) == (0, "")
    assert len(out.split()) == 3


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_files_are_those_of_the_sample(run: Callable, here: Path, sample: str) -> None:
    run("init", "--sample", sample)

    assert {name: (SHIPPED / sample / name).read_bytes() for name in FILES} == {
        name: (here / name).read_bytes() for name in FILES
    }


def test_one_file_in_the_way_stops_all(run: Callable, here: Path) -> None:
    (here / "logo.svg").write_text("mine", encoding="utf-8")

    code, out, err = run("init")

    assert (code, out) == (3, "")
    assert err.startswith("logo.svg: exists already, so nothing was written\n\nhint: ")
    assert [path.name for path in here.iterdir()] == ["logo.svg"]
    assert (here / "logo.svg").read_text(encoding="utf-8") == "mine"


def test_there_is_no_way_to_force_it(run: Callable, here: Path) -> None:
    assert run("init", "--force").code == 2


def test_render_does_not_take_the_samples_files_for_its_own(run: Callable, sample: Path) -> None:
    before = (sample / "logo.svg").read_bytes()
    (sample / "e.yaml").write_text("name: Logo\nbrand: {logo: logo.svg}\n", encoding="utf-8")

    run("render", "requisition.yaml", "-e", "e.yaml", "-f", "md", "-o", ".")

    assert (sample / "logo-logo-bfaaa4db.svg").read_bytes() == before
    assert (sample / "logo.svg").read_bytes() == before
