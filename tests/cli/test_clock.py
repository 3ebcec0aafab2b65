"""The day of posting, and that nothing else asks the clock: same input, same bytes."""

import ast
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Names that ask the clock, the machine or chance. `token_hex` names temporary files, which nobody sees.
ASKING = {
    "now", "today", "utcnow", "time_ns", "localtime", "gmtime", "getlocale", "setlocale", "random", "randint", "choice", "shuffle",
    "uuid1", "uuid4", "urandom", "getpid", "gethostname",
}  # fmt: skip
CLOCK = "jdgen/cli/clock.py"


def questions(path: Path) -> Iterator[str]:
    """Yield the calls in a module that could answer differently tomorrow or elsewhere."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in ASKING | {"time"}:
            yield ast.unparse(node)
        if isinstance(node, ast.ImportFrom | ast.Import):
            names = {alias.name for alias in node.names} | {getattr(node, "module", None)}
            yield from names & {"time", "random", "uuid", "locale"}


def test_only_the_clock_asks_the_clock() -> None:
    modules = {str(path.relative_to(ROOT)): path for path in (ROOT / "jdgen").rglob("*.py")}

    asked = {name: list(questions(path)) for name, path in modules.items()}

    assert asked.pop(CLOCK) == ["datetime.now"]
    assert len(asked) > 50
    assert {name: calls for name, calls in asked.items() if calls} == {}


def posted(out: str) -> str:
    """Return the day of posting in the front matter of a posting."""
    return next(line.removeprefix("posted: ") for line in out.splitlines() if line.startswith("posted: "))


@pytest.fixture
def render(run: Callable, sample: Path) -> Callable[..., str]:
    """Return a function that renders an opening and returns its day of posting."""

    def go(*words: str, env: dict[str, str] | None = None) -> str:
        code, out, err = run("render", "-s", "rn", "-f", "md", "-o", "-", *words, env=env)
        assert code == 0, err
        return posted(out)

    return go


def test_the_day_of_the_requisition_wins(run: Callable, sample: Path) -> None:
    words = ["render", "requisition.yaml", "-f", "md", "-o", "-", "--date", "2027-01-01"]

    assert posted(run(*words, env={"SOURCE_DATE_EPOCH": "0"}).out) == "2026-11-22"


def test_the_option_wins_over_the_environment(render: Callable) -> None:
    assert render("--date", "2027-01-01", env={"SOURCE_DATE_EPOCH": "0"}) == "2027-01-01"


@pytest.mark.parametrize(
    ("epoch", "day"), [("0", "1970-01-01"), ("1795305599", "2026-11-21"), ("1795305600", "2026-11-22")]
)
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/Adak"])
def test_source_date_epoch_is_a_day_in_utc(
    render: Callable, monkeypatch: pytest.MonkeyPatch, epoch: str, day: str, zone: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        given = render(env={"SOURCE_DATE_EPOCH": epoch})
    time.tzset()

    assert given == day


def test_an_empty_source_date_epoch_counts_as_none(render: Callable) -> None:
    before = datetime.now().astimezone().date()
    day = render(env={"SOURCE_DATE_EPOCH": ""})
    after = datetime.now().astimezone().date()

    assert day in {before.isoformat(), after.isoformat()}


def test_without_any_day_it_is_today(render: Callable) -> None:
    before = datetime.now().astimezone().date()
    day = render()
    after = datetime.now().astimezone().date()

    assert day in {before.isoformat(), after.isoformat()}


SETTINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "COLUMNS": "40"},
)


def test_same_input_gives_the_same_bytes_on_any_machine(sample: Path, run: Callable) -> None:
    (sample / "b.yaml").write_text(
        "specialization: psychiatric\nlocation: [Ely MN, Reno NV, Boise ID, Remote]\n", encoding="utf-8"
    )
    words = ["render", "requisition.yaml", "b.yaml", "-f", "md,html", "--date", "2026-11-22"]
    assert run(*words, "-o", "here").code == 0
    for number, settings in enumerate(SETTINGS):
        subprocess.run(  # noqa: S603 - this Python, and words of ours
            [sys.executable, "-m", "jdgen", *words, "-o", str(number)],
            env=os.environ | settings,
            check=True,
            capture_output=True,
        )

    made = {folder: {path.name: path.read_bytes() for path in Path(folder).iterdir()} for folder in ("here", "0", "1")}

    assert len(made["here"]) == 6
    assert made["here"] == made["0"] == made["1"]
