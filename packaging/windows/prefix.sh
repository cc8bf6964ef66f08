#!/usr/bin/env bash
# Builds the libraries for Windows from Debian's own sources, into a folder of the user's cache named by what they
# were made of, and prints that folder. About 70 minutes on two processors the first time, nothing afterwards.
#   packaging/windows/prefix.sh [PART ...]     by default every part
#   packaging/windows/prefix.sh --cached       only looks: fails, and says so, when a part of it is missing
# Needs: g++-mingw-w64-x86-64-posix libz-mingw-w64-dev dpkg-dev meson ninja-build cmake tclsh patch, and the host's Qt
# of the same version.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
key=$(cat "$0" "$here"/toolchain.cmake "$here"/patches/* | sha256sum | cut -c1-16)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/helmdesk/windows
export HELMDESK_WINDOWS_PREFIX=$cache/prefix-$key
P=$HELMDESK_WINDOWS_PREFIX
sources=$cache/sources
work=$cache/work-$key
jobs=${HELMDESK_JOBS:-$(nproc)}
cross=x86_64-w64-mingw32
CC=$cross-gcc-posix
CXX=$cross-g++-posix
flags=(-O2 -ffile-prefix-map="$cache"=.)
every_part=(sqlite qtbase ffi pcre2 glib iconv gmime hunspell liblinear highway cld2 icu yaml openssl ytnef etpan keychain headers)
say() { echo "-- $*" >&2; }

if [ "${1:-}" = --cached ]; then
    missing=()
    for part in "${every_part[@]}"; do
        [ -e "$P/done/$part" ] || missing+=("$part")
    done
    echo "$P"
    [ ${#missing[@]} -eq 0 ] || { say "of the libraries for Windows these are not built: ${missing[*]}"; exit 1; }
    exit 0
fi
mkdir -p "$P"/{bin,lib/pkgconfig,include,done,share/licences} "$sources" "$work"

# Lists of their own: the machine's lists of packages are not touched.
apt_lists() {
    local apt=$cache/apt
    mkdir -p "$apt"/{lists/partial,parts}
    printf 'deb-src http://deb.debian.org/debian %s main\n' bookworm bookworm-updates >"$apt/sources.list"
    printf 'deb-src http://deb.debian.org/debian-security bookworm-security main\n' >>"$apt/sources.list"
    options=(-o "Dir::Etc::sourcelist=$apt/sources.list" -o "Dir::Etc::sourceparts=$apt/parts" -o "Dir::State::lists=$apt/lists")
    [ -n "$(find "$apt/lists" -maxdepth 1 -name '*Sources*' -mtime -7)" ] || apt-get "${options[@]}" -qq update
}

# source_of PACKAGE: unpacks Debian's source with its patches; prints the folder. apt checks the signed sums.
source_of() {
    local target=$work/$1
    if [ ! -d "$target" ]; then
        (cd "$sources" && apt-get "${options[@]}" -qq source --download-only "$1" >&2)
        rm -rf "$target.new"
        dpkg-source --no-check -x "$(ls -t "$sources/$1"_*.dsc | head -n 1)" "$target.new" >&2
        mv "$target.new" "$target"
    fi
    # The notice and the version of what is linked into the programs, for the setup.
    cp "$target/debian/copyright" "$P/share/licences/$1.txt"
    dpkg-parsechangelog -l "$target/debian/changelog" -S Version >"$P/share/licences/$1.version"
    echo "$target"
}

# cmake_part SOURCE_FOLDER OPTIONS...
cmake_part() {
    local source=$1
    shift
    cmake -S "$source" -B "$source/cross" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$here/toolchain.cmake" -DCMAKE_INSTALL_PREFIX="$P" \
        -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF "$@" >&2
    cmake --build "$source/cross" --parallel "$jobs" >&2
    cmake --install "$source/cross" >&2
}

# pkg_config NAME VERSION LIBS [REQUIRES]
pkg_config() {
    printf 'prefix=%s\nName: %s\nDescription: %s\nVersion: %s\nRequires: %s\nCflags: -I${prefix}/include %s\nLibs: -L${prefix}/lib %s\n' \
        "$P" "$1" "$1" "$2" "${4:-}" "${5:-}" "$3" >"$P/lib/pkgconfig/$1.pc"
}

part_sqlite() {
    local s
    s=$(source_of sqlite3)
    (cd "$s" && ./configure >/dev/null && make sqlite3.c >/dev/null &&
        $CC "${flags[@]}" -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_JSON1 -DSQLITE_SECURE_DELETE -DSQLITE_THREADSAFE=1 \
            -c sqlite3.c -o sqlite3.o && $cross-ar rcs "$P/lib/libsqlite3.a" sqlite3.o && cp sqlite3.h sqlite3ext.h "$P/include/")
    pkg_config sqlite3 3.40.1 -lsqlite3
}

part_qtbase() {
    local s patch
    s=$(source_of qt6-base)
    for patch in "$here"/patches/qtbase-*.patch; do
        patch -d "$s" -p1 --forward <"$patch" >&2 || true
    done
    cmake_part "$s" -DBUILD_SHARED_LIBS=ON -DCMAKE_BUILD_TYPE=MinSizeRel -DQT_HOST_PATH=/usr \
        -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF \
        -DFEATURE_sql_sqlite=ON -DFEATURE_system_sqlite=ON -DFEATURE_tabletevent=OFF -DFEATURE_dbus=OFF -DINPUT_dbus=no \
        -DINPUT_openssl=no -DFEATURE_schannel=ON -DINPUT_opengl=no -DFEATURE_vulkan=OFF -DFEATURE_printsupport=OFF \
        -DFEATURE_glib=OFF -DFEATURE_icu=OFF -DFEATURE_zstd=OFF -DFEATURE_system_{zlib,pcre2,freetype,png,jpeg}=OFF
}

part_ffi() {
    local s
    s=$(source_of libffi)
    (cd "$s" && ./configure --host=$cross CC=$CC --prefix="$P" --disable-shared --enable-static --disable-docs >&2 && make -j"$jobs" install >&2)
}

part_pcre2() { cmake_part "$(source_of pcre2)" -DPCRE2_BUILD_TESTS=OFF -DPCRE2_BUILD_PCRE2GREP=OFF; }

# GLib's build asks for libintl; these hand back what they are given.
part_glib() {
    local s
    cat >"$P/include/libintl.h" <<'C'
#pragma once
char *gettext(const char *); char *dgettext(const char *, const char *); char *dcgettext(const char *, const char *, int);
char *ngettext(const char *, const char *, unsigned long); char *dngettext(const char *, const char *, const char *, unsigned long);
char *textdomain(const char *); char *bindtextdomain(const char *, const char *); char *bind_textdomain_codeset(const char *, const char *);
C
    $CC -x c -c -o "$work/intl.o" - <<'C'
char *gettext(const char *t) { return (char *)t; } char *dgettext(const char *d, const char *t) { return (char *)t; }
char *dcgettext(const char *d, const char *t, int c) { return (char *)t; }
char *ngettext(const char *a, const char *b, unsigned long n) { return (char *)(n == 1 ? a : b); }
char *dngettext(const char *d, const char *a, const char *b, unsigned long n) { return (char *)(n == 1 ? a : b); }
char *textdomain(const char *d) { return (char *)d; } char *bindtextdomain(const char *d, const char *n) { return (char *)n; }
char *bind_textdomain_codeset(const char *d, const char *c) { return (char *)c; }
C
    $cross-ar rcs "$P/lib/libintl.a" "$work/intl.o"
    s=$(source_of glib2.0)
    cat >"$work/meson.cross" <<INI
[binaries]
c = '$CC'
cpp = '$CXX'
ar = '$cross-ar'
strip = '$cross-strip'
windres = '$cross-windres'
pkgconfig = 'pkg-config'
[properties]
pkg_config_libdir = '$P/lib/pkgconfig'
[built-in options]
c_args = ['-I$P/include']
c_link_args = ['-L$P/lib']
[host_machine]
system = 'windows'
cpu_family = 'x86_64'
cpu = 'x86_64'
endian = 'little'
INI
    (cd "$s" && meson setup cross --cross-file "$work/meson.cross" --prefix "$P" --buildtype release -Dnls=disabled -Dtests=false \
        -Dlibmount=disabled -Dselinux=disabled >&2
    ninja -C cross -j "$jobs" glib/libglib-2.0-0.dll gobject/libgobject-2.0-0.dll >&2
    cp cross/glib/libglib-2.0-0.dll cross/gobject/libgobject-2.0-0.dll "$P/bin/"
    cp cross/glib/libglib-2.0.dll.a cross/gobject/libgobject-2.0.dll.a "$P/lib/"
    mkdir -p "$P/include/glib-2.0" "$P/lib/glib-2.0/include"
    cp cross/glib/glibconfig.h "$P/lib/glib-2.0/include/"
    for folder in glib gobject; do
        mkdir -p "$P/include/glib-2.0/$folder/deprecated"
        cp $folder/*.h cross/$folder/*.h "$P/include/glib-2.0/$folder/" 2>/dev/null || true
        cp $folder/deprecated/*.h "$P/include/glib-2.0/$folder/deprecated/" 2>/dev/null || true
    done
    cp glib/glib.h glib/glib-object.h gobject/glib-object.h "$P/include/glib-2.0/" 2>/dev/null || true)
    local include="-I$P/include/glib-2.0 -I$P/lib/glib-2.0/include"
    pkg_config glib-2.0 2.74.6 -lglib-2.0 "" "$include"
    pkg_config gobject-2.0 2.74.6 -lgobject-2.0 glib-2.0
}

# GLib's iconv over Windows' code pages. Charsets of mail are ICU's business (src/channels); GMime asks for few.
part_iconv() {
    local s
    s=$(source_of glib2.0)
    cat >"$P/include/iconv.h" <<'C'
#pragma once
#include <stddef.h>
typedef void *iconv_t;
iconv_t iconv_open(const char *to, const char *from);
size_t iconv(iconv_t, char **, size_t *, char **, size_t *);
int iconv_close(iconv_t);
C
    $CC "${flags[@]}" -w -I"$s" -I"$P/include" -c "$s/glib/win_iconv.c" -o "$work/win_iconv.o"
    $cross-ar rcs "$P/lib/libiconv.a" "$work/win_iconv.o"
}

part_gmime() {
    local s file
    s=$(source_of gmime)
    cp "$here/gmime-config.h" "$s/config.h"
    sed -e 's/@GMIME_MAJOR_VERSION@/3/; s/@GMIME_MINOR_VERSION@/2/; s/@GMIME_MICRO_VERSION@/13/; s/@GMIME_BINARY_AGE@/213/; s/@GMIME_INTERFACE_AGE@/0/' \
        "$s/gmime/gmime-version.h.in" >"$s/gmime/gmime-version.h"
    sed -i '/gmime-stream-gio/d' "$s/gmime/gmime.h"
    sed -i '/GMIME_TYPE_STREAM_GIO\|g_mime_stream_gio/d' "$s/gmime/gmime.c"
    mkdir -p "$s/cross" "$P/include/gmime-3.0/gmime"
    for file in "$s"/gmime/*.c "$s"/util/*.c; do
        case $(basename "$file") in charset-map.c | gen-table.c | gmime-stream-gio.c) continue ;; esac
        $CC "${flags[@]}" -w -DHAVE_CONFIG_H -DG_LOG_DOMAIN='"gmime"' -I"$s" -I"$s/util" -I"$P/include" -I"$P/include/glib-2.0" \
            -I"$P/lib/glib-2.0/include" -c "$file" -o "$s/cross/$(basename "$file" .c).o"
    done
    $cross-ar rcs "$P/lib/libgmime-3.0.a" "$s"/cross/*.o
    cp "$s"/gmime/*.h "$P/include/gmime-3.0/gmime/"
    pkg_config gmime-3.0 3.2.13 "-lgmime-3.0 -liconv -lz -lws2_32" gobject-2.0 "-I$P/include/gmime-3.0"
}

part_hunspell() {
    local s file
    s=$(source_of hunspell)/src/hunspell
    mkdir -p "$s/cross" "$P/include/hunspell"
    for file in "$s"/*.cxx; do
        $CXX "${flags[@]}" -DHUNSPELL_STATIC -c "$file" -o "$s/cross/$(basename "$file" .cxx).o"
    done
    $cross-ar rcs "$P/lib/libhunspell.a" "$s"/cross/*.o
    cp "$s"/*.hxx "$s"/*.h "$P/include/hunspell/"
    pkg_config hunspell 1.7 -lhunspell "" "-I$P/include/hunspell -DHUNSPELL_STATIC"
}

part_liblinear() {
    local s
    s=$(source_of liblinear)
    cp "$here/blas.c" "$s/"
    (cd "$s" && $CXX "${flags[@]}" -c linear.cpp -o linear.o && $CXX "${flags[@]}" -c "$([ -f newton.cpp ] && echo newton.cpp || echo tron.cpp)" -o solver.o &&
        $CC "${flags[@]}" -c blas.c -o blas.o && $cross-ar rcs "$P/lib/liblinear.a" linear.o solver.o blas.o && cp linear.h "$P/include/")
}

part_highway() {
    cmake_part "$(source_of highway)" -DBUILD_TESTING=OFF -DHWY_ENABLE_CONTRIB=OFF -DHWY_ENABLE_EXAMPLES=OFF
}

part_cld2() {
    local s file
    s=$(source_of cld2)/internal
    mkdir -p "$s/cross" "$P/include/cld2/public" "$P/include/cld2/internal"
    for file in $(sed -n '/^ *cldutil.cc/,/-o libcld2.so/p' "$s/compile_libs.sh" | head -n 12 | grep -o '[a-z0-9_]*\.cc'); do
        $CXX "${flags[@]}" -w -std=c++98 -c "$s/$file" -o "$s/cross/${file%.cc}.o"
    done
    $cross-ar rcs "$P/lib/libcld2.a" "$s"/cross/*.o
    cp "$s"/../public/*.h "$P/include/cld2/public/"
    cp "$s"/*.h "$P/include/cld2/internal/"
}

# ICU makes its data with tools of its own, so it is built for this machine first.
part_icu() {
    local s
    s=$(source_of icu)/source
    mkdir -p "$s/../native" "$s/../cross"
    (cd "$s/../native" && "$s/configure" --disable-samples --disable-tests --disable-extras >&2 && make -j"$jobs" >&2)
    (cd "$s/../cross" && "$s/configure" --host=$cross --with-cross-build="$s/../native" --prefix="$P" CC=$CC CXX=$CXX \
        --enable-static --disable-shared --with-data-packaging=static --disable-samples --disable-tests --disable-extras \
        CXXFLAGS="-O2 -std=c++17" >&2 && make -j"$jobs" install >&2)
}

part_yaml() { cmake_part "$(source_of yaml-cpp)" -DYAML_CPP_BUILD_TESTS=OFF -DYAML_CPP_BUILD_TOOLS=OFF; }

part_openssl() {
    local s
    s=$(source_of openssl)
    (cd "$s" && ./Configure mingw64 --cross-compile-prefix=$cross- CC=$CC --prefix="$P" --libdir=lib no-shared no-tests no-apps no-docs >&2 &&
        make -j"$jobs" build_libs >&2 && make install_dev >&2)
}

# winmail.dat. Its library is one file.
part_ytnef() {
    local s
    s=$(source_of libytnef)/lib
    $CC "${flags[@]}" -w -DPACKAGE_VERSION='"2.0"' -c "$s/ytnef.c" -o "$work/ytnef.o"
    $cross-ar rcs "$P/lib/libytnef.a" "$work/ytnef.o"
    mkdir -p "$P/include/libytnef"
    cp "$s"/{ytnef,tnef-errors,tnef-types,mapi,mapidefs,mapitags}.h "$P/include/libytnef/"
    pkg_config libytnef 2.0 -lytnef "" "-I$P/include/libytnef"
}

# Its protocols alone: sockets and encryption are Qt's (src/mailbox/SocketStream.h), accounts and charsets the desk's.
part_etpan() {
    local s
    s=$(source_of libetpan)
    (cd "$s" && ./configure --host=$cross CC=$CC CXX=$CXX CFLAGS="${flags[*]}" --prefix="$P" --disable-shared --enable-static --disable-db \
        --disable-iconv --disable-lockfile --without-openssl --without-gnutls --without-sasl --without-curl --without-expat --without-zlib >&2 &&
        make -j"$jobs" -C include >&2 && make -j"$jobs" -C src >&2 && make -C include install >&2 && make -C src install >&2 && cp libetpan.pc "$P/lib/pkgconfig/")
}

# Passwords and keys lie in Windows' credential store. Its tools for translations are not built here.
part_keychain() { cmake_part "$(source_of qtkeychain)" -DBUILD_WITH_QT6=ON -DBUILD_TRANSLATIONS=OFF -DBUILD_TEST_APPLICATION=OFF -DQT_HOST_PATH=/usr -DCMAKE_PREFIX_PATH="$P"; }

# Headers alone, with their CMake files: copied, since a path into the host's own would bring all of its headers along.
part_headers() {
    local item
    cp -R /usr/include/{nlohmann,CLI,valijson,boost,eigen3} "$P/include/"
    for item in nlohmann_json CLI11 eigen3; do
        find /usr/share/cmake /usr/lib/x86_64-linux-gnu/cmake /usr/lib/cmake -maxdepth 1 -iname "$item" -exec cp -R {} "$P/lib/cmake/" \; 2>/dev/null || true
    done
}

apt_lists
parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=("${every_part[@]}")
for part in "${parts[@]}"; do
    [ -e "$P/done/$part" ] && continue
    say "$part"
    "part_$part"
    touch "$P/done/$part"
done
echo "$P"
