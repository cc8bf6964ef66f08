#!/usr/bin/env python3
"""Looks at a .deb, unpacks it and works with it: deb_package.py FILE.deb [BUILD_FOLDER]

The programs run from the unpacked tree with the system's libraries, where the sources, the build and every file for
developers are hidden (in a mount namespace, where this user may make one). packaging/test-linux.sh installs it in a
clean system instead, which takes longer. With the folder of the build its files are compared with what CMake installs.
"""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PACKAGE = Path(sys.argv[1]).resolve()
BUILD = Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None
SOURCE = Path(__file__).resolve().parents[2]
MOST_INSTALLED = 45.0  # MB, the aim; larger is said and no failure
DEPENDENCIES = json.loads((SOURCE / "packaging/dependencies.json").read_text(encoding="utf-8"))["dependencies"]


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL, **options).stdout


def can_hide():
    """The start of a command that may mount, or nothing."""
    for start in (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"]):
        if shutil.which("unshare") and subprocess.run([*start, "true"], capture_output=True).returncode == 0:
            return start
    return None


class DebPackage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="helmdesk-deb-", dir="/var/tmp")
        cls.root = Path(cls.folder.name, "root")
        run("dpkg-deb", "-x", PACKAGE, cls.root)
        run("dpkg-deb", "-e", PACKAGE, Path(cls.folder.name, "DEBIAN"))
        cls.version = run("dpkg-deb", "-f", PACKAGE, "Version").strip().split("-")[0]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def files(self, pattern):
        found = [file for file in (self.root / "usr").glob(pattern) if file.is_file() and file.stat().st_size > 0]
        self.assertTrue(found, f"the package has no usr/{pattern}")
        return found

    def test_it_depends_on_every_library(self):
        depends = set(re.findall(r"(?:^|, )([a-z0-9.+-]+)", run("dpkg-deb", "-f", PACKAGE, "Depends")))
        for entry in DEPENDENCIES:
            if entry["runtime"] and (not entry.get("optional") or self.is_installed(entry["debian"])):
                self.assertIn(entry["runtime"], depends, entry["name"])
        self.assertLessEqual({"libqt6sql6-sqlite", "ca-certificates", "libqt6network6", "libqt6widgets6"}, depends)

    def is_installed(self, package):
        return "install ok installed" in subprocess.run(["dpkg-query", "-W", "-f=${Status}", package], capture_output=True, text=True).stdout

    def test_everything_a_user_gets_is_in_it(self):
        for pattern in """bin/helmdesk bin/helmdeskctl share/applications/org.helmdesk.Helmdesk.desktop share/man/man1/helmdesk.1.gz
                share/man/man1/helmdeskctl.1.gz share/metainfo/org.helmdesk.Helmdesk.metainfo.xml share/doc/helmdesk/copyright
                share/doc/helmdesk/changelog.Debian.gz share/doc/helmdesk/licences/LICENSE share/doc/helmdesk/licences/README.md
                share/icons/hicolor/*/apps/helmdesk.png share/helmdesk/encoder/*.hdenc share/helmdesk/router/router.model
                share/helmdesk/reading/reading.model share/helmdesk/playbooks/*.json share/helmdesk/kb/*.md share/helmdesk/mail/*.json
                lib/systemd/user/helmdesk.service lib/systemd/system/helmdesk.service""".split():
            self.files(pattern)
        for program in self.files("bin/*"):
            self.assertEqual(program.stat().st_mode & 0o777, 0o755)

    def test_the_window_speaks_every_language(self):
        program = (self.root / "usr/bin/helmdesk").read_bytes()
        for language in (file.stem.split("_")[-1] for file in (SOURCE / "translations").glob("helmdesk_*.ts")):
            name = f"helmdesk_{language}.qm"
            self.assertTrue(name.encode("utf-16-be") in program or list((self.root / "usr").rglob(name)), name)

    @unittest.skipIf(BUILD is None, "no folder of a build was named")
    def test_it_holds_what_cmake_installs(self):
        installed = Path(self.folder.name, "installed")
        run("cmake", "--install", BUILD, "--prefix", installed)
        names = lambda root: {str(file.relative_to(root)) for file in root.rglob("*") if not file.is_dir()}
        self.assertEqual(names(self.root / "usr"), names(installed))

    def test_nothing_is_of_the_machine_that_built_it(self):
        for program in self.files("bin/*"):
            self.assertNotIn("RUNPATH", run("readelf", "-d", program))
            self.assertNotIn(str(SOURCE).encode(), program.read_bytes())
        for line in run("dpkg-deb", "-c", PACKAGE).splitlines():
            self.assertIn(" root/root ", line)
        for unit in self.files("lib/systemd/*/helmdesk.service"):
            self.assertRegex(unit.read_text(), r"(?m)^ExecStart=/usr/bin/helmdeskctl ")

    def test_the_scripts_of_the_package_are_shell(self):
        for name in ("postinst", "prerm", "postrm"):
            run("sh", "-n", Path(self.folder.name, "DEBIAN", name))

    def test_the_desktops_data_are_valid(self):
        checks = {"desktop-file-validate": ["share/applications/org.helmdesk.Helmdesk.desktop"],
                  "appstreamcli": ["share/metainfo/org.helmdesk.Helmdesk.metainfo.xml", "validate", "--no-net"]}
        for tool, (file, *options) in checks.items():
            if not shutil.which(tool):
                self.skipTest(f"{tool} is not installed")
            done = subprocess.run([tool, *options, self.root / "usr" / file], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_the_manual_pages_are_pages(self):
        for name in ("helmdesk", "helmdeskctl"):
            page = gzip.open(self.root / f"usr/share/man/man1/{name}.1.gz", "rt", encoding="utf-8").read()
            self.assertIn(f"Helmdesk {self.version}", page)
            if shutil.which("groff"):
                said = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z"], input=page, capture_output=True, text=True)
                self.assertEqual((said.returncode, said.stderr), (0, ""), name)

    def test_it_works_without_what_it_was_built_with(self):
        work = Path(self.folder.name, "work")
        work.mkdir()
        script = work / "try.sh"
        script.write_text("""set -eu
for hidden in $HIDE; do [ ! -d "$hidden" ] || mount -t tmpfs none "$hidden"; done
cd "$HOME"
"$BIN/helmdesk" --version
"$BIN/helmdeskctl" --version
"$BIN/helmdeskctl" --data desk init --demo
"$BIN/helmdeskctl" --data desk --json ask 'How do I export a board?' --customer cus_1001 >ask.json
"$BIN/helmdeskctl" --data desk doctor
""")
        start = can_hide()
        libraries = "/usr/lib/" + run("dpkg-architecture", "-qDEB_HOST_MULTIARCH").strip() if shutil.which("dpkg-architecture") else "/usr/lib/x86_64-linux-gnu"
        hidden = ["/usr/include", "/usr/lib/cmake", "/usr/share/cmake", "/usr/share/helmdesk", "/usr/lib/qt6/mkspecs", f"{libraries}/cmake",
                  f"{libraries}/pkgconfig", f"{libraries}/qt6/mkspecs", str(SOURCE)]
        environment = {"HOME": str(work), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "BIN": str(self.root / "usr/bin"),
                       "HIDE": " ".join(hidden) if start else ""}
        if "ASAN_OPTIONS" in os.environ:
            environment["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"]
        done = subprocess.run([*(start or []), "sh", script], env=environment, cwd=work, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(done.stdout.count(self.version), 2, done.stdout)
        self.assertNotIn("FAIL", done.stdout)
        answer = json.loads((work / "ask.json").read_text())
        self.assertIn("conversation", answer)
        self.assertRegex(json.dumps(answer), "(?i)export")
        print("\n" + "\n".join(f"    {line}" for line in done.stdout.splitlines()))
        print("    " + ("sources, build and developers' files were hidden" if start else "NOT hidden: sources and developers' files (no mount namespace here)"))


def tell_size():
    installed = int(run("dpkg-deb", "-f", PACKAGE, "Installed-Size")) * 1024 / 1e6
    packed = PACKAGE.stat().st_size / 1e6
    verdict = "within" if installed <= MOST_INSTALLED else "OVER"
    print(f"{PACKAGE.name}: {packed:.1f} MB, installed {installed:.1f} MB: {verdict} the aim of {MOST_INSTALLED:.0f} MB")


if __name__ == "__main__":
    tell_size()
    unittest.main(argv=sys.argv[:1], verbosity=2)
