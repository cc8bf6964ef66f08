#!/usr/bin/env bash
# Fails when a source is not formatted by .clang-format (versions before 14 lack options that it uses).
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v clang-format >/dev/null; then
    echo "clang-format is not installed; formatting was not checked." >&2
    exit 0
fi
sources() {
    if [ -e .git ]; then
        git ls-files -z '*.cpp' '*.h'
    else # a source archive
        find src ui tests tools -name build -prune -o \( -name '*.cpp' -o -name '*.h' \) -print0
    fi
}
sources | xargs -0 clang-format --dry-run --Werror
echo "Formatting: all sources follow .clang-format"
