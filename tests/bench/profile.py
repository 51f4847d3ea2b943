#!/usr/bin/env python3
"""Whether `plugin bench` and the engine's own profile (`check --profile`) agree on where the time goes.

usage: profile.py [PROGRAM] [PLANS]    prints each plugin's share of the time of all by both, for those that take at
                                       least 2 %; ends with 1 where they differ by more than 15 %
"""
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
program = sys.argv[1] if len(sys.argv) > 1 else os.path.join(root, "build/release/core/plumbline")
source = sys.argv[2] if len(sys.argv) > 2 else os.path.join(root, "fixtures/plans")
copies = 15  # a batch long enough that what a worker does once (compiling patterns) does not count
folder = tempfile.TemporaryDirectory()
plans = folder.name
for number in range(copies):
    shutil.copytree(source, os.path.join(plans, str(number)))


def profile():
    run = subprocess.run([program, "check", plans, "--profile", "-j1", "--as-of", "2024-04-01", "--format", "jsonl"],
                         capture_output=True, text=True)
    found = {}
    for line in run.stderr.splitlines():
        columns = re.match(r"\s+([a-z-]+)\s+(\d+)\s+([\d.]+)\s+\d+\s+[\d.]+ %", line)
        if columns:
            found[columns[1]] = int(columns[2]) * float(columns[3])
    return found


def bench():
    run = subprocess.run([program, "plugin", "bench", "--plans", plans, "--rounds", "5", "--format", "json"],
                         capture_output=True, text=True)
    return {one["plugin"]: one["microseconds"] for one in json.loads(run.stdout)["plugins"]}


def shares(times):
    return {name: time / sum(times.values()) for name, time in times.items()}


profiles = [shares(profile()) for _ in range(5)]
benched = shares(bench())
worst = 0.0
for name, share in sorted(benched.items(), key=lambda one: -one[1]):
    if share < 0.02:
        continue
    engine = statistics.median(found[name] for found in profiles)
    off = abs(engine - share) / share
    worst = max(worst, off)
    print(f"{name:24} bench {100 * share:5.1f} %  engine {100 * engine:5.1f} %  {100 * off:5.1f} % apart")
print(f"at most {100 * worst:.1f} % apart")
sys.exit(0 if worst <= 0.15 else 1)
