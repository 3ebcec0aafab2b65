"""Everything one posting is made of, loaded and checked together, so that all problems show at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from jdgen.compose.draft import Sources
from jdgen.errors import InputError, InputErrors, UsageError, Where
from jdgen.load.project import Workspace
from jdgen.load.requisitions import Option, read_employer, read_requisition_tree, requisition_of
from jdgen.load.specializations import load_specialization
from jdgen.load.yaml_document import Mapping, Scalar, find
from jdgen.model.employer import Employer
from jdgen.model.facts import Facts
from jdgen.model.specialization import Specialization
from jdgen.render.logo import Logo, read_logo
from jdgen.text.slugs import slug

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Order:
    """What `render` was asked for one posting: a file or options, and what the command line says besides."""

    requisition: Path | None = None
    options: tuple[Option, ...] = ()
    employer: Path | None = None
    template: str | None = None
    posted: date | None = None


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

    def raise_any(self) -> None:
        """Raise InputErrors with everything kept, each problem once."""
        if self._found:
            raise InputErrors(problems={(str(problem), problem.hint): problem for problem in self._found}.values())


def gather(order: Order, workspace: Workspace, facts: Facts) -> tuple[Sources, Logo | None]:
    """Load the requisition, its specialization and its employer; raise InputErrors for the problems of all three."""
    tree = read_requisition_tree(order.requisition, order.options)
    folder = order.requisition.parent if order.requisition else Path()
    problems = Problems()
    requisition = problems.attempt(lambda: requisition_of(tree))
    profile = problems.attempt(lambda: _profile(tree, workspace, facts))
    employer = problems.attempt(lambda: _employer(_employer_path(order, tree, folder, workspace)))
    template = problems.attempt(lambda: _template(order, tree, workspace))
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
    return sources, employer[1]


def _profile(tree: Mapping, workspace: Workspace, facts: Facts) -> Specialization | None:
    """Load the specialization a requisition names, with its changes; a missing name is the model's to report."""
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
    )


def _template(order: Order, tree: Mapping, workspace: Workspace) -> str:
    """Return the template's name: the option, else the one the requisition names, else the working folder's."""
    named = _text(tree, "template")
    where = find(tree, ("template",)) if named and not order.template else None
    name = order.template or named or workspace.settings.template
    workspace.search.require("templates", name, where=where)
    if slug(name) != name:
        raise UsageError(
            f"a template cannot be called `{name}`, expected lower-case letters and digits joined by hyphens",
            hint=f"rename its file to `{slug(name)}.md.j2`",
        )
    return name


def _employer_path(order: Order, tree: Mapping, folder: Path, workspace: Workspace) -> Path:
    """Return the employer's file: the option, else the one the requisition names, else the working folder's."""
    named = _text(tree, "employer")
    if order.employer:
        return order.employer
    if named:
        return _existing(folder / named, find(tree, ("employer",)))
    if workspace.settings.employer:
        return workspace.folder / workspace.settings.employer
    raise UsageError(
        "no employer given",
        hint="name a file with `-e employer.yaml`; `jdgen init` makes a folder with one to change",
    )


def _existing(path: Path, where: Where) -> Path:
    if not path.is_file():
        raise InputError(f"there is no file `{path}`", where=where, hint="paths start at the folder of the requisition")
    return path


def _employer(path: Path) -> tuple[Employer, Logo | None]:
    """Read an employer and its logo, which gets the name it will have beside the posting."""
    employer = read_employer(path)
    if employer.brand.logo is None:
        return employer, None
    logo = read_logo(employer.brand.logo, path.parent)
    name = f"{slug(employer.called) or 'employer'}-logo{Path(employer.brand.logo).suffix.lower()}"
    return employer.model_copy(update={"brand": employer.brand.model_copy(update={"logo": name})}), logo


def _text(tree: Mapping, field: str) -> str | None:
    node = tree.get(field)
    return node.value if isinstance(node, Scalar) else None
