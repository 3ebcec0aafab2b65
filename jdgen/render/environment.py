"""The sandboxed Jinja environments: where templates are found, and what they may do.

A template sees the values it is given and the templates in its folders, nothing else. What the templates say does not belong here.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from traceback import extract_tb
from urllib.parse import quote

import jinja2
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    UndefinedError,
)
from jinja2.exceptions import SecurityError

from jdgen.errors import InputError, UsageError, Where
from jdgen.load.cache import cache_home
from jdgen.render.sandbox import Sandbox
from jdgen.text.markdown_escape import escape_markdown

Folders = tuple[Path, ...]
"""Folders with templates: the user's first, the shipped one last."""

_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]+;)")
_SLIPS = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What an expression of a template can raise: `{{ 1 / 0 }}`, `{{ facts.places[3] + 1 }}`, a template that includes itself."""


class FolderLoader(FileSystemLoader):
    """Loads templates from one folder; a symbolic link that leads out of the folder does not exist."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return source, file name and freshness check; raise TemplateNotFound."""
        source, path, is_fresh = super().get_source(environment, template)
        if not Path(path).resolve().is_relative_to(Path(self.searchpath[0]).resolve()):
            raise TemplateNotFound(template)
        return source, path, is_fresh


@lru_cache(maxsize=8)
def html_environment(folders: Folders) -> Environment:
    """Return the environment for pages: every value is escaped unless it already is HTML."""
    return _sandbox(folders, autoescape=True)


class Markdown(str):
    """Text that already is Markdown; everything else a template prints is escaped."""

    __slots__ = ()


@lru_cache(maxsize=8)
def markdown_environment(folders: Folders) -> Environment:
    """Return the environment for postings: every value is escaped unless it already is Markdown."""
    environment = _sandbox(folders, autoescape=False)
    environment.finalize = _as_markdown
    environment.filters |= {"link": _link, "mail": _mail}
    return environment


def _as_markdown(value: object) -> str:
    """Return a value as Markdown that shows exactly its text; nothing that is missing may be printed."""
    if isinstance(value, Markdown):
        return value
    if value is None:
        raise UndefinedError("a value that is not known was printed")
    if not isinstance(value, str | int | Undefined):
        raise UndefinedError(f"a {type(value).__name__} was printed, expected a text; print one of its parts")
    return _escaped(escape_markdown, str(value))


@lru_cache(maxsize=4096)
def _escaped(escape: Callable[[str], str], text: str) -> str:
    """Return a text escaped: postings share most of their sentences."""
    return escape(text)


def _link(address: str) -> Markdown:
    """Return a web address as a link that shows itself; the model has refused spaces and angle brackets."""
    return Markdown(f"<{_ENTITY.sub('&amp;', address)}>")


def _mail(address: str) -> Markdown:
    return Markdown(f"[{escape_markdown(address)}](mailto:{quote(address, safe='@')})")


def render_template(environment: Environment, name: str, values: dict[str, object]) -> str:
    """Render a template; raise UsageError where none has the name, InputError where the template itself is wrong."""
    template = _find(environment, name)
    try:
        return template.render(values)
    except TemplateNotFound as error:
        raise InputError(
            f"the template uses `{error.name}`, which does not exist", where=_place(error, name)
        ) from error
    except TemplateSyntaxError as error:
        raise _unreadable(error) from error
    except SecurityError as error:
        raise InputError(f"the template does what templates may not do: {error}", where=_place(error, name)) from error
    except TemplateError as error:
        raise InputError(f"the template cannot be filled in: {error.message}", where=_place(error, name)) from error
    except _SLIPS as error:
        raise InputError(f"the template cannot be filled in: {error}", where=_place(error, name)) from error


def find_file(folders: Folders, name: str) -> Path:
    """Return the first file of this name, the user's before the shipped one; raise UsageError where there is none."""
    for folder in folders:
        path = folder / name
        if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            return path
    raise UsageError(f"no file `{name}` in the template folders")


def _find(environment: Environment, name: str) -> Template:
    try:
        return environment.get_template(name)
    except TemplateNotFound as error:
        raise UsageError(f"no template `{name}`", hint="see `jdgen list templates`") from error
    except TemplateSyntaxError as error:
        raise _unreadable(error) from error


def _unreadable(error: TemplateSyntaxError) -> InputError:
    return InputError(
        f"the template cannot be read: {error.message}", where=Where(error.filename or str(error.name), error.lineno)
    )


def _place(error: Exception, name: str) -> Where:
    """Return the line of the template at which it failed: Jinja writes it into the traceback."""
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
    return Where(frames[-1].filename, frames[-1].lineno) if frames else Where(name)


def _sandbox(folders: Folders, *, autoescape: bool) -> Sandbox:
    # An undefined name in a template is a mistake: printing nothing would hide it.
    return Sandbox(
        loader=_loader(folders),
        bytecode_cache=_bytecode_cache("html" if autoescape else "markdown"),
        autoescape=autoescape,
        keep_trailing_newline=not autoescape,  # in Markdown the line break at the end of a part is what ends its paragraph
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _bytecode_cache(escaping: str) -> FileSystemBytecodeCache | None:
    """Keep compiled templates for the next run; a changed template is compiled again, by its own digest.

    Jinja does not look at the settings or at the escaping, whose results it writes into the compiled template: each way of escaping
    has a folder of its own, and a change of the code that escapes starts a new one.
    """
    code = b"".join(Path(file).read_bytes() for file in (__file__, escape_markdown.__code__.co_filename))
    digest = blake2b(code, digest_size=8).hexdigest()
    folder = cache_home() / "jdgen" / f"templates-{escaping}-{jinja2.__version__}-{digest}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def _loader(folders: Folders) -> BaseLoader:
    """Search every folder in turn; `shipped/NAME` is always the original, so that an override can extend it."""
    loaders: list[BaseLoader] = [FolderLoader(folder) for folder in folders]
    return ChoiceLoader([*loaders, PrefixLoader({"shipped": FolderLoader(folders[-1])})])
