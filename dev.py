"""Set up the project and run its tasks, with nothing but Python's standard library.

The file parses on Python 3.6 and newer, so that an old Python gets a sentence instead of a syntax error. Each task is a
line or two; what the tasks call are ordinary tools. Nothing about job postings belongs here.
"""

# ruff: noqa: T201, S603 - this program talks to a person at a terminal, and running other programs is its work

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from subprocess import DEVNULL, STDOUT, Popen, TimeoutExpired

USAGE, ENVIRONMENT, INTERRUPTED = 2, 4, 130  # exit codes


def refuse_old_python(version: "tuple[int, ...]") -> None:
    """Stop with one sentence when this Python is too old, naming a newer one if there is one."""
    if version[:2] >= (3, 11):
        return
    newer = next((name for name in (f"python3.{minor}" for minor in range(20, 10, -1)) if shutil.which(name)), None)
    advice = f"Run `{newer} dev.py` instead." if newer else "Install a newer one, then run `python3.11 dev.py`."
    print(f"jdgen needs Python 3.11 or newer; this is {'.'.join(map(str, version[:3]))}. {advice}", file=sys.stderr)
    sys.exit(ENVIRONMENT)


refuse_old_python(tuple(sys.version_info[:3]))
if os.name != "posix":
    sys.exit("jdgen's dev.py runs on Linux and macOS; on Windows, run it inside WSL.")

import fcntl
from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent
VENV = Path(".venv")  # this and every path below is seen from ROOT, where main() goes first
TOOLS = Path(".tools")
PANGO = TOOLS / "pango"
APT = TOOLS / "apt"  # apt's lists and downloads, gone after the set-up
APT_SETTINGS = f"""Dir::State "{ROOT / APT}";
Dir::State::status "/var/lib/dpkg/status";
Dir::Cache "{ROOT / APT}/cache";
Debug::NoLocking "1";
APT::Sandbox::User "";
"""
LOCK = Path("requirements.lock")
STAMP = VENV / ".jdgen-stamp"
SETUP_VERSION = "1"  # raise it when a .venv that the old code finished is no longer good enough
PANGO_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
PANGO_LIBRARIES = "gobject-2.0.so.0 pango-1.0.so.0 pangoft2-1.0.so.0 harfbuzz.so.0 harfbuzz-subset.so.0 fontconfig.so.1"
PANGO_ADVICE = f"""Pango could not be fetched. Is this machine online? Markdown and HTML need no Pango; to get PDF files too:
    Debian, Ubuntu   sudo apt-get install {PANGO_PACKAGES}
    Fedora           sudo dnf install pango
    macOS            brew install pango"""


class SetUpError(Exception):
    """A step of the set-up failed; the message says in whole sentences what happened and what to do."""


def child_environment(**extra: str) -> dict[str, str]:
    """Return the environment of child programs: the project's own tools first, nothing that bends Python or pip."""
    bending = {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX"}
    kept = {name: value for name, value in os.environ.items() if name not in bending}
    path = f"{ROOT / VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return {**kept, "PATH": path, "VIRTUAL_ENV": str(ROOT / VENV), "PIP_USER": "0", **extra}


def run(command: str, *words: str | Path) -> int:
    """Run a program in the project's folder with its output shown, and return its exit code."""
    sys.stdout.flush()
    code = subprocess.run([*command.split(), *map(str, words)], env=child_environment(), check=False).returncode
    return code if code >= 0 else 128 - code  # as shells count a program that a signal ended


def run_quietly(command: str, *words: str | Path, **extra: str) -> None:
    """Run a slow program with its output in a log, and say now and then that it still runs; SetUpError if it fails."""
    arguments = [*command.split(), *map(str, words)]
    environment = child_environment(LC_ALL="C.UTF-8", **extra)
    with (TOOLS / "set-up.log").open("w+", encoding="utf-8", errors="replace") as log:
        try:
            # Open files are handed down, the set-up's lock with them: if we are killed, the next set-up waits for the child.
            process = Popen(arguments, env=environment, stdin=DEVNULL, stdout=log, stderr=STDOUT, close_fds=False)
        except OSError as problem:
            raise SetUpError(f"`{arguments[0]}` does not start: {problem.strerror}.") from None
        with process:
            wait_for(process)
        log.seek(0)
        tail = "\n".join(f"    {line.rstrip()[:140]}" for line in log.readlines()[-6:])
    if process.returncode:
        raise SetUpError(f"`{' '.join(arguments[:4])} …` failed; its last words were:\n{tail}")


def wait_for(process: "Popen[bytes]") -> None:
    """Wait for a program to end and show that time passes; when we are stopped, so is the program."""
    try:
        for seconds in count(10, 10):
            with suppress(TimeoutExpired):
                process.wait(timeout=10)
                return
            say(f"  … {seconds} seconds so far")
    finally:
        process.terminate()


def say(sentence: str) -> None:
    """Tell the person what goes on, at once."""
    print(sentence, file=sys.stderr, flush=True)


def expected_stamp() -> str:
    """Return what the stamp of a finished environment says; any other text means that it must be made again."""
    parts = (SETUP_VERSION, sys.version, sys.base_prefix, str(ROOT), LOCK.read_text(encoding="utf-8"))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def is_environment_ready() -> bool:
    """Say whether the environment was finished for this very lock, Python and folder."""
    with suppress(OSError):
        return STAMP.read_text(encoding="utf-8") == expected_stamp()
    return False


def remove_environment() -> None:
    """Remove an environment that is half-made, or was made for another lock, Python or folder."""
    if VENV.exists():
        say("The folder .venv is unfinished or out of date; making it again.")
        STAMP.unlink(missing_ok=True)  # first, so that a removal cut short does not look finished
        shutil.rmtree(VENV)


def find_pip() -> Path:
    """Return a pip wheel that can run: Python's own, the system's, or one that apt fetches into a private folder."""
    private = TOOLS / "pip"
    folders = (Path(os.__file__).parent / "ensurepip" / "_bundled", Path("/usr/share/python-wheels"), private)
    wheels = [wheel for folder in folders for wheel in sorted(folder.rglob("pip-*.whl"))]
    if wheels:
        return wheels[0]
    say("This Python comes without pip; fetching one with apt into .tools/pip …")
    try:
        unpack_debian_packages("python3-pip-whl", private)
        return next(private.rglob("pip-*.whl"))
    except (SetUpError, StopIteration) as problem:
        advice = "Is this machine online? Or install pip: `sudo apt-get install python3-venv` on Debian and Ubuntu."
        raise SetUpError(f"{problem}\nThis Python comes without pip, and none could be fetched. {advice}") from None


def make_environment() -> None:
    """Make .venv from the hashed lock and stamp it as the very last thing, so that a half-made one shows."""
    remove_environment()
    pip = find_pip()
    python = Path(sys.base_prefix, "bin", f"python3.{sys.version_info.minor}")  # sys.executable may be gone with .venv
    run_quietly("env", python if python.exists() else sys.executable, "-m", "venv", "--without-pip", VENV)
    say("Installing the packages of requirements.lock into .venv …")
    install = f"{VENV}/bin/python -m pip install --quiet --no-input --disable-pip-version-check"
    hashed = f"--only-binary=:all: --require-hashes --requirement {LOCK}"
    try:
        run_quietly(f"{install} {hashed}", PYTHONPATH=str(pip.resolve()))
    except SetUpError as problem:
        advice = "Is this machine online? The same command tries again."
        raise SetUpError(f"{problem}\nThe packages could not be installed. {advice}") from None
    run_quietly(f"{install} --no-index --no-deps --no-build-isolation --editable .")
    STAMP.write_text(expected_stamp(), encoding="utf-8")


def unpack_debian_packages(names: str, target: Path) -> None:
    """Fetch Debian packages, and those they need, as any user, and unpack them into a folder of ours."""
    unpacked, archives, settings = APT / "unpacked", APT / "cache" / "archives", APT / "apt.conf"
    for folder in (APT / "lists" / "partial", archives / "partial", unpacked):
        folder.mkdir(parents=True, exist_ok=True)
    if not settings.exists():
        settings.write_text(APT_SETTINGS, encoding="utf-8")
        run_quietly("apt-get -qq update", APT_CONFIG=str(settings))
    run_quietly(f"apt-get -qq install --download-only --yes --no-install-recommends {names}", APT_CONFIG=str(settings))
    for package in sorted(archives.glob("*.deb")):
        if not package.name.startswith("font"):  # fonts and their configuration stay out: jdgen brings its own
            run_quietly("dpkg --extract", package, unpacked)
        package.unlink()
    unpacked.rename(target)


def is_loadable(library: str) -> bool:
    """Say whether the system's loader finds a library of WeasyPrint's, named as on Linux."""
    stem, _, number = library.partition(".so.")
    names = [f"{folder}/lib{stem}.{number}.dylib" for folder in ("/opt/homebrew/lib", "/usr/local/lib")]
    for name in names if sys.platform == "darwin" else [f"lib{library}"]:
        with suppress(OSError):
            ctypes.CDLL(name)
            return True
    return False


def has_pango() -> bool:
    """Say whether WeasyPrint will find its libraries, in our own folder or in the system."""
    return PANGO.is_dir() or all(is_loadable(library) for library in PANGO_LIBRARIES.split())


def install_for_everyone() -> None:
    """Install Pango for the whole system: with Homebrew on macOS, with apt as root."""
    if sys.platform == "darwin":
        run_quietly("brew install pango")
    elif os.geteuid() == 0:
        with suppress(SetUpError):  # one dead source among many is no reason to stop
            run_quietly("apt-get -qq update")
        install = f"apt-get -qq install --yes --no-install-recommends {PANGO_PACKAGES}"
        run_quietly(install, DEBIAN_FRONTEND="noninteractive")


def provide_pango() -> None:
    """Install Pango by the first way that works; else say how to, and go on: Markdown and HTML need none."""
    say("Fetching Pango, which makes the PDF files …")
    problems = []
    for install in (install_for_everyone, lambda: unpack_debian_packages(PANGO_PACKAGES, PANGO)):
        try:
            install()
        except SetUpError as problem:
            problems.append(str(problem))
        if has_pango():
            return
    say("\n".join([*problems, PANGO_ADVICE]))


@contextmanager
def set_up_lock() -> Iterator[None]:
    """Keep two set-ups of one folder apart; children inherit the lock and hold it as long as they live."""
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "set-up.lock").open("w", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up is at work in this folder; waiting for it to end …")
            fcntl.flock(file, fcntl.LOCK_EX)
        fcntl.fcntl(file, fcntl.F_SETFD, 0)
        shutil.rmtree(APT, ignore_errors=True)
        yield
        shutil.rmtree(APT, ignore_errors=True)


def set_up() -> None:
    """Make what is missing, the environment and Pango; when all is there, do nothing."""
    if is_environment_ready() and has_pango():
        return
    started = time.monotonic()
    with set_up_lock():
        if not is_environment_ready():
            make_environment()
        if not has_pango():
            provide_pango()
    say(f"The set-up took {time.monotonic() - started:.0f} seconds.")


def demo() -> int:
    """Write the sample opening to output/ as Markdown, HTML and PDF."""
    sample, formats = "templates/init/hospital", "md,html,pdf" if has_pango() else "md,html"
    return run(f"jdgen render {sample}/requisition.yaml -e {sample}/employer.yaml -o output -f {formats}")


def test(*arguments: str) -> int:
    """Run `check` and all tests; with arguments, only pytest with them."""
    if arguments:
        return run("pytest", *arguments)
    far = "tests/meta tests/packaging tests/pages tests/properties"  # they walk the same lines thousands of times, untraced
    near = f"--cov --cov-report=term-missing:skip-covered --ignore={far.replace(' ', ' --ignore=')}"
    return max(check(), *(run(f"pytest -n auto --dist worksteal {tests}") for tests in (near, far)))


def check() -> int:
    """Check format, lint, types, imports, spelling, generated docs and the shipped knowledge."""
    knowledge = [f"jdgen list {kind}" for kind in ("specializations", "credentials", "templates", "rules")]
    review = "python -m jdgen.cli.review"  # a fact without source or date fails, one past `review_by` is a warning
    tools = ("ruff format --check", "ruff check", "mypy", "lint-imports", "codespell", *knowledge, review)
    failed = [command for command in tools if run(command)]
    failed += ["cog --check"] if run("cog --check", *documents()) else []
    say(f"These checks failed: {', '.join(failed)}." if failed else "Every check passed.")
    return min(len(failed), 1)


def fix() -> int:
    """Repair what the linter can repair, and format the code."""
    return max(run("ruff check --fix"), run("ruff format"))


def cases(*arguments: str) -> int:
    """Write the expected files of the test cases again; read the diff before committing."""
    return run("pytest --update-cases", *arguments)


def docs() -> int:
    """Write the generated parts of the documentation again."""
    return run("cog -r", *documents())


def bench(*names: str) -> int:
    """Measure speed and quality beside their peers; a name such as audit-quality runs that one alone."""
    wanted = [f"bench/{name.replace('-', '_')}.py" for name in names]
    return max(run("python", script) for script in wanted or sorted(map(str, Path("bench").glob("[!_]*.py"))))


def lock() -> int:
    """Write requirements.lock again, with the newest releases that pyproject.toml allows."""
    run(f"python -m pip install --quiet --upgrade --target {TOOLS}/uv uv")
    export = "export --upgrade --all-groups --no-emit-project --no-header --format requirements-txt"
    code = run(f"{TOOLS}/uv/bin/uv {export} --quiet --output-file {LOCK}")
    Path("uv.lock").unlink(missing_ok=True)  # uv's own notes: two lock files would drift apart
    return code


def bare() -> int:
    """Prove `demo` in a bare Debian, as a plain user: slow, and it takes root."""
    return run("python tests/packaging/bare_debian.py")


def documents() -> list[Path]:
    """Return the written documents; cog leaves those alone that have no generated part."""
    return [*sorted(Path().glob("*.md")), *sorted(Path("docs").rglob("*.md"))]


TASKS = {task.__name__: task for task in (demo, test, check, fix, cases, docs, bench, lock, bare)}


def main(words: list[str]) -> int:
    """Run the task named by the first word, after the set-up."""
    lines = [f"  {name:<6} {task.__doc__}" for name, task in TASKS.items()]
    tasks = "\n".join(["Usage: python3 dev.py TASK, where each TASK first sets up what is missing:", *lines])
    if not words or words[0] in {"-h", "--help", "help"}:
        print(tasks)
        return 0
    if words[0] not in TASKS or (words[1:] and words[0] not in {"test", "cases", "bench"}):
        say(f"There is no task `{' '.join(words)}`.\n\n{tasks}")
        return USAGE
    os.chdir(ROOT)
    try:
        set_up()
        return TASKS[words[0]](*words[1:])
    except (SetUpError, OSError) as problem:
        say(str(problem))
        return ENVIRONMENT
    except KeyboardInterrupt:
        say("\nStopped. The same command takes up the work again.")
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
