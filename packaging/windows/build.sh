#!/usr/bin/env bash
# Cross-builds Helmdesk for Windows and packs the setup and a portable zip: packaging/windows/build.sh DIST
# The libraries come from prefix.sh; the models and the resources from the build of this system (build/release), so that
# every package answers alike. Needs nsis, zip and what prefix.sh needs. See packaging/README.md for what was tried.
set -euo pipefail
cd "$(dirname "$0")/../.."
dist=$(realpath "$1")
version=$(sed -n 's/^project(Helmdesk VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
native=$PWD/build/release
build=$PWD/build/windows
for model in router/router.model reading/reading.model; do
    [ -f "$native/share/helmdesk/$model" ] || { echo "Build for this system first: packaging/build.sh deb" >&2; exit 1; }
done
HELMDESK_WINDOWS_PREFIX=$(packaging/windows/prefix.sh)
export HELMDESK_WINDOWS_PREFIX PKG_CONFIG_LIBDIR=$HELMDESK_WINDOWS_PREFIX/lib/pkgconfig
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_TOOLCHAIN_FILE="$HELMDESK_WINDOWS_PREFIX/lib/cmake/Qt6/qt.toolchain.cmake" \
    -DQT_CHAINLOAD_TOOLCHAIN_FILE="$PWD/packaging/windows/toolchain.cmake" -DQT_HOST_PATH=/usr \
    -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake -DQt6LinguistTools_DIR=/usr/lib/x86_64-linux-gnu/cmake/Qt6LinguistTools \
    -DHELMDESK_TRAINED_MODELS="$native/share/helmdesk" >/dev/null
cmake --build "$build" --parallel "${HELMDESK_JOBS:-$(nproc)}" --target helmdesk_product
payload=$build/payload
rm -rf "$payload"
cmake --install "$build" --prefix "$payload" --strip >/dev/null
cmake --install "$build" --prefix "$payload" --component bundled >/dev/null
packaging/windows/deploy.py "$payload" "$HELMDESK_WINDOWS_PREFIX"
find "$payload" -print0 | xargs -0 touch --no-dereference --date="@${SOURCE_DATE_EPOCH:-0}"
makensis -V2 -DVERSION="$version" -DPAYLOAD="$payload" -DOUTPUT="$dist/Helmdesk-$version-x64-setup.exe" packaging/windows/helmdesk.nsi
(cd "$payload" && find . -type f | sort | zip -qX9 "$dist/Helmdesk-$version-x64.zip" -@)
