#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Completions and manual pages say what the command line is: shells.py PATH_OF_ISONOMY RULESETS SCHEMAS

Verbs and options are read from `--help`, so that nothing the user can type is missing from them."""
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from run import main, that

OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


def said(binary, *arguments, **more):
    done = subprocess.run([binary.path, *arguments], capture_output=True, check=False, timeout=60, **more)
    that(done.returncode == 0 and not done.stderr, f"{arguments}: exit status {done.returncode}, {done.stderr[:200]!r}")
    return done.stdout.decode("utf-8")


def help_of(binary, *path):
    """(options, verbs) of a verb as its help lists them."""
    text = said(binary, *path, "--help")
    options = text.partition("\nOptions:\n")[2].partition("\n\n")[0]
    found = {name for line in options.splitlines() if re.match(r"  -", line) for name in OPTION.findall(re.split(r"\s{2,}", line.strip())[0])}
    verbs = re.findall(r"^  ([a-z]+)\s", text.partition("\nSubcommands:\n")[2].partition("\n\n")[0], re.MULTILINE)
    return found, verbs


def all_verbs(binary, *path):
    """Every verb with its options, those below a verb included."""
    options, verbs = help_of(binary, *path)
    yield path, options
    for verb in verbs:
        yield from all_verbs(binary, *path, verb)


def the_whole_line(binary):
    found = list(all_verbs(binary))
    that(len(found) >= 15 and ("new", "jurisdiction") in [path for path, _ in found], f"{[path for path, _ in found]}")
    that(all("--help" in options for _, options in found), "a verb without --help")
    return found


def complete(binary, *words):
    """What bash offers for the last word."""
    line = " ".join(f"'{word}'" for word in ("isonomy", *words))
    script = f"""source <("{binary.path}" completions bash)
        complete -p isonomy >/dev/null || exit 3
        COMP_WORDS=({line}); COMP_CWORD={len(words)}
        _isonomy; printf '%s\\n' "${{COMPREPLY[@]}}" """
    done = subprocess.run(["bash", "--norc", "-u", "-c", script], capture_output=True, check=False, cwd=binary.rules, timeout=60)
    that(done.returncode == 0 and not done.stderr, f"{words}: exit status {done.returncode}, {done.stderr[:300]!r}")
    return set(done.stdout.decode().split())


def bash_knows_everything(binary):
    for path, options in the_whole_line(binary):
        that(complete(binary, *path, "-") == options, f"{path}: {complete(binary, *path, '-') ^ options}")
        for name in options:
            that(name in complete(binary, *path, name), f"{path} {name} is not completed")


def bash_completes(binary):
    that(complete(binary, "che") == {"check"}, f"{complete(binary, 'che')}")
    that(complete(binary, "new", "") == {"jurisdiction", "measure"}, f"{complete(binary, 'new', '')}")
    that(complete(binary, "check", "CN", "DE", "--format", "") == {"text", "json"}, f"{complete(binary, 'check', '--format', '')}")
    that(complete(binary, "validate", "--format", "=", "sa") == {"sarif"}, f"{complete(binary, 'validate', '--format', '=', 'sa')}")
    that(complete(binary, "validate", "--format", "=") >= {"sarif", "text"}, f"{complete(binary, 'validate', '--format', '=')}")
    that("vocabulary" in complete(binary, "check", "--rules", "voc"), f"{complete(binary, 'check', '--rules', 'voc')}")
    that("README.md" in complete(binary, "fmt", "READ"), f"{complete(binary, 'fmt', 'READ')}")
    that("README.md" not in complete(binary, "check", "--rules", "READ"), "a file where a folder must stand")
    that(complete(binary, "check", "--given", "c") == set(), "something where only the user knows what")
    that(complete(binary, "completions", "") == {"bash", "zsh", "fish"}, f"{complete(binary, 'completions', '')}")


def zsh_and_fish_know_everything(binary):
    scripts = {shell: said(binary, "completions", shell) for shell in ("zsh", "fish")}
    for path, options in the_whole_line(binary):
        function = re.search(rf"^_isonomy{''.join('_' + word for word in path)}\(\) {{\n(.*?)^}}", scripts["zsh"], re.MULTILINE | re.DOTALL)
        that(function, f"zsh has no function for {path}")
        place = "__fish_use_subcommand" if not path else "; and ".join(f"__fish_seen_subcommand_from {word}" for word in path)
        lines = [line for line in scripts["fish"].splitlines() if f"-n '{place}'" in line]
        for name in options:
            that(re.search(rf"'\*?{name}\[", function[1]), f"zsh lacks {name} of {path}")
            short = f" -l {name[2:]} " if name.startswith("--") else f" -s {name[1:]} "
            that(any(short in line for line in lines), f"fish lacks {name} of {path}")


def shells_read_the_scripts(binary):
    """Those that are there."""
    for shell in ("bash", "zsh", "fish"):
        if not shutil.which(shell):
            continue
        done = subprocess.run([shell, "-n", "/dev/stdin"], input=said(binary, "completions", shell).encode(), capture_output=True, check=False)
        that(done.returncode == 0 and not done.stderr, f"{shell}: {done.stderr[:300]!r}")


def page_of(binary, folder, path):
    return (Path(folder) / ("-".join(("isonomy", *path)) + ".1")).read_text(encoding="utf-8")


def the_manual_knows_everything(binary):
    with tempfile.TemporaryDirectory() as folder:
        said(binary, "man", "--into", folder)
        found = the_whole_line(binary)
        that(len(list(Path(folder).iterdir())) == len(found), "a page too many or too few")
        for path, options in found:
            page = page_of(binary, folder, path)
            for name in options:
                that(f"\\fB{name.replace('-', chr(92) + '-')}\\fR" in page, f"the page of {path} lacks {name}")
            that(".SH DESCRIPTION" in page and '.SH "EXIT STATUS"' in page, f"the page of {path} lacks a section")
        for verb in (path[0] for path, _ in found if len(path) == 1):
            that(f"\\fB{verb}\\fR" in page_of(binary, folder, ()), f"the page of the program lacks {verb}")
        that(said(binary, "man", "check") == page_of(binary, folder, ("check",)), "one page is written otherwise")


def the_manual_is_well_formed(binary):
    """groff finds nothing to warn of, and the examples of the help stand in the page."""
    with tempfile.TemporaryDirectory() as folder:
        said(binary, "man", "--into", folder)
        for page in sorted(Path(folder).iterdir()):
            done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", page], capture_output=True, check=False)
            that(done.returncode == 0 and not done.stderr, f"{page.name}: {done.stderr[:300]!r}")
        shown = subprocess.run(["groff", "-man", "-Tascii", "-P-cbou", Path(folder) / "isonomy-changes.1"], capture_output=True, check=False).stdout.decode()
        for words in ("isonomy changes --base HEAD", "--write-expected FILE", "EXIT STATUS", "ISONOMY-CHANGES(1)"):
            that(words in shown, f"the page lacks `{words}`: {shown[:300]}")


def wrong_words_are_refused(binary):
    done = subprocess.run([binary.path, "man", "chek"], capture_output=True, check=False)
    that(done.returncode == 2 and b"E0707" in done.stderr and b"check" in done.stderr and not done.stdout, f"{done}")
    done = subprocess.run([binary.path, "man", "--into", "/nowhere/at/all"], capture_output=True, check=False)
    that(done.returncode == 2 and b"E0720" in done.stderr, f"{done}")
    that(subprocess.run([binary.path, "completions", "csh"], capture_output=True, check=False).returncode == 2, "a shell that nobody knows")


if __name__ == "__main__":
    main([bash_knows_everything, bash_completes, zsh_and_fish_know_everything, shells_read_the_scripts, the_manual_knows_everything,
          the_manual_is_well_formed, wrong_words_are_refused])
