#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What docs/authoring.md shows is what happens: authoring.py PATH_OF_ISONOMY RULESETS SCHEMAS

The page is played in an empty folder, in its order. A block `law` is put into the file that the line before names last; each line `$ ...` of a
block `console` is run, and what follows it must be its output, then `exit status N` unless that is 0. `...` stands for anything."""
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from run import main, that

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"(?P<before>[^\n]*)\n\n```(?P<kind>law|console)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
STEPS = 15  # fewer were found: then the page is read wrongly


def steps(page):
    """(file, text) to write, or (command, output) to compare, in their order."""
    for block in BLOCK.finditer(page):
        if block["kind"] == "law":
            yield "write", re.findall(r"`([^`]+\.law)`", block["before"])[-1], block["text"]
            continue
        for part in re.split(r"^\$ ", block["text"], flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            yield "run", command, shown


def pattern(shown):
    """What is shown as an expression: a line `...` stands for any lines, `...` within a line for any signs."""
    lines = [r"(?:[^\n]*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", "[^\n]*") + "\n" for line in shown.splitlines()]
    return re.compile("".join(lines))


def fits(shown, said):
    return pattern(shown).fullmatch(said) is not None


def play(folder, environment, page):
    """Everything the page does; the number of steps."""
    count = 0
    for kind, what, text in steps(page):
        count += 1
        if kind == "write":
            that((Path(folder) / what).is_file(), f"{what}: no draft is there")
            (Path(folder) / what).write_text(text, encoding="utf-8")
            continue
        done = subprocess.run(["bash", "-c", what], cwd=folder, env=environment, capture_output=True, check=False, timeout=300)
        said = (done.stdout + done.stderr).decode("utf-8") + (f"exit status {done.returncode}\n" if done.returncode else "")
        that(fits(text, said), f"`{what}` says\n{said[:1500]}\nand not\n{text}")
    return count


def the_page_is_true(binary):
    page = (ROOT / "docs/authoring.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(binary.rules, Path(folder) / "rulesets")
        who = {f"GIT_{role}_{what}": text for role in ("AUTHOR", "COMMITTER") for what, text in (("NAME", "Author"), ("EMAIL", "a@example.org"))}
        environment = {"PATH": f"{Path(binary.path).parent}:{os.environ['PATH']}", "HOME": folder, "GIT_CONFIG_GLOBAL": os.devnull, **who}
        for command in (["init"], ["add", "--all"], ["commit", "--message", "Rules"]):
            subprocess.run(["git", *command, "--quiet"] if command[0] != "add" else ["git", *command], cwd=folder, env=environment, check=True)
        count = play(folder, environment, page)
    that(count >= STEPS, f"{count} steps were found")


def a_false_page_is_found(_):
    """The comparison can fail."""
    that(fits("one\n...\nlast ... word\n", "one\ntwo\nthree\nlast but one word\n"), "what fits is refused")
    for shown, said in (("one\n", "two\n"), ("one\n...\n", "two\none\n"), ("a ... b\n", "a\nb\n"), ("", "something\n"), ("a.b\n", "axb\n")):
        that(not fits(shown, said), f"{shown!r} fits {said!r}")
    that(list(steps("Now `x.law`:\n\n```law\nfact\n```\n\nthen\n\n```console\n$ a\nb\n$ c\n```\n")) ==
         [("write", "x.law", "fact\n"), ("run", "a", "b\n"), ("run", "c", "")], "the page is read wrongly")


if __name__ == "__main__":
    main([the_page_is_true, a_false_page_is_found])
