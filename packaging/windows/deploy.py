#!/usr/bin/env python3
"""Puts the libraries and Qt's plugins beside the programs: deploy.py PAYLOAD PREFIX

Each DLL that a program, a plugin or another DLL names must be one of Windows' own, of PREFIX or of the compiler;
any other ends the script.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

PLUGINS = """
platforms/qwindows sqldrivers/qsqlite tls/qschannelbackend tls/qcertonlybackend styles/qwindowsvistastyle imageformats/qgif
imageformats/qico imageformats/qjpeg
""".split()
OF_WINDOWS = re.compile(
    r"(advapi32|authz|bcrypt|comdlg32|crypt32|d2d1|d3d(9|11|12)|dnsapi|dwmapi|dwrite|dxgi|gdi32|imm32|iphlpapi|kernel32|mpr|msvcrt|"
    r"mswsock|ncrypt|netapi32|ntdll|ole32|oleaut32|psapi|rpcrt4|secur32|setupapi|shcore|shell32|shlwapi|user32|userenv|"
    r"usp10|uxtheme|version|winmm|winspool\.drv|wintrust|ws2_32|wtsapi32|api-ms-win-.*)(\.dll)?", re.IGNORECASE)


def imports(file):
    listing = subprocess.run(["x86_64-w64-mingw32-objdump", "-p", file], check=True, capture_output=True, text=True).stdout
    return re.findall(r"DLL Name: (\S+)", listing)


def compilers_folders():
    for tool in ("x86_64-w64-mingw32-g++-posix", "x86_64-w64-mingw32-gcc-posix"):
        library = subprocess.run([tool, "-print-libgcc-file-name"], check=True, capture_output=True, text=True).stdout.strip()
        yield Path(library).parent
    yield Path("/usr/x86_64-w64-mingw32/lib")
    yield Path("/usr/x86_64-w64-mingw32/bin")


def copy_notices(payload, prefix):
    """The notices of the sources that the libraries were built from, and their versions."""
    target = payload / "share/doc/helmdesk/licences/libraries"
    target.mkdir(parents=True, exist_ok=True)
    lines = ["source\tsource version\n"]
    for notice in sorted((prefix / "share/licences").glob("*.txt")):
        shutil.copyfile(notice, target / notice.name)
        lines.append(f"{notice.stem}\t{notice.with_suffix('.version').read_text().strip()}\n")
    if len(lines) < 10:
        sys.exit(f"{prefix} has the notices of {len(lines) - 1} sources alone")
    (target / "VERSIONS").write_text("".join(lines))


def main(payload, prefix):
    folders = [prefix / "bin", *compilers_folders()]
    for plugin in PLUGINS:
        target = payload / "plugins" / f"{plugin}.dll"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(next(p for p in (prefix / "plugins", prefix / "lib/qt6/plugins") if p.is_dir()) / f"{plugin}.dll", target)
    unread = [*(payload / "bin").glob("*.exe"), *(payload / "plugins").rglob("*.dll")]
    copied = set()
    while unread:
        for name in imports(unread.pop()):
            if OF_WINDOWS.fullmatch(name) or name.lower() in copied:
                continue
            source = next((folder / name for folder in folders if (folder / name).is_file()), None)
            if source is None:
                sys.exit(f"{name} is neither Windows' own nor of the prefix")
            shutil.copy2(source, payload / "bin" / name)
            copied.add(name.lower())
            unread.append(payload / "bin" / name)
    (payload / "bin/qt.conf").write_text("[Paths]\nPrefix = ..\nPlugins = plugins\n")
    for file in [*(payload / "bin").glob("*.dll"), *(payload / "plugins").rglob("*.dll")]:
        subprocess.run(["x86_64-w64-mingw32-strip", "--strip-unneeded", file], check=True)
    copy_notices(payload, prefix)
    print(f"{payload}: {len(copied)} libraries, {len(PLUGINS)} plugins")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
