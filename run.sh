#!/usr/bin/env bash
# Installs what is missing, builds, and opens the console on the demo workspace.
#   ./run.sh              open the console (with no display: as --headless)
#   ./run.sh --headless   all but the window: one message through the whole pipeline, the result printed
#   ./run.sh --build      only install and build
set -euo pipefail
cd "$(dirname "$0")"
source packaging/install/dependencies.sh
mode=${1:-}

helmdesk_install build
cmake --preset release >build-configure.log 2>&1 || { cat build-configure.log >&2; exit 1; }
rm -f build-configure.log
cmake --build --preset release --parallel --target helmdesk helmdeskctl
[ "$mode" = --build ] && exit 0

bin=build/release/bin
workspace=${HELMDESK_WORKSPACE:-${XDG_DATA_HOME:-$HOME/.local/share}/helmdesk/demo}
if [ ! -f "$workspace/helmdesk.db" ]; then
    (umask 077 && mkdir -p "$workspace") # customers' data
    "$bin/helmdeskctl" --data "$workspace" init --demo
fi

if [ "$mode" = --headless ] || { [ "$(uname)" != Darwin ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }; then
    echo "No window wanted or no display: one message through the whole pipeline on $workspace"
    exec "$bin/helmdeskctl" --data "$workspace" ask \
        "I was charged twice for invoice INV-1042, please refund the second one" --customer cus_1001
fi
exec "$bin/helmdesk" --data "$workspace" "$@"
