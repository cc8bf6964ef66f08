#!/usr/bin/env bash
# Tries packages of dist/ in clean roots without Qt: install, first start, a window, upgrade, removal.
#   packaging/test-linux.sh [deb] [appimage] [run] [rpm]      all by default
# Needs root, mmdebstrap, Xvfb. Logs and pictures go to dist/tests/KIND/. Look at the pictures.
# The .deb is tried on Debian 12 with Debian's libraries, the others on Debian 13 with what every desktop has.
set -euo pipefail
cd "$(dirname "$0")/.."
dist=$PWD/${HELMDESK_DIST_DIR:-dist}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/helmdesk/roots
desktop=libgl1,libegl1,libopengl0,libx11-6,libx11-xcb1,libxcb1,fontconfig,fonts-dejavu-core
if [ "$(id -u)" != 0 ] || ! command -v mmdebstrap >/dev/null || ! command -v Xvfb >/dev/null; then
    echo "Packages were not tested: this needs root, mmdebstrap and Xvfb." >&2
    exit 77
fi

# clean_root SUITE PACKAGES: the archive of a bare system, made once
clean_root() {
    local archive=$cache/$1.tar
    mkdir -p "$cache"
    [ -s "$archive" ] || mmdebstrap --variant=minbase --include="$2" "$1" "$archive" >&2
    echo "$archive"
}

# The package that an upgrade begins with: this one under an older version's number, until there is an older one.
older_deb() {
    local stage=$1/older
    mkdir -p "$stage/tree"
    dpkg-deb -R "$2" "$stage/tree"
    sed -i 's/^Version: .*/Version: 0.0.9-1/' "$stage/tree/DEBIAN/control"
    dpkg-deb --root-owner-group -Zgzip -z1 -b "$stage/tree" "$stage/helmdesk_0.0.9-1_amd64.deb" >/dev/null
    rm -rf "$stage/tree"
}

try() {
    local kind=$1 work archive status=0
    local results=$dist/tests/$kind
    work=$(mktemp -d "${TMPDIR:-/tmp}/helmdesk-$kind-XXXXXX")
    case $kind in
    deb) archive=$(clean_root bookworm ca-certificates) ;;
    *) archive=$(clean_root trixie "ca-certificates,$desktop") ;;
    esac
    rm -rf "$results" && mkdir -p "$results"
    mkdir -p "$work/root" "$work/packages"
    tar -C "$work/root" --exclude='./dev/*' -xf "$archive"
    cp /etc/resolv.conf /etc/hosts "$work/root/etc/"
    cp packaging/test/in-root.sh "$work/root/"
    local package
    package=$(find "$dist" -maxdepth 1 -iname "*.$kind" | sort | tail -n 1)
    [ -n "$package" ] || { echo "dist/ has no .$kind: packaging/build.sh $kind" >&2; return 1; }
    ln "$package" "$work/packages/" 2>/dev/null || cp "$package" "$work/packages/"
    [ "$kind" != deb ] || older_deb "$work/packages" "$package"
    mkdir -p "$work/root/packages" "$work/root/results"
    local begun=$SECONDS
    # The network is shared, so the display outside is seen by its abstract socket.
    unshare --mount --propagation private bash -euc '
        root=$1/root
        mount -t proc proc "$root/proc"
        mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
        mount -t tmpfs tmpfs "$root/run"
        mount --bind /dev "$root/dev"
        mount --bind "$1/packages" "$root/packages"
        mount --bind "$2" "$root/results"
        exec chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DISPLAY="$3" sh /in-root.sh "$4"
    ' - "$work" "$results" "$display" "$kind" </dev/null >"$results/test.log" 2>&1 || status=$?
    sed "s/^/$kind: /" "$results/test.log"
    echo "$kind: $([ $status = 0 ] && echo passed || echo FAILED) in $((SECONDS - begun)) s"
    rm -rf "$work"
    return $status
}

exec 3< <(exec Xvfb -displayfd 1 -screen 0 1440x900x24 -ac -nolisten tcp 2>/dev/null)
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
read -r -u 3 number
display=:$number

failed=0
passed=0
for kind in "${@:-deb appimage run rpm}"; do
    for each in $kind; do
        if try "$each"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
    done
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
