#!/usr/bin/env bash
# Installs what building, running and testing Helmdesk needs, and nothing when nothing is missing.
# Sourced by run.sh and test.sh. Debian/Ubuntu (apt), Fedora (dnf) and macOS (Homebrew).

helmdesk_debian_packages() {
    echo g++ cmake ninja-build ccache pkg-config git \
        qt6-base-dev libboost-dev qt6-tools-dev qt6-tools-dev-tools \
        qt6-l10n-tools qt6-translations-l10n libqt6sql6-sqlite libgl1-mesa-dev nlohmann-json3-dev libcli11-dev \
        liblinear-dev libhwy-dev libvalijson-dev libgmime-3.0-dev libcld2-dev libhunspell-dev libeigen3-dev \
        libsqlite3-dev libicu-dev libyaml-cpp-dev libssl-dev libytnef0-dev libetpan-dev qtkeychain-qt6-dev fonts-inter fonts-noto-core
}
# What the program does without: the charts of the insights are tables then, and PDFs are not shown.
helmdesk_debian_optional_packages() { echo qt6-charts-dev libqt6opengl6-dev qt6-pdf-dev; }
helmdesk_debian_test_packages() { echo clang-format xvfb xauth xdotool chromium sqlite3 python3 hunspell-en-us appstream desktop-file-utils nginx-light dovecot-imapd postfix python3-aiosmtpd openssl dbus gnome-keyring; }

# For packaging/build.sh: plugins that packages bring with them, and the tools that pack.
helmdesk_debian_package_packages() {
    echo qt6-wayland qt6-xdgdesktopportal-platformtheme libsecret-1-0 patchelf squashfs-tools makeself rpm file xz-utils python3 \
        hunspell-en-us hunspell-de-de hunspell-ar
}

helmdesk_fedora_packages() {
    echo gcc-c++ cmake ninja-build ccache pkgconf-pkg-config git \
        qt6-qtbase-devel qt6-qtcharts-devel qt6-qtpdf-devel boost-devel qt6-qttools-devel \
        qt6-qttranslations mesa-libGL-devel json-devel cli11-devel liblinear-devel highway-devel valijson-devel \
        gmime30-devel hunspell-devel eigen3-devel sqlite-devel libicu-devel yaml-cpp-devel openssl-devel libytnef-devel libetpan-devel cld2-devel qtkeychain-qt6-devel rsms-inter-fonts google-noto-sans-fonts
}
helmdesk_fedora_test_packages() { echo clang-tools-extra xorg-x11-server-Xvfb xorg-x11-xauth xdotool chromium sqlite python3 hunspell-en-US nginx dovecot postfix python3-aiosmtpd openssl dbus-daemon gnome-keyring; }

helmdesk_brew_packages() {
    echo cmake ninja ccache pkg-config qt boost nlohmann-json cli11 liblinear highway valijson gmime hunspell eigen sqlite icu4c yaml-cpp openssl@3 libetpan qtkeychain
}
helmdesk_brew_test_packages() { echo clang-format nginx openssl@3; }

# An unknown name would stop the whole installation.
helmdesk_known_debian_packages() {
    local package
    for package in "$@"; do
        if apt-cache show "$package" >/dev/null 2>&1; then
            echo "$package"
        else
            echo "Note: the package $package is not known here; going on without it." >&2
        fi
    done
}

helmdesk_missing_debian_packages() {
    local package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || printf ' %s' "$package"
    done
}

helmdesk_apt_install() {
    # shellcheck disable=SC2046
    helmdesk_as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        $(helmdesk_known_debian_packages "$@") >/dev/null
}

helmdesk_as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else echo "Installing packages needs root: run '$*' as an administrator, then start this script again." >&2; return 1
    fi
}

# helmdesk_install build|test|package
helmdesk_install() {
    local wanted missing
    if [ "$(uname)" = Darwin ]; then
        command -v brew >/dev/null || { echo "Homebrew is needed to install what is missing." >&2; return 1; }
        wanted=$(helmdesk_brew_packages); [ "$1" = test ] && wanted="$wanted $(helmdesk_brew_test_packages)"
        missing=$(comm -23 <(tr ' ' '\n' <<<"$wanted" | sort -u) <(brew list --formula -1 | sort -u))
        # shellcheck disable=SC2086
        [ -z "$missing" ] || brew install $missing
    elif command -v apt-get >/dev/null; then
        wanted=$(helmdesk_debian_packages)
        [ "$1" = test ] && wanted="$wanted $(helmdesk_debian_test_packages)"
        [ "$1" = package ] && wanted="$wanted $(helmdesk_debian_package_packages)"
        # shellcheck disable=SC2086
        missing=$(helmdesk_missing_debian_packages $wanted)
        if [ -n "$missing" ]; then
            echo "Installing:$missing"
            helmdesk_as_root apt-get update -qq
            # shellcheck disable=SC2086
            helmdesk_apt_install $missing
        fi
        # shellcheck disable=SC2046
        missing=$(helmdesk_missing_debian_packages $(helmdesk_debian_optional_packages))
        if [ -n "$missing" ]; then
            # shellcheck disable=SC2086
            helmdesk_apt_install $missing || echo "Note: going on without$missing." >&2
        fi
    elif command -v dnf >/dev/null; then
        wanted=$(helmdesk_fedora_packages); [ "$1" = test ] && wanted="$wanted $(helmdesk_fedora_test_packages)"
        # shellcheck disable=SC2086
        missing=$(rpm -q $wanted 2>/dev/null | sed -n 's/^package \(.*\) is not installed$/\1/p')
        # shellcheck disable=SC2086
        [ -z "$missing" ] || helmdesk_as_root dnf install -y -q --skip-unavailable $missing
    else
        echo "No known package manager (apt, dnf, Homebrew); see README.md for the list of libraries." >&2
        return 1
    fi
}
