"""Where the rules of the audit stand: every file below a `rules` folder, the user's first. Nothing is read here."""

import os
from pathlib import Path

from jdgen.load.search import Found, SearchPath


def rule_files(search: SearchPath) -> tuple[Found, ...]:
    """Return every file of rules: those of the user first, then the shipped ones, each in the order of their names.

    A file of the user replaces the shipped one of the same name and folder. Names that start with `_` are tables, not rules.
    """
    found: dict[str, Found] = {}
    for folder in search.folders["rules"]:
        for path in sorted(folder.path.rglob("*.y*ml")):
            name: str = path.relative_to(folder.path).with_suffix("").as_posix()
            if not path.name.startswith(("_", ".")) and path.suffix in {".yaml", ".yml"} and path.is_file():
                found.setdefault(name, Found(Path(path), folder.origin))
    return tuple(found.values())


def yaml_files(folder: Path) -> list[str]:
    """Return every YAML file in a folder and below it, in order; a folder that is not there holds none."""
    return sorted(
        os.path.join(parent, name)  # noqa: PTH118 - paths as objects take five times as long
        for parent, _, names in os.walk(folder)
        for name in names
        if name.endswith((".yaml", ".yml"))
    )
