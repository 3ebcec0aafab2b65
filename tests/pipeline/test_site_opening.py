"""One opening of a careers site: its files, and what the channels say of it."""

import pickle
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jdgen.audit.ruleset import Ruleset
from jdgen.errors import EnvironmentProblem, InputErrors
from jdgen.load.channel_values import load_channel_values
from jdgen.load.project import open_workspace
from jdgen.model.site import Site
from jdgen.pipeline import site_opening
from jdgen.pipeline.site_opening import MadeOpening, Plan, Workshop, logo_address, make_opening
from jdgen.pipeline.site_survey import survey
from jdgen.render.logo import Logo

DAY = date(2026, 11, 22)
Make = Callable[..., MadeOpening]


@pytest.fixture
def plan(postings: Path) -> Plan:
    return Plan(
        Site("https://careers.acme.example/", "Acme Care", DAY), open_workspace(postings), "letter", with_pdf=False
    )


@pytest.fixture
def make(postings: Path, plan: Plan, shipped_rules: Ruleset) -> Make:
    """Return a function that makes the only opening in the folder of postings, with the plan changed."""

    def go(**changes: object) -> MadeOpening:
        changed = replace(plan, **changes)
        workshop = Workshop(changed, shipped_rules, load_channel_values(plan.workspace.search))
        return make_opening(workshop, survey(postings, changed.site.day, {}).openings[0])

    return go


def page_of(made: MadeOpening) -> str:
    return made.results[0].content.decode()


def test_an_opening_is_made_with_its_page_alone(post: Callable, make: Make) -> None:
    post()

    made = make()

    assert [result.name for result in made.results] == ["jobs/hospital-case-manager-a-1.html"]
    assert (made.errors, made.problems, made.lacking, made.opening.blocked) == (0, (), None, {})
    assert made.opening.description.startswith("<ul><li><strong>Location:")


@pytest.mark.parametrize(
    ("facts", "channels", "said"),
    [
        ({"apply": None}, {"google", "indeed", "linkedin"}, "it does not say how to apply"),
        ({"location": None}, {"google", "indeed", "linkedin"}, "it has no place"),
        ({"apply": "\n  url: https://www.acme.example/jobs"}, {"linkedin"}, "email address of whoever posts it"),
        ({"title": "Case Manager - $52 an hour"}, {"google"}, "its title holds the pay"),
    ],
)
def test_a_channel_whose_must_is_broken_does_not_get_it_and_is_told_why(
    post: Callable, make: Make, facts: dict, channels: set[str], said: str
) -> None:
    post(**facts)

    made = make()

    blocked = made.opening.blocked
    assert channels <= set(blocked)
    assert all(any(said in reason for reason in blocked[channel]) for channel in channels)
    assert ("ld+json" in page_of(made)) == ("google" not in blocked)
    assert "You plan discharges" in page_of(made)


def test_no_channel_is_asked_about_a_closed_opening(post: Callable, make: Make) -> None:
    post(apply=None, filled="2026-11-22")

    assert make().opening.blocked == {}


def test_whoever_posts_at_linkedin_may_be_named_for_the_whole_site(post: Callable, make: Make) -> None:
    post(apply="\n  url: https://www.acme.example/jobs")

    assert make(poster_email="jobs@acme.example").opening.blocked == {}


def test_errors_of_the_audit_are_counted_and_the_page_is_made(post: Callable, make: Make) -> None:
    post(body="\nWe want a young and energetic nurse. Apply by {closes} at https://www.acme.example/jobs.\n")

    made = make()

    assert made.errors > 0
    assert len(made.results) == 1


def test_a_problem_comes_back_with_the_opening(post: Callable, make: Make) -> None:
    deep = "".join(" " * 4 * n + "- a\n" for n in range(250))
    path = post(body=f"\n{deep}")

    made = make()

    assert made.results == ()
    assert [str(problem) for problem in made.problems] == [
        f"{path}: lists, quotes or tags stand more than 30 levels deep in each other, expected a flatter text"
    ]
    assert made.opening.facts.id == "A-1"


def test_problems_of_several_openings_come_together_and_nothing_is_written(
    post: Callable, build: Callable, files: Callable
) -> None:
    post()
    build()
    before = files()
    deep = "".join(" " * 4 * n + "- a\n" for n in range(250))
    paths = [post(name, body=f"\n{deep}") for name in ("B-1", "B-2")]

    with pytest.raises(InputErrors) as raised:
        build()

    assert [str(problem).partition(": ")[0] for problem in raised.value.problems] == [str(path) for path in paths]
    assert before == files()


def test_what_the_machine_lacks_for_a_pdf_comes_back_and_the_page_names_none(
    post: Callable, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lack(*_words: object) -> None:
        raise EnvironmentProblem("a PDF needs Pango", hint="install it")

    monkeypatch.setattr(site_opening, "render_paper", lack)
    post()

    made = make(with_pdf=True)

    assert str(made.lacking) == "a PDF needs Pango"
    assert [result.name for result in made.results] == ["jobs/hospital-case-manager-a-1.html"]
    assert ".pdf" not in page_of(made)


def test_a_page_links_its_pdf(post: Callable, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_opening, "_pdf", lambda *_words: (b"%PDF", None))
    post()

    made = make(with_pdf=True)

    assert made.results[1] == ("jobs/hospital-case-manager-a-1.pdf", b"%PDF", False)
    assert 'href="../jobs/hospital-case-manager-a-1.pdf"' in page_of(made)


def test_everything_that_crosses_to_another_process_pickles(
    post: Callable, make: Make, plan: Plan, postings: Path
) -> None:
    post(apply=None)
    surveyed, made = survey(postings, DAY, {}).openings[0], make()
    lacking = made._replace(lacking=EnvironmentProblem("x", hint="y"), problems=())

    again = pickle.loads(pickle.dumps((surveyed, made, lacking)))  # noqa: S301 - our own
    (plan_again,) = pickle.loads(pickle.dumps((plan,)))  # noqa: S301 - our own

    assert again[:2] == (surveyed, made)
    assert (str(again[2].lacking), again[2].lacking.hint) == ("x", "y")
    assert plan_again.workspace.settings.paper == plan.workspace.settings.paper
    assert plan_again.site == plan.site


@pytest.mark.parametrize(
    ("body", "until"),
    [
        ("\nApply soon.\n", date(2026, 12, 31)),  # of the facts
        ("\nApply by 12/25/2026, or by December 5, 2026. We began on May 3, 2019.\n", date(2026, 12, 5)),
        (
            "\nApply today. <!-- jdgen: allow age.age-limit because the law asks for it until 2026-11-30 -->\n",
            date(2026, 11, 30),
        ),
    ],
)
def test_the_audit_holds_until_the_next_day_the_posting_names(
    post: Callable, make: Make, body: str, until: date
) -> None:
    post(body=body)

    assert make().until == until


@pytest.mark.parametrize("employer", ["", "\u533b\u9662", "x" * 600, "Acme " * 100 + "/../"])
@pytest.mark.parametrize("name", ["logo.svg", "logo", "a.b/logo.SVG"])
def test_the_picture_of_any_employer_has_a_name_any_disk_can_hold(employer: str, name: str) -> None:
    address = logo_address(Logo("image/svg+xml", b"<svg/>"), employer, name)

    assert address
    assert re.fullmatch(r"logos/[a-z0-9-]{1,80}\.svg", address.path)


HOSTILE = {
    "script": "'<script>alert(1)</script> Nurse'",
    "quotes": "'Nurse \"RN\", ''the'' one, really; =1+1'",
    "long": "'" + "Nurse " * 95 + "'",
    "Chinese": "\u62a4\u58eb\u7ba1\u7406\u5e08",
    "Arabic": "\u0645\u062f\u064a\u0631 \u062d\u0627\u0644\u0629",
    "path": "'../../etc/passwd'",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_title_and_employer_break_neither_paths_nor_pages_nor_the_record(
    post: Callable, build: Callable, files: Callable, postings: Path, name: str
) -> None:
    post(title=HOSTILE[name], employer=f"\n  name: {HOSTILE[name]}")

    build()
    again = build()

    assert again.written.changed == ()
    assert all(re.fullmatch(r"[A-Za-z0-9._/-]{1,140}", path) for path in files())
    assert [path for path, content in files().items() if path.endswith(".html") and b"<script>alert" in content] == []
    assert not (postings.parent / "etc").exists()


def test_two_employers_with_logos_of_one_name_both_show_their_own(
    post: Callable, build: Callable, files: Callable, postings: Path
) -> None:
    for folder, color in (("north", "red"), ("south", "blue")):
        post(f"A-{folder}", name=f"{folder}/a.md", employer=f"\n  name: Acme {folder}\n  logo: logo.svg")
        (postings / folder / "logo.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg"><path fill="{color}"/></svg>', encoding="utf-8"
        )

    build()

    shown = {}
    for folder in ("north", "south"):
        page = files()[f"jobs/hospital-case-manager-a-{folder}.html"].decode()
        (shown[folder],) = re.findall(r'<img[^>]* src="\.\./(logos/[^"]+)"', page)
    assert b"red" in files()[shown["north"]]
    assert b"blue" in files()[shown["south"]]


def test_what_an_opening_says_of_its_employer_is_its_own_section_and_no_group_of_duties(
    post: Callable, make: Make
) -> None:
    body = "## What you will do\n\n### About the people we serve\n\n- Call families.\n\n## About Acme Care\n\nWe care.\n\n### Our values\n\nCalm.\n\n- Quiet\n- Kind <b>"
    post(body=body)

    assert make().opening.about == "<p>We care.</p><p>Calm.</p><ul><li>Quiet</li><li>Kind</li></ul>"


def test_what_the_audit_says_of_a_clause_that_is_named_already_is_not_said_twice(post: Callable, make: Make) -> None:
    post(apply=None)

    said = make().opening.blocked["indeed"]

    clauses = [reason.rpartition("(")[2] for reason in said]
    assert len(clauses) == len(set(clauses)) > 0
