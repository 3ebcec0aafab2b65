"""What `render` and `export` say at their end, and that no edit is lost on the way."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jdgen.render.pdf import Pdf


def test_a_brand_color_too_pale_to_read_is_named_once(run: Callable, sample: Path) -> None:
    employer = sample / "employer.yaml"
    employer.write_text(employer.read_text(encoding="utf-8").replace("#1f5f6b", "#ffe94d"), encoding="utf-8")

    code, _, err = run("render", "requisition.yaml", "-f", "html,pdf")

    assert code == 0
    assert err.count("warning: CR-1042: brand color #ffe94d is too light for text") == 1


def test_an_edit_is_not_lost_by_making_only_the_page(run: Callable, sample: Path) -> None:
    run("render", "requisition.yaml", "-f", "md,html")
    posting = sample / "output" / "CR-1042.md"
    edited = posting.read_bytes() + b"\nEdited by hand.\n"
    posting.write_bytes(edited)

    code, out, err = run("render", "requisition.yaml", "-f", "html")

    assert (code, out) == (3, "")
    assert "CR-1042.md: was edited by hand" in err
    assert "jdgen export" in err
    assert posting.read_bytes() == edited


def test_a_forced_export_does_not_make_the_edit_jdgens_own(run: Callable, sample: Path) -> None:
    run("render", "requisition.yaml", "-f", "md,html")
    posting = sample / "output" / "CR-1042.md"
    posting.write_bytes(edited := posting.read_bytes() + b"\nEdited by hand.\n")
    run("export", "output/CR-1042.md", "-f", "md,html", "--force")

    assert run("render", "requisition.yaml", "-f", "md").code == 3
    assert posting.read_bytes() == edited


def test_a_posting_that_would_close_before_it_opens_is_refused(run: Callable, sample: Path) -> None:
    code, out, err = run("render", "requisition.yaml", "-f", "md", "--closes", "2026-01-15")

    assert (code, out) == (2, "")
    assert (
        "--closes: applications would close on January 15, 2026, before the posting goes out on November 22, 2026"
        in err
    )


def test_what_the_pdf_lacks_is_said_on_stderr(run: Callable, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jdgen.render.pdf.render_pdf", lambda *_, **__: Pdf(b"%PDF", ("no font here has X",)))

    code, _, err = run("render", "requisition.yaml", "-f", "pdf")

    assert (code, err) == (0, "warning: CR-1042: no font here has X\n")
