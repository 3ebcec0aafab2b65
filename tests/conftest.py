"""What every test may use: cases that are files, the shipped rules and texts run through them, and hypothesis settings that fit two slow cores."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import hypothesis
import pytest

from jdgen.audit import preparation, terms
from jdgen.audit.channels import CHANNELS
from jdgen.audit.preparation import who_words
from jdgen.audit.ruleset import Ruleset
from jdgen.audit.terms import NOTHING_KNOWN, Pattern, compile_term
from jdgen.audit.who import WhoWords
from jdgen.errors import EnvironmentProblem
from jdgen.load import rules
from jdgen.load.project import open_workspace
from jdgen.load.records import as_record
from jdgen.load.rules import load_who
from jdgen.load.yaml_document import Node
from jdgen.model.finding import FileReport
from jdgen.model.rule import Rule, RuleCase
from jdgen.pipeline import mending
from jdgen.pipeline.check import load_ruleset
from jdgen.pipeline.rule_proof import audit_case
from jdgen.render.native import load_native_libraries

ROOT = Path(__file__).resolve().parents[1]


def prepare_private_pango() -> None:
    """Let tests and the programs they start import WeasyPrint bare, also where Pango lies in .tools/pango.

    That jdgen itself needs no such help is shown in packaging/, in an environment of its own.
    """
    folders = sorted({str(library.parent) for library in load_native_libraries()})
    if folders:
        os.environ["LD_LIBRARY_PATH"] = os.pathsep.join([*folders, os.environ.get("LD_LIBRARY_PATH", "")]).rstrip(":")
        os.environ.setdefault("FONTCONFIG_FILE", str(ROOT / "templates" / "fonts" / "fonts.conf"))


prepare_private_pango()

# Slow cores make deadlines lie; a fixed seed keeps one submission from failing for another's luck.
hypothesis.settings.register_profile("jdgen", deadline=None, derandomize=True, max_examples=60)
hypothesis.settings.load_profile("jdgen")


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a cache folder of its own: what an older run cached, fonts above all, must not decide a test."""
    if "PYTEST_XDIST_WORKER" not in os.environ:  # workers inherit the folder
        folder = tempfile.TemporaryDirectory(prefix="jdgen-tests-", ignore_cleanup_errors=True)
        os.environ["XDG_CACHE_HOME"] = folder.name
        config.add_cleanup(folder.cleanup)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites expected files."""
    parser.addoption("--update-cases", action="store_true", help="write the expected files of the cases again")


@pytest.fixture
def assert_matches_file(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return a check that a text equals an expected file; with --update-cases it writes the file instead."""

    def check(expected_file: Path, actual: str) -> None:
        if request.config.getoption("--update-cases"):
            expected_file.parent.mkdir(parents=True, exist_ok=True)
            expected_file.write_text(actual, encoding="utf-8", newline="")
        assert expected_file.exists(), f"{expected_file.name} is missing; `python3 dev.py cases` writes it"
        expected = expected_file.read_bytes().decode("utf-8")
        assert expected == actual

    return check


RunCase = Callable[..., FileReport]


@lru_cache(maxsize=1)
def _shipped() -> Ruleset:
    return load_ruleset(open_workspace(ROOT))


def _only(rule_id: str) -> Ruleset:
    """Return the ruleset with one rule switched on, so that no other rule hides what it finds."""
    whole = _shipped()
    return whole.change(off=whole.known - {rule_id})


def _run(case: RuleCase | str, *, only: str | None = None) -> FileReport:
    ruleset, channels = (_only(only), CHANNELS) if only else (_shipped(), ())
    return audit_case(case, ruleset, date(2026, 11, 22), channels)


@pytest.fixture(scope="session")
def run_case() -> RunCase:
    """Audit the text of a case on one day, with every shipped rule or with one."""
    return _run


@pytest.fixture
def b_is_read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse to write `b.md` back: who runs the tests may be allowed to write everywhere."""
    real = mending.rewrite_text

    def refuse_b(path: Path, before: str, after: str) -> None:
        if path.name == "b.md":
            raise EnvironmentProblem("cannot write `b.md`")
        real(path, before, after)

    monkeypatch.setattr(mending, "rewrite_text", refuse_b)


@pytest.fixture(scope="session")
def shipped_rules() -> Ruleset:
    """Every shipped rule, ready to run; one worker of a run makes them ready, the others find them in the cache."""
    return _shipped()


@pytest.fixture(scope="session")
def rule_folder() -> Callable[[str], Path]:
    """Return a function that gives a folder with one file of rules, the same one to every test of a run that wants these rules.

    Rules of one's own are made ready together with the shipped ones. That takes seconds, and in a folder of its own each test would
    wait for them again; in one folder the first test waits.
    """

    def write(text: str) -> Path:
        folder = Path(os.environ["XDG_CACHE_HOME"], "rules", blake2b(text.encode(), digest_size=8).hexdigest())
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, delete=False) as file:
            file.write(text)
        Path(file.name).replace(folder / "house.yaml")  # whole at once, for another worker may be reading it
        return folder

    return write


@pytest.fixture(scope="session", autouse=True)
def _terms_compiled_once() -> Iterator[None]:
    """Compile a term once in a run: each folder with rules of its own makes the thousands of shipped ones ready again."""
    kept: dict[tuple[str, int, tuple[tuple[str, bool], ...]], Pattern] = {}
    sums: dict[int, tuple[Mapping[str, int], int]] = {}

    def compile_once(term: str, *, frequency: Mapping[str, int] = NOTHING_KNOWN, **flags: bool) -> Pattern:
        if id(frequency) not in sums:
            sums[id(frequency)] = (
                frequency,
                hash(frozenset(frequency.items())),
            )  # held, so that nothing else gets its id
        key = (term, sums[id(frequency)][1], tuple(sorted(flags.items())))
        if key not in kept:
            kept[key] = compile_term(term, frequency=frequency, **flags)
        return kept[key]

    with pytest.MonkeyPatch.context() as patch:
        for module in (terms, preparation):
            patch.setattr(module, "compile_term", compile_once)
        yield


_read_rules = rules.read_rules


@lru_cache(maxsize=200)
def _read_once(path: Path, _content: bytes) -> tuple[tuple[Rule, Node], ...]:
    return tuple(_read_rules(path))


@pytest.fixture
def rules_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read a file of rules again only after it changed: who looks up a thousand things need not read all rules for each."""

    def read(path: Path) -> Iterator[tuple[Rule, Node]]:
        return iter(_read_once(path, path.read_bytes()))

    monkeypatch.setattr(rules, "read_rules", read)


@pytest.fixture(scope="session")
def signs() -> WhoWords:
    """The shipped signs of whom a sentence speaks."""
    return who_words(load_who(open_workspace(Path(__file__).parents[1]).search))


@pytest.fixture(scope="session")
def make_rule() -> Callable[..., Rule]:
    """Return a function that makes a whole rule, with the given fields changed."""
    whole = {
        "id": "test.words",
        "category": "style",
        "severity": "warning",
        "evidence": "style",
        "message": "`{matched}` is found",
        "why": "It is a test.",
        "suggestions": ("Leave it out.",),
        "checked": "2026-11-22",
        "tests": {"fires": ("a",), "silent": ("b",)},
    }
    return lambda **fields: as_record(whole | fields, Rule)
