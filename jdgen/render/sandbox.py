"""What a template may touch: an allow-list by type, so that nothing a library adds to its objects can be reached.

Jinja's own sandbox refuses only names with an underscore; an object of a library may have methods without one that open files.
"""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from jinja2.sandbox import SandboxedEnvironment

_PLAIN = (str, int, float, Decimal, date, tuple, list, dict, type(None))
"""Values without danger of their own; Jinja's sandbox watches over their methods."""


class Sandbox(SandboxedEnvironment):
    """A Jinja environment in which a record of ours shows its fields and our properties, and everything else is locked."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Say whether a template may read an attribute."""
        kind = type(obj)
        if _is_ours(kind):  # type: ignore[arg-type]  # mypy takes classes for unhashable
            return _is_shown(kind, attr)  # type: ignore[arg-type]  # as above
        is_known = kind.__module__.startswith("jinja2.") or isinstance(obj, _PLAIN)
        return is_known and super().is_safe_attribute(obj, attr, value)


@lru_cache(maxsize=256)
def _is_ours(kind: type) -> bool:
    return kind.__module__.startswith("jdgen.") and not issubclass(kind, str)


@lru_cache(maxsize=1024)
def _is_shown(kind: type, name: str) -> bool:
    """Say whether records of a kind show an attribute: a field of a dataclass or a named tuple, or our property."""
    declared = (getattr(kind, fields, ()) for fields in ("__dataclass_fields__", "_fields"))
    if name.startswith("_"):
        return False
    return any(name in fields for fields in declared) or _is_our_property(getattr(kind, name, None))


def _is_our_property(attribute: object) -> bool:
    """Say whether a property was written by us: a model's base class has some of its own."""
    return isinstance(attribute, property) and str(getattr(attribute.fget, "__module__", "")).startswith("jdgen.")
