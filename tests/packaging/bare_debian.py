"""Prove `python3 dev.py demo` in a bare Debian: no pip, no Pango, no fonts, and either no root or nothing but root.

Run it as root on Debian or Ubuntu with debootstrap, as `python3 dev.py bare` does; a first word names another suite than
bookworm. It is not among the tests, because it takes minutes. The machine's own way to its package registries (proxy
variables, certificates) is copied into the bare system.
"""

# ruff: noqa: T201, S603, S607 - a script that a person runs, and whose work is to run other programs

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BARE = Path("/var/tmp/jdgen-bare")  # noqa: S108 - root makes it, and /tmp is too small on many machines
SUITE = sys.argv[1] if len(sys.argv) > 1 else "bookworm"
CERTIFICATES = "etc/ssl/certs/ca-certificates.crt"
NETWORK_FILES = ("etc/resolv.conf", "etc/hosts", CERTIFICATES)
NETWORK_VARIABLES = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
KILLED_AFTER = 8  # seconds: pip is at work by then


def make_system() -> Path:
    """Return a fresh copy of a bare Debian with a checkout for each of the two persons."""
    pristine, system = BARE / f"{SUITE}-pristine", BARE / SUITE
    if not (pristine / "etc" / "debian_version").exists():
        packages = "--include=python3,git,ca-certificates"
        subprocess.run(["debootstrap", "--variant=minbase", packages, SUITE, pristine], check=True)
    shutil.rmtree(system, ignore_errors=True)
    subprocess.run(["cp", "--archive", pristine, system], check=True)
    for name in NETWORK_FILES:
        shutil.copyfile(Path("/", name).resolve(), system / name)
    subprocess.run(["chroot", system, "useradd", "--create-home", "recruiter"], check=True)
    for home in ("home/recruiter", "root"):
        copy_checkout(system / home / "jdgen")
    subprocess.run(["chroot", system, "chown", "--recursive", "recruiter:", "/home/recruiter"], check=True)
    return system


def copy_checkout(target: Path) -> None:
    """Copy what a clean clone would hold, and changes that are not committed yet."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    for name in filter(None, names):
        if (ROOT / name).exists():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    subprocess.run(["git", "init", "--quiet", target], check=True)


def command(system: Path, person: str, words: str) -> list[str]:
    """Return the command that runs words in the person's checkout, with nothing of this machine but its network."""
    home = "/root" if person == "root" else f"/home/{person}"
    settings = {
        "HOME": home,
        "PATH": "/usr/bin:/bin:/usr/sbin:/sbin",
        "LANG": "C.UTF-8",
        "PIP_CERT": f"/{CERTIFICATES}",
    }
    settings.update({name: os.environ[name] for name in NETWORK_VARIABLES if name in os.environ})
    isolated = ["unshare", "--mount", "--pid", "--fork", "--kill-child", f"--mount-proc={system / 'proc'}"]
    variables = [f"{name}={value}" for name, value in settings.items()]
    shell = f"cd {home}/jdgen && exec {words}"
    return [*isolated, "chroot", f"--userspec={person}", str(system), "env", "-i", *variables, "sh", "-c", shell]


def run(system: Path, person: str, words: str) -> float:
    """Run words as the person, and return the seconds they took; stop the proof if they fail."""
    print(f"\n{person}$ {words}", flush=True)
    started = time.monotonic()
    code = subprocess.run(command(system, person, words), check=False).returncode
    seconds = time.monotonic() - started
    print(f"[{seconds:.1f} seconds, exit code {code}]", flush=True)
    if code:
        sys.exit(f"`{words}` failed for {person}")
    return seconds


def kill_midway(system: Path, person: str, words: str) -> None:
    """Start words, and kill them without warning while pip is at work."""
    print(f"\n{person}$ {words}      (to be killed after {KILLED_AFTER} seconds)", flush=True)
    process = subprocess.Popen(command(system, person, words), start_new_session=True)
    time.sleep(KILLED_AFTER)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    print("[killed]", flush=True)


def check_output(folder: Path) -> None:
    """Stop unless the folder holds the posting in all three formats."""
    found = sorted(path for path in folder.iterdir() if path.suffix in {".md", ".html", ".pdf"})
    print("\n".join(f"  {path.name}: {path.stat().st_size} bytes" for path in found))
    if {path.suffix for path in found} != {".md", ".html", ".pdf"}:
        sys.exit(f"not every format is in {folder}")
    if not all(path.read_bytes().startswith(b"%PDF-1.7") for path in found if path.suffix == ".pdf"):
        sys.exit("that is no PDF file")


def main() -> None:
    """Run the demo as a plain user, interrupted and again, then as root."""
    system = make_system()
    kill_midway(system, "recruiter", "python3 dev.py demo")
    figures = {
        "plain user, after a kill": run(system, "recruiter", "python3 dev.py demo"),
        "plain user, second run": run(system, "recruiter", "python3 dev.py demo"),
    }
    check_output(system / "home/recruiter/jdgen/output")
    figures["root"] = run(system, "root", "python3 dev.py demo")
    check_output(system / "root/jdgen/output")
    print("\nDebian", (system / "etc/debian_version").read_text(encoding="utf-8").strip())
    print("\n".join(f"  {name}: {seconds:.1f} seconds" for name, seconds in figures.items()))


if __name__ == "__main__":
    main()
