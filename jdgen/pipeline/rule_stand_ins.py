"""Which of jdgen's rules and tables the files of a user take the place of. Only a working folder with files of its own needs this."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from jdgen.load.cache import digest_of_files, keep, recall
from jdgen.load.rule_files import rule_files, yaml_files
from jdgen.load.search import Folder, Found, Kind, SearchPath
from jdgen.model.finding import RuleChange, Severity

_Shipped = dict[str, tuple[str, Severity]]
"""The file, by its name in the folder, and the severity of each shipped rule, by its id."""

_TABLES: tuple[Kind, ...] = ("rules", "facts")


def stand_ins(search: SearchPath, own: frozenset[str], known: frozenset[str]) -> tuple[RuleChange, ...]:
    """Return what takes the place of jdgen's; `own` are the ids of the user's rules, `known` those of all rules there are."""
    return (*_rules(search, own, known), *_tables(search))


def _own_folders(search: SearchPath, kind: Kind) -> list[Folder]:
    return [folder for folder in search.folders[kind] if folder.origin != "shipped" and folder.path.is_dir()]


def _rules(search: SearchPath, own: frozenset[str], known: frozenset[str]) -> Iterator[RuleChange]:
    """Give the shipped rules that are gone with the file they stood in, by that file, and those of which the user wrote another."""
    if not _own_folders(search, "rules"):
        return
    shipped, files = _shipped_rules(search), {_name(found, search): found.path for found in rule_files(search)}
    gone: dict[str, list[tuple[str, Severity]]] = {}
    for rule_id, (file, severity) in shipped.items():
        if rule_id not in known:
            gone.setdefault(file, []).append((rule_id, severity))
    for file, rows in gone.items():
        yield RuleChange("off", file, tuple(sorted(rows)), str(files[file]))
    for rule_id, path in _written(search, own & shipped.keys()).items():
        yield RuleChange("replaced", rule_id, ((rule_id, shipped[rule_id][1]),), str(path))


def _shipped_rules(search: SearchPath) -> _Shipped:
    """Return where each shipped rule stands and how bad it is; worked out once as long as no file changes."""
    from jdgen.load.rules import read_rules  # a run that remembers them needs no models

    folders = tuple(folder for folder in search.folders["rules"] if folder.origin == "shipped")
    only = SearchPath({**search.folders, "rules": folders})
    name = f"shipped-rules-{digest_of_files([file for one in folders for file in yaml_files(one.path)]).hex()}"
    found = recall(name, dict)
    if found is None:
        found = {
            rule.id: (_name(file, only), rule.severity)
            for file in rule_files(only)
            for rule, _ in read_rules(file.path)
        }
        keep(name, found)
    return found


def _written(search: SearchPath, ids: frozenset[str]) -> Mapping[str, Path]:
    """Return the file of the user in which each of some rules stands."""
    files = [found.path for found in rule_files(search) if found.origin != "shipped"] if ids else []
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    return {rule_id: next((path for path in files if rule_id in texts[path]), files[0]) for rule_id in sorted(ids)}


def _name(file: Found, search: SearchPath) -> str:
    """Return what a file is called in its folder, with the folders below it."""
    folder = next(one.path for one in search.folders["rules"] if file.path.is_relative_to(one.path))
    return file.path.relative_to(folder).with_suffix("").as_posix()


def _tables(search: SearchPath) -> Iterator[RuleChange]:
    """Give the tables of the user that are looked into in place of jdgen's: signs, stances and facts."""
    for kind in _TABLES:
        shipped = next(folder for folder in search.folders[kind] if folder.origin == "shipped")
        for name in sorted(shipped.names((".yaml",))):
            found = search.locate(kind, name) if kind == "facts" or name.startswith("_") else None
            if found and found.origin != "shipped":
                yield RuleChange("replaced", name, (), str(found.path))
