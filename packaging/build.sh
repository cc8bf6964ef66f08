#!/usr/bin/env bash
# Makes packages in dist/, with their sums, a list of what is in them and what they were tested on.
#   packaging/build.sh deb|appimage|run|tar|rpm|windows|macos ...    these
#   packaging/build.sh all                                           all that this system can make
# HELMDESK_PRESET=ci HELMDESK_SKIP_INSTALL=1 reuse what .ci/run has just built.
# Two runs on one commit and one system give the same bytes (packaging/README.md).
set -euo pipefail
cd "$(dirname "$0")/.."
source packaging/install/dependencies.sh
top=$PWD
build=$top/${HELMDESK_BUILD_DIR:-build/release}
dist=$top/${HELMDESK_DIST_DIR:-dist}
work=$build/packages
version=$(sed -n 's/^project(Helmdesk VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
name=Helmdesk-$version-x86_64

# The time that everything in a package bears: that of the commit, or of the release in a source archive.
epoch() {
    git log -1 --format=%ct 2>/dev/null || date -u -d "$(sed -n 's/.*HELMDESK_RELEASE_DATE "\([0-9-]*\)".*/\1/p' cmake/HelmdeskInstall.cmake)" +%s
}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(epoch)}
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC

say() { printf '%s\n' "-- $*"; }

build_product() {
    if [ -z "${HELMDESK_SKIP_INSTALL:-}" ]; then helmdesk_install package; fi
    cmake --preset "${HELMDESK_PRESET:-release}" -B "$build" -DCMAKE_INSTALL_PREFIX=/usr >/dev/null
    cmake --build "$build" --parallel "${HELMDESK_JOBS:-$(nproc)}" --target helmdesk_product
}

make_deb() {
    rm -rf "$work/deb" && mkdir -p "$work/deb"
    (cd "$build" && cpack -G DEB -B "$work/deb" >/dev/null)
    cp "$work"/deb/*.deb "$dist/"
}

# The installed tree with all that it needs; what the other Linux packages hold.
make_tree() {
    [ -z "${tree:-}" ] || return 0
    tree=$work/helmdesk
    rm -rf "$tree"
    cmake --install "$build" --prefix "$tree" --strip >/dev/null
    cmake --install "$build" --prefix "$tree" --component bundled >/dev/null
    for folder in fonts dictionaries; do
        [ -d "$tree/share/helmdesk/$folder" ] || { echo "The tree has no $folder: are fonts-inter and Hunspell's dictionaries installed?" >&2; return 1; }
    done
    packaging/linux/relocatable_tree.py "$tree"
    find "$tree" -print0 | xargs -0 touch --no-dereference --date="@$SOURCE_DATE_EPOCH"
}

make_tar() {
    make_tree
    tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -C "$work" -cf - helmdesk |
        xz -T1 -6 >"$dist/$name.tar.xz"
}

# Debian has no tool for AppImages: the file is the runtime of the crate "appimage", then a file system.
appimage_runtime() {
    local cache=${XDG_CACHE_HOME:-$HOME/.cache}/helmdesk/appimage-runtime-x86_64
    local sum=328e0d745c5c6817048c27bc3e8314871703f8f47ffa81a37cb06cd95a94b323
    if [ ! -f "$cache" ]; then
        local crate
        crate=$(mktemp -d)
        mkdir -p "$crate/src" "$(dirname "$cache")"
        printf '[package]\nname = "runtime"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\nappimage = "=0.4.0"\n' >"$crate/Cargo.toml"
        touch "$crate/src/lib.rs"
        (cd "$crate" && cargo vendor --quiet vendored >/dev/null)
        cp "$crate/vendored/appimage/assets/runtime-x86_64" "$cache"
        rm -rf "$crate"
    fi
    echo "$sum  $cache" | sha256sum --check --quiet >&2
    echo "$cache"
}

make_appimage() {
    make_tree
    local runtime app=$work/AppDir
    runtime=$(appimage_runtime)
    rm -rf "$app" && cp -a "$tree" "$app"
    cp packaging/linux/AppRun packaging/linux/org.helmdesk.Helmdesk.desktop "$app/"
    cp packaging/icon/png/helmdesk-256.png "$app/helmdesk.png"
    ln -s helmdesk.png "$app/.DirIcon"
    find "$app" -print0 | xargs -0 touch --no-dereference --date="@$SOURCE_DATE_EPOCH"
    rm -f "$work/app.squashfs"
    # The time of its making comes from SOURCE_DATE_EPOCH; one processor, so that blocks lie in one order.
    mksquashfs "$app" "$work/app.squashfs" -root-owned -noappend -comp gzip -b 131072 -processors 1 -no-progress -quiet
    cat "$runtime" "$work/app.squashfs" >"$dist/$name.AppImage"
    chmod +x "$dist/$name.AppImage"
}

make_run() {
    make_tree
    local stage=$work/run
    rm -rf "$stage" && mkdir -p "$stage"
    cp -a "$tree" "$stage/helmdesk"
    cp packaging/linux/install.sh "$stage/"
    find "$stage" -print0 | xargs -0 touch --no-dereference --date="@$SOURCE_DATE_EPOCH"
    makeself --nox11 --gzip --complevel 9 --packaging-date "$(date -u -d "@$SOURCE_DATE_EPOCH")" \
        --tar-extra "--sort=name --owner=0 --group=0 --numeric-owner --mtime=@$SOURCE_DATE_EPOCH" \
        "$stage" "$dist/$name.run" "Helmdesk $version" ./install.sh >/dev/null
}

make_rpm() {
    make_tree
    rm -rf "$work/rpm" && mkdir -p "$work/rpm"
    rpmbuild -bb --quiet --target x86_64 --define "_topdir $work/rpm" --define "version_ $version" --define "tree $tree" \
        --define "_binary_payload w9T1.zstdio" packaging/linux/helmdesk.spec
    cp "$work"/rpm/RPMS/x86_64/*.rpm "$dist/"
}

# Sums and the list of parts; what each file was tried on stands in packaging/README.md and the docs.
make_lists() {
    (cd "$dist" && find . -maxdepth 1 -type f ! -name 'SHA256SUMS' ! -name '*.spdx.json' -printf '%P\n' | sort | xargs sha256sum >SHA256SUMS)
    packaging/sbom.py --version "$version" --libraries "$work/helmdesk/share/doc/helmdesk/licences/libraries/VERSIONS" \
        --files "$dist/SHA256SUMS" --output "$dist/helmdesk-$version.spdx.json"
    (cd "$dist" && sha256sum "helmdesk-$version.spdx.json" >>SHA256SUMS)
}

make_windows() { packaging/windows/build.sh "$dist"; }
make_macos() { packaging/macos/build.sh "$dist"; }

kinds=("$@")
[ ${#kinds[@]} -gt 0 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2; }
if [ "$(uname)" = Darwin ]; then
    [ "${kinds[0]}" = all ] && kinds=(macos)
else
    [ "${kinds[0]}" = all ] && kinds=(deb tar appimage run rpm)
    case " ${kinds[*]} " in *" deb "* | *" tar "* | *" appimage "* | *" run "* | *" rpm "*) build_product ;; esac
fi
mkdir -p "$dist"
for kind in "${kinds[@]}"; do
    if ! declare -F "make_$kind" >/dev/null; then
        echo "No such package: $kind" >&2
        exit 2
    fi
    say "$kind"
    "make_$kind"
done
make_lists
(cd "$dist" && ls -l | sed 1d)
