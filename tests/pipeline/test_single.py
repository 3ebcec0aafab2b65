import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.errors import EnvironmentProblem, InputError, InputErrors, UsageError
from jdgen.load.facts import load_facts
from jdgen.load.postings import parse_posting
from jdgen.load.project import Workspace, open_workspace
from jdgen.pipeline.single import compose_posting, export, render
from jdgen.pipeline.sources import Order
from jdgen.pipeline.write import Result
from jdgen.render.formats import RENDERERS


def order(*options: tuple[str, str]) -> Order:
    return Order(options=(("specialization", ("rn",), "-s"), *((key, (value,), f"--{key}") for key, value in options)))


@pytest.fixture
def write(workspace: Workspace) -> Callable[[str, str], Path]:
    """Return a function that writes a file into the working folder."""

    def go(name: str, text: str) -> Path:
        path = workspace.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return go


def names(results: tuple[Result, ...]) -> list[str]:
    return [result.name for result in results]


def test_a_posting_is_made_in_every_format_with_its_logo(workspace: Workspace) -> None:
    made = render([order(("id", "A-1"))], workspace)

    assert names(made.results) == ["A-1.md", "A-1.html", "acme-care-logo-2b29cf1e.svg"]
    assert [result.is_asset for result in made.results] == [False, False, True]


def test_nothing_is_written(workspace: Workspace) -> None:
    before = set(workspace.folder.rglob("*"))

    render([order()], workspace)

    assert set(workspace.folder.rglob("*")) == before


def test_the_posting_file_is_the_posting(workspace: Workspace) -> None:
    composed = compose_posting(order(), workspace, load_facts(workspace.search))

    text = render([order()], workspace, formats=["md"]).results[0].content.decode()

    assert composed.posting == parse_posting(text, "p.md")
    assert composed.posting == pickle.loads(pickle.dumps(composed.posting))  # noqa: S301 - our own


def test_formats_come_in_their_own_order_once(workspace: Workspace) -> None:
    made = render([order(("id", "A-1"))], workspace, formats=["html", "md", "html"])

    assert names(made.results)[:2] == ["A-1.md", "A-1.html"]


@pytest.mark.parametrize(
    ("word", "hint"), [("htm", "did you mean `html`?"), ("qqq", "the formats are md, html, pdf, docx, txt, jsonld")]
)
def test_an_unknown_format_is_wrong_usage(workspace: Workspace, word: str, hint: str) -> None:
    for make in (lambda: render([order()], workspace, formats=[word]), lambda: export([], workspace, formats=[word])):
        with pytest.raises(UsageError, match=f"there is no format `{word}`") as raised:
            make()
        assert raised.value.hint == hint


def test_what_a_posting_leaves_out_is_said_once_of_each(workspace: Workspace) -> None:
    made = render([order(("id", "A")), order(("id", "B"))], workspace, formats=["md"])

    messages = [warning.message for warning in made.warnings]
    assert messages[0] == "A: no pay given, so the posting has no pay line"
    assert "B: no pay given, so the posting has no pay line" in messages
    assert len(messages) == len(set(messages))


def test_problems_of_all_orders_are_said_at_once(workspace: Workspace) -> None:
    with pytest.raises(InputErrors) as raised:
        render([order(("pay", "9-8")), order(("closes", "soon")), order()], workspace)

    assert [problem.where.path for problem in raised.value.problems if problem.where] == ["--closes", "--pay"]


@pytest.mark.parametrize("ids", [("A", "A"), ("A", "a"), ("b", "B", "b")])
def test_two_postings_of_one_name_are_refused(workspace: Workspace, ids: tuple[str, ...]) -> None:
    with pytest.raises(InputErrors, match=f"{len(ids)} postings would be written to `{ids[0]}`"):
        render([order(("id", name)) for name in ids], workspace)


def test_a_posting_and_an_internal_description_may_share_an_id(workspace: Workspace) -> None:
    internal = Order(options=order(("id", "A")).options, template="internal")

    made = render([order(("id", "A")), internal], workspace, formats=["md"])

    assert names(made.results)[:2] == ["A.md", "A-internal.md"]


def test_a_posting_named_like_an_internal_description_is_refused(workspace: Workspace) -> None:
    internal = Order(options=order(("id", "A")).options, template="internal")

    with pytest.raises(InputErrors, match="would be written to `A-internal`"):
        render([order(("id", "A-internal")), internal], workspace, formats=["md"])


def test_a_format_the_machine_cannot_make_does_not_stop_the_others(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lack(*_words: object) -> None:
        raise EnvironmentProblem("no Pango")

    monkeypatch.setitem(RENDERERS, "pdf", lack)
    made = render([order(("id", "A")), order(("id", "B"))], workspace, formats=["md", "pdf"])

    assert names(made.results)[:2] == ["A.md", "B.md"]
    assert str(made.lacking) == "no Pango"


def test_what_a_format_has_to_say_is_said_with_the_file(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    made = RENDERERS["html"]
    monkeypatch.setitem(RENDERERS, "html", lambda *words: made(*words)._replace(warnings=("too pale",)))

    warnings = render([order(("id", "A"))], workspace).warnings

    assert warnings[-1].message == "A: too pale"


def test_a_posting_file_is_exported_as_it_is(workspace: Workspace, write: Callable) -> None:
    path = write("p.md", "---\n# mine\nid:   A-1\ntitle: Nurse\nemployer: {name: Acme}\n---\nWords.\r\n\r\n")

    made = export([path], workspace, formats=["md"])

    assert made.results == (Result("p.md", path.read_bytes()),)


def test_a_posting_finds_its_logo_beside_itself(workspace: Workspace, write: Callable) -> None:
    path = write("out/p.md", "---\nid: A-1\ntitle: Nurse\nemployer: {name: Acme, logo: art/l.svg}\n---\n# N\n")
    write("out/art/l.svg", "<svg/>")

    assert names(export([path], workspace, formats=["html"]).results) == ["p.html", "art/l.svg"]


@pytest.mark.parametrize("logo", ["../art/l.svg", "/etc/hostname", "art/../../art/l.svg"])
def test_a_logo_elsewhere_is_refused(workspace: Workspace, write: Callable, logo: str) -> None:
    path = write("out/p.md", f"---\nid: A-1\ntitle: Nurse\nemployer: {{name: Acme, logo: {logo}}}\n---\n# N\n")

    with pytest.raises(InputErrors, match="lies outside the posting's folder"):
        export([path], workspace)


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_text_that_cannot_be_laid_out_is_reported_with_its_line(
    workspace: Workspace, write: Callable, line_break: str
) -> None:
    lines = [
        "---",
        "id: A-1",
        "title: Nurse",
        "employer: {name: A}",
        "---",
        "",
        "# N",
        "",
        "fine",
        "",
        "[" * 50_000,
        "",
    ]
    path = write("p.md", line_break.join(lines))
    deep = write("q.md", "---\nid: A-2\ntitle: Nurse\nemployer: {name: A}\n---\n" + "> " * 250 + "a\n")

    with pytest.raises(InputErrors) as raised:
        export([path, deep], workspace, formats=["md", "html"])

    assert [str(problem).partition(": ")[0] for problem in raised.value.problems] == [f"{path}:11", str(deep)]


def test_a_template_that_writes_too_much_is_reported_with_the_posting(workspace: Workspace, write: Callable) -> None:
    write("templates/own.md.j2", "# x\n\n" + "[" * 50_000)

    with pytest.raises(InputErrors, match=r"A\.md:\d+: this paragraph holds"):
        render(
            [Order(options=order(("id", "A")).options, template="own")],
            open_workspace(workspace.folder),
            formats=["html"],
        )


def test_two_logos_of_one_name_are_refused(workspace: Workspace, write: Callable) -> None:
    paths = []
    for name in ("a", "b"):
        write(f"{name}/l.svg", f"<svg id='{name}'/>")
        paths.append(
            write(f"{name}/{name}.md", "---\nid: A\ntitle: Nurse\nemployer: {name: A, logo: l.svg}\n---\n# N\n")
        )

    with pytest.raises(InputError, match=r"two postings have different logos called `l\.svg`"):
        export(paths, workspace, formats=["html"])
