#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks the installed binary the question of the README: run_binary.py PATH_OF_ISONOMY"""
import subprocess
import sys

QUESTION = ["check", "CN", "DE", "--via", "KZ,RU,PL", "--given", "channel=b2c", "--given", "value=90 EUR", "--given", "goods=620610",
            "--on", "2026-08-01"]
done = subprocess.run([sys.argv[1], *QUESTION], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
print(done.stdout[:2000], done.stderr[:2000], sep="\n")
if done.returncode not in (0, 1) or not done.stdout:
    sys.exit(f"exit status {done.returncode} and {len(done.stdout)} bytes of answer")
