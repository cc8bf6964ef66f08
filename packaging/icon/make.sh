#!/usr/bin/env bash
# Draws the application's icon anew from helmdesk.svg: the PNGs that the window uses, helmdesk.ico for Windows and
# helmdesk.icns for macOS. Needs rsvg-convert, icotool and png2icns (Debian: librsvg2-bin icoutils icnsutils).
# The results are kept in the tree, so that a build needs none of them.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for side in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width "$side" --height "$side" helmdesk.svg --output "$work/$side.png"
done
mkdir -p png
for side in 16 24 32 48 64 128 256; do cp "$work/$side.png" "png/helmdesk-$side.png"; done
icotool --create --output helmdesk.ico "$work"/{16,24,32,48,64,128}.png --raw "$work/256.png"
png2icns helmdesk.icns "$work"/{16,32,48,128,256,512}.png >/dev/null
