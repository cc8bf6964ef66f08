#!/bin/sh
# Runs inside the unpacked .run: installs for this person, or for everybody when root calls it.
#   Helmdesk-VERSION-x86_64.run                   install, or bring an installation up to date
#   Helmdesk-VERSION-x86_64.run -- --uninstall    remove it; workspaces stay
set -eu
here=$(dirname "$(readlink -f "$0")")
if [ "$(id -u)" = 0 ]; then
    folder=/opt/helmdesk links=/usr/local/bin share=/usr/local/share units=/etc/systemd/system
else
    data=${XDG_DATA_HOME:-$HOME/.local/share}
    folder=$HOME/.local/opt/helmdesk links=$HOME/.local/bin share=$data units=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user
fi
desktop=$share/applications/org.helmdesk.Helmdesk.desktop
icon=$share/icons/hicolor/scalable/apps/helmdesk.svg
unit=$units/helmdesk.service

if [ "${1:-}" = --uninstall ]; then
    rm -f "$links/helmdesk" "$links/helmdeskctl" "$desktop" "$icon" "$unit"
    rm -rf "$folder"
    echo "Helmdesk was removed from $folder. Workspaces were left where they are."
    exit 0
fi

mkdir -p "$(dirname "$folder")" "$links" "$(dirname "$desktop")" "$(dirname "$icon")" "$units"
rm -rf "$folder.new" "$folder.old"
cp -R "$here/helmdesk" "$folder.new"
# Swapped in two moves: a program that runs keeps its files open, and a broken copy never stands in the way.
[ ! -e "$folder" ] || mv "$folder" "$folder.old"
mv "$folder.new" "$folder"
rm -rf "$folder.old"
ln -sf "$folder/bin/helmdesk" "$links/helmdesk"
ln -sf "$folder/bin/helmdeskctl" "$links/helmdeskctl"
sed "s|^Exec=.*|Exec=$folder/bin/helmdesk|" "$folder/share/applications/org.helmdesk.Helmdesk.desktop" >"$desktop"
cp "$folder/share/icons/hicolor/scalable/apps/helmdesk.svg" "$icon"
if [ "$(id -u)" = 0 ]; then kind=system; else kind=user; fi
sed "s|^\(ExecStart[A-Za-z]*\)=[^ ]*|\1=$folder/bin/helmdeskctl|" "$folder/lib/systemd/$kind/helmdesk.service" >"$unit"
echo "Helmdesk is in $folder; start it from the menu or with $links/helmdesk."
