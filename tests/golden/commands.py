#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the binary on every case below a folder: commands.py PATH_OF_ISONOMY FOLDER

A case is a folder with a file `command`, the arguments, and `output.expected`: a line `exit status N`, then the standard output,
then the standard error. The binary runs in the folder of the case; a file `disk` there says how many bytes a file may take,
a file `input` is its standard input. Folders `repository/1`, `repository/2`... are states of a git repository, made in a folder of its own:
all but the last are committed and tagged `v1`, `v2`..., the last lies in the work tree; of one state alone no repository is made. ISONOMY_UPDATE_GOLDEN=1 writes what is said now."""
import difflib
import os
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS = 300


def fill_disk(case):
    """What makes the disk as small as the case says, or nothing."""
    if not (case / "disk").is_file():
        return None
    size = int((case / "disk").read_text(encoding="utf-8"))

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def git(folder, *arguments):
    """Runs git as if nobody had ever set it up."""
    who = {f"GIT_{role}_{what}": text for role in ("AUTHOR", "COMMITTER") for what, text in (("NAME", "Author"), ("EMAIL", "author@example.org"))}
    environment = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, **who}
    subprocess.run(["git", "-C", folder, *arguments], check=True, env=environment, stdout=subprocess.DEVNULL)


def make_repository(states, folder):
    """Plays the states of a case into an empty folder."""
    if len(states) > 1:
        git(folder, "init", "--quiet")
    for state in states:
        for old in folder.iterdir():
            if old.name != ".git":
                shutil.rmtree(old) if old.is_dir() else old.unlink()
        shutil.copytree(state, folder, dirs_exist_ok=True)
        if state != states[-1]:
            git(folder, "add", "--all")
            git(folder, "commit", "--quiet", "--message", f"State {state.name}")
            git(folder, "tag", f"v{state.name}")


def said(binary, case):
    """Everything the binary says about one case."""
    if (case / "repository").is_dir():
        with tempfile.TemporaryDirectory() as made:
            make_repository(sorted((case / "repository").iterdir()), Path(made))
            return run(binary, case, Path(made))
    return run(binary, case, case)


def run(binary, case, folder):
    arguments = shlex.split((case / "command").read_text(encoding="utf-8"))
    text = (case / "input").read_bytes() if (case / "input").is_file() else b""
    done = subprocess.run([binary, *arguments], cwd=folder, capture_output=True, check=False, input=text, timeout=SECONDS,
                          preexec_fn=fill_disk(case), restore_signals=False)
    return f"exit status {done.returncode}\n".encode() + done.stdout + done.stderr


def difference(expected, found):
    """Nothing if the two are the same bytes."""
    if expected == found:
        return []
    lines = [text.decode("utf-8", "backslashreplace").splitlines() for text in (expected, found)]
    return [*difflib.unified_diff(*lines, "expected", "found", lineterm="")] or ["they differ in line ends only"]


def judge(binary, case, update):
    """What is wrong with one case, as lines."""
    golden = case / "output.expected"
    try:
        found = said(binary, case)
    except subprocess.TimeoutExpired:
        return [f"no answer within {SECONDS} s"]
    if update:
        golden.write_bytes(found)
    if not golden.is_file():
        return ["there is no output.expected"]
    return difference(golden.read_bytes(), found)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    binary, root = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    cases = sorted(path.parent for path in root.rglob("command"))
    if not cases:
        sys.exit(f"no case was found below {root}")
    failed = 0
    for case in cases:
        wrong = judge(binary, case, os.environ.get("ISONOMY_UPDATE_GOLDEN") == "1")
        failed += bool(wrong)
        for line in [f"{case}:", *wrong] if wrong else []:
            print(line)
    print(f"{len(cases)} cases, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
