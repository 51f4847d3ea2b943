"""What 2,000 plans take as one HTML file and as one workbook: time, size, and how long Chromium takes to show the page.

reports.py build/release/core/plumbline . build/release/tests/browser [--gate]
With --gate: an HTML file of 30 MB, or one that keeps the page's main thread busy for 3 seconds, fails. (By the clock it
is no more than that where nothing else runs.)
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import time

PROGRAM, SOURCE, BROWSER = (pathlib.Path(path).resolve() for path in sys.argv[1:4])
PLANS, MOST_BYTES, MOST_MILLISECONDS = 2000, 30_000_000, 3000


def run(*command, exits=(0,), **more):
    start = time.monotonic()
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **more)
    if done.returncode not in exits:
        sys.exit(f"{command[0]}: {done.returncode}\n{done.stderr}")
    return done.stdout, time.monotonic() - start


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        run(sys.executable, SOURCE / "tests/bench/gen_plans.py", "--n", PLANS, "--out", folder / "plans", "--seed", 7)
        files = {name: folder / f"report.{name}" for name in ("html", "xlsx")}
        formats = [part for name, file in files.items() for part in ("--format", f"{name}={file}")]
        _, seconds = run(PROGRAM, "check", folder / "plans", "--as-of", "2026-10-01", "--quiet", *formats,
                         exits=(0, 1, 3), cwd=SOURCE)
        sizes = {name: file.stat().st_size for name, file in files.items()}
        print(f"{PLANS} plans judged and written in {seconds:.0f} s: " +
              ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in sizes.items()), flush=True)
        shown, _ = run("node", BROWSER / "measure.mjs", folder / "report.html", cwd=BROWSER)
        print(shown, end="")
        busy = min(int(found) for found in re.findall(r"processor: (\d+) ms to load", shown))
        return int("--gate" in sys.argv and (sizes["html"] >= MOST_BYTES or busy >= MOST_MILLISECONDS))


sys.exit(main())
