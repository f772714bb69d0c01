#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the rule files against the reference data beside them, and looks for Chinese labels: check.py links|currencies|labels|coverage RULESETS

Exit status 1 if something is found.

What it reads of the rule files is laid out by `isonomy fmt`, which is checked elsewhere: a declaration begins its line."""
import csv
import re
import sys
from pathlib import Path

# Rail and road where the shapes of the countries do not touch: bridges, causeways, a tunnel, a ferry for wagons, and a gate too small for the map.
OVER_WATER = {("CN", "MO"), ("HK", "MO"), ("AZ", "KZ"), ("DK", "SE"), ("FR", "GB"), ("MY", "SG"), ("BH", "SA")}

LINK = r"^link ([^\n{]*)(\{\}|\{\n(?:  .*\n)*|$)"
KNOWN_BY = re.compile("^  (source|note) ", re.MULTILINE)


def declared(rules, pattern):
    return sorted({match for path in Path(rules).rglob("*.law") for match in re.findall(pattern, path.read_text(encoding="utf-8"), re.MULTILINE)})


def rows(rules, name):
    with open(Path(rules) / "reference" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def links(rules):
    """Links by rail or road between countries that have no land border, and links of which nobody says how they are known."""
    found = {tuple(sorted((a, b))) for a, b, modes in declared(rules, r"^link ([A-Z]{2}) <-> ([A-Z]{2}) by ([a-z, ]+)") if re.search("rail|road", modes)}
    border = {(row["a"], row["b"]) for row in rows(rules, "borders.csv")}
    yield from ("no link by rail or road was read" for _ in range(not found))
    yield from (f"{a} <-> {b}: no land border" for a, b in sorted(found - border - OVER_WATER))
    yield from (f"{a} <-> {b}: an exception that nothing needs" for a, b in sorted((OVER_WATER - found) | (OVER_WATER & border)))
    yield from (f"link {head}: neither a source nor a note" for head, body in declared(rules, LINK) if not KNOWN_BY.search(body))


def currencies(rules):
    """Currencies of jurisdictions that are not in ISO 4217."""
    found, known = declared(rules, r"\bcurrency ([A-Z]{3})\b"), {row["code"] for row in rows(rules, "currencies.csv")}
    yield from ("no currency was read" for _ in range(not found))
    yield from (f"{code}: no currency of ISO 4217" for code in found if code not in known)


# What a reader of a report meets by name. A label may stand on the lines below its declaration, up to the brace.
NAMED = re.compile(r"^(domain|flow|enum|set enum|scale|fact|measure|clash|jurisdiction|bloc|ruleset|route|link) ([^\n{]*(?:\n  +[^\n{]*)*)", re.MULTILINE)
REMEDY = re.compile(r"^ +(remedy) ([^\n]*(?:\n    +@[^\n]*)*)", re.MULTILINE)
VALUES = re.compile(r"^(?:set enum|enum|scale) [^{]*\{([^}]*)\}", re.MULTILINE)
CHINESE = re.compile(r'@zh "[^"]*[\u4e00-\u9fff]')


def labels(rules):
    """Names, values and remedies without a Chinese label."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(Path(rules).rglob("*.law"))}
    found = [(path, *match.groups()) for path, text in texts.items() for pattern in (NAMED, REMEDY) for match in pattern.finditer(text)]
    for kind in ("domain", "flow", "scale", "fact", "measure", "clash", "remedy", "jurisdiction", "bloc", "ruleset", "route", "link"):
        if not any(one[1] == kind for one in found):
            yield f"no {kind} was read"
    yield from (f"{path}: {kind} {text[:60]}: no Chinese label" for path, kind, text in found if not CHINESE.search(text))
    values = [(path, one) for path, text in texts.items() for body in VALUES.findall(text) for one in re.split(r" <\s|,\s(?=\s*\w+(?: \"|,|$))", body)]
    yield from ("no value was read" for _ in range(not values))
    yield from (f"{path}: {one.strip()[:60]}: no Chinese label" for path, one in values if not CHINESE.search(one))


def coverage(rules):
    """Countries with a folder of law that the coverage table leaves out, and the other way round."""
    listed = set(re.findall(r"^\| ([A-Z]{2}) \|", (Path(rules) / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    folders = {path.name for path in (Path(rules) / "jurisdictions").iterdir() if path.is_dir()}
    yield from ("no country was read" for _ in range(not folders))
    yield from (f"README.md: {code}: run scripts/coverage-table" for code in sorted(listed ^ folders))


def main():
    checks = {"links": links, "currencies": currencies, "labels": labels, "coverage": coverage}
    if len(sys.argv) != 3 or sys.argv[1] not in checks:
        sys.exit(__doc__)
    found = list(checks[sys.argv[1]](sys.argv[2]))
    print(*found, f"{sys.argv[1]}: {len(found)} mistakes", sep="\n")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
