"""Run jdgen: `python -m jdgen` and the `jdgen` script."""

import atexit
import gc
import os
import sys

_ended_with: list[int] = []


def _leave() -> None:
    """End the process at once. Python would take apart every object first, a thirtieth of the time, though the memory goes back whole."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return  # Python finds the same, and says so in its own way
    for code in _ended_with:
        os._exit(code)


# What is registered first runs last: by then everybody else has tidied up.
atexit.register(_leave)
# A short run makes little garbage; looking for it three times a second costs a tenth of the time, and importing Click begins with it.
gc.set_threshold(500_000)


def main() -> None:
    """Run jdgen as a program."""
    try:
        _run()
    except SystemExit as end:
        if isinstance(end.code, int):
            _ended_with.append(end.code)
        raise


def _run() -> None:
    """Run the command line; where a command is named, expressions are remembered from here on, those that Click compiles too."""
    if all(word.startswith("-") for word in sys.argv[1:]):
        from jdgen.cli.main import main as run

        run()
        return
    from jdgen.load.expressions import remembered_expressions

    with remembered_expressions():
        from jdgen.cli.main import main as run

        run()


if __name__ == "__main__":
    main()
