#!/usr/bin/env python3
"""From save to result: `plumbline check --watch` on one plugin over the fixture plans.

usage: watch.py [PROGRAM] [PLUGIN FOLDER] [PLANS]    prints the median and the worst of 20 saves, in milliseconds;
                                                     ends with 1 where the median is not under 300
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
program = sys.argv[1] if len(sys.argv) > 1 else os.path.join(root, "build/release/core/plumbline")
plugin = sys.argv[2] if len(sys.argv) > 2 else os.path.join(root, "plugins/contingency")
plans = sys.argv[3] if len(sys.argv) > 3 else os.path.join(root, "fixtures/plans")

with tempfile.TemporaryDirectory() as folder:
    copy = os.path.join(folder, os.path.basename(plugin))
    shutil.copytree(plugin, copy)
    process = subprocess.Popen([program, "check", plans, "--plugin", copy, "--watch", "--quiet", "--as-of", "2024-04-01"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    done = threading.Semaphore(0)

    def listen():
        for line in process.stderr:
            if "waiting for a change" in line:
                done.release()

    threading.Thread(target=listen, daemon=True).start()
    took = []
    try:
        if not done.acquire(timeout=60):
            sys.exit("it never began to wait")
        source = os.path.join(copy, "plugin.lua")
        for number in range(20):
            time.sleep(0.1)
            with open(source, "a", encoding="utf-8") as file:
                file.write(f"-- save {number}\n")
            saved = time.monotonic()
            if not done.acquire(timeout=60):
                sys.exit("a save was not noticed")
            took.append(1000 * (time.monotonic() - saved))
    finally:
        process.terminate()
    median = statistics.median(took)
    print(f"median {median:.0f} ms, worst {max(took):.0f} ms, of {len(took)} saves")
    sys.exit(0 if median < 300 else 1)
