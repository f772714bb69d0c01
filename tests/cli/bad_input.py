# SPDX-License-Identifier: Apache-2.0
"""What a user or a stranger may get wrong: each must be refused with a code, soon, and with no answer."""
import contextlib
import random
import tempfile
from pathlib import Path

RULE = '''domain customs "Customs"
flow goods from origin to destination
fact value : money "Value"
measure customs.fee : yes/no "Is a fee due?" { asked of goods receiver  neutral }
jurisdiction AA "Aland"
jurisdiction BB "Borduria"
ruleset AA.customs { rule first%s { fee = yes %s source "Act 1" } %s }
'''
LIMIT_BYTES = 32 << 20
LIMIT_WORDS = 4_000_000


@contextlib.contextmanager
def folder(files):
    """A folder that holds the files and is gone afterwards."""
    with tempfile.TemporaryDirectory() as made:
        for name, content in files.items():
            (Path(made) / name).write_bytes(content)
        yield Path(made)


def rule(overrides="", when="", more=""):
    return (RULE % (overrides, when, more)).encode()


def noise():
    return random.Random(20260801).randbytes(65536)


def generated():
    """(what, a file, the code it must give)"""
    second = 'rule second overrides first { fee = no source "Act 1" }'
    yield "random bytes", noise(), "E0103"
    yield "nested parentheses", rule(when="when " + "(" * 100_000 + "value = 1 EUR" + ")" * 100_000), "E0104"
    yield "invalid UTF-8", rule().replace(b"Aland", b"\xc5land"), "E0103"
    yield "a truncated file", rule()[:-20], "E0202"
    yield "a text without an end", rule() + b'domain tax "Ta', "E0113"
    yield "a cycle of overrides", rule(" overrides second", more=second), "E0503"
    yield "a file over the limit", b"// a comment\n" * (LIMIT_BYTES // 13 + 1), "E0102"
    yield "more words than allowed", b"a " * (LIMIT_WORDS + 1), "E0105"
    yield "more mistakes than listed", b"domain = customs\n" * 150, "E0106"
    yield "an empty file", b"", "E0306"
    yield "a zero byte", rule() + b"\0", "E0103"


def cases(rules):
    """(what, arguments, files of the folder {made}, code)"""
    def ask(*words):
        return ["check", "CN", "DE", "--rules", rules, "--on", "2026-08-01", *words]
    yield "unknown country", ["check", "CN", "XX", "--rules", rules, "--on", "2026-08-01"], {}, "E0306"
    yield "unknown country to explain", ["explain", "XX", "DE", "--rules", rules, "--measure", "customs.duty"], {}, "E0306"
    yield "unknown fact", ask("--given", "valeu=90 EUR"), {}, "E0304"
    yield "unknown value", ask("--given", "channel=b2d"), {}, "E0308"
    yield "value of another type", ask("--given", "value=90 kg"), {}, "E0401"
    yield "number without its currency", ask("--given", "value=90"), {}, "E0401"
    yield "code of three digits", ask("--given", "goods=620"), {}, "E0405"
    yield "nothing given", ask("--given", ""), {}, "E0"
    yield "unknown route", ["check", "--route", "silk_road", "--rules", rules], {}, "E0310"
    yield "wrong date", ["check", "CN", "DE", "--rules", rules, "--on", "2026-13-01"], {}, "E0109"
    yield "folder without rules", ["check", "CN", "DE", "--rules", "{made}"], {"readme.txt": b"none\n"}, "E0114"
    yield "folder that is not there", ["check", "CN", "DE", "--rules", "{made}/none"], {}, "E0101"
    yield "examples of a folder without rules", ["test", "{made}"], {}, "E0114"
    for what, content, code in generated():
        yield what, ["check", "BB", "AA", "--rules", "{made}", "--on", "2026-08-01"], {"made.law": content}, code
        if content:
            yield what + ", its examples", ["test", "{made}"], {"made.law": content}, code
