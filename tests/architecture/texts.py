# SPDX-License-Identifier: Apache-2.0
"""Reading source texts: which files there are, what they include, where functions begin and end."""
import re
from pathlib import Path

SKIPPED = {"build", ".git", "generated", "__pycache__"}


def files(root, *patterns):
    """All files below root that match one of the patterns, sorted, without build folders."""
    found = set()
    for pattern in patterns:
        found.update(p for p in Path(root).rglob(pattern) if p.is_file() and not SKIPPED & set(p.relative_to(root).parts))
    return sorted(found)


def read(path):
    return Path(path).read_text(encoding="utf-8")


INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"(?P<own>[^"]+)"|<(?P<other>[^>]+)>)', re.MULTILINE)


def includes(text):
    """(line, name, written with quotes?) of every #include."""
    for match in INCLUDE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield line, match["own"] or match["other"], match["own"] is not None


# What braces in it mean nothing: comments, raw strings, strings, characters (a digit separator is no character).
OPAQUE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^()\s\\]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+'|^[ \t]*#(?:\\\n|[^\n])*",
    re.DOTALL | re.MULTILINE)


def blank(text):
    """The text with everything opaque turned into spaces, line breaks kept."""
    return OPAQUE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


SCOPE = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b[^()]*$")


def functions(text):
    """(first line, number of lines) of every function; lambdas count as part of the function around them."""
    code = blank(text)
    stack, begin, function = [], 0, None
    for place, sign in enumerate(code):
        if sign == "{":
            head = code[begin:place]
            kind = "scope" if SCOPE.search(head) else "function" if "(" in head else "other"
            if kind == "function" and function is None:
                start = begin + len(head) - len(head.lstrip())
                function = (len(stack), code.count("\n", 0, start) + 1)
            stack.append(kind)
            begin = place + 1
        elif sign == "}" and stack:
            stack.pop()
            begin = place + 1
            if function and function[0] == len(stack):
                yield function[1], code.count("\n", 0, place) + 2 - function[1]
                function = None
        elif sign == ";":
            begin = place + 1
