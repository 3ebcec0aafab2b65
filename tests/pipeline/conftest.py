"""A working folder without formats that take long, and its workspace."""

from pathlib import Path

import pytest

from jdgen.load.project import Workspace, open_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a working folder with a short employer."""
    (tmp_path / "jdgen.yaml").write_text("employer: employer.yaml\nformats: [md, html]\n", encoding="utf-8")
    (tmp_path / "employer.yaml").write_text("name: Acme Care\nbrand: {logo: art/l.svg}\n", encoding="utf-8")
    (tmp_path / "art").mkdir()
    (tmp_path / "art" / "l.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    return open_workspace(tmp_path)
