#!/usr/bin/env python3
"""Turns an installed tree into one that runs on any newer Linux: relocatable_tree.py TREE

TREE holds bin/ and share/ as `cmake --install` lays them out. Qt's plugins and each library that is not of the base
system come beside them, found by paths relative to the file that needs them, with the notices of the packages they
were taken from. Needs the plugins' packages and patchelf.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PLUGINS = """
platforms/qxcb platforms/qoffscreen platforms/qwayland-generic sqldrivers/qsqlite tls/qopensslbackend
tls/qcertonlybackend imageformats/qgif imageformats/qico imageformats/qjpeg
platforminputcontexts/composeplatforminputcontextplugin platforminputcontexts/ibusplatforminputcontextplugin
platformthemes/qxdgdesktopportal
wayland-shell-integration/xdg-shell wayland-decoration-client/bradient
""".split()

# Opened by name while the program runs; the last by QtKeychain.
OPENED = ["libssl.so.3", "libcrypto.so.3", "libsecret-1.so.0"]

# What every desktop has, and what must be the desktop's own: the C library, the display server's and the graphics
# driver's libraries, and those that read the system's fonts.
OF_THE_SYSTEM = """
ld-linux libc.so libm.so libdl.so libpthread.so librt.so libresolv.so libutil.so libGL.so libEGL.so libGLX.so
libOpenGL.so libGLdispatch.so libdrm.so libgbm.so libX11.so libX11-xcb.so libxcb.so.1 libfontconfig.so libfreetype.so
libexpat.so libz.so.1
""".split()


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def is_of_the_system(name):
    return any(name.startswith(start) for start in OF_THE_SYSTEM)


def needed(file):
    """Path of each library that the file needs, directly or through another, by its name."""
    found = {}
    for line in run("ldd", file).splitlines():
        name, _, rest = line.strip().partition(" => ")
        if rest.startswith("not found"):
            sys.exit(f"{file} needs {name}, which is not installed")
        if rest.startswith("/"):
            found[name] = rest.split(" ")[0]
    return found


def copy_plugins(tree):
    source = Path(run("qmake6", "-query", "QT_INSTALL_PLUGINS").strip())
    for plugin in PLUGINS:
        folder, name = plugin.split("/")
        file = source / folder / f"lib{name}.so"
        if not file.exists():
            sys.exit(f"Qt's plugin {plugin} is not installed")
        (tree / "plugins" / folder).mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, tree / "plugins" / folder)


def library_path(name):
    for line in run("/sbin/ldconfig", "-p").splitlines():
        if line.strip().startswith(name + " ") and "x86-64" in line:
            return line.split(" => ")[1]
    sys.exit(f"{name} is not installed")


def copy_libraries(tree):
    """Copies what is needed; gives the source of each copy."""
    libraries = {name: library_path(name) for name in OPENED}
    for file in [*(tree / "bin").iterdir(), *(tree / "plugins").rglob("*.so"), *libraries.values()]:
        if run("file", "-bL", file).startswith("ELF"):
            libraries.update(needed(file))
    (tree / "lib").mkdir(exist_ok=True)
    taken = {name: path for name, path in libraries.items() if not is_of_the_system(name)}
    for name, path in taken.items():
        shutil.copy2(os.path.realpath(path), tree / "lib" / name)
    return taken.values()


def set_search_paths(tree):
    for folder, path in (("bin", "$ORIGIN/../lib"), ("lib", "$ORIGIN"), ("plugins", "$ORIGIN/../../lib")):
        for file in (tree / folder).rglob("*"):
            if file.is_file() and run("file", "-b", file).startswith("ELF"):
                run("patchelf", "--force-rpath", "--set-rpath", path, file)
                run("strip", "--strip-unneeded", file)
                file.chmod(0o755 if folder == "bin" else 0o644)


def owner_of(file):
    """The package of a file; /lib and /usr/lib are one folder, and packages name either."""
    other = file.removeprefix("/usr") if file.startswith("/usr/") else "/usr" + file
    for name in (file, other):
        found = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    sys.exit(f"no package owns {file}: its licence is not known")


def copy_notices(tree, sources):
    """The copyright file of each package that something was taken from, and the versions."""
    target = tree / "share/doc/helmdesk/licences/libraries"
    target.mkdir(parents=True, exist_ok=True)
    files = {os.path.realpath(source) for source in sources}
    plugins = run("qmake6", "-query", "QT_INSTALL_PLUGINS").strip()
    files |= {os.path.join(plugins, p.relative_to(tree / "plugins")) for p in (tree / "plugins").rglob("*.so")}
    if any((tree / "share/helmdesk/dictionaries").glob("*")):
        files |= {os.path.realpath(f"/usr/share/hunspell/{language}.aff") for language in ("en_US", "de_DE", "ar")}
    if any((tree / "share/helmdesk/fonts").glob("*")):
        files.add("/usr/share/fonts/opentype/inter/Inter-Regular.otf")
    packages = {owner_of(file) for file in files}
    lines = run("dpkg-query", "-W", "-f=${Package}\t${Version}\t${source:Package}\t${source:Version}\n", *sorted(packages))
    (target / "VERSIONS").write_text("package\tversion\tsource\tsource version\n" + "".join(sorted(lines.splitlines(True))))
    for package in sorted(packages):
        shutil.copyfile(f"/usr/share/doc/{package}/copyright", target / f"{package}.txt")
    return len(packages)


def main(tree):
    copy_plugins(tree)
    sources = copy_libraries(tree)
    set_search_paths(tree)
    (tree / "bin/qt.conf").write_text("[Paths]\nPrefix = ..\nPlugins = plugins\n")
    packages = copy_notices(tree, sources)
    print(f"{tree}: {len(sources)} libraries and {len(PLUGINS)} plugins of {packages} packages")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
