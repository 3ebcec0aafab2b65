"""How a run ends that cannot say any more: a closed pipe, a full disk, an interruption. No traceback, and never 1, which means findings."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

import click

from jdgen.cli.exit_codes import INTERRUPTED, PIPE_CLOSED, ExitCode
from jdgen.cli.reporters import report_error
from jdgen.errors import EnvironmentProblem

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


@contextmanager
def ended_quietly() -> Iterator[None]:
    """Turn what happens to the streams inside this block into an exit code, with a sentence where one helps."""
    try:
        yield
    except KeyboardInterrupt as error:
        _say(EnvironmentProblem("interrupted"))
        raise click.exceptions.Exit(INTERRUPTED) from error
    except BrokenPipeError as error:
        _forget(sys.stdout, sys.stderr)
        raise click.exceptions.Exit(PIPE_CLOSED) from error
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        _forget(sys.stdout)
        reason = os.strerror(error.errno)
        _say(
            EnvironmentProblem(
                f"cannot write the output: {reason[:1].lower()}{reason[1:]}", hint="make room, or send it elsewhere"
            )
        )
        raise click.exceptions.Exit(ExitCode.OUR_FAULT) from error


def _say(problem: EnvironmentProblem) -> None:
    with suppress(OSError):
        report_error(problem)


def _forget(*streams: TextIO) -> None:
    """Throw away what a stream still holds: Python would try to write it at exit, fail again, and say so."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in streams:
            os.dup2(nowhere, stream.fileno())
