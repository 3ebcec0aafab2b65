"""A comment that silences a tool says why, on its line or just above, so that the next reader can tell whether it still holds."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SILENCING = re.compile(r"#\s*(?:ruff: noqa|noqa|type: ignore|pragma: no cover)(?P<rest>.*)")
CODES_THEN_WORDS = re.compile(r"(?::\s*[A-Z]+\d+(?:, *[A-Z]+\d+)*|\[[a-z, -]+\])?\W+\w+")


def silencing_comments(path: Path) -> dict[str, bool]:
    """Return the places of a module's silencing comments, and whether each gives a reason."""
    lines = ["", *path.read_text(encoding="utf-8").splitlines()]
    found = {number: match for number, line in enumerate(lines) if (match := SILENCING.search(line))}
    return {
        f"{path.relative_to(ROOT)}:{number}": lines[number - 1].lstrip().startswith("# ")
        or bool(CODES_THEN_WORDS.match(match["rest"]))
        for number, match in found.items()
    }


def test_every_silencing_comment_gives_its_reason() -> None:
    modules = [ROOT / "dev.py", *(path for top in ("jdgen", "bench") for path in (ROOT / top).rglob("*.py"))]

    has_reason = {where: reason for module in modules for where, reason in silencing_comments(module).items()}

    assert has_reason, "no silencing comment was seen, not even the one in dev.py"
    assert [where for where, reason in has_reason.items() if not reason] == []
