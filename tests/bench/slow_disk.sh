#!/usr/bin/env bash
# `helmdeskctl bench durability` as it is, then with each wait for the disk made MS milliseconds longer (Linux).
#   tests/bench/slow_disk.sh [MS ...]      2 and 5 unless given; needs the release build
# A disk of a server answers within 0.1 ms, a laptop's within 1 to 5 ms, one that turns within 10 ms or more.
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake --build --preset release --target helmdesk_slow_disk helmdeskctl >/dev/null
bin=build/release/bin
echo "this disk"
"$bin/helmdeskctl" bench durability
for ms in "${@:-2 5}"; do
    for wait in $ms; do
        echo "$wait ms more a sync"
        HELMDESK_SYNC_MS=$wait LD_PRELOAD="$PWD/$bin/libhelmdesk_slow_disk.so" "$bin/helmdeskctl" bench durability
    done
done
