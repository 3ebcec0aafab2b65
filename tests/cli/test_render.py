"""`jdgen render`: options over files, defaults from the working folder, what is written and what is said."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.render.formats import FORMATS, RENDERERS

TEXT_FORMATS = sorted(set(FORMATS) - {"docx", "pdf"})
FULL = "e.yaml", "name: Acme\nbenefits: [Lunch]\napply: {phone: 303-555-0100}\naccommodation: {name: Ana}\n"


@pytest.fixture
def body(run: Callable, sample: Path) -> Callable[..., str]:
    """Return a function that renders an opening to stdout."""

    def go(*words: str) -> str:
        code, out, err = run("render", *words, "-f", "md", "-o", "-")
        assert code == 0, err
        return out

    return go


def test_the_files_written_are_printed(run: Callable, sample: Path) -> None:
    code, out, err = run("render", "requisition.yaml", "-f", "md,html")

    assert (code, err) == (0, "")
    assert out == "output/CR-1042.md\noutput/CR-1042.html\noutput/cedar-ridge-logo-bfaaa4db.svg\n"
    assert {path.name for path in (sample / "output").iterdir()} == {
        "CR-1042.md", "CR-1042.html", "cedar-ridge-logo-bfaaa4db.svg", ".jdgen.json",
    }  # fmt: skip


def test_every_format_has_a_maker() -> None:
    assert set(FORMATS) - {"md"} == set(RENDERERS)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written(run: Callable, sample: Path, name: str) -> None:
    code, out, err = run("render", "requisition.yaml", "-f", name)

    assert (code, err) == (0, "")
    assert out.splitlines()[0] == f"output/CR-1042.{name}"
    starts = dict(zip(FORMATS, (b"---\n", b"<!DO", b"%PDF", b"PK\x03\x04", b"Hosp", b"{\n  "), strict=True))
    assert (sample / "output" / f"CR-1042.{name}").read_bytes()[:4] == starts[name]


@pytest.mark.parametrize("formats", [["-f", "html,md"], ["-f", "md", "-f", "html"], ["-f", " md , html,md"]])
def test_formats_are_listed_in_any_way(run: Callable, sample: Path, formats: list[str]) -> None:
    out = run("render", "requisition.yaml", *formats).out

    assert out.splitlines()[:2] == ["output/CR-1042.md", "output/CR-1042.html"]


def test_formats_and_output_of_the_working_folder_are_the_default(run: Callable, sample: Path) -> None:
    (sample / "jdgen.yaml").write_text(
        "employer: employer.yaml\nformats: html\noutput: site\ntemplate: classic\n", encoding="utf-8"
    )

    out = run("render", "requisition.yaml").out

    assert out.splitlines()[0] == "site/CR-1042.html"
    assert "Job brief" in (sample / "site" / "CR-1042.html").read_text(encoding="utf-8")


def test_a_folder_further_up_is_the_working_folder(
    run: Callable, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (sample / "openings").mkdir()
    (sample / "openings" / "r.yaml").write_text("specialization: rn\nid: R-1\n", encoding="utf-8")
    monkeypatch.chdir(sample / "openings")

    code, out, _ = run("render", "r.yaml", "-f", "md")

    assert code == 0
    assert out.splitlines()[0] == str(sample / "output" / "R-1.md")
    assert "Cedar Ridge" in (sample / "output" / "R-1.md").read_text(encoding="utf-8")


def test_options_alone_make_a_posting(run: Callable, sample: Path) -> None:
    (sample / FULL[0]).write_text(FULL[1], encoding="utf-8")

    code, out, err = run(
        "render", "-s", "geriatric", "-e", "e.yaml", "--title", "Care Partner", "--location", "Portland, ME", "--pay", "31-39.50/hour",
        "--workplace", "on site", "--employment", "0.9 FTE", "--closes", "2027-01-15", "--set", "id=G-7", "-f", "md", "-o", "-",
    )  # fmt: skip

    assert (code, err) == (0, "")
    for line in (
        "# Care Partner", "- **Location:** Portland, Maine", "- **Workplace:** On site", "- **Job type:** 0.9 FTE",
        "- **Pay:** $31.00 to $39.50 an hour", "- **Apply by:** January 15, 2027", "- **Job ID:** G-7",
    ):  # fmt: skip
        assert line in out.splitlines()


def test_options_win_over_the_file(body: Callable) -> None:
    out = body(
        "requisition.yaml",
        "--pay",
        "50-60/hour",
        "--title",
        "Boss",
        "-s",
        "rn",
        "--location",
        "Boulder, CO",
        "-t",
        "classic",
    )

    assert "- **Pay:** $50.00 to $60.00 an hour" in out
    assert out.count("# Boss\n") == 1
    assert "specialization: rn\n" in out
    assert "Denver, Colorado" not in out
    assert "template: classic\n" in out


def test_several_locations_are_several_places(body: Callable) -> None:
    out = body("-s", "rn", "--location", "Reno, NV", "--location", "Remote (CO)")

    assert "  - Reno, NV\n  - Remote (CO)\n" in out


def test_set_reaches_every_field(body: Callable) -> None:
    out = body(
        "-s",
        "rn",
        "--set",
        "apply.email=a@b.example",
        "--set",
        "hiring_contact.name=Ana Ruiz",
        "--set",
        "openings=4",
        "--set",
        "caseload=x = y",
    )

    assert "[a@b.example](mailto:a@b.example)" in out
    assert "- **Questions:** Ana Ruiz\n" in out
    assert "- **Openings:** 4\n" in out
    assert "- **Caseload:** x = y\n" in out


def test_what_is_set_several_times_adds_up(body: Callable) -> None:
    settings = body("-s", "rn", "--set", "settings=The night clinic", "--set", "settings=The day clinic")
    places = body("-s", "rn", "--location", "Reno, NV", "--set", "location=Remote (CO)")

    assert "The night clinic" in settings
    assert "The day clinic" in settings
    assert "  - Reno, NV\n  - Remote (CO)\n" in places


def test_a_requisition_names_its_employer_from_its_own_folder(run: Callable, sample: Path) -> None:
    (sample / "north").mkdir()
    (sample / "north" / "who.yaml").write_text("name: North Clinic\n", encoding="utf-8")
    (sample / "north" / "r.yaml").write_text("specialization: rn\nemployer: who.yaml\n", encoding="utf-8")

    assert "  name: North Clinic\n" in run("render", "north/r.yaml", "-f", "md", "-o", "-").out


def test_an_id_is_made_from_what_is_known(run: Callable, sample: Path) -> None:
    (sample / "e.yaml").write_text("name: A\n", encoding="utf-8")
    made = [
        run("render", "-s", "rn", "-e", "e.yaml", "-f", "md", *words).out.strip()
        for words in (
            [],
            ["--location", "Fort Yukon, AK"],
            ["--location", "Remote"],
            ["--location", "Saint-Louis-du-Ha-Ha, ME", "-s", "mental-health"],
        )
    ]

    assert made == [
        "output/rn.md",
        "output/rn-fort-yukon-ak.md",
        "output/rn-remote.md",
        "output/mental-health-saint-louis-du-ha-ha-me.md",
    ]


def test_the_internal_description_stands_beside_the_posting(run: Callable, sample: Path) -> None:
    run("render", "requisition.yaml", "-f", "md")
    code, out, _ = run("render", "requisition.yaml", "-f", "md", "-t", "internal")

    assert (code, out.splitlines()[0]) == (0, "output/CR-1042-internal.md")
    assert (sample / "output" / "CR-1042.md").is_file()


def test_several_requisitions_make_several_postings_and_one_logo(run: Callable, sample: Path) -> None:
    (sample / "b.yaml").write_text("specialization: rn\nid: B-2\n", encoding="utf-8")

    out = run("render", "requisition.yaml", "b.yaml", "-f", "md,html").out

    assert out.split() == [
        "output/CR-1042.md", "output/CR-1042.html", "output/B-2.md", "output/B-2.html", "output/cedar-ridge-logo-bfaaa4db.svg",
    ]  # fmt: skip


def test_warnings_go_to_stderr_and_change_no_code(run: Callable, sample: Path) -> None:
    code, out, err = run("render", "-s", "rn", "-f", "md", "-o", "-")

    assert code == 0
    assert out.startswith("---\n")
    assert err.startswith("warning: the pay is missing, and the law asks for it: Colorado (C.R.S. 8-5-201")
    assert "\n  hint: add `pay: 38.50-52/hour`; see" in err


@pytest.mark.parametrize("words", ["DOE", "competitive", "negotiable"])
def test_pay_in_words_is_left_out_with_a_warning(run: Callable, sample: Path, words: str) -> None:
    made = run("render", "requisition.yaml", "--pay", words, "-f", "md", "-o", "-")

    assert made.code == 0
    assert f"warning: pay is `{words}`, which names no figure; the pay is missing, and the law asks for it" in made.said
    assert "\npay:" not in made.out
    assert words not in made.out


def test_a_warning_names_its_posting_and_is_said_once_of_each(run: Callable, sample: Path) -> None:
    for name in "ab":
        (sample / f"{name}.yaml").write_text(f"specialization: rn\nid: {name}\n", encoding="utf-8")

    err = run("render", "a.yaml", "b.yaml", "-f", "md").err

    assert err.count("warning: a: the pay is missing") == 1
    assert err.count("the pay is missing") == 2


def test_nothing_is_written_when_one_of_many_is_wrong(run: Callable, sample: Path) -> None:
    (sample / "bad.yaml").write_text("specialization: rn\npay: 9-8\n", encoding="utf-8")

    code, out, _ = run("render", "requisition.yaml", "bad.yaml", "-f", "md")

    assert (code, out) == (3, "")
    assert not (sample / "output").exists()


def test_hand_edited_output_is_kept_byte_for_byte(run: Callable, sample: Path) -> None:
    run("render", "requisition.yaml", "-f", "md,html")
    posting = sample / "output" / "CR-1042.md"
    edited = posting.read_bytes().replace(b"A discharge takes an afternoon.", b"My words.\r\n")
    posting.write_bytes(edited)

    code, out, err = run("render", "requisition.yaml", "-f", "md,html", "--title", "Boss")

    assert (code, out) == (3, "")
    assert err.startswith("output/CR-1042.md: was edited by hand")
    assert posting.read_bytes() == edited
    assert "Boss" not in (sample / "output" / "CR-1042.html").read_text(encoding="utf-8")


def test_force_writes_over_hand_edits(run: Callable, sample: Path) -> None:
    run("render", "requisition.yaml", "-f", "md")
    (sample / "output" / "CR-1042.md").write_text("mine", encoding="utf-8")

    code, _, _ = run("render", "requisition.yaml", "-f", "md", "--force")

    assert code == 0
    assert "mine" not in (sample / "output" / "CR-1042.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_stdout_gets_the_bytes_of_the_file(run: Callable, sample: Path, name: str) -> None:
    run("render", "requisition.yaml", "-f", name)
    code, out, err = run("render", "requisition.yaml", "-f", name, "-o", "-")

    assert (code, err) == (0, "")
    assert out == (sample / "output" / f"CR-1042.{name}").read_text(encoding="utf-8")


def test_ones_own_files_win(run: Callable, sample: Path) -> None:
    (sample / "templates").mkdir()
    (sample / "templates" / "posting.md.j2").write_text("# {{ facts.title }}\n\nShort.\n", encoding="utf-8")
    (sample / "given").mkdir()
    (sample / "given" / "posting.md.j2").write_text("# {{ facts.title }}\n\nShorter.\n", encoding="utf-8")

    beside = run("render", "requisition.yaml", "-f", "md", "-o", "-").out
    given = run("render", "requisition.yaml", "-f", "md", "-o", "-", "--templates", "given").out

    assert beside.endswith("# Hospital Case Manager\n\nShort.\n")
    assert given.endswith("# Hospital Case Manager\n\nShorter.\n")


def test_errors_are_colored_only_where_color_is_wanted(run: Callable, sample: Path) -> None:
    colored = run("render", "no.yaml", color=True).err
    plain = run("render", "no.yaml", color=True, env={"NO_COLOR": "1"}).err

    assert colored.startswith("\x1b[31m")
    assert "\x1b" not in plain
    assert plain == re.sub(r"\x1b\[\d*m", "", colored)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["render", "no.yaml"], 3, "no.yaml: there is no such file\n"),
        (["render"], 2, "nothing to render\n"),
        (["render", "requisition.yaml", "-o", "logo.svg"], 4, "cannot write into `logo.svg`"),
    ],
)
def test_debug_shows_the_traceback_and_changes_no_code(
    run: Callable, sample: Path, words: list[str], code: int, said: str
) -> None:
    plain, debug = run(*words), run("--debug", *words)

    assert (debug.code, debug.out) == (code, plain.out)
    assert plain.code == code
    assert debug.err.startswith("Traceback (most recent call last):\n")
    assert debug.err.endswith(plain.err)
    assert said in plain.err


def test_our_own_mistakes_are_owned(run: Callable, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slip(*_words: object, **_named: object) -> None:
        raise ZeroDivisionError("we divided")

    monkeypatch.setattr("jdgen.cli.commands.render.render", slip)
    code, out, err = run("render", "requisition.yaml")

    assert (code, out) == (4, "")
    assert err.startswith(
        "jdgen made a mistake: ZeroDivisionError: we divided\n\nhint: run the same command with `jdgen --debug …`"
    )
    debug = run("--debug", "render", "requisition.yaml")
    assert debug.code == 4
    assert "ZeroDivisionError: we divided\n\njdgen made a mistake" in debug.err


def test_a_machine_without_pango_still_writes_the_other_formats(
    run: Callable, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jdgen.errors import EnvironmentProblem

    def lack(*_words: object) -> None:
        raise EnvironmentProblem("a PDF needs the Pango library, which this machine lacks", hint="install it")

    monkeypatch.setitem(RENDERERS, "pdf", lack)
    code, out, err = run("render", "requisition.yaml")
    alone = run("render", "requisition.yaml", "-f", "pdf", "-o", "-")

    assert code == 4
    assert out.split() == ["output/CR-1042.md", "output/CR-1042.html", "output/cedar-ridge-logo-bfaaa4db.svg"]
    assert err == "a PDF needs the Pango library, which this machine lacks\n\nhint: install it\n\n"
    assert (alone.code, alone.out, alone.err) == (4, "", err)
