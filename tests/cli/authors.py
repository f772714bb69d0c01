#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The verbs that write files: authors.py PATH_OF_ISONOMY RULESETS SCHEMAS"""
import contextlib
import difflib
import json
import shutil
import subprocess
import sys
from pathlib import Path

from bad_input import folder
from run import Binary, outcome, that

UGLY = b'domain customs "Customs"@zh"\xe6\xb5\xb7\xe5\x85\xb3" // why\r\nenum Channel{b2c,b2b}\njurisdiction CN{currency CNY}\n'
NICE = 'domain customs "Customs" @zh "海关"  // why\nenum Channel { b2c, b2b }\njurisdiction CN { currency CNY }\n'.encode()
BROKEN = b'domain customs "Customs"\nenum Channel { b2c, \n'


def run(binary, *arguments, text=None):
    return subprocess.run([binary.path, *arguments], input=text, capture_output=True, check=False, timeout=60)


@contextlib.contextmanager
def copied(rules):
    with folder({}) as made:
        shutil.copytree(rules, made / "rulesets")
        yield made / "rulesets"


def fmt_writes(binary):
    with folder({"ugly.law": UGLY, "nice.law": NICE}) as made:
        (made / "ugly.law").chmod(0o640)
        (made / "link.law").symlink_to(made / "ugly.law")
        done = run(binary, "fmt", str(made / "link.law"), str(made / "nice.law"))
        that(done.returncode == 0 and not done.stderr, f"exit status {done.returncode}, {done.stderr!r}")
        that(done.stdout.decode().splitlines() == [str(made / "link.law")], f"changed {done.stdout!r}")
        that((made / "ugly.law").read_bytes() == NICE, f"{(made / 'ugly.law').read_bytes()!r}")
        that((made / "ugly.law").stat().st_mode & 0o7777 == 0o640, "the permissions have changed")
        that((made / "link.law").is_symlink(), "the link is a file now")
        that(sorted(one.name for one in made.iterdir()) == ["link.law", "nice.law", "ugly.law"], "something is left over")
        that(run(binary, "fmt", str(made)).stdout == b"", "a second time changes something")


def fmt_looks(binary):
    with folder({"ugly.law": UGLY, "nice.law": NICE}) as made:
        name = str(made / "ugly.law")
        done = run(binary, "fmt", "--check", str(made))
        that((done.returncode, done.stdout.decode()) == (1, name + "\n"), f"--check: {done.returncode}, {done.stdout!r}")
        done = run(binary, "fmt", "--diff", str(made))
        lines = [text.decode().splitlines(keepends=True) for text in (UGLY, NICE)]
        that(done.returncode == 1 and done.stdout.decode() == "".join(difflib.unified_diff(*lines, name, name)), f"--diff: {done.stdout!r}")
        done = run(binary, "fmt", "--check", "--format", "json", str(made))
        answer = json.loads(done.stdout)
        binary.fits("fmt", answer)
        that([one["changed"] for one in answer["files"]] == [False, True], f"{answer}")
        that((made / "ugly.law").read_bytes() == UGLY, "looking has changed the file")


def fmt_reads_standard_input(binary):
    done = run(binary, "fmt", "-", text=UGLY)
    that((done.returncode, done.stdout) == (0, NICE), f"{done.returncode}, {done.stdout!r}")
    that(run(binary, "fmt", "--check", "-", text=UGLY).returncode == 1, "--check finds nothing in standard input")
    that(run(binary, "fmt", "--check", "-", text=NICE).returncode == 0, "--check finds something in standard input")


def fmt_leaves_mistakes_alone(binary):
    with folder({"broken.law": BROKEN, "bytes.law": b"// \xff\n", "ugly.law": UGLY}) as made:
        done = run(binary, "fmt", str(made))
        that(done.returncode == 2, f"exit status {done.returncode}")
        that(b"E0202" in done.stderr and b"E0103" in done.stderr, f"{done.stderr!r}")
        that((made / "broken.law").read_bytes() == BROKEN, "a file with a mistake was changed")
        that((made / "bytes.law").read_bytes() == b"// \xff\n", "a file that is no text was changed")
        that((made / "ugly.law").read_bytes() == NICE, "the mistake of one file hindered another")
    done = run(binary, "fmt", "-", text=BROKEN)
    that(done.returncode == 2 and not done.stdout, "half an answer for a text with a mistake")


def answers(check):
    return [{name: one[name] for name in ("jurisdiction", "measure", "state", "value", "rules")} for one in check["decisions"]]


def fmt_keeps_the_shipped_rules(binary):
    """Laid out, they still are the rules they were."""
    with copied(binary.rules) as made:
        that(run(binary, "fmt", str(made)).returncode == 0, "the shipped rules cannot be laid out")
        that(run(binary, "fmt", "--check", str(made)).returncode == 0, "a second time changes something")
        question = ("CN", "DE", "--on", "2026-08-01", "--given", "channel=b2c", "--format", "json")
        before, after = (json.loads(run(binary, "check", *question, "--rules", str(rules)).stdout) for rules in (binary.rules, made))
        that(answers(before) == answers(after) and answers(before), "an answer has changed")


SMALL = b'''domain customs "Customs"
flow goods from origin to destination
measure customs.fee : yes/no "Is a fee due?" { asked of goods receiver  neutral }
jurisdiction AA "Aland"
'''
NEW = ["data.law", "customs.law", "tax.law", "payment.law", "examples.law", "jurisdiction.law"]


def new_jurisdiction(binary):
    with copied(binary.rules) as made:
        done = run(binary, "new", "jurisdiction", "XK", "--name", 'The "new" one', "--currency", "EUR", "--rules", str(made))
        that(done.returncode == 0 and not done.stderr, f"exit status {done.returncode}, {done.stderr!r}")
        files = done.stdout.decode().splitlines()
        that(sorted(files) == sorted(str(made / "jurisdictions/XK" / name) for name in NEW), f"{files}")
        that(run(binary, "validate", str(made)).returncode == 0, "the draft does not validate")
        that(run(binary, "fmt", "--check", *files).returncode == 0, "the draft is not laid out")
        customs = (made / "jurisdictions/XK/customs.law").read_text(encoding="utf-8")
        questions = (made / "vocabulary/customs.law").read_text(encoding="utf-8").count("\nmeasure ")
        that(customs.count("// rule ") == questions > 0, f"{customs.count('// rule ')} of {questions} questions")
        (made / "jurisdictions/XK/tax.law").unlink()
        again = run(binary, "new", "jurisdiction", "XK", "--rules", str(made))
        that(again.returncode == 2 and again.stderr.count(b"E0722") == 4, f"{again.returncode}, {again.stderr!r}")
        that(not (made / "jurisdictions/XK/tax.law").exists(), "some files were written although others are there")
        that((made / "jurisdictions/XK/customs.law").read_text(encoding="utf-8") == customs, "a file was overwritten")


def new_examples_pass_once_they_are_no_comment(binary):
    with folder({"base.law": SMALL}) as made:
        that(run(binary, "new", "jurisdiction", "XK", "--name", 'The "new" one', "--rules", str(made)).returncode == 0, "no draft")
        examples = made / "jurisdictions/XK/examples.law"
        lines = [line.removeprefix("// ") for line in examples.read_text(encoding="utf-8").splitlines()]
        begin = next(i for i, line in enumerate(lines) if line.startswith("example "))
        examples.write_text("\n".join(lines[begin:]), encoding="utf-8")
        done = run(binary, "test", str(made), "--format", "json")
        results = json.loads(done.stdout or "{}").get("examples", [])
        that([one["outcome"] for one in results] == ["passed"], f"{done.stdout!r} {done.stderr!r}")


def new_jurisdiction_that_is_declared(binary):
    with copied(binary.rules) as made:
        done = run(binary, "new", "jurisdiction", "BR", "--rules", str(made))
        that(done.returncode == 0 and len(done.stdout.splitlines()) == 5, f"{done.stdout!r} {done.stderr!r}")
        that(run(binary, "validate", str(made)).returncode == 0, "the draft does not validate")


def new_measure(binary):
    with copied(binary.rules) as made:
        done = run(binary, "new", "measure", "customs.storage_fee", "--rules", str(made))
        that(done.stdout.decode() == str(made / "vocabulary/customs.storage_fee.law") + "\n", f"{done.stdout!r} {done.stderr!r}")
        that(run(binary, "validate", str(made)).returncode == 0, "the draft does not validate")
        that(run(binary, "fmt", "--check", done.stdout.decode().strip()).returncode == 0, "the draft is not laid out")


CHECKS = [fmt_writes, fmt_looks, fmt_reads_standard_input, fmt_leaves_mistakes_alone, fmt_keeps_the_shipped_rules,
          new_jurisdiction, new_examples_pass_once_they_are_no_comment, new_jurisdiction_that_is_declared, new_measure]


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    binary = Binary(str(Path(sys.argv[1]).resolve()), *sys.argv[2:4])
    failed = 0
    for check in CHECKS:
        wrong = outcome(check, binary)
        failed += wrong is not None
        print(f"{check.__name__}: {'passed' if wrong is None else 'FAILED'}", *([f"    {wrong}"] if wrong else []), sep="\n", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
