#!/bin/sh
# Runs inside a clean root, as root: in-root.sh deb|appimage|run|rpm. Packages lie in /packages; logs and pictures go to
# /results. Each line "ok:" is something that was checked; the first failure ends the test.
set -eu
kind=$1
results=/results
fail() { echo "FAILED: $*"; exit 1; }
ok() { echo "ok: $*"; }
as_user() { su test -c "cd /home/test && env HOME=/home/test LANG=C.UTF-8 DISPLAY=${DISPLAY:-} PATH=/home/test/.local/bin:/usr/local/bin:/usr/bin:/bin $*"; }
id test >/dev/null 2>&1 || useradd --create-home test

# --- installing, by kind: sets $ctl and $window, and defines upgrade and remove
package=$(ls /packages/*."$(echo "$kind" | sed 's/appimage/AppImage/')" | grep -v older | tail -n 1)
older=$(ls /packages/older/* 2>/dev/null | tail -n 1 || true)
case $kind in
deb)
    export DEBIAN_FRONTEND=noninteractive
    install_file() { apt-get install -y -qq --no-install-recommends "$1" >"$results/apt.log" 2>&1 || { tail "$results/apt.log"; fail "apt-get install"; }; }
    apt-get update -qq
    before=$(dpkg -l | grep -c ^ii)
    install_file "${older:-$package}"
    echo "packages: $before before, $(dpkg -l | grep -c ^ii) after"
    ctl=helmdeskctl window=helmdesk
    upgrade() { install_file "$package"; }
    remove() { apt-get remove -y -qq helmdesk >/dev/null 2>&1; }
    installed=/usr/bin/helmdesk
    ;;
appimage)
    cp "$package" /home/test/Helmdesk.AppImage
    chmod 755 /home/test/Helmdesk.AppImage
    export APPIMAGE_EXTRACT_AND_RUN=1 # there is no FUSE in a bare root
    ctl="APPIMAGE_EXTRACT_AND_RUN=1 ./Helmdesk.AppImage ctl" window="APPIMAGE_EXTRACT_AND_RUN=1 ./Helmdesk.AppImage"
    upgrade() { cp "$package" /home/test/Helmdesk.AppImage; }
    remove() { rm /home/test/Helmdesk.AppImage; }
    installed=/home/test/Helmdesk.AppImage
    ;;
run)
    cp "$package" /home/test/helmdesk.run
    as_user "sh helmdesk.run --quiet"
    ctl=helmdeskctl window=helmdesk
    upgrade() { as_user "sh helmdesk.run --quiet"; }
    remove() { as_user "sh helmdesk.run --quiet -- --uninstall"; }
    installed=/home/test/.local/bin/helmdesk
    ;;
rpm)
    command -v rpm >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends rpm >/dev/null 2>&1; }
    force= # Debian 12's rpm wants to be told that a system of .debs is meant
    rpm --force-debian --version >/dev/null 2>&1 && force=--force-debian
    # shellcheck disable=SC2086
    rpm -ivh --nodeps $force "$package" >"$results/rpm.log" 2>&1 || { cat "$results/rpm.log"; fail "rpm -i"; }
    rpm -V --nodeps helmdesk || fail "rpm -V"
    ctl=helmdeskctl window=helmdesk
    upgrade() { rpm -Uvh --nodeps $force --replacepkgs "$package" >/dev/null 2>&1; }
    remove() { rpm -e --nodeps helmdesk; }
    installed=/usr/bin/helmdesk
    ;;
*) fail "no such kind: $kind" ;;
esac
ok "installed $(basename "${older:-$package}")"
workspace=/home/test/desk

# --- the programs
as_user "DISPLAY= $window --version" || fail "--version of the window, without a display"
as_user "$ctl --version"
as_user "$ctl --data $workspace init --demo" >"$results/init.log" 2>&1 || { cat "$results/init.log"; fail "init --demo"; }
ok "init --demo"
as_user "$ctl --data $workspace --json ask 'How do I export a board?' --customer cus_1001" >"$results/ask.json" 2>"$results/ask.log" || { cat "$results/ask.log"; fail ask; }
grep -q '"conversation"' "$results/ask.json" || fail "ask gave no conversation"
grep -qi export "$results/ask.json" || fail "the answer is about something else"
ok "ask: answered"
as_user "$ctl --data $workspace doctor" >"$results/doctor.log" 2>&1 || { cat "$results/doctor.log"; fail doctor; }
ok "doctor"
count() { as_user "$ctl --data $workspace --json queue --view all --limit 500" | grep -o '"conversation":' | wc -l; }

# --- the window, on the display outside
if [ -n "${DISPLAY:-}" ]; then
    as_user "QT_QPA_PLATFORM=xcb $window --data $workspace --screenshot /home/test/window.png" >"$results/window.log" 2>&1 ||
        { cat "$results/window.log"; fail "the window"; }
    mv /home/test/window.png "$results/window.png"
    ok "window: $(wc -c <"$results/window.png") bytes of picture"
fi

# --- the version after this one finds the workspace as it was, and removing leaves it
had=$(count)
[ "$had" -gt 1 ] || fail "only $had conversations"
upgrade || fail upgrade
[ "$(count)" = "$had" ] || fail "$(count) conversations after the upgrade, $had before"
as_user "$ctl --data $workspace doctor" >>"$results/doctor.log" 2>&1 || fail "doctor after the upgrade"
ok "upgrade keeps the workspace ($had conversations)"
remove || fail remove
[ ! -e "$installed" ] || fail "$installed is still there"
[ -s "$workspace/helmdesk.db" ] || fail "the workspace went with the program"
left=$(find /usr /opt /etc /lib /home/test/.local /home/test/.config -iname '*helmdesk*' ! -path '*/share/helmdesk/*' 2>/dev/null | head -n 1)
[ -z "$left" ] || fail "left behind: $left"
ok "removed; the workspace is still there"
