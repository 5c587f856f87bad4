"""The project's own commands; Python 3.11+ with pip and venv is all they need.

python3 tasks.py demo      set everything up and run regcheck on the demo corpus
python3 tasks.py check     everything CI checks: format, lint, types, tests
python3 tasks.py test      the tests only
python3 tasks.py golden    rewrite the golden files (the run fails on purpose)
python3 tasks.py clean     remove the environment and all caches
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
REQUIREMENTS = (ROOT / "pyproject.toml", ROOT / "constraints.txt")
OLDEST = (3, 11)


def call(*command: str | Path) -> None:
    """Run a command in the project folder and stop with its exit code if it fails."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def stamp(extras: str) -> str:
    """Return a digest that changes when what must be installed changes."""
    content = b"".join(path.read_bytes() for path in REQUIREMENTS)
    return hashlib.sha256(content + extras.encode() + sys.version.encode()).hexdigest()


def install(*, developer: bool) -> None:
    """Create the environment and install the project; a finished set-up is not repeated."""
    extras = "developer" if developer else "user"
    marker = VENV / f"installed-{extras}"
    if marker.exists() and marker.read_text(encoding="utf-8") == stamp(extras):
        return
    if not PYTHON.exists():
        print("Creating .venv ...", flush=True)
        call(sys.executable, "-m", "venv", VENV)
    print("Installing (a minute or two the first time) ...", flush=True)
    pip = (PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check")
    if developer:
        call(*pip, "--upgrade", "pip")  # dependency groups need pip 25.1
        call(*pip, "-c", "constraints.txt", "-e", ".[all]", "--group", "dev")
    else:
        call(*pip, "-c", "constraints.txt", "-e", ".")
    marker.write_text(stamp(extras), encoding="utf-8")


def demo(*options: str) -> None:
    """Run the main job on the demo corpus."""
    install(developer=False)
    call(PYTHON, "-m", "regcheck", "demo", *options)


def check() -> None:
    """Run everything that CI runs, in its order; pytest's closing line comes last."""
    install(developer=True)
    call(PYTHON, "-m", "ruff", "format", "--check")
    call(PYTHON, "-m", "ruff", "check")
    call(PYTHON, "-m", "mypy")
    test("--cov", "--cov-report=term:skip-covered", "-n", "2")


def test(*options: str) -> None:
    """Run the tests."""
    install(developer=True)
    call(PYTHON, "-m", "pytest", *options)


def golden() -> None:
    """Rewrite the golden files; look at the difference before committing it."""
    test("--update-golden", "-k", "golden")


def clean() -> None:
    """Remove the environment, caches and the demo's output."""
    for name in (".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", "hasil-demo"):
        shutil.rmtree(ROOT / name, ignore_errors=True)


def main() -> None:
    """Run the task named on the command line."""
    if sys.version_info < OLDEST:
        sys.exit(f"regcheck needs Python {OLDEST[0]}.{OLDEST[1]} or newer, not {sys.version}")
    tasks = {"demo": demo, "check": check, "test": test, "golden": golden, "clean": clean}
    name, *options = sys.argv[1:] or ["help"]
    if name not in tasks:
        sys.exit(__doc__)
    tasks[name](*options)


if __name__ == "__main__":
    main()
