#!/usr/bin/env python3
"""Sizes and first windows, beside KeePassXC's Debian package in the same run: measure.py ROOT [RUNS]

ROOT is a clean root with both .debs installed and the AppImage as /home/test/Helmdesk.AppImage. Needs root, Xvfb on
$DISPLAY and xdotool. Before each start the program's own files are dropped from the page cache ("cold") or not. The
machine's load changes the times, hence the medians, the best of all, and the processor's time beside them.
"""

import os
import resource
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT, RUNS = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 9
PROGRAMS = {
    ".deb": (["helmdesk", "--data", "/home/test/desk"], "Helmdesk"),
    "AppImage, unpacking": (["sh", "-c", "APPIMAGE_EXTRACT_AND_RUN=1 exec ./Helmdesk.AppImage --data /home/test/desk"], "Helmdesk"),
    "unpacked tree": (["/home/test/tree/bin/helmdesk", "--data", "/home/test/desk"], "Helmdesk"),
    "KeePassXC .deb": (["keepassxc"], "KeePassXC"),
}


def forget(path):
    """Drops a file from the page cache; what others have mapped stays."""
    try:
        file = os.open(path, os.O_RDONLY)
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(file)
    except OSError:
        pass


def forget_root():
    for folder in ("usr/bin", "usr/lib", "usr/share/helmdesk", "usr/share/keepassxc", "home/test"):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file() and not file.is_symlink():
                forget(file)


def first_window(command, name):
    """Seconds until a window of that name is seen, and the processor's seconds of the whole start."""
    environment = ["env", "-i", "HOME=/home/test", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", f"DISPLAY={os.environ['DISPLAY']}"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    program = subprocess.Popen(["chroot", "--userspec=test:test", ROOT, *environment, "sh", "-c", 'cd /home/test && exec "$@"', "-", *command],
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    found = subprocess.run(["timeout", "60", "xdotool", "search", "--sync", "--onlyvisible", "--name", name], capture_output=True)
    seconds = time.monotonic() - begun
    os.killpg(program.pid, signal.SIGTERM)
    program.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if found.returncode != 0:
        sys.exit(f"{command[0]}: no window within a minute")
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    listing = subprocess.run(["chroot", ROOT, "dpkg-query", "-W", "-f=${Package} ${Installed-Size}\n", "helmdesk", "keepassxc"],
                             capture_output=True, text=True).stdout
    for line in listing.splitlines():
        package, kilobytes = line.split()
        print(f"{package}: {int(kilobytes) / 1000:.1f} MB installed, without its dependencies")
    print(f"{RUNS} starts each, in turn; load {os.getloadavg()[0]:.1f}")
    print(f"{'':22} {'cold: best':>10} {'median':>8} {'warm: best':>11} {'median':>8} {'processor':>10}   (ms)")
    times = {name: {"cold": [], "warm": [], "processor": []} for name in PROGRAMS}
    for _ in range(RUNS):
        for name, (command, title) in PROGRAMS.items():
            for state in ("cold", "warm"):
                if state == "cold":
                    forget_root()
                seconds, processor = first_window(command, title)
                times[name][state].append(1000 * seconds)
                times[name]["processor"].append(1000 * processor)
    for name, of in times.items():
        print(f"{name:22} {min(of['cold']):10.0f} {statistics.median(of['cold']):8.0f} {min(of['warm']):11.0f} "
              f"{statistics.median(of['warm']):8.0f} {statistics.median(of['processor']):10.0f}")


if __name__ == "__main__":
    main()
