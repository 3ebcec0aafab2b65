"""Everything one posting is made of, loaded and checked together, so that all problems show at once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from jdgen.compose.draft import Sources
from jdgen.errors import InputError, InputErrors, UsageError, Where
from jdgen.load.matching import Meaning, specialization_meant
from jdgen.load.modifiers import Overlay, conflicts, modifiers_of
from jdgen.load.project import Workspace
from jdgen.load.requisitions import Option, read_employer, read_requisition_tree, requisition_of
from jdgen.load.specializations import load_specialization
from jdgen.load.yaml_document import Mapping, Scalar, find
from jdgen.model.employer import Employer
from jdgen.model.facts import Facts
from jdgen.model.requisition import Requisition
from jdgen.model.specialization import Specialization
from jdgen.render.logo import Logo, read_logo
from jdgen.text.dates import describe_date
from jdgen.text.remote_area import RemoteArea
from jdgen.text.slugs import LONGEST_SLUG, is_slug, slug

Value = TypeVar("Value")


_SLUG = f"at most {LONGEST_SLUG} lower-case letters and digits joined by hyphens"


class Order(NamedTuple):
    """What `render` was asked for one posting: a file or options, and what the command line says besides."""

    requisition: Path | None = None
    options: tuple[Option, ...] = ()
    employer: Path | None = None
    template: str | None = None
    posted: date | None = None
    or_general: bool = False
    """Take the general specialization where the one named is like none."""


class Gathered(NamedTuple):
    """The sources of one posting, the employer's logo, what the reader should know, and the files of this opening."""

    sources: Sources
    logo: Logo | None
    notes: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()


class Problems:
    """The input errors of several steps that do not need each other's results."""

    def __init__(self) -> None:
        """Start with none."""
        self._found: list[InputError] = []

    def attempt(self, step: Callable[[], Value]) -> Value | None:
        """Return what a step returns, or keep its problems and return None."""
        try:
            return step()
        except InputErrors as errors:
            self._found.extend(errors.problems)
        except InputError as error:
            self._found.append(error)
        return None

    @property
    def found(self) -> tuple[InputError, ...]:
        """What was kept so far."""
        return tuple(self._found)

    def add(self, problems: Iterable[InputError]) -> None:
        """Keep problems found without raising."""
        self._found.extend(problems)

    def raise_any(self) -> None:
        """Raise InputErrors with everything kept, each problem once."""
        if self._found:
            raise InputErrors(problems={(str(problem), problem.hint): problem for problem in self._found}.values())


def gather(order: Order, workspace: Workspace, facts: Facts) -> Gathered:
    """Load the requisition, its specialization and its employer; raise InputErrors for the problems of all three."""
    faults: list[InputError] = []
    tree = read_requisition_tree(order.requisition, order.options, problems=faults)
    folder = order.requisition.parent if order.requisition else Path()
    problems = Problems()
    problems.add(faults)
    meaning = problems.attempt(lambda: _meaning(order, tree, workspace))
    tree = _naming(tree, meaning.id) if meaning else tree
    requisition = problems.attempt(lambda: requisition_of(tree))
    languages = requisition.languages if requisition else ()
    overlays = problems.attempt(lambda: modifiers_of(tree, languages, workspace.search)) or ()
    profile = problems.attempt(lambda: _profile(tree, workspace, facts, overlays)) if meaning else None
    employer = problems.attempt(lambda: _employer(_employer_path(order, tree, folder, workspace)))
    template = problems.attempt(lambda: _template(order, tree, workspace))
    problems.add(_dates_out_of_order(tree, requisition, order.posted))
    problems.add(conflicts(overlays, _situation(requisition, employer[0] if employer else None)))
    problems.raise_any()
    if not (requisition and profile and employer and template):  # a tree without specialization is no requisition
        raise UsageError("no specialization given", hint="name one with `-s`; see `jdgen list specializations`")
    sources = Sources(
        specialization_id=requisition.specialization,
        specialization=profile,
        employer=employer[0],
        requisition=requisition,
        facts=facts,
        template=template,
        posted=order.posted,
    )
    written = (order.requisition, _employer_path(order, tree, folder, workspace))
    notes = (meaning.note,) if meaning and meaning.note else ()
    return Gathered(sources, employer[1], notes, tuple(path for path in written if path))


def _dates_out_of_order(tree: Mapping, requisition: Requisition | None, day: date | None) -> list[InputError]:
    """Find a posting that closes before it opens; the last year's date is every January's mistake."""
    opens = requisition.posted or day if requisition else None
    closes = requisition.closes if requisition else None
    if opens is None or not isinstance(closes, date) or closes >= opens:
        return []
    return [
        InputError(
            f"applications would close on {describe_date(closes)}, before the posting goes out on {describe_date(opens)}",
            where=find(tree, ("closes",)),
            hint="check the year of `closes`, or give the day of posting in `posted`",
        )
    ]


def _meaning(order: Order, tree: Mapping, workspace: Workspace) -> Meaning | None:
    """Return the specialization a requisition means; a missing name is the model's to report."""
    name = _text(tree, "specialization")
    if name is None or not name.strip():
        return None
    where = find(tree, ("specialization",))
    meaning = specialization_meant(name.strip(), workspace.search, where=where, or_general=order.or_general)
    if not is_slug(meaning.id):
        raise InputError(
            f"a specialization cannot be called `{meaning.id}`, expected {_SLUG}",
            where=where,
            hint=f"rename its file to `{_shorter(meaning.id)}.yaml`",
        )
    return meaning


def _shorter(name: str) -> str:
    return slug(name)[:LONGEST_SLUG].strip("-") or "own"


def _naming(tree: Mapping, specialization: str) -> Mapping:
    """Return a requisition that names its specialization by the id."""
    entry = tree.entries["specialization"]
    renamed = entry._replace(value=Scalar(specialization, entry.value.where))
    return Mapping({**tree.entries, "specialization": renamed}, tree.where)


def _situation(requisition: Requisition | None, employer: Employer | None) -> dict[str, set[str]]:
    """Return what is known of where the work is done, for modifiers that do not go with every workplace."""
    if requisition is None:
        return {}
    places = requisition.location or (employer.location if employer else ())
    bound = bool(places) and not any(isinstance(place, RemoteArea) for place in places)
    workplace: set[str] = {requisition.workplace} if requisition.workplace else set()
    return {"workplace": workplace, "location": {"not-remote"} if bound else set()}


def _profile(tree: Mapping, workspace: Workspace, facts: Facts, overlays: Sequence[Overlay]) -> Specialization | None:
    """Load the specialization a requisition names, with its modifiers and changes; a missing name is the model's to report."""
    name = _text(tree, "specialization")
    if name is None:
        return None
    changes = tree.get("profile")
    return load_specialization(
        name,
        workspace.search,
        facts,
        where=find(tree, ("specialization",)),
        changes=changes if isinstance(changes, Mapping) else None,
        overlays=overlays,
    )


def _template(order: Order, tree: Mapping, workspace: Workspace) -> str:
    """Return the template's name: the option, else the one the requisition names, else the working folder's."""
    named = _text(tree, "template")
    name = order.template or named or workspace.settings.template
    where = find(tree, ("template",)) if named else workspace.places.get("template")
    workspace.search.require("templates", name, where=None if order.template else where)
    if not is_slug(name):
        raise UsageError(
            f"a template cannot be called `{name}`, expected {_SLUG}",
            hint=f"rename its file to `{_shorter(name)}.md.j2`",
        )
    return name


def _employer_path(order: Order, tree: Mapping, folder: Path, workspace: Workspace) -> Path:
    """Return the employer's file: the option, else the one the requisition names, else the working folder's."""
    named = _text(tree, "employer")
    if order.employer:
        return order.employer
    if named:
        return _existing(folder, named, find(tree, ("employer",)), "the requisition")
    if workspace.settings.employer:
        return _existing(workspace.folder, workspace.settings.employer, workspace.places["employer"], "`jdgen.yaml`")
    raise UsageError(
        "no employer given",
        hint="name a file with `-e employer.yaml`; `jdgen init` makes a folder with one to change",
    )


def _existing(folder: Path, name: str, where: Where, start: str) -> Path:
    """Return the path of a file that another one names; a missing one is an error there."""
    if not (folder / name).is_file():
        raise InputError(f"there is no file `{name}`", where=where, hint=f"paths start at the folder of {start}")
    return folder / name


def _employer(path: Path) -> tuple[Employer, Logo | None]:
    """Read an employer and its logo, which gets the name it will have beside the posting."""
    employer = read_employer(path)
    if employer.brand.logo is None:
        return employer, None
    logo = read_logo(employer.brand.logo, path.parent)
    name = logo.file_name(slug(employer.called) or "employer", Path(employer.brand.logo).suffix.lower())
    return replace(employer, brand=replace(employer.brand, logo=name)), logo


def _text(tree: Mapping, field: str) -> str | None:
    node = tree.get(field)
    return node.value if isinstance(node, Scalar) else None
