#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fetches the newest npm package `sales-tax` and writes sales_tax.json and LICENSE.sales-tax beside this file. Needs npm and a network."""
import json
import subprocess
import tarfile
import tempfile
from decimal import Decimal
from pathlib import Path

PACKAGE = "sales-tax"
HERE = Path(__file__).resolve().parent


def npm(*arguments, folder):
    return json.loads(subprocess.run(["npm", *arguments, "--json"], cwd=folder, check=True, capture_output=True, text=True).stdout)


def rate(row):
    return None if row["type"] == "none" else format((row["rate"] * 100).normalize(), "f") + "%"


def country(row):
    """The rate of today, and those before it by the moment at which they ended."""
    return {"rate": rate(row), "before": {moment: rate(one) for moment, one in sorted(row.get("before", {}).items())}}


def main():
    with tempfile.TemporaryDirectory() as folder:
        packed = npm("pack", PACKAGE, folder=folder)[0]
        version = packed["version"]
        with tarfile.open(Path(folder) / packed["filename"]) as archive:
            read = lambda name: archive.extractfile(f"package/{name}").read().decode("utf-8")
            licence, rates = read("LICENSE"), json.loads(read("res/sales_tax_rates.json"), parse_float=Decimal, parse_int=Decimal)
            if json.loads(read("package.json"))["license"] != "MIT":
                raise SystemExit("the licence is no longer MIT: read it before the data are kept here")
        published = npm("view", PACKAGE, "time", folder=folder)[version][:10]
    made = {"origin": f"npm package {PACKAGE}, res/sales_tax_rates.json", "version": version, "published": published, "licence": "MIT, LICENSE.sales-tax",
            "rates": {code: country(row) for code, row in sorted(rates.items())}}
    (HERE / "sales_tax.json").write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    (HERE / "LICENSE.sales-tax").write_text(licence, encoding="utf-8")
    print(f"{PACKAGE} {version} of {published}: {len(rates)} countries")


if __name__ == "__main__":
    main()
