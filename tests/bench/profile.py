#!/usr/bin/env python3
"""Whether `plugin bench` and the engine's own profile (`check --profile`) agree on where the time goes.

usage: profile.py [PROGRAM] [PLANS]    prints each plugin's microseconds a plan by both, for those that take at least
                                       2 % of the time; ends with 1 where they differ by more than 15 %
"""
import json
import os
import re
import statistics
import subprocess
import sys

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
program = sys.argv[1] if len(sys.argv) > 1 else os.path.join(root, "build/release/core/plumbline")
plans = sys.argv[2] if len(sys.argv) > 2 else os.path.join(root, "fixtures/plans")


def profile():
    run = subprocess.run([program, "check", plans, "--profile", "-j1", "--as-of", "2024-04-01", "--format", "jsonl"],
                         capture_output=True, text=True)
    found = {}
    for line in run.stderr.splitlines():
        columns = re.match(r"\s+([a-z-]+)\s+(\d+)\s+([\d.]+)\s+\d+\s+[\d.]+ %", line)
        if columns:
            found[columns[1]] = float(columns[3])
    return found


profiles = [profile() for _ in range(9)]
bench = json.loads(subprocess.run([program, "plugin", "bench", "--plans", plans, "--rounds", "9", "--format", "json"],
                                  capture_output=True, text=True).stdout)
benched = {one["plugin"]: one["microseconds"] / one["plans"] for one in bench["plugins"]}
whole = sum(one["microseconds"] for one in bench["plugins"])
worst = 0.0
for one in bench["plugins"]:
    if one["microseconds"] < 0.02 * whole:
        continue
    name = one["plugin"]
    engine = statistics.median(found[name] for found in profiles)
    off = abs(engine - benched[name]) / benched[name]
    worst = max(worst, off)
    print(f"{name:24} bench {benched[name]:8.1f}  engine {engine:8.1f}  {100 * off:5.1f} % apart")
print(f"at most {100 * worst:.1f} % apart")
sys.exit(0 if worst <= 0.15 else 1)
