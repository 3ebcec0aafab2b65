"""The samples `jdgen init` starts a working folder from."""

from pathlib import Path

from jdgen.load.search import shipped_folder
from jdgen.pipeline.write import Result, write_new

SAMPLES = ("hospital", "community-mental-health")
"""The folders in `templates/init/`, the default first."""


def make_working_folder(folder: Path, sample: str) -> tuple[Path, ...]:
    """Copy a sample into a folder, all files or none; return their paths. Raises InputErrors for files that exist already."""
    files = sorted(path for path in (shipped_folder() / "templates" / "init" / sample).iterdir() if path.is_file())
    return write_new([Result(path.name, path.read_bytes()) for path in files], folder)
