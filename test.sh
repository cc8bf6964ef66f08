#!/usr/bin/env bash
# Installs what is missing, builds and runs every test.
#   ./test.sh                 the release preset
#   ./test.sh asan            the suite under address and undefined-behaviour sanitizers
#   ./test.sh release -R run  arguments after the preset go to ctest
#   ./test.sh --models        a real model server and a small real model from packages, under the desk
set -euo pipefail
cd "$(dirname "$0")"
source packaging/install/dependencies.sh
if [ "${1:-}" = --models ]; then
    helmdesk_install test
    cmake --preset release >/dev/null
    cmake --build --preset release --parallel --target helmdeskctl tst_llm_managed
    exec tests/models/run
fi
preset=${1:-${HELMDESK_PRESET:-release}}
[ $# -gt 0 ] && shift

helmdesk_install test
packaging/check-format.sh
cmake --preset "$preset" >build-configure.log 2>&1 || { cat build-configure.log >&2; exit 1; }
rm -f build-configure.log
cmake --build --preset "$preset" --parallel
ctest --preset "$preset" --output-on-failure "$@"
