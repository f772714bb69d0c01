#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Fetches the client's packages as its lock file says and lets it talk to the server: client.sh WORKING_FOLDER PATH_OF_ISONOMY
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cp "$here"/package.json "$here"/package-lock.json "$here"/client.mjs "$1"
cd "$1"
"${NPM:-npm}" ci --ignore-scripts --no-audit --no-fund --prefer-offline
exec "${NODE:-node}" client.mjs "$2"
