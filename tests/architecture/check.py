#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks of the house: check.py arrows|walls|sizes|licences|codes|pages|self-test ROOT. Exit status 1 if something is found."""
import re
import sys
import tempfile
from pathlib import Path

import texts

CODE = ("*.cpp", "*.h")
LONGEST_FILE = 500
LONGEST_FUNCTION = 60


def allowed(root):
    """Which room may include which: the table in docs/architecture.md is the only place that says so."""
    rows = re.findall(r"^\| `([a-z]+)/` \|[^|]*\| *([^|]*?) *\|$", texts.read(root / "docs/architecture.md"), re.MULTILINE)
    table = {room: set(may.split()) - {"-"} for room, may in rows}
    for may in table.values():
        if "everything" in may:
            may.update(table.keys() - {"cli"})
    return table


def room_of(root, path):
    parts = path.relative_to(root).parts
    return parts[1] if parts[0] == "engine" else parts[0]


def arrow(root, path, name, rooms):
    """What is wrong with one include in quotes; nothing if it is right."""
    room = room_of(root, path)
    if room == "cli" and (root / "cli" / name).is_file():
        return None
    target = name.split("/")[0]
    if "/" not in name or target not in rooms or target == "cli":
        return f"`{name}` is not written as room/file"
    if target != room and target not in rooms.get(room, set()):
        return f"{room}/ may not include {target}/ (`{name}`)"
    if not (root / "engine" / name).is_file():
        return f"there is no engine/{name}"
    return None


GENERATED = re.compile(r"^(antlr4-runtime|Isonomy(Lexer|Parser))")


def arrows(root):
    rooms = allowed(root)
    for folder in ("engine", "cli"):
        for path in texts.files(root / folder, *CODE):
            if room_of(root, path) not in rooms:
                yield f"{path}: docs/architecture.md does not name this room"
            for line, name, own in texts.includes(texts.read(path)):
                wrong = arrow(root, path, name, rooms) if own and not GENERATED.match(name) else None
                if wrong:
                    yield f"{path}:{line}: {wrong}"


# (what, headers, files that may include them), the first that fits an include decides.
WALLS = [
    ("the parser generator", GENERATED, re.compile(r"^engine/syntax/parse_tree\.cpp$")),
    ("the JSON library", re.compile(r"^nlohmann/"), re.compile(r"^engine/(report/[^/]+\.cpp|server/[^/]+)$")),
    ("the SAT solver", re.compile(r"^cadical"), re.compile(r"^engine/decision/sat\.cpp$")),
    ("Boost.Graph", re.compile(r"^boost/graph/"), re.compile(r"^engine/network/")),
    ("the integer-programming solver", re.compile(r"^(Cbc|Clp|Osi|Coin|Cgl)"), re.compile(r"^engine/harmonize/integer_program\.cpp$")),
    ("libgit2", re.compile(r"^git2"), re.compile(r"^engine/api/git_revision\.cpp$")),
    ("Boost", re.compile(r"^boost/"), re.compile(r"^engine/base/rational\.h$")),
    ("the command-line library", re.compile(r"^CLI/"), re.compile(r"^cli/")),
]


def walls(root):
    for folder in ("engine", "cli"):
        for path in texts.files(root / folder, *CODE):
            place = path.relative_to(root).as_posix()
            for line, name, _ in texts.includes(texts.read(path)):
                wall = next((wall for wall in WALLS if wall[1].match(name)), None)
                if wall and not wall[2].match(place):
                    yield f"{path}:{line}: {wall[0]} stays behind its wall (<{name}>)"


def sizes(root):
    for path in texts.files(root, *CODE, "*.g4", "*.py", "*.cmake", "CMakeLists.txt"):
        length = texts.read(path).count("\n")
        if length > LONGEST_FILE:
            yield f"{path}: {length} lines, more than {LONGEST_FILE}"
    for path in texts.files(root, *CODE):
        for line, length in texts.functions(texts.read(path)):
            if length > LONGEST_FUNCTION:
                yield f"{path}:{line}: a function of {length} lines, more than {LONGEST_FUNCTION}"


def is_script(path):
    return path.suffix == "" and path.read_bytes()[:2] == b"#!"


def licences(root):
    sources = texts.files(root, *CODE, "*.def", "*.g4", "*.law", "*.py", "*.cmake", "*.cmake.in", "CMakeLists.txt", "*.sh")
    scripts = [path for path in texts.files(root, "*") if is_script(path)]
    # A golden file of mistakes is shown as its author wrote it, and may be no text at all.
    own = (path for path in sources + scripts if "golden" not in path.parts or path.suffix != ".law")
    for path in own:
        if not re.search(r"SPDX-License-Identifier: Apache-2\.0$", "\n".join(texts.read(path).split("\n")[:3]), re.MULTILINE):
            yield f"{path}: no SPDX line at the top"


def codes(root):
    listed = re.findall(r"^CODE\((\w+), (\d+), (\w+),", texts.read(root / "engine/source/codes.def"), re.MULTILINE)
    if not listed:
        yield "engine/source/codes.def lists no code"
    said = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in texts.files(root / "tests/golden", "*.expected"))
    for name, number, severity in listed:
        text = f"{severity[0].upper()}{int(number):04}"
        if text not in said:
            yield f"{text} {name}: no tests/golden/**/*.expected shows it"


def pages(root):
    """Each code has a page in docs/diagnostics, with the title of codes.def."""
    listed = re.findall(r"^CODE\(\w+, (\d+), (\w+), \"(.*)\"\)", texts.read(root / "engine/source/codes.def"), re.MULTILINE)
    titles = {f"{level[0].upper()}{int(number):04}": title for number, level, title in listed}
    folder = root / "docs/diagnostics"
    there = {path.stem for path in folder.glob("*.md")}
    for code, title in titles.items():
        if code not in there:
            yield f"docs/diagnostics has no page {code}.md"
        elif texts.read(folder / f"{code}.md").split("\n", 1)[0] != f"# {code}: {title}":
            yield f"docs/diagnostics/{code}.md does not begin with `# {code}: {title}`"


def house(folder, tree):
    """Writes a small tree for the self-test."""
    for name, text in tree.items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Path(folder)


TABLE = "| `base/` | - | - |\n| `model/` | - | base |\n| `report/` | - | everything |\n| `cli/` | - | report |\n"
GOOD = {
    "docs/architecture.md": TABLE, "engine/base/a.h": "#include <string>\n", "engine/model/b.h": '#include "base/a.h"\n',
    "engine/report/c.cpp": '#include "model/b.h"\n#include <nlohmann/json.hpp>\n', "cli/main.cpp": '#include "own.h"\n', "cli/own.h": "",
}
BAD = [
    (arrows, "engine/base/a.h", '#include "model/b.h"\n'),
    (arrows, "engine/base/a.h", '#  include "model/b.h"\n'),
    (arrows, "cli/main.cpp", '#include "base/a.h"\n'),
    (arrows, "engine/model/d.h", '#include "b.h"\n'),
    (arrows, "engine/model/d.h", '#include "base/none.h"\n'),
    (arrows, "engine/cellar/d.h", ""),
    (walls, "engine/report/c.h", "#include <nlohmann/json.hpp>\n"),
    (walls, "engine/model/d.cpp", "#include <boost/graph/graph_traits.hpp>\n"),
    (walls, "engine/model/d.cpp", '#include "IsonomyParser.h"\n'),
    (walls, "engine/api/e.cpp", "#include <git2.h>\n"),
    (sizes, "engine/base/a.h", "\n" * 501),
    (sizes, "engine/base/a.cpp", "namespace a {\nint f(int x) {\n" + "  x += '{';\n" * 60 + "  return x;\n}\n}\n"),
    (licences, "cli/own.h", ""),
]


def self_test(_):
    with tempfile.TemporaryDirectory() as folder:
        root = house(folder, GOOD)
        for check in (arrows, walls, sizes):
            yield from (f"{check.__name__} finds a mistake where there is none: {found}" for found in check(root))
    for check, name, text in BAD:
        with tempfile.TemporaryDirectory() as folder:
            if not list(check(house(folder, {**GOOD, name: text}))):
                yield f"{check.__name__} overlooks a mistake in {name}: {text[:60]!r}"


CHECKS = {"arrows": arrows, "walls": walls, "sizes": sizes, "licences": licences, "codes": codes, "pages": pages, "self-test": self_test}


def main(arguments):
    if len(arguments) != 2 or arguments[0] not in CHECKS:
        print(__doc__, file=sys.stderr)
        return 2
    found = list(CHECKS[arguments[0]](Path(arguments[1]).resolve()))
    print("\n".join(found) if found else "nothing found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
