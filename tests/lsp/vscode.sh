#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Tests and packages the editor extension in a copy, so that nothing is left in the sources: vscode.sh WORKING_FOLDER
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$1/editors/vscode
rm -rf "$work"
mkdir -p "$work"
cp "$root/LICENSE" "$1/"
cp -r "$root"/editors/vscode/. "$work"
cd "$work"
"${NPM:-npm}" ci --ignore-scripts --no-audit --no-fund --prefer-offline
"${NPM:-npm}" test
"${NODE:-node}" --check extension.js
# Packaging must not need the network: a proxy that nobody listens to stands in its way.
env HTTPS_PROXY=http://127.0.0.1:9 HTTP_PROXY=http://127.0.0.1:9 "${NPM:-npm}" run package
python3 - isonomy.vsix <<'PYTHON'
import sys
import zipfile
names = set(zipfile.ZipFile(sys.argv[1]).namelist())
wanted = {"extension/extension.js", "extension/syntaxes/isonomy.tmLanguage.json", "extension/node_modules/vscode-languageclient/package.json"}
sys.exit(f"the package lacks {wanted - names}" if wanted - names else 0)
PYTHON
