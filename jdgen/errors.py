"""Every error jdgen raises.

JdgenError                   message, where (path, line, column), hint
├── UsageError               the command line asks for something that does not exist       exit code 2
├── InputError               one thing wrong in what the user gave us                      exit code 3
├── InputErrors              many such things, found in one go                             exit code 3
└── EnvironmentProblem       the machine lacks something: a library, a writable folder     exit code 4

Errors only store. Reporters in `jdgen/cli` print them.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Where(NamedTuple):
    """A place in a file the user has; `line` and `column` count from 1."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return `path:line:column`, leaving out what is not known."""
        return ":".join(str(part) for part in self if part is not None)


class JdgenError(Exception):
    """Something the user can repair, said in one sentence."""

    def __init__(self, message: str, *, where: Where | None = None, hint: str | None = None) -> None:
        """Store the sentence, the place it speaks of, and the repair."""
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """Return the place and the sentence, without the hint."""
        return f"{self.where}: {self.message}" if self.where else self.message


class UsageError(JdgenError):
    """The command line names something that does not exist or does not fit together."""


class InputError(JdgenError):
    """One thing wrong in a file or value the user gave us."""


class InputErrors(JdgenError):  # noqa: N818 - the plural of InputError
    """Several input errors found in one go, sorted by file and line."""

    def __init__(self, message: str = "the input has problems", *, problems: Iterable[InputError] = ()) -> None:
        """Store the problems in the order a reader meets them."""
        super().__init__(message)
        self.problems = tuple(sorted(problems, key=_reading_order))

    def __str__(self) -> str:
        """Return every problem, one a line."""
        return "\n".join(str(problem) for problem in self.problems)


class EnvironmentProblem(JdgenError):  # noqa: N818 - EnvironmentError is the name of a builtin
    """The machine lacks something jdgen needs: a library, a font, a writable folder."""


def _reading_order(problem: InputError) -> tuple[str, int, int, str]:
    where = problem.where or Where("")
    return (where.path, where.line or 0, where.column or 0, problem.message)
