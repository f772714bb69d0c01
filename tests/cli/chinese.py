#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Looks for English words in text reports asked for in Chinese: chinese.py PATH_OF_ISONOMY RULESETS SCHEMAS [PART OF A NAME]

What may stay in Latin letters: names that rule files declare, codes, units, addresses in the rule files, titles of law and the notes of its authors."""
import re
from pathlib import Path

from run import main, that

WORDS_OF_LAW = """and or not in is from to through when where applies rule source article url checked note status suspended overrides includes
shares nothing with between members except strength under over up than without unlimited on no yes the of unknown silent applicable all""".split()
UNITS = {"kg", "km", "hour", "hours", "day", "days", "month", "months", "year", "years", "business", "per"}
COMMAND = {"isonomy", "diff"}
TOKEN = re.compile(r"[A-Za-z0-9_.:@-]*[A-Za-z][A-Za-z0-9_.:@-]*")  # a name with signs in it is one that rule files declare
PLACE = re.compile(r"\S+\.(law(:\d+)?|csv)|<http\S*>")
SOURCE = re.compile(r".*?(?=, (?:条文 .*)?(?:未核对|\d{4}-\d\d-\d\d 核对))")
LATER = re.compile(r"规则形式.*", re.DOTALL)  # a plan ends with rules


def named(rules):
    """Names that rule files declare: what stands outside of texts and comments."""
    found = set()
    for path in Path(rules).rglob("*.law"):
        text = re.sub(r'"[^"]*"|//.*', "", path.read_text(encoding="utf-8"))
        found |= set(re.findall(r"[A-Za-z]+", text))
    return found - set(WORDS_OF_LAW)


def left(text, known):
    """Words in Latin letters that no list explains, each with its line."""
    for line in LATER.sub("", text).splitlines():
        if "注：" in line:
            continue
        for word in TOKEN.findall(SOURCE.sub("", PLACE.sub("", line.replace("\\", "")))):
            if word.isalpha() and word.lower() not in known and not word.isupper():
                yield f"{word}: {line.strip()[:120]}"


def speaks_chinese(*arguments):
    def check(binary):
        known = {word.lower() for word in named(binary.rules) | UNITS | COMMAND}
        text = binary.ask(*arguments, "--lang", "zh", "--rules", binary.rules)
        found = sorted(set(left(text, known)))
        that(re.search("[\u4e00-\u9fff]", text), "no Chinese at all")
        that(not found, f"English is left: {found[:6]}")
    check.__name__ = f"{arguments[0]} {' '.join(arguments[1:])}"
    return check


DAY = ["--on", "2026-08-01"]
GIVEN = ["--given", "channel=b2c", "--given", "goods=620610"]
CHECKS = [
    speaks_chinese("check", "CN", "DE", *DAY, *GIVEN, "--given", "value=90 EUR"),
    speaks_chinese("check", "CN", "KE", *DAY),
    speaks_chinese("explain", "CN", "DE", "--measure", "customs.duty", *DAY, *GIVEN),
    speaks_chinese("explain", "CN", "DE", "--measure", "customs.duty", *DAY, *GIVEN, "--given", "value=90 EUR"),
    speaks_chinese("diff", "CN", "SG", "--domain", "data", *DAY),
    speaks_chinese("diff", "CN", "SG", "--domain", "tax", "--format", "markdown", *DAY),
    speaks_chinese("diff", "CN", "SG", "VN", "--domain", "data", *DAY),
    speaks_chinese("diff", "EAEU", "--domain", "customs", "--format", "markdown", *DAY),
    speaks_chinese("gaps", "RCEP", *DAY),
    speaks_chinese("timeline", "CN", "KZ", "--from", "2026-01-01", "--to", "2026-12-31", "--domain", "customs", *GIVEN),
    speaks_chinese("audit", "VN", "--against", "SG", *DAY),
    speaks_chinese("routes", "CN", "DE", "--by", "rail", *DAY),
    speaks_chinese("harmonize", "CN", "SG", "MY", "--domain", "data", *DAY),
    speaks_chinese("harmonize", "CN", "SG", "--domain", "tax", "--plan", "--at-least", "major", *DAY),
]

if __name__ == "__main__":
    main(CHECKS)
