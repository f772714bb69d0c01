#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The files for CI systems run as they are written: ci_files.py PATH_OF_ISONOMY RULESETS SCHEMAS"""
import contextlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from run import main, that

ROOT = Path(__file__).resolve().parents[2]
RUN = re.compile(r"^ *(?:run:|entry:|-) *(isonomy .*)$", re.MULTILINE)


def commands(name):
    found = RUN.findall((ROOT / name).read_text(encoding="utf-8"))
    that(len(found) >= 3, f"{name}: {found}")
    return found


@contextlib.contextmanager
def project(binary):
    """(folder, environment) of a repository with the rules, in which one commit follows another."""
    with tempfile.TemporaryDirectory() as made:
        shutil.copytree(binary.rules, Path(made) / "rulesets")
        who = {f"GIT_{role}_{what}": text for role in ("AUTHOR", "COMMITTER") for what, text in (("NAME", "Author"), ("EMAIL", "a@example.org"))}
        environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "PATH": f"{Path(binary.path).parent}:{os.environ['PATH']}",
                       "RULES": "rulesets", "SARIF": "found.sarif", "FAIL_ON": "warning", "LEAST": "50", "ISONOMY_RULES": "rulesets", "BASE": "HEAD",
                       "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD", "CHANGES": "changes.md", "EXPECT": "expected.txt"}
        (Path(made) / "expected.txt").write_text("# nothing\n", encoding="utf-8")
        for command in ("git init --quiet", "git add rulesets", "git commit --quiet --message Rules"):
            subprocess.run(command.split(), cwd=made, env=environment, check=True)
        yield Path(made), environment


def shell(command, folder, environment):
    return subprocess.run(["bash", "-e", "-o", "pipefail", "-c", command], cwd=folder, env=environment, capture_output=True, check=False)


def run_all(binary, name):
    """Every command of the file, in a shell, as the CI system runs it."""
    with project(binary) as (folder, environment):
        for command in commands(name):
            done = shell(command, folder, environment)
            that(done.returncode == 0, f"{name}: {command}: exit status {done.returncode}, {done.stderr[:300]!r}")


def the_action_runs(binary):
    run_all(binary, "action.yml")


def the_gitlab_template_runs(binary):
    run_all(binary, "docs/ci/gitlab.yml")


def the_hooks_run(binary):
    run_all(binary, ".pre-commit-hooks.yaml")


def a_change_is_written(binary):
    """The page that becomes a comment, and the step that fails on what nobody foresaw."""
    found = [line for line in commands("action.yml") if line.startswith("isonomy changes")]
    that(len(found) == 2, f"{found}")
    with project(binary) as (folder, environment):
        file = folder / "rulesets/blocs/EU/customs.law"
        text = file.read_text(encoding="utf-8")
        that("flat_duty = 3 EUR" in text, "the flat duty is another one")
        file.write_text(text.replace("flat_duty = 3 EUR", "flat_duty = 4 EUR"), encoding="utf-8")
        for name in ("action.yml", "docs/ci/gitlab.yml"):
            command = next(line for line in commands(name) if line.startswith("isonomy changes"))
            done = shell(command, folder, {**environment, "CHANGES": "isonomy-changes.md"})
            page = (folder / "isonomy-changes.md").read_text(encoding="utf-8")
            that(done.returncode == 0 and "| **3 EUR**<br>" in page and "| **4 EUR**<br>" in page, f"{name}: {done}, {page[:500]}")
        that(shell(found[1], folder, environment).returncode == 1, "a change that nobody foresaw passes")


GH = """#!/usr/bin/env python3
import json, sys
calls = sys.argv[1:]
with open("calls", "a") as file: file.write(json.dumps(calls) + "\\n")
if "--jq" in calls: print({known})
"""


def comment(folder, text, known):
    """What the script tells GitHub, where a comment of that number is known, or none."""
    (folder / "gh").write_text(GH.replace("{known}", repr(known)), encoding="utf-8")
    (folder / "gh").chmod(0o755)
    (folder / "page.md").write_bytes(text)
    (folder / "calls").write_text("", encoding="utf-8")
    environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "GITHUB_REPOSITORY": "some/where"}
    done = subprocess.run([ROOT / "scripts/comment-changes", "page.md", "7"], cwd=folder, env=environment, capture_output=True, check=False)
    that(done.returncode == 0 and not done.stderr, f"exit status {done.returncode}, {done.stderr[:300]!r}")
    calls = [json.loads(line) for line in (folder / "calls").read_text(encoding="utf-8").splitlines()]
    that(calls[0][:3] == ["api", "--paginate", "repos/some/where/issues/7/comments"], f"{calls[0]}")
    return calls[1:]


def one_comment_is_kept_up_to_date(_):
    mark = "body=<!-- isonomy changes -->\n"
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        first = comment(folder, b"| a `b` $c |\n", "")
        that(first == [["api", "--method", "POST", "repos/some/where/issues/7/comments", "--raw-field", mark + "| a `b` $c |"]], f"{first}")
        later = comment(folder, b"other\n", "42\n43")
        that(later == [["api", "--method", "PATCH", "repos/some/where/issues/comments/42", "--raw-field", mark + "other"]], f"{later}")
        that(comment(folder, b"", "") == [], "a comment about nothing")
        that(comment(folder, b"", "42")[0][-1] == mark + "No answer changes.", "an old comment stays")
        long = comment(folder, "税".encode() * 40000, "")[0][-1]
        that(len(long) < 65536 and long.endswith("to see it.") and "\ufffd" not in long, f"{len(long)} signs, {long[-60:]!r}")


def the_files_are_yaml(_):
    """One typing error makes a whole file useless."""
    import yaml  # here, so that its absence fails this check and says why
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    for step in action["runs"]["steps"]:
        that(("run" in step) != ("uses" in step) and ("shell" in step) == ("run" in step), f"{step}")
    words = set(re.findall(r"inputs\.([a-z-]+)", (ROOT / "action.yml").read_text(encoding="utf-8")))
    that(words == set(action["inputs"]), f"inputs {words ^ set(action['inputs'])}")
    jobs = yaml.safe_load((ROOT / "docs/ci/gitlab.yml").read_text(encoding="utf-8"))
    that(all("script" in job for job in jobs.values()), f"{jobs.keys()}")


if __name__ == "__main__":
    main([the_action_runs, the_gitlab_template_runs, the_hooks_run, a_change_is_written, one_comment_is_kept_up_to_date, the_files_are_yaml])
