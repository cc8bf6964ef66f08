#!/usr/bin/env bash
# Builds Helmdesk.app and a disk image on a Mac: packaging/macos/build.sh DIST
# NEVER RUN so far: no Mac was to be had. What can be checked elsewhere is (packaging/test/static_parts.py).
#   HELMDESK_SIGN_AS="Developer ID Application: …"  signs for others' machines; otherwise the signature is ad hoc
#   HELMDESK_NOTARY_PROFILE=name                    notarises with a profile of `xcrun notarytool store-credentials`
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(uname)" = Darwin ] || { echo "The bundle is built on a Mac; not built here." >&2; exit 1; }
dist=$(cd "$1" && pwd)
source packaging/install/dependencies.sh
helmdesk_install build
version=$(sed -n 's/^project(Helmdesk VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
build=$PWD/build/macos
stage=$build/stage
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DHELMDESK_MACOS_BUNDLE=ON -DCMAKE_OSX_DEPLOYMENT_TARGET=12.0 \
    ${HELMDESK_TRAINED_MODELS:+-DHELMDESK_TRAINED_MODELS="$HELMDESK_TRAINED_MODELS"} >/dev/null
cmake --build "$build" --parallel --target helmdesk_product
rm -rf "$stage"
cmake --install "$build" --prefix "$stage" --strip >/dev/null
cmake --install "$build" --prefix "$stage" --component bundled >/dev/null
app=$stage/Helmdesk.app

# Frameworks, plugins and the libraries of Homebrew, for the second program too.
pdf=$app/Contents/MacOS/helmdesk-pdf # not there without Qt's PDF module
programs=("-executable=$app/Contents/MacOS/helmdeskctl")
[ ! -x "$pdf" ] || programs+=("-executable=$pdf")
macdeployqt "$app" "${programs[@]}" -always-overwrite
if otool -L "$app"/Contents/MacOS/* "$app"/Contents/Frameworks/*.dylib | grep -E '/(opt/homebrew|usr/local)/'; then
    echo "These are still looked for outside of the bundle." >&2
    exit 1
fi

identity=${HELMDESK_SIGN_AS:--}
runtime=()
[ "$identity" = - ] || runtime=(--options runtime --timestamp) # an ad-hoc signature with it would refuse its own frameworks
codesign --force --sign "$identity" "${runtime[@]+"${runtime[@]}"}" "$app/Contents/MacOS/helmdeskctl"
[ ! -x "$pdf" ] || codesign --force --sign "$identity" "${runtime[@]+"${runtime[@]}"}" "$pdf"
codesign --force --deep --sign "$identity" "${runtime[@]+"${runtime[@]}"}" "$app"
codesign --verify --deep --strict "$app"
"$app/Contents/MacOS/helmdeskctl" --version

ln -s /Applications "$stage/Applications"
hdiutil create -volname Helmdesk -srcfolder "$stage" -ov -format UDZO "$dist/Helmdesk-$version.dmg"
if [ -n "${HELMDESK_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$dist/Helmdesk-$version.dmg" --keychain-profile "$HELMDESK_NOTARY_PROFILE" --wait
    xcrun stapler staple "$dist/Helmdesk-$version.dmg"
fi
