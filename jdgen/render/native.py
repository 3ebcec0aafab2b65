"""Lets WeasyPrint find Pango where the system has none: in the folder `dev.py` fills, or in one the user names."""

import ctypes
import os
import sys
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]
_BREW = "/opt/homebrew/lib:/usr/local/lib:/usr/lib"


def load_native_libraries() -> tuple[Path, ...]:
    """Load every shared library of `$JDGEN_NATIVE`, or of `.tools/pango` in a checkout; return those that loaded.

    Loaded libraries are found again by their name, so nothing needs LD_LIBRARY_PATH, which a running program cannot
    change.
    """
    if sys.platform == "darwin":
        # ctypes reads it when it searches, unlike the system's own loader.
        os.environ.setdefault("DYLD_FALLBACK_LIBRARY_PATH", _BREW)
        return ()
    folder = Path(os.environ.get("JDGEN_NATIVE") or _CHECKOUT / ".tools" / "pango")
    return _load(sorted({path.resolve() for path in folder.glob("**/lib*.so*") if path.is_file()}))


def _load(waiting: list[Path]) -> tuple[Path, ...]:
    """Load libraries in rounds: one that needs another waits until the other is there."""
    loaded: list[Path] = []
    while waiting:
        done = [path for path in waiting if _loads(path)]
        if not done:
            break
        loaded += done
        waiting = [path for path in waiting if path not in done]
    return tuple(loaded)


def _loads(path: Path) -> bool:
    try:
        ctypes.CDLL(str(path), mode=ctypes.RTLD_GLOBAL)
    except OSError:
        return False
    return True
