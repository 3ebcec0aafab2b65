"""How jdgen tells a shell what happened."""

from enum import IntEnum

from jdgen.errors import EnvironmentProblem, JdgenError, UsageError


class ExitCode(IntEnum):
    """The exit codes of every command."""

    FINE = 0
    FINDINGS = 1
    WRONG_USAGE = 2
    BAD_INPUT = 3
    OUR_FAULT = 4


def exit_code(error: JdgenError) -> ExitCode:
    """Return the exit code that an error ends with."""
    if isinstance(error, UsageError):
        return ExitCode.WRONG_USAGE
    if isinstance(error, EnvironmentProblem):
        return ExitCode.OUR_FAULT
    return ExitCode.BAD_INPUT
