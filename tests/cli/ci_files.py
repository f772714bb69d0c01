#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The files for CI systems run as they are written: ci_files.py PATH_OF_ISONOMY RULESETS SCHEMAS"""
import os
import re
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


def run_all(binary, name):
    """Every command of the file, in a shell, as the CI system runs it."""
    with tempfile.TemporaryDirectory() as made:
        (Path(made) / "rulesets").symlink_to(Path(binary.rules).resolve())
        environment = {**os.environ, "PATH": f"{Path(binary.path).parent}:{os.environ['PATH']}", "RULES": "rulesets", "SARIF": "found.sarif",
                       "FAIL_ON": "warning", "LEAST": "50", "ISONOMY_RULES": "rulesets"}
        for command in commands(name):
            done = subprocess.run(["bash", "-e", "-o", "pipefail", "-c", command], cwd=made, env=environment, capture_output=True, check=False)
            that(done.returncode == 0, f"{name}: {command}: exit status {done.returncode}, {done.stderr[:300]!r}")


def the_action_runs(binary):
    run_all(binary, "action.yml")


def the_gitlab_template_runs(binary):
    run_all(binary, "docs/ci/gitlab.yml")


def the_hooks_run(binary):
    run_all(binary, ".pre-commit-hooks.yaml")


if __name__ == "__main__":
    main([the_action_runs, the_gitlab_template_runs, the_hooks_run])
