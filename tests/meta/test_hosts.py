"""No committed file names the host of a package registry: every machine has its own way to them."""

# ruff: noqa: S603 - git is asked which files belong to the project

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Put together here, so that this file does not name them either.
HOSTS = [
    ".".join(parts).encode()
    for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("deb", "debian"))
]


def test_no_file_names_a_registry_host() -> None:
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    files = [ROOT / name for name in names if name and (ROOT / name).is_file()]

    found = [(path.name, host.decode()) for path in files for host in HOSTS if host in path.read_bytes().lower()]

    assert len(files) > 50
    assert found == []
