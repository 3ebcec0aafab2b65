"""A quicker and quieter `import weasyprint`.

Half the time of the plain import goes into searching libraries whose names are known (on Linux cffi asks ldconfig, gcc
and ld for each name that fails) and into parts of fontTools that static fonts never need. WeasyPrint has declined lazy
imports: https://github.com/Kozea/WeasyPrint/issues/2073
"""

import ctypes.util
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from importlib import import_module
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from types import ModuleType

from jdgen.load.cache import cache_home

# The release whose imports we know. Others get the plain import.
_KNOWN_RELEASE = "70."
_LATE = {
    "fontTools.subset": (),
    "fontTools.ttLib.woff2": (),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
}


@contextmanager
def quick_import() -> Iterator[None]:
    """Make `import weasyprint` inside this block quicker where we know how, and keep its banner off stdout."""
    with warnings.catch_warnings(), redirect_stdout(StringIO()), _named_libraries_only(), _late_modules():
        # HarfBuzz-Subset is recommended, not needed; whoever sets up the machine has read so.
        warnings.simplefilter("ignore")
        yield


@contextmanager
def fonts_from(settings: Path) -> Iterator[None]:
    """Make fontconfig read this file, and keep its cache where it may write, while the block runs."""
    wanted = {"FONTCONFIG_FILE": str(settings), "XDG_CACHE_HOME": str(cache_home())}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _named_libraries_only() -> Iterator[None]:
    """Answer "not found" to every search: WeasyPrint's own list of names still ends in the right one."""
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _found_nowhere
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _found_nowhere(name: str) -> str | None:
    return None


@contextmanager
def _late_modules() -> Iterator[None]:
    """Put stand-ins for heavy modules in place; each loads the real one at its first use."""
    wanted = _LATE if version("weasyprint").startswith(_KNOWN_RELEASE) else {}
    stand_ins = {name: _stand_in(name, functions) for name, functions in wanted.items() if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


def _stand_in(name: str, functions: tuple[str, ...]) -> ModuleType:
    def late(attribute: str) -> object:
        if attribute.startswith("__"):
            # The import system looks at these while the stand-in is still in place.
            raise AttributeError(attribute)
        return getattr(import_module(name), attribute)

    module = ModuleType(name)
    module.__dict__["__getattr__"] = late
    for function in functions:
        module.__dict__[function] = _late_function(name, function)
    return module


def _late_function(module: str, name: str) -> Callable[..., object]:
    def call(*values: object, **named: object) -> object:
        return getattr(import_module(module), name)(*values, **named)

    return call
