#!/usr/bin/env python3
"""Sizes and first windows, beside KeePassXC's Debian package in the same run: measure.py ROOT [RUNS]

ROOT is a clean root with both .debs installed, the AppImage as /home/test/Helmdesk.AppImage, the relocatable tree as
/home/test/tree and a workspace /home/test/desk. Needs root and Xvfb on $DISPLAY. Before each start the program's own files are dropped from the page cache ("cold") or not. The
machine's load changes the times, hence the medians, the best of all, and the processor's time beside them.
"""

import ctypes
import os
import resource
import select
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT, RUNS = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 9
PROGRAMS = {
    ".deb": ["helmdesk", "--data", "/home/test/desk"],
    "AppImage, unpacking": ["sh", "-c", "APPIMAGE_EXTRACT_AND_RUN=1 exec ./Helmdesk.AppImage --data /home/test/desk"],
    "unpacked tree": ["/home/test/tree/bin/helmdesk", "--data", "/home/test/desk"],
    "KeePassXC .deb": ["keepassxc"],
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


class Screen:
    """Tells when a window comes up and when it is gone, as the display server reports it (the display has no window
    manager, so each program's window is a child of the root)."""

    class MapEvent(ctypes.Structure):
        _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                    ("event", ctypes.c_ulong), ("window", ctypes.c_ulong), ("override_redirect", ctypes.c_int), ("rest", ctypes.c_long * 24)]

    MAPPED, UNMAPPED, SUBSTRUCTURE = 19, 18, 1 << 19
    LEAST_WIDTH = 300  # smaller ones are helpers

    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.on_error = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)  # a window may be gone again
        self.x11.XSetErrorHandler(self.on_error)
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        if not self.display:
            sys.exit("no display")
        root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))
        self.x11.XSelectInput(self.display, root, ctypes.c_long(self.SUBSTRUCTURE))
        self.x11.XSync(self.display, 0)

    def events(self, seconds):
        """Events until the time is over."""
        end = time.monotonic() + seconds
        event = self.MapEvent()
        while time.monotonic() < end:
            while self.x11.XPending(self.display):
                self.x11.XNextEvent(self.display, ctypes.byref(event))
                yield event.type, event.window, event.override_redirect
            select.select([self.x11.XConnectionNumber(self.display)], [], [], max(0.0, end - time.monotonic()))

    def width(self, window):
        root, x, y, width, height, border, depth = (ctypes.c_ulong(), *(ctypes.c_uint() for _ in range(6)))
        self.x11.XGetGeometry(self.display, ctypes.c_ulong(window), ctypes.byref(root), ctypes.byref(x), ctypes.byref(y), ctypes.byref(width),
                              ctypes.byref(height), ctypes.byref(border), ctypes.byref(depth))
        return width.value

    def wait_for_window(self):
        for kind, window, is_menu in self.events(60):
            if kind == self.MAPPED and not is_menu and self.width(window) >= self.LEAST_WIDTH:
                return window
        sys.exit("no window within a minute")

    def wait_until_gone(self, gone):
        for kind, window, _ in self.events(20):
            if kind == self.UNMAPPED and window == gone:
                return
        sys.exit("the window stays")


def first_window(screen, command):
    """Seconds until a window is seen, and the processor's seconds of the whole start."""
    environment = ["env", "-i", "HOME=/home/test", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", f"DISPLAY={os.environ['DISPLAY']}"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    program = subprocess.Popen(["chroot", "--userspec=test:test", ROOT, *environment, "sh", "-c", 'cd /home/test && exec "$@"', "-", *command],
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    window = screen.wait_for_window()
    seconds = time.monotonic() - begun
    os.killpg(program.pid, signal.SIGTERM)
    screen.wait_until_gone(window)
    program.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    listing = subprocess.run(["chroot", ROOT, "dpkg-query", "-W", "-f=${Package} ${Installed-Size}\n", "helmdesk", "keepassxc"],
                             capture_output=True, text=True).stdout
    for line in listing.splitlines():
        package, kilobytes = line.split()
        print(f"{package}: {int(kilobytes) / 1000:.1f} MB installed, without its dependencies")
    print(f"{RUNS} starts each, in turn; load {os.getloadavg()[0]:.1f}")
    print(f"{'':22} {'cold: best':>10} {'median':>8} {'warm: best':>11} {'median':>8} {'processor':>10}   (ms)")
    screen = Screen()
    times = {name: {"cold": [], "warm": [], "processor": []} for name in PROGRAMS}
    for _ in range(RUNS):
        for name, command in PROGRAMS.items():
            for state in ("cold", "warm"):
                if state == "cold":
                    forget_root()
                seconds, processor = first_window(screen, command)
                times[name][state].append(1000 * seconds)
                times[name]["processor"].append(1000 * processor)
    for name, of in times.items():
        print(f"{name:22} {min(of['cold']):10.0f} {statistics.median(of['cold']):8.0f} {min(of['warm']):11.0f} "
              f"{statistics.median(of['warm']):8.0f} {statistics.median(of['processor']):10.0f}")


if __name__ == "__main__":
    main()
