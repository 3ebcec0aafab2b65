"""`extends`, `key+` and `key-`: one file stated as what differs from another.

Pure functions on node trees. Every node keeps the place it was written at, so a fault in what a parent says points to
the parent's file. What a file is and where its parent lies is the caller's knowledge (`search`, `specializations`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from jdgen.errors import InputError, InputErrors, Where
from jdgen.load.yaml_document import Entry, Mapping, Node, Scalar, Sequence
from jdgen.text.closest import did_you_mean

EXTENDS = "extends"


def extend(
    parent: Mapping, child: Mapping, *, fits_any: bool = False, problems: list[InputError] | None = None
) -> Mapping:
    """Return the parent changed by the child; raises `InputErrors` with every change that cannot be made.

    A caller that looks further, and raises everything in the end, gives `problems`: what cannot be made is added there instead.

    A child's key replaces the parent's, mappings merge at any depth, `key+` appends to the parent's list and `key-`
    takes from it: a mapping by its `id`, a text by its exact words. `key-` comes before `key+`.

    A child that `fits_any` parent does not know which one it meets: it takes away what is there, adds the texts that are
    not, and starts the lists the parent lacks.
    """
    merge = _Merge(fits_any=fits_any)
    merged = merge.mappings(parent, child)
    merge.finish(problems)
    return merged


def overlay(below: Mapping, above: Mapping) -> Mapping:
    """Return one tree laid over another, key by key; `key+` and `key-` are keys like others, for a later `extend`.

    For options of the command line over a requisition, whose `profile` holds changes to what is not read yet.
    """
    entries = dict(below.entries)
    for key, entry in above.entries.items():
        old = entries.get(key)
        if old is not None and isinstance(old.value, Mapping) and isinstance(entry.value, Mapping):
            entry = Entry(key, entry.key_where, overlay(old.value, entry.value))
        entries[key] = entry
    return Mapping(entries, above.where)


def resolve(
    name: str, load: Callable[[str, Where | None], Mapping], *, problems: list[InputError] | None = None
) -> Mapping:
    """Return the file `name` merged onto all it extends, without the key `extends`.

    `load(name, where)` returns the file of that name or raises the error for an unknown one; `where` is the place of
    the `extends` that named it, None for the first. Raises `InputError` for a cycle and `InputErrors` for bad changes, which are
    added to `problems` instead where there is such a list.
    """
    chain, files = [name], [load(name, None)]
    while (reference := _parent_of(files[-1])) is not None:
        parent, where = reference
        if parent in chain:
            cycle = " → ".join([*chain[chain.index(parent) :], parent])
            message = f"`extends` runs in a circle, expected a file that extends nothing at its end: {cycle}"
            raise InputError(message, where=where, hint=f"take `extends: {parent}` out of `{chain[-1]}`")
        chain.append(parent)
        files.append(load(parent, where))
    merged, faults = _merged(_Files(files))
    if problems is not None:
        problems.extend(faults)
    elif faults:
        raise InputErrors(problems=faults)
    return merged


class _Files(tuple[Mapping, ...]):
    """The trees of a file and of all it extends, equal only to the same objects: what they merge to can be kept for those."""

    __slots__ = ()

    def __hash__(self) -> int:
        return hash(tuple(map(id, self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Files) and [*map(id, self)] == [*map(id, other)]


@lru_cache(maxsize=64)
def _merged(files: _Files) -> tuple[Mapping, tuple[InputError, ...]]:
    """Return the last of the files changed by each before it, and every change that cannot be made."""
    merge = _Merge()
    *changing, root = files
    merged = merge.root(_without_extends(root))
    for child in reversed(changing):
        merged = merge.mappings(merged, _without_extends(child))
    return merged, tuple(merge.problems)


def lineage(name: str, load: Callable[[str, Where | None], Mapping]) -> tuple[str, ...]:
    """Return a name and the names of all it extends, nearest first; `load` is that of `resolve`, which refuses circles."""
    reference = _parent_of(load(name, None))
    return (name, *lineage(reference[0], load)) if reference else (name,)


def _parent_of(file: Mapping) -> tuple[str, Where] | None:
    """Return the name a file extends and where it says so."""
    value = file.get(EXTENDS)
    if value is None or value == Scalar(None, value.where):
        return None
    if isinstance(value, Scalar) and value.value:
        return value.value.strip(), value.where
    raise InputError("`extends` is not a name, expected the one name of a parent", where=value.where)


def _without_extends(file: Mapping) -> Mapping:
    return Mapping({key: entry for key, entry in file.entries.items() if key != EXTENDS}, file.where)


@dataclass(slots=True)
class _Changes:
    """What a child says of one key: a whole new value, items to add, items to remove."""

    whole: Entry | None = None
    added: Entry | None = None
    removed: Entry | None = None


@dataclass(slots=True)
class _Merge:
    """Merges trees and gathers what cannot be merged."""

    fits_any: bool = False
    problems: list[InputError] = field(default_factory=list)

    def finish(self, problems: list[InputError] | None) -> None:
        """Hand over what was gathered, or raise it."""
        if problems is not None:
            problems.extend(self.problems)
        elif self.problems:
            raise InputErrors(problems=self.problems)

    def mappings(self, parent: Mapping, child: Mapping) -> Mapping:
        """Return the entries of both, the parent's first."""
        entries = dict(parent.entries)
        for key, changes in _changes_by_key(child).items():
            entry = self._change(key, entries.get(key), changes, parent)
            if entry is not None:
                entries[key] = entry
        return Mapping(entries, child.where)

    def root(self, node: Mapping) -> Mapping:
        """Return a mapping without a parent, in which `key+` and `key-` are faults."""
        return self.mappings(Mapping({}, node.where), node)

    def _change(self, key: str, old: Entry | None, changes: _Changes, parent: Mapping) -> Entry | None:
        new = changes.whole
        edits = [edit for edit in (changes.removed, changes.added) if edit is not None]
        if self.fits_any and old is None and new is None and changes.added is not None:
            old = Entry(key, changes.added.key_where, Sequence((), changes.added.value.where))
        if new is not None:
            for edit in edits:
                self._report(
                    edit.key_where,
                    f"both `{key}` and `{edit.key}` stand here, expected one of them",
                    f"`{key}` replaces the parent's list and `{edit.key}` changes it; keep the one you mean",
                )
            return self._replace(old, new)
        if old is None:
            for edit in () if self.fits_any else edits:
                self._report_no_list(key, edit, parent)
            # What was to be added stands for the list, so that nobody misses it as well.
            return changes.added and self._replace(None, Entry(key, changes.added.key_where, changes.added.value))
        for edit in edits:
            old = self._edit(old, edit, adds=edit is changes.added)
        return old

    def _replace(self, old: Entry | None, new: Entry) -> Entry:
        if isinstance(new.value, Mapping) and old is not None and isinstance(old.value, Mapping):
            return Entry(new.key, new.key_where, self.mappings(old.value, new.value))
        return Entry(new.key, new.key_where, self._fresh(new.value))

    def _fresh(self, node: Node) -> Node:
        """Return a value that has no parent, after looking for `key+` and `key-` in it."""
        if isinstance(node, Mapping):
            return self.root(node)
        if isinstance(node, Sequence):
            return Sequence(tuple(self._fresh(item) for item in node.items), node.where)
        return node

    def _edit(self, old: Entry, edit: Entry, *, adds: bool) -> Entry:
        """Return the parent's entry with items added or removed."""
        items = _items(old.value)
        if items is None:
            message = f"`{edit.key}` changes a list, but the parent's `{old.key}` is none, expected `{old.key}:`"
            self._report(edit.key_where, message, f"the parent's stands at {old.key_where}")
            return old
        changed = _items(edit.value)
        if changed is None:
            message = f"`{edit.key}` is not a list, expected items that start with `-`"
            self._report(edit.key_where, message, "write each item on a line of its own, after `- `")
            return old
        result = self._added(old.key, items, changed) if adds else self._removed(old.key, items, changed)
        return Entry(old.key, old.key_where, Sequence(result, old.value.where))

    def _added(self, key: str, items: tuple[Node, ...], added: tuple[Node, ...]) -> tuple[Node, ...]:
        known = {handle: item.where for item in items if (handle := _handle(item)) is not None}
        if self.fits_any:
            added = tuple(item for item in added if isinstance(item, Mapping) or _handle(item) not in known)
        for item in added:
            handle = _handle(item)
            if handle is None:
                continue
            if handle in known:
                message = f"`{_short(handle)}` is in `{key}` already, expected something new"
                hint = f"it stands at {known[handle]}; to change it, name it in `{key}-` first"
                self._report(item.where, message, hint)
            known[handle] = item.where
        return items + tuple(self._fresh(item) for item in added)

    def _removed(self, key: str, items: tuple[Node, ...], removed: tuple[Node, ...]) -> tuple[Node, ...]:
        known = {handle for item in items if (handle := _handle(item)) is not None}
        gone = set()
        for item in removed:
            handle = _handle(item)
            if handle is None:
                self._report(item.where, f"`{key}-` names nothing here, expected an id or a text of the parent's list")
            elif handle not in known and not self.fits_any:
                message = f"`{_short(handle)}` is not in the parent's `{key}`, expected an item of it"
                self._report(item.where, message, did_you_mean(handle, sorted(known)))
            else:
                gone.add(handle)
        return tuple(item for item in items if _handle(item) not in gone)

    def _report_no_list(self, key: str, edit: Entry, parent: Mapping) -> None:
        if not parent.entries:
            message = f"`{edit.key}` changes a parent's list, but there is no parent, expected `{key}:`"
            self._report(edit.key_where, message, f"write `{key}:` for a list of its own, or `extends:` a parent")
            return
        lists = [name for name, entry in parent.entries.items() if isinstance(entry.value, Sequence)]
        message = f"`{edit.key}` changes a list the parent does not have, expected the name of one it has"
        self._report(edit.key_where, message, did_you_mean(key, lists) or f"write `{key}:` for a new list")

    def _report(self, where: Where, message: str, hint: str | None = None) -> None:
        self.problems.append(InputError(message, where=where, hint=hint))


def _changes_by_key(child: Mapping) -> dict[str, _Changes]:
    changes: dict[str, _Changes] = {}
    for key, entry in child.entries.items():
        base = key[:-1] if key[-1:] in {"+", "-"} else key
        change = changes.setdefault(base, _Changes())
        if key == base:
            change.whole = entry
        elif key.endswith("+"):
            change.added = entry
        else:
            change.removed = entry
    return changes


def _items(node: Node) -> tuple[Node, ...] | None:
    """Return the items of a list; a key left empty holds none; None for what is no list."""
    if isinstance(node, Sequence):
        return node.items
    if isinstance(node, Scalar) and node.value is None:
        return ()
    return None


def _handle(item: Node) -> str | None:
    """Return what names an item of a list: the `id` of a mapping, the words of a text."""
    named = item.get("id") if isinstance(item, Mapping) else item
    return named.value if isinstance(named, Scalar) else None


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
