"""What jdgen knows of the files it wrote into a folder: `.jdgen.json`, the digests each file may have.

A file has one digest, and two while it is replaced: who finds the ledger of a run that was killed in between finds a file of ours
whichever of the two it holds. Nothing is written here; see `write`.
"""

import json
from collections.abc import Collection
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from jdgen.errors import EnvironmentProblem

LEDGER = ".jdgen.json"


_NOTHING: dict[str, frozenset[str]] = {}


class Ledger(NamedTuple):
    """The digests of what jdgen wrote, by the name of the file; `is_damaged` where they cannot be read."""

    digests: dict[str, frozenset[str]] = _NOTHING
    is_damaged: bool = False

    def knows(self, name: str, digest: str | None) -> bool:
        """Say whether a file of this name and digest is jdgen's own work."""
        return digest in self.digests.get(name, ())

    def expecting(self, before: dict[str, str | None], after: dict[str, str]) -> "Ledger":
        """Return the ledger for the time in which files change from one digest to another."""
        kept = {name: {digest} if digest and self.knows(name, digest) else set() for name, digest in before.items()}
        return Ledger(self.digests | {name: frozenset({digest, *kept[name]}) for name, digest in after.items()})

    def settled(self, found: dict[str, str]) -> "Ledger":
        """Return the ledger for files that are in place; a file it does not know stays unknown."""
        known = {name: frozenset({digest}) for name, digest in found.items() if self.knows(name, digest)}
        return Ledger(self.digests | known)

    def without(self, names: Collection[str]) -> "Ledger":
        """Return the ledger for a folder from which files were cleared away."""
        return Ledger({name: digests for name, digests in self.digests.items() if name not in names})

    def content(self) -> bytes:
        """Return the bytes of the file."""
        names = {name: _written(digests) for name, digests in self.digests.items()}
        return (json.dumps(names, indent=1, sort_keys=True) + "\n").encode()


def digest_of(content: bytes) -> str:
    """Return what stands for the content of a file."""
    return new_digest(content).hexdigest()


def new_digest(content: bytes = b"") -> blake2b:
    """Return the digest of a file, to be fed with what follows."""
    return blake2b(content, digest_size=16)


def read_ledger(folder: Path) -> Ledger:
    """Return the ledger of a folder; raise EnvironmentProblem where its file cannot be opened."""
    path = folder / LEDGER
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Ledger()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        hint = f"move it away: jdgen keeps in `{LEDGER}` what it wrote"
        raise EnvironmentProblem(f"cannot read `{path}`: {reason}", hint=hint) from error
    try:
        return Ledger({name: _read(written) for name, written in json.loads(content).items()})
    except (ValueError, AttributeError, RecursionError):  # no JSON, no object, deeper than Python reads
        return Ledger(is_damaged=True)


def _written(digests: frozenset[str]) -> str | list[str]:
    return next(iter(digests)) if len(digests) == 1 else sorted(digests)


def _read(written: object) -> frozenset[str]:
    digests = written if isinstance(written, list) else [written]
    if not all(isinstance(digest, str) for digest in digests):
        raise ValueError("not a digest")
    return frozenset(digests)
