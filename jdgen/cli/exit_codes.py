"""How jdgen tells a shell what happened.

A value of an option that cannot be used is wrong usage (2); the same value inside a file is bad input (3), as is a file that is
missing or cannot be read, wherever it was named.
"""

from enum import IntEnum

from jdgen.errors import EnvironmentProblem, InputErrors, JdgenError, UsageError


class ExitCode(IntEnum):
    """The exit codes of every command."""

    FINE = 0
    FINDINGS = 1
    WRONG_USAGE = 2
    BAD_INPUT = 3
    OUR_FAULT = 4


PIPE_CLOSED = 128 + 13
"""Whoever read our output stopped reading: what a shell shows for `cat` or `git` then. Click's own code for it, 1, means findings here."""

INTERRUPTED = 128 + 2
"""Ctrl-C, again as a shell shows it."""


def exit_code(error: JdgenError) -> ExitCode:
    """Return the exit code that an error ends with."""
    if isinstance(error, UsageError) or _speaks_of_options(error):
        return ExitCode.WRONG_USAGE
    if isinstance(error, EnvironmentProblem):
        return ExitCode.OUR_FAULT
    return ExitCode.BAD_INPUT


def _speaks_of_options(error: JdgenError) -> bool:
    """Say whether every problem lies in an option: then no file has to be mended. Its place is the option as typed, `--pay`."""
    problems = error.problems if isinstance(error, InputErrors) else (error,)
    places = [problem.where for problem in problems]
    return bool(places) and all(where and where.line is None and where.path.startswith("--") for where in places)
